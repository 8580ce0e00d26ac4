import type { ActionState } from '@attest/domain/actions';
import type { Phase, Sector } from '@attest/domain/questionnaire';

export interface ActionRow {
  readonly id: string;
  readonly number: number;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly round_id: string;
  readonly round_name: string;
  /** As they were when the round opened; some agencies work across all areas. */
  readonly area_id: string | null;
  readonly area_name: string | null;
  readonly phase: Phase | null;
  readonly sector: Sector | null;
  readonly submission_id: string;
  readonly question_id: string | null;
  /** Of the question, which may be of an older version than the return now is. */
  readonly template_version_id: string | null;
  readonly level: string | null;
  readonly title: string;
  readonly owner: string;
  readonly due_on: string | null;
  readonly state: ActionState;
  readonly completion: string;
  readonly impact: string;
  readonly version: number;
  readonly changed_by_name: string;
  readonly changed_at: Date;
}

const ACTIONS = `
  select a.id, a.number, a.organisation_id, m.organisation_name, r.id as round_id, r.name as round_name, m.area_id, m.area_name, m.phase, m.sector,
    a.submission_id, a.question_id, q.template_version_id, a.level, a.title, a.owner, a.due_on::text, a.state, a.completion, a.impact, a.version, a.changed_by_name, a.changed_at
  from app.action a
  join app.submission s on s.partnership_id = a.partnership_id and s.id = a.submission_id
  join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
  join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
  left join app.question q on q.partnership_id = a.partnership_id and q.id = a.question_id`;

/** Each is null where it leaves nothing out. $1: an organisation, $2: a round, $3: an area, $4: a phase or sector, $5: of which returns. */
export const ALL_ACTIONS = `${ACTIONS}
  where ($1::uuid is null or a.organisation_id = $1) and ($2::uuid is null or r.id = $2) and ($3::uuid is null or m.area_id = $3)
    and ($4::text is null or coalesce(m.phase, m.sector) = $4) and ($5::text is distinct from 'submitted' or s.submitted_at is not null)`;

export const ACTIONS_OF_RETURN = `${ACTIONS} where a.submission_id = $1 order by a.number`;

export const ONE_ACTION = `${ACTIONS} where a.id = $1`;

/** Numbers are given one after the other: whoever plans for an organisation at the same moment waits. */
export const LOCK_NUMBERS = "select pg_advisory_xact_lock(hashtext('actions ' || $1))";

/** $1 partnership, $2 action, $3 organisation, $4 return, $5 question, $6 level, $7 title, $8 owner, $9 due, $10 person, $11 their name, $12 when. */
export const PLAN_ACTION = `
  insert into app.action (partnership_id, id, organisation_id, number, submission_id, question_id, level, title, owner, due_on, changed_by, changed_by_name, changed_at)
  select $1, $2, $3, coalesce(max(number), 0) + 1, $4, $5, $6, $7, $8, $9, $10, $11, $12
  from app.action where partnership_id = $1 and organisation_id = $3`;

/** $1 action, $2 the version it must still have, $3 title, $4 owner, $5 due, $6 completion, $7 impact, $8 state, $9 person, $10 their name, $11 when. */
export const CHANGE_ACTION = `
  update app.action
  set title = $3, owner = $4, due_on = $5, completion = $6, impact = $7, state = $8, version = version + 1, changed_by = $9, changed_by_name = $10, changed_at = $11
  where id = $1 and version = $2 returning id`;

/** $1 partnership, $2 event, $3 action, $4 organisation, $5 move, $6 reason, $7 how it stands, $8 person, $9 their name, $10 when. */
export const TELL_ACTION = `
  insert into app.action_event (partnership_id, id, action_id, organisation_id, move, reason, plan, by_person, by_name, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

export interface EventRow {
  readonly move: string;
  readonly reason: string;
  readonly by_name: string;
  readonly at: Date;
}

export const EVENTS = 'select move, reason, by_name, at from app.action_event where action_id = $1 order by at, id';
