import { v7 as uuid } from 'uuid';
import type { Answer } from '@attest/domain/questionnaire';
import type { AnswerView } from '@attest/shared/client';
import { answerIn, sameAnswer, unanswered } from '../answer-content';
import type { Place } from '../place';

/** Why something was refused, as `@attest/shared/web` has it: said again, because the outbox knows no browser. */
export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly faults: readonly { readonly where: string; readonly detail: string }[];
  readonly more: Readonly<Record<string, unknown>>;
}

/** One change, as it is sent. Sent again it has the same id, so that it cannot be done twice. */
export interface Operation {
  readonly operationId: string;
  readonly answer: Answer;
  readonly version: number;
}

export const operation = (answer: Answer, version: number): Operation => ({ operationId: uuid(), answer, version });

/** Everything about one answer that has been typed and is not known to be saved. When all is saved, the line is gone. */
export interface Line {
  readonly place: Place;
  /** The version that the next change is made to. */
  readonly version: number;
  /** The newest words, not on their way yet. */
  readonly wanted: Answer | null;
  /** `wanted` is to go as soon as what is on its way has been answered. */
  readonly due: boolean;
  /** On its way, or waiting to be sent again. */
  readonly sending: Operation | null;
  /** Sent without waiting for `sending`, when the page might have been closing. Each is sent again in its turn. */
  readonly following: readonly Operation[];
  /** What is on its way is only to be kept on record: somebody else's answer has been chosen to stand. */
  readonly forTheRecord: boolean;
  /** How often sending has failed since it last worked. */
  readonly failures: number;
  /** Somebody else was quicker: both versions wait for a person to choose. */
  readonly conflict: Conflict | null;
  /** Theirs, as long as it is not known whether something in `following` has been saved over it. */
  readonly beatenBy: AnswerView | null;
  /** How often in a row the API has failed over it. */
  readonly strikes: number;
  /** Why the API would not have it. Sending the same again is of no use. */
  readonly refusal: Problem | null;
  /** What can never be an answer any more, on its way to being kept for its author. */
  readonly keeping: Operation | null;
  /** What was typed, where it cannot be read as the number or date it should be. */
  readonly unreadable: string | null;
  /** Typing has rested since: before that, half a date is not a mistake. */
  readonly rested: boolean;
}

/** `kept` is that version of mine which the API has; what was typed since it does not have. */
export interface Conflict {
  readonly theirs: AnswerView | null;
  readonly kept: Answer;
}

export function newLine(place: Place, version: number): Line {
  return {
    place, version, wanted: null, due: false, sending: null, following: [], forTheRecord: false, failures: 0,
    conflict: null, beatenBy: null, strikes: 0, refusal: null, keeping: null, unreadable: null, rested: false,
  };
}

export const keyOf = ({ submissionId, questionId }: Place) => `${submissionId}/${questionId}`;

/** What has left last, whether or not it has arrived. */
function handedOver({ sending, following, forTheRecord }: Line): Answer | null {
  return (following.at(-1) ?? (forTheRecord ? null : sending))?.answer ?? null;
}

export function newestIn(line: Line): Answer | null {
  return line.wanted ?? handedOver(line);
}

/** With what comes next on its way; null when nothing does. */
export function next(line: Line): Line | null {
  const [first, ...following] = line.following;
  // with a version that is over, the API says whether it was saved the first time, and does not save it now
  if (first) return { ...line, following, sending: line.beatenBy ? { ...first, version: line.version } : first };
  return line.wanted && { ...line, wanted: null, due: false, sending: operation(line.wanted, line.version) };
}

/** With the newest words behind what is on its way: made to the version that will be, and if it will not be, the API keeps them as a conflict. */
export function withNewestFollowing(line: Line): Line | null {
  if (!line.sending || !line.wanted) return null;
  const before = line.following.at(-1)?.version ?? (line.forTheRecord ? line.version - 1 : line.sending.version);
  const following = [...line.following, operation(line.wanted, line.beatenBy ? line.version : before + 1)];
  return { ...line, wanted: null, due: false, following };
}

