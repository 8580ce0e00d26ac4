import { Injectable } from '@nestjs/common';
import { Archive, Clock, Database, JobHandler, Jobs, KeptPieces, type Attempt, type JobIds, type SignedInCaller } from '@attest/shared/api';
import { Askers } from '../askers';
import { csvHeader, csvOf } from './csv';
import { readMe } from './read-me';
import { EVIDENCE_FILES, SIGNED_RETURNS, TEMPLATES, tables } from './tables';

const ROWS_AT_ONCE = 500;
const TEXTS_AT_ONCE = 20;
const DAYS = 7;

interface EvidenceFile { readonly evidence_id: string; readonly number: number; readonly file_name: string }

/** How far the writing has come; the reading side says so in the database. */
interface Progress { total: number; done: number }

/** Makes copies of everything: read at one moment, zipped and put away in pieces, never whole in memory. */
@Injectable()
export class ExportJobs {
  constructor(
    private readonly database: Database,
    private readonly askers: Askers,
    private readonly jobs: Jobs,
    private readonly pieces: KeptPieces,
    private readonly clock: Clock,
  ) {}

  @JobHandler('record-export')
  async make({ id }: JobIds, { last }: Attempt): Promise<void> {
    const asker = await this.askers.of(id!);
    if (!asker) return this.askers.giveUp(id!, this.clock.now());
    try {
      await this.write(asker, id!);
    } catch (error) {
      if (last) await this.askers.giveUp(id!, this.clock.now());
      throw error;
    }
  }

  @JobHandler('record-expiry')
  async expire({ id }: JobIds): Promise<void> {
    await this.askers.giveUp(id!, this.clock.now());
  }

  /** Whoever puts the pieces away stands outside the transaction that reads, and holds it up when slow. */
  private async write(asker: SignedInCaller, id: string): Promise<void> {
    const broken = new AbortController();
    const archive = new Archive(this.clock.now(), broken.signal);
    const progress: Progress = { total: 0, done: 0 };
    await this.begin(asker, id);
    const kept = this.keep(asker, id, archive, progress).catch((error: unknown) => {
      broken.abort(error);
      throw error;
    });
    const written = this.database.transaction(asker, 'read', () => this.fill(archive, progress));
    // the first failure is the reason; the other is told to stop by it
    const [reading, keeping] = await Promise.allSettled([written.catch((error: unknown) => { archive.fail(error); throw error; }), kept]);
    if (reading.status === 'rejected') throw broken.signal.aborted ? broken.signal.reason : reading.reason;
    if (keeping.status === 'rejected') throw keeping.reason;
    await this.finish(asker, id, progress, keeping.value);
  }

  private begin(asker: SignedInCaller, id: string): Promise<void> {
    return this.database.transaction(asker, 'write', async () => {
      await this.database.query("update app.record_export set state = 'running', done = 0 where id = $1", [id]);
      await this.database.query('delete from app.export_file where export_id = $1', [id]);
    });
  }

  private async fill(archive: Archive, progress: Progress): Promise<void> {
    const rows: Record<string, number> = {};
    for (const { file, sql } of tables) rows[file] = await this.count(sql);
    progress.total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const [partnership] = await this.database.query<{ name: string }>('select name from app.partnership');
    const { unfinished } = (await this.database.one<{ unfinished: number }>("select count(*)::int as unfinished from app.submission where state in ('in-progress', 'signing', 'reopened')"))!;
    await archive.file('README.md', [readMe({ partnership: partnership!.name, madeAt: this.clock.now(), rows, unfinished })]);
    for (const { file, columns, sql } of tables) await archive.file(file, this.csv(Object.keys(columns), sql, progress));
    for await (const editions of this.batches<{ name: string; manifest: unknown }>(TEMPLATES, TEXTS_AT_ONCE)) {
      for (const { name, manifest } of editions) await archive.file(`templates/${fileName(name)}.json`, [JSON.stringify(manifest, null, 2)]);
    }
    for await (const signed of this.batches<{ id: string; reference: string; content: string }>(SIGNED_RETURNS, TEXTS_AT_ONCE)) {
      for (const { id, reference, content } of signed) await archive.file(`returns/${fileName(reference)}_${id}.json`, [content]);
    }
    for (const { evidence_id: id, number, file_name: name } of await this.database.query<EvidenceFile>(EVIDENCE_FILES)) {
      await archive.file(`evidence/${id}_${number}_${fileName(name)}`, this.evidence(id, number));
    }
    archive.end();
  }

  private async* csv(columns: readonly string[], sql: string, progress: Progress): AsyncGenerator<string> {
    yield csvHeader(columns);
    for await (const batch of this.batches<{ row: Record<string, unknown> }>(sql, ROWS_AT_ONCE)) {
      progress.done += batch.length;
      yield csvOf(columns, batch.map(({ row }) => row));
    }
  }

  private async* evidence(evidenceId: string, number: number): AsyncGenerator<Buffer> {
    for (let seq = 0; ; seq++) {
      const piece = await this.database.one<{ bytes: Buffer }>('select bytes from app.evidence_chunk where evidence_id = $1 and number = $2 and seq = $3', [evidenceId, number, seq]);
      if (!piece) return;
      yield piece.bytes;
    }
  }

  /** By a cursor: a million rows are read as a few hundred at a time. */
  private async* batches<Row>(sql: string, atOnce: number): AsyncGenerator<Row[]> {
    await this.database.query(`declare everything no scroll cursor for ${sql}`);
    for (let rows: Row[] = []; ;) {
      rows = await this.database.query<Row>(`fetch ${atOnce} from everything`);
      yield rows;
      if (rows.length < atOnce) break;
    }
    await this.database.query('close everything');
  }

  private async count(sql: string): Promise<number> {
    return (await this.database.one<{ count: number }>(`select count(*)::int as count from (${sql}) counted`))!.count;
  }

  private keep(asker: SignedInCaller, id: string, archive: Archive, progress: Progress): Promise<{ bytes: number; sha256: string }> {
    return this.pieces.keep(asker, 'export_file', id, archive.stream,
      () => this.database.query('update app.record_export set total = $2, done = $3 where id = $1', [id, progress.total, progress.done]));
  }

  private finish(asker: SignedInCaller, id: string, { total, done }: Progress, { bytes, sha256 }: { bytes: number; sha256: string }): Promise<void> {
    return this.database.transaction(asker, 'write', async () => {
      const [now, expires] = [this.clock.now(), new Date(this.clock.now().getTime() + DAYS * 86_400_000)];
      await this.database.query("update app.record_export set state = 'ready', total = $2, done = $3, bytes = $4, sha256 = $5, finished_at = $6, expires_at = $7 where id = $1",
        [id, total, done, bytes, sha256, now, expires]);
      this.database.record({ action: 'records.export', route: 'POST /records/exports', thing: { kind: 'export', id }, detail: { rows: done, bytes, sha256 } });
      await this.jobs.send('record-expiry', { id }, { startAfter: expires });
    });
  }
}

/** What every file system takes. */
const fileName = (text: string): string => text.replace(/[^\w.-]+/g, '-');
