import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainest, questionsOf } from '../questionnaire';
import type { Condition } from '../questionnaire';
import { templates } from '../questionnaire/arbitraries';
import { conditionInWords, readCondition } from './index';
import { aTemplateWith, is, one, two } from './scenes';

const template = () => aTemplateWith();

describe('a condition as a sentence', () => {
  it.each<[string, Condition]>([
    ['1.1 is "Yes"', is(one, 'y')],
    ['1.1 is one of "Yes", "Partly, so far"', is(one, 'y', 'p')],
    ['not 1.1 is "Yes"', { not: is(one, 'y') }],
    ['1.1 is "Yes" and 1.2 is "No" or 1.2 is "Yes"', { any: [{ all: [is(one, 'y'), is(two, 'n')] }, is(two, 'y')] }],
    ['1.1 is "Yes" and (1.2 is "No" or 1.2 is "Yes")', { all: [is(one, 'y'), { any: [is(two, 'n'), is(two, 'y')] }] }],
    ['not (1.1 is "Yes" and 1.2 is "No")', { not: { all: [is(one, 'y'), is(two, 'n')] } }],
  ])('%s', (sentence, condition) => {
    expect(conditionInWords(template(), condition)).toBe(sentence);
    expect(readCondition(template(), sentence)).toEqual({ condition });
  });

  it.each<[string, Condition]>([
    ['1.1 IS “yes”', is(one, 'y')], ['1.1 is not "Yes"', { not: is(one, 'y') }], ['( ( 1.1 is "Yes" ) )', is(one, 'y')], ['not not 1.1 is "Yes"', is(one, 'y')],
  ])('is read however it is typed: %s', (sentence, condition) => expect(readCondition(template(), sentence)).toEqual({ condition }));

  it.each([
    ['', 'Name a question by its number', 1], ['9.9 is "Yes"', 'There is no question 9.9.', 1], ['1.1 "Yes"', 'Write "is" after 1.1', 5],
    ['1.1 is Yes', 'in quotation marks', 8], ['1.1 is "Perhaps"', '"Perhaps" is no answer to 1.1: use one of "Yes", "No", "Partly, so far".', 8],
    ['1.1 is "Yes" 1.2 is "No"', 'join tests with "and" or "or"', 14], ['(1.1 is "Yes"', 'A bracket is opened and not closed.', 14],
    [`${'('.repeat(500)}1.1 is "Yes"${')'.repeat(500)}`, 'too many brackets', 21], ['1.1 is "Yes', 'in quotation marks', 8],
  ])('says what is wrong and where: %s', (sentence, problem, at) => {
    expect(readCondition(template(), sentence)).toEqual({ problem: expect.stringContaining(problem), at });
  });

  it('comes back as it was, for every condition there may be', () => {
    fc.assert(fc.property(templates, (any) => {
      for (const { showIf } of questionsOf(any)) {
        if (showIf !== undefined) expect(readCondition(any, conditionInWords(any, showIf))).toEqual({ condition: plainest(showIf) });
      }
    }), { numRuns: 400 });
  });
});
