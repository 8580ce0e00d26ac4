import type { Question } from '@attest/domain/questionnaire';

/** What is changed of a question; undefined takes something out. */
export interface QuestionChange {
  readonly changes: { readonly [Name in keyof Question]?: Question[Name] | undefined };
  readonly when: 'now' | 'soon';
}
