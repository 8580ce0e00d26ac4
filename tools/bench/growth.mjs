// A partnership's own views when it is alone, and when the rest of the country is in the same database.
import { fill } from '../generate/fill.mjs';
import { others, partnership } from '../generate/sizes.mjs';
import { percentile, rounded } from './figures.mjs';
import { sceneOf, viewsOf } from './view-list.mjs';
import { read, timed } from './views.mjs';

const TIMES = 40;

export async function growth(scene, say) {
  const own = { ...partnership, name: 'grown' };
  await fill(scene.database, [own], say);
  const quality = await scene.signIn(`quality-${own.name}@generated.attest.example`);
  const views = viewsOf(await sceneOf(scene.database, own.name));
  const alone = await measured(quality, views);
  await fill(scene.database, others(), say);
  const among = await measured(quality, views);
  return views.map(({ name }) => ({ bench: 'growth', name, alone: rounded(alone.get(name)), country: rounded(among.get(name)), ratio: rounded(among.get(name) / alone.get(name)) }));
}

/** Turn by turn, so that what slows the machine down slows all of them. */
async function measured(quality, views) {
  const times = new Map(views.map(({ name }) => [name, []]));
  for (let turn = 0; turn < TIMES; turn++) {
    for (const { name, path } of views) times.get(name).push(await timed(() => read(quality, path)));
  }
  return new Map([...times].map(([name, all]) => [name, percentile(all, 0.5)]));
}
