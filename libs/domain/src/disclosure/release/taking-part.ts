/** One organisation that returned, as a release counts it. */
export interface TakingPart {
  readonly organisationId: string;
  readonly group: string;
  readonly area: string;
  /** For each subject of the release, in its order, the place in its categories. */
  readonly said: readonly number[];
}

/** What is counted: a standard or a question, with the levels of its scale and whatever else can be said of it. */
export interface Subject {
  readonly kind: 'overall' | 'standard' | 'question';
  readonly key: string;
  /** Key of the standard that it belongs to; its own for a standard. */
  readonly standard: string;
  readonly ref: string;
  readonly title: string;
  readonly categories: readonly Category[];
}

/** Levels first, best first; then the ways of having none. */
export interface Category {
  readonly key: string;
  readonly word: string;
  readonly letter: string;
  readonly colour: string;
  /** `null` for what is no level. */
  readonly meets: boolean | null;
}
