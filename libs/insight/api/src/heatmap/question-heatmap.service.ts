import { Injectable } from '@nestjs/common';
import { groupInWords } from '@attest/domain/questionnaire';
import { notFound } from '@attest/shared/api';
import type { InsightFilters } from '../insight.dto';
import { fallsShort, questionPage, questionRow, questionSummary, type QuestionStanding } from './question-heatmap';
import type { QuestionHeatmapFilters, QuestionHeatmapView } from './question-heatmap.dto';
import { columnsBefore, questionColumns, type QuestionColumn } from './question-places';
import { RoundReader, type Round } from '../round-reader';

/** Organisation × question, a page at a time. */
@Injectable()
export class QuestionHeatmapService {
  constructor(private readonly reader: RoundReader) {}

  async heatmap(id: string, { standard, show, sort, page, ...filters }: QuestionHeatmapFilters): Promise<QuestionHeatmapView> {
    const round = await this.reader.round(id);
    const { template, questionIds } = round.edition;
    const columns = questionColumns(template, standard);
    if (standard !== undefined && !template.sections.some(({ key }) => key === standard)) throw notFound();
    const standings = await this.standings(round, filters, columns);
    const before = await this.before(round, filters, columns);
    const figures = { columns, ids: questionIds, standings, last: before && before.chosen };
    const rows = show === 'concern' ? standings.filter((standing) => fallsShort(standing, columns)) : standings;
    const shown = questionPage({ columns, standings: rows }, { sort, page });
    return {
      round: { id: round.id, name: round.name }, lastRound: round.last && { id: round.last.id, name: round.last.name }, provisional: round.provisional,
      standards: template.sections.filter(({ questions }) => questions.some(({ type }) => type === 'level')).map(({ key, ref, title }) => ({ key, ref, title })),
      ...questionSummary(figures), total: rows.length, page: shown.page, pages: shown.pages,
      rows: shown.standings.map((standing) => questionRow(standing, columns, before?.placesOf(standing.row.organisation_id) ?? null)),
    };
  }

  private async standings(round: Round, filters: InsightFilters, columns: readonly QuestionColumn[]): Promise<QuestionStanding[]> {
    const rows = (await this.reader.inShort(round.id, filters)).filter(({ chosen }) => chosen);
    const places = await this.reader.placesOf(round.edition, rows, columns);
    return rows.map((row, at) => ({ row, name: row.organisation_name, group: groupInWords(row), places: places[at]! }));
  }

  private before({ last }: Round, filters: InsightFilters, columns: readonly QuestionColumn[]) {
    return last && this.reader.lastPlaces(last, filters, columnsBefore(columns, last.edition.template));
  }
}
