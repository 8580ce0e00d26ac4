import type { RoundState, SubmissionState } from '@attest/domain/lifecycle';
import type { OrganisationProfile } from '@attest/domain/questionnaire';
import type { StoredAnswer } from '../answering.queries';

export interface CarriedRoundRow {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly final_on: string;
  readonly template_version_id: string;
}

const ROUND = 'select id, name, state, final_on::text, template_version_id from app.round where id =';

/** $1: the round. */
export const CARRIED_ROUND = `${ROUND} $1`;

/** The round before its returns, as everybody does who needs both: whoever comes second waits here. $1: the round. */
export const LOCK_ROUND = `${ROUND} $1 for no key update`;

/** $1: a carrying over. */
export const LOCK_ROUND_OF = `${ROUND} (select round_id from app.carry_over where id = $1) for no key update`;

/** $1: the round. Saves and submissions wait, and those that came first are waited for. */
export const LOCK_OPEN_RETURNS = "select id from app.submission where round_id = $1 and state in ('not-started', 'in-progress') order by id for update";

export interface CarriedReturnRow extends Pick<OrganisationProfile, 'phase' | 'sector' | 'features' | 'type' | 'area'> {
  readonly id: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly state: SubmissionState;
  readonly version: number;
  readonly standing: unknown;
  readonly template_version_id: string;
  /** Pieces of evidence by question. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Of returns that have never been handed in; of the others not one. */
  readonly answers: readonly StoredAnswer[];
}

/** $1: the round. */
export const RETURNS_TO_CARRY = `
  select s.id, s.organisation_id, m.organisation_name, s.state, s.version, s.standing, s.template_version_id, s.evidence, m.phase, m.sector, m.features, m.type,
    (select la_code from app.area where partnership_id = m.partnership_id and id = m.area_id) as area,
    case when s.state in ('not-started', 'in-progress') then (select coalesce(json_agg(a), '[]') from (
      select question_id, level, value, note, na_reason, version, to_check
      from app.answer where partnership_id = s.partnership_id and submission_id = s.id) a) else '[]' end as answers
  from app.submission s
  join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
  where s.round_id = $1
  order by lower(m.organisation_name), s.id`;

/** $1 identifier, $2 round, $3 version, $4 when, $5 what becomes of each return, $6 which question stands in the place of which. */
export const CARRY_ROUND = 'select app.carry_round($1, $2, $3, $4, $5::jsonb, $6::jsonb)';

/** $1 carrying over, $2 when. */
export const UNDO_CARRY = 'select app.undo_carry($1, $2) as outcome';
export type Undone = 'done' | 'not-found' | 'undone' | 'closed' | 'changed';

export interface CarryOverRow {
  readonly id: string;
  readonly from_version_id: string;
  readonly to_version_id: string;
  readonly at: Date;
  readonly undone_at: Date | null;
  readonly returns: number;
  readonly kept: number;
  readonly to_check: number;
  readonly set_aside: number;
  readonly added: number;
}

/** $1: the round. Newest first. */
export const CARRY_OVERS = `
  select c.id, c.from_version_id, c.to_version_id, c.at, c.undone_at, count(x.submission_id)::int as returns,
    coalesce(sum(x.kept), 0)::int as kept, coalesce(sum(x.to_check), 0)::int as to_check, coalesce(sum(x.set_aside), 0)::int as set_aside, coalesce(sum(x.added), 0)::int as added
  from app.carry_over c
  left join app.carried_return x on x.partnership_id = c.partnership_id and x.carry_over_id = c.id
  where c.round_id = $1
  group by c.partnership_id, c.id order by c.at desc, c.id desc`;

/** $1: the carrying over. */
export const CHANGED_SINCE = `
  select m.organisation_name as name
  from app.changed_since_carry($1) changed
  join app.carry_over c on c.id = $1
  join app.round_member m on m.partnership_id = c.partnership_id and m.round_id = c.round_id and m.organisation_id = changed.organisation_id
  order by lower(m.organisation_name)`;
