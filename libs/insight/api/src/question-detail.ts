import type { Level } from '@attest/domain/questionnaire';
import type { QuestionDetail } from './insight.dto';
import { answersTo, distributionOf, levelOf, levelsOf, type Asking } from './question-figures';
import type { Round } from './round-reader';

export function questionDetail(round: Round, asking: Asking, before: Asking | null, predecessors: ReadonlyMap<string, string>): QuestionDetail {
  const { section, question } = asking;
  const { ref, title, wording } = question;
  return {
    round: { id: round.id, name: round.name }, provisional: round.provisional,
    id: round.edition.questionIds.get(question.key)!, ref, title, wording,
    standardKey: section.key, standardTitle: section.title,
    levels: [...levelsOf(asking)],
    distribution: distributionOf(asking),
    last: before && distributionOf(before),
    answers: answersTo(asking, before === null ? () => null : lastLevels(before, predecessors)),
  };
}

function lastLevels(before: Asking, predecessors: ReadonlyMap<string, string>): (organisationId: string) => Level | null {
  const respondents = new Map(before.respondents.map((respondent) => [respondent.organisationId, respondent]));
  return (organisationId) => {
    const respondent = respondents.get(organisationId) ?? respondents.get(predecessors.get(organisationId) ?? '');
    return respondent ? levelOf(respondent, before) : null;
  };
}
