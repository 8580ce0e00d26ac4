import { describe, expect, it } from '@jest/globals';
import type { LevelView, QuestionAnswer } from '@attest/shared/client';
import { movementOf, ofConcern, valueInWords } from './question-answers';

const levels = [{ key: 'green', meets: true }, { key: 'amber', meets: false }, { key: 'red', meets: false }] as LevelView[];
const [green, amber, red] = levels as [LevelView, LevelView, LevelView];
const answers = [
  { name: 'Ashdene', level: green, last: null }, { name: 'Beacon', level: red, last: amber }, { name: 'Copse', level: null, last: null }, { name: 'Dovecote', level: amber, last: red },
] as QuestionAnswer[];

describe('what organisations said', () => {
  it('can be cut down to what does not meet the standard', () => {
    expect(ofConcern(answers).map(({ name }) => name)).toEqual(['Beacon', 'Dovecote']);
  });

  it('went up, down, or nobody knows', () => {
    expect(answers.map((answer) => movementOf(answer, levels))).toEqual([null, 'down', null, 'up']);
  });

  it('says a day as a day', () => {
    expect([valueInWords('2025-04-02'), valueInWords('214')]).toEqual(['2 April 2025', '214']);
  });
});
