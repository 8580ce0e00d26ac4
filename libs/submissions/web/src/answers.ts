import { isAnswered, isNotApplicable, type Answer, type AnswerValue, type Person } from '@attest/domain/questionnaire';
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

/** Values are plain JSON; a person's parts may come in any order. */
function sameValue(one: AnswerValue | null, other: AnswerValue | null): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: AnswerValue | null): string {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The value of a question that is not rated, as a reader would say it; empty when there is none. */
export function valueInWords({ type, choices }: Pick<QuestionView, 'type' | 'choices'>, value: unknown): string {
  if (value === null || value === undefined) return '';
  const label = (key: unknown) => choices.find((choice) => choice.key === key)?.label ?? String(key);
  switch (type) {
    case 'choice': return label(value);
    case 'choices': return (value as readonly string[]).map(label).join('; ');
    case 'percentage': return `${String(value)}%`;
    case 'date': return dateInWords(String(value));
    case 'person': return personInWords(value as Person);
    default: return String(value);
  }
}

function personInWords({ name, role, email }: Person): string {
  return [name, role, email].filter(Boolean).join(', ');
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
