import type { Place } from '../current-return';
import type { Line } from './line';
import { isStuck } from './line';

/** What the indicator says. */
export interface Status {
  readonly tone: 'calm' | 'waiting' | 'problem';
  readonly text: string;
  /** It will say something else in a moment, so it is not worth interrupting anybody for. */
  readonly passing: boolean;
  /** The answer that waits for a person, if any. */
  readonly place: Place | null;
}

interface Facts {
  readonly unsaved: readonly Line[];
  /** How many of them a crash would lose. */
  readonly exposed: number;
  /** This browser keeps nothing on the device. */
  readonly inMemoryOnly: boolean;
  /** The question that is open. */
  readonly here: string | null;
  /** As "10:42"; null when nothing has been saved yet. */
  readonly savedAt: string | null;
  /** The same for what was put away on this device. */
  readonly storedAt: string | null;
  readonly signedOut: boolean;
  /** The number of a question, such as "2.3". */
  readonly refOf: (questionId: string) => string;
}

const calm = { tone: 'calm', passing: false, place: null } as const;

/** The one sentence that matters most now: what waits for a person, then what waits for the network, then how safe the rest is. */
export function statusOf(facts: Facts): Status {
  const { unsaved, exposed, here, savedAt, signedOut, refOf } = facts;
  const stuck = stuckFirst(unsaved, here);
  if (stuck) return { tone: 'problem', text: stuckInWords(stuck, here, refOf), passing: false, place: stuck.place };
  if (unsaved.length > 0 && signedOut) return { ...calm, tone: 'waiting', text: exposed > 0 ? 'Not saved yet: sign in again to save' : 'Saved on this device: sign in again to send' };
  const failing = unsaved.filter(({ failures }) => failures > 0).length;
  if (failing > 0) return { ...calm, tone: 'waiting', text: waitingInWords(failing, facts) };
  if (unsaved.length > 0) return { ...calm, text: onItsWay(facts), passing: true };
  return { ...calm, text: savedAt === null ? 'Answers are saved as you go' : `Saved at ${savedAt}` };
}

function waitingInWords(failing: number, { exposed, storedAt }: Facts): string {
  const answers = failing === 1 ? '1 answer' : `${failing} answers`;
  return exposed > 0 ? `${answers} waiting: keep this page open` : `${answers} waiting, saved on this device ${storedAt}`;
}

function onItsWay({ exposed, inMemoryOnly, storedAt }: Facts): string {
  if (exposed === 0) return `Saved on this device ${storedAt}`;
  return inMemoryOnly ? 'Saving…' : 'Typing…';
}

function stuckFirst(unsaved: readonly Line[], here: string | null): Line | undefined {
  const stuck = unsaved.filter(isStuck);
  return stuck.find(({ place }) => place.questionId === here) ?? stuck[0];
}

function stuckInWords({ place, conflict, refusal }: Line, here: string | null, refOf: Facts['refOf']): string {
  const which = place.questionId === here ? 'this answer' : `your answer to ${refOf(place.questionId)}`;
  if (conflict) return `Someone else changed ${which}: review`;
  return refusal?.code === 'unexpected' ? `Not saved: ${which} failed again and again` : `Not saved: ${which} needs correcting`;
}
