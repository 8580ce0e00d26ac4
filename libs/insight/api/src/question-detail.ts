import type { Level } from '@attest/domain/questionnaire';
import { distributionAt, type QuestionColumn } from './heatmap/question-places';
import type { DistributionView, QuestionDetail } from './insight.dto';
import { answersTo, distributionOf, levelsOf, tellersOf, type Asking } from './question-figures';
import type { LastPlaces, Round } from './round-reader';

/** How a question was answered in the round before, where it can be compared. */
export interface LastAnswers {
  readonly distribution: DistributionView;
  levelOf(organisationId: string): Level | null;
}

export function questionDetail(round: Round, asking: Asking, last: LastAnswers | null): QuestionDetail {
  const { section, question } = asking;
  const { ref, title, wording } = question;
  const [levels, tellers] = [levelsOf(asking), tellersOf(asking)];
  return {
    round: { id: round.id, name: round.name }, provisional: round.provisional,
    id: round.edition.questionIds.get(question.key)!, ref, title, wording,
    standardKey: section.key, standardTitle: section.title,
    levels: [...levels],
    distribution: distributionOf(tellers, levels),
    last: last && last.distribution,
    answers: answersTo(question, levels, tellers, (organisationId) => last?.levelOf(organisationId) ?? null),
  };
}

export function lastAnswers({ chosen, placesOf }: LastPlaces, column: QuestionColumn, at: number): LastAnswers {
  return {
    distribution: distributionAt(chosen, column, at),
    levelOf: (organisationId) => column.levels[placesOf(organisationId)?.[at] ?? -1] ?? null,
  };
}
