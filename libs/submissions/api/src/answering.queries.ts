import type { RoundState, SubmissionState } from '@attest/domain/lifecycle';
import type { OrganisationProfile } from '@attest/domain/questionnaire';
import type { Prepared } from '@attest/shared/api';
import type { AnswerRow } from './submissions.queries';

export interface AnswerableReturn extends Pick<OrganisationProfile, 'phase' | 'sector' | 'features' | 'type' | 'area'> {
  readonly organisation_id: string;
  readonly template_version_id: string;
  readonly state: SubmissionState;
  /** Goes up with every change within the return, so that a save can tell whether it was overtaken. */
  readonly version: number;
  readonly round_state: RoundState;
  readonly final_on: string;
  readonly reopened_until: string | null;
  readonly reopened_questions: readonly string[] | null;
  /** Pieces of evidence by question. */
  readonly evidence: Readonly<Record<string, number>>;
  readonly answers: readonly StoredAnswer[];
}

export type StoredAnswer = Pick<AnswerRow, 'question_id' | 'level' | 'value' | 'note' | 'na_reason' | 'version' | 'to_check' | 'carried'>;

/** All that a save needs to know, from one moment. $1: the return. */
export const ANSWERABLE_RETURN: Prepared = {
  name: 'answerable return',
  text: `
    select s.organisation_id, s.template_version_id, s.state, s.version, s.evidence, r.state as round_state, r.final_on::text, s.reopened_until::text, s.reopened_questions, m.phase, m.sector, m.features, m.type,
      (select la_code from app.area where partnership_id = m.partnership_id and id = m.area_id) as area,
      (select coalesce(json_agg(a), '[]') from (
        select question_id, level, value, note, na_reason, version, to_check, carried
        from app.answer where partnership_id = s.partnership_id and submission_id = s.id) a) as answers
    from app.submission s
    join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
    join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
    where s.id = $1`,
};

/**
 * The answer, its history, the count and the standing: all of it, or nothing where the return is no longer the version that was
 * read, and then no row comes back. $1 return, $2 its version (and $17 that of its questionnaire: a carrying over that is undone
 * takes the number back), $3 question, $4 operation, $5–$8 level, value, note, reason,
 * $9 version of the answer, $10–$11 who, $12 when, $13 whether questions changed, $14 answered, $15 required, $16 standing, $18 whether somebody still has to look
 * at its words, $19 whether they came from the round before, $20 whether they were taken from there just now.
 */
const saving = (name: string, answered: string): Prepared => ({
  name,
  text: `
    with counted as (
      update app.submission
      set state = case state when 'not-started' then 'in-progress' else state end, version = version + 1, answered = $14, required = $15, standing = $16,
        started_at = coalesce(started_at, $12), last_saved_at = $12
      where id = $1 and version = $2 and template_version_id = $17
      returning partnership_id, id, organisation_id),
    answered as (${answered}),
    remembered as (
      insert into app.answer_event (partnership_id, operation_id, submission_id, question_id, organisation_id, outcome, version,
        level, value, note, na_reason, by_person, by_name, at, questions_changed, via)
      select partnership_id, $4, id, $3, organisation_id, 'saved', $9, $5, $6, $7, $8, $10, $11, $12, $13, $20 from counted)
    select id from counted`,
});

/** Two statements and no upsert: PostgreSQL asks every policy of both for one, whichever it comes to. */
const SAVE_FIRST_ANSWER = saving('save first answer', `
      insert into app.answer (partnership_id, submission_id, question_id, organisation_id, level, value, note, na_reason, version, updated_by, updated_by_name, updated_at, to_check, carried)
      select partnership_id, id, $3, organisation_id, $5, $6, $7, $8, $9, $10, $11, $12, $18, $19 from counted`);

const SAVE_CHANGED_ANSWER = saving('save changed answer', `
      update app.answer a
      set level = $5, value = $6, note = $7, na_reason = $8, version = $9, updated_by = $10, updated_by_name = $11, updated_at = $12, to_check = $18, carried = $19, by_guest = false
      from counted c where a.partnership_id = c.partnership_id and a.submission_id = c.id and a.question_id = $3`);

/** $1: the return. Whoever comes second waits here. */
export const LOCK_RETURN = 'select from app.submission where id = $1 for update';

/** What an operation left behind when it came the first time, and the answer as it stands now. */
export interface DoneBefore {
  readonly answered: number;
  readonly required: number;
  readonly current: AnswerRow | null;
  readonly event: (AnswerRow & {
    readonly submission_id: string;
    readonly outcome: 'saved' | 'conflict';
    readonly questions_changed: boolean;
  }) | null;
}

/** $1 return, $2 question, $3 operation. */
const DONE_BEFORE = `
  select s.answered, s.required,
    (select to_jsonb(a) from app.answer a where a.partnership_id = s.partnership_id and a.submission_id = s.id and a.question_id = $2) as current,
    (select to_jsonb(e) || jsonb_build_object('updated_by_name', e.by_name, 'updated_at', e.at)
      from app.answer_event e where e.partnership_id = s.partnership_id and e.operation_id = $3) as event
  from app.submission s where s.id = $1`;

/** Keeps what was typed by whoever came second; $10 is the version they meant to change. */
const REMEMBER_CONFLICT = `
  insert into app.answer_event (partnership_id, operation_id, submission_id, question_id, organisation_id, outcome,
    level, value, note, na_reason, version, by_person, by_name, at)
  values ($1, $2, $3, $4, $5, 'conflict', $6, $7, $8, $9, $10, $11, $12, $13)`;

/** Where an answer is read and written: the tables, as far as row-level security shows them, or the functions that stand in their place for guests. */
export interface Desk {
  readonly answerable: Prepared;
  readonly lock: string;
  readonly before: string;
  readonly first: Prepared;
  readonly changed: Prepared;
  readonly lost: string;
}

export const TABLES: Desk = { answerable: ANSWERABLE_RETURN, lock: LOCK_RETURN, before: DONE_BEFORE, first: SAVE_FIRST_ANSWER, changed: SAVE_CHANGED_ANSWER, lost: REMEMBER_CONFLICT };
