import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { startProgram } from '../bench/scene.mjs';
import { buildStale } from '../build.mjs';
import { root } from '../node24.mjs';
import { startPostgres } from '../postgres.mjs';
import { secretOf } from '../secret.mjs';
import { fill } from './fill.mjs';
import { sizes } from './sizes.mjs';

/** Where a database of this size stays, so that it is made once. */
export const folderOf = (size) => resolve(process.env.DATA_DIR ?? join(root, '.data', `generated-${size}`));

/** One that was left half made has no mark of its end. */
const markOf = (folder) => join(folder, 'complete');
export const isMade = (folder) => existsSync(markOf(folder));

export async function make(size, folder, say) {
  if (existsSync(join(folder, 'postgres'))) throw new Error(`The database in ${folder} was not made to its end, or is another one. Delete the folder first, or choose another with DATA_DIR.`);
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
  } finally {
    await postgres.stop();
  }
  writeFileSync(markOf(folder), '');
}
