import { Injectable } from '@nestjs/common';
import { answerTo, type AnswerValue, type Question } from '@attest/domain/questionnaire';
import { Clock, notFound } from '@attest/shared/api';
import { everyRow, pageOf, summaryOf, type Figures } from './heatmap';
import type { HeatmapFilters, HeatmapView, InsightFilters, QuestionDetail, ResponseRatesView, StandardDetail, StandardFilters } from './insight.dto';
import { questionDetail } from './question-detail';
import { questionBefore, type AskedIn } from './question-figures';
import type { Respondent } from './respondents';
import { responseRates } from './response-rates';
import { RoundReader, isComparable, type Round } from './round-reader';
import { standardDetail } from './standard-detail';

/** A question as it stands in its edition, with how everybody answered it. */
export interface WholeQuestion extends AskedIn {
  readonly detail: QuestionDetail;
  /** What a question that is not rated was answered, by organisation, as it is stored. */
  readonly values: ReadonlyMap<string, AnswerValue>;
}

/** Everything the screens show of a round, on one page each. What a file is made of. */
export interface WholeRound {
  readonly round: Round;
  readonly rates: ResponseRatesView;
  readonly heatmap: HeatmapView;
  readonly questions: readonly WholeQuestion[];
}

@Injectable()
export class InsightService {
  constructor(
    private readonly reader: RoundReader,
    private readonly clock: Clock,
  ) {}

  async responseRates(id: string, filters: InsightFilters): Promise<ResponseRatesView> {
    return this.ratesOf(await this.reader.round(id), filters);
  }

  async heatmap(id: string, { sort, page = '1', ...filters }: HeatmapFilters): Promise<HeatmapView> {
    const round = await this.reader.round(id);
    const figures = await this.reader.figures(round, filters);
    return { ...heatmapOf(round, figures), ...pageOf(figures, sort, Number(page)) };
  }

  async standard(id: string, key: string, { organisationId, ...filters }: StandardFilters): Promise<StandardDetail> {
    const round = await this.reader.round(id);
    const section = round.edition.template.sections.find((one) => one.key === key);
    if (!section) throw notFound();
    const respondents = await this.reader.respondents(round, filters, section.questions, []);
    const lookedAt = organisationId === undefined ? null : await this.reader.lookAt(round, organisationId, respondents);
    return standardDetail(round, section, respondents, await this.reader.figures(round, filters), lookedAt);
  }

  async question(id: string, questionId: string, filters: InsightFilters): Promise<QuestionDetail> {
    const round = await this.reader.round(id);
    const asked = questionsOf(round).find(({ question }) => question.key === round.edition.questionKeys.get(questionId));
    if (!asked) throw notFound();
    const [whole] = await this.detailsOf(round, filters, [asked]);
    return whole!.detail;
  }

  async wholeRound(id: string, filters: InsightFilters): Promise<WholeRound> {
    const round = await this.reader.round(id);
    const figures = await this.reader.figures(round, filters);
    return {
      round,
      rates: await this.ratesOf(round, filters),
      heatmap: { ...heatmapOf(round, figures), rows: everyRow(figures, 'name'), page: 1, pages: 1 },
      questions: await this.detailsOf(round, filters, questionsOf(round)),
    };
  }

  private async ratesOf(round: Round, filters: InsightFilters): Promise<ResponseRatesView> {
    const rates = responseRates(await this.reader.alike(round, filters));
    return { round: { id: round.id, name: round.name }, asOf: this.clock.now().toISOString(), provisional: round.provisional, ...rates };
  }

  private async detailsOf(round: Round, filters: InsightFilters, asked: readonly AskedIn[]): Promise<WholeQuestion[]> {
    const { last } = round;
    const questions = asked.map(({ question }) => question);
    const respondents = await this.reader.respondents(round, filters, questions, questions);
    const before = asked.map((one) => last && questionBefore(one, last.edition.template));
    const lastQuestions = before.flatMap((one) => one?.question ?? []);
    const respondentsBefore = last && lastQuestions.length > 0 ? await this.reader.respondents(last, filters, lastQuestions, []) : [];
    const predecessors = await this.reader.predecessors();
    return asked.map((one, place) => {
      const then = before[place] ? { ...before[place], respondents: respondentsBefore } : null;
      return { ...one, values: valuesOf(one.question, respondents), detail: questionDetail(round, { ...one, respondents }, then, predecessors) };
    });
  }
}

function questionsOf({ edition: { template } }: Round): AskedIn[] {
  return template.sections.flatMap((section) => section.questions.map((question) => ({ template, section, question })));
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

function valuesOf({ key }: Question, respondents: readonly Respondent[]): ReadonlyMap<string, AnswerValue> {
  return new Map(respondents.flatMap(({ organisationId, answers }): [string, AnswerValue][] => {
    const value = answerTo(answers, key)?.value ?? null;
    return value === null ? [] : [[organisationId, value]];
  }));
}
