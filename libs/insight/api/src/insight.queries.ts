import type { RoundState } from '@attest/domain/lifecycle';
import type { AnswerValue, Feature, Phase, Sector } from '@attest/domain/questionnaire';

/**
 * Two facts hold in every figure here. Who is exempt is in no denominator and, so that no rate can pass 100 %, in no
 * numerator. And only what has been handed in is looked at: a return in progress or reopened is not returned.
 */
export const counted = 'm.exempt_reason is null';
export const returned = 'u.template_version_id is not null';

/**
 * Members of the round $1 that the filters let through: $2 area, $3 phase, $4 sector, $5 type, $6 organisations by name, each null for all.
 * Statements with these are not prepared: planned without their values they expect one member and look 1,500 up one by one.
 */
export const chosen = `(
  ($2::uuid is null or m.area_id = $2) and ($3::text is null or m.phase = $3)
  and ($4::text is null or m.sector = $4) and ($5::text is null or m.type = $5)
  and ($6::uuid[] is null or m.organisation_id = any($6)))`;

/** With the short form of each return, which the database keeps: see migration 0025. Its round is named so that those of other years are not read. */
export const members = `
  app.round_member m
  join app.return_rollup u on u.partnership_id = m.partnership_id and u.round_id = m.round_id and u.round_member_id = m.id`;

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

/** $1: rounds, answered in their order. */
export const ROUNDS = {
  name: 'rounds with those before',
  text: `
    select r.id, r.name, r.reference, r.state, r.template_version_id, p.name as partnership_name,
      l.id as last_id, l.name as last_name, l.template_version_id as last_template_version_id
    from app.round r
    join app.partnership p on p.id = r.partnership_id
    left join app.round l on l.partnership_id = r.partnership_id and l.id = r.previous_round_id
    where r.id = any($1) order by array_position($1, r.id)`,
};

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

/** A return in short. */
export interface ShortRow {
  /** The edition it was handed in on, in whose order the characters stand; null where it is not handed in. */
  readonly template_version_id: string | null;
  /** A character for each section, and one for the whole. */
  readonly self: string;
  readonly moderated: string;
}

export interface StandingRow extends MemberRow, ShortRow {
  readonly area_id: string | null;
  readonly submission_id: string;
}

const STANDING = 'm.organisation_id, m.organisation_name, m.area_id, m.area_name, m.phase, m.sector, u.submission_id, u.template_version_id, u.self, u.moderated';

/** One row for each member, whether or not it has returned. */
export const STANDINGS = `select ${STANDING} from ${members} where m.round_id = $1 and ${counted} and ${chosen}`;

/** Byte by byte, so that the order does not change with the machine; two organisations may have one name. */
const byName = (name: string, id: string) => `lower(${name}) collate "C", ${name} collate "C", ${id}`;

/** The same for those who come next by name: after the organisation $8, whose name is $7, or from the first where that is null; $9 at most. */
export const NEXT_STANDINGS = `
  ${STANDINGS} and ($7::text is null or (${byName('m.organisation_name', 'm.organisation_id')}) > (${byName('$7::text', '$8::uuid')}))
  order by ${byName('m.organisation_name', 'm.organisation_id')} limit $9`;

export interface LastStandingRow extends ShortRow {
  readonly organisation_id: string;
  readonly chosen: boolean;
}

/** Of a round that another is compared with: everybody who returned, because whoever is let through now may not have been then. */
export const LAST_STANDINGS = `
  select m.organisation_id, ${chosen} as chosen, u.template_version_id, u.self, u.moderated
  from ${members}
  where m.round_id = $1 and ${counted} and ${returned}`;

/** The same of the organisations $7. */
export const LAST_STANDINGS_AMONG = `${LAST_STANDINGS} and m.organisation_id = any($7)`;

export interface SectionRow {
  readonly submission_id: string;
  readonly section_key: string;
}

/**
 * Sections of the round $1 whose own rating was worked out again after another level had been shown of it; the whole return is
 * ''. A rating is shown from the moment it is handed in, so whatever was recalculated had been.
 */
