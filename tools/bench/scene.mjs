// The built program on a PostgreSQL of its own (with its promises on: fsync, synchronous commit), and the demonstration in it.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../node24.mjs';
import { startPostgres } from '../postgres.mjs';
import { Caller } from './caller.mjs';

export const PASSWORD = 'keep-children-safer';

export async function startBench() {
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ folder: join(folder, 'postgres'), password: 'bench', flags: ['max_connections=200', 'shared_buffers=256MB'] });
  const cleared = () => [folder, postgres.directory].forEach((path) => rmSync(path, { recursive: true, force: true }));
  const { url, memory, stop } = await startProgram(postgres.url, 'only the bench knows this secret, and it ends with it').catch(async (error) => {
    await postgres.stop();
    cleared();
    throw error;
  });
  const database = new pg.Pool({ connectionString: postgres.url, max: 64 });
  return {
    url, database, memory,
    signIn: async (email) => {
      const caller = new Caller(url);
      const { status, body } = await caller.send('POST', '/api/session', { email, password: PASSWORD });
      if (status !== 200) throw new Error(`${email} could not sign in: ${JSON.stringify(body)}`);
      caller.csrfToken = body.csrfToken;
      return caller;
    },
    enrolLeads: (count) => enrolLeads(database, count),
    stop: async () => {
      await database.end();
      await stop();
      await postgres.stop();
      cleared();
    },
  };
}

/** The program with the demonstration in it. */
export function startProgram(databaseUrl, secret) {
  const child = spawn(process.execPath, ['--no-warnings', join(root, 'dist/apps/api/main.mjs')], {
    cwd: root, stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', DATABASE_URL: databaseUrl, DEMO: 'on', SECRET: secret, WEB_ROOT: join(root, 'dist/apps/web/browser') },
  });
  const stop = () => new Promise((done) => {
    child.on('exit', done);
    child.kill('SIGTERM');
  });
  return new Promise((done, failed) => {
    child.stdout.on('data', (chunk) => {
      const ready = String(chunk).match(/^ready (.*)$/m);
      if (ready) done({ url: ready[1].replace('localhost', '127.0.0.1'), memory: memoryOf(child.pid), stop });
    });
    child.on('exit', (code) => failed(new Error(`The program ended with ${code} before it was ready.`)));
  });
}

/** Megabytes that the program holds, and the most it held since it was last asked to begin. Where the system does not say, 0. */
function memoryOf(pid) {
  const read = (name) => {
    try {
      return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  };
  return {
    begin: () => {
      try { writeFileSync(`/proc/${pid}/clear_refs`, '5'); } catch { /* then it is the most since the program began */ }
      return read('VmRSS');
    },
    peak: () => read('VmHWM'),
  };
}

/** A lead for each of so many schools with an open return that has not been submitted. */
async function enrolLeads(database, count) {
  const { rows } = await database.query(`
    select s.partnership_id, s.organisation_id, s.id as submission_id from app.submission s join app.round r on r.id = s.round_id
    where r.state = 'open' and r.reference like 'S175%' and s.state in ('not-started', 'in-progress') order by s.id limit $1`, [count]);
  if (rows.length < count) throw new Error(`The demonstration has ${rows.length} open returns, and ${count} are needed.`);
  const { rows: [known] } = await database.query("select password_hash from app.person where demonstration limit 1");
  const leads = [];
  for (const [index, { partnership_id, organisation_id, submission_id }] of rows.entries()) {
    const [id, email] = [randomUUID(), `lead-${index}@bench.attest.example`];
    await database.query('insert into app.person (id, email, name, password_hash, demonstration) values ($1, $2, $3, $4, true)', [id, email, `Lead ${index}`, known.password_hash]);
    await database.query("insert into app.membership (partnership_id, id, person_id, organisation_id, role) values ($1, $2, $3, $4, 'lead')", [partnership_id, randomUUID(), id, organisation_id]);
    leads.push({ email, submissionId: submission_id });
  }
  return leads;
}
