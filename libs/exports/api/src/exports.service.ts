import { buffer } from 'node:stream/consumers';
import { Injectable, StreamableFile } from '@nestjs/common';
import { InsightService, type InsightFilters, type WholeRound } from '@attest/insight/api';
import { Clock, Database, Refused, WORKBOOK_TYPE, streamWorkbook, zipped, type SignedInCaller } from '@attest/shared/api';
import { answersSheet } from './answers';
import { coverSheet } from './cover';
import { questionsSheet, ratesSheet, standardsSheet } from './sheets';
import { talliedOf } from './tallied';
import { answersOf, answersTable } from './tidy/answers';
import { TIDY_TYPE, csvHeader, csvRows } from './tidy/table';

/** Returns that are held at once, while somebody waits. What is larger is made in the background. */
const MOST = 2000;

/** Figures are read in one short transaction, by the functions the screens use; files are written after it. */
@Injectable()
export class ExportsService {
  constructor(
    private readonly database: Database,
    private readonly insight: InsightService,
    private readonly clock: Clock,
  ) {}

  async workbook(caller: SignedInCaller, id: string, filters: InsightFilters): Promise<StreamableFile> {
    const whole = await this.wholeRound(caller, id, filters);
    const sheets = [coverSheet(whole, filters, caller), ratesSheet(whole), standardsSheet(whole, [whole.heatmap.rows]), questionsSheet(whole, talliedOf(whole)), answersSheet(whole)];
    const now = this.clock.now();
    return this.file(whole, 'xlsx', WORKBOOK_TYPE, await buffer(zipped(now, (archive) => streamWorkbook(archive, `${whole.round.name}: results`, now, sheets))));
  }

  async tidy(caller: SignedInCaller, id: string, filters: InsightFilters): Promise<StreamableFile> {
    const whole = await this.wholeRound(caller, id, filters);
    return this.file(whole, 'csv', TIDY_TYPE, Buffer.from([csvHeader(answersTable), ...csvRows(answersTable, answersOf(whole.round, whole.questions))].join('')));
  }

  private wholeRound(caller: SignedInCaller, id: string, filters: InsightFilters): Promise<WholeRound> {
    return this.database.transaction(caller, 'read', async () => {
      const { total: { submitted } } = await this.insight.responseRates(id, filters);
      if (submitted > MOST) throw new Refused('invalid-request', `${submitted} organisations have returned, and ${MOST} are the most that can be downloaded at once. Ask for the full data under Exports, which is made in the background.`);
      return this.insight.wholeRound(id, filters);
    });
  }

  private file({ round }: WholeRound, extension: string, type: string, content: Uint8Array): StreamableFile {
    const name = `${round.reference.replace(/[^\w-]/g, '-')}_${this.clock.today()}.${extension}`;
    return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"`, length: content.byteLength });
  }
}
