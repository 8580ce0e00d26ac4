// Every view of a round through the whole API, beside the best single SQL statement for the same figures on the same database.
import pg from 'pg';
import { fill } from '../generate/fill.mjs';
import { large, partnership } from '../generate/sizes.mjs';
import { percentile, rounded } from './figures.mjs';
import { sceneOf, viewsOf } from './view-list.mjs';

const TIMES = 40;

export async function views(scene, say) {
  await fill(scene.database, [partnership, large], say);
  const bare = new pg.Client({ connectionString: scene.database.options.connectionString });
  await bare.connect();
  const rows = [];
  for (const { name, schools } of [partnership, large]) {
    const quality = await scene.signIn(`quality-${name}@generated.attest.example`);
    for (const view of viewsOf(await sceneOf(scene.database, name))) {
      const [ours, limits] = [[], []];
      for (let turn = 0; turn < TIMES; turn++) {
        ours.push(await timed(() => read(quality, view.path)));
        limits.push(await timed(() => bare.query({ name: `${view.name} of ${schools}`, text: view.statement, values: view.values })));
      }
      const [p50, limit] = [percentile(ours, 0.5), percentile(limits, 0.5)];
      rows.push({ bench: 'view', name: `${view.name} of ${schools} organisations`, p50: rounded(p50), p95: rounded(percentile(ours, 0.95)), limit: rounded(limit), ratio: rounded(p50 / limit) });
      say(`${view.name} of ${schools}: ${rounded(p50)} ms of ${rounded(limit)} ms`);
    }
  }
  await bare.end();
  return rows;
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
