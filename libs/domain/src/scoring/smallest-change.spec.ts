import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askedQuestions, scaleOf } from '../questionnaire';
import type { Answers, Template } from '../questionnaire';
import { scenes } from '../questionnaire/arbitraries';
import { aQuestion, aSchool, aSection, aTemplate, rated } from '../questionnaire/builders';
import { rate, smallestChange } from './rules';
import type { Step } from './rating';

const template = aTemplate([
  aSection('1', [aQuestion('1.1'), aQuestion('1.2', { weight: 2 }), aQuestion('1.3', { critical: true })]),
  aSection('2', [aQuestion('2.1'), aQuestion('2.2')], { weight: 2 }),
]);
const answering = (given: string): Answers => Object.fromEntries(template.sections.flatMap(({ questions }) => questions).map(({ key }, at) => [key, rated(given.split(' ')[at]!)]));
const [first, second] = template.sections.map(({ key }) => key) as [string, string];
const inShort = (given: string, section: string | null) => {
  const change = smallestChange(template, aSchool, answering(given), section);
  return change && `${change.level}: ${change.steps.map(({ ref, from, to }) => `${ref} ${from}→${to}`).join(', ')}`;
};

describe('the smallest change, where green starts at 80% and amber at 50%', () => {
  it.each([
    // one question that counts twice does as much as two that count once
    ['green amber green green green', first, 'green: 1.2 amber→green'],
    ['red amber green green green', first, 'green: 1.1 red→amber, 1.2 amber→green'],
    ['amber amber amber green green', first, 'green: 1.2 amber→green, 1.3 amber→green'],
    // what is critical must reach the level by itself
    ['green green red green green', first, 'amber: 1.3 red→amber'],
    ['green green amber green green', first, 'green: 1.3 amber→green'],
    ['green green green red red', second, 'amber: 2.1 red→green'],
    ['green green green red amber', second, 'amber: 2.1 red→amber'],
    ['green green green amber amber', second, 'green: 2.1 amber→green, 2.2 amber→green'],
    ['green amber amber amber amber', null, 'green: 1.2 amber→green, 2.1 amber→green'],
  ])('%s, section %s', (given, section, change) => expect(inShort(given, section)).toBe(change));

  it('is none at the best level, and none where nothing is rated', () => {
    expect(inShort('green green green green green', first)).toBeNull();
    expect(smallestChange(template, aSchool, {}, first)).toBeNull();
    expect(smallestChange(template, aSchool, answering('red red red red red'), 'no-such-section')).toBeNull();
  });
});

describe('the smallest change, whatever the template', () => {
  const after = (answers: Answers, steps: readonly Step[]): Answers => ({ ...answers, ...Object.fromEntries(steps.map(({ key, to }) => [key, { ...answers[key]!, level: to }])) });
  const levelOf = (any: Template, profile: Parameters<typeof rate>[1], answers: Answers, section: string | null) => {
    const { overall, sections } = rate(any, profile, answers);
    return section === null ? overall.level : sections.find(({ key }) => key === section)?.rating.level;
  };

  it('reaches what it says, by the fewest answers, none of them further than it must', () => {
    let found = 0;
    fc.assert(fc.property(scenes, ({ template: any, profile, answers }) => {
      for (const section of [null, ...any.sections.map(({ key }) => key)]) {
        const change = smallestChange(any, profile, answers, section);
        if (change === null) continue;
        found++;
        const { steps, level } = change;
        const place = (name: string | null | undefined) => any.scoring.bands.findIndex((band) => band.level === name);
        const reached = (given: readonly Step[]) => place(levelOf(any, profile, after(answers, given), section)) <= place(level);
        expect(reached(steps)).toBe(true);
        for (const step of steps) {
          expect(reached(steps.filter((other) => other !== step))).toBe(false);
          const { levels } = scaleOf(any, askedQuestions(any, profile, answers).flatMap(({ questions }) => questions).find(({ key }) => key === step.key)!.scale)!;
          const worse = levels[levels.findIndex(({ key }) => key === step.to) + 1]!;
          expect(reached(steps.map((other) => (other === step ? { ...step, to: worse.key } : other)))).toBe(false);
        }
      }
    }), { numRuns: 500 });
    expect(found).toBeGreaterThan(200);
  });
});
