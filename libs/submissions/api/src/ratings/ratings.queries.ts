import type { Trace } from '@attest/domain/scoring';
import type { RatingRow } from '../submissions.queries';

/** A rating as it was stored, whose `section_key` is empty for the whole return. */
export interface StoredRow extends RatingRow {
  readonly layer: 'self' | 'moderated';
  readonly reason: string | null;
  readonly rule: string;
  readonly trace: Trace | null;
  readonly rated_at: Date;
}

/** $1: the return; $2: the section. */
export const RATINGS_OF_SECTION = `
  select section_key, layer, level, won, available, reason, rule, trace, rated_at
  from app.rating where submission_id = $1 and section_key = $2 and layer in ('self', 'moderated')`;

/** $1: the return. What it says of itself. */
export const LEVELS_OF_RETURN = "select section_key, level, won, available from app.rating where submission_id = $1 and layer = 'self'";

/** What a rating was, and why it is that no longer. */
export interface EarlierRow extends RatingRow {
  readonly rule: string;
  readonly rated_at: Date;
  readonly replaced_at: Date;
  /** Of the recalculation that replaced it; null where the return was handed in again. */
  readonly why: string | null;
}

/** $1: the return; $2: the section. Newest first. */
export const EARLIER_RATINGS = `
  select h.section_key, h.level, h.won, h.available, h.rule, h.rated_at, h.replaced_at, c.reason as why
  from app.rating_history h
  left join app.recalculation c on c.partnership_id = h.partnership_id and c.id = h.replaced_by
  where h.submission_id = $1 and h.section_key = $2 and h.layer = 'self' order by h.replaced_at desc, h.id`;
