import type { EvidenceKind, ScanState } from '@attest/domain/evidence';

export interface RevisionRow {
  readonly number: number;
  readonly file_name: string | null;
  readonly media_type: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly location: string | null;
  readonly scan: ScanState;
  readonly by_name: string;
  readonly at: string | Date;
}

export interface UseRow {
  readonly submission_id: string;
  readonly question_id: string;
  readonly ref: string;
  readonly round_id: string;
  readonly round_name: string;
  readonly signed_revision: number | null;
  readonly removed_at: string | null;
}

export interface EvidenceRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly owner: string;
  readonly review_by: string | null;
  readonly revision: number;
  readonly revisions: readonly RevisionRow[];
  readonly uses: readonly UseRow[];
}

const EVIDENCE = `
  select e.id, e.organisation_id, o.name as organisation_name, e.kind, e.title, e.owner, e.review_by::text, e.revision,
    (select coalesce(jsonb_agg(to_jsonb(v) order by v.number desc), '[]') from (
      select number, file_name, media_type, bytes, sha256, location, scan, by_name, at
      from app.evidence_revision where partnership_id = e.partnership_id and evidence_id = e.id) v) as revisions,
    (select coalesce(jsonb_agg(jsonb_build_object('submission_id', u.submission_id, 'question_id', u.question_id, 'ref', q.ref, 'round_id', r.id, 'round_name', r.name,
        'signed_revision', u.signed_revision, 'removed_at', u.removed_at) order by r.due_on desc, q.position, q.ref), '[]')
      from app.evidence_use u
      join app.submission s on s.partnership_id = u.partnership_id and s.id = u.submission_id
      join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
      join app.question q on q.partnership_id = u.partnership_id and q.id = u.question_id
      where u.partnership_id = e.partnership_id and u.evidence_id = e.id) as uses
  from app.evidence e join app.organisation o on o.id = e.organisation_id`;

/** $1: the organisation. Newest first. */
export const LIBRARY = `${EVIDENCE} where e.organisation_id = $1 order by e.created_at desc, e.id desc limit 500`;
/** $1: the piece of evidence. */
export const ONE_PIECE = `${EVIDENCE} where e.id = $1`;

export interface ShownRow extends RevisionRow, Pick<EvidenceRow, 'id' | 'kind' | 'title' | 'owner' | 'review_by'> {
  readonly question_id: string;
}

/** Of a return: what stands beside its answers, the newest revision until it is signed, and then the signed one. */
export const shownIn = (submission: string) => `
  select u.question_id, e.id, e.kind, e.title, e.owner, e.review_by::text, v.number, v.file_name, v.media_type, v.bytes, v.sha256, v.location, v.scan, v.by_name, v.at
  from app.evidence_use u
  join app.submission s on s.partnership_id = u.partnership_id and s.id = u.submission_id
  join app.evidence e on e.partnership_id = u.partnership_id and e.id = u.evidence_id
  join app.evidence_revision v on v.partnership_id = e.partnership_id and v.evidence_id = e.id
    and v.number = case when s.state in ('signing', 'submitted', 'accepted') then u.signed_revision else e.revision end
  where u.submission_id = ${submission} and u.removed_at is null
  order by u.added_at, e.id`;

/** $1: the return. */
export const SHOWN = shownIn('$1');

export interface SignedRow extends ShownRow {
  readonly submission_id: string;
}

/** $1 round, $2 questions: what the returns that stand handed in were signed with. */
export const SIGNED_IN_ROUND = `
  select u.submission_id, u.question_id, e.id, e.kind, e.title, e.owner, e.review_by::text, v.number, v.file_name, v.media_type, v.bytes, v.sha256, v.location, v.scan, v.by_name, v.at
  from app.submission s
  join app.evidence_use u on u.partnership_id = s.partnership_id and u.submission_id = s.id and u.question_id = any($2::uuid[]) and u.removed_at is null
  join app.evidence e on e.partnership_id = u.partnership_id and e.id = u.evidence_id
  join app.evidence_revision v on v.partnership_id = e.partnership_id and v.evidence_id = e.id and v.number = u.signed_revision
  where s.round_id = $1 and s.state in ('submitted', 'accepted')
  order by u.added_at, e.id`;

/** $1: the return that is being handed in. What it is signed with stays with it. */
export const SIGN_EVIDENCE = `
  update app.evidence_use u set signed_revision = e.revision from app.evidence e
  where e.partnership_id = u.partnership_id and e.id = u.evidence_id and u.submission_id = $1 and u.removed_at is null`;

/** $1 partnership, $2 identifier, $3 organisation, $4 kind, $5 title, $6 owner, $7 review by. */
export const NEW_PIECE = `
  insert into app.evidence (partnership_id, id, organisation_id, kind, title, owner, review_by) values ($1, $2, $3, $4, $5, $6, $7)`;

/** $1 partnership, $2 evidence, $3 number, $4 organisation, $5–$8 file, $9 location, $10 scan, $11–$12 who, $13 when. */
export const NEW_REVISION = `
  insert into app.evidence_revision (partnership_id, evidence_id, number, organisation_id, file_name, media_type, bytes, sha256, location, scan, by_person, by_name, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

/** $1 evidence, $2 the revision that must be the newest now. */
export const NEXT_REVISION = 'update app.evidence set revision = revision + 1, infected = false where id = $1 and revision = $2 returning revision';

/** $1 partnership, $2 return, $3 question, $4 evidence, $5 organisation, $6–$7 who, $8 when. */
export const USE = `
  insert into app.evidence_use (partnership_id, submission_id, question_id, evidence_id, organisation_id, added_by, added_by_name, added_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8)
  on conflict (partnership_id, submission_id, question_id, evidence_id) do update set removed_at = null, added_by = $6, added_by_name = $7, added_at = $8
  where evidence_use.removed_at is not null`;

/** $1 return, $2 question, $3 evidence, $4 when. */
export const TAKE_AWAY = `
  update app.evidence_use set removed_at = $4 where submission_id = $1 and question_id = $2 and evidence_id = $3 and removed_at is null`;

/** $1 return, $2 answered, $3 required, $4 when. Adding the first piece begins a return. */
export const COUNT_AGAIN = `
  update app.submission set state = case state when 'not-started' then 'in-progress' else state end, version = version + 1, answered = $2, required = $3,
    started_at = coalesce(started_at, $4), last_saved_at = $4 where id = $1`;
