import type { AnswerableReturn, Desk } from '../answering.queries';
import type { AnswerRow } from '../submissions.queries';

/** What a guest's return looks like from where they stand: what others said is veiled, and who answered before them is the organisation. */
export interface GuestReturn extends AnswerableReturn {
  readonly organisation_name: string;
  readonly round_name: string;
  readonly answers: readonly AnswerRow[];
}

/** $1: the return. Every answer is there, because the rules ask; only those of the guest's own questions can be read. */
export const GUEST_RETURN = { name: 'guest return', text: 'select * from app.guest_return($1)' } as const;

const saved = { name: 'save for guest', text: 'select id from app.save_for_guest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20) id' } as const;

/** For guests, who see no row of any table. Each function asks the link of the signed context what it opens. */
export const FUNCTIONS: Desk = {
  answerable: GUEST_RETURN,
  lock: 'select app.lock_for_guest($1)',
  before: 'select * from app.guest_done_before($1, $2, $3)',
  first: saved,
  changed: saved,
  lost: 'select app.keep_for_guest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)',
};

export interface LinkRow {
  readonly id: string;
  readonly submission_id: string;
  readonly organisation_id: string;
  readonly question_ids: readonly string[];
  readonly name: string;
  readonly email: string;
  readonly until_on: string;
  readonly given_by_name: string;
  readonly given_at: Date;
  readonly used_at: Date | null;
  readonly revoked_at: Date | null;
  readonly revoked_by_name: string | null;
  readonly forgotten_at: Date | null;
  /** Of its questions, those with an answer by it that nobody has checked. */
  readonly unchecked: readonly string[];
  readonly answered: readonly string[];
}

const links = `
  select l.id, l.submission_id, l.organisation_id, l.question_ids, l.name, l.email, l.until_on::text, l.given_by_name, l.given_at, l.used_at, l.revoked_at, l.revoked_by_name, l.forgotten_at,
    array(select a.question_id from app.answer a where a.partnership_id = l.partnership_id and a.submission_id = l.submission_id and a.updated_by = l.id and a.to_check) as unchecked,
    array(select distinct e.question_id from app.answer_event e where e.partnership_id = l.partnership_id and e.submission_id = l.submission_id and e.by_person = l.id) as answered
  from app.guest_link l`;

/** $1: the return. */
export const LINKS_OF_RETURN = `${links} where l.submission_id = $1 order by l.given_at desc, l.id`;

/** $1: the link. */
export const LINK = `${links} where l.id = $1`;

/** $1 partnership, $2 id, $3 return, $4 organisation, $5 questions, $6 name, $7 address, $8 note, $9 hash of the token, $10 last day, $11–$12 by whom, $13 when. */
export const GIVE = `
  insert into app.guest_link (partnership_id, id, submission_id, organisation_id, question_ids, name, email, note, token_hash, until_on, given_by, given_by_name, given_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`;

/** $1 link, $2 when, $3–$4 by whom. Once: the first to revoke it is the one who did. */
export const REVOKE = 'update app.guest_link set revoked_at = $2, revoked_by = $3, revoked_by_name = $4 where id = $1 and revoked_at is null';

/** $1 link, $2 what stands where the name stood. */
export const FORGET = 'select app.forget_guest($1, $2) as done';
