export interface ReopeningRow {
  readonly id: string;
  readonly submission_id: string;
  readonly organisation_id: string;
  readonly organisation_name: string;
  readonly round_id: string;
  readonly round_name: string;
  readonly template_version_id: string;
  readonly state: 'asked' | 'open' | 'declined' | 'done';
  readonly question_ids: readonly string[] | null;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_by_name: string;
  readonly asked_at: Date;
  readonly decided_by_name: string | null;
  readonly decided_at: Date | null;
  readonly decision: string | null;
  readonly until_on: string | null;
  readonly done_at: Date | null;
}

const REOPENINGS = `
  select o.id, o.submission_id, o.organisation_id, m.organisation_name, r.id as round_id, r.name as round_name, s.template_version_id, o.state, o.question_ids, o.reason,
    o.asked_by, o.asked_by_name, o.asked_at, o.decided_by_name, o.decided_at, o.decision, o.until_on::text, o.done_at
  from app.reopening o
  join app.submission s on s.partnership_id = o.partnership_id and s.id = o.submission_id
  join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
  join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id`;

/** Those that wait for the business unit first, then those that are open. */
export const LIVE_REOPENINGS = `${REOPENINGS} where o.state in ('asked', 'open') order by o.state, o.asked_at, o.id`;
/** $1: the return. Newest first. */
export const REOPENINGS_OF = `${REOPENINGS} where o.submission_id = $1 order by o.asked_at desc, o.id desc`;
/** $1: itself. */
export const REOPENING = `${REOPENINGS} where o.id = $1`;

/** $1 partnership, $2 id, $3 return, $4 organisation, $5 questions or null, $6 reason, $7–$8 who, $9 when. */
export const ASK = `
  insert into app.reopening (partnership_id, id, submission_id, organisation_id, state, question_ids, reason, asked_by, asked_by_name, asked_at)
  values ($1, $2, $3, $4, 'asked', $5, $6, $7, $8, $9)`;

/** The same, and $10 until when: opened without having been asked for. */
export const OPEN_UNASKED = `
  insert into app.reopening (partnership_id, id, submission_id, organisation_id, state, question_ids, reason, asked_by, asked_by_name, asked_at, decided_by, decided_by_name, decided_at, until_on)
  values ($1, $2, $3, $4, 'open', $5, $6, $7, $8, $9, $7, $8, $9, $10)`;

/** $1 itself, $2 questions or null, $3–$4 who, $5 when, $6 until when. */
export const GRANT = `
  update app.reopening set state = 'open', question_ids = $2, decided_by = $3, decided_by_name = $4, decided_at = $5, until_on = $6 where id = $1 and state = 'asked' returning id`;

/** $1 itself, $2–$3 who, $4 when, $5 why. */
export const DECLINE = `
  update app.reopening set state = 'declined', decided_by = $2, decided_by_name = $3, decided_at = $4, decision = $5 where id = $1 and state = 'asked' returning id`;

/** $1 return, $2 the state it must still be in, $3 until when, $4 to which questions; null: to all. */
export const OPEN_RETURN = `
  update app.submission set state = 'reopened', version = version + 1, reopened_until = $3, reopened_questions = $4 where id = $1 and state = $2 returning id`;
