import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askedQuestions, questionsOf } from '../questionnaire';
import type { Condition } from '../questionnaire';
import { scenes, templates } from '../questionnaire/arbitraries';
import { aQuestion, aSection, aTemplate } from '../questionnaire/builders';
import { unreachableQuestions, witnessOf } from './index';
import { aTemplateWith, is, one, two } from './scenes';

describe('a question somebody is asked', () => {
  it('has a witness, who really is asked it', () => {
    let shown = 0;
    fc.assert(fc.property(templates, (any) => {
      for (const question of questionsOf(any)) {
        const witness = witnessOf(any, question);
        if (witness === null || witness === 'not-known') continue;
        shown++;
        expect(askedQuestions(any, witness.profile, witness.answers).flatMap(({ questions }) => questions)).toContain(question);
      }
    }), { numRuns: 400 });
    expect(shown).toBeGreaterThan(1000);
  });

  it('is never called unreachable', () => {
    fc.assert(fc.property(scenes, ({ template: any, profile, answers }) => {
      const asked = askedQuestions(any, profile, answers).flatMap(({ questions }) => questions.map(({ ref }) => ref));
      for (const ref of unreachableQuestions(any)) expect(asked).not.toContain(ref);
    }), { numRuns: 1000 });
  });

  it.each<[string, Condition]>([
    ['two answers at once to a question that takes one', { all: [is(one, 'y'), is(one, 'n')] }],
    ['an answer and its opposite', { all: [is(two, 'y'), { not: is(two, 'y') }] }],
    ['an answer there is not', is(one, 'never')],
  ])('is not, when it hangs on %s', (_, showIf) => expect(unreachableQuestions(aTemplateWith(showIf))).toEqual(['1.3']));

  it('is, when two choices may be ticked together', () => expect(unreachableQuestions(aTemplateWith({ all: [is(two, 'y'), is(two, 'n')] }))).toEqual([]));

  it('is not, when its section is for others than itself', () => {
    const [nursery] = [aQuestion('1.1', { appliesTo: { phases: ['nursery'] } })];
    expect(unreachableQuestions(aTemplate([aSection('1', [nursery!], { appliesTo: { phases: ['secondary'] } })]))).toEqual(['1.1']);
    expect(unreachableQuestions(aTemplate([aSection('1', [aQuestion('1.1', { appliesTo: { features: ['boarding'], withoutFeatures: ['boarding'] } })])]))).toEqual(['1.1']);
    expect(unreachableQuestions(aTemplate([aSection('1', [aQuestion('1.1', { appliesTo: { areas: ['806'] } })], { appliesTo: { areas: ['807'] } })]))).toEqual(['1.1']);
  });
});
