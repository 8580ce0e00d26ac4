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
  const meant = new Map<string, Question>();
  for (const section of template.sections) {
    if (!appliesTo(profile, section.appliesTo)) continue;
    for (const question of section.questions) {
      if (appliesTo(profile, question.appliesTo)) meant.set(question.key, question);
    }
  }

  const verdicts = new Map<string, boolean>();
  const isAsked = (key: string): boolean => {
    const known = verdicts.get(key);
    if (known !== undefined) return known;
    const question = meant.get(key);
    // Stands while the condition is worked out: a draft whose conditions go in a circle then ends in "not asked".
    verdicts.set(key, false);
    const verdict = question !== undefined && (question.showIf === undefined || holds(question.showIf, chosen));
    verdicts.set(key, verdict);
    return verdict;
  };
  const chosen = (key: string): readonly string[] => (isAsked(key) ? keysIn(meant.get(key)!, answerTo(answers, key)) : []);

  return template.sections
    .filter((section) => appliesTo(profile, section.appliesTo))
    .map((section) => ({
      section,
      questions: section.questions.filter((question) => appliesTo(profile, question.appliesTo) && isAsked(question.key)),
    }))
    .filter(({ questions }) => questions.length > 0);
}

function keysIn(question: Question, answer: Answer | undefined): readonly string[] {
  if (answer === undefined || !isAnswered(answer)) return [];
  const { level, value } = answer;
  if (question.type === 'level') return level === null ? [] : [level];
  if (question.type === 'choice') return typeof value === 'string' ? [value] : [];
  if (question.type === 'choices') return Array.isArray(value) ? value : [];
  return [];
}
