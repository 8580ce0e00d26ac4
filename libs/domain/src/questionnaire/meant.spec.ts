import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scenes } from './arbitraries';
import { askedQuestions } from './asked';
import { aQuestion, aSchool, aSection, aTemplate } from './builders';
import { meantQuestions } from './meant';
import { presetKeys, presets } from './presets';

const refs = (sections: ReturnType<typeof meantQuestions>) => sections.flatMap(({ questions }) => questions.map(({ ref }) => ref));

describe('the questions a form on paper holds', () => {
  it('are all that an organisation is asked, whatever it answers, in their order', () => {
    fc.assert(fc.property(scenes, ({ template, profile, answers }) => {
      const meant = refs(meantQuestions(template, profile));
      const asked = refs(askedQuestions(template, profile, answers));
      expect(meant.filter((ref) => asked.includes(ref))).toEqual(asked);
    }));
  });

  it('leave out what follows on a question that is not for this organisation, however long the chain', () => {
    const template = aTemplate([aSection('1', [
      aQuestion('1.1', { appliesTo: { phases: ['secondary'] } }),
      aQuestion('1.2', { showIf: { question: 'q-1.1', is: ['red'] } }),
      aQuestion('1.3', { showIf: { question: 'q-1.2', is: ['red'] } }),
      aQuestion('1.4', { showIf: { not: { question: 'q-1.1', is: ['red'] } } }),
    ])]);
    expect(refs(meantQuestions(template, aSchool))).toEqual(['1.4']);
  });

  it('are all there are where nobody is meant', () => {
    const template = aTemplate([aSection('1', [aQuestion('1.1', { appliesTo: { phases: ['secondary'] } })]), aSection('2', [aQuestion('2.1')], { appliesTo: { features: ['boarding'] } })]);
    expect(refs(meantQuestions(template, null))).toEqual(['1.1', '2.1']);
  });

  it('are looked at as organisations that each have a key of their own', () => {
    expect(presets.map(({ key }) => key)).toEqual([...presetKeys]);
    expect(new Set(presetKeys).size).toBe(presetKeys.length);
  });
});
