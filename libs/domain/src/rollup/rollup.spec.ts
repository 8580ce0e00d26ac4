import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { phases, sectors } from '../questionnaire/organisation-profile';
import { mergedPhase, peerGroupOf, peerGroups, tally, weakestFirst, type Told } from './index';

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
