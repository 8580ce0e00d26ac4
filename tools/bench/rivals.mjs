// The best single SQL statement for the figures of each view, asked bare: with no session, no row-level security, no rules and no
// view. $1 round, $2 the round before, $3 standard, $4 question, $5 its key, $6 partnership. Some figures can be had from the answers
// and ratings themselves or from the returns in short; then both are here, and the quicker is the rival. Which questions a return was
// asked is for rules to say that a statement does not have: a rival counts answers to the others too, which makes it the quicker.
const RETURNED = "m.partnership_id = s.partnership_id and s.round_member_id = m.id and s.state in ('submitted', 'accepted')";
const IN_SHORT = 'u.partnership_id = m.partnership_id and u.round_id = m.round_id and u.round_member_id = m.id and u.template_version_id is not null';
const WHO = 'm.organisation_id, m.organisation_name, m.area_name, m.phase';
const of = (round) => `m.partnership_id = $6 and m.round_id = ${round} and m.exempt_reason is null`;

/** What a character of a rating in short means, on the scale of the results. */
const level = (sign) => `(array['green', 'amber', 'red'])[ascii(${sign}) - 64]`;

/** Where each section and question stands in a return in short, edition by edition. */
const PLACES = `
  section as materialized (
    select v.id as version_id, s.content ->> 'key' as key, s.content -> 'questions' as questions, v.manifest -> 'scales' as scales, s.place::int as place
    from app.template_version v, jsonb_array_elements(v.manifest -> 'sections') with ordinality s (content, place) where v.partnership_id = $6),
  standard as materialized (select version_id, key, place from section union all select version_id, '', max(place) + 1 from section group by version_id),
  asked as materialized (
    select s.version_id, s.key as section_key, q.content ->> 'key' as key, row_number() over (partition by s.version_id order by s.place, q.place)::int as place,
      (select array_agg(l.level ->> 'key' order by l.place) from jsonb_array_elements(s.scales) scale, jsonb_array_elements(scale -> 'levels') with ordinality l (level, place)
        where scale ->> 'key' = q.content ->> 'scale') as levels
    from section s, jsonb_array_elements(s.questions) with ordinality q (content, place))`;

/** Levels as they are shown, moderated where there is a moderated one. */
const RATED = {
  itself: (round) => `
    select ${WHO}, r.section_key, coalesce(max(r.level) filter (where r.layer = 'moderated'), max(r.level)) as level
    from app.round_member m join app.submission s on ${RETURNED}
    join app.rating r on r.partnership_id = s.partnership_id and r.submission_id = s.id
    where ${of(round)} group by 1, 2, 3, 4, 5`,
  short: (round) => `
    select ${WHO}, d.key as section_key,
      coalesce(${level('nullif(substr(u.moderated, d.place, 1), \' \')')}, ${level('substr(u.self, d.place, 1)')}) as level
    from app.round_member m join app.return_rollup u on ${IN_SHORT} join standard d on d.version_id = u.template_version_id
    where ${of(round)} and substr(u.self, d.place, 1) >= 'A'`,
};

const ANSWERED = {
  itself: (round) => `
    select ${WHO}, q.key, q.section_key, a.level, a.na_reason is not null as na
    from app.round_member m join app.submission s on ${RETURNED}
    join app.answer a on a.partnership_id = s.partnership_id and a.submission_id = s.id
    join app.question q on q.partnership_id = a.partnership_id and q.id = a.question_id
    where ${of(round)} and (a.level is not null or a.na_reason is not null)`,
  short: (round) => `
    select ${WHO}, q.key, q.section_key, q.levels[ascii(substr(u.answers, q.place, 1)) - 64] as level, substr(u.answers, q.place, 1) = '-' as na
    from app.round_member m join app.return_rollup u on ${IN_SHORT} join asked q on q.version_id = u.template_version_id
    where ${of(round)} and (substr(u.answers, q.place, 1) >= 'A' or substr(u.answers, q.place, 1) = '-')`,
};

