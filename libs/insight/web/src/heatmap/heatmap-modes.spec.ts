import { describe, expect, it } from '@jest/globals';
import type { HeatmapCell, LevelView } from '@attest/shared/client';
import { drawIn, modeOf } from './heatmap-modes';

const levels = new Map([['green', 'G', 'Met'], ['amber', 'A', 'Partly met'], ['red', 'R', 'Not met']].map(([key, letter, word]) => [key!, { key, letter, word, colour: key } as LevelView]));
const cell = (of: Partial<HeatmapCell> = {}): HeatmapCell => ({ standard: 'training', state: 'rated', level: 'amber', self: null, last: null, movement: null, revised: false, ...of });
const drawn = (mode: string | undefined, of: Partial<HeatmapCell> = {}) => drawIn(modeOf(mode), cell(of), levels, '/there');

describe('what the cells of the table show', () => {
  it('is every level unless a mode is chosen', () => {
    expect(drawn(undefined)).toMatchObject({ text: 'A', look: 'amber' });
    expect(drawn('nonsense')).toMatchObject({ text: 'A', look: 'amber' });
    expect(drawn('self')).toMatchObject({ text: 'A', look: 'amber' });
  });

  it('is where the panel saw it otherwise, with the rest standing back', () => {
    expect(drawn('gap', { self: 'green' })).toMatchObject({ text: 'G>A', look: 'amber moderated' });
    expect(drawn('gap')).toMatchObject({ text: '=', look: 'none', words: 'Partly met: not changed by a panel', href: '/there' });
  });

  it('is what changed since last round, from what to what', () => {
    expect(drawn('change', { last: 'red', movement: 'up' })).toMatchObject({ text: 'R→A', look: 'amber', arrow: '', words: 'Partly met, was Not met last round: up' });
    expect(drawn('change', { last: 'amber', movement: 'same' })).toMatchObject({ text: '=', look: 'none', words: 'Partly met, same as last round' });
    expect(drawn('change')).toMatchObject({ text: '–', words: 'Partly met: nothing to compare with' });
  });

  it('keeps every absence what it is', () => {
    for (const mode of ['self', 'gap', 'change']) expect(drawn(mode, { state: 'not-returned', level: null }).text).toBe('[x]');
  });
});
