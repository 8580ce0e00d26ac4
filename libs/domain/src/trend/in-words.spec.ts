import { describe, expect, it } from '@jest/globals';
import { breaksOf, comparedInWords, pointInWords, signsOf, titleOf, trendLine, type Trend, type TrendPoint, type TrendSeries } from './index';

const point = (of: Partial<TrendPoint> = {}): TrendPoint => ({ key: 'training', count: 29, base: 116, percent: 25, joined: 'whole', reasons: [], questions: 4, comparable: 4, ...of });
const series = (...points: TrendPoint[]): TrendSeries => ({ ref: '3', title: 'Training', points });
const round = (label: string, provisional = false) => ({ label, provisional, comparability: null });
const view = (...all: TrendSeries[]): Trend => ({ standard: null, rounds: [round('2025-26'), round('2026-27', true)], series: all });

describe('a trend in words', () => {
  it('says each share with the counts it was made from', () => {
    expect(pointInWords(point())).toBe('25.0% (29 of 116)');
    expect(pointInWords(point({ count: 3, base: 3, percent: 100 }))).toBe('100% (3 of 3)');
    expect(pointInWords(point({ count: 0, base: 0, percent: null }))).toBe('[x] nobody is rated');
    expect(pointInWords(point({ key: null, base: 0, percent: null }))).toBe('[x] not asked then');
  });

  it('gives each break its reason, the newest first, and none to what is as it was', () => {
    const apart = point({ joined: 'apart', reasons: ['the scale changed', 'the wording changed'] });
    const broken = point({ joined: 'with-break', reasons: ['questions were added'], comparable: 3 });
    expect(breaksOf(series(apart, broken), view())).toEqual(['2026-27 [b] 3 of 4 questions comparable: questions were added', '2025-26 [b] not comparable: the scale changed, the wording changed']);
    expect(breaksOf(series(point({ joined: null }), point()), view())).toEqual([]);
  });

  it('counts ups and downs from the counts, and only where two rounds may be compared', () => {
    const up = series(point({ count: 29, base: 116 }), point({ count: 30, base: 116 }));
    const alike = series(point({ count: 1, base: 4 }), point({ count: 29, base: 116 }));
    const apart = series(point({ count: 1, base: 4 }), point({ count: 4, base: 4, joined: 'apart' }));
    const unknown = series(point({ count: 0, base: 0, percent: null }), point());
    expect(titleOf(view(up, alike, apart, unknown))).toBe('Since 2025-26, 1 of 2 standards that can be compared went up, 0 went down');
    expect(titleOf(view(apart))).toBe('2026-27 cannot be compared with 2025-26');
    expect(titleOf({ ...view(series(point())), rounds: [round('2026-27')] })).toBe('1 standard, and no round before to compare with');
  });

  it('says first how much of a round can be compared at all', () => {
    const held = { questions: 40, comparable: 30, percent: 75, organisations: 24, inBoth: 24, inBothPercent: 100 };
    const rounds = [round('2024-25'), { ...round('2025-26'), comparability: held }, { ...round('2026-27'), comparability: { ...held, comparable: 0, percent: 0, organisations: 0, inBoth: 0, inBothPercent: null } }];
    expect(comparedInWords({ rounds })).toEqual([
      { label: '2025-26 to 2026-27', questions: 'None: not comparable [b]', organisations: '0 of 0' },
      { label: '2024-25 to 2025-26', questions: '75.0% (30 of 40)', organisations: '100% (24 of 24)' },
    ]);
  });

  it('explains the signs that are there, and no others', () => {
    expect(signsOf(view(series(point(), point())))).toEqual(['provisional']);
    expect(signsOf({ ...view(series(point({ base: 3 }), point({ joined: 'apart' }), point({ base: 0, percent: null }))), rounds: [round('2025-26')] })).toEqual(['brokenSeries', 'notAvailable']);
  });

  it('leads from a point to its round, under a name of its own, and from nothing nowhere', () => {
    const { dots } = trendLine(series(point({ key: null, percent: null }), point()), view(), ({ key }) => `/compare/r/standards/${key}`);
    expect(dots.map(({ link }) => link)).toEqual([undefined, { to: '/compare/r/standards/training', says: '3 Training, 2026-27: 25.0% (29 of 116)' }]);
    expect(dots[1]!.said).toBe('25%');
  });
});
