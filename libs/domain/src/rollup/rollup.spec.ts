import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { phases, sectors } from '../questionnaire/organisation-profile';
import { meetsRate, mergedPhase, movement, peerGroupOf, peerGroups, percentage, responseRate, tally, weakestFirst, type Told } from './index';

/** Best first. */
const rag = [{ key: 'green', meets: true }, { key: 'amber', meets: false }, { key: 'red', meets: false }];

describe('a tally', () => {
  it('keeps not applicable, unanswered and not asked apart from the answers and from each other', () => {
    const told: Told[] = [{ level: 'green' }, { level: 'red' }, { level: 'green' }, 'not-applicable', 'unanswered', 'unanswered', 'not-asked', 'not-asked', 'not-asked'];
    expect(tally(told, rag)).toEqual({ counts: { green: 2, amber: 0, red: 1 }, base: 3, notApplicable: 1, unanswered: 2, notAsked: 3 });
  });

  it('loses nobody', () => {
    const one = fc.constantFrom<Told>({ level: 'green' }, { level: 'amber' }, { level: 'red' }, 'not-applicable', 'unanswered', 'not-asked');
    fc.assert(fc.property(fc.array(one), (told) => {
      const { counts, base, notApplicable, unanswered, notAsked } = tally(told, rag);
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(base);
      expect(base + notApplicable + unanswered + notAsked).toBe(told.length);
    }));
  });

  it('refuses a level of another scale', () => {
    expect(() => tally([{ level: 'blue' }], rag)).toThrow("no level 'blue'");
  });
});

describe('a percentage', () => {
  it.each([
    [1, 8, 0, 13], [1, 200, 0, 1], [1, 201, 0, 0], [2, 3, 1, 66.7], [1, 3, 2, 33.33], [5, 8, 1, 62.5], [1, 16, 1, 6.3], [0, 7, 0, 0], [7, 7, 1, 100],
    // 0.285 and 0.575 are less in binary than they look.
    [57, 200, 0, 29], [23, 40, 0, 58],
  ] as const)('%d of %d to %d decimals is %d', (count, base, decimals, expected) => {
    expect(percentage(count, base, decimals)).toBe(expected);
  });

  it('of nothing is not known', () => expect(percentage(0, 0)).toBeNull());

  it('is within half a unit of the truth, and never further', () => {
    fc.assert(fc.property(fc.nat(30_000), fc.nat(30_000), (a, b) => {
      const [count, base] = [Math.min(a, b), Math.max(a, b) || 1];
      expect(Math.abs(percentage(count, base, 1)! * base - count * 100)).toBeLessThanOrEqual(0.05 * base + 1e-6);
    }));
  });
});

describe('the rates', () => {
  it('of response stands on the stored denominator', () => {
    expect(responseRate({ submitted: 415, denominator: 419 }, 1)).toEqual({ count: 415, base: 419, percentage: 99 });
    expect(responseRate({ submitted: 0, denominator: 0 })).toEqual({ count: 0, base: 0, percentage: null });
  });

  it('of meeting the standard asks the scale what meets it', () => {
    const counted = tally([{ level: 'green' }, { level: 'amber' }, { level: 'red' }, 'not-applicable'], rag);
    expect(meetsRate(counted, rag)).toEqual({ count: 1, base: 3, percentage: 33 });
    expect(meetsRate(counted, rag.map((level) => ({ ...level, meets: level.key !== 'red' }))).count).toBe(2);
  });
});

describe('the weakest first', () => {
  const items = [
    { name: 'Governance', notMeeting: 1, worst: 1, base: 3 },
    { name: 'online safety', notMeeting: 2, worst: 0, base: 6 },
    { name: 'Early help', notMeeting: 2, worst: 0, base: 6 },
    { name: 'Nobody asked', notMeeting: 0, worst: 0, base: 0 },
    { name: 'Recruitment', notMeeting: 3, worst: 0, base: 4 },
    { name: 'All well', notMeeting: 0, worst: 0, base: 9 },
  ];
  const expected = ['Recruitment', 'Governance', 'Early help', 'online safety', 'All well', 'Nobody asked'];

  it('is by share, then by the worst level, then by name, in whatever order they came', () => {
    fc.assert(fc.property(fc.shuffledSubarray(items, { minLength: items.length }), (shuffled) => {
      expect(weakestFirst(shuffled).map(({ name }) => name)).toEqual(expected);
    }));
  });
});

describe('movement', () => {
  it.each([[2, 0, 'up'], [0, 1, 'down'], [1, 1, 'same'], [null, 1, null], [1, null, null], [-1, 1, null]] as const)('from %s to %s is %s', (previous, now, expected) => {
    expect(movement(previous, now)).toBe(expected);
  });
});

describe('peer groups', () => {
  it('merge phases that would be too few alone', () => {
    expect(phases.map((phase) => mergedPhase(phase).label)).toEqual([
      'Nursery and primary', 'Nursery and primary', 'Secondary, all-through and 16-plus', 'Secondary, all-through and 16-plus', 'Secondary, all-through and 16-plus',
      'Special and alternative provision', 'Special and alternative provision',
    ]);
  });

  it('have a place for every sector', () => {
    for (const sector of sectors) expect(peerGroups).toContainEqual(peerGroupOf({ kind: 'agency', phase: null, sector }));
    expect(new Set(peerGroups.map(({ key }) => key)).size).toBe(7);
  });

  it('have none for what the register does not know', () => {
    expect(peerGroupOf({ kind: 'school', phase: null, sector: null })).toBeNull();
    expect(peerGroupOf({ kind: 'agency', phase: null, sector: null })).toBeNull();
  });
});
