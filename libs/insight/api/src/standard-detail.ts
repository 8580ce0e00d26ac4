import { answerTo, valueInWords, type Section } from '@attest/domain/questionnaire';
import { figureInWords } from '@attest/domain/measures';
import { byName } from '@attest/domain/rollup';
import { columnsOf, summaryOf, type Figures } from './heatmap/heatmap';
import type { StandardDetail, StandardRating } from './insight.dto';
import { distributionOf, levelsOf, toldBy, type Asking } from './question-figures';
import type { Respondent } from './respondents';
import type { Round } from './round-reader';

/** One organisation to look at beside the figures. `respondent` is null while it has not returned. */
export interface LookedAt {
  readonly id: string;
  readonly name: string;
  readonly respondent: Respondent | null;
}

export function standardDetail(round: Round, section: Section, respondents: readonly Respondent[], figures: Figures, lookedAt: LookedAt | null): StandardDetail {
  const { template, questionIds } = round.edition;
  const { key, ref, title, intro } = section;
  return {
    round: { id: round.id, name: round.name }, provisional: round.provisional,
    key, ref, title, intro,
    organisation: lookedAt && { id: lookedAt.id, name: lookedAt.name },
    submissionId: lookedAt?.respondent?.submissionId ?? null,
    figure: figureOf(figures, key),
    ratings: ratingsOf(figures, key),
    questions: section.questions.map((question) => {
      const asking = { template, section, question, respondents };
      return {
        id: questionIds.get(question.key)!, ref: question.ref, title: question.title, wording: question.wording,
        levels: [...levelsOf(asking)], distribution: distributionOf(asking),
        chosen: lookedAt?.respondent ? chosenBy(lookedAt.respondent, asking) : null,
      };
    }),
  };
}

function figureOf(figures: Figures, key: string): string[] {
  const { standards, returned, denominator } = summaryOf(figures);
  const standard = standards.find((one) => one.key === key);
  return standard ? [...figureInWords(standard, { ...standard, notReturned: denominator - returned }, figures.scale)] : [];
}

/** None for a section that is no standard: it has no column. */
function ratingsOf({ template, scale, standings }: Figures, key: string): StandardRating[] {
  const column = columnsOf(template).indexOf(key);
  return standings
    .flatMap(({ row, name, group, levels }) => {
      const level = scale[levels?.places[column] ?? -1];
      const self = scale[levels?.self[column] ?? -1];
      return level ? [{ organisationId: row.organisation_id, name, area: row.area_name, group, level, self: self && self !== level ? self : null }] : [];
    })
    .toSorted((one, other) => scale.indexOf(other.level) - scale.indexOf(one.level) || byName(one, other));
}

/** A level's key, or the answer in words where nothing is rated; `null` where there is none. */
function chosenBy(respondent: Respondent, asking: Asking): string | null {
  const told = toldBy(respondent, asking);
  if (typeof told !== 'string') return told.level;
  return told === 'answered' ? valueInWords(asking.question, answerTo(respondent.answers, asking.question.key)!.value) : null;
}
