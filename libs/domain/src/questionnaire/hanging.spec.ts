import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { answersFor, profiles, templates } from './arbitraries';
import { aQuestion, aSection, aTemplate } from './builders';
import { askedQuestions, questionsOf, withThoseThatHangOn } from './index';

describe('what hangs on an answer', () => {
  it('is every question that is asked because of it, also at one remove', () => {
    const template = aTemplate([aSection('1', [
      aQuestion('1.1'), aQuestion('1.2', { showIf: { question: 'q-1.1', is: ['green'] } }), aQuestion('1.3'), aQuestion('1.4', { showIf: { any: [{ question: 'q-1.3', is: ['red'] }, { not: { question: 'q-1.2', is: ['red'] } }] } }),
    ])]);
    expect(withThoseThatHangOn(template, ['q-1.1'])).toEqual(['q-1.1', 'q-1.2', 'q-1.4']);
    expect(withThoseThatHangOn(template, ['q-1.3'])).toEqual(['q-1.3', 'q-1.4']);
    expect(withThoseThatHangOn(template, [])).toEqual([]);
  });

  it('is all that can appear or fall away when only these answers change', () => {
    const scenes = templates.chain((template) => fc.tuple(fc.constant(template), profiles, answersFor(template), answersFor(template), fc.uniqueArray(fc.constantFrom(...questionsOf(template).map(({ key }) => key)), { maxLength: 2 })));
    fc.assert(fc.property(scenes, ([template, profile, before, other, keys]) => {
      const open = withThoseThatHangOn(template, keys);
      const after = { ...before, ...Object.fromEntries(open.map((key) => [key, other[key]])) };
      const asked = (answers: typeof before) => askedQuestions(template, profile, answers).flatMap(({ questions }) => questions.map(({ key }) => key));
      const moved = [...asked(before).filter((key) => !asked(after).includes(key)), ...asked(after).filter((key) => !asked(before).includes(key))];
      expect(moved.filter((key) => !open.includes(key))).toEqual([]);
    }), { numRuns: 300 });
  });
});
