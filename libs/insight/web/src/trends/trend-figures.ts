import { layoutTrend, type Drawing, type TrendDot, type TrendLine } from '@attest/domain/figures';
import { percentage, type Sign } from '@attest/domain/measures';
import type { TrendPoint, TrendSeries, TrendView } from '@attest/shared/client';

/** `link` says where a point leads, or null where it leads nowhere. */
export function trendLine({ ref, title, points }: TrendSeries, { rounds }: TrendView, link: (point: TrendPoint) => string | null): TrendLine {
  return {
    title: `${ref} ${title}`,
    dots: points.map((point, at): TrendDot => {
      const to = point.key === null ? null : link(point);
      return { percent: point.percent, said: `${percentage(point.count, point.base)}%`, joined: point.joined ?? 'whole', ...(to !== null && { link: { to, says: `${ref} ${title}, ${rounds[at]!.label}: ${pointInWords(point)}` } }) };
    }),
  };
}

export const trendPicture = (view: TrendView): Drawing => layoutTrend(view.series.map((series) => trendLine(series, view, () => null)), labelsOf(view));

export const labelsOf = ({ rounds }: TrendView): string[] => rounds.map(({ label, provisional }) => `${label}${provisional ? ' [p]' : ''}`);

/** One decimal, as everywhere in tables, with the counts it was made from. */
export function pointInWords({ key, count, base, percent }: TrendPoint): string {
  if (key === null) return '[x] not asked then';
  return percent === null ? '[x] nobody is rated' : `${percent.toFixed(percent === 100 ? 0 : 1)}% (${count} of ${base})`;
}

/** What a reader must know before reading on from the round before. */
export function breakInWords({ joined, reasons, questions, comparable }: TrendPoint): string {
  if (joined === null || joined === 'whole') return '';
  const how = joined === 'apart' ? 'not comparable' : questions > 1 ? `${comparable} of ${questions} questions comparable` : 'comparable with care';
  return `[b] ${how}: ${reasons.join(', ')}`;
}

/** Breaks of one line, newest first. */
export function breaksOf({ points }: TrendSeries, { rounds }: TrendView): string[] {
  return points.map((point, at) => [rounds[at]!.label, breakInWords(point)] as const).filter(([, said]) => said !== '').map(([label, said]) => `${label} ${said}`).toReversed();
}

/** What the figure says: how many went up and down against the round before, of those that may be compared at all. */
export function titleOf({ series, rounds, standard }: TrendView): string {
  const what = standard ? ['question', 'questions'] : ['standard', 'standards'];
  const before = rounds.at(-2);
  if (!before) return `${series.length} ${what[series.length === 1 ? 0 : 1]}, and no round before to compare with`;
  const pairs = series.map(({ points }) => [points.at(-2)!, points.at(-1)!] as const).filter(([then, now]) => now.joined !== null && now.joined !== 'apart' && then.base > 0 && now.base > 0);
  if (pairs.length === 0) return `${rounds.at(-1)!.label} cannot be compared with ${before.label}`;
  // cross-multiplied: two shares that round alike need not be equal
  const [up, down] = [1, -1].map((sign) => pairs.filter(([then, now]) => Math.sign(now.count * then.base - then.count * now.base) === sign).length) as [number, number];
  return `Since ${before.label}, ${up} of ${pairs.length} ${what[1]} that can be compared went up, ${down} went down`;
}

export function signsOf({ series, rounds }: TrendView): Sign[] {
  const points = series.flatMap((one) => one.points);
  return [
    ...(points.some(({ joined }) => joined === 'apart' || joined === 'with-break') ? ['brokenSeries' as const] : []),
    ...(rounds.some(({ provisional }) => provisional) ? ['provisional' as const] : []),
    ...(points.some(({ percent }) => percent === null) ? ['notAvailable' as const] : []),
  ];
}
