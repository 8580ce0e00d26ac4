import { describe, expect, it } from '@jest/globals';
import { dayIn, proposedDates } from './round-dates';

describe('the dates of a round', () => {
  it('takes the day from the clock in London', () => {
    expect(dayIn(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  });

  it('proposes twelve weeks and four more, each to a Friday', () => {
    expect(proposedDates('2026-09-14')).toEqual({ opensOn: '2026-09-14', dueOn: '2026-12-11', finalOn: '2027-01-08' });
  });
});
