import type { Trace } from '@attest/domain/scoring';
import type { FrozenSignature } from './frozen-return';
import type { RatingRow } from './submissions.queries';

/** $1 return, $2 the state it must still be in, $3 when, $4 reference, $5 answered, $6 required. A return keeps its first reference and its first date. */
export const HAND_IN = `
  update app.submission
  set state = 'submitted', version = version + 1, submitted_at = coalesce(submitted_at, $3), reference = coalesce(reference, $4), answered = $5, required = $6, reopened_until = null, reopened_questions = null
  where id = $1 and state = $2
  returning reference, submitted_at`;

/** $1 return, $2 when. What it was opened for has been signed again. */
export const REOPENING_DONE = "update app.reopening set state = 'done', done_at = $2 where submission_id = $1 and state = 'open'";

export interface HandedIn {
  readonly reference: string;
  readonly submitted_at: Date;
}

/** $1 partnership, $2 return, $3 organisation, $4 round, $5 rule, $6 when, $7 ratings with their traces. Sections no longer asked lose theirs. */
export const SEAL_RATINGS = `
  with final as (
    select * from jsonb_to_recordset($7) as rated (section_key text, level text, won int, available int, trace jsonb)),
  fallen_away as (
    update app.rating set level = null, won = 0, available = 0, trace = null, rule = $5, rated_at = $6, recalculation_id = null
    where partnership_id = $1 and submission_id = $2 and layer = 'self' and section_key not in (select section_key from final))
  insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, rule, trace, rated_at)
  select $1, $2, section_key, 'self', $4, $3, level, won, available, $5, trace, $6 from final
  on conflict (partnership_id, submission_id, section_key, layer) do update
    set level = excluded.level, won = excluded.won, available = excluded.available, trace = excluded.trace,
      rule = excluded.rule, rated_at = excluded.rated_at, recalculation_id = null`;

/** $1 partnership, $2 snapshot, $3 return, $4 organisation, $5 kind, $6 content, $7 sha256, $8–$10 who, $11 declaration, $12 when. */
export const KEEP_SNAPSHOT = `
  insert into app.submission_snapshot (partnership_id, id, submission_id, organisation_id, kind, content, sha256,
    signed_by, signed_name, signed_role, declaration, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

export interface SealedRow {
  readonly sha256: string;
  readonly signed_name: string;
  readonly signed_role: string;
  readonly declaration: string;
  readonly at: Date;
  /** As they stand in the sealed text; null in those of before there were several. */
  readonly signatures: readonly FrozenSignature[] | null;
  readonly ratings: readonly (RatingRow & { readonly trace: Trace | null })[];
}

/** $1: the return. The newest signature, and the ratings it stands for. */
export const SEALED_RETURN = `
  select n.sha256, n.signed_name, n.signed_role, n.declaration, n.at, n.content::jsonb -> 'signatures' as signatures,
    (select coalesce(jsonb_agg(jsonb_build_object('section_key', section_key, 'level', level, 'won', won, 'available', available, 'trace', trace)), '[]')
      from app.rating where partnership_id = n.partnership_id and submission_id = n.submission_id and layer = 'self') as ratings
  from app.submission_snapshot n
  where n.submission_id = $1 and n.kind = 'submitted'
  order by n.at desc limit 1`;

export interface ReleasedRow {
  readonly id: string;
  readonly name: string;
  readonly content: string;
}

/** $1 round, $2 the round before. What was published last of the first that has figures. */
export const RELEASED = `
  select r.id, r.name, l.content
  from app.release l join app.round r on r.partnership_id = l.partnership_id and r.id = l.round_id
  where l.round_id in ($1, $2) order by l.round_id = $1 desc, l.number desc limit 1`;
