// Every view of a round, beside the best single SQL statement for the same figures: asked bare, of the answers and ratings themselves,
// with no session, no row-level security, no rules and no view. $1 round, $2 the round before, $3 standard, $4 question, $5 its key, $6 partnership.
const RETURNED = "m.partnership_id = s.partnership_id and s.round_member_id = m.id and s.state in ('submitted', 'accepted')";

const RATED = (round) => `
  select m.organisation_id, m.organisation_name, m.area_name, m.phase, r.section_key, coalesce(max(r.level) filter (where r.layer = 'moderated'), max(r.level)) as level
  from app.round_member m join app.submission s on ${RETURNED}
  join app.rating r on r.partnership_id = s.partnership_id and r.submission_id = s.id
  where m.partnership_id = $6 and m.round_id = ${round} group by 1, 2, 3, 4, 5`;

const ANSWERED = (round) => `
  select m.organisation_id, m.organisation_name, m.area_name, m.phase, q.key, a.level, a.na_reason is not null as na
  from app.round_member m join app.submission s on ${RETURNED}
  join app.answer a on a.partnership_id = s.partnership_id and a.submission_id = s.id
  join app.question q on q.partnership_id = a.partnership_id and q.id = a.question_id
  where m.partnership_id = $6 and m.round_id = ${round} and (a.level is not null or a.na_reason is not null)`;

/** Rows of cells with what stood there before, so many of them, weakest first; and what stands in each column. */
const TABLE = (now, before, column, rows) => `
  with now as materialized (${now}), before as (${before}),
  cell as materialized (select now.*, before.level as last from now left join before using (organisation_id, ${column})),
  line as (
    select organisation_id, organisation_name, area_name, phase, count(*) filter (where level in ('amber', 'red')) as weak, count(*) filter (where level = 'red') as worst,
      json_object_agg(${column}, json_build_array(level, last)) as cells
    from cell group by 1, 2, 3, 4 order by weak desc, worst desc, organisation_name limit ${rows})
  select (select json_agg(line) from line) as rows, (select json_agg(c) from (select ${column}, level, count(*), count(last) from cell group by 1, 2) c) as columns`;

const views = [
  ['heatmap', ({ round }) => `/api/rounds/${round}/heatmap`, TABLE(RATED('$1'), RATED('$2'), 'section_key', 300)],
  ['question heatmap', ({ round }) => `/api/rounds/${round}/question-heatmap`, TABLE(ANSWERED('$1'), ANSWERED('$2'), 'key', 50)],
  ['distribution', ({ round, standard }) => `/api/rounds/${round}/standards/${standard}`, `
    select q.key, a.level, a.na_reason is not null as na, count(*)
    from app.round_member m join app.submission s on ${RETURNED}
    join app.answer a on a.partnership_id = s.partnership_id and a.submission_id = s.id
    join app.question q on q.partnership_id = a.partnership_id and q.id = a.question_id and q.section_key = $3
    where m.partnership_id = $6 and m.round_id = $1 group by 1, 2, 3`],
  ['question drill-down', ({ round, question }) => `/api/rounds/${round}/questions/${question}`, `
    select m.organisation_id, m.organisation_name, m.area_name, m.phase, a.level, a.note, a.na_reason,
      (select b.level from app.submission t join app.answer b on b.partnership_id = t.partnership_id and b.submission_id = t.id
        join app.question q on q.partnership_id = b.partnership_id and q.id = b.question_id and q.key = $5
        where t.partnership_id = m.partnership_id and t.round_id = $2 and t.organisation_id = m.organisation_id) as last
    from app.round_member m join app.submission s on ${RETURNED}
    left join app.answer a on a.partnership_id = s.partnership_id and a.submission_id = s.id and a.question_id = $4
    where m.partnership_id = $6 and m.round_id = $1 order by a.level desc, m.organisation_name`],
  ['trend', ({ round }) => `/api/rounds/${round}/trend`, `
    with recursive back as (
      select r.id, r.previous_round_id from app.round r where r.partnership_id = $6 and r.id = $1
      union all select r.id, r.previous_round_id from back join app.round r on r.partnership_id = $6 and r.id = back.previous_round_id)
    select b.id, r.section_key, r.level, count(*)
    from back b join app.round_member m on m.partnership_id = $6 and m.round_id = b.id join app.submission s on ${RETURNED}
    join app.rating r on r.partnership_id = s.partnership_id and r.submission_id = s.id and r.layer = 'self' group by 1, 2, 3`],
  ['response rates', ({ round }) => `/api/rounds/${round}/response-rates`, `
    select m.area_id, m.phase, m.type, count(*), count(*) filter (where s.state in ('submitted', 'accepted'))
    from app.round_member m join app.submission s on s.partnership_id = m.partnership_id and s.round_member_id = m.id
    where m.partnership_id = $6 and m.round_id = $1 group by grouping sets ((m.area_id), (m.phase), (m.type), ())`],
  ['progress', ({ round }) => `/api/rounds/${round}/board`, `
    select m.organisation_id, m.organisation_name, m.area_name, m.phase, m.exempt_reason, s.id, s.state, s.answered, s.required, s.last_saved_at, s.submitted_at
    from app.round_member m join app.submission s on s.partnership_id = m.partnership_id and s.round_member_id = m.id
    where m.partnership_id = $6 and m.round_id = $1 order by s.state, m.organisation_name`],
];

export const viewsOf = (scene) => views.map(([name, path, statement]) => {
  const values = [scene.round, scene.before, scene.standard, scene.question, scene.questionKey, scene.partnership];
  const used = values.map((value, at) => [`$${at + 1}`, value]).filter(([name]) => statement.includes(name));
  return { name, path: path(scene), statement: used.reduce((text, [old], at) => text.replaceAll(old, `$${at + 1}`), statement), values: used.map(([, value]) => value) };
});

/** The newest round of a generated partnership, with a standard and a question to look at. */
export async function sceneOf(database, name) {
  const { rows: [found] } = await database.query(
    `select r.partnership_id as partnership, r.id as round, r.previous_round_id as before, q.section_key as standard, q.id as question, q.key as "questionKey"
     from app.round r join app.question q on q.partnership_id = r.partnership_id and q.template_version_id = r.template_version_id
     where r.reference = $1 || ' Survey 2026' and q.key in (select jsonb_array_elements(jsonb_path_query_array(v.manifest, '$.sections[*].questions[*] ? (@.type == "level" && !exists (@.appliesTo)).key')) #>> '{}'
       from app.template_version v where v.partnership_id = r.partnership_id and v.id = r.template_version_id)
     order by q.key limit 1`, [name]);
  return found;
}
