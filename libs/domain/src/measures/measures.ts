import { movement } from './movement';
import { agreementRate, comparabilityRate, levelShare, meetsRate, overdueRate, pointsShare, responseRate, unchangedRate } from './rates';
import type { Sign } from './signs';

/** What a figure is. Screens, files and the API work it out by `of` and by nothing else; the definitions are printed from this. */
export interface Measure {
  /** Names it to programs: in addresses, columns and the API. Never changed. */
  readonly key: string;
  readonly name: string;
  readonly unit: 'per cent' | 'count' | 'direction';
  /** In words, as a reader would work it out by hand. */
  readonly formula: string;
  /** What it is counted among: who is in, who is left out. */
  readonly base: string;
  /** What may stand in its place. */
  readonly signs: readonly Sign[];
  /** Absent where a figure is counted and nothing is worked out. */
  readonly of?: (...counts: never[]) => unknown;
}

const ANSWERS = 'Returns that were handed in, of organisations that are asked the question. The number is the question’s own: it differs from question to question.';

export const measures = {
  responseRate: {
    key: 'response-rate', name: 'Response rate', unit: 'per cent',
    formula: 'Returns handed in, divided by organisations asked.',
    base: 'Organisations that the round asked when it opened, with those that joined since and without those that are exempt. A return that was opened again is not handed in until it is signed again.',
    signs: ['suppressed', 'notAvailable', 'provisional'], of: responseRate,
  },
  meetsRate: {
    key: 'meets', name: 'Per cent meeting', unit: 'per cent',
    formula: 'Answers at a level that meets the standard, divided by answers at any level. Which levels meet it, the questionnaire’s scale says.',
    base: `${ANSWERS} Not applicable, unanswered and not asked are in neither number. Of a standard: organisations with a rating for it.`,
    signs: ['suppressed', 'notAvailable', 'brokenSeries', 'low', 'revised', 'provisional'], of: meetsRate,
  },
  levelCount: {
    key: 'level-count', name: 'Count at a level', unit: 'count',
    formula: 'Answers, or organisations, at the level. A standard is counted at its moderated rating where it has one, else at its own.',
    base: ANSWERS, signs: ['suppressed', 'notApplicable', 'revised', 'provisional'],
  },
  levelShare: {
    key: 'level-share', name: 'Share at a level', unit: 'per cent',
    formula: 'Answers at the level, divided by answers at any level. Each share is rounded by itself, so together they need not make a hundred.',
    base: ANSWERS, signs: ['suppressed', 'notAvailable', 'low', 'provisional'], of: levelShare,
  },
  answered: {
    key: 'answered', name: 'Answered', unit: 'count',
    formula: 'Answers at any level, or with a value where the question is not rated. The base of every percentage about the question.',
    base: ANSWERS, signs: ['suppressed', 'provisional'],
  },
  notApplicable: {
    key: 'not-applicable', name: 'Not applicable', unit: 'count',
    formula: 'Organisations that say, with a reason, that the question does not apply to them.',
    base: ANSWERS, signs: ['suppressed', 'provisional'],
  },
  unanswered: {
    key: 'unanswered', name: 'Unanswered', unit: 'count',
    formula: 'Organisations that were asked and said nothing, or said it to earlier words of the question and have not confirmed it.',
    base: ANSWERS, signs: ['suppressed', 'provisional'],
  },
  notAsked: {
    key: 'not-asked', name: 'Not asked', unit: 'count',
    formula: 'Organisations that returned and were not asked the question: it is not meant for them, or fell away after another answer.',
    base: 'Returns that were handed in.', signs: ['suppressed', 'provisional'],
  },
  movement: {
    key: 'movement', name: 'Movement', unit: 'direction',
    formula: 'Up where the level is better than in the round before, down where it is worse, the same where it is the same. Up is better, whichever way the scale’s numbers run.',
    base: 'What has a level in both rounds, on a scale that means the same in both. The history of a school follows it when it becomes an academy.',
    signs: ['notAvailable', 'brokenSeries'], of: movement,
  },
  comparability: {
    key: 'comparability', name: 'Comparability', unit: 'per cent',
    formula: 'Rated questions that were asked in the earlier edition too, in the same or other words and on the same scale, divided by the rated questions of the later one.',
    base: 'Rated questions of the later edition. Questions that were split or merged are not comparable.',
    signs: ['notAvailable'], of: comparabilityRate,
  },
  agreement: {
    key: 'agreement', name: 'Agreement', unit: 'per cent',
    formula: 'Ratings that moderation left as they were, divided by ratings that were moderated.',
    base: 'What has both a self and a moderated rating.',
    signs: ['suppressed', 'notAvailable', 'provisional'], of: agreementRate,
  },
  unchanged: {
    key: 'unchanged', name: 'Unchanged words', unit: 'per cent',
    formula: 'Answers whose words are the same as last round’s, divided by answers with words in both. Spaces and line breaks do not count.',
    base: 'Questions with words in both rounds.', signs: ['notAvailable'], of: unchangedRate,
  },
  overdue: {
    key: 'overdue', name: 'Overdue actions', unit: 'per cent',
    formula: 'Actions past their date, divided by actions that are still to be done.',
    base: 'Actions that are neither claimed nor verified nor dropped; those without a date are among them.',
    signs: ['suppressed', 'notAvailable'], of: overdueRate,
  },
  points: {
    key: 'points', name: 'Per cent of points', unit: 'per cent',
    formula: 'Points won, divided by points that could be won. Levels are read from the points themselves and not from the rounded percentage.',
    base: 'Rated questions that were asked and answered, each by its weight. Not applicable, unanswered and not asked are in neither number.',
    signs: ['notAvailable', 'revised', 'provisional'], of: pointsShare,
  },
} as const satisfies Readonly<Record<string, Measure>>;
