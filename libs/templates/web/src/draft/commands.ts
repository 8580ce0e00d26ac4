import { labelsOf, type Edit } from '@attest/domain/authoring';
import { questionsOf, type Question, type QuestionType, type Section, type Template } from '@attest/domain/questionnaire';

/** Something done to the outline: its edits, what is looked at afterwards, and what is said aloud. */
export interface Command {
  readonly edits: readonly Edit[];
  readonly focus: string;
  readonly said: string;
}

export type Node = { readonly section: Section; readonly question: Question | null; readonly at: number };

/** The section or question with this key, and its place. */
export function nodeAt({ sections }: Template, key: string): Node | null {
  for (const [at, section] of sections.entries()) {
    if (section.key === key) return { section, question: null, at };
    const below = section.questions.findIndex((question) => question.key === key);
    if (below >= 0) return { section, question: section.questions[below]!, at: below };
  }
  return null;
}

/** After what is looked at: in its section, or at the end of the section itself. */
export function addQuestion(template: Template, at: string, key: string): Command | null {
  const node = nodeAt(template, at) ?? lastSection(template);
  if (!node) return null;
  const { section } = node;
  const place = node.question ? node.at + 1 : section.questions.length;
  const question: Question = { ...blankQuestion(template), key, ref: freeRef(template, section) };
  return { edits: [{ edit: 'add-question', section: section.key, question, at: place }], focus: key, said: `A question was added to section ${section.ref}.` };
}

export function addSection(template: Template, at: string, key: string): Command {
  const node = nodeAt(template, at);
  const place = node ? template.sections.indexOf(node.section) + 1 : template.sections.length;
  const section: Section = { key, ref: String(template.sections.length + 1), title: 'New section', intro: '', weight: 1, questions: [] };
  return { edits: [{ edit: 'add-section', section, at: place }], focus: key, said: 'A section was added.' };
}

export function duplicate(template: Template, at: string, newKey: () => string): Command | null {
  const node = nodeAt(template, at);
  if (!node) return null;
  const { section, question } = node;
  if (question) {
    const copy = copied(template, question, newKey(), freeRef(template, section));
    return { edits: [{ edit: 'add-question', section: section.key, question: { ...copy, title: `${question.title} (copy)` }, at: node.at + 1 }], focus: copy.key, said: `${question.ref} was duplicated.` };
  }
  const key = newKey();
  const ref = String(template.sections.length + 1);
  const questions = section.questions.map((one, below) => copied(template, one, newKey(), `${ref}.${below + 1}`));
  return { edits: [{ edit: 'add-section', section: { ...section, key, ref, title: `${section.title} (copy)`, questions }, at: node.at + 1 }], focus: key, said: `Section ${section.ref} was duplicated.` };
}

/** What the edition before asked and nothing else comes from is called retired, so that its thread has an end. */
export function remove(template: Template, at: string): Command | null {
  const node = nodeAt(template, at);
  if (!node) return null;
  const { section, question } = node;
  const gone = question ? [question] : section.questions;
  const left = questionsOf(template).filter((one) => !gone.includes(one));
  const kept = new Set([...left.flatMap(({ lineage }) => lineage?.from ?? []), ...(template.retired ?? []).map(({ key }) => key)]);
  const ended = gone.flatMap(({ ref, title, lineage }) => (lineage?.from ?? []).filter((key) => !kept.has(key)).map((key) => ({ key, ref, title, note: '' })));
  const retire: Edit[] = template.follows !== undefined && ended.length > 0 ? [{ edit: 'settings', changes: { retired: [...(template.retired ?? []), ...ended] } }] : [];
  const siblings: readonly { readonly key: string }[] = question ? section.questions : template.sections;
  return {
    edits: [question ? { edit: 'remove-question', key: at } : { edit: 'remove-section', key: at }, ...retire],
    focus: (siblings[node.at + 1] ?? siblings[node.at - 1] ?? (question ? section : { key: 'settings' })).key,
    said: `${question ? question.ref : `Section ${section.ref}`} was removed. Undo brings it back.`,
  };
}

