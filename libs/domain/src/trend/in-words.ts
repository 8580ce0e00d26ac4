import { layoutTrend, type Drawing, type TrendDot, type TrendLine } from '../figures';
import { percentage, type Sign } from '../measures';
import type { Step } from './step';

/** A standard or a question in one of the rounds. */
export interface TrendPoint {
  /** Its key there; null where it was not there. */
  readonly key: string | null;
  readonly count: number;
  readonly base: number;
  /** To one decimal; null where nobody is rated. */
  readonly percent: number | null;
  /** How it may be held against the round before; null where there is nothing to hold it against. */
  readonly joined: Step['joined'] | null;
  /** Why there is a break, in words. */
  readonly reasons: readonly string[];
  readonly questions: number;
  readonly comparable: number;
}

export interface TrendSeries<Point extends TrendPoint = TrendPoint> {
  readonly ref: string;
  readonly title: string;
  /** One for each round, oldest first. */
  readonly points: readonly Point[];
}

export interface TrendRound {
  readonly label: string;
  readonly provisional: boolean;
  /** Null for the first. */
  readonly comparability: {
    readonly questions: number; readonly comparable: number; readonly percent: number | null;
    readonly organisations: number; readonly inBoth: number; readonly inBothPercent: number | null;
  } | null;
}

/** Rounds that followed one another, oldest first, and what went through them. */
export interface Trend {
  /** Null for all standards, else whose questions they are. */
  readonly standard: object | null;
  readonly rounds: readonly TrendRound[];
  readonly series: readonly TrendSeries[];
}

/** `link` says where a point leads, or null where it leads nowhere. */
export function trendLine<Point extends TrendPoint>({ ref, title, points }: TrendSeries<Point>, { rounds }: Pick<Trend, 'rounds'>, link: (point: Point) => string | null = () => null): TrendLine {
  return {
    title: `${ref} ${title}`,
    dots: points.map((point, at): TrendDot => {
      const to = point.key === null ? null : link(point);
      return { percent: point.percent, said: `${percentage(point.count, point.base)}%`, joined: point.joined ?? 'whole', ...(to !== null && { link: { to, says: `${ref} ${title}, ${rounds[at]!.label}: ${pointInWords(point)}` } }) };
    }),
  };
}

export const trendPicture = (trend: Trend): Drawing => layoutTrend(trend.series.map((series) => trendLine(series, trend)), labelsOf(trend));

export const labelsOf = ({ rounds }: Pick<Trend, 'rounds'>): string[] => rounds.map(({ label, provisional }) => `${label}${provisional ? ' [p]' : ''}`);

/** One decimal, as everywhere in tables, with the counts it was made from. */
export function pointInWords({ key, count, base, percent }: TrendPoint): string {
  if (key === null) return '[x] not asked then';
  return percent === null ? '[x] nobody is rated' : share(count, base, percent);
}

/** What a reader must know before reading on from the round before. */
export function breakInWords({ joined, reasons, questions, comparable }: TrendPoint): string {
  if (joined === null || joined === 'whole') return '';
  const how = joined === 'apart' ? 'not comparable' : questions > 1 ? `${comparable} of ${questions} questions comparable` : 'comparable with care';
  return `[b] ${how}: ${reasons.join(', ')}`;
}

/** Breaks of one line, newest first. */
export function breaksOf({ points }: TrendSeries, { rounds }: Pick<Trend, 'rounds'>): string[] {
  return points.map((point, at) => [rounds[at]!.label, breakInWords(point)] as const).filter(([, said]) => said !== '').map(([label, said]) => `${label} ${said}`).toReversed();
}

/** How much of each round may be held against the one before, newest first: said before anything is drawn. */
export function comparedInWords({ rounds }: Pick<Trend, 'rounds'>): { readonly label: string; readonly questions: string; readonly organisations: string }[] {
  return rounds.flatMap(({ label, comparability }, at) => (comparability === null ? [] : [{
    label: `${rounds[at - 1]!.label} to ${label}`,
    questions: comparability.comparable === 0 ? 'None: not comparable [b]' : share(comparability.comparable, comparability.questions, comparability.percent),
    organisations: share(comparability.inBoth, comparability.organisations, comparability.inBothPercent),
  }])).toReversed();
}

const share = (count: number, base: number, percent: number | null): string => (percent === null ? `${count} of ${base}` : `${inTenths(percent)}% (${count} of ${base})`);

const inTenths = (percent: number): string => percent.toFixed(percent === 100 ? 0 : 1);

/** What the figure says: how many went up and down against the round before, of those that may be compared at all. */
export function titleOf({ series, rounds, standard }: Trend): string {
  const what = standard ? ['question', 'questions'] : ['standard', 'standards'];
  const before = rounds.at(-2);
  if (!before) return `${series.length} ${what[series.length === 1 ? 0 : 1]}, and no round before to compare with`;
  const pairs = series.map(({ points }) => [points.at(-2)!, points.at(-1)!] as const).filter(([then, now]) => now.joined !== null && now.joined !== 'apart' && then.base > 0 && now.base > 0);
  if (pairs.length === 0) return `${rounds.at(-1)!.label} cannot be compared with ${before.label}`;
  // cross-multiplied: two shares that round alike need not be equal
  const [up, down] = [1, -1].map((sign) => pairs.filter(([then, now]) => Math.sign(now.count * then.base - then.count * now.base) === sign).length) as [number, number];
  return `Since ${before.label}, ${up} of ${pairs.length} ${what[1]} that can be compared went up, ${down} went down`;
}

export function signsOf({ series, rounds }: Pick<Trend, 'series' | 'rounds'>): Sign[] {
  const points = series.flatMap((one) => one.points);
  return [
    ...(points.some(({ joined }) => joined === 'apart' || joined === 'with-break') ? ['brokenSeries' as const] : []),
    ...(rounds.some(({ provisional }) => provisional) ? ['provisional' as const] : []),
    ...(points.some(({ percent }) => percent === null) ? ['notAvailable' as const] : []),
  ];
}
