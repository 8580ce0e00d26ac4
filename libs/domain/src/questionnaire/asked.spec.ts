import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answers } from './answer';
import { scenes } from './arbitraries';
import { askedQuestions } from './asked';
import { aQuestion, aSchool, aSection, aTemplate, notApplicable, noted, rated, valued } from './builders';
import { decisiveQuestions } from './condition';
import type { OrganisationProfile } from './organisation-profile';
import type { Applicability, Condition } from './template';

const refsAsked = (template: ReturnType<typeof aTemplate>, profile: OrganisationProfile = aSchool, answers: Answers = {}) =>
  askedQuestions(template, profile, answers).flatMap(({ questions }) => questions.map(({ ref }) => ref));

describe('which questions an organisation is asked', () => {
  it.each<[string, Applicability, Partial<OrganisationProfile>, boolean]>([
    ['anything applies to all', {}, {}, true],
    ['one of the phases', { phases: ['nursery', 'primary'] }, { phase: 'primary' }, true],
    ['none of the phases', { phases: ['secondary'] }, { phase: 'primary' }, false],
    ['a phase that is not known', { phases: ['secondary'] }, { phase: null }, false],
    ['one of the sectors', { sectors: ['police', 'fire'] }, { sector: 'fire' }, true],
    ['a school has no sector', { sectors: ['police'] }, {}, false],
    ['one of the features', { features: ['boarding', 'trust'] }, { features: ['trust'] }, true],
    ['none of the features', { features: ['boarding'] }, { features: ['trust'] }, false],
    ['without, and it has none', { withoutFeatures: ['boarding'] }, { features: ['trust'] }, true],
    ['without, and it has one', { withoutFeatures: ['boarding', 'trust'] }, { features: ['trust'] }, false],
    ['every list counts', { phases: ['primary'], features: ['boarding'] }, { phase: 'primary', features: [] }, false],
  ])('%s', (_, appliesTo, profile, asked) => {
    const someone = { ...aSchool, ...profile };
    expect(refsAsked(aTemplate([aSection('1', [aQuestion('1.1', { appliesTo })])]), someone)).toEqual(asked ? ['1.1'] : []);
    expect(refsAsked(aTemplate([aSection('1', [aQuestion('1.1')], { appliesTo })]), someone)).toEqual(asked ? ['1.1'] : []);
  });

  it('drops a section that has nothing left to ask', () => {
    const template = aTemplate([aSection('1', [aQuestion('1.1', { appliesTo: { phases: ['secondary'] } })]), aSection('2', [aQuestion('2.1')])]);
    expect(askedQuestions(template, aSchool, {}).map(({ section }) => section.ref)).toEqual(['2']);
  });

  const isRed: Condition = { question: 'q-1.1', is: ['red', 'amber'] };
  const isYes: Condition = { question: 'q-1.2', is: ['yes'] };
  it.each<[string, Condition, Answers, boolean]>([
    ['the level is listed', isRed, { 'q-1.1': rated('amber') }, true],
    ['the level is not listed', isRed, { 'q-1.1': rated('green') }, false],
    ['unanswered is false', isRed, { 'q-1.1': noted('thinking') }, false],
    ['not of unanswered is true', { not: isRed }, {}, true],
    ['not applicable is false', isRed, { 'q-1.1': notApplicable() }, false],
    ['not of not applicable is true', { not: isRed }, { 'q-1.1': notApplicable() }, true],
    ['one of several choices is enough', isYes, { 'q-1.2': valued(['no', 'yes']) }, true],
    ['all, and one fails', { all: [isRed, isYes] }, { 'q-1.1': rated('red') }, false],
    ['any, and one holds', { any: [isRed, isYes] }, { 'q-1.1': rated('red') }, true],
    ['a question nobody knows is false', { question: 'constructor', is: ['yes'] }, {}, false],
  ])('condition: %s', (_, showIf, answers, asked) => {
    const choices = [{ key: 'yes', label: 'Yes' }, { key: 'no', label: 'No' }];
    const template = aTemplate([aSection('1', [aQuestion('1.1'), aQuestion('1.2', { type: 'choices', choices }), aQuestion('1.3', { showIf })])]);
    expect(refsAsked(template, aSchool, answers).includes('1.3')).toBe(asked);
  });

  it('lets an answer decide nothing once its own question is no longer asked', () => {
    const template = aTemplate([aSection('1', [
      aQuestion('1.1'),
      aQuestion('1.2', { showIf: { question: 'q-1.1', is: ['red'] } }),
      aQuestion('1.3', { showIf: { question: 'q-1.2', is: ['red'] } }),
    ])]);
    const answers = { 'q-1.1': rated('red'), 'q-1.2': rated('red') };
    expect(refsAsked(template, aSchool, answers)).toEqual(['1.1', '1.2', '1.3']);
    expect(refsAsked(template, aSchool, { ...answers, 'q-1.1': rated('green') })).toEqual(['1.1']);
  });

  it('lets a question of a section that is not asked decide nothing', () => {
    const template = aTemplate([
      aSection('1', [aQuestion('1.1')], { appliesTo: { phases: ['secondary'] } }),
      aSection('2', [aQuestion('2.1', { showIf: { question: 'q-1.1', is: ['red'] } })]),
    ]);
    expect(refsAsked(template, aSchool, { 'q-1.1': rated('red') })).toEqual([]);
  });

  it('asks a part of what there is, in printed order, whatever has been answered', () => {
    fc.assert(fc.property(scenes, ({ template, profile, answers }) => {
      const all = template.sections.flatMap(({ questions }) => questions.map(({ ref }) => ref));
      const asked = refsAsked(template, profile, answers);
      expect(asked).toEqual(all.filter((ref) => asked.includes(ref)));
      expect(askedQuestions(template, profile, answers).every(({ questions }) => questions.length > 0)).toBe(true);
    }));
  });

  it('depends on the answers to decisive questions alone', () => {
    fc.assert(fc.property(scenes, ({ template, profile, answers }) => {
      const decisive = decisiveQuestions(template);
      const alone = Object.fromEntries(Object.entries(answers).filter(([key]) => decisive.has(key)));
      expect(refsAsked(template, profile, alone)).toEqual(refsAsked(template, profile, answers));
    }));
  });

  const keys = fc.constantFrom('q-1.1', 'q-1.2', 'q-1.3', 'toString');
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ question: keys, is: fc.subarray(['green', 'red']) }),
      fc.record({ not: tie('condition') }),
      fc.record({ all: fc.array(tie('condition'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { maxLength: 3 }) }),
    ),
  }));
  it('comes to an end for any condition, even those that go in a circle or name nothing', () => {
    fc.assert(fc.property(condition, condition, condition, (one, two, three) => {
      const showIf = [one, two, three];
      const template = aTemplate([aSection('1', showIf.map((when, at) => aQuestion(`1.${at + 1}`, { showIf: when })))]);
      expect(() => askedQuestions(template, aSchool, { 'q-1.1': rated('green'), 'q-1.2': rated('red') })).not.toThrow();
    }));
  });
});
