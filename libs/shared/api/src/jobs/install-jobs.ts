import { PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';
import { DEAD_JOBS, queues, type QueueSettings } from './queues';

/** Seconds after which a job whose worker says nothing any more is given to another. The shortest pg-boss allows. */
const HEARTBEAT = 10;

/**
 * Brings the schema of the jobs and its queues up to this version of the program, as an administrator, who owns them
 * afterwards. The application's role may add, take and finish jobs and cannot change what a queue is.
 */
export async function installJobs(databaseUrl: string, administrator: Pick<DataSource, 'query'>): Promise<void> {
  const boss = new PgBoss({ connectionString: databaseUrl, max: 1, supervise: false, schedule: false });
  boss.on('error', () => undefined); // what goes wrong here is thrown as well
  await boss.start();
  try {
    await boss.createQueue(DEAD_JOBS);
    for (const [name, settings] of Object.entries(queues)) await makeQueue(boss, name, settings);
  } finally {
    await boss.stop({ graceful: false });
  }
  await administrator.query(GRANTS);
}

async function makeQueue(boss: PgBoss, name: string, { atOnce: _, once, ...settings }: QueueSettings): Promise<void> {
  const options = { ...settings, retryBackoff: true, heartbeatSeconds: HEARTBEAT, deadLetter: DEAD_JOBS };
  await boss.createQueue(name, { ...options, policy: once ? 'exclusive' : 'standard' });
  await boss.updateQueue(name, options);
}

const GRANTS = `
  grant usage on schema pgboss to attest_app;
  grant select on all tables in schema pgboss to attest_app;
  grant insert, update, delete on pgboss.job, pgboss.job_common, pgboss.job_dependency to attest_app;
  grant update on pgboss.queue, pgboss.version to attest_app;
`;
