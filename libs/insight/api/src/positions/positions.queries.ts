import { chosen, counted, members, returned, type MemberRow } from '../insight.queries';

/** Points of a layer that gave none are nought of nought. */
export type RatingPart = readonly [section: string, layer: 'self' | 'moderated', level: string | null, won: number, available: number];

export interface PositionQueryRow extends MemberRow {
  readonly peer_group: string;
  readonly ratings: readonly RatingPart[];
}

/** Those who returned in the round $1, by the filters $2 to $6, with all their ratings by themselves and by the panel. */
export const POSITIONS = `
  select m.organisation_id, m.organisation_name, m.area_name, m.phase, m.sector, m.peer_group, coalesce(rated.ratings, '[]') as ratings
  from ${members}
  left join lateral (
    select json_agg(json_build_array(r.section_key, r.layer, r.level, r.won, r.available)) as ratings
    from app.rating r where r.partnership_id = u.partnership_id and r.submission_id = u.submission_id and r.layer in ('self', 'moderated')
  ) rated on true
  where m.round_id = $1 and ${counted} and ${returned} and ${chosen}`;