/** One place up or down; a question at the end of its section goes on into the next. Null where there is no further. */
export function moveBy(template: Template, at: string, by: 1 | -1): Command | null {
  const node = nodeAt(template, at);
  if (!node) return null;
  const { section, question } = node;
  const to = node.at + by;
  const said = `Moved ${by > 0 ? 'down' : 'up'}.`;
  if (!question) return template.sections[to] ? { edits: [{ edit: 'move-section', key: at, at: to }], focus: at, said } : null;
  if (section.questions[to]) return { edits: [{ edit: 'move-question', key: at, section: section.key, at: to }], focus: at, said };
  const next = template.sections[template.sections.indexOf(section) + by];
  return next ? { edits: [{ edit: 'move-question', key: at, section: next.key, at: by > 0 ? 0 : next.questions.length }], focus: at, said: `Moved to section ${next.ref}, ${next.title}.` } : null;
}

/** A question to the end of a section, a section to just after another. */
export function moveTo(template: Template, at: string, section: string): Command | null {
  const [node, target] = [nodeAt(template, at), nodeAt(template, section)];
  if (!node || !target || node.section === target.section) return null;
  const said = `Moved to ${node.question ? 'section' : 'after section'} ${target.section.ref}, ${target.section.title}.`;
  if (node.question) return { edits: [{ edit: 'move-question', key: at, section, at: target.section.questions.length }], focus: at, said };
  return { edits: [{ edit: 'move-section', key: at, at: node.at < target.at ? target.at : target.at + 1 }], focus: at, said };
}

function lastSection({ sections }: Template): Node | null {
  const section = sections.at(-1);
  return section ? { section, question: null, at: sections.length - 1 } : null;
}

function blankQuestion(template: Template): Omit<Question, 'key' | 'ref'> {
  const scale = template.scales[0];
  const blank = { title: 'New question', wording: '', basis: 'good-practice', required: true, naAllowed: false, explanation: 'optional' } as const;
  return {
    ...blank,
    ...(scale ? { type: 'level', weight: 1, scale: scale.key, descriptors: {} } : { type: 'text', weight: 0 }),
    ...(template.follows === undefined ? {} : { lineage: { kind: 'new', from: [] } }),
  };
}

const copied = ({ follows }: Template, { lineage: _, ...question }: Question, key: string, ref: string): Question =>
  ({ ...question, key, ref, ...(follows === undefined ? {} : { lineage: { kind: 'new' as const, from: [] } }) });

function freeRef(template: Template, { ref, questions }: Section): string {
  const taken = new Set(questionsOf(template).map((question) => question.ref));
  let next = questions.length + 1;
  while (taken.has(`${ref}.${next}`)) next++;
  return `${ref}.${next}`;
}

/** The same question asked in another way: what belongs to the old way alone goes, what the new one needs is there. */
export function withType(template: Template, question: Question, type: QuestionType): Question {
  const { scale, descriptors, critical, choices, table, lines, minimum, maximum, words, weight, ...common } = question;
  const chooses = type === 'choice' || type === 'choices';
  const counts = type === 'number' || type === 'percentage';
  const explanation = type === 'text' || type === 'declaration' || type === 'evidence' ? 'none' as const : common.explanation;
  const result = {
    ...common, type, explanation,
    weight: type === 'level' ? weight || 1 : 0,
    ...(type === 'level' && { scale: scale ?? template.scales[0]?.key ?? '', descriptors: descriptors ?? {}, critical }),
    ...(chooses && { choices: choices ?? [{ key: 'yes', label: 'Yes' }, { key: 'no', label: 'No' }] }),
    ...(type === 'table' && { table: table ?? { rows: [{ key: 'row-1', label: '' }], columns: [{ key: 'column-1', label: '', type: 'number' as const }] } }),
    ...(counts && { minimum, maximum }),
    ...(type === 'text' && { lines }),
    ...((type === 'text' || explanation !== 'none') && { words }),
  };
  return Object.fromEntries(Object.entries(result).filter(([, value]) => value !== undefined)) as unknown as Question;
}

/** Earlier questions whose answer can decide whether this one is asked. */
export function decidingBefore(template: Template, key: string): readonly Question[] {
  const all = questionsOf(template);
  const at = all.findIndex((question) => question.key === key);
  return all.slice(0, at < 0 ? all.length : at).filter((question) => labelsOf(template, question).length > 0);
}
