import type { OrganisationProfile } from '@attest/domain/questionnaire';
import type { StoredRating } from '@attest/domain/scoring';

/** A return that was handed in: whom it was asked of, what it says without its words, and how it is rated. */
export interface RatedReturnRow extends Pick<OrganisationProfile, 'phase' | 'sector' | 'features' | 'type' | 'area'> {
  readonly id: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly template_version_id: string;
  readonly answers: readonly { readonly question_id: string; readonly level: string | null; readonly value: unknown; readonly note: string; readonly na_reason: string | null }[];
  readonly ratings: readonly (StoredRating & { readonly rule: string })[];
}

/** $1: the round; $2: after this return, or null; $3: how many. In parts, because the traces of 1,500 returns are more than a program should hold. */
export const RATED_RETURNS = `
  select s.id, s.organisation_id, m.organisation_name, s.template_version_id, m.phase, m.sector, m.features, m.type,
    (select la_code from app.area where partnership_id = m.partnership_id and id = m.area_id) as area,
    (select coalesce(jsonb_agg(jsonb_build_object('question_id', question_id, 'level', level, 'value', value, 'note', '', 'na_reason', na_reason)), '[]')
      from app.answer where partnership_id = s.partnership_id and submission_id = s.id) as answers,
    (select coalesce(jsonb_agg(jsonb_build_object('section', section_key, 'level', level, 'won', won, 'available', available, 'trace', trace, 'rule', rule)), '[]')
      from app.rating where partnership_id = s.partnership_id and submission_id = s.id and layer = 'self') as ratings
  from app.submission s
  join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
  where s.round_id = $1 and s.state in ('submitted', 'accepted') and s.disposed_on is null and ($2::uuid is null or s.id > $2)
  order by s.id limit $3`;

/** $1: the round. Nobody rates its returns anew until this is done. */
export const HOLD_RATINGS = "select count(*) from (select from app.rating where round_id = $1 and layer = 'self' for update) held";

/** $1 partnership, $2 its identifier, $3 round, $4 reason, $5 which it undoes, $6–$8 levels, points, explanations, $9 when. */
export const ADD_RECALCULATION = `
  insert into app.recalculation (partnership_id, id, round_id, reason, undoes, levels, points, explanations, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;

/** $1 partnership, $2 round, $3 recalculation, $4 when, $5 what ratings are now. What they were, a trigger keeps. */
export const RATE_AGAIN = `
  insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, rule, trace, rated_at, recalculation_id)
  select $1, submission_id, section_key, 'self', $2, organisation_id, level, won, available, rule, trace, $4, $3
  from jsonb_to_recordset($5) as now (submission_id uuid, organisation_id uuid, section_key text, level text, won int, available int, rule text, trace jsonb)
  on conflict (partnership_id, submission_id, section_key, layer) do update
    set level = excluded.level, won = excluded.won, available = excluded.available, rule = excluded.rule, trace = excluded.trace,
      rated_at = excluded.rated_at, recalculation_id = excluded.recalculation_id`;

/** $1 the recalculation whose ratings are put back, $2 the one that does it, $3 when. What it rated first of all is not rated any more. */
export const PUT_BACK = `
  update app.rating r
  set level = was.level, won = coalesce(was.won, 0), available = coalesce(was.available, 0), rule = coalesce(was.rule, r.rule), trace = was.trace,
    rated_at = $3, recalculation_id = $2
  from app.rating now
  left join app.rating_history was on was.partnership_id = now.partnership_id and was.submission_id = now.submission_id
    and was.section_key = now.section_key and was.layer = now.layer and was.replaced_by = $1
  where now.recalculation_id = $1 and r.partnership_id = now.partnership_id and r.submission_id = now.submission_id
    and r.section_key = now.section_key and r.layer = now.layer
  returning r.section_key`;

export interface RecalculationRow {
  readonly id: string;
  readonly at: Date;
  readonly by: string | null;
  readonly reason: string;
  readonly levels: number;
  readonly points: number;
  readonly explanations: number;
  readonly undoes: string | null;
  readonly undone: boolean;
  /** Of the ratings it changed, those that still stand as it left them. */
  readonly standing: number;
}

/** $1: the round. Who did it is what the trail says, which forgets names when the law wants it. */
export const RECALCULATIONS = `
  select c.id, c.at, c.reason, c.levels, c.points, c.explanations, c.undoes,
    exists (select from app.recalculation u where u.partnership_id = c.partnership_id and u.undoes = c.id) as undone,
    (select count(*)::int from app.rating r where r.partnership_id = c.partnership_id and r.round_id = c.round_id and r.recalculation_id = c.id) as standing,
    (select e.actor_label from app.audit_event e where e.partnership_id = c.partnership_id and e.detail ->> 'recalculation' = c.id::text and e.outcome = 'done' order by e.seq limit 1) as by
  from app.recalculation c where c.round_id = $1 order by c.at desc, c.id desc`;

export const ROUND_NAME = 'select id, name from app.round where id = $1 and state <> \'draft\'';
