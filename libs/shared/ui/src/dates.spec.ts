import { expect, it } from '@jest/globals';
import { dateInWords, daysLeftInWords } from './dates';

it.each([
  ['2026-09-30', 'long', '30 September 2026'],
  ['2026-09-30', 'short', '30 Sept'],
  ['2026-09-30T16:00:00.000Z', 'time', '30 September 2026, 5pm'],
  ['2026-12-01T09:05:00.000Z', 'time', '1 December 2026, 9.05am'],
  ['2026-06-30T23:30:00.000Z', 'long', '1 July 2026'],
  ['2026-12-01T09:05:00.000Z', 'clock', '09:05'],
] as const)('%s (%s) is %s', (value, form, words) => expect(dateInWords(value, form)).toBe(words));

it.each([[18, '18 days left'], [1, '1 day left'], [0, 'due today'], [-1, '1 day past the due date'], [-3, '3 days past the due date']])(
  '%s: %s', (days, words) => expect(daysLeftInWords(days)).toBe(words));
