import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer } from './answer';
import { MOST_CHARACTERS, answerProblems } from './answer-problems';
import { scenes } from './arbitraries';
import { aQuestion, aSection, aTemplate, notApplicable, noted, rated, valued } from './builders';
import type { Question } from './template';

const problems = (changes: Partial<Question>, answer: Answer) => {
  const question = aQuestion('1.1', changes);
  return answerProblems(aTemplate([aSection('1', [question])]), question, answer);
};
const choices = [{ key: 'yes', label: 'Yes, always' }, { key: 'no', label: 'No' }];
const tooLong = 'x'.repeat(MOST_CHARACTERS + 1);

describe('why an answer cannot be stored', () => {
  it.each<[Partial<Question>, Answer, string, string]>([
    [{}, rated('blue'), 'level-unknown', 'Choose one of: Green, Amber, Red.'],
    [{ type: 'text' }, rated('green'), 'level-not-rated', 'This question is not rated: give an answer without a rating.'],
    [{}, valued('green'), 'value-not-asked', 'This question is rated: choose a rating, and put any words in the explanation.'],
    [{ naAllowed: false }, notApplicable(), 'not-applicable-refused', 'This question cannot be marked as not applicable: answer it instead.'],
    [{}, { ...rated('green'), naReason: '' }, 'both-answered-and-not-applicable', 'Either answer the question or mark it as not applicable, not both.'],
    [{ type: 'choice', choices }, valued('maybe'), 'choice-unknown', 'Choose one of: Yes, always, No.'],
    [{ type: 'choice', choices }, valued(['yes']), 'choice-unknown', 'Choose one of: Yes, always, No.'],
    [{ type: 'choices', choices }, valued(['yes', 'maybe']), 'choice-unknown', 'Choose any of: Yes, always, No.'],
    [{ type: 'choices', choices }, valued(['yes', 'yes']), 'choice-repeated', 'Choose each answer once.'],
    [{ type: 'number' }, valued('12'), 'not-a-number', 'Give a number.'],
    [{ type: 'number' }, valued(Number.NaN), 'not-a-number', 'Give a number.'],
    [{ type: 'number', minimum: 3 }, valued(2), 'number-out-of-range', 'Give a number of 3 or more.'],
    [{ type: 'number', maximum: 3 }, valued(4), 'number-out-of-range', 'Give a number of 3 or less.'],
    [{ type: 'number', minimum: 0, maximum: 9 }, valued(10), 'number-out-of-range', 'Give a number from 0 to 9.'],
    [{ type: 'percentage' }, valued(101), 'number-out-of-range', 'Give a percentage from 0 to 100.'],
    [{ type: 'date' }, valued('2026-02-30'), 'not-a-date', 'Give a real date as year-month-day, such as 2026-09-01.'],
    [{ type: 'text' }, valued(7), 'not-text', 'Answer in words.'],
    [{ type: 'person' }, valued('A. Person'), 'not-a-person', 'Give a name and a role, and an e-mail address if there is one.'],
    [{ type: 'person' }, valued({ name: 'A. Person', role: 'Head', phone: '01' } as never), 'not-a-person', 'Give a name and a role, and an e-mail address if there is one.'],
    [{}, rated('green', tooLong), 'text-too-long', 'Keep the explanation to 10,000 characters (it has 10,001).'],
    [{}, notApplicable(tooLong), 'text-too-long', 'Keep the reason to 10,000 characters (it has 10,001).'],
    [{ type: 'text' }, valued(tooLong), 'text-too-long', 'Keep the answer to 10,000 characters (it has 10,001).'],
    [{ type: 'person' }, valued({ name: tooLong, role: '' }), 'text-too-long', 'Keep the name to 10,000 characters (it has 10,001).'],
  ])('%j', (changes, answer, code, detail) => {
    expect(problems(changes, answer)).toEqual([{ code, detail }]);
  });

  it.each<[string, Partial<Question>, Answer]>([
    ['a rating', {}, rated('green')],
    ['nothing but a note', {}, noted('later')],
    ['a reason still to come', {}, notApplicable('')],
    ['half a person', { type: 'person' }, valued({ name: 'A. Person', role: '' })],
    ['far too many words, but not too many characters', { words: 1 }, rated('green', 'word '.repeat(2000))],
    ['the ends of a range', { type: 'number', minimum: 1, maximum: 2 }, valued(2)],
  ])('stores %s', (_, changes, answer) => {
    expect(problems(changes, answer)).toEqual([]);
  });

  it('stores whatever our own generator makes up', () => {
    fc.assert(fc.property(scenes, ({ template, answers }) => {
      for (const question of template.sections.flatMap(({ questions }) => questions)) {
        const answer = answers[question.key];
        if (answer) expect(answerProblems(template, question, answer)).toEqual([]);
      }
    }));
  });
});
