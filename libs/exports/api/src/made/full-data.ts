import { Injectable } from '@nestjs/common';
import { audienceWords, maySee } from '@attest/domain/disclosure';
import { layers } from '@attest/domain/exports';
import { InsightService, RoundStream, type RoundSummary } from '@attest/insight/api';
import { Clock, Database, notFound, streamOpenDocument, streamWorkbook, zipped, type Archive, type StreamedSheet } from '@attest/shared/api';
import { coverSheet } from '../cover';
import { inLayer } from '../in-layer';
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
    const summary = inLayer(await this.insight.summary(roundId, filters), layer);
    const counting = new Counting(this.stream, summary, filters, (organisations) => progress.step(organisations));
    progress.total = counting.organisations.length;
    if (format === 'csv') return asCsv(archive, making, summary, counting);
    const write = format === 'ods' ? streamOpenDocument : streamWorkbook;
    await write(archive, `${summary.round.name}: full data`, this.clock.now(), sheetsOf(making, summary, counting));
  }
}

async function asCsv(archive: Archive, making: Making, summary: RoundSummary, counting: Counting): Promise<void> {
  const file = <Row>(table: TidyTable<Row>, rows: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>) => archive.file(`${table.name}.csv`, (async function* written() {
    yield csvHeader(table);
    for await (const some of rows) yield csvRows(table, some);
  })());
  if (making.wanted.contents.includes('answers')) await file(answersFor(making), answersFrom(summary, counting));
  await file(ratingsTable, [ratingsOf(summary)]);
  await file(measuresTable, [measuresOf(summary, await counting.tallied())]);
  await file(dictionaryTable, [dictionaryOf(summary)]);
}

/** What comes after the answers is worked out when they have gone by. */
function sheetsOf(making: Making, summary: RoundSummary, counting: Counting): StreamedSheet[] {
  const { contents } = making.wanted;
  const answers = answersFor(making);
  const later = <Row>(of: TidyTable<Row>, made: () => Promise<readonly Row[]>) => tidySheet(of, async function* all() { yield await made(); });
  return [
    ...(contents.includes('method') ? [coverSheet(summary, making.filters, making.asker, [['Made for', `${audienceWords[making.wanted.audience]}. ${making.reason}`], ['Ratings', layers[making.wanted.layer]]])] : []),
    ratesSheet(summary), standardsSheet(summary),
    ...(contents.includes('answers') ? [tidySheet(answers, () => answersFrom(summary, counting))] : []),
    { ...questionsSheet(summary, []), rows: (async function* all() { yield* questionsSheet(summary, await counting.tallied()).rows; })() },
    later(ratingsTable, async () => ratingsOf(summary)),
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
