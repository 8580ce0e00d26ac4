import { Injectable } from '@nestjs/common';
import { answerTo, type AnswerValue, type Question } from '@attest/domain/questionnaire';
import { meetsRate } from '@attest/domain/measures';
import type { DistributionView, InsightFilters, QuestionDetail } from './insight.dto';
import { columnsBefore, distributionAt } from './heatmap/question-places';
import { lastAnswers, questionDetail } from './question-detail';
import { levelsOf, type AskedIn } from './question-figures';
import type { Respondent } from './respondents';
import { RoundLots } from './round-lots';
import { RoundReader, type Round } from './round-reader';

/** A question as it stands in its edition, with how everybody answered it. */
export interface WholeQuestion extends AskedIn {
  readonly detail: QuestionDetail;
  /** What a question that is not rated was answered, by organisation, as it is stored. */
  readonly values: ReadonlyMap<string, AnswerValue>;
}

/** What is said of them dies young and is cleared away cheaply; more at once would not be quicker. */
const AT_ONCE = 50;

/** What was said in a round, some organisations at a time: memory stays small, however many returned. */
@Injectable()
export class RoundStream {
  constructor(
    private readonly reader: RoundReader,
    private readonly lots: RoundLots,
  ) {}

  /** By name. Where nobody has returned, every question with nothing in it. What is said of the round before is of them alone: see `before`. */
  async* said(round: Round, filters: InsightFilters): AsyncGenerator<{ readonly questions: WholeQuestion[]; readonly organisations: number }> {
    for await (const some of this.returned(round, filters)) yield { questions: await this.details(round, filters, questionsIn(round), some), organisations: some.length };
  }

  /** How the round before was answered, by the key of a question; null where it cannot be compared. */
  async before({ edition, last }: Round, filters: InsightFilters): Promise<ReadonlyMap<string, DistributionView | null>> {
    const sums = new Map<string, DistributionView | null>();
    if (!last) return sums;
    const asked = questionsIn({ edition });
    const columns = columnsBefore(asked, last.edition.template);
    const then = await this.reader.asBefore(filters);
    for await (const some of this.returned(last, then)) {
      const places = (await this.reader.placesOf(last.edition, await this.reader.inShort(last.id, then, some), columns)).filter((one) => one !== null);
      asked.forEach(({ question }, at) => {
        const column = columns[at];
        if (column) sums.set(question.key, together(sums.get(question.key), distributionAt(places, column, at), column));
      });
    }
    return sums;
  }

  async details(round: Round, filters: InsightFilters, asked: readonly AskedIn[], among?: readonly string[]): Promise<WholeQuestion[]> {
    const { last } = round;
    const questions = asked.map(({ question }) => question);
    const respondents = await this.reader.respondents(round, filters, questions, questions, among);
    const before = last && columnsBefore(asked, last.edition.template);
    const then = before?.some((column) => column) ? await this.reader.lastPlaces(last!, filters, before, among) : null;
    return asked.map((one, at) => ({
      ...one, values: valuesOf(one.question, respondents),
      detail: questionDetail(round, { ...one, respondents }, then && before![at] ? lastAnswers(then, before![at], at) : null),
    }));
  }
  /** Organisations, some at a time; nobody, where nobody has returned. */
  private async* returned({ id, edition: { template } }: Pick<Round, 'id' | 'edition'>, filters: InsightFilters): AsyncGenerator<readonly string[]> {
    let nobody = true;
    for await (const { standings } of this.lots.standings(id, template, filters)) {
      const organisations = standings.flatMap(({ row, levels }) => (levels ? row.organisation_id : []));
      for (let from = 0; from < organisations.length; from += AT_ONCE) {
        nobody = false;
        yield organisations.slice(from, from + AT_ONCE);
      }
    }
    if (nobody) yield [];
  }
}

export function questionsIn({ edition: { template } }: Pick<Round, 'edition'>): AskedIn[] {
  return template.sections.flatMap((section) => section.questions.map((question) => ({ template, section, question })));
}

/** Of two groups that have nobody in common. The percentage is worked out from the counts of both, once. */
export function together(one: DistributionView | null | undefined, other: DistributionView, asked: Pick<AskedIn, 'template' | 'question'>): DistributionView {
  if (!one) return other;
  const counts = Object.fromEntries(Object.entries(other.counts).map(([key, count]) => [key, count + (one.counts[key] ?? 0)]));
  const base = one.base + other.base;
  const levels = levelsOf(asked);
  return {
    counts, base, notApplicable: one.notApplicable + other.notApplicable, unanswered: one.unanswered + other.unanswered, notAsked: one.notAsked + other.notAsked,
    percentMeets: levels.length > 0 ? meetsRate({ counts, base }, levels, 1).percentage : null,
  };
}

function valuesOf({ key }: Question, respondents: readonly Respondent[]): ReadonlyMap<string, AnswerValue> {
  return new Map(respondents.flatMap(({ organisationId, answers }): [string, AnswerValue][] => {
    const value = answerTo(answers, key)?.value ?? null;
    return value === null ? [] : [[organisationId, value]];
  }));
}
