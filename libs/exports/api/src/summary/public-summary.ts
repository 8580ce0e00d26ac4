import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { isProtected, type Audience } from '@attest/domain/disclosure';
import { ReleaseService, type PublishedView } from '@attest/insight/api';
import { Clock, Database, Papers, Refused, streamOpenDocument, streamWorkbook, zipped, type StreamedSheet } from '@attest/shared/api';
import { fileNameOf } from '../made/file-types';
import type { Made, Maker, Making } from '../made/making';
import { csvHeader, csvRows, headerOf, valuesOf } from '../tidy/table';
import { countedIn, publishedTable, summaryPaper, summarySheet, type Published } from './summary-tables';

const NOT_YET = 'The figures of this round have not been published yet. The business unit publishes them on the round’s page once it is closed.';

/** What everybody may see: the figures that were published, and never anything counted for this file. */
@Injectable()
export class PublicSummary implements Maker {
  constructor(
    private readonly database: Database,
    private readonly releases: ReleaseService,
    private readonly papers: Papers,
    private readonly clock: Clock,
  ) {}

  async make(making: Making): Promise<Made> {
    const { wanted: { format }, progress } = making;
    progress.total = 1;
    const { reference, published } = await this.database.transaction(making.asker, 'read', async () => ({ reference: await this.referenceOf(making.roundId), published: await this.figures(making.roundId, making.wanted.audience) }));
    progress.step();
    return { fileName: fileNameOf(reference, 'published-figures', this.clock.today(), format), content: await this.contentOf(published, format) };
  }

  private async contentOf(published: Published, format: string): Promise<AsyncIterable<Buffer>> {
    const now = this.clock.now();
    if (format === 'pdf' || format === 'docx') return Readable.from([Buffer.from(await this.papers.make(summaryPaper(published), format))]);
    if (format === 'csv') return Readable.from([csvHeader(publishedTable), ...csvRows(publishedTable, countedIn(published))].map((piece) => Buffer.from(piece)));
    const sheets: StreamedSheet[] = [summarySheet(published), { name: publishedTable.name, header: headerOf(publishedTable), widths: publishedTable.columns.map(() => 18), rows: countedIn(published).map((row) => valuesOf(publishedTable, row)) }];
    const write = format === 'ods' ? streamOpenDocument : streamWorkbook;
    return zipped(now, (archive) => write(archive, `${published.byGroup.round.name}: published figures`, now, sheets));
  }

  private async referenceOf(roundId: string): Promise<string> {
    return (await this.database.one<{ reference: string }>('select reference from app.round where id = $1', [roundId]))!.reference;
  }

  /** As they were published, for those who may see no others. */
  async figures(roundId: string, audience: Audience): Promise<Published> {
    const { partnership } = (await this.database.one<{ partnership: string }>('select p.name as partnership from app.round r join app.partnership p on p.id = r.partnership_id where r.id = $1', [roundId]))!;
    const seenBy = isProtected(audience) ? audience as PublishedView['audience'] : 'public';
    const published = async (by: 'group' | 'area') => this.releases.published(roundId, { audience: seenBy, by }).catch((error: unknown) => {
      throw error instanceof Refused && error.code === 'not-found' ? new Refused('still-needed', NOT_YET) : error;
    });
    return { partnership, byGroup: await published('group'), byArea: await published('area') };
  }
}
