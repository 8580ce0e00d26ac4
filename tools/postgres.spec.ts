import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
// @ts-expect-error -- a plain script
import { startPostgres } from './postgres.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-postgres-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (): Promise<{ url: string; directory: string; stop(): Promise<void> }> => startPostgres({ folder: join(folder, 'data'), password: 'for this test', flags: ['fsync=off'] });

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('is made once, keeps what was written, and starts again', async () => {
    const first = await start();
    await ask(first.url, 'create table kept (word text); insert into kept values (\'still here\')');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'still here' }]);
    await second.stop();
    expect(existsSync(join(second.directory, 'postmaster.pid'))).toBe(false);
  });

  it('takes over from a server that a killed Attest left behind', async () => {
    const left = await start();
    const pid = Number(readFileSync(join(left.directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
    const next = await start();
    expect(Number(readFileSync(join(next.directory, 'postmaster.pid'), 'utf8').split('\n')[0])).not.toBe(pid);
    await next.stop();
  });

  it('starts over a lock whose server is long gone', async () => {
    const { directory, stop } = await start();
    await stop();
    writeFileSync(join(directory, 'postmaster.pid'), '999999\n');
    const again = await start();
    expect(await ask(again.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await again.stop();
  });

  it('says what to do about files of another version', async () => {
    const { directory, stop } = await start();
    await stop();
    writeFileSync(join(directory, 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toThrow(/was made by PostgreSQL 15; this Attest brings 18/);
  });
});

const root = dirname(import.meta.dirname);

describe('npm start', () => {

  const serve = (env: Record<string, string>) => new Promise<{ code: number | null; said: string }>((done) => {
    const child = spawn(process.execPath, ['--no-warnings', join(root, 'tools/serve.mjs')], { cwd: root, env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: join(folder, 'data'), ...env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk; });
    child.on('exit', (code) => done({ code, said }));
  });

  it.each([
    ['a port that is no number', { PORT: 'http' }, 'PORT must be a number from 1 to 65535; it is "http".'],
    ['a database address that is none', { DATABASE_URL: 'postgres.example.org' }, 'DATABASE_URL must look like postgres://user:password@host:5432/database'],
    ['a demonstration that is neither', { DEMO: 'maybe' }, 'DEMO must be "on" or "off"; it is "maybe".'],
    ['a folder that cannot be made', { DATA_DIR: join(root, 'package.json/data') }, 'package.json/data cannot be made.'],
  ])('stops with a sentence on %s', async (_, env, sentence) => {
    const { code, said } = await serve(env);
    expect([code, said]).toEqual([1, expect.stringContaining(sentence)]);
  });

  it('says that a port is in use, and what to do', async () => {
    const { createServer } = await import('node:http');
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((done) => other.on('listening', done));
    const { port } = other.address() as { port: number };
    const { code, said } = await serve({ PORT: String(port) });
    other.close();
    expect([code, said]).toEqual([1, expect.stringContaining(`Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start`)]);
  });
});
