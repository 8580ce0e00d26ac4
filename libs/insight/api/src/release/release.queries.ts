export interface MinimumRow {
  readonly minimum: number;
}

export const MINIMUM = 'select minimum from app.disclosure_setting';

/** $1 partnership, $2 minimum. */
export const SET_MINIMUM = `
  insert into app.disclosure_setting (partnership_id, minimum) values ($1, $2)
  on conflict (partnership_id) do update set minimum = excluded.minimum`;

export interface ReleaseRow {
  readonly id: string;
  readonly round_id: string;
  readonly round_name: string;
  readonly number: number;
  readonly minimum: number;
  readonly content: string;
  readonly sha256: string;
  readonly at: Date;
}

/** $1: the round. Oldest first. */
export const RELEASES = `
  select l.id, l.round_id, r.name as round_name, l.number, l.minimum, l.content, l.sha256, l.at
  from app.release l join app.round r on r.partnership_id = l.partnership_id and r.id = l.round_id
  where l.round_id = $1 order by l.number`;

export interface PublishedRoundRow {
  readonly round_id: string;
  readonly round_name: string;
  readonly at: Date;
}

/** Rounds with published figures that the caller may read, newest first. */
export const PUBLISHED_ROUNDS = `
  select l.round_id, r.name as round_name, max(l.at) as at
  from app.release l join app.round r on r.partnership_id = l.partnership_id and r.id = l.round_id
  group by l.round_id, r.name order by max(l.at) desc, l.round_id`;

export interface BasisRow {
  readonly release_id: string;
  readonly organisation_id: string;
  readonly peer_group: string;
  readonly area: string;
  readonly said: readonly string[];
}

/** $1: the round. */
export const BASES = `
  select b.release_id, b.organisation_id, b.peer_group, b.area, b.said
  from app.release_basis b join app.release l on l.partnership_id = b.partnership_id and l.id = b.release_id
  where l.round_id = $1`;

/** $1 partnership, $2 its identifier, $3 round, $4 number, $5 minimum, $6 content, $7 hash, $8 when. */
export const ADD_RELEASE = `
  insert into app.release (partnership_id, id, round_id, number, minimum, content, sha256, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)`;

/** $1 partnership, $2 release, $3 round, $4 what each organisation said. */
export const ADD_BASIS = `
  insert into app.release_basis (partnership_id, release_id, organisation_id, submission_id, peer_group, area, said)
  select $1, $2, one.organisation_id, s.id, one.peer_group, one.area, one.said
  from jsonb_to_recordset($4::jsonb) as one (organisation_id uuid, peer_group text, area text, said text[])
  join app.submission s on s.partnership_id = $1 and s.round_id = $3 and s.organisation_id = one.organisation_id`;
