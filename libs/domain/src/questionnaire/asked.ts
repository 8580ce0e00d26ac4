import type { Answer, Answers } from './answer';
import { answerTo, isAnswered } from './answer-state';
import { appliesTo } from './applicability';
import { holds } from './condition';
import type { OrganisationProfile } from './organisation-profile';
import type { Question, Section, Template } from './template';

export interface AskedSection {
  readonly section: Section;
  /** Only those asked, in printed order; `section.questions` holds them all. Never empty. */
  readonly questions: readonly Question[];
}

/**
 * The questions this organisation is asked, given what it has answered so far. A condition on a question that is not
 * asked, unanswered or not applicable is false, so that an answer given before its question fell away decides nothing.
 */
export function askedQuestions(template: Template, profile: OrganisationProfile, answers: Answers): readonly AskedSection[] {
  const isAsked = askedAmong(applicableQuestions(template, profile), answers);
  return template.sections
    .map((section) => ({ section, questions: section.questions.filter(({ key }) => isAsked(key)) }))
    .filter(({ questions }) => questions.length > 0);
}

/** By key, those that are for such an organisation, whatever it answers. One without a condition is asked. */
export function applicableQuestions({ sections }: Template, profile: OrganisationProfile): ReadonlyMap<string, Question> {
  const isFor = ({ appliesTo: whom }: Pick<Question, 'appliesTo'>) => appliesTo(profile, whom);
  return new Map(sections.filter(isFor).flatMap(({ questions }) => questions.filter(isFor).map((question) => [question.key, question] as const)));
}

/** Which of them are asked after these answers. Works out no more than it is asked for. */
export function askedAmong(applicable: ReadonlyMap<string, Question>, answers: Answers): (key: string) => boolean {
  const verdicts = new Map<string, boolean>();
  const isAsked = (key: string): boolean => {
    const question = applicable.get(key);
    if (question?.showIf === undefined) return question !== undefined;
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    // Stands while the condition is worked out: a draft whose conditions go in a circle then ends in "not asked".
    verdicts.set(key, false);
    const verdict = holds(question.showIf, chosen);
    verdicts.set(key, verdict);
    return verdict;
  };
  const chosen = (key: string): readonly string[] => (isAsked(key) ? keysIn(applicable.get(key)!, answerTo(answers, key)) : []);
  return isAsked;
}

function keysIn(question: Question, answer: Answer | undefined): readonly string[] {
  if (answer === undefined || !isAnswered(answer)) return [];
  const { level, value } = answer;
  if (question.type === 'level') return level === null ? [] : [level];
  if (question.type === 'choice') return typeof value === 'string' ? [value] : [];
  if (question.type === 'choices') return Array.isArray(value) ? value : [];
  return [];
}
