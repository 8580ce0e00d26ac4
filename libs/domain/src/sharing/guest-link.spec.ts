import { describe, expect, it } from '@jest/globals';
import { guestLinkProblems, lastGuestDay, usualGuestDay } from './index';

const sound = { name: 'Sam Price', questions: 2, asked: 2, untilOn: '2026-12-01', today: '2026-11-22', finalOn: '2027-01-31' };
const wrong = (changes: Partial<typeof sound>) => guestLinkProblems({ ...sound, ...changes }).map(({ where }) => where);

describe('a guest link', () => {
  it('works for a week where nobody says otherwise, and for four at most', () => {
    expect([usualGuestDay('2026-11-22', '2027-01-31'), lastGuestDay('2026-11-22', '2027-01-31')]).toEqual(['2026-11-29', '2026-12-20']);
    expect(wrong({})).toEqual([]);
    expect([wrong({ untilOn: '2026-12-20' }), wrong({ untilOn: '2026-12-21' })]).toEqual([[], ['untilOn']]);
  });

  it('never works for longer than the return is taken', () => {
    expect([usualGuestDay('2026-11-22', '2026-11-25'), lastGuestDay('2026-11-22', '2026-11-25')]).toEqual(['2026-11-25', '2026-11-25']);
    expect(wrong({ finalOn: '2026-11-25', untilOn: '2026-11-26' })).toEqual(['untilOn']);
  });

  it('is for somebody by name, for questions that are asked, and until a day that comes', () => {
    expect(wrong({ name: ' ' })).toEqual(['name']);
    expect(wrong({ questions: 0, asked: 0 })).toEqual(['questionIds']);
    expect(wrong({ asked: 1 })).toEqual(['questionIds']);
    expect(wrong({ questions: 101, asked: 101 })).toEqual(['questionIds']);
    expect(wrong({ untilOn: '2026-11-21' })).toEqual(['untilOn']);
    expect(wrong({ untilOn: '2026-02-30' })).toEqual(['untilOn']);
  });
});
