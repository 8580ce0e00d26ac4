import { describe, expect, it } from '@jest/globals';
import type { Answer } from '@attest/domain/questionnaire';
import type { QuestionView } from '@attest/shared/client';
import { unanswered } from '../answers';
import { aQuestion } from '../builders';
import { unfinished } from './unfinished';

describe('what Continue asks for', () => {
  it.each<[Partial<QuestionView>, Partial<Answer>, string, string]>([
    [{}, { note: 'words first' }, 'answer', 'Rate 3.1 Filtering and monitoring'],
    [{ explanation: 'required' }, { level: 'green' }, 'note', 'Explain your rating of 3.1 Filtering and monitoring'],
    [{ naAllowed: true }, { naReason: ' ' }, 'reason', 'Say why 3.1 Filtering and monitoring does not apply'],
    [{ words: 2 }, { level: 'green', note: 'one two three' }, 'note', 'Shorten your explanation of 3.1 Filtering and monitoring to 2 words (it has 3)'],
    [{ type: 'text', words: 2 }, { value: 'one two three' }, 'answer', 'Shorten your answer to 3.1 Filtering and monitoring to 2 words (it has 3)'],
    [{ type: 'person' }, { value: { name: 'J Ahmed', role: '' } }, 'answer', 'Give both a name and a role for 3.1 Filtering and monitoring'],
    [{ type: 'percentage' }, { value: 101 }, 'answer', 'Give a percentage from 0 to 100.'],
  ])('%j answered %j', (question, answer, where, detail) => {
    expect(unfinished(aQuestion(question), { ...unanswered, ...answer })).toEqual([{ where, detail }]);
  });

  it('lets a question be left out for now', () => {
    expect(unfinished(aQuestion(), unanswered)).toEqual([]);
  });
});
