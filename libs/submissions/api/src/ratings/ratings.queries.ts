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
