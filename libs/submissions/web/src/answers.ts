import { isAnswered, isNotApplicable, valueInWords as inWords, type Answer, type AnswerValue } from '@attest/domain/questionnaire';
import type { QuestionView, SubmissionView } from '@attest/shared/client';
import { dateInWords } from '@attest/shared/ui';

export { answerIn, sameAnswer, unanswered } from './answer-content';

/** The value of a question that is not rated, as a reader would say it; empty when there is none. */
export function valueInWords(question: Pick<QuestionView, 'type' | 'choices' | 'table'>, value: unknown): string {
  if (question.type === 'date' && typeof value === 'string') return dateInWords(value);
  return inWords({ type: question.type, choices: question.choices, table: question.table ?? undefined }, (value ?? null) as AnswerValue | null);
}

/** Every question asked, in printed order. */
export function questionsOf({ sections }: Pick<SubmissionView, 'sections'>): QuestionView[] {
  return sections.flatMap(({ questions }) => questions);
}

/** As it was read, with the answer that is known: the reading may have left before that was saved. */
export function newestOf(read: QuestionView, known: QuestionView | null | undefined): QuestionView {
  const answer = known?.answer;
  return answer && answer.version > (read.answer?.version ?? 0) ? { ...read, answer } : read;
}

/** Nothing has been said yet. */
export function isOpen(answer: Answer): boolean {
  return !isAnswered(answer) && !isNotApplicable(answer);
}

const SHORT = 60;

/** The value of a question that is not rated, in a line. */
export function shortlyIn(question: QuestionView): string {
  const words = valueInWords(question, question.answer?.value);
  return words.length > SHORT ? `${words.slice(0, SHORT).trimEnd()}…` : words;
}
