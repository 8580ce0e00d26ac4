import type { RoundState } from '@attest/domain/lifecycle';
import type { Feature, Phase, Sector } from '@attest/domain/questionnaire';

/**
 * Two facts hold in every figure here. Who is exempt is in no denominator and, so that no rate can pass 100 %, in no
 * numerator. And only what has been handed in is looked at: a return in progress or reopened is not returned.
 */
const counted = 'm.exempt_reason is null';
const returned = "s.state in ('submitted', 'accepted')";

/** Members of the round $1 that the filters let through: $2 area, $3 phase, $4 sector, $5 type, each null for all. */
const chosen = `(
  ($2::uuid is null or m.area_id = $2) and ($3::text is null or m.phase = $3)
  and ($4::text is null or m.sector = $4) and ($5::text is null or m.type = $5))`;

const members = `
  app.round_member m
  join app.submission s on s.partnership_id = m.partnership_id and s.round_member_id = m.id`;

export interface RoundRow {
  readonly id: string;
  readonly name: string;
  readonly reference: string;
  readonly state: RoundState;
  readonly template_version_id: string;
  readonly partnership_name: string;
  readonly last_id: string | null;
  readonly last_name: string | null;
  readonly last_template_version_id: string | null;
}

/** $1: the round. */
export const ROUND = `
  select r.id, r.name, r.reference, r.state, r.template_version_id, p.name as partnership_name,
    l.id as last_id, l.name as last_name, l.template_version_id as last_template_version_id
  from app.round r
  join app.partnership p on p.id = r.partnership_id
  left join app.round l on l.partnership_id = r.partnership_id and l.id = r.previous_round_id
  where r.id = $1`;

/** Members that are alike in everything rates are broken down by. */
export interface AlikeRow {
  readonly area_id: string | null;
  readonly area_name: string | null;
  readonly phase: Phase | null;
  readonly sector: Sector | null;
  readonly type: string;
  readonly submitted: number;
  readonly denominator: number;
}

export const ALIKE = `
  select m.area_id, m.area_name, m.phase, m.sector, m.type,
    (count(*) filter (where ${returned}))::int as submitted, count(*)::int as denominator
  from ${members}
  where m.round_id = $1 and ${counted} and ${chosen}
  group by m.area_id, m.area_name, m.phase, m.sector, m.type`;

export interface MemberRow {
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly area_name: string | null;
  readonly phase: Phase | null;
  readonly sector: Sector | null;
}

export interface StandingRow extends MemberRow {
  readonly submission_id: string;
  readonly returned: boolean;
}

/** One row for each member, whether or not it has returned. */
export const STANDINGS = `
  select m.organisation_id, m.organisation_name, m.area_name, m.phase, m.sector, s.id as submission_id, ${returned} as returned
  from ${members}
  where m.round_id = $1 and ${counted} and ${chosen}`;

export interface LastStandingRow {
  readonly organisation_id: string;
  readonly submission_id: string;
  readonly chosen: boolean;
}

/** Of a round that another is compared with: everybody who returned, because whoever is let through now may not have been then. */
export const LAST_STANDINGS = `
  select m.organisation_id, s.id as submission_id, ${chosen} as chosen
  from ${members}
  where m.round_id = $1 and ${counted} and ${returned}`;

/** The ratings of one return: see `levelsReader`. */
export interface RatingsRow {
  readonly submission_id: string;
  /** Section and layer of each. */
  readonly rated: string;
  /** The level of each, a character for its place in the scale. */
  readonly levels: string;
}

/**
 * All the ratings of a return in one row: 20,000 rows cost more to send and to read than to find. $1: the round; $2: levels of
 * the scale, best first. Joined to the returns by whoever reads it and not here: a planner that knows nothing yet of a new round
 * goes through all of it for each of 1,500 returns.
 */
export const RATINGS = `
  select submission_id, string_agg(section_key || E'\\x1f' || layer, E'\\x1e') as rated,
    string_agg(chr(48 + coalesce(array_position($2::text[], level), 0)), '') as levels
  from app.rating where round_id = $1 and layer in ('self', 'moderated') group by submission_id`;

export interface SectionRow {
  readonly submission_id: string;
  readonly section_key: string;
}

/** Sections of the returns $1 that fell away while they were being answered: what is asked has a trace, even where nothing in it counts. */
export const FALLEN_AWAY = `
  select submission_id, section_key from app.rating
  where submission_id = any($1::uuid[]) and layer = 'self' and level is null and trace is null`;

/**
 * Sections of the round $1 whose own rating was worked out again after another level had been shown of it; the whole return is
 * ''. A rating is shown from the moment it is handed in, so whatever was recalculated had been.
 */
export const REVISED = `
  select distinct r.submission_id, r.section_key
  from app.rating_history h
  join app.rating r on r.partnership_id = h.partnership_id and r.submission_id = h.submission_id and r.section_key = h.section_key and r.layer = h.layer
  where h.round_id = $1 and h.replaced_by is not null and h.layer = 'self' and r.recalculation_id is not null and h.level is distinct from r.level`;

export type AnswerPart = readonly [questionId: string, level: string | null, value: unknown, note: string, naReason: string | null];

export interface RespondentRow extends MemberRow {
  readonly template_version_id: string;
  /** By the filters. The others are read as well, to be compared with. */
  readonly chosen: boolean;
  readonly submission_id: string;
  readonly features: readonly Feature[];
  readonly type: string;
  /** Code of the local authority. */
  readonly area: string | null;
  readonly answers: readonly AnswerPart[];
}

/** Those who returned, with their answers to the questions $6, and their words to the questions $7. */
export const RESPONDENTS = `
  select s.template_version_id, m.organisation_id, m.organisation_name, m.area_name, m.phase, m.sector, m.features, m.type, s.id as submission_id, ${chosen} as chosen,
    (select la_code from app.area where partnership_id = m.partnership_id and id = m.area_id) as area,
    coalesce(said.answers, '[]') as answers
  from ${members}
  left join lateral (
    select jsonb_agg(jsonb_build_array(question_id, level, value, case when question_id = any($7::uuid[]) then note else '' end, na_reason)) as answers
    from app.answer where partnership_id = s.partnership_id and submission_id = s.id and question_id = any($6::uuid[]) and not to_check
  ) said on true
  where m.round_id = $1 and ${counted} and ${returned}`;

export interface VersionRow {
  readonly id: string;
}

/** $1: the round. Other versions than its own that returns were handed in on, before the round went over to it. */
export const EARLIER_VERSIONS = `
  select distinct s.template_version_id as id
  from ${members}
  join app.round r on r.partnership_id = m.partnership_id and r.id = m.round_id
  where m.round_id = $1 and ${counted} and ${returned} and s.template_version_id <> r.template_version_id`;

export interface SuccessionRow {
  readonly id: string;
  readonly predecessor_id: string;
}

/** A school that became an academy is another organisation, and its history follows it. */
export const SUCCESSIONS = 'select id, predecessor_id from app.organisation where predecessor_id is not null';

export interface MemberNameRow {
  readonly organisation_name: string;
}

/** $1: the round; $2: the organisation. */
export const MEMBER_NAME = `
  select m.organisation_name from ${members} where m.round_id = $1 and m.organisation_id = $2 and ${counted}`;
