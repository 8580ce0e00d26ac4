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
  /** What the return would be rated if it were handed in now. */
  readonly standing: { readonly rule: string; readonly ratings: readonly RatingRow[] };
}

export function consequencesOf(template: Template, profile: OrganisationProfile, before: Answers, question: Question, answer: Answer): Consequences {
  const after = { ...before, [question.key]: answer };
  const [askedBefore, askedAfter] = [before, after].map((answers) => askedQuestions(template, profile, answers));
  return {
    progress: progressView(progressOf(template, profile, after)),
    questionsChanged: namesOf(askedBefore!) !== namesOf(askedAfter!),
    standing: { rule: template.scoring.rule, ratings: standingOf(template, profile, after) },
  };
}

/** What it would be rated with these answers, the whole first. */
export function standingOf(template: Template, profile: OrganisationProfile, answers: Answers): readonly RatingRow[] {
  const { overall, sections } = rate(template, profile, answers);
  return [ratingRow('', overall), ...sections.map(({ key, rating }) => ratingRow(key, rating))];
}

export function ratingRow(section_key: string, { level, score: { won, available } }: Rating): RatingRow {
  return { section_key, level, won, available };
}

const namesOf = (asked: ReturnType<typeof askedQuestions>) => asked.flatMap(({ questions }) => questions.map(({ key }) => key)).join(' ');
