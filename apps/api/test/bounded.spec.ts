import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { InsightService, RoundStream } from '@attest/insight/api';
import { DEMONSTRATION_PASSWORD } from '@attest/people/api';
import { Archive, Database } from '@attest/shared/api';
import { fill } from '../../../tools/generate/fill.mjs';
import { ExportJobs } from '../../../libs/exports/api/src/made/export-jobs';
import { RoundLots } from '../../../libs/insight/api/src/round-lots';
import type { Any } from './any';
import { enter } from './authenticators';
import type { Client } from './client';
import { startApi, type RunningApi } from './start-api';

const [LOT, FEW, MANY] = [10, 30, 120];
/** Rows of a sheet are handed on when there are enough of them: of fewer organisations than these. */
const PIECE = 30;

/** Counts the organisations that were read for a table and do not stand in the file yet, and how many rows a statement answered. */
class Meter {
  most = 0;
  rows = 0;
  lots = 0;
  private read = new Set<string>();
  private written = new Set<string>();

  begin(): void {
    [this.read, this.written] = [new Set(), new Set()];
  }

  took(names: readonly string[]): void {
    this.lots += 1;
    for (const name of names) this.read.add(name);
    this.most = Math.max(this.most, this.read.size - this.written.size);
  }

  wrote(text: string): void {
    for (const [name] of text.matchAll(/Generated (few|many) \d{4}/g)) this.written.add(name);
  }
}

describe('the full data of four times as many', () => {
  let api: RunningApi;
  let meter = new Meter();
  /** What happens before a part of a file is written. */
  let before: (part: string) => Promise<void> = async () => {};
  const clients = new Map<string, Client>();
  const file = Archive.prototype.file;

  beforeAll(async () => {
    api = await startApi({ demo: true });
    const database = new pg.Pool({ connectionString: api.environment.databaseUrl, max: 1 });
    await fill(database, [{ name: 'few', schools: FEW, years: 2 }, { name: 'many', schools: MANY, years: 2 }], () => {});
    await database.end();
    for (const name of ['few', 'many']) {
      clients.set(name, api.client());
      await enter(api, clients.get(name)!, `quality-${name}@generated.attest.example`, DEMONSTRATION_PASSWORD);
    }
    const find = <T>(type: new (...all: never[]) => T): T => api.app.get(type, { strict: false });
    Object.assign(find(RoundLots), { most: LOT });
    metered(find(InsightService), 'rows', (rows: Any) => rows.map(({ name }: Any) => name));
    metered(find(RoundStream), 'said', ({ questions }: Any) => questions.flatMap(({ detail }: Any) => detail.answers.map(({ name }: Any) => name)));
    for (const statement of ['query', 'prepared'] as const) {
      const ask = find(Database)[statement].bind(find(Database));
      Object.assign(find(Database), { [statement]: async (asked: never, values?: readonly unknown[]) => {
        const rows = await ask(asked, values);
        meter.rows = Math.max(meter.rows, rows.length);
        return rows;
      } });
    }
    Archive.prototype.file = async function metered(this: Archive, name, parts) {
      await before(name);
      return file.call(this, name, (async function* written() {
        for await (const part of parts) {
          meter.wrote(String(part));
          yield part;
        }
      })());
    };
  });
  afterAll(() => {
    Archive.prototype.file = file;
    return api.stop();
  });

  /** The sources themselves, counted. */
  function metered<T extends object>(of: T, source: keyof T & string, names: (lot: Any) => string[]): void {
    const read = (of[source] as (...all: unknown[]) => AsyncGenerator<unknown>).bind(of);
    Object.assign(of, { [source]: async function* counted(...all: unknown[]) {
      meter.begin();
      for await (const lot of read(...all)) {
        meter.took(names(lot));
        yield lot;
      }
    } });
  }

  /** Made here and now, as the job would. */
  async function made(name: string, format: string): Promise<{ readonly id: string; readonly state: string; readonly meter: Meter }> {
    meter = new Meter();
    const client = clients.get(name)!;
    const { rows: [{ id: roundId }] } = await api.administrator.query("select id from app.round where reference = $1 || ' Survey 2026'", [name]);
    const { body: { id } } = await client.post<Any>('/api/exports', { preset: 'full-data', contents: ['answers', 'words', 'method'], audience: 'qp', layer: 'both', filters: {}, reason: 'To count', roundId, format });
    await api.app.get(ExportJobs, { strict: false }).make({ id }, { last: true });
    const { body } = await client.get<Any[]>('/api/exports');
    return { id, state: body.find((one) => one.id === id).state, meter };
  }

  it.each(['csv', 'xlsx', 'ods'])('holds no more organisations at once, and asks for no more rows, as %s', async (format) => {
    const [few, many] = [await made('few', format), await made('many', format)];
    expect([few.state, many.state]).toEqual(['ready', 'ready']);
    expect(many.meter.lots).toBeGreaterThan(3 * few.meter.lots);
    expect(few.meter.most).toBeGreaterThanOrEqual(LOT - 3);
    expect(many.meter.most).toBeLessThanOrEqual(LOT + (format === 'csv' ? 0 : PIECE));
    expect(many.meter.rows).toBeLessThan(1.2 * few.meter.rows);
  });

  it('is stopped at the last moment, and leaves nothing behind', async () => {
    before = async (part) => {
      if (part !== 'dictionary.csv') return;
      const { body } = await clients.get('few')!.get<Any[]>('/api/exports');
      await clients.get('few')!.post(`/api/exports/${body.find((one) => one.state === 'running').id}/cancel`);
    };
    const { id, state } = await made('few', 'csv');
    before = async () => {};
    expect(state).toBe('cancelled');
    expect((await api.administrator.query('select from app.export_piece where export_id = $1', [id])).rowCount).toBe(0);
  });
});
