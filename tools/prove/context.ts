import { createHmac } from 'node:crypto';
import { DataSource, type QueryRunner } from 'typeorm';
import type { RunningApi } from '../../apps/api/test/start-api';
import { contextOf } from './rows';
import type { Finding } from './routes';

/** What the database believes of who is asking, and what a connection remembers once it has been given back. */
export async function contextFindings(api: RunningApi): Promise<Finding[]> {
  const { rows } = await api.administrator.query<{ person: string; partnership: string; other: string }>(
    `select m.person_id as person, m.partnership_id as partnership, (select p.id from app.partnership p where p.id <> m.partnership_id limit 1) as other
     from app.membership m where m.role = 'business-unit' and m.ended_at is null limit 1`);
  const { person, partnership, other } = rows[0]!;
  const good = contextOf(api, { personId: person, partnershipId: partnership, memberships: [] });
  const [, , session, expires, signature] = good.split('.') as [string, string, string, string, string];
  const forged = `${other}.${person}.${session}.${expires}`;
  const contexts: Record<string, string> = {
    'moved to another partnership': [other, person, session, expires, signature].join('.'),
    'signed with a guess': `${forged}.${createHmac('sha256', 'guess').update(forged).digest('hex')}`,
    'of yesterday': expired(api, `${partnership}.${person}.${session}`),
    'without a signature': `${partnership}.${person}.${session}.${expires}`,
  };
  const findings: Finding[] = [];
  for (const [what, context] of Object.entries(contexts)) {
    if (await believed(api, context)) findings.push({ kind: 'leak', what: `The database believed a context ${what}.` });
  }
  if (!(await believed(api, good))) findings.push({ kind: 'fault', what: 'The database did not believe a context as it should be.' });
  return [...findings, ...(await remembered(api))];
}

/** Signed as it should be, for a time that is over. */
function expired(api: RunningApi, who: string): string {
  const context = `${who}.1`;
  return `${context}.${createHmac('sha256', api.environment.signingKey).update(context).digest('hex')}`;
}

async function believed(api: RunningApi, context: string): Promise<boolean> {
  return withRunner(api, async (runner) => {
    await runner.startTransaction();
    await runner.query("select set_config('app.context', $1, true)", [context]);
    const answered = await runner.query('select id from app.round limit 1').then((rows: unknown[]) => rows.length > 0, () => false);
    await runner.rollbackTransaction();
    return answered;
  });
}

async function remembered(api: RunningApi): Promise<Finding[]> {
  const left = await onEveryConnection<{ context: string | null }>(api, "select current_setting('app.context', true) as context");
  return left.filter(({ context }) => context).map(() => ({ kind: 'leak', what: 'A connection that was given back remembers who used it.' }));
}

/** After a mistake that made them remember. */
export const forgetCallers = (api: RunningApi) => onEveryConnection(api, "select set_config('app.context', '', false)");

/** All of the pool at once, so that none is asked twice and none is left out. */
async function onEveryConnection<Row>(api: RunningApi, sql: string): Promise<Row[]> {
  const pool = Array.from({ length: 10 }, () => api.app.get(DataSource).createQueryRunner());
  try {
    const rows: Row[] = [];
    for (const runner of pool) rows.push(...(await runner.query(sql)));
    return rows;
  } finally {
    for (const runner of pool) await runner.release();
  }
}

async function withRunner<T>(api: RunningApi, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = api.app.get(DataSource).createQueryRunner();
  try {
    return await work(runner);
  } finally {
    await runner.release();
  }
}
