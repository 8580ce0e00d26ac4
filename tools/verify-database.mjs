// `npm run verify-trail`: does every chain of the trail still hold? Of DATABASE_URL or, without one, of the data folder of
// `npm start`, whether that runs just now or not. `npm run verify-trail -- ends.txt` compares with what it printed before.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildStale } from './build.mjs';
import { root } from './node24.mjs';
import { runningPostgres, startPostgres } from './postgres.mjs';

const [kept] = process.argv.slice(2);

try {
  if (kept && !existsSync(kept)) throw new Error(`There is no file ${kept}. Give one that an earlier \`npm run verify-trail > ends.txt\` wrote, or none.`);
  await buildStale((line) => console.error(line), ['api']);
  const { url, stop } = process.env.DATABASE_URL ? { url: process.env.DATABASE_URL, stop: () => {} } : await embedded();
  const code = await verify(url);
  await stop();
  process.exit(code);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}

async function embedded() {
  const data = resolve(process.env.DATA_DIR ?? join(root, '.data'));
  const [folder, secret] = [join(data, 'postgres'), join(data, 'secret')];
  if (!existsSync(secret)) throw new Error(`${data} holds no Attest. Set DATA_DIR to the folder of one, or DATABASE_URL to its database.`);
  const password = readFileSync(secret, 'utf8').trim().slice(0, 32);
  const url = runningPostgres({ folder, password });
  return url ? { url, stop: () => {} } : startPostgres({ folder, password });
}

function verify(url) {
  const child = spawn(process.execPath, ['--enable-source-maps', '--no-warnings', join(root, 'dist/apps/api/verify-trail.mjs')], {
    cwd: root, stdio: 'inherit', env: { ...process.env, DATABASE_URL: url, ...(kept && { KEPT: resolve(kept) }) },
  });
  return new Promise((done) => child.on('exit', (code) => done(code ?? 2)));
}