/** Half a number or date blocks the value only, which goes back to what it was: the words beside it are still wanted. */
export function withUnreadable(line: Line, typed: string, saved: Answer): Line {
  const before = handedOver(line) ?? saved;
  const words = line.wanted && { ...line.wanted, value: before.value };
  const wanted = line.conflict ? line.wanted : words && !sameAnswer(words, before) ? words : null;
  return { ...line, wanted, due: line.due && wanted !== null, refusal: null, unreadable: typed, rested: false };
}

/** A person has said that theirs stands. What of mine the API has not got is sent to a version that is over, and so only kept. */
export function yielding(line: Line, { theirs, kept }: Conflict): Line {
  const mine = newestIn(line) ?? kept;
  const [over, version] = [line.version, theirs?.version ?? 0].sort((one, other) => one - other) as [number, number];
  // mine has been saved over theirs meanwhile
  const wanted = version === theirs?.version ? null : answerIn(theirs);
  const known = sameAnswer(mine, kept) || sameAnswer(mine, answerIn(theirs));
  return {
    ...line, version, wanted, due: wanted !== null, conflict: null,
    forTheRecord: !known, sending: known ? null : operation(mine, over),
  };
}

/** Waits for a person, not for the network. */
export function isStuck({ conflict, refusal, keeping, unreadable, rested }: Line): boolean {
  return conflict !== null || (refusal !== null && keeping === null) || (unreadable !== null && rested);
}

const shortest = 2_000;
const longest = 30_000;

/** Milliseconds until the next try: 2 s, 4 s, 8 s … at most 30 s. */
export function backOff(failures: number): number {
  return Math.min(longest, shortest * 2 ** (failures - 1));
}

/** After so many failures in a row it is put aside, because something about it may be what fails; everything else goes on. */
const PATIENCE = 5;

/** After a failure that may pass. Whether it arrived is unknown, unless the API itself said no: then nothing was stored, and the newest words may go instead. */
export function failedOnce(line: Line, problem: Problem): Line {
  const strikes = problem.code === 'unexpected' ? line.strikes + 1 : 0;
  if (strikes >= PATIENCE) return putAside(line, problem);
  const replaced = line.wanted !== null && problem.code !== 'unreachable' && line.following.length === 0 && !line.forTheRecord;
  return { ...line, strikes, failures: line.failures + 1, due: line.wanted !== null, sending: replaced ? null : line.sending };
}

/** Waits for a person, with what was typed and the reason. */
export function putAside(line: Line, refusal: Problem): Line {
  return { ...line, sending: null, following: [], forTheRecord: false, wanted: newestIn(line) ?? line.sending?.answer ?? null, due: false, strikes: 0, failures: 0, refusal };
}

/** As it goes on in another page: whatever was refused is tried once more, and nothing rests. */
export function takenUp(line: Line): Line {
  return { ...line, due: line.wanted !== null, failures: 0, strikes: 0, refusal: line.keeping ? line.refusal : null, rested: line.unreadable !== null };
}

/** Both texts in one, mine first; what cannot be put together is mine. */
export function together(mine: Answer, theirs: AnswerView | null): Answer {
  return { ...mine, note: [mine.note, theirs?.note ?? ''].filter((note) => note.trim() !== '').join('\n\n') };
}

/** Whether the two hold the same of what was typed. */
export function sameWords(one: Line, other: Line): boolean {
  return one.unreadable === other.unreadable && sameAnswer(newestIn(one) ?? unanswered, newestIn(other) ?? unanswered);
}

/** Refusals that stay whatever is done: what was typed is kept for its author, and not as an answer. */
export const tooLate = ['round-not-open', 'return-not-editable', 'question-not-asked', 'not-allowed', 'not-found', 'disposed'];

/** What passes by itself. Everything else is refused for a reason that sending again would not change. */
export function willPass({ code, more }: Problem): boolean {
  const passing = ['unreachable', 'unexpected', 'unavailable', 'too-many-requests', 'not-signed-in'];
  // two saves of one return at the same instant: nobody's words are in question
  return passing.includes(code) || (code === 'changed-meanwhile' && !('theirs' in more));
}
