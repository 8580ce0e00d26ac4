import { describe, expect, it } from '@jest/globals';
import type { HeatmapRow, LevelView } from '@attest/shared/client';
import { inOrder } from './heatmap-order';

const levels = [{ key: 'green', meets: true }, { key: 'amber', meets: false }, { key: 'red', meets: false }] as LevelView[];
const row = (name: string, group: string, green: number, amber: number, red: number) => ({ name, group, counts: { green, amber, red } }) as unknown as HeatmapRow;
const rows = [row('beacon', 'Secondary', 8, 2, 0), row('Ashdene', 'Primary', 8, 1, 1), row('Copse', 'Secondary', 0, 0, 0), row('Dovecote', 'Primary', 3, 1, 0), row('Elmtree', 'Primary', 9, 0, 0)];
const names = (sort?: 'weakest' | 'name' | 'group') => inOrder(rows, levels, sort).map(({ name }) => name);

describe('a table that is all here is put in order here', () => {
  it('by the share below the standard, then by the worst level, then by name; what is not rated comes last', () => {
    expect(names()).toEqual(['Dovecote', 'Ashdene', 'beacon', 'Elmtree', 'Copse']);
  });

  it('by name, whatever its capitals, and by group and name', () => {
    expect(names('name')).toEqual(['Ashdene', 'beacon', 'Copse', 'Dovecote', 'Elmtree']);
    expect(names('group')).toEqual(['Ashdene', 'Dovecote', 'Elmtree', 'beacon', 'Copse']);
  });
});
