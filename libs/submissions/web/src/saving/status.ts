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
  /** The question that is open. */
  readonly here: string | null;
  /** As "10:42"; null when nothing has been saved yet. */
  readonly savedAt: string | null;
  readonly signedOut: boolean;
  /** The number of a question, such as "2.3". */
  readonly refOf: (questionId: string) => string;
}

const calm = { tone: 'calm', passing: false, place: null } as const;

/** The one sentence that matters most now: what waits for a person, then what waits for the network, then what is saved. */
export function statusOf({ unsaved, here, savedAt, signedOut, refOf }: Facts): Status {
  const stuck = stuckFirst(unsaved, here);
  if (stuck) return { tone: 'problem', text: stuckInWords(stuck, here, refOf), passing: false, place: stuck.place };
  if (unsaved.length > 0 && signedOut) return { ...calm, tone: 'waiting', text: 'Not saved yet: sign in again to save' };
  const failing = unsaved.filter(({ failures }) => failures > 0).length;
  if (failing > 0) return { ...calm, tone: 'waiting', text: `Not saved yet, will retry (${failing} ${failing === 1 ? 'answer' : 'answers'} waiting)` };
  if (unsaved.length > 0) return { ...calm, text: 'Saving…', passing: true };
  return { ...calm, text: savedAt === null ? 'Answers are saved as you go' : `Saved at ${savedAt}` };
}

function stuckFirst(unsaved: readonly Line[], here: string | null): Line | undefined {
  const stuck = unsaved.filter(isStuck);
  return stuck.find(({ place }) => place.questionId === here) ?? stuck[0];
}

function stuckInWords({ place, conflict }: Line, here: string | null, refOf: Facts['refOf']): string {
  const which = place.questionId === here ? 'this answer' : `your answer to ${refOf(place.questionId)}`;
  return conflict ? `Someone else changed ${which}: review` : `Not saved: ${which} needs correcting`;
}
