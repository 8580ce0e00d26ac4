/** Counts always go with their percentage, so that a reader can see how much it stands on. */
export interface Figure {
  readonly count: number;
  readonly base: number;
  /** `null` on a base of 0: nothing is known, which is not 0 %. */
  readonly percentage: number | null;
}

/** Whole percentages in text, one decimal in tables. */
export type Decimals = 0 | 1 | 2;

/**
 * Rounded once, from the counts, half up: 1 of 8 is 13 %. Whole numbers throughout, so that no binary fraction decides a half.
 * Never average or add what this returns: start from the counts again.
 */
export function percentage(count: number, base: number, decimals: Decimals = 0): number | null {
  if (base === 0) return null;
  const scale = 10 ** decimals;
  return Math.floor((2 * count * 100 * scale + base) / (2 * base)) / scale;
}

export function figureOf(count: number, base: number, decimals: Decimals = 0): Figure {
  return { count, base, percentage: percentage(count, base, decimals) };
}
