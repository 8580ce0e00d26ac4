/** One saving of an answer. */
export interface Saving {
  /** When, in milliseconds. */
  readonly at: number;
  readonly personId: string;
  /** To which question: it may have got other words meanwhile. */
  readonly questionId: string;
  /** Something that is told by itself, whoever did it and when, such as a confirmation. */
  readonly alone: boolean;
}

/** Milliseconds after which somebody who goes on writing has sat down again. */
const PAUSE = 10 * 60_000;

/**
 * What is typed is saved every other second, and nobody reads a history of half sentences: what one person saved at one question
 * without a long pause, and without anybody in between, is one thing they did. Savings in the order in which they came.
 */
export function sittingsOf<One extends Saving>(savings: readonly One[]): readonly (readonly One[])[] {
  const sittings: One[][] = [];
  for (const saving of savings) {
    const last = sittings.at(-1);
    if (last && goesOn(last.at(-1)!, saving)) last.push(saving);
    else sittings.push([saving]);
  }
  return sittings;
}

const goesOn = (before: Saving, next: Saving) =>
  !before.alone && !next.alone && before.personId === next.personId && before.questionId === next.questionId && next.at - before.at <= PAUSE;
