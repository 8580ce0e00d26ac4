import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Answer, Cells, Person, Shown } from './answer';
import { scenes } from './arbitraries';
import { askedQuestions } from './asked';
import { blockersToSubmit } from './blockers';
import { aQuestion, aSchool, aSection, aTemplate, notApplicable, noted, rated, valued } from './builders';
import type { Question } from './template';

const blockers = (changes: Partial<Question>, answer?: Answer) =>
  blockersToSubmit(aTemplate([aSection('3', [aQuestion('3.2', { title: 'Filtering and monitoring', ...changes })])]), aSchool, { 'q-3.2': answer });

describe('what stands between a return and its submission', () => {
  it.each<[Partial<Question>, Answer | undefined, string, string]>([
    [{}, undefined, 'unanswered', 'Rate 3.2 Filtering and monitoring'],
    [{}, noted('draft'), 'unanswered', 'Rate 3.2 Filtering and monitoring'],
    [{}, rated('a level of last year'), 'unanswered', 'Rate 3.2 Filtering and monitoring'],
    [{ type: 'text' }, valued('  '), 'unanswered', 'Answer 3.2 Filtering and monitoring'],
    [{ type: 'person' }, valued({ name: '', role: ' ' }), 'unanswered', 'Answer 3.2 Filtering and monitoring'],
    [{}, { ...rated('green'), toCheck: true }, 'to-check', 'Check 3.2 Filtering and monitoring: nobody has said yet that its answer still holds'],
    [{}, { ...notApplicable(), toCheck: true }, 'to-check', 'Check 3.2 Filtering and monitoring: nobody has said yet that its answer still holds'],
    [{ naAllowed: false }, notApplicable(), 'unanswered', 'Rate 3.2 Filtering and monitoring'],
    [{}, notApplicable(' '), 'reason-missing', 'Say why 3.2 Filtering and monitoring does not apply'],
    [{ explanation: 'required' }, rated('green', ' '), 'explanation-missing', 'Explain your rating of 3.2 Filtering and monitoring'],
    [{ explanation: 'required', type: 'number' }, valued(0), 'explanation-missing', 'Explain your answer to 3.2 Filtering and monitoring'],
    [{ words: 150 }, rated('green', 'word '.repeat(180)), 'too-many-words', 'Shorten your explanation of 3.2 Filtering and monitoring to 150 words (it has 180)'],
    [{ words: 150, type: 'text' }, valued('word '.repeat(180)), 'too-many-words', 'Shorten your answer to 3.2 Filtering and monitoring to 150 words (it has 180)'],
    [{ type: 'person' }, valued({ name: 'A. Person', role: '' }), 'person-incomplete', 'Give both a name and a role for 3.2 Filtering and monitoring'],
  ])('%j answered %j', (changes, answer, code, detail) => {
    expect(blockers(changes, answer)).toEqual([{ questionKey: 'q-3.2', ref: '3.2', code, detail }]);
  });

  it.each<[string, Partial<Question>, Answer | undefined]>([
    ['an optional question left out', { required: false }, undefined],
    ['a question that is not asked', { appliesTo: { phases: ['secondary'] } }, undefined],
    ['an optional answer that nobody has checked', { required: false }, { ...rated('green'), toCheck: true }],
    ['a reason given', { explanation: 'required' }, notApplicable()],
    ['exactly as many words as allowed', { words: 2 }, rated('green', 'two words')],
  ])('is not %s', (_, changes, answer) => {
    expect(blockers(changes, answer)).toEqual([]);
  });

  it('names everything wrong with one answer at once', () => {
    const codes = blockers({ type: 'person', explanation: 'required' }, valued({ name: 'A. Person', role: '' })).map(({ code }) => code);
    expect(codes).toEqual(['person-incomplete', 'explanation-missing']);
  });

  it('is empty exactly when every required question that is asked is complete', () => {
    fc.assert(fc.property(scenes, ({ template, profile, answers }) => {
      const complete = askedQuestions(template, profile, answers)
        .flatMap(({ questions }) => questions)
        .every((question) => !question.required || isComplete(question, answers[question.key]));
      expect(blockersToSubmit(template, profile, answers).length === 0).toBe(complete);
    }));
  });
});

/** Said a second time, the long way round, to check the first against. */
function isComplete(question: Question, answer: Answer | undefined): boolean {
  if (!answer) return false;
  if (answer.naReason !== null) return answer.naReason.trim().length > 0;
  const { value, note } = answer;
  const words = (text: string) => text.split(/\s/).filter((word) => word.length > 0).length;
  if (question.explanation === 'required' && words(note) === 0) return false;
  if (question.type !== 'text' && words(note) > (question.words ?? Infinity)) return false;
  switch (question.type) {
    case 'level': return answer.level !== null;
    case 'person': return words((value as Person | null)?.name ?? '') > 0 && words((value as Person).role) > 0;
    case 'choices': return value !== null && (value as readonly string[]).length > 0;
    case 'text': return value !== null && words(value as string) > 0 && words(value as string) <= (question.words ?? Infinity);
    case 'table': return value !== null && Object.values((value as Cells).cells).some((row) => Object.values(row).some((cell) => words(String(cell)) > 0));
    case 'evidence': return value !== null && (value as readonly Shown[]).some(({ title, where }) => words(title) + words(where) > 0);
    default: return value !== null;
  }
}
