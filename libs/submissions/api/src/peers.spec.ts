import { describe, expect, it } from '@jest/globals';
import { groupInWords, peerView } from './peers';

describe('where a result stands among its peers', () => {
  const say = (own: string | null, counts: Record<string, number>) =>
    peerView(own, Object.entries(counts).map(([level, organisations]) => ({ level, organisations })), ['green', 'amber', 'red'], 'Health organisations');
  const hidden = 'Fewer than five health organisations have submitted, or all of them say the same, so nothing is shown, to protect them [c].';

  it.each<[string, string | null, Record<string, number>, string | null, string]>([
    ['better than most', 'green', { green: 2, amber: 6, red: 1 }, 'higher', 'Higher than more than half of the 9 health organisations that have submitted.'],
    ['worse than most', 'red', { green: 2, amber: 6, red: 1 }, 'lower', 'Lower than more than half of the 9 health organisations that have submitted.'],
    ['among most', 'amber', { green: 2, amber: 6, red: 1 }, 'in-line', 'In line with the 9 health organisations that have submitted: neither higher nor lower than more than half of them.'],
    ['nobody has submitted', 'green', {}, null, hidden],
    ['too few have', 'green', { amber: 4 }, null, hidden],
    ['few have, and all say the same', 'green', { amber: 7 }, null, hidden],
    ['it is not rated itself', null, { green: 2, amber: 6, red: 1 }, null, 'Not rated here, so there is nothing to compare.'],
  ])('%s', (_, own, counts, band, sentence) => {
    expect(say(own, counts)).toEqual({ band, group: 'Health organisations', sentence });
  });

  it('names the group as people do', () => {
    expect(groupInWords('nursery-primary', 'school')).toBe('Nursery and primary schools');
    expect(groupInWords('justice', 'agency')).toBe('Police, justice and fire organisations');
  });
});
