import { describe, expect, it } from '@jest/globals';
import { aQuestion, aSection, aTemplate } from '../questionnaire/builders';
import { ruleInWords } from './rules';

describe('the rule in words', () => {
  it('says where each level starts and what is left out', () => {
    expect(ruleInWords(aTemplate([aSection('1', [aQuestion('1.1')])]))).toEqual([
      'Rule attest-1. The best level of a question wins 60 points, the worst none, the others in proportion; some questions count more than once.',
      'A standard, and the whole return, is Green from 80% and Amber from 50% of the points available; otherwise Red.',
      'What does not apply, is not answered or is not asked is left out of both sides.',
    ]);
  });

  it('mentions critical questions where there are any', () => {
    expect(ruleInWords(aTemplate([aSection('1', [aQuestion('1.1', { critical: true })])])).join(' ')).toContain('weakest critical question');
  });
});
