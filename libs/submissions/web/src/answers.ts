import { isAnswered, isNotApplicable, valueInWords as inWords, type Answer, type AnswerValue } from '@attest/domain/questionnaire';
import type { AnswerView, QuestionView, SubmissionView } from '@attest/shared/client';
import { dateInWords } from '@attest/shared/ui';

export const unanswered: Answer = { level: null, value: null, note: '', naReason: null };

/** What has been said, without its history. */
export function answerIn(view: Pick<AnswerView, 'level' | 'value' | 'note' | 'naReason'> | null): Answer {
  return view ? { level: view.level, value: view.value as AnswerValue | null, note: view.note, naReason: view.naReason } : unanswered;
}

export function sameAnswer(one: Answer, other: Answer): boolean {
  return one.level === other.level && one.note === other.note && one.naReason === other.naReason && sameValue(one.value, other.value);
}

/** Values are plain JSON; the parts of a person and the cells of a table may come in any order. */
function sameValue(one: AnswerValue | null, other: AnswerValue | null): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  return `{${Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, part]) => `${name}:${canonical(part)}`).join()}}`;
}

/** The value of a question that is not rated, as a reader would say it; empty when there is none. */
export function valueInWords(question: Pick<QuestionView, 'type' | 'choices' | 'table'>, value: unknown): string {
  if (question.type === 'date' && typeof value === 'string') return dateInWords(value);
  return inWords({ type: question.type, choices: question.choices, table: question.table ?? undefined }, (value ?? null) as AnswerValue | null);
}

/** Every question asked, in printed order. */
export function questionsOf({ sections }: Pick<SubmissionView, 'sections'>): QuestionView[] {
  return sections.flatMap(({ questions }) => questions);
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
