const counted = 'm.exempt_reason is null';
const returned = "s.state in ('submitted', 'accepted')";
const members = 'app.round_member m join app.submission s on s.partnership_id = m.partnership_id and s.round_id = m.round_id and s.round_member_id = m.id';

export interface CarriedRow {
  readonly unchanged: number;
  readonly taken: number;
}

/** $1: the round. Answers that were begun with words of the round before, and those of them that were left so. */
export const CARRIED = `
  select (count(*) filter (where a.carried = 'unchanged'))::int as unchanged, count(*)::int as taken
  from ${members}
  join app.answer a on a.partnership_id = s.partnership_id and a.submission_id = s.id and a.carried is not null and not a.to_check
  where m.round_id = $1 and ${counted} and ${returned}`;

export interface ActionsRow {
  readonly overdue: number;
  readonly open: number;
}

/** $1: the round; $2: today. */
export const ACTIONS = `
  select (count(*) filter (where a.due_on < $2::date))::int as overdue, count(*)::int as open
  from ${members}
  join app.action a on a.partnership_id = s.partnership_id and a.submission_id = s.id and a.state = 'open'
  where m.round_id = $1 and ${counted} and ${returned}`;

export interface FindingRow {
  readonly id: string;
  readonly round_id: string;
  readonly words: string;
  readonly standard_key: string | null;
  readonly question_id: string | null;
  readonly by_name: string;
  readonly at: Date;
}

const COLUMNS = 'id, round_id, words, standard_key, question_id, by_name, at';

/** $1: the round. */
export const FINDINGS = `select ${COLUMNS} from app.finding where round_id = $1 order by place, at, id`;
export const FINDING = `select ${COLUMNS} from app.finding where id = $1`;

/** $1 partnership, $2 its identifier, $3 round, $4 words, $5 standard, $6 question, $7–$8 who, $9 when. Last of its round. */
export const ADD_FINDING = `
  insert into app.finding (partnership_id, id, round_id, words, standard_key, question_id, place, by_person, by_name, at)
  select $1, $2, $3, $4, $5, $6, coalesce(max(place), 0) + 1, $7, $8, $9 from app.finding where round_id = $3`;

/** $1 finding, $2 words, $3–$4 who, $5 when. */
export const CHANGE_FINDING = 'update app.finding set words = $2, by_person = $3, by_name = $4, at = $5 where id = $1 returning id';
export const REMOVE_FINDING = 'delete from app.finding where id = $1 returning round_id';

/** $1: the round; $2: its findings, in their new order. */
export const ORDER_FINDINGS = `
  update app.finding f set place = o.place from unnest($2::uuid[]) with ordinality as o (id, place) where f.id = o.id and f.round_id = $1`;
