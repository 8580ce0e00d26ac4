// Builds the program and its adversary, and lets them loose: `npm run chaos`, `-- --runs 200 --seed 7`, `-- controls`.
import { spawn } from 'node:child_process';
import { root } from '../node24.mjs';

const run = (...args) => new Promise((done) => {
  const child = spawn(process.execPath, ['--enable-source-maps', '--no-warnings', ...args], { cwd: root, stdio: 'inherit' });
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => done(code ?? 1));
});

for (const programs of [[], ['tools/chaos/chaos.ts']]) if ((await run('tools/build-api.mjs', ...programs)) !== 0) process.exit(1);
process.exit(await run('dist/apps/api/chaos.mjs', ...process.argv.slice(2)));
