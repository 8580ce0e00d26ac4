import { describe, expect, it } from '@jest/globals';
import { asTyped, dayIn, isoFrom, proposedDates } from './round-dates';

describe('the dates of a round', () => {
  it.each([['14/09/2026', '2026-09-14'], ['1/2/2027', '2027-02-01'], [' 14.9.2026 ', '2026-09-14'], ['14 09 2026', '2026-09-14']])('reads %s', (typed, iso) => {
    expect(isoFrom(typed)).toBe(iso);
  });

  it.each(['', '31/02/2027', '2026-09-14', '14/09/26', 'soon', '14/13/2026'])('does not make a day of "%s"', (typed) => {
    expect(isoFrom(typed)).toBeNull();
  });

  it('writes them as they are typed', () => {
    expect(asTyped('2026-09-14')).toBe('14/09/2026');
  });

  it('takes the day from the clock in London', () => {
    expect(dayIn(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  });

  it('proposes twelve weeks and four more, each to a Friday', () => {
    expect(proposedDates('2026-09-14')).toEqual({ opensOn: '2026-09-14', dueOn: '2026-12-11', finalOn: '2027-01-08' });
  });
});
