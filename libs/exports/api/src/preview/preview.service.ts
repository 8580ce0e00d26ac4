import { Injectable } from '@nestjs/common';
import { audienceWords } from '@attest/domain/disclosure';
import { layers } from '@attest/domain/exports';
import { FindingsService, InsightService, RoundStream, TrendService, findingsBlocks, questionsIn, type RoundSummary, type RoundTable } from '@attest/insight/api';
import { Database, type Block, type Paper } from '@attest/shared/api';
import type { BoardFacts, BoardPart } from '../board-pack/board-paper';
import { coverSheet } from '../cover';
import { countedIn, tableIn } from '../in-layer';
import { Letters } from '../letters/letters';
import { refuseNobody, refuseWrong } from '../made/wanted';
import { PublicSummary } from '../summary/public-summary';
import { summaryPaper } from '../summary/summary-tables';
import { talliedOf } from '../tallied';
import { boardPages, firstBoardPage, partsOfFirstPage } from './board-preview';
import type { PreviewRequest, PreviewView } from './preview.dto';

/** What a file begins with, before it is made: of the same paper, and no more of it than the first page needs. */
@Injectable()
export class PreviewService {
  constructor(
    private readonly database: Database,
    private readonly insight: InsightService,
    private readonly stream: RoundStream,
    private readonly findings: FindingsService,
    private readonly trends: TrendService,
    private readonly letters: Letters,
    private readonly published: PublicSummary,
  ) {}

  async preview(wanted: PreviewRequest): Promise<PreviewView> {
    refuseWrong(this.database.caller, wanted);
    await refuseNobody(this.insight, wanted);
    return this.of[wanted.preset](wanted);
  }

  private readonly of = {
    'board-pack': async (wanted: PreviewRequest) => {
      const facts = await this.boardFacts(wanted);
      const pages = boardPages({ summary: facts.summary, contents: wanted.contents });
      return { paper: firstBoardPage(facts), says: `First page of about ${pages}${wanted.contents.includes('words') ? ', and what organisations wrote' : ''}` };
    },
    'letters': async ({ roundId, filters }: PreviewRequest) => {
      const { letter, count } = await this.letters.first(this.database.caller, roundId, filters);
      return { paper: letter, says: count === 0 ? 'No letters: nobody has returned' : `The first of ${count} ${count === 1 ? 'letter' : 'letters'}` };
    },
    'full-data': async (wanted: PreviewRequest) => {
      const summary = await this.insight.summary(wanted.roundId, wanted.filters, countedIn(wanted.layer));
      return { paper: this.cover(summary, wanted), says: 'The first sheet. Figures and answers follow as tables' };
    },
    'public-summary': async ({ roundId, audience }: PreviewRequest) => {
      const whole = summaryPaper(await this.published.figures(roundId, audience));
      const first = whole.blocks.findIndex(({ kind }, at) => kind === 'table' && at > 2);
      return { paper: { ...whole, blocks: whole.blocks.slice(0, first + 1) }, says: 'How it begins: every standard follows in the same way' };
    },
  } satisfies Record<PreviewRequest['preset'], (wanted: PreviewRequest) => Promise<{ paper: Paper; says: string }>>;

  private async boardFacts({ roundId, filters, layer, contents, audience }: PreviewRequest): Promise<BoardFacts> {
    const first = partsOfFirstPage(contents);
    const summary = await this.tableFor(first, { roundId, filters, layer });
    return {
      summary, filters, layer, contents, madeFor: `Made for: ${audienceWords[audience]}.`,
      findings: first.includes('findings') ? findingsBlocks(await this.findings.findings(roundId)) : [],
      trend: first.includes('trends') ? await this.trends.trend(roundId, filters, layer === 'self' ? 'self' : 'moderated') : null,
      questions: first.includes('distributions') ? await this.firstStandard(summary, filters) : [],
      words: [{ kind: 'text', as: 'note', line: 'What organisations wrote stands here. It is read in the file alone.' }],
    };
  }

  /** How answers are spread over the questions of one standard fills a page. */
  private async firstStandard(summary: RoundSummary, filters: PreviewRequest['filters']) {
    const asked = questionsIn(summary.round).filter(({ section }) => section.key === summary.heatmap.standards[0]?.key);
    return talliedOf({ questions: await this.stream.details(summary.round, filters, asked) });
  }

  /** Organisations are read one by one only where the first page has them. */
  private async tableFor(first: readonly BoardPart[], { roundId, filters, layer }: Pick<PreviewRequest, 'roundId' | 'filters' | 'layer'>): Promise<RoundTable> {
    if (first.includes('heatmap') || first.includes('trends')) return tableIn(layer, await this.insight.table(roundId, filters, countedIn(layer)));
    const summary = await this.insight.summary(roundId, filters, countedIn(layer));
    return { ...summary, heatmap: { ...summary.heatmap, rows: [], page: 1, pages: 1 } };
  }

  private cover(summary: RoundSummary, { filters, audience, layer }: PreviewRequest): Paper {
    const { rows } = coverSheet(summary, filters, this.database.caller, [['Made for', audienceWords[audience]], ['Ratings', layers[layer]]]);
    const [[title], ...lines] = [...rows as Iterable<readonly unknown[]>] as [readonly [unknown], ...(readonly [unknown, unknown])[]];
    const table: Block = { kind: 'table', table: { caption: 'Cover', columns: [{ head: 'About', width: 1 }, { head: 'What it is', width: 4 }], rows: lines.map(([label, text]) => [`${label}`, `${text}`]) } };
    return { title: `${title}`, caption: summary.round.partnershipName, language: 'en-GB', foot: '', blocks: [table] };
  }
}
