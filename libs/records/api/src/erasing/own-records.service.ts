import { Injectable, StreamableFile } from '@nestjs/common';
import { Archive, Clock, Database, Refused, piecesOf } from '@attest/shared/api';
import type { OwnErasure } from './erasing.dto';
import { ownRecordsPage, type OwnRecords } from './own-records-page';

interface ErasureRow { readonly partnership_name: string; readonly asked_at: Date; readonly state: OwnErasure['state']; readonly reason: string | null }

@Injectable()
export class OwnRecordsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A person's own is a few thousand rows at most: made at once. */
  async download(): Promise<StreamableFile> {
    const { records } = (await this.database.one<{ records: OwnRecords }>('select app.my_records() as records'))!;
    const now = this.clock.now();
    const archive = new Archive(now);
    const whole = collected(archive);
    await archive.file('records.html', [ownRecordsPage(records, now)]);
    await archive.file('records.json', [JSON.stringify(records, null, 2)]);
    archive.end();
    const content = await whole;
    return new StreamableFile(content, { type: 'application/zip', disposition: `attachment; filename="attest-about-me_${this.clock.today()}.zip"`, length: content.length });
  }

  async erasures(): Promise<OwnErasure[]> {
    const rows = await this.database.query<ErasureRow>('select * from app.my_erasures()');
    return rows.map(({ partnership_name: partnership, asked_at: askedAt, state, reason }) => ({ partnership, askedAt: askedAt.toISOString(), state, reason }));
  }

  async askForErasure(): Promise<OwnErasure[]> {
    const { asked } = (await this.database.one<{ asked: number | null }>('select app.ask_erasure() as asked'))!;
    if (asked === null) throw new Refused('not-allowed', 'The demonstration accounts are shared, so they stay.');
    if (asked === 0) throw new Refused('already-done', 'You have asked already. The business unit decides within a month.');
    return this.erasures();
  }
}

async function collected(archive: Archive): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of piecesOf(archive.stream, 64 * 1024)) pieces.push(piece);
  return Buffer.concat(pieces);
}
