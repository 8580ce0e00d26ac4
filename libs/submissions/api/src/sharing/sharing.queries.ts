import type { RoundState, SubmissionState } from '@attest/domain/lifecycle';

/** What is known of a return before anything is arranged about it. */
export interface SharedReturn {
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly readers: readonly string[];
  readonly state: SubmissionState;
  readonly template_version_id: string;
  readonly round_name: string;
  readonly round_state: RoundState;
  readonly due_on: string;
  readonly final_on: string;
  readonly reopened_until: string | null;
  readonly partnership: string;
}

/** $1: the return. */
export const SHARED_RETURN = `
  select s.organisation_id, m.organisation_name, array[s.organisation_id] as readers, s.state, s.template_version_id, r.name as round_name, r.state as round_state,
    r.due_on::text, r.final_on::text, s.reopened_until::text, (select name from app.partnership where id = s.partnership_id) as partnership
  from app.submission s
  join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
  join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
  where s.id = $1 and s.disposed_on is null`;

export interface ColleagueRow {
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}

/** $1: the organisation. */
export const COLLEAGUES = 'select * from app.colleagues_of($1)';

export interface AssignmentRow {
  readonly id: string;
  readonly submission_id: string;
  readonly section_key: string;
  readonly question_id: string | null;
  readonly person_id: string;
  readonly person_name: string;
  readonly due_on: string | null;
  readonly assigned_by_name: string;
}

const assignments = `
  select id, submission_id, section_key, question_id, person_id, person_name, due_on::text, assigned_by_name from app.assignment`;

/** $1: the return. */
export const ASSIGNMENTS = `${assignments} where submission_id = $1 order by assigned_at, id`;

/** $1: who. Of returns that are still being answered. */
export const ASSIGNED_TO = `
  ${assignments} where person_id = $1 and submission_id in (select id from app.submission where state in ('not-started', 'in-progress', 'reopened') and disposed_on is null)
  order by due_on nulls last, assigned_at, id`;

/** $1 partnership, $2 id, $3 return, $4 organisation, $5 section, $6 question, $7–$8 to whom, $9 day, $10–$11 by whom, $12 when. Given again, it is theirs instead. */
export const ASSIGN = `
  insert into app.assignment as a (partnership_id, id, submission_id, organisation_id, section_key, question_id, person_id, person_name, due_on, assigned_by, assigned_by_name, assigned_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (partnership_id, submission_id, section_key, question_id) do update
    set person_id = excluded.person_id, person_name = excluded.person_name, due_on = excluded.due_on,
      assigned_by = excluded.assigned_by, assigned_by_name = excluded.assigned_by_name, assigned_at = excluded.assigned_at`;

/** $1 return, $2 section, $3 question. */
export const TAKE_BACK = 'delete from app.assignment where submission_id = $1 and section_key = $2 and question_id is not distinct from $3';
