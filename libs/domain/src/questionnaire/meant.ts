import { appliesTo } from './applicability';
import type { AskedSection } from './asked';
import { holds, testsIn } from './condition';
import type { OrganisationProfile } from './organisation-profile';
import type { Question, Template } from './template';

/**
 * The questions an organisation may come to be asked, whatever it answers: what a form on paper holds, where nothing can appear.
 * Without a profile, every question there is. One that is asked only after a question which is not among them is left out.
 */
export function meantQuestions(template: Template, profile: OrganisationProfile | null): readonly AskedSection[] {
  const isFor = (of: Pick<Question, 'appliesTo'>) => profile === null || appliesTo(profile, of.appliesTo);
  const sections = template.sections.filter(isFor).map((section) => ({ section, questions: section.questions.filter(isFor) }));
  return withoutOrphans(sections).filter(({ questions }) => questions.length > 0);
}

function withoutOrphans(sections: readonly AskedSection[]): readonly AskedSection[] {
  const keys = new Set(sections.flatMap(({ questions }) => questions.map(({ key }) => key)));
  const canBeAsked = ({ showIf }: Question) => showIf === undefined || testsIn(showIf).some(({ question }) => keys.has(question)) || holds(showIf, () => []);
  const left = sections.map(({ section, questions }) => ({ section, questions: questions.filter(canBeAsked) }));
  const isSame = left.every(({ questions }, at) => questions.length === sections[at]!.questions.length);
  return isSame ? left : withoutOrphans(left);
}
