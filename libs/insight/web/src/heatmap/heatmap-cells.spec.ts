import { describe, expect, it } from '@jest/globals';
import type { HeatmapCell, HeatmapView, LevelView } from '@attest/shared/client';
import { drawCell, drawRows, oneDecimal } from './heatmap-cells';

const level = (key: string, letter: string, word: string, colour: LevelView['colour'], meets: boolean): LevelView =>
  ({ key, letter, word, colour, meets, score: 0, meaning: '' });
const levels = [level('green', 'G', 'Met', 'green', true), level('amber', 'A', 'Partly met', 'amber', false), level('red', 'R', 'Not met', 'red', false)];
const byKey = new Map(levels.map((each) => [each.key, each]));
const aCell = (of: Partial<HeatmapCell> = {}): HeatmapCell => ({ standard: 'online-safety', state: 'rated', level: 'amber', self: null, last: null, movement: null, revised: false, ...of });
const drawn = (of: Partial<HeatmapCell>, href: string | null = '/there') => drawCell(aCell(of), byKey, href);

describe('a cell of the heatmap', () => {
  it('shows a letter and says the word', () => {
    expect(drawn({})).toMatchObject({ text: 'A', look: 'amber', arrow: '', words: 'Partly met', href: '/there' });
  });

  it('says what it was last round and which way it went', () => {
    expect(drawn({ last: 'red', movement: 'up' })).toMatchObject({ arrow: '▲', words: 'Partly met, was Not met last round: up' });
    expect(drawn({ last: 'green', movement: 'down' })).toMatchObject({ arrow: '▼', words: 'Partly met, was Met last round: down' });
    expect(drawn({ last: 'red', movement: 'up', revised: true })).toMatchObject({ arrow: '▲[r]', words: 'Partly met, revised, was Not met last round: up' });
    expect(drawn({ last: 'amber', movement: 'same' })).toMatchObject({ arrow: '=', words: 'Partly met, same as last round' });
  });

  it('shows both letters where moderation changed the rating, the self rating first', () => {
    expect(drawn({ level: 'red', self: 'amber' })).toMatchObject({ text: 'A>R', look: 'red moderated', words: 'self Partly met, moderated Not met' });
  });

  it('tells three absences apart, never as a blank, and leads nowhere from them', () => {
    const absent = (['not-returned', 'not-asked', 'not-rated'] as const).map((state) => drawn({ state, level: null }, null));
    expect(absent.map(({ text }) => text)).toEqual(['[x]', '[z]', '–']);
    expect(absent.map(({ words }) => words)).toEqual(['Not returned', 'Not asked', 'Not rated']);
    expect(absent.every(({ href }) => href === null)).toBe(true);
  });

  it('shows no percentage it does not know', () => {
    expect([null, 0, 66.7, 100].map(oneDecimal)).toEqual(['–', '0.0', '66.7', '100']);
  });
});

describe('the rows of the heatmap', () => {
  const view = {
    round: { id: 'r', name: 'R' }, levels,
    rows: [{
      organisationId: 'oakfield', name: 'Oakfield', area: null, group: 'Primary', submissionId: 's', returned: false, overall: null, overallRevised: false,
      cells: [aCell(), aCell({ standard: 'training', state: 'not-asked', level: null })], counts: { amber: 1 }, percentMeets: 0,
    }],
  } as unknown as HeatmapView;

  it('leads only from what is rated, and only for those who may read the words', () => {
    expect(drawRows(view, (standard, organisation) => `/${standard}/${organisation}`, () => null)[0]!.cells.map(({ href }) => href)).toEqual(['/online-safety/oakfield', null]);
    expect(drawRows(view, () => null, () => null)[0]!.cells.map(({ href }) => href)).toEqual([null, null]);
  });

  it('leads from a name to the organisation beside its last year and its peers, for everybody', () => {
    expect(drawRows(view, () => null, () => null)[0]!.href).toBe('/compare/r/side-by-side?with=organisation:oakfield,last:organisation:oakfield,peers:oakfield');
  });

  it('counts the levels worst first', () => {
    expect(drawRows(view, () => null, () => null)[0]).toMatchObject({ counts: [0, 1, 0], meets: '0.0%', area: 'All areas', overall: { text: '[x]' } });
  });
});
