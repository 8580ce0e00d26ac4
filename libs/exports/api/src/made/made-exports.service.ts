import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { InsightService } from '@attest/insight/api';
import { Clock, Database, Jobs, KeptPieces, Refused, notFound, type SignedInCaller } from '@attest/shared/api';
import { typeOf } from './file-types';
import type { MadeExportView, NewMadeExport } from './made-exports.dto';
import { ADD_EXPORT, EXPORTS, MOVE_EXPORT, type ExportRow } from './made-exports.queries';
import { choicesIn, refuseNobody, refuseWrong } from './wanted';

const AT_ONCE = 5;

/** Files that are asked for, made in the background by `ExportJobs`, and taken. */
@Injectable()
export class MadeExportsService {
  constructor(
    private readonly database: Database,
    private readonly insight: InsightService,
    private readonly jobs: Jobs,
    private readonly pieces: KeptPieces,
    private readonly clock: Clock,
  ) {}

  async list(): Promise<MadeExportView[]> {
    return (await this.database.query<ExportRow>(EXPORTS, [null, this.clock.now()])).map((row) => this.viewOf(row));
  }

  async ask(asked: NewMadeExport): Promise<MadeExportView> {
    const { caller } = this.database;
    if (!asked.reason.trim()) throw new Refused('invalid-request', 'Nothing was asked for.', { faults: [{ where: 'reason', detail: 'Say why: it stands beside the file, and in the trail.' }] });
    refuseWrong(caller, asked);
    const round = await this.database.one<{ name: string }>("select name from app.round where id = $1 and state <> 'draft'", [asked.roundId]);
    if (!round) throw new Refused('invalid-request', 'That file cannot be made.', { faults: [{ where: 'roundId', detail: 'Choose a round that has been opened.' }] });
    await refuseNobody(this.insight, asked);
    await this.refuseTooMany(caller);
    const { preset, audience, ...wanted } = choicesIn(asked);
    const id = uuid();
    await this.database.query(ADD_EXPORT, [caller.partnershipId, id, asked.roundId, preset, audience, JSON.stringify(wanted), asked.reason.trim(), caller.personId, caller.name, this.clock.now()]);
    this.database.note({ thing: { kind: 'made-export', id }, detail: { preset, audience } });
    await this.jobs.send('export', { id });
    return this.one(id);
  }

  async cancel(id: string): Promise<MadeExportView> {
    await this.move(id, 'cancelled', ['waiting', 'running'], 'This file is not being made any more.');
    await this.database.query('delete from app.export_piece where export_id = $1', [id]);
    return this.one(id);
  }

  async retry(id: string): Promise<MadeExportView> {
    const row = await this.row(id);
    refuseWrong(this.database.caller, { preset: row.preset, audience: row.audience, ...row.wanted });
    if (row.state === 'expired') await this.database.query("update app.export set state = 'expired' where id = $1 and state = 'ready'", [id]);
    await this.move(id, 'waiting', ['failed', 'cancelled', 'expired'], 'This file is being made already, or is ready.');
    await this.jobs.send('export', { id });
    return this.one(id);
  }

  async download(caller: SignedInCaller, id: string): Promise<StreamableFile> {
    const found = await this.database.transaction(caller, 'write', async () => {
      const row = await this.row(id);
      if (row.state !== 'ready') throw notFound();
      await this.database.query('insert into app.export_taken (partnership_id, id, export_id, by_person, by_name, at) values ($1, $2, $3, $4, $5, $6)',
        [caller.partnershipId, uuid(), id, caller.personId, caller.name, this.clock.now()]);
      this.database.note({ thing: { kind: 'made-export', id }, detail: { preset: row.preset, audience: row.audience, sha256: row.sha256! } });
      return row;
    });
    return new StreamableFile(Readable.from(this.pieces.read(caller, 'export_piece', id)), {
      type: typeOf(found.file_name), disposition: `attachment; filename="${found.file_name}"`, length: Number(found.bytes),
    });
  }

  private async refuseTooMany({ personId }: SignedInCaller): Promise<void> {
    const { count } = (await this.database.one<{ count: number }>("select count(*)::int as count from app.export where state in ('waiting', 'running') and asked_by = $1", [personId]))!;
    if (count >= AT_ONCE) throw new Refused('already-done', `${AT_ONCE} files are being made for you already. Wait for one of them, or stop one.`);
  }

  private async move(id: string, to: 'cancelled' | 'waiting', from: readonly string[], otherwise: string): Promise<void> {
    await this.row(id);
    this.database.note({ thing: { kind: 'made-export', id } });
    if (!await this.database.one(MOVE_EXPORT, [id, to, from, to === 'cancelled' ? this.clock.now() : null])) throw new Refused('changed-meanwhile', otherwise);
  }

  private async one(id: string): Promise<MadeExportView> {
    return this.viewOf(await this.row(id));
  }

  private async row(id: string): Promise<ExportRow> {
    const row = await this.database.one<ExportRow>(EXPORTS, [id, this.clock.now()]);
    if (!row) throw notFound();
    return row;
  }

  private viewOf(row: ExportRow): MadeExportView {
    const { id, preset, audience, wanted, reason, state, problem, total, done, sha256 } = row;
    const own = row.asked_by === this.database.caller.personId;
    return {
      id, reason, state, problem, total, done, sha256, own, by: row.asked_by_name,
      round: { id: row.round_id, name: row.round_name }, choices: { preset, audience, ...wanted },
      askedAt: row.asked_at.toISOString(), expiresAt: row.expires_at?.toISOString() ?? null, bytes: row.bytes === null ? null : Number(row.bytes),
      taken: row.taken.map((one) => ({ by: one.by, at: new Date(one.at).toISOString() })),
      file: state === 'ready' ? `/api/exports/${id}/file` : null,
      moves: [...(['waiting', 'running'].includes(state) ? ['cancel' as const] : []), ...(['failed', 'cancelled', 'expired'].includes(state) ? ['retry' as const] : [])],
    };
  }
}
