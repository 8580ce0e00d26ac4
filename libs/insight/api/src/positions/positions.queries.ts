import { chosen, counted, members, returned, type MemberRow } from '../insight.queries';

/** Points of a layer that gave none are nought of nought. */
export type RatingPart = readonly [section: string, self: string | null, won: number, available: number, moderated: string | null, moderatedWon: number | null, moderatedAvailable: number | null];

export interface PositionQueryRow extends MemberRow {
  readonly peer_group: string;
  readonly ratings: readonly RatingPart[];
}

/** Those who returned in the round $1, by the filters $2 to $6, with all their ratings by themselves and by the panel. */
export const POSITIONS = `
  select m.organisation_id, m.organisation_name, m.area_name, m.phase, m.sector, m.peer_group, coalesce(rated.ratings, '[]') as ratings
  from ${members}
  left join lateral (
    select jsonb_agg(jsonb_build_array(self.section_key, self.level, self.won, self.available, panel.level, panel.won, panel.available)) as ratings
    from app.rating self
    left join app.rating panel on panel.partnership_id = self.partnership_id and panel.submission_id = self.submission_id
      and panel.section_key = self.section_key and panel.layer = 'moderated'
    where self.partnership_id = u.partnership_id and self.submission_id = u.submission_id and self.layer = 'self'
  ) rated on true
  where m.round_id = $1 and ${counted} and ${returned} and ${chosen}`;
