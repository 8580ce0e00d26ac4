/** Something that forbids publishing a template. */
export interface TemplateProblem {
  /** Printed number of the section or question, key of the scale, or `scoring`. */
  readonly where: string;
  readonly code: TemplateProblemCode;
  readonly detail: string;
}

export type TemplateProblemCode =
  | 'key-duplicate' | 'ref-duplicate' | 'section-empty' | 'wording-missing' | 'type-unknown'
  | 'scale-too-short' | 'score-not-whole' | 'scores-equal' | 'scores-not-monotonic' | 'points-not-whole'
  | 'rule-unknown' | 'result-scale-unknown' | 'bands-not-covering' | 'bands-not-descending' | 'bands-not-ending-at-zero' | 'band-not-whole'
  | 'scale-unknown' | 'descriptor-missing' | 'descriptor-extra' | 'descriptor-identical'
  | 'weight-not-whole' | 'weight-on-unrated' | 'critical-not-scored'
  | 'choices-missing' | 'table-empty' | 'table-extra' | 'table-too-large' | 'citation-missing' | 'words-absurd' | 'range-absurd'
  | 'applies-to-unknown' | 'applies-to-nobody'
  | 'signature-unclear'
  | 'lineage-unclear' | 'condition-empty' | 'condition-unknown-question' | 'condition-not-earlier' | 'condition-unknown-value' | 'condition-hangs-on-rating';

export type Report = readonly TemplateProblem[];

export function problemAt(where: string) {
  return (code: TemplateProblemCode, detail: string): TemplateProblem => ({ where, code, detail });
}

/** Each value that appears more than once, once. */
export function repeated<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values.filter((value, at) => values.indexOf(value) !== at))];
}
