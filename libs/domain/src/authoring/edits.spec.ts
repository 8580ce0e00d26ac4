import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { questionsOf } from '../questionnaire';
import type { Template } from '../questionnaire';
import { templates } from '../questionnaire/arbitraries';
import { aQuestion, aSection, aTemplate } from '../questionnaire/builders';
import { applyEdit, applyEdits, editKinds, type Edit } from './edits';

const draft = (): Template => aTemplate([
  aSection('1', [aQuestion('1.1', { key: 'a' }), aQuestion('1.2', { key: 'b' })]), aSection('2', [aQuestion('2.1', { key: 'c' })]),
]);
const outline = (template: Template) => template.sections.map(({ ref, questions }) => `${ref}: ${questions.map(({ ref: own, key }) => `${own} ${key}`).join(', ')}`);
const after = (...edits: Edit[]) => {
  const made = applyEdits(draft(), edits);
  return 'refused' in made ? made.refused : outline(made.template);
};

describe('an edit of a draft', () => {
  it.each<[string, Edit, readonly string[]]>([
    ['adds a question', { edit: 'add-question', section: 's-1', question: aQuestion('x', { key: 'new' }), at: 1 }, ['1: 1.1 a, 1.2 new, 1.3 b', '2: 2.1 c']],
    ['moves one down', { edit: 'move-question', key: 'a', section: 's-1', at: 1 }, ['1: 1.1 b, 1.2 a', '2: 2.1 c']],
    ['moves one to another section', { edit: 'move-question', key: 'a', section: 's-2', at: 0 }, ['1: 1.1 b', '2: 2.1 a, 2.2 c']],
    ['takes one away', { edit: 'remove-question', key: 'a' }, ['1: 1.1 b', '2: 2.1 c']],
    ['adds a section', { edit: 'add-section', section: aSection('x', [aQuestion('y', { key: 'new' })]), at: 0 }, ['1: 1.1 new', '2: 2.1 a, 2.2 b', '3: 3.1 c']],
    ['moves a section', { edit: 'move-section', key: 's-2', at: 0 }, ['1: 1.1 c', '2: 2.1 a, 2.2 b']],
    ['takes a section away with what it asks', { edit: 'remove-section', key: 's-1' }, ['1: 1.1 c']],
    ['goes as far as there is', { edit: 'move-question', key: 'a', section: 's-1', at: 99 }, ['1: 1.1 b, 1.2 a', '2: 2.1 c']],
  ])('%s, and numbers follow', (_, edit, result) => expect(after(edit)).toEqual(result));

  it.each<[string, Edit, string]>([
    ['a question that is gone', { edit: 'change-question', question: aQuestion('9', { key: 'gone' }) }, 'no longer in the draft'],
    ['a section that is gone', { edit: 'move-question', key: 'a', section: 'gone', at: 0 }, 'no longer in the draft'],
    ['a key that is taken', { edit: 'add-question', section: 's-1', question: aQuestion('x', { key: 'c' }), at: 0 }, '"c" already'],
    ['a section with a question that is there', { edit: 'add-section', section: aSection('x', [aQuestion('y', { key: 'a' })]), at: 0 }, '"a" already'],
  ])('is refused for %s', (_, edit, why) => expect(after(edit)).toContain(why));

  it('leaves numbers alone that were not in order', () => {
    const own = aTemplate([aSection('A', [aQuestion('A-1', { key: 'a' }), aQuestion('A-7', { key: 'b' })])]);
    const made = applyEdit(own, { edit: 'move-question', key: 'b', section: 's-A', at: 0 });
    expect('template' in made && outline(made.template)).toEqual(['A: A-7 b, A-1 a']);
  });

  it('with others is made whole or not at all', () => {
    expect(after({ edit: 'remove-question', key: 'a' }, { edit: 'remove-question', key: 'a' })).toContain('no longer');
  });
});

describe('taking edits back', () => {
  const edits = (template: Template) => {
    const [sections, questions] = [template.sections.map(({ key }) => key), questionsOf(template).map(({ key }) => key)];
    const [place, section, question] = [fc.integer({ min: -1, max: 9 }), fc.constantFrom(...sections), fc.constantFrom(...questions)];
    return fc.array(fc.oneof(
      fc.record({ edit: fc.constant('settings' as const), changes: fc.record({ title: fc.string(), purpose: fc.string() }, { requiredKeys: [] }) }),
      fc.record({ edit: fc.constant('add-section' as const), section: fc.nat().map((n) => aSection(`new-${n}`, [aQuestion(`q-${n}`, { key: `new-${n}` })])), at: place }),
      fc.record({ edit: fc.constant('change-section' as const), key: section, changes: fc.record({ title: fc.string(), appliesTo: fc.constantFrom(null, {}) }, { requiredKeys: [] }) }),
      fc.record({ edit: fc.constant('move-section' as const), key: section, at: place }),
      fc.record({ edit: fc.constant('remove-section' as const), key: section }),
      fc.record({ edit: fc.constant('add-question' as const), section, question: fc.nat().map((n) => aQuestion(`n-${n}`, { key: `added-${n}` })), at: place }),
      fc.record({ edit: fc.constant('change-question' as const), question: question.map((key) => aQuestion('x', { key, wording: 'Another?' })) }),
      fc.record({ edit: fc.constant('move-question' as const), key: question, section, at: place }),
      fc.record({ edit: fc.constant('remove-question' as const), key: question }),
    ), { minLength: 1, maxLength: 12 });
  };

  it('gives the draft as it was, whatever was done and in whatever order', () => {
    const seen = new Set<string>();
    fc.assert(fc.property(templates.chain((template) => fc.tuple(fc.constant(template), edits(template))), ([template, list]) => {
      let now = template;
      const undo: Edit[] = [];
      for (const edit of list as Edit[]) {
        const made = applyEdit(now, edit);
        if ('refused' in made) continue;
        seen.add(edit.edit);
        now = made.template;
        undo.unshift(...made.undo);
      }
      // as they come back over the wire
      const back = applyEdits(now, JSON.parse(JSON.stringify(undo)));
      expect('template' in back && JSON.parse(JSON.stringify(back.template))).toEqual(JSON.parse(JSON.stringify(template)));
    }), { numRuns: 500 });
    expect([...seen].sort()).toEqual([...editKinds].sort());
  });
});
