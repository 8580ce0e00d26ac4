import { Injectable } from '@nestjs/common';
import type { Template } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';
import { asTheySaid, newTally, type Figures, type RoundTally, type Standings } from './heatmap/heatmap';
import type { InsightFilters, RatingLayer } from './insight.dto';
import { RoundReader, isComparable, type Round } from './round-reader';

/** What a file is made of, by name and so many organisations at a time: none is held once the next are asked for, however many there are. */
@Injectable()
export class RoundLots {
  protected readonly most: number = 1000;

  constructor(
    private readonly database: Database,
    private readonly reader: RoundReader,
  ) {}

  async* standings(roundId: string, template: Template, filters: InsightFilters): AsyncGenerator<Standings> {
    let after: Standings['standings'][number] | undefined;
    do {
      await this.database.goOn();
      const lot = await this.reader.nextStandings(roundId, template, filters, after?.row, this.most);
      if (lot.standings.length > 0) yield lot;
      after = lot.standings.length < this.most ? undefined : lot.standings.at(-1);
    } while (after);
  }

  /** With what they are compared with. */
  async* figures(round: Round, filters: InsightFilters, layer: RatingLayer): AsyncGenerator<Figures> {
    for await (const lot of this.standings(round.id, round.edition.template, filters)) {
      const figures = await this.reader.figuresOf(round, filters, lot);
      yield layer === 'self' ? asTheySaid(figures) : figures;
    }
  }

  /** Everybody, now and in the round before. */
  async tally(round: Round, filters: InsightFilters, layer: RatingLayer): Promise<RoundTally> {
    const { id, edition: { template }, last } = round;
    const [now, then] = [newTally(template), last && isComparable(template, last.edition.template) ? newTally(template) : null];
    let denominator = 0;
    const count = async (roundId: string, chosen: InsightFilters, tally: typeof now) => {
      for await (const { standings } of this.standings(roundId, template, chosen)) {
        denominator += roundId === id ? standings.length : 0;
        for (const { levels } of standings) if (levels) tally.add(layer === 'self' ? { ...levels, places: levels.self } : levels);
      }
    };
    await count(id, filters, now);
    if (then) await count(last!.id, await this.reader.asBefore(filters), then);
    return { denominator, now, last: then };
  }
}
