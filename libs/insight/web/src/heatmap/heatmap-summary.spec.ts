import { describe, expect, it } from '@jest/globals';
import type { LevelView, StandardView } from '@attest/shared/client';
import { asWeak, levelLines, meetsOverall, weakest } from './heatmap-summary';

const levels = [{ key: 'green', word: 'Met', meets: true }, { key: 'red', word: 'Not met', meets: false }] as LevelView[];
const aStandard = (of: Partial<StandardView>): StandardView =>
  ({ key: 'x', ref: '1', title: 'X', counts: {}, base: 0, notRated: 0, notAsked: 0, percentMeets: null, lastPercentMeets: null, weakness: 1, ...of });

describe('the summary of the heatmap', () => {
  it('counts each level for each standard, worst first, and over all', () => {
    const standards = [aStandard({ counts: { green: 3, red: 1 }, base: 4 }), aStandard({ counts: { green: 1 }, base: 1 })];
    expect(levelLines({ levels, standards }).map(({ level, counts, total }) => [level.word, counts, total])).toEqual([
      ['Not met', [1, 0], '1 of 5 ratings'], ['Met', [3, 1], '4 of 5 ratings'],
    ]);
  });

  it('works its percentage out from the counts, not from the percentages', () => {
    const standards = [aStandard({ counts: { green: 1, red: 99 }, base: 100 }), aStandard({ counts: { green: 1 }, base: 1 })];
    expect(meetsOverall({ levels, standards })).toBe(2);
    expect(meetsOverall({ levels, standards: [] })).toBeNull();
  });

  it('names the weakest standards, but none that everybody meets or nobody answered', () => {
    const standards = [
      aStandard({ key: 'b', base: 4, percentMeets: 50, weakness: 2 }), aStandard({ key: 'a', base: 4, percentMeets: 25, weakness: 1 }),
      aStandard({ key: 'met', base: 4, percentMeets: 100, weakness: 3 }), aStandard({ key: 'unknown', weakness: 4 }),
    ];
    expect(weakest(standards).map(({ key }) => key)).toEqual(['a', 'b']);
    const equal = ['c', 'd', 'e'].map((key) => aStandard({ key, base: 4, percentMeets: 50, weakness: 3 }));
    expect(asWeak([...standards, ...equal], weakest([...standards, ...equal]))).toBe(2);
    expect(asWeak(standards, weakest(standards))).toBe(0);
  });
});
