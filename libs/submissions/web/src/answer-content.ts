import type { Answer, AnswerValue } from '@attest/domain/questionnaire';
import type { AnswerView } from '@attest/shared/client';

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
