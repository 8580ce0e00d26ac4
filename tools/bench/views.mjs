// Every view of a round through the whole API, beside the best single SQL statement for the same figures on the same database.
import pg from 'pg';
import { fill } from '../generate/fill.mjs';
import { large, partnership } from '../generate/sizes.mjs';
import { percentile, rounded } from './figures.mjs';
import { sceneOf, viewsOf } from './view-list.mjs';

const TIMES = 40;
/** What any request costs: who asks is looked up, a transaction begun under their name and ended, an answer written. */
const REQUEST = '/api/session';

export async function views(scene, say) {
  await fill(scene.database, [partnership, large], say);
  const bare = new pg.Client({ connectionString: scene.database.options.connectionString });
  await bare.connect();
  const rows = [];
  for (const { name, schools } of [partnership, large]) {
    const quality = await scene.signIn(`quality-${name}@generated.attest.example`);
    rows.push(await request(quality, schools));
    const round = await sceneOf(bare, name);
    for (const view of viewsOf(round)) {
      rows.push(await measured({ quality, bare, schools, round }, view));
      const { p50, limit } = rows.at(-1);
      say(`${view.name} of ${schools}: ${p50} ms of ${limit} ms`);
    }
  }
  await bare.end();
  return rows;
}

async function request(quality, schools) {
  const times = [];
  for (let turn = 0; turn < TIMES; turn++) times.push(await timed(() => read(quality, REQUEST)));
  return { bench: 'view', name: `request of ${schools} organisations`, p50: rounded(percentile(times, 0.5)), p95: rounded(percentile(times, 0.95)) };
}

/** In turn, so that what slows the machine down slows all of them. The rival is the quickest of those there are. */
async function measured({ quality, bare, schools, round }, { name, path, rivals, alike }) {
  const statements = rivals.map((rival, at) => ({ ...rival, name: `${name} ${at} of ${schools}` }));
  for (const statement of statements) mustBeAlike(name, alike, await read(quality, path), (await bare.query(statement)).rows, round);
  const ours = [];
  const limits = statements.map(() => []);
  for (let turn = 0; turn < TIMES; turn++) {
    ours.push(await timed(() => read(quality, path)));
    for (const [at, statement] of statements.entries()) limits[at].push(await timed(() => bare.query(statement)));
  }
  const [p50, limit] = [percentile(ours, 0.5), Math.min(...limits.map((times) => percentile(times, 0.5)))];
  return { bench: 'view', name: `${name} of ${schools} organisations`, p50: rounded(p50), p95: rounded(percentile(ours, 0.95)), limit: rounded(limit), ratio: rounded(p50 / limit) };
}

/** A rival that says something else is none. */
function mustBeAlike(name, alike, body, rows, round) {
  const [ours, theirs] = alike?.(body, rows, round) ?? [];
  if (ours !== theirs) throw new Error(`${name}: the view and its rival say different things:\n${ours.slice(0, 600)}\n— and —\n${theirs.slice(0, 600)}`);
}

export async function read(caller, path) {
  const { status, body } = await caller.send('GET', path);
  if (status !== 200) throw new Error(`${path} was answered with ${status}: ${JSON.stringify(body).slice(0, 300)}`);
  return body;
}

export async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