export const REVISED = {
  name: 'revised ratings of a round',
  text: `
    select distinct r.submission_id, r.section_key
    from app.rating_history h
    join app.rating r on r.partnership_id = h.partnership_id and r.submission_id = h.submission_id and r.section_key = h.section_key and r.layer = h.layer
    where h.round_id = $1 and h.replaced_by is not null and h.layer = 'self' and r.recalculation_id is not null and h.level is distinct from r.level`,
};

/** The same of the returns $2. */
export const REVISED_AMONG = `${REVISED.text} and h.submission_id = any($2)`;

/** What a member was asked and answered, in short. */
export interface AnswersRow {
  readonly organisation_id: string;
  readonly template_version_id: string | null;
  /** By the filters. The others are read as well, to be compared with. */
  readonly chosen: boolean;
  readonly phase: Phase | null;
  readonly sector: Sector | null;
  readonly features: readonly Feature[];
  readonly type: string;
  /** Code of the local authority. */
  readonly area: string | null;
  /** A character for each question of the edition it was handed in on. */
  readonly answers: string;
  /** The answers that decide what is asked, as JSON. */
  readonly decisive: string;
}

export type ShortAnswersRow = StandingRow & AnswersRow;

/** Of somebody who returned. */
export type Returned<Row extends { readonly template_version_id: string | null }> = Row & { readonly template_version_id: string };

const inShort = (columns: string) => `
  select ${columns}, m.features, m.type, ${chosen} as chosen, a.la_code as area, u.answers, u.decisive
  from ${members}
  left join app.area a on a.partnership_id = m.partnership_id and a.id = m.area_id
  where m.round_id = $1 and ${counted} and ($7::uuid[] is null or m.organisation_id = any($7))`;

/** One row for each member of the organisations $7 or of all, whether or not it has returned. */
export const IN_SHORT = inShort(STANDING);

/** Of a round that another is compared with: those who returned, without their names. */
export const LAST_IN_SHORT = `${inShort('m.organisation_id, m.phase, m.sector, u.template_version_id')} and ${returned}`;

/** An answer in full. */
export interface SaidRow {
  readonly submission_id: string;
  readonly question_id: string;
  readonly level: string | null;
  readonly value: AnswerValue | null;
  readonly note: string;
  readonly na_reason: string | null;
}

/**
 * Of those who returned in the round $1: their answers to the questions $2 in full, with their words to the questions $3; of the organisations $4, or of all.
 * Not prepared: one question of everybody and everything of a few are best found in different ways.
 */
export const SAID = `
  select u.submission_id, a.question_id, a.level, a.value, case when a.question_id = any($3::uuid[]) then a.note else '' end as note, a.na_reason
  from app.return_rollup u
  join app.answer a on a.partnership_id = u.partnership_id and a.submission_id = u.submission_id
  where u.round_id = $1 and ${returned} and ($4::uuid[] is null or u.organisation_id = any($4)) and a.question_id = any($2::uuid[]) and not a.to_check`;

export interface RoundOrganisationRow extends MemberRow {
  readonly area_id: string | null;
  readonly type: string;
  readonly returned: boolean;
}

/** $1: the round. Everybody who is counted in it, to choose from. */
export const ORGANISATIONS = `
  select m.organisation_id, m.organisation_name, m.area_id, m.area_name, m.phase, m.sector, m.type, ${returned} as returned
  from ${members} where m.round_id = $1 and ${counted}`;

export interface FittingRow {
  readonly fitting: number;
  readonly strangers: number;
}

/** The round $1 by the filters $2 to $6: how many are let through, and how many of those named are not in it. */
export const FITTING = `
  select (select count(*)::int from ${members} where m.round_id = $1 and ${counted} and ${chosen}) as fitting,
    (select count(*)::int from unnest($6::uuid[]) named (id) where not exists (select from ${members} where m.round_id = $1 and ${counted} and m.organisation_id = named.id)) as strangers`;

export interface SuccessionRow {
  readonly id: string;
  readonly predecessor_id: string;
}

/** A school that became an academy is another organisation, and its history follows it. */
export const SUCCESSIONS = { name: 'successions', text: 'select id, predecessor_id from app.organisation where predecessor_id is not null' };

/** The same of the organisations $1. */
export const SUCCESSIONS_AMONG = `${SUCCESSIONS.text} and id = any($1)`;
