import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { rated, nothing } from '../../apps/api/test/return-scenes';
import type { RunningApi } from '../../apps/api/test/start-api';
import { leadsOf } from './reuse';

/** Milliseconds for saving one answer, in the middle, and how many times as long it takes as without. */
export interface Cost {
  readonly saves: number; readonly guarded: number; readonly withoutPolicies: number; readonly plainConnection: number;
  /** Of row-level security alone, and of it and the transaction with its signed context. */
  readonly policyRatio: number; readonly ratio: number;
}

/** The same program three times, each on a database of its own, one save after the other and in turns. */
export async function costOf(start: () => Promise<RunningApi>, saves: number): Promise<Cost> {
  const apis: RunningApi[] = [];
  const savers = [];
  for (let n = 0; n < 3; n++) {
    const api = await start();
    // before the next one starts: in one process, people sign in with the program that started last
    savers.push(await saverOf(api));
    if (n > 0) await withoutPolicies(api);
    if (n > 1) onPlainConnections(api);
    apis.push(api);
  }
  const times: [number[], number[], number[]] = [[], [], []];
  for (let turn = 0; turn < saves + WARMING; turn++) {
    for (const [at, save] of savers.entries()) {
      const started = performance.now();
      await save(turn);
      if (turn >= WARMING) times[at]!.push(performance.now() - started);
    }
  }
  const [guarded, withoutPolicy, bare] = times.map((some) => some.toSorted((one, other) => one - other)[Math.floor(some.length / 2)]!) as [number, number, number];
  for (const api of apis) await api.stop();
  return { saves, guarded: rounded(guarded), withoutPolicies: rounded(withoutPolicy), plainConnection: rounded(bare), policyRatio: rounded(guarded / withoutPolicy), ratio: rounded(guarded / bare) };
}

const WARMING = 50;
const rounded = (value: number) => Math.round(value * 100) / 100;

async function saverOf(api: RunningApi): Promise<(turn: number) => Promise<void>> {
  const [lead] = await leadsOf(api, 2);
  const { door, returnId, questionId } = lead!;
  return async (turn) => {
    const { status, bytes } = await door.send({
      verb: 'PUT', path: `/api/submissions/${returnId}/answers/${questionId}`, headers: { 'if-match': String(turn) },
      body: { operationId: randomUUID(), ...nothing, ...rated(turn % 2 ? 'green' : 'amber', 'We sampled ten records in September and found this working in all of them.') },
    });
    if (status !== 200) throw new Error(`A save was answered with ${status}: ${bytes.toString()}`);
  };
}

async function withoutPolicies({ administrator }: RunningApi): Promise<void> {
  await administrator.query(`do $$ declare t regclass; begin
    for t in select oid from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' loop execute format('alter table %s disable row level security', t); end loop; end $$`);
}

/** Each statement commits itself. Who is asking is still said, because functions want to know, but for the whole connection. */
function onPlainConnections(api: RunningApi): void {
  const source = api.app.get(DataSource);
  const right = source.createQueryRunner.bind(source);
  let known = '';
  source.createQueryRunner = (...mode) => {
    const runner = right(...mode);
    const query = runner.query.bind(runner) as typeof runner.query;
    runner.query = (async (sql: string, ...more: []) => {
      if (typeof sql !== 'string') return query(sql, ...more);
      const context = /^begin [a-z ]*; select set_config\('app\.context', '([^']*)', true\)/.exec(sql)?.[1];
      if (context) known = context;
      const pid = await pidOf(runner.connect.bind(runner));
      if (context && told.get(pid) !== undefined && told.get(pid)! > Date.now()) return [];
      if (context) told.set(pid, Date.now() + 60_000);
      const bare = context ? `select set_config('app.context', '${known}', false)` : sql.replace(/^(begin[a-z ]*|rollback)$/, '').replace(/(^|; ?)commit$/, '');
      return bare ? query(bare, ...more) : [];
    }) as typeof runner.query;
    return runner;
  };
}

const told = new Map<unknown, number>();
const pidOf = async (connect: () => Promise<unknown>) => ((await connect()) as { processID?: number }).processID;
