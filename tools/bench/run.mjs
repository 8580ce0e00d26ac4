// `npm run bench`: what Attest costs beside a named limit, measured side by side in one run.
// A table for people, and one JSON line a row for programs. `npm run bench -- save` runs one part.
import { buildStale } from '../build.mjs';
import { carry } from './carry.mjs';
import { documents } from './documents.mjs';
import { enumeration } from './enumeration.mjs';
import { exports } from './exports.mjs';
import { growth } from './growth.mjs';
import { folderOf, isMade, make } from '../generate/make.mjs';
import { startBench, startKept } from './scene.mjs';
import { save } from './save.mjs';
import { sorting } from './sorting.mjs';
import { templates } from './templates.mjs';
import { trail } from './trail.mjs';
import { typing } from './typing.mjs';
import { views } from './views.mjs';
import { web } from './web.mjs';
import { workbook } from './workbook.mjs';

const parts = { save, views, web, typing, sorting, templates, carry, documents, trail, enumeration, workbook };
/** They need all schools of England, which takes minutes: only when they are asked for. */
const onRequest = { growth, exports };
/** On a database that stays for the next time. */
const kept = { exports: 'national' };
const asked = process.argv.slice(2).filter((word) => word in parts || word in onRequest);
const wanted = asked.length > 0 ? asked : Object.keys(parts);

await buildStale((line) => console.error(line));
console.error('Starting a PostgreSQL and an Attest to measure…');
for (const on of [undefined, ...new Set(Object.values(kept))]) {
  const names = wanted.filter((name) => kept[name] === on);
  if (names.length > 0) await measure(names, on);
}

async function measure(names, on) {
  const scene = on ? await generated(on) : await startBench();
  try {
    for (const name of names) {
      console.error(`Measuring: ${name}…`);
      const rows = await ({ ...parts, ...onRequest })[name](scene, (line) => console.error(`  ${line}`));
      console.log('');
      console.table(Object.fromEntries(rows.map((row, index) => [index + 1, row])));
      for (const row of rows) console.log(JSON.stringify(row));
    }
  } finally {
    await scene.stop();
  }
}

async function generated(size) {
  const folder = folderOf(size);
  console.error(`  The database of size ${size} stays in ${folder}`);
  if (!isMade(folder)) await make(size, folder, (line) => console.error(`  ${line}`));
  return startKept(folder);
}
