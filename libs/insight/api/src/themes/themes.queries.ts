export interface ThemeRow {
  readonly id: string;
  readonly name: string;
  readonly retired: boolean;
  readonly answers: number;
}

export const THEMES = `
  select t.id, t.name, t.retired, (select count(*)::int from app.answer_theme a where a.partnership_id = t.partnership_id and a.theme_id = t.id) as answers
  from app.theme t order by t.retired, lower(t.name), t.id`;

/** $1 partnership, $2 its identifier, $3 name. */
export const ADD_THEME = 'insert into app.theme (partnership_id, id, name) values ($1, $2, $3)';
/** $1 theme, $2 name, $3 whether retired. */
export const CHANGE_THEME = 'update app.theme set name = $2, retired = $3 where id = $1';

export interface MarkedRow {
  readonly submission_id: string;
  readonly themes: readonly string[];
  readonly why: string | null;
  readonly state: 'marked' | 'asked' | 'agreed' | 'declined' | null;
  readonly told: string | null;
  readonly named: boolean | null;
}

const returned = "s.state in ('submitted', 'accepted')";

/** $1: the question; $2: the round. */
export const MARKS = `
  select s.id as submission_id, array(select a.theme_id from app.answer_theme a where a.partnership_id = s.partnership_id and a.submission_id = s.id and a.question_id = $1) as themes, g.why, g.state, g.told, g.named
  from app.submission s left join app.good_practice g on g.partnership_id = s.partnership_id and g.submission_id = s.id and g.question_id = $1
  where s.round_id = $2 and ${returned}`;

export interface AnswerRow {
  readonly organisation_id: string;
  readonly organisation_name: string;
}

/** $1: the return, handed in; $2: a question of its edition. */
export const ANSWERED = `
  select s.organisation_id, m.organisation_name
  from app.submission s join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
  join app.question q on q.partnership_id = s.partnership_id and q.template_version_id = s.template_version_id and q.id = $2
  where s.id = $1 and ${returned}`;

/** $1 return, $2 question, $3 themes that stay. */
export const DROP_THEMES = 'delete from app.answer_theme where submission_id = $1 and question_id = $2 and theme_id <> all($3::uuid[])';
/** $1 partnership, $2 return, $3 question, $4 organisation, $5 themes, $6–$7 who, $8 when. */
export const GIVE_THEMES = `
  insert into app.answer_theme (partnership_id, submission_id, question_id, theme_id, organisation_id, by_person, by_name, at)
  select $1, $2, $3, t.id, $4, $6, $7, $8 from app.theme t where t.id = any($5::uuid[]) and not t.retired
  on conflict do nothing`;

/** $1 partnership, $2 return, $3 question, $4 organisation, $5 why, $6 state, $7–$8 who, $9 when, $10–$11 what others read, and whether they read whose it is. */
export const MARK_PRACTICE = `
  insert into app.good_practice (partnership_id, submission_id, question_id, organisation_id, why, state, by_person, by_name, at, told, named)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (partnership_id, submission_id, question_id) do update set why = excluded.why, state = excluded.state, by_person = excluded.by_person, by_name = excluded.by_name, at = excluded.at, told = excluded.told, named = excluded.named`;
/** $1 return, $2 question. */
export const UNMARK_PRACTICE = 'delete from app.good_practice where submission_id = $1 and question_id = $2';

export interface PracticeRow {
  readonly submission_id: string;
  readonly question_id: string;
  readonly round_id: string;
  readonly round_name: string;
  readonly template_version_id: string;
  readonly organisation_name: string;
  readonly why: string;
  readonly state: 'marked' | 'asked' | 'agreed' | 'declined';
  readonly by_name: string;
  readonly at: Date;
  readonly note: string;
  readonly told: string | null;
  readonly named: boolean;
  readonly themes: readonly string[];
}

export interface ToldRow {
  readonly question_id: string;
  readonly template_version_id: string;
  readonly told: string;
  readonly organisation_name: string | null;
  readonly own: boolean;
}

/** $1: a return that was handed in. What those who took part in its round may read. */
export const PRACTICE_TOLD = 'select * from app.practice_told($1)';

/** $1: a return. */
export const HANDED_IN = `select s.id from app.submission s where s.id = $1 and ${returned}`;

export const PRACTICES = `
  select g.submission_id, g.question_id, s.round_id, r.name as round_name, s.template_version_id, m.organisation_name, g.why, g.state, g.told, g.named, g.by_name, g.at, coalesce(a.note, '') as note,
    array(select t.name from app.answer_theme x join app.theme t on t.partnership_id = x.partnership_id and t.id = x.theme_id
      where x.partnership_id = g.partnership_id and x.submission_id = g.submission_id and x.question_id = g.question_id order by t.name) as themes
  from app.good_practice g
  join app.submission s on s.partnership_id = g.partnership_id and s.id = g.submission_id
  join app.round r on r.partnership_id = s.partnership_id and r.id = s.round_id
  join app.round_member m on m.partnership_id = s.partnership_id and m.id = s.round_member_id
  left join app.answer a on a.partnership_id = g.partnership_id and a.submission_id = g.submission_id and a.question_id = g.question_id
  where s.state in ('submitted', 'accepted')
  order by r.opens_on desc, g.at desc, g.submission_id, g.question_id limit 500`;
