// The built program on a PostgreSQL of its own (with its promises on: fsync, synchronous commit), and the demonstration in it.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { frugal, root } from '../node24.mjs';
import { startPostgres } from '../postgres.mjs';
import { secretOf } from '../secret.mjs';
import { Caller } from './caller.mjs';
import { memoryOf } from './memory.mjs';

export const PASSWORD = 'keep-children-safer';

const FLAGS = ['max_connections=200', 'shared_buffers=256MB'];

/** A new database, which goes when it stops. */
export async function startBench() {
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres({ folder: join(folder, 'postgres'), password: 'bench', flags: FLAGS });
  const cleared = () => [folder, postgres.directory].forEach((path) => rmSync(path, { recursive: true, force: true }));
  return started(postgres, 'only the bench knows this secret, and it ends with it', cleared);
}

/** A generated database, which stays. */
export async function startKept(folder) {
  const secret = secretOf(folder);
  return started(await startPostgres({ folder: join(folder, 'postgres'), password: secret.slice(0, 32), flags: FLAGS }), secret, () => {});
}

async function started(postgres, secret, cleared) {
  let program;
  const start = async () => {
    program = await startProgram(postgres.url, secret).catch(async (error) => {
      await postgres.stop();
      cleared();
      throw error;
    });
  };
  await start();
  const database = new pg.Pool({ connectionString: postgres.url, max: 64 });
  return {
    database,
    get url() { return program.url; },
    get memory() { return program.memory; },
    /** What it remembers of what it did before is gone. */
    restart: async () => {
      await program.stop();
      await start();
    },
    signIn: async (email) => {
      const caller = new Caller(program.url);
      const { status, body } = await caller.send('POST', '/api/session', { email, password: PASSWORD });
      if (status !== 200) throw new Error(`${email} could not sign in: ${JSON.stringify(body)}`);
      caller.csrfToken = body.csrfToken;
      return caller;
    },
    enrolLeads: (count) => enrolLeads(database, count),
    stop: async () => {
      await database.end();
      await program.stop();
      await postgres.stop();
      cleared();
    },
  };
}

/** The program with the demonstration in it. */
export function startProgram(databaseUrl, secret) {
  const child = spawn(process.execPath, ['--no-warnings', ...frugal, join(root, 'dist/apps/api/main.mjs')], {
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
