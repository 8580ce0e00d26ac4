import { describe, expect, it } from '@jest/globals';
import type { RoundOrganisation } from '@attest/shared/client';
import { countInWords, leftIn, matching, optionsIn, withinFilters } from './narrowing';

const one = (name: string, more: Partial<RoundOrganisation> = {}): RoundOrganisation =>
  ({ id: name, name, areaId: 'm', area: 'Middlesbrough', groupKey: 'primary', group: 'Primary', type: 'Academy', returned: true, ...more });
const all = [one('Ash'), one('Bécher', { groupKey: 'secondary', group: 'Secondary' }), one('Cedar', { areaId: 'r', area: 'Redcar', returned: false }), one('Dogwood', { areaId: null, area: null, type: '' })];
const names = (some: readonly RoundOrganisation[]) => some.map(({ name }) => name);

describe('which organisations a file is about', () => {
  it('are those of the area, phase and type, and of them those chosen by name', () => {
    expect(names(withinFilters(all, { areaId: 'm', phase: 'primary' }))).toEqual(['Ash']);
    expect(names(leftIn(all, {}))).toEqual(['Ash', 'Bécher', 'Cedar', 'Dogwood']);
    expect(names(leftIn(all, { areaId: 'm', organisationIds: ['Ash', 'Cedar'] }))).toEqual(['Ash']);
    expect(leftIn(all, { organisationIds: [] })).toEqual([]);
  });

  it('are counted in words, with how many of them have returned', () => {
    expect(countInWords(all, {})).toBe('All 4 organisations are in, of which 3 have returned.');
    expect(countInWords(all, { organisationIds: ['Ash'] })).toBe('1 of 4 organisations is in, of which 1 has returned.');
    expect(countInWords(all, { organisationIds: [] })).toBe('0 of 4 organisations are in, of which 0 have returned.');
  });

  it('are found by parts of the name or the area, with or without accents', () => {
    expect(['becher', 'REDCAR ced', 'ash middl', 'nobody', ''].map((term) => names(matching(all, term)).join())).toEqual(['Bécher', 'Cedar', 'Ash', '', 'Ash,Bécher,Cedar,Dogwood']);
  });

  it('can be narrowed by what is recorded of them, in the usual order', () => {
    const { areas, groups, types } = optionsIn(all.toReversed());
    expect([areas, groups, types].map((options) => options.map(({ label }) => label))).toEqual([['Middlesbrough', 'Redcar'], ['Primary', 'Secondary'], ['Academy']]);
  });
});