const sources = ['itself', 'short'];
const fromBoth = (statement) => sources.map((source) => `with recursive ${PLACES}, ${statement(source)}`);

/** Rows of cells with what stood there before, so many of them, weakest first; and what stands in each column. */
const table = (cells, column, rows) => fromBoth((source) => `
  now as materialized (${cells[source]('$1')}), before as (${cells[source]('$2')}),
  cell as materialized (select now.*, before.level as last from now left join before using (organisation_id, ${column})),
  line as (
    select organisation_id, organisation_name, area_name, phase, count(*) filter (where level in ('amber', 'red')) as weak, count(*) filter (where level = 'red') as worst,
      json_object_agg(${column}, json_build_array(level, last)) as cells
    from cell group by 1, 2, 3, 4 order by weak desc, worst desc, organisation_name limit ${rows})
  select (select json_agg(line) from line) as rows, (select json_agg(c) from (select ${column} as key, level, count(*), count(last) as compared from cell group by 1, 2) c) as counts`);

const COUNTS = 'select section_key as key, level, count(*)';

export const heatmap = table(RATED, 'section_key', 300);
export const questionHeatmap = table(ANSWERED, 'key', 50);

/** With who stands where in the standard. */
export const distribution = fromBoth((source) => `
  answered as (select * from (${ANSWERED[source]('$1')}) a where a.section_key = $3), rated as (select * from (${RATED[source]('$1')}) r where r.section_key = $3)
  select (select json_agg(c) from (select key, case when na then 'na' else level end as level, count(*) from answered group by 1, 2) c) as counts,
    (select json_agg(r order by r.level desc, r.organisation_name) from rated r) as ratings`);

const DRILLED = `${WHO}, s.id, a.level, a.note, a.na_reason`;
const LAST = `
  select t.organisation_id, b.level from app.submission t join app.question q on q.partnership_id = t.partnership_id and q.template_version_id = t.template_version_id and q.key = $5
  join app.answer b on b.partnership_id = t.partnership_id and b.submission_id = t.id and b.question_id = q.id
  where t.partnership_id = $6 and t.round_id = $2 and t.state in ('submitted', 'accepted')`;
const SAID = `
  from app.round_member m join app.submission s on ${RETURNED}
  left join app.answer a on a.partnership_id = s.partnership_id and a.submission_id = s.id and a.question_id = $4`;

export const drillDown = [
  `with last as (${LAST}) select ${DRILLED}, l.level as last ${SAID} left join last l on l.organisation_id = m.organisation_id where ${of('$1')} order by a.level desc, m.organisation_name`,
  `select ${DRILLED}, (select l.level from (${LAST}) l where l.organisation_id = m.organisation_id) as last ${SAID} where ${of('$1')} order by a.level desc, m.organisation_name`,
];

/** With how many were asked and returned in each, and how many of them in the round before too. */
export const trend = fromBoth((source) => `
  back as (
    select r.id, r.previous_round_id from app.round r where r.partnership_id = $6 and r.id = $1
    union all select r.id, r.previous_round_id from back join app.round r on r.partnership_id = $6 and r.id = back.previous_round_id),
  member as materialized (
    select m.round_id, m.organisation_id, u.template_version_id is not null as returned from back b
    join app.round_member m on m.partnership_id = $6 and m.round_id = b.id and m.exempt_reason is null
    join app.return_rollup u on u.partnership_id = m.partnership_id and u.round_member_id = m.id)
  select (select json_agg(c) from (select b.id, r.section_key as key, r.level, count(*) from back b, lateral (${RATED[source]('b.id')}) r group by 1, 2, 3) c) as counts,
    (select json_agg(t) from (
      select b.id, count(*) as asked, count(*) filter (where m.returned) as returned, count(*) filter (where m.returned and l.returned) as both
      from back b join member m on m.round_id = b.id left join member l on l.round_id = b.previous_round_id and l.organisation_id = m.organisation_id group by 1) t) as totals`);

