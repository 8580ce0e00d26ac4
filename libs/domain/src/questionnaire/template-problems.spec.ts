import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { templates } from './arbitraries';
import { aQuestion, aSection, aTemplate, oneToFour, rag } from './builders';
import type { Band, Condition, Question, Scale, Section, Template } from './template';
import { templateProblems } from './template-problems';

const found = (template: Template) => templateProblems(template).map(({ where, code }) => `${where} ${code}`);
const withQuestion = (changes: Partial<Question>) => aTemplate([aSection('1', [aQuestion('1.1', changes)])]);
const withSection = (changes: Partial<Section>) => aTemplate([aSection('1', [aQuestion('1.1')], changes)]);
const withScores = (...scores: number[]) => {
  const levels = scores.map((score, at) => ({ ...rag.levels[0]!, key: `${at}`, score }));
  const odd: Scale = { key: 'odd', name: 'Odd', levels };
  return aTemplate([aSection('1', [aQuestion('1.1')])], { scales: [rag, odd] });
};
const withBands = (...bands: [string, number][]) =>
  aTemplate([], { scoring: { rule: 'attest-1', resultScale: 'rag', bands: bands.map(([level, from]): Band => ({ level, from })) } });
const yesNo = [{ key: 'yes', label: 'Yes' }, { key: 'no', label: 'No' }];
const withCondition = (showIf: Condition, changes: Partial<Question> = { weight: 0 }) =>
  aTemplate([aSection('1', [
    aQuestion('1.1', { type: 'choice', choices: yesNo }),
    aQuestion('1.2'),
    aQuestion('1.3', { type: 'number' }),
    aQuestion('1.4', { showIf, ...changes }),
    aQuestion('1.5'),
  ])]);
const ragMeaning = { green: 'All', amber: 'Some', red: 'None' };

