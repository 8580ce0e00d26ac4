// A partnership's own views when it is alone, and when the rest of the country is in the same database: two databases side by side,
// asked in turn, so that what slows the machine down slows both.
import { fill } from '../generate/fill.mjs';
import { others, partnership } from '../generate/sizes.mjs';
import { percentile, rounded } from './figures.mjs';
import { startBench } from './scene.mjs';
import { sceneOf, viewsOf } from './view-list.mjs';
import { read, timed } from './views.mjs';

const TIMES = 40;

export async function growth(scene, say) {
  const own = { ...partnership, name: 'grown' };
  const apart = await startBench();
  try {
    await fill(apart.database, [own], say);
    await fill(scene.database, [own, ...others()], say);
    return await compared(await readerOf(apart, own.name), await readerOf(scene, own.name));
  } finally {
    await apart.stop();
  }
}

/** Reads a view of the partnership by its name. */
async function readerOf(scene, name) {
  const quality = await scene.signIn(`quality-${name}@generated.attest.example`);
  const paths = new Map(viewsOf(await sceneOf(scene.database, name)).map((view) => [view.name, view.path]));
  return { names: [...paths.keys()], read: (view) => read(quality, paths.get(view)) };
}

async function compared(alone, country) {
  const rows = [];
  for (const name of alone.names) {
    const times = { alone: [], country: [] };
    for (let turn = 0; turn < TIMES; turn++) {
      times.alone.push(await timed(() => alone.read(name)));
      times.country.push(await timed(() => country.read(name)));
    }
    const [one, other] = [percentile(times.alone, 0.5), percentile(times.country, 0.5)];
    rows.push({ bench: 'growth', name, alone: rounded(one), country: rounded(other), ratio: rounded(other / one) });
  }
  return rows;
}
