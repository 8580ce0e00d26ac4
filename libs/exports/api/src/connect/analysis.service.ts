import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { InsightService, RoundStream } from '@attest/insight/api';
import { Database, notFound, type SignedInCaller } from '@attest/shared/api';
import { Counting } from '../tallied';
import { answersOf, answersTable } from '../tidy/answers';
import { measuresOf, measuresTable } from '../tidy/measures';
import { ratingsOf, ratingsTable } from '../tidy/ratings';
import { TIDY_TYPE, csvHeader, csvRows, type TidyTable } from '../tidy/table';
import type { AnalysisMeasures } from './analysis.dto';

interface RoundRow { readonly id: string; readonly reference: string; readonly name: string; readonly state: string; readonly opens_on: string; readonly due_on: string; readonly final_on: string }

/** $1: a round, or null for all that have been opened. The oldest first. */
const ROUNDS = `
  select id, reference, name, state, opens_on::text, due_on::text, final_on::text from app.round
  where state <> 'draft' and ($1::uuid is null or id = $1) order by opens_on, id`;

const roundsTable: TidyTable<RoundRow> = {
  name: 'rounds', row: 'One round',
  columns: [
    ['round_id', ({ id }) => id, 'To ask for one round alone'], ['round_reference', ({ reference }) => reference, 'Reference of the round'], ['round_name', ({ name }) => name, 'Name of the round'],
    ['state', ({ state }) => state, 'open or closed'], ['opens_on', ({ opens_on: on }) => on, 'Opens'], ['due_on', ({ due_on: on }) => on, 'Due'], ['final_on', ({ final_on: on }) => on, 'Taken as late until'],
  ],
};

/** What a program that refreshes by itself reads: the tables of the full data. Each round is read in transactions of its own. */
@Injectable()
export class AnalysisService {
  constructor(
    private readonly database: Database,
    private readonly insight: InsightService,
    private readonly stream: RoundStream,
  ) {}

  async rounds(caller: SignedInCaller): Promise<StreamableFile> {
    const rounds = await this.asked(caller);
    return this.file(roundsTable, async function* all() { yield rounds; });
  }

  answers(caller: SignedInCaller, roundId?: string): Promise<StreamableFile> {
    return this.table(caller, roundId, answersTable, (id) => this.answersIn(caller, id));
  }

  ratings(caller: SignedInCaller, roundId?: string): Promise<StreamableFile> {
    return this.table(caller, roundId, ratingsTable, (id) => this.ratingsIn(caller, id));
  }

  measures(caller: SignedInCaller, roundId?: string): Promise<StreamableFile> {
    return this.table(caller, roundId, measuresTable, (id) => this.once(caller, () => this.measuresIn(id)));
  }

  async measuresAsJson(caller: SignedInCaller, roundId?: string): Promise<AnalysisMeasures> {
    const measures: Record<string, unknown>[] = [];
    for (const { id } of await this.asked(caller, roundId)) {
      const rows = await this.database.transaction(caller, 'read', () => this.measuresIn(id));
      measures.push(...rows.map((row) => Object.fromEntries(measuresTable.columns.map(([name, of]) => [name, of(row)]))));
    }
    return { measures } as unknown as AnalysisMeasures;
  }

  private async measuresIn(id: string) {
    const summary = await this.insight.summary(id, {});
    return measuresOf(summary, await new Counting(this.stream, summary, {}, () => {}).tallied());
  }

  private async* answersIn(caller: SignedInCaller, id: string) {
    const summary = await this.database.transaction(caller, 'read', () => this.insight.summary(id, {}));
    for await (const questions of this.lots(caller, new Counting(this.stream, summary, {}, () => {}).said())) yield answersOf(summary.round, questions);
  }

  private async* ratingsIn(caller: SignedInCaller, id: string) {
    const summary = await this.database.transaction(caller, 'read', () => this.insight.summary(id, {}));
    for await (const rows of this.lots(caller, this.insight.rows(summary.round, {}))) yield ratingsOf(summary, rows);
  }

  /** So many organisations at a time, each lot in a short transaction: a slow line keeps no connection. */
  private async* lots<Lot>(caller: SignedInCaller, all: AsyncGenerator<Lot>): AsyncGenerator<Lot> {
    for (;;) {
      const lot = await this.database.transaction(caller, 'read', () => all.next());
      if (lot.done) return;
      yield lot.value;
    }
  }

  private async* once<Row>(caller: SignedInCaller, read: () => Promise<readonly Row[]>): AsyncGenerator<readonly Row[]> {
    yield await this.database.transaction(caller, 'read', read);
  }

  private async table<Row>(caller: SignedInCaller, roundId: string | undefined, table: TidyTable<Row>, rowsOf: (id: string) => AsyncIterable<readonly Row[]>): Promise<StreamableFile> {
    const rounds = await this.asked(caller, roundId);
    return this.file(table, async function* all() { for (const { id } of rounds) yield* rowsOf(id); });
  }

  private async asked(caller: SignedInCaller, roundId?: string): Promise<RoundRow[]> {
    const rounds = await this.database.transaction(caller, 'read', () => this.database.query<RoundRow>(ROUNDS, [roundId ?? null]));
    if (roundId !== undefined && rounds.length === 0) throw notFound();
    return rounds;
  }

  private file<Row>(table: TidyTable<Row>, batches: () => AsyncIterable<readonly Row[]>): StreamableFile {
    const written = (async function* csv() {
      yield csvHeader(table);
      for await (const rows of batches()) yield* csvRows(table, rows);
    })();
    return new StreamableFile(Readable.from(written), { type: TIDY_TYPE, disposition: `attachment; filename="${table.name}.csv"` });
  }
}
