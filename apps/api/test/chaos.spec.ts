import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runAll, until } from '../../../tools/chaos/runs';
import { lanes } from '../../../tools/chaos/world';
import type { Lane } from '../../../tools/chaos/history';
import { startApi, type RunningApi } from './start-api';

/** The same runs as `npm run chaos`, fewer, against one process whose connections to the database are ended now and then. */
describe('what is typed in the worst of weathers', () => {
  let api: RunningApi;
  let returns: Lane[];
  beforeAll(async () => {
    api = await startApi();
    returns = await lanes(api, 10);
  });
  afterAll(() => api.stop());

  const run = (runs: number, seed: number, mistake?: 'no-idempotency-key') => runAll({
    servers: [api.url], lanes: returns, runs, seed, mistake: mistake ?? null, ask: (sql, parameters) => until(() => api.administrator.query(sql, parameters)),
  });

  it('arrives, all of it, once', async () => {
    const ending = setInterval(() => void api.administrator.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'attest'"), 1_500);
    const verdict = await run(40, 7).finally(() => clearInterval(ending));
    expect(verdict.answers).toBeGreaterThan(300);
    expect({ lost: verdict.lost, undelivered: verdict.undelivered, doubled: verdict.doubled }).toEqual({ lost: [], undelivered: [], doubled: [] });
  });

  it('would be there twice if changes had no names of their own', async () => {
    expect((await run(20, 70_000, 'no-idempotency-key')).doubled.length).toBeGreaterThan(0);
  });
});
