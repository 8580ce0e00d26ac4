/**
 * What one organisation says to one question. Exactly one of three facts holds: answered (a level or a value),
 * not applicable (with a reason), or neither, which is unanswered. "Not asked" is not an answer: see `askedQuestions`.
 */
export interface Answer {
  /** Level key of the question's scale. */
  readonly level: string | null;
  /** For questions that are not rated: see `AnswerValue`. */
  readonly value: AnswerValue | null;
  /** The words beside the rating. */
  readonly note: string;
  /** Why the question does not apply; an empty string is "not applicable, reason still to come". */
  readonly naReason: string | null;
  /** Came from a question that said it in other words, and nobody has looked since: it counts as unanswered until somebody has. */
  readonly toCheck?: boolean;
  /** How many pieces of evidence from the library stand beside it; absent is none. */
  readonly evidence?: number;
}

/**
 * choice → key; choices → keys; number and percentage → number; date → ISO date; text → words; person → name and role;
 * table → cells by row and column; evidence → what there is and where; declaration → true.
 */
export type AnswerValue = string | number | true | readonly string[] | readonly Shown[] | Person | Cells;

/** Something that shows an answer to be true. */
export interface Shown {
  readonly title: string;
  /** A link, or where it is kept. */
  readonly where: string;
}

/** By key of the row, then of the column. A cell that is absent is empty. */
export interface Cells {
  readonly cells: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
}

export interface Person {
  readonly name: string;
  readonly role: string;
  readonly email?: string;
}

/** Answers by question key. A key that is absent is unanswered. */
export type Answers = Readonly<Record<string, Answer | undefined>>;
