import { Injectable } from '@nestjs/common';
import { audienceWords, maySee } from '@attest/domain/disclosure';
import { layers } from '@attest/domain/exports';
import { InsightService, RoundStream, type HeatmapRow, type RoundSummary } from '@attest/insight/api';
import { Clock, Database, notFound, streamOpenDocument, streamWorkbook, zipped, type Archive, type StreamedSheet } from '@attest/shared/api';
import { coverSheet } from '../cover';
import { countedIn, rowIn } from '../in-layer';
import { questionsSheet, ratesSheet, standardsSheet } from '../sheets';
import { Counting } from '../tallied';
import { answersOf, answersTable, answersWithoutWords } from '../tidy/answers';
import { dictionaryOf, dictionaryTable } from '../tidy/dictionary';
import { measuresOf, measuresTable } from '../tidy/measures';
import { ratingsOf, ratingsTable } from '../tidy/ratings';
import { csvHeader, csvRows, headerOf, valuesOf, type TidyTable } from '../tidy/table';
import { fileNameOf } from './file-types';
import type { Made, Maker, Making } from './making';

/** Every figure and every answer as tables. Answers come first, because figures are counted while they go by. */
@Injectable()
export class FullData implements Maker {
  constructor(
    private readonly database: Database,
    private readonly insight: InsightService,
    private readonly stream: RoundStream,
    private readonly clock: Clock,
  ) {}

  async make(making: Making): Promise<Made> {
    const { asker, roundId, wanted: { format } } = making;
    const round = await this.database.transaction(asker, 'read', () => this.database.one<{ reference: string }>('select reference from app.round where id = $1', [roundId]));
    if (!round) throw notFound();
    return {
      fileName: fileNameOf(round.reference, 'full-data', this.clock.today(), format === 'csv' ? 'zip' : format),
      content: zipped(this.clock.now(), (archive) => this.database.transaction(asker, 'read', () => this.write(archive, making))),
    };
  }

  private async write(archive: Archive, making: Making): Promise<void> {
    const { roundId, filters, wanted: { layer, format }, progress } = making;
    const summary = await this.insight.summary(roundId, filters, countedIn(layer));
    const counting = new Counting(this.stream, summary, filters, (organisations) => progress.step(organisations));
    const rows = () => this.rows(summary, making);
    progress.total = summary.heatmap.returned;
    if (format === 'csv') return asCsv(archive, { making, summary, counting, rows });
    const write = format === 'ods' ? streamOpenDocument : streamWorkbook;
    await write(archive, `${summary.round.name}: full data`, this.clock.now(), sheetsOf({ making, summary, counting, rows }));
  }

  private async* rows({ round }: RoundSummary, { filters, wanted: { layer }, progress }: Making): AsyncGenerator<readonly HeatmapRow[]> {
    for await (const some of this.insight.rows(round, filters, countedIn(layer))) {
      progress.step(0);
      yield some.map(rowIn(layer));
    }
  }
}

/** What tables are made of. Whatever has a row for each organisation is read once more for each table, so that none of it is kept. */
interface Sources {
  readonly making: Making;
  readonly summary: RoundSummary;
  readonly counting: Counting;
  readonly rows: () => AsyncIterable<readonly HeatmapRow[]>;
}

async function asCsv(archive: Archive, { making, summary, counting, rows }: Sources): Promise<void> {
  const file = <Row>(table: TidyTable<Row>, batches: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>) => archive.file(`${table.name}.csv`, (async function* written() {
    yield csvHeader(table);
    for await (const some of batches) yield* csvRows(table, some);
  })());
  if (making.wanted.contents.includes('answers')) await file(answersFor(making), answersFrom(summary, counting));
  await file(ratingsTable, ratingsFrom(summary, rows()));
  await file(measuresTable, [measuresOf(summary, await counting.tallied())]);
  await file(dictionaryTable, [dictionaryOf(summary)]);
}

/** What comes after the answers is worked out when they have gone by. */
function sheetsOf({ making, summary, counting, rows }: Sources): StreamedSheet[] {
  const { contents } = making.wanted;
  const answers = answersFor(making);
  const later = <Row>(of: TidyTable<Row>, made: () => Promise<readonly Row[]>) => tidySheet(of, async function* all() { yield await made(); });
  return [
    ...(contents.includes('method') ? [coverSheet(summary, making.filters, making.asker, [['Made for', `${audienceWords[making.wanted.audience]}. ${making.reason}`], ['Ratings', layers[making.wanted.layer]]])] : []),
    ratesSheet(summary), standardsSheet(summary, rows()),
    ...(contents.includes('answers') ? [tidySheet(answers, () => answersFrom(summary, counting))] : []),
    { ...questionsSheet(summary, []), rows: (async function* all() { yield* questionsSheet(summary, await counting.tallied()).rows; })() },
    tidySheet(ratingsTable, () => ratingsFrom(summary, rows())),
    later(measuresTable, async () => measuresOf(summary, await counting.tallied())),
    ...(contents.includes('method') ? [later(dictionaryTable, async () => dictionaryOf(summary))] : []),
  ];
}

function tidySheet<Row>(table: TidyTable<Row>, batches: () => AsyncIterable<readonly Row[]>): StreamedSheet {
  return {
    name: table.name, header: headerOf(table), widths: table.columns.map(() => 18),
    rows: (async function* all() { for await (const rows of batches()) for (const row of rows) yield valuesOf(table, row); })(),
  };
}

const answersFor = ({ wanted: { audience, contents } }: Making) => (maySee(audience, 'words') && contents.includes('words') ? answersTable : answersWithoutWords);

async function* answersFrom({ round }: RoundSummary, counting: Counting) {
  for await (const questions of counting.said()) yield answersOf(round, questions);
}

async function* ratingsFrom(summary: RoundSummary, rows: AsyncIterable<readonly HeatmapRow[]>) {
  for await (const some of rows) yield ratingsOf(summary, some);
}
