import type { Question, Section, Template } from '../questionnaire';
import { isNumbered, renumbered } from './numbering';

/** What may be changed of a template as a whole. Its code never changes: it is what trends follow. */
export type Settings = Changed<Omit<Template, 'code' | 'audience' | 'sections'>>;
export type SectionSettings = Changed<Omit<Section, 'key' | 'questions'>>;
/** Null takes something out that need not be there. */
type Changed<T> = { readonly [Name in keyof T]?: T[Name] | null };

/** One change of a draft. The browser makes it at once, the API makes it again and stores it. */
export type Edit =
  | { readonly edit: 'settings'; readonly changes: Settings }
  | { readonly edit: 'add-section'; readonly section: Section; readonly at: number }
  | { readonly edit: 'change-section'; readonly key: string; readonly changes: SectionSettings }
  | { readonly edit: 'move-section'; readonly key: string; readonly at: number }
  | { readonly edit: 'remove-section'; readonly key: string }
  | { readonly edit: 'add-question'; readonly section: string; readonly question: Question; readonly at: number }
  /** The whole question as it is to be; its key stays. */
  | { readonly edit: 'change-question'; readonly question: Question }
  | { readonly edit: 'move-question'; readonly key: string; readonly section: string; readonly at: number }
  | { readonly edit: 'remove-question'; readonly key: string };

export const editKinds = [
  'settings', 'add-section', 'change-section', 'move-section', 'remove-section', 'add-question', 'change-question', 'move-question', 'remove-question',
] as const satisfies readonly Edit['edit'][];

/** The draft afterwards and what takes it back; or why it cannot be made, such as by somebody who did not see a removal. */
export type Edited = { readonly template: Template; readonly undo: readonly Edit[] } | { readonly refused: string };

/**
 * Makes one edit. Sections and questions that were numbered one after the other still are afterwards; places beyond either
 * end mean that end. Nothing else is checked here: a draft may be wrong for as long as it is a draft.
 */
export function applyEdit(template: Template, edit: Edit): Edited {
  const numbered = isNumbered(template);
  const made = makers[edit.edit](template, edit as never);
  if ('refused' in made) return made;
  const settled = numbered && edit.edit !== 'settings' ? renumbered(made.template) : made.template;
  // numbers that were not in order cannot be worked out again: they come back with what they belong to
  return { template: settled, undo: made.undo };
}

/** Several edits that belong together: all or none. */
export function applyEdits(template: Template, edits: readonly Edit[]): Edited {
  let now = template;
  const undo: Edit[] = [];
  for (const edit of edits) {
    const made = applyEdit(now, edit);
    if ('refused' in made) return made;
    now = made.template;
    undo.unshift(...made.undo);
  }
  return { template: now, undo };
}

type Of<Kind extends Edit['edit']> = Extract<Edit, { edit: Kind }>;

const makers: { readonly [Kind in Edit['edit']]: (template: Template, edit: Of<Kind>) => Edited } = {
  'settings': (template, { changes }) => ({
    template: assigned(template, changes),
    undo: [{ edit: 'settings', changes: before(template, changes) }],
  }),
  'add-section': (template, { section, at }) => {
    const taken = [section.key, ...section.questions.map(({ key }) => key)].find((key) => findSection(template, key) || findQuestion(template, key));
    if (taken !== undefined) return refused(`There is something with the key "${taken}" already.`);
    return { template: withSections(template, inserted(template.sections, section, at)), undo: [{ edit: 'remove-section', key: section.key }] };
  },
  'change-section': (template, { key, changes }) => {
    const section = findSection(template, key);
    if (!section) return gone('section');
    return {
      template: withSections(template, template.sections.map((one) => (one === section ? assigned(section, changes) : one))),
      undo: [{ edit: 'change-section', key, changes: before(section, changes) }],
    };
  },
  'move-section': (template, { key, at }) => {
    const section = findSection(template, key);
    if (!section) return gone('section');
    const rest = template.sections.filter((one) => one !== section);
    return { template: withSections(template, inserted(rest, section, at)), undo: [{ edit: 'move-section', key, at: template.sections.indexOf(section) }] };
  },
  'remove-section': (template, { key }) => {
    const section = findSection(template, key);
    if (!section) return gone('section');
    return { template: withSections(template, template.sections.filter((one) => one !== section)), undo: [{ edit: 'add-section', section, at: template.sections.indexOf(section) }] };
  },
  'add-question': (template, { section: sectionKey, question, at }) => {
    const section = findSection(template, sectionKey);
    if (!section) return gone('section');
    if (findQuestion(template, question.key)) return refused(`There is a question with the key "${question.key}" already.`);
    return { template: withQuestions(template, section, inserted(section.questions, question, at)), undo: [{ edit: 'remove-question', key: question.key }] };
  },
  'change-question': (template, { question }) => {
    const found = findQuestion(template, question.key);
    if (!found) return gone('question');
    return {
      template: withQuestions(template, found.section, found.section.questions.map((one) => (one === found.question ? question : one))),
      undo: [{ edit: 'change-question', question: found.question }],
    };
  },
  'move-question': (template, { key, section: sectionKey, at }) => {
    const found = findQuestion(template, key);
    if (!found) return gone('question');
    if (!findSection(template, sectionKey)) return gone('section');
    const without = withQuestions(template, found.section, found.section.questions.filter((one) => one !== found.question));
    const target = findSection(without, sectionKey)!;
    return {
      template: withQuestions(without, target, inserted(target.questions, found.question, at)),
      undo: [{ edit: 'move-question', key, section: found.section.key, at: found.section.questions.indexOf(found.question) }],
    };
  },
  'remove-question': (template, { key }) => {
    const found = findQuestion(template, key);
    if (!found) return gone('question');
    return {
      template: withQuestions(template, found.section, found.section.questions.filter((one) => one !== found.question)),
      undo: [{ edit: 'add-question', section: found.section.key, question: found.question, at: found.section.questions.indexOf(found.question) }],
    };
  },
};

const refused = (why: string) => ({ refused: why });
const gone = (what: string) => refused(`This ${what} is no longer in the draft: somebody may have removed it.`);

const findSection = ({ sections }: Template, key: string): Section | undefined => sections.find((section) => section.key === key);

function findQuestion({ sections }: Template, key: string): { section: Section; question: Question } | undefined {
  for (const section of sections) {
    const question = section.questions.find((one) => one.key === key);
    if (question) return { section, question };
  }
  return undefined;
}

const withSections = (template: Template, sections: readonly Section[]): Template => ({ ...template, sections });
const withQuestions = (template: Template, section: Section, questions: readonly Question[]): Template =>
  withSections(template, template.sections.map((one) => (one === section ? { ...section, questions } : one)));

function inserted<T>(list: readonly T[], one: T, at: number): readonly T[] {
  const place = Math.min(Math.max(0, Math.trunc(at)), list.length);
  return [...list.slice(0, place), one, ...list.slice(place)];
}

/** What is taken out is left out, so that a template is the same text whichever way it came to be. */
function assigned<T extends object>(to: T, changes: object): T {
  return Object.fromEntries(Object.entries({ ...to, ...changes }).filter(([, value]) => value !== undefined && value !== null)) as T;
}

const before = (was: object, changes: object) => Object.fromEntries(Object.keys(changes).map((name) => [name, (was as Record<string, unknown>)[name] ?? null]));
