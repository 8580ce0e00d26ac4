import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../questionnaire';
import { aQuestion, aSection, aTemplate, notApplicable, noted, rated, valued } from '../questionnaire/builders';
import { tally, toldTo, type Told } from './index';

const question = aQuestion('1.1');
const number = aQuestion('1.2', { type: 'number' });
const template = aTemplate([aSection('1', [question, number])]);

describe('what an organisation said', () => {
  it.each<[string, typeof question, boolean, Answer | undefined, Told]>([
    ['a level', question, true, rated('amber'), { level: 'amber' }],
    ['does not apply', question, true, notApplicable(), 'not-applicable'],
    ['nothing', question, true, undefined, 'unanswered'],
    ['words without a rating', question, true, noted('To follow'), 'unanswered'],
    ['a level that the scale lacks', question, true, rated('blue'), 'unanswered'],
    ['a level before the question fell away', question, false, rated('amber'), 'not-asked'],
    ['a number', number, true, valued(12), 'answered'],
    ['a blank', number, true, valued(' '), 'unanswered'],
  ])('is told apart: %s', (_, asked, isAsked, answer, told) => {
    expect(toldTo(template, asked, isAsked, answer)).toEqual(told);
  });

  it('counts as answered where nothing is rated, and stands at no level', () => {
    expect(tally(['answered', 'answered', 'unanswered'], [])).toEqual({ counts: {}, base: 2, notApplicable: 0, unanswered: 1, notAsked: 0 });
  });
});
