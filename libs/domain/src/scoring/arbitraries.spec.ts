import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { scenes } from '../questionnaire/arbitraries';
import { rate } from './rules';

describe('the questionnaires we make up', () => {
  // Properties of questionnaires in which nothing is asked hold of any rule; ours once did.
  it('are mostly rated, and often meet caps, conditions and answers left out', () => {
    const sample = fc.sample(scenes, { numRuns: 1000, seed: 11 });
    const ratings = sample.map(({ template, profile, answers }) => rate(template, profile, answers));
    const traces = ratings.flatMap(({ sections }) => sections.map(({ rating }) => rating.trace));
    const leftOut = (why: string) => traces.filter((trace) => trace.leftOut.some((left) => left.why === why)).length;
    const conditional = sample.flatMap(({ template }) => template.sections).flatMap(({ questions }) => questions)
      .filter(({ showIf, weight }) => showIf !== undefined && weight > 0);

    expect(ratings.filter(({ overall }) => overall.level !== null).length).toBeGreaterThan(600);
    expect(traces.filter(({ cap }) => cap !== null).length).toBeGreaterThan(75);
    expect(traces.filter(({ next }) => next !== null).length).toBeGreaterThan(300);
    expect(conditional.length).toBeGreaterThan(300);
    for (const why of ['not-applicable', 'unanswered', 'not-asked', 'not-scored']) expect(leftOut(why)).toBeGreaterThan(75);
  });
});
