// What is taken away: a board pack and the letters of 300 returns, and the full data of 24,500 in each format. Seconds, rows a
// second, and the most memory that the program held meanwhile. Limits: 20 s for a board pack; half a gigabyte, however many returned.
import { rounded } from './figures.mjs';

const [LETTERS, COUNTRY] = [300, 24_500];
const MEGABYTES = 768;

export async function exports(scene, say) {
  const unit = await scene.signIn('unit@demo.attest.example');
  const rows = [];
  const measure = async (name, round, wanted, limit) => {
    const began = scene.memory.begin();
    const made = await file(unit, { audience: 'qp', layer: 'moderated', filters: {}, reason: 'Bench', roundId: round.id, ...wanted });
    const [seconds, peak] = [made.seconds, scene.memory.peak()];
    const perSecond = Math.round((wanted.preset === 'full-data' ? round.answers : round.returns) / seconds);
    rows.push({ bench: 'exports', name, seconds: rounded(seconds, 1), limit, peakMB: Math.round(peak), aboveMB: Math.round(peak - began), megabytes: rounded(made.bytes / 2 ** 20, 1), perSecond, ratio: rounded(Math.max(seconds / limit, peak / MEGABYTES), 3) });
    say(`${name}: ${rounded(seconds, 1)} s, at most ${Math.round(peak)} MB, ${perSecond} ${wanted.preset === 'full-data' ? 'rows' : 'returns'}/s, a file of ${rounded(made.bytes / 2 ** 20, 1)} MB`);
  };

  const some = await planted(scene.database, LETTERS, say);
  for (const format of ['docx', 'pdf']) await measure(`board-pack-of-${LETTERS}.${format}`, some, { preset: 'board-pack', contents: ['findings', 'heatmap', 'distributions', 'trends', 'responses', 'method'], format }, 20);
  for (const format of ['docx', 'pdf']) await measure(`letters-to-${LETTERS}.${format}`, some, { preset: 'letters', contents: [], format }, 60);
  const country = await planted(scene.database, COUNTRY, say);
  for (const format of ['csv', 'xlsx', 'ods']) await measure(`full-data-of-${COUNTRY}.${format}`, country, { preset: 'full-data', contents: ['answers', 'words', 'method'], format }, 600);
  return rows;
}

async function file(unit, wanted) {
  const started = performance.now();
  const asked = await unit.send('POST', '/api/exports', wanted);
  if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
  for (;;) {
    await new Promise((done) => setTimeout(done, 200));
    const { body } = await unit.send('GET', '/api/exports');
    const made = body.find(({ id }) => id === asked.body.id);
    if (made.state === 'ready') return { seconds: (performance.now() - started) / 1000, bytes: made.bytes };
    if (!['waiting', 'running'].includes(made.state)) throw new Error(`The file ${made.state}: ${made.problem}`);
  }
}

/** A round with so many returns, each a copy of one of the demonstration's, written at once and rolled up behind it. */
async function planted(pool, count, say) {
  const client = await pool.connect();
  const started = performance.now();
  try {
    const { rows: [source] } = await client.query(`
      select r.id, r.partnership_id from app.round r join app.submission s on s.round_id = r.id where r.state = 'closed' and r.reference like 'S175%' and s.state in ('submitted', 'accepted')
      group by r.id, r.partnership_id order by count(*) desc limit 1`);
    await client.query("begin; set local session_replication_role = replica; set local synchronous_commit = off");
    await client.query(`
      create temp table source on commit drop as select s.id as submission, s.round_member_id as member, s.organisation_id as organisation, row_number() over (order by s.id) as n
        from app.submission s where s.round_id = '${source.id}' and s.state in ('submitted', 'accepted');
      create temp table target on commit drop as select gen_random_uuid() as submission, gen_random_uuid() as member, gen_random_uuid() as organisation, n, 1 + (n - 1) % (select count(*) from source) as from_n
        from generate_series(1, ${count}) n;
      create index on target (from_n); create index on source (n); create index on source (submission);
      create temp table the_round on commit drop as select gen_random_uuid() as id`);
    const pairs = 'target t join source o on o.n = t.from_n';
    const copy = async (table, from, changes) => {
      const { rows } = await client.query("select attname as name from pg_attribute where attrelid = ('app.' || $1)::regclass and attnum > 0 and not attisdropped and attgenerated = ''", [table]);
      const names = rows.map(({ name }) => name);
      return (await client.query(`insert into app.${table} (${names.join(', ')}) select ${names.map((name) => changes[name] ?? `x.${name}`).join(', ')} from ${from}`)).rowCount;
    };
    await copy('round', `app.round x, the_round where x.id = '${source.id}'`, { id: 'the_round.id', name: `'Bench of ${count}'`, reference: `'B-${count}'` });
    await copy('organisation', `${pairs} join app.organisation x on x.id = o.organisation`, { id: 't.organisation', name: `'School ' || t.n`, urn: `'B' || ${count} || t.n`, predecessor_id: 'null' });
    await copy('round_member', `${pairs} join app.round_member x on x.id = o.member, the_round`, { id: 't.member', round_id: 'the_round.id', organisation_id: 't.organisation', organisation_name: `'School ' || t.n` });
    await copy('submission', `${pairs} join app.submission x on x.id = o.submission, the_round`, { id: 't.submission', round_id: 'the_round.id', round_member_id: 't.member', organisation_id: 't.organisation', reference: `'B${count}-' || t.n` });
    const answers = await copy('answer', `${pairs} join app.answer x on x.submission_id = o.submission`, { submission_id: 't.submission', organisation_id: 't.organisation' });
    await copy('rating', `${pairs} join app.rating x on x.submission_id = o.submission, the_round`, { submission_id: 't.submission', round_id: 'the_round.id', organisation_id: 't.organisation' });
    await copy('submission_snapshot', `${pairs} join app.submission_snapshot x on x.submission_id = o.submission where t.n <= ${LETTERS}`, { id: 'gen_random_uuid()', submission_id: 't.submission', organisation_id: 't.organisation' });
    await copy('return_rollup', `${pairs} join app.return_rollup x on x.submission_id = o.submission, the_round`, { submission_id: 't.submission', round_id: 'the_round.id', round_member_id: 't.member', organisation_id: 't.organisation' });
    const { rows: [{ id }] } = await client.query('select id from the_round');
    await client.query('commit');
    await client.query('analyze');
    say(`${count} returns with ${answers} answers are there after ${rounded((performance.now() - started) / 1000, 1)} s`);
    return { id, returns: count, answers };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
