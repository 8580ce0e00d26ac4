// `npm run generate -- --size country`: a database of its own with as many schools as one partnership, a large one, or England has.
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { startProgram } from '../bench/scene.mjs';
import { buildStale } from '../build.mjs';
import { root } from '../node24.mjs';
import { startPostgres } from '../postgres.mjs';
import { secretOf } from '../secret.mjs';
import { fill } from './fill.mjs';
import { sizes } from './sizes.mjs';

const size = process.argv[process.argv.indexOf('--size') + 1];
if (!(size in sizes)) {
  console.error('Say how large: npm run generate -- --size partnership, large or country');
  process.exit(1);
}
const folder = resolve(process.env.DATA_DIR ?? join(root, '.data', `generated-${size}`));
if (existsSync(join(folder, 'postgres'))) {
  console.error(`There is a database in ${folder} already. Delete the folder first, or choose another: DATA_DIR=/some/folder npm run generate -- --size ${size}`);
  process.exit(1);
}

const started = performance.now();
const say = (line) => console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${line}`);
mkdirSync(folder, { recursive: true });
await buildStale(say);
say('making a PostgreSQL of its own, with the demonstration in it');
const secret = secretOf(folder);
const postgres = await startPostgres({ folder: join(folder, 'postgres'), password: secret.slice(0, 32), flags: ['fsync=off', 'full_page_writes=off', 'max_wal_size=8GB', 'shared_buffers=512MB'] });
try {
  await (await startProgram(postgres.url, secret)).stop();
  const database = new pg.Pool({ connectionString: postgres.url, max: 1 });
  await fill(database, sizes[size](), say);
  const { rows: [{ answers, returns, bytes }] } = await database.query('select (select count(*) from app.answer) as answers, (select count(*) from app.submission) as returns, pg_size_pretty(pg_database_size(current_database())) as bytes');
  await database.query('checkpoint');
  await database.end();
  say(`${Number(returns).toLocaleString('en-GB')} returns, ${Number(answers).toLocaleString('en-GB')} answers, ${bytes}`);
  say(`Look at it: DATA_DIR=${folder} npm start, as quality-one@generated.attest.example with the password of the demonstration`);
} finally {
  await postgres.stop();
}
