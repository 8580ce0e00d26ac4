// For specs only: an edition and one made from it, in every way a partnership changes its questions.
import fc from 'fast-check';
import { questionsOf } from '../questionnaire';
import type { Lineage, Question, Retired, Template } from '../questionnaire';
import { templates } from '../questionnaire/arbitraries';

const fates = fc.constantFrom('same', 'reworded', 'renumbered', 'retired', 'split', 'rekeyed', 'narrowed');

/** The second follows the first, and says where each question comes from. Conditions are left out: they would point at what is gone. */
export const editions: fc.Arbitrary<readonly [Template, Template]> = templates.chain((before) => {
  const old = questionsOf(before);
  return fc.tuple(fc.array(fates, { minLength: old.length, maxLength: old.length }), fc.boolean()).map(([chosen, adds]) => {
    const fate = new Map(old.map(({ key }, at) => [key, chosen[at]!]));
    const sections = before.sections.map((section) => ({ ...section, questions: section.questions.flatMap((question) => heirsOf(question, fate.get(question.key)!)) }));
    if (adds) sections[0]!.questions.push({ ...plain(old[0]!), key: 'brand-new', ref: '0.9', lineage: { kind: 'new', from: [] } });
    const retired: Retired[] = old.filter(({ key }) => fate.get(key) === 'retired').map(({ key, ref, title }) => ({ key, ref, title, note: 'Asked elsewhere.' }));
    return [before, { ...before, edition: 'next', follows: before.edition, retired, sections }] as const;
  });
});

const plain = ({ showIf: _, ...question }: Question): Question => question;

function heirsOf(question: Question, fate: string): Question[] {
  const own = (kind: Lineage['kind'], changes: Partial<Question> = {}): Question => ({ ...plain(question), lineage: { kind, from: [question.key] }, ...changes });
  switch (fate) {
    case 'retired': return [];
    case 'reworded': return [own('reworded', { wording: `${question.wording} Say so.` })];
    case 'renumbered': return [own('same', { ref: `9.${question.ref}` })];
    case 'rekeyed': return [own('reworded', { key: `${question.key}-again` })];
    case 'narrowed': return [own('reworded', { naAllowed: false })];
    case 'split': return [own('split', { key: `${question.key}-a`, ref: `${question.ref}.1` }), own('split', { key: `${question.key}-b`, ref: `${question.ref}.2` })];
    default: return [own('same')];
  }
}
