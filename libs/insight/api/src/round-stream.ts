import { Injectable } from '@nestjs/common';
import { answerTo, type AnswerValue, type Question } from '@attest/domain/questionnaire';
import { meetsRate } from '@attest/domain/measures';
import type { DistributionView, InsightFilters, QuestionDetail } from './insight.dto';
import { columnsBefore } from './heatmap/question-places';
import { lastAnswers, questionDetail } from './question-detail';
import { distributionOf, levelsOf, questionBefore, type AskedIn } from './question-figures';
import type { Respondent } from './respondents';
import { RoundReader, type Round } from './round-reader';

/** A question as it stands in its edition, with how everybody answered it. */
export interface WholeQuestion extends AskedIn {
  readonly detail: QuestionDetail;
  /** What a question that is not rated was answered, by organisation, as it is stored. */
  readonly values: ReadonlyMap<string, AnswerValue>;
}

const AT_ONCE = 250;

/** What was said in a round, a few hundred organisations at a time: memory stays small, however many returned. */
@Injectable()
export class RoundStream {
  constructor(private readonly reader: RoundReader) {}

  /** Of these organisations, in their order. What is said of the round before is of them alone: see `before`. */
  async* said(round: Round, filters: InsightFilters, organisations: readonly string[]): AsyncGenerator<{ readonly questions: WholeQuestion[]; readonly organisations: number }> {
    for (let from = 0; from < Math.max(1, organisations.length); from += AT_ONCE) {
      const some = organisations.slice(from, from + AT_ONCE);
      yield { questions: await this.details(round, filters, questionsIn(round), some), organisations: some.length };
    }
  }

  /** How the round before was answered, by the key of a question; null where it cannot be compared. */
  async before({ edition, last }: Round, filters: InsightFilters): Promise<ReadonlyMap<string, DistributionView | null>> {
    const sums = new Map<string, DistributionView | null>();
    if (!last) return sums;
    const asked = questionsIn({ edition });
    const before = asked.map((one) => questionBefore(one, last.edition.template));
    const then = await this.reader.asBefore(filters);
    const organisations = await this.reader.returnedIn(last.id, then);
    for (let from = 0; from < Math.max(1, organisations.length); from += AT_ONCE) {
      const respondents = await this.reader.respondents(last, then, before.flatMap((one) => one?.question ?? []), [], organisations.slice(from, from + AT_ONCE));
      asked.forEach(({ question }, at) => {
        const one = before[at];
        if (one) sums.set(question.key, together(sums.get(question.key), distributionOf({ ...one, respondents }), one));
      });
    }
    return sums;
  }

  async details(round: Round, filters: InsightFilters, asked: readonly AskedIn[], among?: readonly string[]): Promise<WholeQuestion[]> {
    const { last } = round;
    const questions = asked.map(({ question }) => question);
    const respondents = await this.reader.respondents(round, filters, questions, questions, among);
    const before = last && columnsBefore(asked, last.edition.template);
    const predecessors = await this.reader.predecessors();
    const amongThen = among?.flatMap((id) => [id, predecessors.get(id) ?? []].flat());
    const then = before?.some((column) => column) ? await this.reader.lastPlaces(last!, filters, before, amongThen) : null;
    return asked.map((one, at) => ({
      ...one, values: valuesOf(one.question, respondents),
      detail: questionDetail(round, { ...one, respondents }, then && before![at] ? lastAnswers(then, before![at], at) : null),
    }));
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
