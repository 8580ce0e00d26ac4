import { scaleOf, withAllEvidence, type Answer, type AnswerValue, type Answers, type Level, type Progress, type Question, type Template } from '@attest/domain/questionnaire';
import type { AnswerView, LastAnswerView, ProgressView } from './submissions.dto';
import type { AnswerRow, LastReturnRow } from './submissions.queries';

type Content = Pick<AnswerRow, 'level' | 'value' | 'note' | 'na_reason'> & Partial<Pick<AnswerRow, 'to_check'>>;

export function answerIn({ level, value, note, na_reason, to_check }: Content): Answer {
  return { level, value: value as AnswerValue | null, note, naReason: na_reason, ...(to_check ? { toCheck: true } : {}) };
}

/**
 * Answers by question key, from rows that know the question's identifier, with how much is shown for each. What is of no question of
 * this version is left out.
 */
export function answersIn(rows: readonly (Content & Pick<AnswerRow, 'question_id'>)[], questions: ReadonlyMap<string, Question>, evidence: Pieces): Answers {
  const given = Object.fromEntries(rows.flatMap((row) => {
    const question = questions.get(row.question_id);
    return question ? [[question.key, answerIn(row)]] : [];
  }));
  const pieces = Object.entries(evidence).flatMap(([questionId, count]) => (questions.has(questionId) ? [[questions.get(questionId)!.key, count] as const] : []));
  return pieces.length === 0 ? given : withAllEvidence([...questions.values()], given, Object.fromEntries(pieces));
}

/** How many pieces of evidence, by the question's identifier. */
export type Pieces = Readonly<Record<string, number>>;

export function answerView(row: AnswerRow): AnswerView {
  return { ...answerIn(row), toCheck: row.to_check ?? false, carried: row.carried ?? null, byGuest: row.by_guest ?? false, version: row.version, updatedBy: row.updated_by_name, updatedAt: new Date(row.updated_at).toISOString() };
}

export function lastAnswerView(row: AnswerRow, level: Level | null, last: LastReturnRow, comparable: boolean): Omit<LastAnswerView, 'questionId' | 'ref' | 'title' | 'wording' | 'kind' | 'shown' | 'reusable'> {
  return {
    mayStart: false, roundName: last.round_name, submittedAt: last.submitted_at.toISOString(), by: last.signed_name ?? row.updated_by_name,
    level, value: row.value, note: row.note, naReason: row.na_reason, comparable,
  };
}

/** Counts the required questions, and of those the ones nothing more is wanted of: when they are equal, nothing blocks submission. */
export function progressView({ required, requiredLeft }: Pick<Progress, 'required' | 'requiredLeft'>): ProgressView {
  return { answered: required - requiredLeft, required };
}

export function levelOn(template: Template, scale: string | undefined, key: string | null): Level | null {
  return scaleOf(template, scale)?.levels.find((level) => level.key === key) ?? null;
}
