import type { OrganisationProfile } from '@attest/domain/questionnaire';
import type { RoundState, SubmissionState } from '@attest/domain/lifecycle';
import { shownIn, type ShownRow } from './evidence/evidence.queries';
import { signaturesOf, type SignatureRow } from './signing/signing.queries';

/** An answer as the database says it in JSON. */
export interface AnswerRow {
  readonly question_id: string;
  readonly level: string | null;
  readonly value: unknown;
  readonly note: string;
  readonly na_reason: string | null;
  readonly version: number;
  readonly updated_by_name: string;
  readonly updated_at: string;
  /** Came over from other words, and nobody has checked it since. */
  readonly to_check: boolean;
  /** Whether its words came from the round before, and were changed since; null where they did not. */
  readonly carried: 'unchanged' | 'changed' | null;
  /** Written by a guest. */
  readonly by_guest: boolean;
}

export interface RatingRow {
  readonly section_key: string;
  readonly level: string | null;
  readonly won: number;
  readonly available: number;
}

/** What is known of a return before its answers. */
export interface ReturnRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  /** The organisation itself and those that followed it, such as the academy a school became. */
  readonly readers: readonly string[];
  readonly state: SubmissionState;
  readonly answered: number;
  readonly required: number;
  readonly last_saved_at: Date | null;
  readonly submitted_at: Date | null;
  readonly reference: string | null;
  /** Since when its answers are gone, having been kept long enough. */
  readonly disposed_on: string | null;
  readonly template_version_id: string;
  readonly round_id: string;
  readonly round_name: string;
  readonly round_state: RoundState;
  readonly due_on: string;
  readonly final_on: string;
  /** Until when it takes answers again, while it is open again. */
  readonly reopened_until: string | null;
  /** To which questions alone; null: to all. */
  readonly reopened_questions: readonly string[] | null;
  /** Those that stand, in the order in which they were given. */
  readonly signatures: readonly SignatureRow[];
  readonly carried: CarriedRow | null;
}

/** When a return went over to another version last, and what came of it. */
export interface CarriedRow {
  readonly at: string;
  readonly from_version_id: string;
  readonly kept: number;
  readonly to_check: number;
  readonly set_aside: number;
  readonly added: number;
  /** How many nobody has checked yet. */
  readonly left: number;
}

const returnColumns = `
  s.id, s.organisation_id, m.organisation_name, s.state, s.answered, s.required, s.last_saved_at, s.submitted_at, s.reference, s.disposed_on::text,
  s.template_version_id, r.id as round_id, r.name as round_name, r.state as round_state, r.due_on::text, r.final_on::text,
  s.reopened_until::text, s.reopened_questions, ${signaturesOf} as signatures,
  array(select s.organisation_id union select h.id from app.organisation h where h.predecessor_id = s.organisation_id) as readers,
  (select jsonb_build_object('at', c.at, 'from_version_id', c.from_version_id, 'kept', x.kept, 'to_check', x.to_check, 'set_aside', x.set_aside, 'added', x.added,
      'left', (select count(*) from app.answer a where a.partnership_id = s.partnership_id and a.submission_id = s.id and a.to_check))
    from app.carried_return x join app.carry_over c on c.partnership_id = x.partnership_id and c.id = x.carry_over_id and c.undone_at is null
    where x.partnership_id = s.partnership_id and x.submission_id = s.id order by c.at desc, c.id desc limit 1) as carried`;

const returnTables = `
  app.submission s
  join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
  join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id`;

const answersOf = (submission: string) => `
  (select coalesce(jsonb_agg(a), '[]') from (
    select question_id, level, value, note, na_reason, version, updated_by_name, updated_at, to_check, carried, by_guest
    from app.answer where partnership_id = ${submission}.partnership_id and submission_id = ${submission}.id) a)`;

export interface SummaryRow extends ReturnRow {
  readonly result: string | null;
}

/** $1: organisations. Theirs, and those of the schools they followed. */
export const RETURNS_OF_ORGANISATIONS = `
  select ${returnColumns}, o.level as result
  from ${returnTables}
  left join app.rating o on o.partnership_id = s.partnership_id and o.submission_id = s.id and o.section_key = '' and o.layer = 'self'
    and s.state in ('submitted', 'accepted')
  where r.state <> 'draft' and (s.organisation_id = any($1::uuid[])
    or s.organisation_id in (select predecessor_id from app.organisation where id = any($1::uuid[])))`;

export interface WholeReturnRow extends ReturnRow, Pick<OrganisationProfile, 'phase' | 'sector' | 'features' | 'type' | 'area'> {
  readonly round_reference: string;
  readonly previous_round_id: string | null;
  readonly predecessor_id: string | null;
  readonly peer_group: string;
  readonly answers: readonly AnswerRow[];
  /** Pieces of evidence by question. */
  readonly evidence: Readonly<Record<string, number>>;
  /** Whether something of the caller's own waits that could not be saved. */
  readonly has_drafts: boolean;
}

/** $1: the return. */
export const WHOLE_RETURN = `
  select ${returnColumns}, r.reference as round_reference, r.previous_round_id, m.phase, m.sector, m.features, m.type, m.peer_group,
    (select la_code from app.area where partnership_id = m.partnership_id and id = m.area_id) as area,
    (select predecessor_id from app.organisation where id = s.organisation_id) as predecessor_id, s.evidence, ${answersOf('s')} as answers,
    exists (select from app.my_drafts(s.id)) as has_drafts
  from ${returnTables}
  where s.id = $1`;

export interface LastReturnRow {
  readonly id: string;
  readonly round_name: string;
  readonly submitted_at: Date;
  readonly signed_name: string | null;
  readonly template_version_id: string;
  readonly organisation_id: string;
  readonly answers: readonly AnswerRow[];
  readonly shown: readonly ShownRow[];
  readonly ratings: readonly Pick<RatingRow, 'section_key' | 'level'>[];
}

/** $1: the round before; $2: the organisation; $3: the one it followed, or null. */
export const LAST_RETURN = `
  select s.id, r.name as round_name, s.submitted_at, s.template_version_id, s.organisation_id, ${answersOf('s')} as answers,
    (select coalesce(jsonb_agg(shown), '[]') from (${shownIn('last.id')}) shown) as shown,
    (select signed_name from app.submission_snapshot
      where partnership_id = s.partnership_id and submission_id = s.id and kind = 'submitted' order by at desc limit 1) as signed_name,
    (select coalesce(jsonb_agg(jsonb_build_object('section_key', section_key, 'level', level)), '[]') from app.rating
      where partnership_id = s.partnership_id and submission_id = s.id and layer = 'self') as ratings
  from app.submission s
  cross join lateral (select s.id) last -- inside, s is another
  join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
  where s.round_id = $1 and s.organisation_id in ($2, $3) and s.state in ('submitted', 'accepted') and s.disposed_on is null
  order by s.organisation_id = $2 desc limit 1`;

/** $1: a return that was disposed of. The hashes of what was signed outlive it. */
export const HASHES = 'select sha256, at from app.submission_snapshot where submission_id = $1 order by at desc, id';

export interface HashRow {
  readonly sha256: string;
  readonly at: Date;
}
