import { Injectable, StreamableFile } from '@nestjs/common';
import { InsightService, type InsightFilters, type WholeRound } from '@attest/insight/api';
import { Clock, Database, WORKBOOK_TYPE, writeWorkbook, type SignedInCaller } from '@attest/shared/api';
import { answersSheet } from './answers';
import { coverSheet } from './cover';
import { questionsSheet, ratesSheet, standardsSheet } from './sheets';
import { talliedOf } from './tallied';
import { answersOf, answersTable } from './tidy/answers';
import { TIDY_TYPE, csvHeader, csvRows } from './tidy/table';

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
    const sheets = [coverSheet(whole, filters, caller), ratesSheet(whole), standardsSheet(whole), questionsSheet(whole, talliedOf(whole)), answersSheet(whole)];
    return this.file(whole, 'xlsx', WORKBOOK_TYPE, await writeWorkbook(`${whole.round.name}: results`, this.clock.now(), sheets));
  }

  async tidy(caller: SignedInCaller, id: string, filters: InsightFilters): Promise<StreamableFile> {
    const whole = await this.wholeRound(caller, id, filters);
    return this.file(whole, 'csv', TIDY_TYPE, Buffer.from(csvHeader(answersTable) + csvRows(answersTable, answersOf(whole.round, whole.questions))));
  }

  private wholeRound(caller: SignedInCaller, id: string, filters: InsightFilters): Promise<WholeRound> {
    return this.database.transaction(caller, 'read', () => this.insight.wholeRound(id, filters));
  }

  private file({ round }: WholeRound, extension: string, type: string, content: Uint8Array): StreamableFile {
    const name = `${round.reference.replace(/[^\w-]/g, '-')}_${this.clock.today()}.${extension}`;
    return new StreamableFile(content, { type, disposition: `attachment; filename="${name}"`, length: content.byteLength });
  }
}
