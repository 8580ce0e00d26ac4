// The Q&P heatmap through the whole API, beside the best single SQL statement for the same figures, asked bare:
// no session, no row-level security, no rules, no view.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { percentile, rounded } from './figures.mjs';

const SIZES = [141, 1500];
const TIMES = 150;

export async function views(scene, say) {
  const quality = await scene.signIn('quality@demo.attest.example');
  const bare = new pg.Client({ connectionString: scene.database.options.connectionString });
  await bare.connect();
  const rows = [];
  for (const size of SIZES) {
    const { roundId, previousId } = await generate(scene.database, size);
    const ours = [];
    const limits = [];
    for (let turn = 0; turn < TIMES; turn++) {
      ours.push(await timed(async () => {
        const { status, body } = await quality.send('GET', `/api/rounds/${roundId}/heatmap`);
        if (status !== 200 || body.total !== size) throw new Error(`The heatmap was answered with ${status}: ${JSON.stringify(body).slice(0, 300)}`);
      }));
      limits.push(await timed(() => bare.query({ name: 'heatmap', text: BEST_STATEMENT, values: [roundId, previousId] })));
    }
    const [p50, limit] = [percentile(ours, 0.5), percentile(limits, 0.5)];
    rows.push({ bench: 'view', name: `heatmap of ${size} organisations`, p50: rounded(p50), p95: rounded(percentile(ours, 0.95)), limit: rounded(limit), ratio: rounded(p50 / limit) });
    say(`${size} organisations: ${rounded(p50)} ms of ${rounded(limit)} ms`);
  }
  await bare.end();
  return rows;
}

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** A round of so many schools and the round before it, all returned and rated; every seventh rating moderated. */
async function generate(database, size) {
  const { rows: [{ partnership_id: partnership, template_version_id: version }] } = await database.query(
    "select partnership_id, template_version_id from app.round where state = 'open' and reference like 'S175%'");
  const [roundId, previousId] = [randomUUID(), randomUUID()];
  for (const [id, name, previous] of [[previousId, `Generated ${size}, last year`, null], [roundId, `Generated ${size}`, previousId]]) {
    await database.query(
      `insert into app.round (partnership_id, id, template_version_id, name, reference, state, opens_on, due_on, final_on, audience, denominator, denominator_on, previous_round_id)
       values ($1, $2, $3, $4, $4, 'closed', '2026-09-01', '2026-10-01', '2026-11-01', '{}', $5, '2026-09-01', $6)`, [partnership, id, version, name, size, previous]);
  }
  await database.query(
    `insert into app.organisation (id, kind, name, urn, phase, type) select gen_random_uuid(), 'school', 'Generated school ' || n, $1 || '-' || n, 'primary', 'Community school' from generate_series(1, $2::int) n`, [`G${size}`, size]);
  await database.query(
    `insert into app.participation (partnership_id, id, organisation_id, from_on) select $1, gen_random_uuid(), id, '2020-01-01' from app.organisation where urn like $2`, [partnership, `G${size}-%`]);
  for (const id of [previousId, roundId]) {
    await database.query(
      `insert into app.round_member (partnership_id, id, round_id, organisation_id, organisation_name, phase, peer_group, joined_on)
       select $1, gen_random_uuid(), $2, id, name, phase, 'nursery-primary', '2026-09-01' from app.organisation where urn like $3`, [partnership, id, `G${size}-%`]);
    await database.query(
      `insert into app.submission (partnership_id, id, round_id, round_member_id, organisation_id, template_version_id, state, submitted_at)
       select partnership_id, gen_random_uuid(), round_id, id, organisation_id, $2, 'submitted', now() from app.round_member where round_id = $1`, [id, version]);
    await database.query(
      `insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, rule, trace)
       select s.partnership_id, s.id, k.section_key, l.layer, s.round_id, s.organisation_id, (array['green', 'green', 'amber', 'red'])[1 + abs(hashtext(s.id || k.section_key || l.layer)) % 4], 1, 2, 'attest-1', '{}'
       from app.submission s, (select distinct section_key from app.question where template_version_id = $2 union select '') k, (values ('self'), ('moderated')) l (layer)
       where s.round_id = $1 and (l.layer = 'self' or abs(hashtext(s.id::text)) % 7 = 0)`, [id, version]);
  }
  await database.query('vacuum analyze');
  return { roundId, previousId };
}

/** $1: the round; $2: the one before. Every cell with its movement, the counts of each column, the first page of rows, weakest first. */
const BEST_STATEMENT = `
  with now as (
    select m.organisation_id, m.organisation_name, m.area_name, m.phase, r.section_key, coalesce(max(r.level) filter (where r.layer = 'moderated'), max(r.level)) as level
    from app.round_member m
    join app.submission s on s.partnership_id = m.partnership_id and s.round_member_id = m.id and s.state in ('submitted', 'accepted')
    join app.rating r on r.partnership_id = s.partnership_id and r.submission_id = s.id
    where m.round_id = $1 group by 1, 2, 3, 4, 5),
  before as (
    select r.organisation_id, r.section_key, coalesce(max(r.level) filter (where r.layer = 'moderated'), max(r.level)) as level
    from app.rating r where r.round_id = $2 group by 1, 2),
  cell as (select now.*, before.level as last from now left join before using (organisation_id, section_key)),
  row as (
    select organisation_id, organisation_name, area_name, phase, count(*) filter (where level in ('amber', 'red')) as weak, count(*) filter (where level = 'red') as worst,
      json_object_agg(section_key, json_build_array(level, last)) as cells
    from cell group by 1, 2, 3, 4 order by weak desc, worst desc, organisation_name limit 300)
  select (select json_agg(row) from row) as rows,
    (select json_agg(c) from (select section_key, level, count(*), count(last) from cell group by 1, 2) c) as columns`;
