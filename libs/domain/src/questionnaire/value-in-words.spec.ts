import { expect, it } from '@jest/globals';
import type { AnswerValue } from './answer';
import { aQuestion } from './builders';
import type { QuestionType } from './template';
import { valueInWords } from './value-in-words';

const choices = [{ key: 'paper', label: 'On paper' }, { key: 'system', label: 'In a recording system' }];

it.each<[QuestionType, AnswerValue | null, string]>([
  ['choice', 'paper', 'On paper'],
  ['choice', 'a choice of another edition', 'a choice of another edition'],
  ['choices', ['paper', 'system'], 'On paper; In a recording system'],
  ['number', 0, '0'],
  ['percentage', 97.5, '97.5%'],
  ['date', '2026-09-01', '2026-09-01'],
  ['text', 'We asked 40 pupils.', 'We asked 40 pupils.'],
  ['person', { name: 'J Ahmed', role: 'Designated Safeguarding Lead' }, 'J Ahmed, Designated Safeguarding Lead'],
  ['person', { name: 'J Ahmed', role: '', email: 'j.ahmed@school.example' }, 'J Ahmed, j.ahmed@school.example'],
  ['text', null, ''],
])('says a %s answer in words: %j', (type, value, words) => {
  expect(valueInWords(aQuestion('1.1', { type, choices }), value)).toBe(words);
});
