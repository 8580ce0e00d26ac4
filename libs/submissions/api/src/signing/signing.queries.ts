/** A signature that stands, as the database says it in JSON. */
export interface SignatureRow {
  readonly step: string;
  /** Of whom it was asked, in the words of the template. */
  readonly asked_of: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly role: string;
  readonly declaration: string;
  readonly sha256: string;
  readonly at: string;
}

/** Of a submission `s`, in the order in which they were given. */
export const signaturesOf = `
  (select coalesce(jsonb_agg(jsonb_build_object('step', g.step, 'asked_of', g.asked_of, 'person_id', g.person_id, 'person_name', g.person_name, 'role', g.role,
      'declaration', g.declaration, 'sha256', g.sha256, 'at', g.at) order by g.at, g.id), '[]')
    from app.signature g where g.partnership_id = s.partnership_id and g.submission_id = s.id and g.voided_at is null)`;

/** $1 partnership, $2 id, $3 return, $4 organisation, $5 step, $6 of whom it was asked, $7–$8 person, $9 role, $10 declaration, $11 sha256, $12 when. */
export const ADD_SIGNATURE = `
  insert into app.signature (partnership_id, id, submission_id, organisation_id, step, asked_of, person_id, person_name, role, declaration, sha256, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** $1 return, $2 the state it must still be in, $3 the state it comes to. */
export const MOVE_RETURN = 'update app.submission set state = $3, version = version + 1 where id = $1 and state = $2 returning id';

/** $1 return, $2–$3 by whom, $4 when, $5 why. */
export const VOID_SIGNATURES = `
  update app.signature set voided_at = $4, voided_by = $2, voided_by_name = $3, void_reason = $5
  where submission_id = $1 and voided_at is null returning person_id`;

export interface SentBackRow {
  readonly by: string;
  readonly at: Date;
  readonly note: string;
}

/** $1: the return. The newest note with which it was sent back, while nobody has signed since. */
export const SENT_BACK = `
  select voided_by_name as by, voided_at as at, void_reason as note from app.signature g
  where submission_id = $1 and voided_at is not null and exists (select from app.submission s where s.id = $1 and s.state in ('in-progress', 'reopened'))
  order by voided_at desc limit 1`;

export interface PersonToTell {
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly role: string;
}

/** $1 organisation, or null for the partnership; $2 roles. */
export const PEOPLE_TO_TELL = 'select * from app.people_to_tell($1, $2)';

/** $1: the return. What colleagues have not settled, which their own organisation alone can see. */
export const OPEN_COMMENTS = 'select question_id, count(*)::int as comments from app.comment where submission_id = $1 and resolved_at is null group by question_id';

export interface PlannedRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly unowned: boolean;
}

/** $1: the return. Read from the table itself, like the papers: the feature of actions stands on this one. */
export const PLANNED_ACTIONS = "select id, number, title, state = 'open' and btrim(owner) = '' as unowned from app.action where submission_id = $1 and state <> 'dropped' order by number";
