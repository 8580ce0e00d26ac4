// `npm run bench`: what Attest costs beside a named limit, measured side by side in one run.
// A table for people, and one JSON line a row for programs. `npm run bench -- save` runs one part.
import { buildStale } from '../build.mjs';
import { carry } from './carry.mjs';
import { documents } from './documents.mjs';
import { enumeration } from './enumeration.mjs';
import { exports } from './exports.mjs';
import { growth } from './growth.mjs';
import { startBench } from './scene.mjs';
import { save } from './save.mjs';
import { sorting } from './sorting.mjs';
import { templates } from './templates.mjs';
import { trail } from './trail.mjs';
import { typing } from './typing.mjs';
import { views } from './views.mjs';
import { web } from './web.mjs';
import { workbook } from './workbook.mjs';

const parts = { save, views, web, typing, sorting, templates, carry, documents, trail, enumeration, workbook };
/** They generate a whole country, which takes minutes: only when they are asked for. */
const onRequest = { growth, exports };
const wanted = process.argv.slice(2).filter((word) => word in parts || word in onRequest);

await buildStale((line) => console.error(line));
console.error('Starting a PostgreSQL and an Attest to measure…');
const scene = await startBench();
try {
  for (const name of wanted.length > 0 ? wanted : Object.keys(parts)) {
    console.error(`Measuring: ${name}…`);
    const rows = await ({ ...parts, ...onRequest })[name](scene, (line) => console.error(`  ${line}`));
    console.log('');
    console.table(Object.fromEntries(rows.map((row, index) => [index + 1, row])));
    for (const row of rows) console.log(JSON.stringify(row));
  }
} finally {
  await scene.stop();
}
