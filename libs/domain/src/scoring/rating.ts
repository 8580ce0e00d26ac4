import type { Score } from './score';

export interface Ratings {
  /** Name and version of the rule, from the template; stored with each result. */
  readonly rule: string;
  readonly overall: Rating;
  /** Sections that are asked, in printed order. */
  readonly sections: readonly SectionRating[];
}

export interface SectionRating {
  readonly key: string;
  readonly rating: Rating;
}

export interface Rating {
  /** Level key of the result scale; `null` when nothing that counts has been answered. */
  readonly level: string | null;
  readonly score: Score;
  /** 0–100, one decimal. For reading only: levels are decided by the score. */
  readonly percent: number | null;
  readonly trace: Trace;
}

/** Why a rating is what it is and what would change it, complete enough to be stored and explained years later. */
export interface Trace {
  /** What counted: questions in the rating of a section, sections in the overall rating. */
  readonly inputs: readonly Counted[];
  /** Questions that did not count and, in the overall rating, sections that carry no weight. */
  readonly leftOut: readonly LeftOut[];
  /** The band the points reach, before any cap. */
  readonly band: { readonly level: string; readonly from: number } | null;
  readonly cap: Cap | null;
  /** `null` at the best level, when nothing is scored, and under a cap, where points alone change nothing. */
  readonly next: Next | null;
}

export interface Counted extends Score, Named {
  /** Of the question's own scale; for a section, of the result scale. */
  readonly level: string;
  /** How many times it counts; already within `won` and `available`. */
  readonly weight: number;
}

export interface LeftOut extends Named {
  readonly why: 'not-applicable' | 'unanswered' | 'not-asked' | 'not-scored';
}

/** A section is never rated better than its weakest critical question would be alone. */
export interface Cap {
  /** All critical questions as weak as the weakest: lifting only one of them would change nothing. */
  readonly questions: readonly Named[];
  readonly level: string;
  /** What the points alone would have given. */
  readonly without: string;
}

export interface Next {
  /** The next better level, the percentage it starts at, and the points still missing (at least 1). */
  readonly level: string;
  readonly from: number;
  readonly pointsShort: number;
  /** Critical questions that would hold the section back even with those points. */
  readonly critical: readonly Named[];
}

export interface Named {
  readonly key: string;
  /** Printed number. */
  readonly ref: string;
}

/** One answer that would have to be better, and how much. */
export interface Step extends Named {
  readonly from: string;
  /** The least level that will do, given the other steps. */
  readonly to: string;
}

/** A rating one level better, and the fewest answers that would have to be better for it. */
export interface SmallestChange {
  readonly level: string;
  readonly steps: readonly Step[];
}
