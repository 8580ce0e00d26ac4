import { answerTo, valueInWords, type Level, type Section, type Template } from '@attest/domain/questionnaire';
import { explain, percentOf, type Trace } from '@attest/domain/scoring';
import { resultScale } from './heatmap';
import type { StandardDetail } from './insight.dto';
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

export function standardDetail(round: Round, section: Section, respondents: readonly Respondent[], lookedAt: LookedAt | null): StandardDetail {
  const { template, questionIds } = round.edition;
  const { key, ref, title, intro } = section;
  return {
    round: { id: round.id, name: round.name }, provisional: round.provisional,
    key, ref, title, intro,
    organisation: lookedAt && { id: lookedAt.id, name: lookedAt.name },
    organisationLevel: lookedAt && levelOf(lookedAt, resultScale(template)),
    explanation: lookedAt ? explanationOf(lookedAt, template) : [],
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
  return [...moderated, ...(moderated.length > 0 ? ['What the organisation said itself:'] : []), ...explain(ratingFrom(self), template)];
}

function ratingFrom({ level, won, available, trace }: RatingRow) {
  const score = { won, available };
  return { level, score, percent: percentOf(score), trace: trace as Trace };
}
