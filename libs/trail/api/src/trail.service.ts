import { Injectable, StreamableFile } from '@nestjs/common';
import { Clock, Database, Refused, type SignedInCaller } from '@attest/shared/api';
import { headOfCsv, linesOfCsv } from './trail-csv';
import type { TrailFilters, TrailPage } from './trail.dto';
import { eventView } from './trail-event';
import { TrailQueries } from './trail.queries';

const PAGE = 50;
/** As many at a time for a file, and as many altogether: a year of a large partnership is about a third of that. */
const [CHUNK, MOST] = [5_000, 100_000];

@Injectable()
export class TrailService {
  constructor(
    private readonly database: Database,
    private readonly queries: TrailQueries,
    private readonly clock: Clock,
  ) {}

  async page(filters: TrailFilters): Promise<TrailPage> {
    const rows = await this.queries.events(filters, PAGE + 1);
    const shown = rows.slice(0, PAGE);
    return { events: shown.map(eventView), earlier: rows.length > PAGE ? Number(shown.at(-1)!.seq) : null };
  }

  async csv(caller: SignedInCaller, filters: TrailFilters): Promise<StreamableFile> {
    const content = Buffer.from(await this.database.transaction(caller, 'read', () => this.lines(filters)));
    return new StreamableFile(content, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="trail_${this.clock.today()}.csv"`, length: content.byteLength });
  }

  private async lines(filters: TrailFilters): Promise<string> {
    const parts = [headOfCsv()];
    for (let [count, before] = [0, filters.before]; ;) {
      const rows = await this.queries.events({ ...filters, before }, CHUNK);
      parts.push(linesOfCsv(rows));
      count += rows.length;
      if (rows.length < CHUNK) return parts.join('');
      if (count >= MOST) throw new Refused('invalid-request', `That is more than ${MOST.toLocaleString('en-GB')} events. Choose a shorter time.`, { faults: [{ where: 'from', detail: 'Choose a later day.' }] });
      before = rows.at(-1)!.seq;
    }
  }
}
