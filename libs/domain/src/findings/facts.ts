import type { ScaleLevel } from '../rollup';

/** A level as a sentence names it. Best first, wherever there are several. */
export type FoundLevel = ScaleLevel & { readonly word: string };

export interface Counted {
  /** By level key. */
  readonly counts: Readonly<Record<string, number>>;
  /** Those with a level. */
  readonly base: number;
}

export interface StandardFacts extends Counted {
  readonly key: string;
  readonly title: string;
  /** In the round before; `null` where it was not asked, or a level meant something else then. */
  readonly last: Counted | null;
  readonly groups: readonly (Counted & { readonly key: string; readonly label: string })[];
  /** Ratings that have a moderated one beside them, and those of them that were better by themselves. */
  readonly moderated: number;
  readonly overrated: number;
}

export interface QuestionFacts {
  readonly id: string;
  readonly ref: string;
  readonly title: string;
  /** Answered with a level. */
  readonly base: number;
  readonly notApplicable: number;
}

/** Everything findings are made of, counted already. */
export interface FindingsFacts {
  /** In the plural: `schools`, `agencies`. */
  readonly who: string;
  readonly levels: readonly FoundLevel[];
  readonly asked: number;
  readonly returned: number;
  readonly standards: readonly StandardFacts[];
  readonly questions: readonly QuestionFacts[];
  /** Words of answers that were taken from the round before: how many, and how many of them nobody changed. */
  readonly carried: { readonly unchanged: number; readonly taken: number };
  readonly actions: { readonly overdue: number; readonly open: number };
}

/** Where the evidence of a finding is. */
export type Place =
  | { readonly kind: 'round' }
  | { readonly kind: 'groups' }
  | { readonly kind: 'standard'; readonly key: string }
  | { readonly kind: 'question'; readonly id: string }
  | { readonly kind: 'actions' };

export interface Finding {
  readonly rule: string;
  /** `nothing`: the rule was asked and found nothing notable. */
  readonly tone: 'concern' | 'better' | 'note' | 'nothing';
  readonly sentence: string;
  /** The counts that made the sentence. */
  readonly evidence: string;
  readonly place: Place;
}
