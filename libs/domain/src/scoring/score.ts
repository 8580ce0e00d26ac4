import { pointsShare } from '../measures';
import type { Band } from '../questionnaire';

/** Points won out of points available; whole numbers, so that adding up never drifts. */
export interface Score {
  readonly won: number;
  readonly available: number;
}

/** Key of the level reached, or `null`: nothing has been scored yet, which is not the same as the worst level. */
export function levelOf(score: Score, bands: readonly Band[]): string | null {
  return bandOf(score, bands)?.level ?? null;
}

/** The best band whose percentage the score reaches. Compared in whole numbers: 49.96% never passes for 50%. */
export function bandOf({ won, available }: Score, bands: readonly Band[]): Band | null {
  if (available === 0) return null;
  return bands.find((band) => won * 100 >= available * band.from) ?? null;
}

/** 0 to 100 with one decimal; `null` when nothing has been scored. */
export function percentOf(score: Score): number | null {
  return pointsShare(score).percentage;
}

export function sumOf(scores: readonly Score[]): Score {
  return {
    won: scores.reduce((sum, { won }) => sum + won, 0),
    available: scores.reduce((sum, { available }) => sum + available, 0),
  };
}
