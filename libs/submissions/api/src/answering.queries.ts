import type { RoundState, SubmissionState } from '@attest/domain/lifecycle';
import type { OrganisationProfile } from '@attest/domain/questionnaire';
import type { AnswerRow } from './submissions.queries';

/** What an operation left behind when it came the first time. */
export interface EventRow extends AnswerRow {
  readonly submission_id: string;
  readonly outcome: 'saved' | 'conflict';
  readonly questions_changed: boolean;
}

export interface LockedReturn extends Pick<OrganisationProfile, 'phase' | 'sector' | 'features'> {
  readonly partnership_id: string;
  readonly organisation_id: string;
  readonly round_id: string;
  readonly template_version_id: string;
  readonly state: SubmissionState;
  readonly version: number;
  /** The version when the statement began: another one than `version` says that it waited for somebody else's save. */
  readonly version_seen: number;
  readonly answered: number;
  readonly required: number;
  readonly round_state: RoundState;
  readonly final_on: string;
  readonly event: EventRow | null;
  readonly current: AnswerRow | null;
  readonly answers: readonly Pick<AnswerRow, 'question_id' | 'level' | 'value' | 'note' | 'na_reason'>[];
}

/**
 * Everything one save needs to know, with the return locked. $1: the return; $2: the question; $3: the operation.
 *
 * Where the lock had to wait, the row locked is the newest but all else is as it was before the wait: compare the versions.
 */
export const LOCKED_RETURN = `
  select s.partnership_id, s.organisation_id, s.round_id, s.template_version_id, s.state, s.version, s.answered, s.required,
    (select seen.version from app.submission seen where seen.partnership_id = s.partnership_id and seen.id = s.id) as version_seen,
    r.state as round_state, r.final_on::text, m.phase, m.sector, m.features,
    (select to_jsonb(e) from (
      select submission_id, question_id, outcome, level, value, note, na_reason, version, by_name as updated_by_name, at as updated_at, questions_changed
      from app.answer_event where partnership_id = s.partnership_id and operation_id = $3) e) as event,
    (select to_jsonb(a) from (
      select question_id, level, value, note, na_reason, version, updated_by_name, updated_at
      from app.answer where partnership_id = s.partnership_id and submission_id = s.id and question_id = $2) a) as current,
    (select coalesce(jsonb_agg(a), '[]') from (
      select question_id, level, value, note, na_reason
      from app.answer where partnership_id = s.partnership_id and submission_id = s.id) a) as answers
  from app.submission s
  join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
  join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
  where s.partnership_id = (select app.partnership()) and s.id = $1
  for update of s`;

/**
 * The answer, its history, the count and the ratings, in one statement. $1 partnership, $2 return, $3 question, $4 organisation,
 * $5–$8 level, value, note, reason, $9 version, $10–$11 who, $12 when, $13 operation, $14 whether questions changed, $15 answered,
 * $16 required, $17 round, $18 rule, $19 ratings. The return is locked, so nothing here can be overtaken.
 */
export const SAVE_ANSWER = `
  with answered as (
    insert into app.answer (partnership_id, submission_id, question_id, organisation_id, level, value, note, na_reason, version, updated_by, updated_by_name, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    on conflict (partnership_id, submission_id, question_id) do update
      set level = excluded.level, value = excluded.value, note = excluded.note, na_reason = excluded.na_reason, version = excluded.version,
        updated_by = excluded.updated_by, updated_by_name = excluded.updated_by_name, updated_at = excluded.updated_at),
  remembered as (
    insert into app.answer_event (partnership_id, operation_id, submission_id, question_id, organisation_id, outcome, version,
      level, value, note, na_reason, by_person, by_name, at, questions_changed)
    values ($1, $13, $2, $3, $4, 'saved', $9, $5, $6, $7, $8, $10, $11, $12, $14)),
  counted as (
    update app.submission
    set state = case state when 'not-started' then 'in-progress' else state end, version = version + 1, answered = $15, required = $16,
      started_at = coalesce(started_at, $12), last_saved_at = $12
    where partnership_id = $1 and id = $2)
  insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, provisional, rule, rated_at)
  select $1, $2, section_key, 'self', $17, $4, level, won, available, true, $18, $12
  from jsonb_to_recordset($19) as rated (section_key text, level text, won int, available int)
  on conflict (partnership_id, submission_id, section_key, layer) do update
    set level = excluded.level, won = excluded.won, available = excluded.available, provisional = true, trace = null,
      rule = excluded.rule, rated_at = excluded.rated_at`;

/** Keeps what was typed by whoever came second. `version` is the one they meant to change. */
export const REMEMBER_CONFLICT = `
  insert into app.answer_event (partnership_id, operation_id, submission_id, question_id, organisation_id, outcome, version,
    level, value, note, na_reason, by_person, by_name, at)
  values ($1, $2, $3, $4, $5, 'conflict', $6, $7, $8, $9, $10, $11, $12, $13)`;