const RATES = (joined, returned) => `
  select m.area_id, m.phase, m.type, count(*) as asked, count(*) filter (where ${returned}) as returned from app.round_member m join ${joined} where ${of('$1')}
  group by grouping sets ((m.area_id), (m.phase), (m.type), ())`;

export const responseRates = [
  RATES('app.submission s on s.partnership_id = m.partnership_id and s.round_id = m.round_id and s.round_member_id = m.id', "s.state in ('submitted', 'accepted')"),
  RATES('app.return_rollup u on u.partnership_id = m.partnership_id and u.round_id = m.round_id and u.round_member_id = m.id', 'u.template_version_id is not null'),
];

export const progress = [`
  select ${WHO}, m.exempt_reason, s.id, s.state, s.answered, s.required, s.last_saved_at, s.submitted_at
  from app.round_member m join app.submission s on s.partnership_id = m.partnership_id and s.round_id = m.round_id and s.round_member_id = m.id
  where m.partnership_id = $6 and m.round_id = $1 order by s.state, m.organisation_name`];

/** Everybody, now and then, with those who can be put beside them. */
export const compare = fromBoth((source) => `
  now as (${RATED[source]('$1')}), before as (${RATED[source]('$2')})
  select (select json_agg(c) from (${COUNTS} from now group by 1, 2) c) as counts, (select json_agg(c) from (${COUNTS} from before group by 1, 2) c) as last,
    (select json_agg(json_build_array(m.organisation_id, m.organisation_name) order by m.organisation_name) from app.round_member m where ${of('$1')}) as organisations,
    (select json_agg(distinct m.area_name) from app.round_member m where ${of('$1')}) as areas`);

/** All that the rules of the list are asked of. */
export const findings = fromBoth((source) => `
  now as materialized (${RATED[source]('$1')}), before as (${RATED[source]('$2')}), answered as (${ANSWERED[source]('$1')}),
  pair as (
    select o.section_key, o.level as own, p.level as theirs from app.round_member m join app.submission s on ${RETURNED}
    join app.rating p on p.partnership_id = s.partnership_id and p.submission_id = s.id and p.layer = 'moderated'
    join app.rating o on o.partnership_id = p.partnership_id and o.submission_id = p.submission_id and o.section_key = p.section_key and o.layer = 'self' where ${of('$1')})
  select (select json_agg(c) from (${COUNTS} from now group by 1, 2) c) as counts, (select json_agg(c) from (${COUNTS} from before group by 1, 2) c) as last,
    (select json_agg(c) from (select section_key, phase, level, count(*) from now group by 1, 2, 3) c) as groups,
    (select json_agg(c) from (select section_key, count(*), count(*) filter (where own > theirs) from pair group by 1) c) as moderated,
    (select json_agg(c) from (select key, count(level), count(*) filter (where na) as na from answered group by 1) c) as questions,
    (select json_build_array(count(*), count(*) filter (where a.carried = 'unchanged')) from app.round_member m join app.submission s on ${RETURNED}
      join app.answer a on a.partnership_id = s.partnership_id and a.submission_id = s.id and a.carried is not null where ${of('$1')}) as carried,
    (select json_build_array(count(*), count(*) filter (where a.due_on < current_date)) from app.round_member m join app.submission s on ${RETURNED}
      join app.action a on a.partnership_id = s.partnership_id and a.submission_id = s.id and a.state = 'open' where ${of('$1')}) as actions`);

export const positions = [`
  select ${WHO}, m.peer_group, json_agg(json_build_array(r.section_key, r.layer, r.level, r.won, r.available)) as ratings
  from app.round_member m join app.submission s on ${RETURNED} left join app.rating r on r.partnership_id = s.partnership_id and r.submission_id = s.id
  where ${of('$1')} group by 1, 2, 3, 4, 5`];
