import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { audienceWords } from '@attest/domain/disclosure';
import { FindingsService, InsightService, RoundStream, TrendService, findingsBlocks, type WholeQuestion } from '@attest/insight/api';
import { Clock, Database, Papers, type Block, type PaperType } from '@attest/shared/api';
import { countedIn, tableIn } from '../in-layer';
import { fileNameOf } from '../made/file-types';
import type { Made, Maker, Making } from '../made/making';
import { Counting } from '../tallied';
import { WordTemplateService } from '../word-template/word-template.service';
import { boardFilling, boardPaper, type BoardFacts } from './board-paper';

const SECONDS = 120;

/** A paper for a meeting: read at one moment, set after it. */
@Injectable()
export class BoardPack implements Maker {
  constructor(
    private readonly database: Database,
    private readonly insight: InsightService,
    private readonly stream: RoundStream,
    private readonly findings: FindingsService,
    private readonly trends: TrendService,
    private readonly papers: Papers,
    private readonly templates: WordTemplateService,
    private readonly clock: Clock,
  ) {}

  async make(making: Making): Promise<Made> {
    const { asker, wanted, progress } = making;
    const type = wanted.format as PaperType;
    const own = type === 'docx' && wanted.ownTemplate;
    const [facts, template] = await this.database.transaction(asker, 'read', async () => [await this.facts(making), own ? await this.templates.forFilling() : null] as const);
    const content = template
      ? await this.papers.fill(template.bytes, boardFilling(facts, template.places, this.clock.today()), SECONDS)
      : await this.papers.make(boardPaper(facts), type, SECONDS);
    progress.step();
    return { fileName: fileNameOf(facts.summary.round.reference, 'board-pack', this.clock.today(), type), content: Readable.from([Buffer.from(content)]) };
  }

  private async facts({ roundId, filters, wanted: { layer, contents, audience }, reason, progress }: Making): Promise<BoardFacts> {
    const summary = tableIn(layer, await this.insight.table(roundId, filters, countedIn(layer)));
    const counting = new Counting(this.stream, summary, filters, (organisations) => progress.step(organisations));
    // and one step to set it
    progress.total = summary.heatmap.returned + 1;
    const words: Said[] = [];
    for await (const questions of counting.said()) if (contents.includes('words')) words.push(...questions.flatMap(belowStandard));
    return {
      summary, filters, layer, contents, questions: await counting.tallied(), findings: contents.includes('findings') ? findingsBlocks(await this.findings.findings(roundId)) : [], words: wordsOf(words),
      trend: contents.includes('trends') ? await this.trends.trend(roundId, filters, layer === 'self' ? 'self' : 'moderated') : null,
      madeFor: `Made for: ${audienceWords[audience]}. ${reason}`,
    };
  }
}

interface Said { readonly question: string; readonly name: string; readonly answer: WholeQuestion['detail']['answers'][number] }

/** What was written beside a rating that does not meet the standard. */
const belowStandard = ({ question: { ref, title }, detail: { answers } }: WholeQuestion): Said[] =>
  answers.filter(({ level, note }) => level !== null && !level.meets && note.trim() !== '').map((answer) => ({ question: `${ref} ${title}`, name: answer.name, answer }));

function wordsOf(said: readonly Said[]): Block[] {
  if (said.length === 0) return [{ kind: 'text', line: 'No organisation wrote anything beside a rating that does not meet the standard.' }];
  const questions = [...new Set(said.map(({ question }) => question))];
  return [
    { kind: 'text', as: 'note', line: 'Beside ratings that do not meet the standard.' },
    ...questions.flatMap((question): Block[] => [
      { kind: 'heading', depth: 2, text: question },
      ...said.filter((one) => one.question === question).map(({ name, answer: { level, note } }): Block => ({ kind: 'text', as: 'quote', line: [{ level: level! }, ` ${name}: ${note}`] })),
    ]),
  ];
}
