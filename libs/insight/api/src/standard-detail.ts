import { answerTo, valueInWords, type Section } from '@attest/domain/questionnaire';
import { figureInWords } from '@attest/domain/measures';
import { byName } from '@attest/domain/rollup';
import { columnsOf, summaryOf, type Standings } from './heatmap/heatmap';
import { distributionAt, type QuestionColumn } from './heatmap/question-places';
import type { StandardDetail, StandardRating } from './insight.dto';
import { toldBy, type AskedIn } from './question-figures';
import type { Respondent } from './respondents';
import type { Round } from './round-reader';

/** One organisation to look at beside the figures. `respondent` is null while it has not returned. */
export interface LookedAt {
  readonly id: string;
  readonly name: string;
  readonly respondent: Respondent | null;
}

/** Whom the filters let through, and one beside them. */
export interface StandardFigures extends Standings {
  /** Its questions, and where those who returned stand in each. */
  readonly columns: readonly QuestionColumn[];
  readonly places: readonly Int8Array[];
  readonly lookedAt: LookedAt | null;
}

export function standardDetail(round: Round, section: Section, figures: StandardFigures): StandardDetail {
  const { questionIds } = round.edition;
  const { columns, places, lookedAt } = figures;
  const { key, ref, title, intro } = section;
  return {
    round: { id: round.id, name: round.name }, provisional: round.provisional,
    key, ref, title, intro,
    organisation: lookedAt && { id: lookedAt.id, name: lookedAt.name },
    submissionId: lookedAt?.respondent?.submissionId ?? null,
    figure: figureOf(figures, key),
    ratings: ratingsOf(figures, key),
    questions: columns.map((column, at) => {
      const { question, levels } = column;
      return {
        id: questionIds.get(question.key)!, ref: question.ref, title: question.title, wording: question.wording,
        levels: [...levels], distribution: distributionAt(places, column, at),
        chosen: lookedAt?.respondent ? chosenBy(lookedAt.respondent, column) : null,
      };
    }),
  };
}

function figureOf(figures: Standings, key: string): string[] {
  const { standards, returned, denominator } = summaryOf({ ...figures, last: null });
  const standard = standards.find((one) => one.key === key);
  return standard ? [...figureInWords(standard, { ...standard, notReturned: denominator - returned }, figures.scale)] : [];
}

/** None for a section that is no standard: it has no column. */
function ratingsOf({ template, scale, standings }: Standings, key: string): StandardRating[] {
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
function chosenBy(respondent: Respondent, asking: AskedIn): string | null {
  const told = toldBy(respondent, asking);
  if (typeof told !== 'string') return told.level;
  return told === 'answered' ? valueInWords(asking.question, answerTo(respondent.answers, asking.question.key)!.value) : null;
}
