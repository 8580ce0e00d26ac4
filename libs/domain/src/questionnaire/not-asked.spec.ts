import { describe, expect, it } from '@jest/globals';
import { aQuestion, aSchool, aSection, aTemplate } from './builders';
import { whyNotAsked } from './not-asked';
import type { Question } from './template';

describe('why a question is not asked', () => {
  const why = (changes: Partial<Question>, appliesTo = {}) => {
    const question = aQuestion('2.1', changes);
    return whyNotAsked(aTemplate([aSection('1', [aQuestion('1.1'), aQuestion('1.2')]), aSection('2', [question], { appliesTo })]), aSchool, question);
  };

  it('says that it is meant for others', () => {
    expect(why({ appliesTo: { features: ['boarding'] } })).toBe('2.1 Title 2.1 is not asked of an organisation like yours.');
    expect(why({}, { phases: ['secondary'] })).toBe('2.1 Title 2.1 is not asked of an organisation like yours.');
  });

  it('names the answers that decide it', () => {
    expect(why({ showIf: { any: [{ question: 'q-1.1', is: ['red'] }, { not: { question: 'q-1.2', is: ['green'] } }] } }))
      .toBe('2.1 Title 2.1 is not asked after your answer to 1.1 Title 1.1 and 1.2 Title 1.2.');
  });
});
