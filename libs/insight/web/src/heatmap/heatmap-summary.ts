import { meetsRate } from '@attest/domain/measures';
import type { HeatmapView, LevelView, StandardView } from '@attest/shared/client';
import { oneDecimal } from './heatmap-cells';

export interface LevelLine {
  readonly level: LevelView;
  readonly counts: readonly number[];
  /** "41 of 852 ratings". */
  readonly total: string;
}

/** One line a level, worst first: how many organisations stand there, for each standard and over all of them. */
export function levelLines({ levels, standards }: Pick<HeatmapView, 'levels' | 'standards'>): LevelLine[] {
  const base = standards.reduce((sum, standard) => sum + standard.base, 0);
  return levels.toReversed().map((level) => {
    const counts = standards.map((standard) => standard.counts[level.key] ?? 0);
    return { level, counts, total: `${counts.reduce((sum, count) => sum + count, 0)} of ${base} ratings` };
  });
}

export interface PercentLine {
  readonly label: string;
  readonly values: readonly string[];
  readonly rest: string;
}

/** How many meet each standard, and how many did in the round before where the two can be compared. */
export function percentLines(view: Pick<HeatmapView, 'levels' | 'standards' | 'lastRound' | 'comparable'>): PercentLine[] {
  const { standards, lastRound, comparable } = view;
  const now = { label: 'Meet the standard', values: standards.map(({ percentMeets }) => oneDecimal(percentMeets)), rest: `${oneDecimal(meetsOverall(view))} of all ratings` };
  if (!lastRound || !comparable) return [now];
  return [now, { label: 'Last round', values: standards.map(({ lastPercentMeets }) => oneDecimal(lastPercentMeets)), rest: lastRound.name }];
}

/** From the counts of all standards: never an average of percentages. */
export function meetsOverall({ levels, standards }: Pick<HeatmapView, 'levels' | 'standards'>): number | null {
  const over = (count: (standard: StandardView) => number) => standards.reduce((sum, standard) => sum + count(standard), 0);
  const counts = Object.fromEntries(levels.map(({ key }) => [key, over((standard) => standard.counts[key] ?? 0)]));
  return meetsRate({ counts, base: over(({ base }) => base) }, levels, 1).percentage;
}

/** The standards to look at first, if anything is known of them. */
export function weakest(standards: readonly StandardView[], most = 3): StandardView[] {
  return standards.filter(({ base, percentMeets }) => base > 0 && percentMeets !== null && percentMeets < 100)
    .toSorted((a, b) => a.weakness - b.weakness).slice(0, most);
}

/** Others that no more organisations meet than the last of these: a list that stops among equals says so. */
export function asWeak(standards: readonly StandardView[], first: readonly StandardView[]): number {
  const last = first.at(-1)?.percentMeets ?? null;
  return last === null ? 0 : standards.filter((one) => one.percentMeets === last && !first.includes(one)).length;
}
