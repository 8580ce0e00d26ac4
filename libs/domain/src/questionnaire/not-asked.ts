import { appliesTo } from './applicability';
import { testsIn } from './condition';
import type { OrganisationProfile } from './organisation-profile';
import type { Question, Template } from './template';
import { listed } from './words';

/** Why a question that `askedQuestions` leaves out is not asked, as a sentence for whoever tried to answer it. */
export function whyNotAsked({ sections }: Template, profile: OrganisationProfile, question: Question): string {
  const name = `${question.ref} ${question.title}`;
  const section = sections.find(({ questions }) => questions.includes(question));
  if (!appliesTo(profile, section?.appliesTo) || !appliesTo(profile, question.appliesTo)) {
    return `${name} is not asked of an organisation like yours.`;
  }
  const tested = new Set(question.showIf === undefined ? [] : testsIn(question.showIf).map(({ question: key }) => key));
  const decisive = sections.flatMap(({ questions }) => questions).filter(({ key }) => tested.has(key));
  return `${name} is not asked after your answer to ${listed(decisive.map(({ ref, title }) => `${ref} ${title}`))}.`;
}
