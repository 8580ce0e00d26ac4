// Runs a program of `tools` that asks the whole API: bundled with it into one file, on a PostgreSQL of its own.
import { spawn } from 'node:child_process';
import { basename, join } from 'node:path';
import setUp from '../apps/api/test/global-setup.mjs';
import tearDown from '../apps/api/test/global-teardown.mjs';
import { root } from './node24.mjs';

const [program, ...words] = process.argv.slice(2);
const run = (...args) => new Promise((done) => {
  const child = spawn(process.execPath, ['--enable-source-maps', '--no-warnings', ...args], { cwd: root, stdio: 'inherit' });
  process.once('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code) => done(code ?? 1));
});

if ((await run('tools/build-api.mjs', program)) !== 0) process.exit(1);
process.on('SIGINT', () => {});
await setUp();
const code = await run(join('dist/apps/api', basename(program).replace('.ts', '.mjs')), ...words);
await tearDown();
process.exit(code);
