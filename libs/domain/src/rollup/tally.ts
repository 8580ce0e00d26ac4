import type { Level } from '../questionnaire/template';

/** What one organisation said to one question: a level, an answer that is not rated, or why there is none. */
export type Told = { readonly level: string } | 'answered' | 'not-applicable' | 'unanswered' | 'not-asked';

export type ScaleLevel = Pick<Level, 'key' | 'meets'>;

/** Four different facts, never added together. Only answers are in the base of a percentage. */
export interface Tally {
  /** By level key, best first, with a 0 where nobody is. */
  readonly counts: Readonly<Record<string, number>>;
  /** Number answered: the sum of the counts, and of those whose answer is not rated. */
  readonly base: number;
  readonly notApplicable: number;
  readonly unanswered: number;
  readonly notAsked: number;
}

/** `levels` are the scale's, best first. Throws on a level the scale does not have: a figure must not quietly lose an answer. */
export function tally(told: readonly Told[], levels: readonly ScaleLevel[]): Tally {
  const counts = new Map(levels.map(({ key }) => [key, 0]));
  const apart = { 'not-applicable': 0, 'unanswered': 0, 'not-asked': 0 };
  for (const one of told) {
    if (one === 'answered') continue;
    if (typeof one === 'string') {
      apart[one] += 1;
      continue;
    }
    const before = counts.get(one.level);
    if (before === undefined) throw new RangeError(`The scale has no level '${one.level}'`);
    counts.set(one.level, before + 1);
  }
  return {
    counts: Object.fromEntries(counts),
    base: told.length - apart['not-applicable'] - apart.unanswered - apart['not-asked'],
    notApplicable: apart['not-applicable'], unanswered: apart.unanswered, notAsked: apart['not-asked'],
  };
}
