import type { AnswerRow } from '../submissions.queries';

/** One thing that was saved, or lost to somebody who was quicker, without its words. */
export interface EventRow {
  readonly id: string;
  readonly at: Date;
  readonly outcome: 'saved' | 'conflict';
  readonly via: 'page' | 'last-round';
  readonly by_person: string;
  readonly question_id: string;
  readonly line: string;
  /** Of what was saved: what stood there before, and whether it said just the same. */
  readonly before: string | null;
  readonly same: boolean;
}

/** $1 return, $2 questions, $3 the line of each: where an answer went from one to the other. In the order in which they came. */
export const EVENTS = `
  select operation_id as id, at, outcome, via, by_person, question_id, line, lag(operation_id) over before as before,
    (level, value, note, na_reason) is not distinct from (lag(level) over before, lag(value) over before, lag(note) over before, lag(na_reason) over before) as same
  from app.answer_event join unnest($2::uuid[], $3::text[]) as thread (question, line) on question = question_id
  where submission_id = $1
  window before as (partition by outcome, line order by at, version, operation_id)
  order by at, version, operation_id`;

export interface SaidRow extends Pick<AnswerRow, 'question_id' | 'level' | 'value' | 'note' | 'na_reason'> {
  readonly id: string;
  readonly by_name: string;
}

/** $1: events. */
export const SAID = 'select operation_id as id, question_id, level, value, note, na_reason, by_name from app.answer_event where operation_id = any($1::uuid[])';

export interface StepRow {
  readonly id: string;
  readonly at: Date;
  readonly undone_at: Date | null;
  readonly from_version_id: string;
  readonly to_version_id: string;
}

/** $1: the return. When it went over to another version, and back. */
export const STEPS = `
  select c.id, c.at, c.undone_at, c.from_version_id, c.to_version_id
  from app.carried_return x join app.carry_over c on c.partnership_id = x.partnership_id and c.id = x.carry_over_id
  where x.submission_id = $1 order by c.at, c.id`;
