import { Injectable } from '@nestjs/common';
import type { Section } from '@attest/domain/questionnaire';
import { byName } from '@attest/domain/rollup';
import { Clock, notFound } from '@attest/shared/api';
import { asTheySaid, everyRow, pageOf, summaryOf, type Figures } from './heatmap/heatmap';
import { columnsIn } from './heatmap/question-places';
import type { ChosenOrganisations, HeatmapFilters, HeatmapView, InsightFilters, QuestionDetail, ResponseRatesView, RoundOrganisation, StandardDetail, StandardFilters } from './insight.dto';
import type { ShortAnswersRow } from './insight.queries';
import { groupOf, responseRates } from './response-rates';
import { RoundReader, isComparable, type Round } from './round-reader';
import { RoundStream, questionsIn, type WholeQuestion } from './round-stream';
import { standardDetail, type LookedAt } from './standard-detail';

/** All but what was said: small enough to be held at once, however many returned. */
export interface RoundSummary {
  readonly round: Round;
  readonly rates: ResponseRatesView;
  readonly heatmap: HeatmapView;
}

/** Everything the screens show of a round, on one page each. What a file is made of. */
export interface WholeRound extends RoundSummary {
  readonly questions: readonly WholeQuestion[];
}

@Injectable()
export class InsightService {
  constructor(
    private readonly reader: RoundReader,
    private readonly stream: RoundStream,
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
    return { ...heatmapOf(round, figures), ...pageOf(figures, sort, Number(page)) };
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
    const summary = await this.summary(id, filters);
    return { ...summary, questions: await this.stream.details(summary.round, filters, questionsIn(summary.round)) };
  }

  async summary(id: string, filters: InsightFilters): Promise<RoundSummary> {
    const round = await this.reader.round(id);
    const figures = await this.reader.figures(round, filters);
    return {
      round,
      rates: await this.ratesOf(round, filters),
      heatmap: { ...heatmapOf(round, figures), rows: everyRow(figures, 'name'), page: 1, pages: 1 },
    };
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

function heatmapOf(round: Round, figures: Figures) {
  const { last, edition } = round;
  return {
    round: { id: round.id, name: round.name },
    lastRound: last && { id: last.id, name: last.name },
    comparable: last !== null && isComparable(edition.template, last.edition.template),
    provisional: round.provisional,
    ...summaryOf(figures),
  };
}
