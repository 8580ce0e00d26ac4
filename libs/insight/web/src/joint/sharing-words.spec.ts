import { describe, expect, it } from '@jest/globals';
import { returnedInWords, sharingInWords } from './sharing-words';

const stands = { state: 'accepted' as const, shares: false, mine: null, mustShareAgain: false, readable: false };
const mine = { at: '2026-11-22T12:00:00Z', by: 'Priya Shah' };

describe('how sharing stands', () => {
  it.each([
    [stands, 'Neither of you shares yet.'],
    [{ ...stands, shares: true }, 'They share with you. You see their figures once you share yours.'],
    [{ ...stands, mine }, 'You share with them. You see their figures once they share theirs.'],
    [{ ...stands, mine, shares: true, readable: true }, 'You both share: each sees the figures of the other.'],
    [{ ...stands, mine, shares: true, mustShareAgain: true }, expect.stringContaining('until you have shared again')],
    [{ ...stands, mine, shares: true }, expect.stringContaining('they have to share again')],
    [{ ...stands, state: 'left' as const, mine }, 'They have left the joint round.'],
  ])('%j', (partner, words) => expect(sharingInWords(partner)).toEqual(words));

  it('says how many returned, and what cannot be compared', () => {
    expect(returnedInWords({ returned: 20, asked: 24, comparable: true })).toBe('20 of 24 returned');
    expect(returnedInWords({ returned: 20, asked: null, comparable: false })).toMatch(/^20 returned \[b\]/);
  });
});
