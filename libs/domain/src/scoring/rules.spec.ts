import { describe, expect, it } from '@jest/globals';
import { ruleNames } from '../questionnaire';
import { aQuestion, aSchool, aSection, aTemplate, rated } from '../questionnaire/builders';
import type { Rating } from './rating';
import type { Rule } from './rule';
import { rate, ruleBook, ruleCalled } from './rules';

const section = aSection('1', [aQuestion('1.1'), aQuestion('1.2')]);
const by = (rule: string) => aTemplate([section], { scoring: { ...aTemplate([]).scoring, rule } });
const answers = { 'q-1.1': rated('green'), 'q-1.2': rated('red') };

/** Another rule, as somebody may come to add one: the first level that was given decides. */
const firstCounts: Rule = {
  rate(template, profile, given) {
    const level = Object.values(given)[0]?.level ?? null;
    const rating: Rating = { level, score: { won: 1, available: 1 }, percent: 100, trace: { inputs: [], leftOut: [], band: null, cap: null, next: null } };
    return { rule: template.scoring.rule, overall: rating, sections: [] };
  },
  smallestChange: () => null,
  inWords: () => ['The first answer decides.'],
};

describe('the rules there are', () => {
  it('are those that a template may name', () => {
    expect(ruleNames.map((name) => ruleCalled(name))).not.toContain(null);
    for (const name of ['', 'attest-2', 'constructor', '__proto__']) expect(ruleCalled(name)).toBeNull();
  });

  it('stand beside one another: what one of them rated, it rates again, whatever came later', () => {
    const book = ruleBook({ 'attest-1': ruleCalled('attest-1')!, 'first-counts': firstCounts });
    expect(book.rate(by('attest-1'), aSchool, answers)).toEqual(rate(by('attest-1'), aSchool, answers));
    expect(book.rate(by('attest-1'), aSchool, answers).overall.level).toBe('amber');
    expect(book.rate(by('first-counts'), aSchool, answers)).toMatchObject({ rule: 'first-counts', overall: { level: 'green' } });
    expect(book.ruleInWords(by('first-counts'))).toEqual(['The first answer decides.']);
    expect(book.smallestChange(by('first-counts'), aSchool, answers, null)).toBeNull();
    expect(book.smallestChange(by('attest-1'), aSchool, answers, null)).toMatchObject({ level: 'green' });
  });

  it('are never guessed at', () => {
    expect(() => rate(by('points-1'), aSchool, answers)).toThrow("There is no rule called 'points-1'");
  });
});
