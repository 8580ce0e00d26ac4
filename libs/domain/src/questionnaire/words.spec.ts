import { describe, expect, it } from '@jest/globals';
import { isIsoDate } from './iso-date';
import { dayInWords, inThousands, listed, wordCount } from './words';

describe('words', () => {
  it.each([['', 0], ['  \n ', 0], ['one', 1], [' two  words\n', 2], ["the school's well-being", 3], ['naïve\u00a0café', 2], ['a – b', 3]])('counts %j as %d', (text, count) => {
    expect(wordCount(text)).toBe(count);
  });
  it.each([[0, '0'], [999, '999'], [1000, '1,000'], [1234567, '1,234,567']])('writes %d as %s', (count, text) => {
    expect(inThousands(count)).toBe(text);
  });
  it.each([[[], ''], [['a'], 'a'], [['a', 'b'], 'a and b'], [['a', 'b', 'c'], 'a, b and c']])('lists %j as %s', (parts, text) => {
    expect(listed(parts)).toBe(text);
  });
  it.each([
    ['2026-09-01', true], ['2024-02-29', true], ['2000-02-29', true], ['2026-02-29', false], ['1900-02-29', false], ['2026-13-01', false],
    ['2026-00-10', false], ['2026-04-31', false], ['2026-04-00', false], ['01/09/2026', false], ['2026-9-1', false], ['2026-09-01T00:00', false],
  ])('takes %s for a date: %s', (text, date) => {
    expect(isIsoDate(text)).toBe(date);
  });
  it.each([['2025-09-01', '1 September 2025'], ['2026-12-31', '31 December 2026']])('says %s as %s', (date, text) => {
    expect(dayInWords(date)).toBe(text);
  });
});
