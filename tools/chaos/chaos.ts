// `npm run chaos`: a thousand seeded histories of people who type, against two processes and a PostgreSQL that are killed under
// them. What it does goes to stderr; at the end one line: `N runs, N answers, N lost, N undelivered, N doubled`.
// `-- --runs 200 --seed 7` asks for so many from that seed; `-- controls` makes three mistakes on purpose, each of which must show.
import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { SECRET, startApi } from '../../apps/api/test/start-api';
import { startPostgres } from '../postgres.mjs';
import { Chance } from './chance';
import type { Verdict } from './ledger';
import { pause } from './page';
import { runAll, until } from './runs';
import { Server, freePort } from './servers';
import type { Mistake } from './transport';
import { lanes } from './world';

const words = process.argv.slice(2);
const number = (name: string, otherwise: number) => (words.includes(name) ? Number(words[words.indexOf(name) + 1]) : otherwise);
const [runs, seed] = [number('--runs', 1_000), number('--seed', 20_261_125)];
const AT_ONCE = 24;
const controls: readonly Mistake[] = ['no-idempotency-key', 'asynchronous-commit', 'last-write-wins'];
const say = (line: string) => console.error(`  ${line}`);

interface Kills { api: number; postgres: number }

async function storm(count: number, mistake: Mistake | null): Promise<{ verdict: Verdict; kills: Kills }> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-chaos-'));
  chmodSync(folder, 0o755);
  const loose = mistake === 'asynchronous-commit' ? ['synchronous_commit=off', 'wal_writer_delay=10000'] : [];
  const options = { folder: join(folder, 'postgres'), password: 'chaos', flags: ['max_connections=100', ...loose] };
  let postgres = await startPostgres(options);
  process.env['TEST_DATABASE_URL'] = postgres.url;
  const api = await startApi();
  const returns = await lanes(api, Math.min(AT_ONCE, count));
  const { databaseUrl } = api.environment;
  await api.app.close();
  await api.administrator.query('checkpoint');
  await api.administrator.end();

  const variables = { DATABASE_URL: databaseUrl, SECRET, DEMO: 'off', ROLE: 'api', WEB_ROOT: '', TRUST_PROXY: '0' };
  const servers = [new Server(await freePort(), variables), new Server(await freePort(), variables)];
  for (const server of servers) await server.start();
  const ask = (sql: string, parameters?: unknown[]) => until(() => asked(databaseUrl, sql, parameters));
  const kills: Kills = { api: 0, postgres: 0 };
  const chance = new Chance(seed);
  let over = false;
  const killing = (async () => {
    while (!over) {
      await pause(1_500 + chance.below(2_500));
      if (over) return;
      if (chance.happens(mistake === 'asynchronous-commit' ? 0.2 : 0.7)) {
        const server = chance.of(servers);
        await server.kill();
        kills.api++;
      } else {
        await postgres.kill();
        kills.postgres++;
        postgres = await startPostgres({ ...options, at: postgres.port });
      }
      for (const server of servers) if (!server.runs) await server.start();
    }
  })();
  const verdict = await runAll({ servers: servers.map(({ url }) => url), lanes: returns, runs: count, seed, mistake, ask, say: (done) => {
    if (done % 20 === 0 || done === count) say(`${done} of ${count} runs, ${kills.api} processes and ${kills.postgres} databases killed`);
  } });
  over = true;
  await killing;
  for (const server of servers) await server.kill();
  await postgres.stop();
  for (const path of [folder, postgres.directory]) rmSync(path, { recursive: true, force: true });
  return { verdict, kills };
}

async function asked(connectionString: string, sql: string, parameters?: unknown[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.query(sql, parameters);
  } finally {
    await client.end().catch(() => {});
  }
}

const shown = ({ lost, undelivered, doubled }: Verdict) => `${lost.length} lost, ${undelivered.length} undelivered, ${doubled.length} doubled`;

if (words.includes('controls')) {
  let missed = 0;
  for (const mistake of controls) {
    const { verdict } = await storm(number('--runs', 120), mistake);
    const red = verdict.lost.length + verdict.undelivered.length + verdict.doubled.length > 0;
    if (!red) missed++;
    console.log(`${mistake}: ${shown(verdict)}: ${red ? 'seen' : 'NOT SEEN'}`);
  }
  console.log(`${controls.length - missed} of ${controls.length} mistakes seen`);
  process.exit(missed === 0 ? 0 : 1);
}

const { verdict, kills } = await storm(runs, null);
for (const [what, all] of [['lost', verdict.lost], ['undelivered', verdict.undelivered], ['doubled', verdict.doubled]] as const) for (const one of all.slice(0, 10)) say(`${what}: ${one}`);
console.log(JSON.stringify({ chaos: 'outbox', seed, runs, answers: verdict.answers, apiKills: kills.api, postgresKills: kills.postgres, lost: verdict.lost.length, undelivered: verdict.undelivered.length, doubled: verdict.doubled.length }));
console.log(`${runs} runs, ${verdict.answers} answers, ${shown(verdict)}`);
process.exit(verdict.lost.length + verdict.undelivered.length + verdict.doubled.length === 0 ? 0 : 1);
