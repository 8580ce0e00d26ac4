/** One answer's place: in which return, to which question. */
export interface Place {
  readonly submissionId: string;
  readonly questionId: string;
}
