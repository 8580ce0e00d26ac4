import type { RunningApi } from '../../apps/api/test/start-api';
import { restless, restlessColumns } from './sources';

/** One hash a table, over the rows that match; what differs afterwards was written to. */
export async function fingerprint({ administrator }: RunningApi, { partnershipId, butOrganisation }: { readonly partnershipId?: string; readonly butOrganisation?: string } = {}): Promise<Map<string, string>> {
  const { rows: tables } = await administrator.query<{ table: string; partnership: boolean; organisation: boolean }>(
    `select c.relname as table, bool_or(a.attname = 'partnership_id') as partnership, bool_or(a.attname = 'organisation_id') as organisation
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
     where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> all($1) group by 1 order by 1`, [partnershipId && !butOrganisation ? ['session'] : Object.keys(restless)]);
  const asked = tables.filter(({ partnership, organisation }) => (partnershipId === undefined || partnership) && (butOrganisation === undefined || organisation));
  const hashes = asked.map(({ table }) => {
    const conditions = [...(partnershipId ? ['t.partnership_id = $1::uuid'] : []), ...(butOrganisation ? ['t.organisation_id is distinct from $2::uuid'] : [])];
    const row = restlessColumns[table] ? `(to_jsonb(t) - '${restlessColumns[table]}')::text` : 't::text';
    return `select '${table}' as table, (select md5(coalesce(string_agg(${row}, '' order by ${row}), '')) from app.${table} t where ${conditions.join(' and ') || 'true'}) as hash`;
  });
  const values = [partnershipId, butOrganisation].filter((value) => value !== undefined);
  const { rows } = await administrator.query<{ table: string; hash: string }>(hashes.join(' union all '), values);
  return new Map(rows.map(({ table, hash }) => [table, hash]));
}

/** The tables whose rows are no longer what they were. */
export function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].filter(([table, hash]) => after.get(table) !== hash).map(([table]) => table);
}
