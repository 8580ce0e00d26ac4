import { describe, expect, it } from '@jest/globals';
import { inAudience, type Audience } from './index';

const everybody: Audience = { areaIds: [], phases: [], sectors: [], types: [] };
const school = { areaId: 'north', phase: 'primary', sector: null, type: 'Academy converter' } as const;
const agency = { areaId: null, phase: null, sector: 'police', type: '' } as const;

describe('whom a round asks', () => {
  it('is everybody where nothing is named', () => {
    expect([school, agency].map((one) => inAudience(everybody, one))).toEqual([true, true]);
  });

  it.each<[Partial<Audience>, boolean, boolean]>([
    [{ areaIds: ['north'] }, true, true],
    [{ areaIds: ['south'] }, false, true],
    [{ phases: ['nursery', 'primary'] }, true, false],
    [{ sectors: ['police'] }, false, true],
    [{ types: ['Academy converter'] }, true, false],
    [{ areaIds: ['north'], phases: ['secondary'] }, false, false],
  ])('by %j: the school %s, the agency of all areas %s', (lists, asksSchool, asksAgency) => {
    expect(inAudience({ ...everybody, ...lists }, school)).toBe(asksSchool);
    expect(inAudience({ ...everybody, ...lists }, agency)).toBe(asksAgency);
  });
});
