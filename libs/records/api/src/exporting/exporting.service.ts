import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock, Database, Jobs, KeptPieces, Refused, notFound, type SignedInCaller } from '@attest/shared/api';
import type { ExportView, TakenView } from './exporting.dto';

interface ExportRow {
  readonly id: string; readonly reason: string; readonly asked_by_name: string; readonly asked_at: Date; readonly state: ExportView['state'];
  readonly total: number; readonly done: number; readonly bytes: string | null; readonly sha256: string | null; readonly expires_at: Date | null; readonly taken: TakenView[];
}

/** $1 one of them, or null for all; $2 now. */
const EXPORTS = `
  select e.id, e.reason, e.asked_by_name, e.asked_at, case when e.state = 'ready' and e.expires_at <= $2 then 'expired' else e.state end as state,
    e.total, e.done, e.bytes, e.sha256, e.expires_at,
    (select coalesce(jsonb_agg(jsonb_build_object('by', d.by_name, 'at', d.at) order by d.at desc, d.id), '[]') from app.export_download d
      where d.partnership_id = e.partnership_id and d.export_id = e.id) as taken
  from app.record_export e where $1::uuid is null or e.id = $1 order by e.asked_at desc, e.id limit 100`;

@Injectable()
export class ExportingService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly pieces: KeptPieces,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<ExportView[]> {
    return (await this.database.query<ExportRow>(EXPORTS, [null, this.clock.now()])).map(viewOf);
  }

  async ask(reason: string): Promise<ExportView> {
    if (!reason.trim()) throw new Refused('invalid-request', 'Nothing was asked for.', { faults: [{ where: 'reason', detail: 'Enter reason.' }] });
    if (await this.database.one("select from app.record_export where state in ('waiting', 'running')")) {
      throw new Refused('already-done', 'A copy is being made already. It is on this page as soon as it is ready.');
    }
    const id = uuid();
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query('insert into app.record_export (partnership_id, id, reason, asked_by, asked_by_name) values ($1, $2, $3, $4, $5)',
      [partnershipId, id, reason.trim(), personId, name]);
    this.database.note({ thing: { kind: 'export', id } });
    await this.jobs.send('record-export', { id });
    return this.one(id);
  }

  async download(caller: SignedInCaller, id: string): Promise<StreamableFile> {
    const found = await this.database.transaction(caller, 'write', async () => {
      const view = await this.one(id);
      if (view.state !== 'ready') throw notFound();
      await this.database.query('insert into app.export_download (partnership_id, id, export_id, by_person, by_name) values ($1, $2, $3, $4, $5)',
        [caller.partnershipId, uuid(), id, caller.personId, caller.name]);
      this.database.note({ thing: { kind: 'export', id } });
      return view;
    });
    const name = `attest-copy_${found.askedAt.slice(0, 10)}.zip`;
    return new StreamableFile(Readable.from(this.pieces.read(caller, 'export_file', id)), { type: 'application/zip', disposition: `attachment; filename="${name}"`, length: found.bytes ?? undefined });
  }

  private async one(id: string): Promise<ExportView> {
    const row = await this.database.one<ExportRow>(EXPORTS, [id, this.clock.now()]);
    if (!row) throw notFound();
    return viewOf(row);
  }
}

function viewOf({ asked_by_name: by, asked_at: askedAt, expires_at: expiresAt, bytes, taken, ...row }: ExportRow): ExportView {
  return {
    ...row, by, askedAt: askedAt.toISOString(), expiresAt: expiresAt?.toISOString() ?? null, bytes: bytes === null ? null : Number(bytes),
    taken: taken.map((one) => ({ by: one.by, at: new Date(one.at).toISOString() })),
    file: row.state === 'ready' ? `/api/records/exports/${row.id}/file` : null,
  };
}
