import { describe, expect, it } from '@jest/globals';
import { aQuestion, aSchool, aSection, aTemplate, notApplicable, oneToFour, rated, threeToNought } from '../questionnaire/builders';
import type { Answers, Question, Scale, Template } from '../questionnaire';
import { rate } from './rules';
import type { Rating } from './rating';

/** Levels in the order of the questions; `na` is not applicable and `-` is unanswered. */
function answering(template: Template, given: string): Answers {
  const questions = template.sections.flatMap((section) => section.questions);
  return Object.fromEntries(given.split(' ').map((level, at) => {
    return [questions[at]!.key, level === 'na' ? notApplicable() : level === '-' ? undefined : rated(level)];
  }));
}

/** Such as "amber 180/240 75", with "<green" where a cap took green away. */
function inShort({ level, score, percent, trace }: Rating): string {
  return level === null ? '-' : `${level}${trace.cap ? `<${trace.cap.without}` : ''} ${score.won}/${score.available} ${percent}`;
}

function results(template: Template, given: string): readonly string[] {
  const { overall, sections } = rate(template, aSchool, answering(template, given));
  return [...sections.map(({ rating }) => inShort(rating)), inShort(overall)];
}

const on = (scale: Scale) => (ref: string, changes: Partial<Question> = {}) => aQuestion(ref, changes, scale);
const scoredOn = (scale: Scale, ...starts: number[]) => ({
  scoring: { rule: 'attest-1', resultScale: scale.key, bands: scale.levels.map(({ key }, at) => ({ level: key, from: starts[at]! })) },
});

// Expected values are worked out by hand: 60 points a question, times its weight; sections times theirs.

describe('red, amber and green; green from 80%, amber from 50%', () => {
  const template = aTemplate([
    aSection('1', [aQuestion('1.1'), aQuestion('1.2', { weight: 2 }), aQuestion('1.3', { critical: true })]),
    aSection('2', [aQuestion('2.1'), aQuestion('2.2')], { weight: 2 }),
    aSection('3', [aQuestion('3.1')], { weight: 0 }),
  ]);
  it.each([
    // 1.1   1.2   1.3   2.1   2.2   3.1      section 1              section 2          section 3        overall
    ['green green green green green green', 'green 240/240 100', 'green 120/120 100', 'green 60/60 100', 'green 480/480 100'],
    ['green amber green green red red', 'amber 180/240 75', 'amber 60/120 50', 'red 0/60 0', 'amber 300/480 62.5'],
    ['green green amber green amber -', 'amber<green 210/240 87.5', 'amber 90/120 75', '-', 'green 390/480 81.3'],
    ['green green red green green green', 'red<amber 180/240 75', 'green 120/120 100', 'green 60/60 100', 'green 420/480 87.5'],
    ['na - red na na amber', 'red 0/60 0', '-', 'amber 30/60 50', 'red 0/60 0'],
    ['- green na amber - -', 'green 120/120 100', 'amber 30/60 50', '-', 'amber 180/240 75'],
    ['- - - - - -', '-', '-', '-', '-'],
  ])('%s', (given, ...expected) => {
    expect(results(template, given)).toEqual(expected);
  });
});

describe('levels 1 to 4 where 1 is best; from 85, 60, 35 and 0%', () => {
  const q = on(oneToFour);
  const template = aTemplate([aSection('1', [q('1.1'), q('1.2', { weight: 3 }), q('1.3', { critical: true })])], scoredOn(oneToFour, 85, 60, 35, 0));
  it.each([
    ['1 1 1', '1 300/300 100'],
    ['1 2 1', '2 240/300 80'],
    ['1 1 3', '4<1 260/300 86.7'],
    ['2 2 2', '2 200/300 66.7'],
    ['3 3 3', '4 100/300 33.3'],
    ['4 1 2', '2 220/300 73.3'],
    ['4 3 -', '4 60/240 25'],
    ['1 na 2', '2 100/120 83.3'],
    ['4 4 4', '4 0/300 0'],
  ])('%s', (given, expected) => {
    expect(results(template, given)).toEqual([expected, expected.replace(/^4<1/, '1')]);
  });
});

