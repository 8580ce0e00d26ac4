import type { Caller } from '@attest/domain/access';
import { DataSource } from 'typeorm';
import type { RunningApi } from '../../apps/api/test/start-api';
import { contextOf } from './rows';

/** Which of these returns the database lets the caller see, and change, whatever the program thinks of it. */
export async function visibleReturns(api: RunningApi, caller: Caller, ids: readonly string[]): Promise<{ readonly seen: ReadonlySet<string>; readonly changed: ReadonlySet<string> }> {
  const runner = api.app.get(DataSource).createQueryRunner();
  const asked = async (sql: string) => new Set<string>(((await runner.query(sql, [ids], true)).records as { id: string }[]).map(({ id }) => id));
  try {
    await runner.startTransaction();
    await runner.query("select set_config('app.context', $1, true)", [contextOf(api, caller)]);
    const seen = await asked('select id from app.submission where id = any($1)');
    const changed = new Set<string>();
    for (const id of seen) {
      await runner.query('savepoint one');
      const { records } = await runner.query('update app.submission set version = version where id = $1 returning id', [id], true).catch(() => ({ records: [] }));
      if (records.length > 0) changed.add(id);
      await runner.query('rollback to savepoint one');
    }
    return { seen, changed };
  } finally {
    await runner.rollbackTransaction();
    await runner.release();
  }
}
