import { readFileSync, readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dataMap } from '@attest/domain/records';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
beforeAll(async () => { api = await startApi(); });
afterAll(() => api.stop());

describe('the data map', () => {
  /** When this fails: say in libs/domain/src/records what the new table or column holds, how long it is kept, and what becomes of it when a person is erased. */
  it('says of every table what it holds, and of no table that is not there', async () => {
    const { rows } = await api.administrator.query<{ name: string }>("select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') order by 1");
    expect(Object.keys(dataMap).sort()).toEqual(rows.map(({ name }) => name));
  });

  it('says of every column of an exported table what it means, or why it is left out', async () => {
    const { rows } = await api.administrator.query<{ table: string; columns: string[] }>(`
      select c.relname as table, array_agg(a.attname::text order by a.attname) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') group by 1 order by 1`);
    const told = Object.entries(dataMap).flatMap(([table, { exported }]) => ('columns' in exported ? [{ table, columns: Object.keys({ ...exported.columns, ...exported.leftOut }).sort() }] : []));
    expect(told.toSorted((one, other) => one.table.localeCompare(other.table))).toEqual(
      rows.filter(({ table }) => told.some((one) => one.table === table)).toSorted((one, other) => one.table.localeCompare(other.table)).map(({ table, columns }) => ({ table, columns: columns.toSorted() })));
  });

  it('keeps what identifies people for a period, or says for how long otherwise', () => {
    for (const [table, { basis, about, erasure, kept }] of Object.entries(dataMap)) {
      expect([table, about === 'Nobody']).toEqual([table, basis === 'none']);
      expect([table, erasure.length > 5 && (typeof kept === 'string' || kept.otherwise.length > 3)]).toEqual([table, true]);
    }
  });

  /** When this fails: add a trigger or an `app.my_records_of_<feature>()` as 0013-places-of-names.ts says, and leave what others forget as it is. */
  it('lets every migration add to what is forgotten and told, and none take anything away', () => {
    const migrations = 'apps/api/src/migrations';
    const replacing = readdirSync(migrations).filter((file) => file > '0013-records.ts')
      .filter((file) => /function app\.(erase_here|dispose_returns|my_records)\(/.test(readFileSync(`${migrations}/${file}`, 'utf8')) && file !== '0013-places-of-names.ts');
    expect(replacing).toEqual([]);
  });
});