describe('scores 0 to 3 where 3 is best; from 90, 60, 25 and 0%', () => {
  const q = on(threeToNought);
  const template = aTemplate(
    [aSection('1', [q('1.1'), q('1.2')]), aSection('2', [q('2.1', { weight: 2 })], { weight: 3 })],
    scoredOn(threeToNought, 90, 60, 25, 0),
  );
  it.each([
    ['3 3 3', '3 120/120 100', '3 120/120 100', '3 480/480 100'],
    ['3 2 1', '2 100/120 83.3', '1 40/120 33.3', '1 220/480 45.8'],
    ['0 0 3', '0 0/120 0', '3 120/120 100', '2 360/480 75'],
    ['1 0 0', '0 20/120 16.7', '0 0/120 0', '0 20/480 4.2'],
    ['2 - 3', '2 40/60 66.7', '3 120/120 100', '3 400/420 95.2'],
    ['na na 2', '-', '2 80/120 66.7', '2 240/360 66.7'],
  ])('%s', (given, ...expected) => {
    expect(results(template, given)).toEqual(expected);
  });
});

describe('the trace', () => {
  const template = aTemplate([
    aSection('1', [
      aQuestion('1.1', { type: 'choice', choices: [{ key: 'yes', label: 'Yes' }, { key: 'no', label: 'No' }] }),
      aQuestion('1.2', { showIf: { question: 'q-1.1', is: ['yes'] } }),
      aQuestion('1.3', { critical: true }),
      aQuestion('1.4', { weight: 2 }),
      aQuestion('1.5'),
    ]),
    aSection('2', [aQuestion('2.1')], { weight: 0 }),
    aSection('3', [aQuestion('3.1')], { appliesTo: { phases: ['secondary'] } }),
  ]);
  // 1.2 was answered while it was asked; it no longer is, and must not count.
  const answers = { 'q-1.2': rated('red'), 'q-1.3': rated('amber'), 'q-1.4': rated('amber'), 'q-1.5': notApplicable(), 'q-3.1': rated('red') };
  const { overall, sections, rule } = rate(template, aSchool, answers);

  it('tells what counted, what did not and why, and what is missing to the next level', () => {
    expect(sections[0]!.rating.trace).toEqual({
      inputs: [
        { key: 'q-1.3', ref: '1.3', level: 'amber', won: 30, available: 60, weight: 1 },
        { key: 'q-1.4', ref: '1.4', level: 'amber', won: 60, available: 120, weight: 2 },
      ],
      leftOut: [
        { key: 'q-1.1', ref: '1.1', why: 'not-scored' },
        { key: 'q-1.2', ref: '1.2', why: 'not-asked' },
        { key: 'q-1.5', ref: '1.5', why: 'not-applicable' },
      ],
      band: { level: 'amber', from: 50 },
      cap: null,
      next: { level: 'green', from: 80, pointsShort: 54, critical: [{ key: 'q-1.3', ref: '1.3' }] },
    });
  });

  it('builds the whole from its sections and lists every question that is left out of it', () => {
    expect(rule).toBe('attest-1');
    expect(sections.map(({ key }) => key)).toEqual(['s-1', 's-2']);
    expect(overall.trace.inputs).toEqual([{ key: 's-1', ref: '1', level: 'amber', won: 90, available: 180, weight: 1 }]);
    expect(overall.trace.leftOut.map(({ ref, why }) => `${ref} ${why}`)).toEqual([
      '1.1 not-scored', '1.2 not-asked', '1.5 not-applicable', '3.1 not-asked', '2 not-scored',
    ]);
  });

  it('names all the critical questions that hold a section back', () => {
    const critical = ['1.1', '1.2', '1.3'].map((ref) => aQuestion(ref, { critical: true }));
    const held = aTemplate([aSection('1', [...critical, aQuestion('1.4', { weight: 11 })])]);
    const { rating } = rate(held, aSchool, answering(held, 'red amber red green')).sections[0]!;
    expect(rating.trace.cap).toEqual({ questions: [{ key: 'q-1.1', ref: '1.1' }, { key: 'q-1.3', ref: '1.3' }], level: 'red', without: 'green' });
    expect(rating.trace.next).toBeNull();
  });

  it('takes a level the scale does not have for unanswered', () => {
    const { trace, level } = rate(template, aSchool, { 'q-1.3': rated('blue') }).sections[0]!.rating;
    expect(level).toBeNull();
    expect(trace.leftOut).toContainEqual({ key: 'q-1.3', ref: '1.3', why: 'unanswered' });
  });
});
