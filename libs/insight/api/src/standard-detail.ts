import { answerTo, valueInWords, type Level, type Section, type Template } from '@attest/domain/questionnaire';
import { explain, percentOf, type Trace } from '@attest/domain/scoring';
import { byName } from '@attest/domain/rollup';
import { columnsOf, resultScale, type Figures } from './heatmap';
import type { StandardDetail, StandardRating } from './insight.dto';
import type { RatingRow } from './insight.queries';
import { distributionOf, levelsOf, toldBy, type Asking } from './question-figures';
import type { Respondent } from './respondents';
import type { Round } from './round-reader';

/** One organisation to look at beside the figures. `respondent` is null while it has not returned; then it has no ratings either. */
export interface LookedAt {
  readonly id: string;
  readonly name: string;
  readonly respondent: Respondent | null;
  readonly ratings: readonly RatingRow[];
}

export function standardDetail(round: Round, section: Section, respondents: readonly Respondent[], figures: Figures, lookedAt: LookedAt | null): StandardDetail {
  const { template, questionIds } = round.edition;
  const { key, ref, title, intro } = section;
  return {
    round: { id: round.id, name: round.name }, provisional: round.provisional,
    key, ref, title, intro,
    organisation: lookedAt && { id: lookedAt.id, name: lookedAt.name },
    organisationLevel: lookedAt && levelOf(lookedAt, resultScale(template)),
    explanation: lookedAt ? explanationOf(lookedAt, template) : [],
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

function levelOf({ ratings }: LookedAt, scale: readonly Level[]): Level | null {
  const on = (layer: RatingRow['layer']) => scale.find(({ key }) => key === ratings.find((rating) => rating.layer === layer)?.level);
  return on('moderated') ?? on('self') ?? null;
}

function explanationOf({ respondent, ratings }: LookedAt, template: Template): string[] {
  if (respondent === null) return ['This organisation has not returned its answers.'];
  const self = ratings.find(({ layer }) => layer === 'self');
  const word = (level: string) => resultScale(template).find(({ key }) => key === level)?.word ?? level;
  const moderated = ratings.filter(({ layer, level }) => layer === 'moderated' && level !== null)
    .map(({ level, reason }) => `Moderated as ${word(level!)}${reason ? `: ${reason}` : '.'}`);
  if (!self || (self.level === null && self.trace === null)) return [...moderated, 'Nothing in this standard was asked of this organisation.'];
  if (self.trace === null) return moderated;
  return [...moderated, ...(moderated.length > 0 ? ['By what the organisation said itself, before it was moderated:'] : []), ...explain(ratingFrom(self), template)];
}

function ratingFrom({ level, won, available, trace }: RatingRow) {
  const score = { won, available };
  return { level, score, percent: percentOf(score), trace: trace as Trace };
}
