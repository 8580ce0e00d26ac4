// `npm start`: everything on one machine, from an empty clone to a sign-in page.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { buildStale, withProgress } from './build.mjs';
import { frugal, root } from './node24.mjs';
import { startPostgres } from './postgres.mjs';
import { secretOf } from './secret.mjs';

const say = (line) => console.log(line);
const stops = [];
let stopping = false;

/** Ends what was started, last first, once. */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  for (const end of stops.reverse()) await end();
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => { say('\nStopping…'); void stop(0); });

try {
  const settings = settingsFrom(process.env);
  holdFolder(settings.folder, settings.port);
  await checkPort(settings.port);
  await buildStale(say);
  const database = settings.databaseUrl ?? (await embedded(settings));
  await withProgress('Starting Attest', () => {}, () => api(settings, database));
} catch (error) {
  console.error(error.message);
  await stop(1);
}

function settingsFrom(env) {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`PORT must be a number from 1 to 65535; it is "${env.PORT}".`);
  const databaseUrl = env.DATABASE_URL || null;
  if (databaseUrl && !/^postgres(ql)?:\/\/[^/]+\/.+/.test(databaseUrl)) throw new Error(`DATABASE_URL must look like postgres://user:password@host:5432/database; it is "${databaseUrl.replace(/:[^:@/]*@/, ':…@')}".`);
  const demo = env.DEMO ?? (databaseUrl ? 'off' : 'on');
  if (demo !== 'on' && demo !== 'off') throw new Error(`DEMO must be "on" or "off"; it is "${demo}".`);
  const folder = resolve(env.DATA_DIR ?? join(root, '.data'));
  return { port, databaseUrl, demo, folder };
}

/** One Attest a folder: two would write over each other. A lock whose process has gone is stale and is taken over. */
function holdFolder(folder, port) {
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new Error(`DATA_DIR ${folder} cannot be made. Choose a folder you may write to: DATA_DIR=/some/folder npm start`);
  }
  const lock = join(folder, 'running.json');
  if (existsSync(lock)) {
    const held = readLock(lock);
    if (held && isAttest(held.pid)) throw new Error(`Attest already runs from ${folder} (process ${held.pid}) at http://localhost:${held.port}. Use that one, or stop it with Ctrl-C first.`);
  }
  writeFileSync(lock, JSON.stringify({ pid: process.pid, port }));
  stops.push(() => rmSync(lock, { force: true }));
}

function readLock(lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'));
  } catch {
    return null;
  }
}

function isAttest(pid) {
  try {
    process.kill(pid, 0);
    const line = `/proc/${pid}/cmdline`;
    return pid !== process.pid && (!existsSync(line) || readFileSync(line, 'utf8').includes('serve.mjs'));
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function checkPort(port) {
  return new Promise((done, failed) => {
    const probe = createServer()
      .on('error', (error) => failed(new Error(error.code === 'EADDRINUSE'
        ? `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`
        : `Port ${port} cannot be used (${error.code}). Choose another: PORT=${port + 1} npm start`)))
      .listen(port, '127.0.0.1', () => probe.close(() => done()));
  });
}

async function embedded({ folder }) {
  const postgres = await withProgress(existsSync(join(folder, 'postgres')) ? 'Starting PostgreSQL' : 'Making a PostgreSQL of its own', say,
    () => startPostgres({ folder: join(folder, 'postgres'), password: secretOf(folder).slice(0, 32) }));
  stops.push(() => postgres.stop());
  return postgres.url;
}

/** The program itself, in a process of its own. It ends when we end, because the line between us breaks. */
function api({ port, demo, folder }, databaseUrl) {
  const child = spawn(process.execPath, ['--enable-source-maps', '--no-warnings', ...frugal, join(root, 'dist/apps/api/main.mjs')], {
    cwd: root, detached: true, stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATABASE_URL: databaseUrl, DEMO: demo, SECRET: process.env.SECRET ?? secretOf(folder), WEB_ROOT: join(root, 'dist/apps/web/browser') },
  });
  stops.push(() => new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.on('exit', done);
    child.kill('SIGTERM');
  }));
  return new Promise((done) => {
    child.stdout.on('data', (chunk) => {
      for (const line of String(chunk).trimEnd().split('\n')) {
        if (!line.startsWith('ready ')) say(line);
        else {
          say(`Attest is ready: http://localhost:${port}/sign-in`);
          done();
        }
      }
    });
    child.on('exit', (code) => { void stop(stopping ? 0 : code || 1); });
  });
}