describe('what forbids publishing a template', () => {
  it.each<[string, Template]>([
    ['q-1.1 key-duplicate', aTemplate([aSection('1', [aQuestion('1.1')]), aSection('2', [aQuestion('2.1', { key: 'q-1.1' })])])],
    ['s-1 key-duplicate', aTemplate([aSection('1', [aQuestion('1.1')]), aSection('2', [aQuestion('2.1')], { key: 's-1' })])],
    ['1 ref-duplicate', aTemplate([aSection('1', [aQuestion('1')])])],
    ['rag key-duplicate', aTemplate([], { scales: [rag, rag] })],
    ['1 section-empty', withSection({ questions: [] })],
    ['1 weight-not-whole', withSection({ weight: 1.5 })],
    ['1.1 weight-not-whole', withQuestion({ weight: -1 })],
    ['1.1 weight-not-whole', withQuestion({ weight: 101 })],
    ['1.1 weight-on-unrated', withQuestion({ type: 'text', weight: 1 })],
    ['1.1 critical-not-scored', withQuestion({ weight: 0, critical: true })],
    ['1.1 wording-missing', withQuestion({ wording: ' ' })],
    ['1.1 type-unknown', withQuestion({ type: 'essay' as 'text', weight: 0 })],
    ['1.1 citation-missing', withQuestion({ basis: 'statutory', citations: [] })],
    ['1.1 scale-unknown', withQuestion({ scale: 'nowhere' })],
    ['1.1 descriptor-missing', withQuestion({ descriptors: { ...ragMeaning, red: '' } })],
    ['1.1 descriptor-extra', withQuestion({ descriptors: { ...ragMeaning, blue: 'More' } })],
    ['1.1 descriptor-identical', withQuestion({ descriptors: { ...ragMeaning, red: ' some' } })],
    ['1.1 descriptor-extra', withQuestion({ type: 'text', descriptors: ragMeaning, weight: 0 })],
    ['1.1 choices-missing', withQuestion({ type: 'choice', choices: [yesNo[0]!] })],
    ['1.1 key-duplicate', withQuestion({ type: 'choices', choices: [...yesNo, yesNo[0]!] })],
    ['1.1 words-absurd', withQuestion({ words: 0 })],
    ['1.1 words-absurd', withQuestion({ words: 50, explanation: 'none' })],
    ['1.1 range-absurd', withQuestion({ minimum: 1 })],
    ['1.1 range-absurd', withQuestion({ type: 'number', minimum: 5, maximum: 4 })],
    ['1.1 range-absurd', withQuestion({ type: 'percentage', maximum: 120 })],
    ['odd scale-too-short', withScores(1)],
    ['odd scores-equal', withScores(2, 1, 1)],
    ['odd scores-not-monotonic', withScores(1, 3, 2)],
    ['odd score-not-whole', withScores(1, 0.5, 0)],
    ['odd points-not-whole', withScores(7, 1, 0)],
    ['scoring rule-unknown', aTemplate([aSection('1', [aQuestion('1.1')])], { scoring: { ...aTemplate([]).scoring, rule: 'points-1' } })],
    ['scoring result-scale-unknown', aTemplate([], { scoring: { rule: 'attest-1', resultScale: 'nowhere', bands: [] } })],
    ['scoring bands-not-covering', withBands(['green', 50], ['red', 0])],
    ['scoring bands-not-covering', withBands(['amber', 80], ['green', 50], ['red', 0])],
    ['scoring bands-not-descending', withBands(['green', 50], ['amber', 50], ['red', 0])],
    ['scoring bands-not-ending-at-zero', withBands(['green', 80], ['amber', 50], ['red', 10])],
    ['scoring band-not-whole', withBands(['green', 66.7], ['amber', 50], ['red', 0])],
    ['1.1 applies-to-unknown', withQuestion({ appliesTo: { features: ['sixthform' as 'sixth-form'] } })],
    ['1.1 applies-to-nobody', withQuestion({ appliesTo: { phases: [] } })],
    ['1 applies-to-nobody', withSection({ appliesTo: { sectors: ['police'] } })],
    ['1.4 condition-empty', withCondition({ all: [] })],
    ['1.4 condition-empty', withCondition({ not: { question: 'q-1.1', is: [] } })],
    ['1.4 condition-unknown-question', withCondition({ any: [{ question: 'q-9.9', is: ['yes'] }] })],
    ['1.4 condition-not-earlier', withCondition({ question: 'q-1.5', is: ['red'] })],
    ['1.4 condition-not-earlier', withCondition({ question: 'q-1.4', is: ['red'] })],
    ['1.4 condition-unknown-value', withCondition({ question: 'q-1.1', is: ['yes', 'perhaps'] })],
    ['1.4 condition-unknown-value', withCondition({ question: 'q-1.2', is: ['blue'] })],
    ['1.4 condition-unknown-value', withCondition({ question: 'q-1.3', is: ['5'] })],
    ['1.4 condition-hangs-on-rating', withCondition({ question: 'q-1.2', is: ['red'] }, { weight: 1 })],
  ])('%s', (expected, template) => {
    expect(found(template)).toContain(expected);
  });

  it('follows a rating through the questions that hang on it', () => {
    const template = aTemplate([aSection('1', [
      aQuestion('1.1'),
      aQuestion('1.2', { type: 'choice', choices: yesNo, showIf: { question: 'q-1.1', is: ['red'] } }),
      aQuestion('1.3', { showIf: { question: 'q-1.2', is: ['yes'] } }),
    ])]);
    expect(found(template)).toEqual(['1.3 condition-hangs-on-rating']);
  });

  it('says what to do in plain words', () => {
    expect(templateProblems(withQuestion({ descriptors: { green: 'All' } }))).toEqual([
      { where: '1.1', code: 'descriptor-missing', detail: 'Say what it takes in 1.1 to be: Amber, Red.' },
    ]);
  });

  it('lets a scale run either way', () => {
    expect(found(aTemplate([aSection('1', [aQuestion('1.1', {}, oneToFour)])]))).toEqual([]);
  });

  it('finds nothing in a template that is well made', () => {
    fc.assert(fc.property(templates, (template) => expect(templateProblems(template)).toEqual([])));
  });
});
