import type { Any } from './any';
import type { Client } from './client';
import type { RunningApi } from './start-api';
import { until } from './until';

/** Everybody has just proved who they are, and their session goes on, whatever day the clock of this scene says. */
export async function justProved(api: RunningApi, day = '2100-01-01'): Promise<void> {
  await api.administrator.query("update app.session set proved_at = $1, expires_at = '2100-01-01' where expires_at > now()", [day]);
}

/** Asks for a disposal of what is due, and waits until it has been carried out. */
export async function disposed(api: RunningApi, businessUnit: Client): Promise<{ id: string; counts: Record<string, number>; state: string; done: number; total: number }> {
  const { body: due } = await businessUnit.get('/api/records/due');
  await justProved(api);
  const asked = await businessUnit.post('/api/records/disposals', { asOf: due.asOf, confirm: due.total });
  if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
  return settled(businessUnit, '/api/records/disposals', asked.body.id);
}

/** A copy of everything, once it is ready. */
export async function copied(api: RunningApi, businessUnit: Client, reason = 'We move to another system'): Promise<{ id: string; file: string; sha256: string; bytes: number; total: number; done: number }> {
  await justProved(api);
  const asked = await businessUnit.post('/api/records/exports', { reason });
  if (asked.status !== 201) throw new Error(JSON.stringify(asked.body));
  return settled(businessUnit, '/api/records/exports', asked.body.id);
}

async function settled(client: Client, path: string, id: string): Promise<Any> {
  let found: { id: string; state: string } | undefined;
  await until(async () => {
    found = (await client.get<{ id: string; state: string }[]>(path)).body.find((one) => one.id === id);
    return found !== undefined && !['waiting', 'running'].includes(found.state);
  }, 30);
  return found!;
}

/** Where a text still stands: table and how many rows. */
export async function whereStands(api: RunningApi, text: string): Promise<Record<string, number>> {
  const { rows } = await api.administrator.query<{ table: string }>("select relname as table from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' order by 1");
  const found: Record<string, number> = {};
  for (const { table } of rows) {
    const { rows: [row] } = await api.administrator.query(`select count(*)::int as count from app.${table} t where position(lower($1) in lower(t::text)) > 0`, [text]);
    if (row.count > 0) found[table] = row.count;
  }
  return found;
}
