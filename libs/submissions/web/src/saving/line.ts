import type { Answer } from '@attest/domain/questionnaire';
import type { AnswerView } from '@attest/shared/client';
import type { Problem } from '@attest/shared/web';
import type { Place } from '../current-return';

/** One change, as it is sent. Sent again it has the same id, so that it cannot be done twice. */
export interface Operation {
  readonly operationId: string;
  readonly answer: Answer;
  readonly version: number;
}

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
  /** How often sending has failed since it last worked. */
  readonly failures: number;
  /** Somebody else was quicker: both versions wait for a person to choose. */
  readonly conflict: { readonly theirs: AnswerView | null } | null;
  /** Why the API would not have it. Sending the same again is of no use. */
  readonly refusal: Problem | null;
  /** What was typed, where it cannot be read as the number or date it should be. */
  readonly unreadable: string | null;
  /** Typing has rested since: before that, half a date is not a mistake. */
  readonly rested: boolean;
}

export function newLine(place: Place, version: number): Line {
  return { place, version, wanted: null, due: false, sending: null, failures: 0, conflict: null, refusal: null, unreadable: null, rested: false };
}

export const keyOf = ({ submissionId, questionId }: Place) => `${submissionId}/${questionId}`;

export function newestIn({ wanted, sending }: Line): Answer | null {
  return wanted ?? sending?.answer ?? null;
}

/** Waits for a person, not for the network. */
export function isStuck({ conflict, refusal, unreadable, rested }: Line): boolean {
  return conflict !== null || refusal !== null || (unreadable !== null && rested);
}

const shortest = 2_000;
const longest = 30_000;

/** Milliseconds until the next try: 2 s, 4 s, 8 s … at most 30 s. */
export function backOff(failures: number): number {
  return Math.min(longest, shortest * 2 ** (failures - 1));
}

/** What passes by itself. Everything else is refused for a reason that sending again would not change. */
export function willPass({ code, more }: Problem): boolean {
  const passing = ['unreachable', 'unexpected', 'unavailable', 'too-many-requests', 'not-signed-in'];
  // two saves of one return at the same instant: nobody's words are in question
  return passing.includes(code) || (code === 'changed-meanwhile' && !('theirs' in more));
}
