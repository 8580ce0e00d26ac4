import type { ScaleLevel, Tally } from './tally';

/** Counts always go with their percentage, so that a reader can see how much it stands on. */
export interface Figure {
  readonly count: number;
  readonly base: number;
  /** `null` on a base of 0: nothing is known, which is not 0 %. */
  readonly percentage: number | null;
}

/**
 * Rounded once, from the counts, half up: 1 of 8 is 13 %. Whole numbers throughout, so that no binary fraction decides a half.
 * Whole percentages in text, one decimal in tables. Never average or add what this returns: start from the counts again.
 */
export function percentage(count: number, base: number, decimals: 0 | 1 | 2 = 0): number | null {
  if (base === 0) return null;
  const scale = 10 ** decimals;
  return Math.floor((2 * count * 100 * scale + base) / (2 * base)) / scale;
}

/** Returns handed in out of organisations asked. The denominator is the round's stored one, of its date, not today's list. */
export function responseRate({ submitted, denominator }: Returned, decimals: 0 | 1 | 2 = 0): Figure {
  return { count: submitted, base: denominator, percentage: percentage(submitted, denominator, decimals) };
}

export interface Returned {
  readonly submitted: number;
  readonly denominator: number;
}

/** How many answers meet the standard, out of those answered. Which levels meet it is for the scale to say. */
export function meetsRate({ counts, base }: Pick<Tally, 'counts' | 'base'>, levels: readonly ScaleLevel[], decimals: 0 | 1 | 2 = 0): Figure {
  const count = levels.filter(({ meets }) => meets).reduce((sum, { key }) => sum + (counts[key] ?? 0), 0);
  return { count, base, percentage: percentage(count, base, decimals) };
}
