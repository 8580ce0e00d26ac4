import { expect, it } from '@jest/globals';
import { countsInWords } from './recalculation-words';

it.each([
  [{ level: 2, points: 0, explanation: 5 }, '2 ratings with another level and 5 with another explanation'],
  [{ level: 0, points: 1, explanation: 0 }, '1 rating with other points'],
  [{ level: 1, points: 1, explanation: 1 }, '1 rating with another level, 1 with other points and 1 with another explanation'],
  [{}, 'no rating'],
])('says how many ratings changed and how: %j', (counts, words) => expect(countsInWords(counts)).toBe(words));
