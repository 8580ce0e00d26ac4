import { describe, expect, it } from '@jest/globals';
import { groupInWords, phaseWords, sectorWords } from './groups';
import { phases, sectors } from './organisation-profile';

describe('what groups of organisations are called', () => {
  it.each([[phases, phaseWords], [sectors, sectorWords]])('gives each of them words of its own', (keys, words) => {
    expect(Object.keys(words)).toEqual([...keys]);
    expect(new Set(Object.values(words)).size).toBe(keys.length);
  });

  it('calls a school by its phase, an agency by its sector, and the unknown nothing', () => {
    expect(groupInWords({ phase: '16-plus', sector: null })).toBe('16 plus');
    expect(groupInWords({ phase: null, sector: 'icb' })).toBe('Integrated care board');
    expect(groupInWords({ phase: null, sector: null })).toBe('');
  });
});
