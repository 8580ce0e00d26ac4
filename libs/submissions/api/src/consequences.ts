import { askedQuestions, progressOf, type Answer, type Answers, type OrganisationProfile, type Question, type Template } from '@attest/domain/questionnaire';
import { rate, type Rating } from '@attest/domain/scoring';
import { progressView } from './answers';
import type { ProgressView } from './submissions.dto';
import type { RatingRow } from './submissions.queries';

/** What changes in a return, beside the answer itself, when one answer does. */
export interface Consequences {
  readonly progress: ProgressView;
  /** Other questions have appeared or fallen away. */
  readonly questionsChanged: boolean;
  /** Name and version of the rule that rated. */
  readonly rule: string;
  /** Ratings to write: of the question's section and of the whole, or all of them when other questions are asked. */
  readonly ratings: readonly RatingRow[];
}

export function consequencesOf(template: Template, profile: OrganisationProfile, before: Answers, question: Question, answer: Answer): Consequences {
  const after = { ...before, [question.key]: answer };
  const [askedBefore, askedAfter] = [before, after].map((answers) => askedQuestions(template, profile, answers));
  const questionsChanged = namesOf(askedBefore!) !== namesOf(askedAfter!);
  const { rule, overall, sections } = rate(template, profile, after);
  const rated = sections.map(({ key, rating }) => ratingRow(key, rating));
  const fallenAway = askedBefore!.map(({ section }) => section.key).filter((key) => !rated.some((row) => row.section_key === key));
  const concerned = questionsChanged
    ? [...rated, ...fallenAway.map(unrated)]
    : rated.filter(({ section_key }) => sectionOf(template, question) === section_key);
  return {
    progress: progressView(progressOf(template, profile, after)),
    questionsChanged, rule,
    ratings: [...concerned, ratingRow('', overall)],
  };
}

export function ratingRow(section_key: string, { level, score: { won, available } }: Rating): RatingRow {
  return { section_key, level, won, available };
}

const unrated = (section_key: string): RatingRow => ({ section_key, level: null, won: 0, available: 0 });

const namesOf = (asked: ReturnType<typeof askedQuestions>) => asked.flatMap(({ questions }) => questions.map(({ key }) => key)).join(' ');

function sectionOf(template: Template, question: Question): string {
  return template.sections.find(({ questions }) => questions.includes(question))!.key;
}
