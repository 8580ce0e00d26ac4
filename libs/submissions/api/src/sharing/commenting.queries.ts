export interface CommentRow {
  readonly id: string;
  readonly submission_id: string;
  readonly question_id: string;
  readonly kind: 'comment' | 'changes';
  readonly words: string;
  readonly mentions: readonly string[];
  readonly by_person: string;
  readonly by_name: string;
  readonly at: Date;
  readonly resolved_at: Date | null;
  readonly resolved_by_name: string | null;
}

const comments = 'select id, submission_id, question_id, kind, words, mentions, by_person, by_name, at, resolved_at, resolved_by_name from app.comment';

/** $1: the return. */
export const COMMENTS = `${comments} where submission_id = $1 order by at, id`;

/** $1: who. What is open and speaks to them, or asks for changes of what they may answer ($2: organisations); not what they said themselves. */
export const COMMENTS_FOR = `
  ${comments} where resolved_at is null and by_person <> $1 and ($1 = any(mentions) or kind = 'changes' and organisation_id = any($2::uuid[]))
    and submission_id in (select id from app.submission where state in ('not-started', 'in-progress', 'reopened') and disposed_on is null)
  order by at, id`;

/** $1 partnership, $2 id, $3 return, $4 organisation, $5 question, $6 kind, $7 words, $8 mentions, $9–$10 by whom, $11 when. */
export const SAY = `
  insert into app.comment (partnership_id, id, submission_id, organisation_id, question_id, kind, words, mentions, by_person, by_name, at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

/** $1: the comment. */
export const RETURN_OF_COMMENT = 'select submission_id from app.comment where id = $1';

/** $1 comment, $2 when or null, $3–$4 by whom. */
export const RESOLVE = 'update app.comment set resolved_at = $2, resolved_by = $3, resolved_by_name = $4 where id = $1';

/** $1: the return. Questions for which changes are asked that nobody has resolved. */
export const CHANGES_WANTED = "select distinct question_id from app.comment where submission_id = $1 and kind = 'changes' and resolved_at is null";

/** $1: the return. */
export const FLAGS = 'select question_id, by_name from app.question_flag where submission_id = $1 order by at, question_id';

/** $1 partnership, $2 return, $3 question, $4 organisation, $5–$6 by whom, $7 when. */
export const FLAG = `
  insert into app.question_flag (partnership_id, submission_id, question_id, organisation_id, by_person, by_name, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`;

/** $1 return, $2 question. */
export const UNFLAG = 'delete from app.question_flag where submission_id = $1 and question_id = $2';
