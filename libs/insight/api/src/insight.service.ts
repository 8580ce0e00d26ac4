import { Injectable } from '@nestjs/common';
import type { Section } from '@attest/domain/questionnaire';
import { byName } from '@attest/domain/rollup';
import { Clock, notFound } from '@attest/shared/api';
import { asTheySaid, pageOf, rowsOf, summaryOf, summedUp, type HeatmapSummary } from './heatmap/heatmap';
import { columnsIn } from './heatmap/question-places';
import type { ChosenOrganisations, HeatmapFilters, HeatmapRow, HeatmapView, InsightFilters, QuestionDetail, RatingLayer, ResponseRatesView, RoundOrganisation, StandardDetail, StandardFilters } from './insight.dto';
import type { ShortAnswersRow } from './insight.queries';
import { groupOf, responseRates } from './response-rates';
import { RoundLots } from './round-lots';
import { RoundReader, isComparable, type Round } from './round-reader';
import { RoundStream, questionsIn, type WholeQuestion } from './round-stream';
import { standardDetail, type LookedAt } from './standard-detail';

/** What is counted of a round: the same size, however many were asked. */
export interface RoundSummary {
  readonly round: Round;
  readonly rates: ResponseRatesView;
  readonly heatmap: HeatmapSummary;
  /** Of organisations that were chosen by name: which, or the first of them. */
  readonly named: readonly string[];
}

/** With a row for each organisation, by name. */
export interface RoundTable extends RoundSummary {
  readonly heatmap: HeatmapView;
}

/** Everything the screens show of a round, on one page each. */
export interface WholeRound extends RoundTable {
  readonly questions: readonly WholeQuestion[];
}

const MOST_NAMES = 10;

@Injectable()
export class InsightService {
  constructor(
    private readonly reader: RoundReader,
    private readonly stream: RoundStream,
    private readonly lots: RoundLots,
    private readonly clock: Clock,
  ) {}

  async responseRates(id: string, filters: InsightFilters): Promise<ResponseRatesView> {
    return this.ratesOf(await this.reader.round(id), filters);
  }

  async organisations(id: string): Promise<RoundOrganisation[]> {
    const rows = await this.reader.organisations((await this.reader.round(id)).id);
    return rows.map((row): RoundOrganisation => {
      const { key: groupKey, label: group } = groupOf(row);
      return { id: row.organisation_id, name: row.organisation_name, areaId: row.area_id, area: row.area_name, groupKey, group, type: row.type, returned: row.returned };
    }).toSorted(byName);
  }

  /** How many the filters let through, and how many of those chosen by name are not in the round. */
  fitting(id: string, filters: ChosenOrganisations): Promise<{ readonly fitting: number; readonly strangers: number }> {
    return this.reader.fitting(id, filters);
  }

  async heatmap(id: string, { sort, page = '1', layer, ...filters }: HeatmapFilters): Promise<HeatmapView> {
    const round = await this.reader.round(id);
    const seen = await this.reader.figures(round, filters);
    const figures = layer === 'self' ? asTheySaid(seen) : seen;
    return { ...ofRound(round), ...summaryOf(figures), ...pageOf(figures, sort, Number(page)) };
  }

  async standard(id: string, key: string, { organisationId, ...filters }: StandardFilters): Promise<StandardDetail> {
    const round = await this.reader.round(id);
    const section = round.edition.template.sections.find((one) => one.key === key);
    if (!section) throw notFound();
    const rows = await this.reader.inShort(id, filters);
    const columns = columnsIn(round.edition.template, section);
    const places = await this.reader.placesOf(round.edition, rows, columns);
    return standardDetail(round, section, {
      columns, places: places.filter((one, at): one is Int8Array => one !== null && rows[at]!.chosen),
      ...await this.reader.standingsOf(round.edition.template, rows.filter(({ chosen }) => chosen)),
      lookedAt: organisationId === undefined ? null : await this.lookAt(round, section, rows.find((row) => row.organisation_id === organisationId)),
    });
  }

  async question(id: string, questionId: string, filters: InsightFilters): Promise<QuestionDetail> {
    const round = await this.reader.round(id);
    const asked = questionsIn(round).find(({ question }) => question.key === round.edition.questionKeys.get(questionId));
    if (!asked) throw notFound();
    const [whole] = await this.stream.details(round, filters, [asked]);
    return whole!.detail;
  }

  async wholeRound(id: string, filters: InsightFilters): Promise<WholeRound> {
    const table = await this.table(id, filters);
    return { ...table, questions: await this.stream.details(table.round, filters, questionsIn(table.round)) };
  }

  async summary(id: string, filters: ChosenOrganisations, layer: RatingLayer = 'moderated'): Promise<RoundSummary> {
    const round = await this.reader.round(id);
    const { template } = round.edition;
    const named = filters.organisationIds ? (await this.reader.nextStandings(round.id, template, filters, undefined, MOST_NAMES)).standings : [];
    const summary = summedUp(template, await this.lots.tally(round, filters, layer));
    return { round, rates: await this.ratesOf(round, filters), heatmap: { ...ofRound(round), ...summary }, named: named.map(({ name }) => name) };
  }

  /** By name, so many organisations at a time. */
  async* rows(round: Round, filters: InsightFilters, layer: RatingLayer = 'moderated'): AsyncGenerator<readonly HeatmapRow[]> {
    for await (const figures of this.lots.figures(round, filters, layer)) yield rowsOf(figures);
  }

  /** For what has a row for each of them on paper, and so is no larger than a paper can be. */
  async table(id: string, filters: InsightFilters, layer: RatingLayer = 'moderated'): Promise<RoundTable> {
    const summary = await this.summary(id, filters, layer);
    const rows: HeatmapRow[] = [];
    for await (const some of this.rows(summary.round, filters, layer)) rows.push(...some);
    return { ...summary, heatmap: { ...summary.heatmap, rows, page: 1, pages: 1 } };
  }

  /** An organisation of the round, whether or not the filters let it through. */
  private async lookAt(round: Round, { questions }: Section, row: ShortAnswersRow | undefined): Promise<LookedAt> {
    if (!row) throw notFound();
    const [respondent = null] = await this.reader.respondents(round, {}, questions, [], [row.organisation_id]);
    return { id: row.organisation_id, name: row.organisation_name, respondent };
  }

  private async ratesOf(round: Round, filters: InsightFilters): Promise<ResponseRatesView> {
    const rates = responseRates(await this.reader.alike(round, filters));
    return { round: { id: round.id, name: round.name }, asOf: this.clock.now().toISOString(), provisional: round.provisional, ...rates };
  }
}

function ofRound({ id, name, last, provisional, edition }: Round) {
  return {
    round: { id, name }, provisional,
    lastRound: last && { id: last.id, name: last.name },
    comparable: last !== null && isComparable(edition.template, last.edition.template),
  };
}
