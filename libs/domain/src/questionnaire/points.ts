import type { Scale, Template } from './template';

/** What a question of weight 1 is worth. 60 divides evenly on evenly spaced scales of two to seven levels. */
export const POINTS = 60;

export function scaleOf(template: Pick<Template, 'scales'>, key: string | undefined): Scale | undefined {
  return template.scales.find((scale) => scale.key === key);
}

/** Whether a level of one means the same on the other, so that a movement may be shown: the same keys with the same scores. */
export function sameScale(one: Scale | undefined, other: Scale | undefined): boolean {
  if (one === undefined || other === undefined || one.levels.length !== other.levels.length) return false;
  return one.levels.every(({ key, score }, place) => other.levels[place]!.key === key && other.levels[place]!.score === score);
}

/**
 * Points of `POINTS` that a level wins: its distance from the worst level over the distance from best to worst, so that
 * a scale may run either way. `null` when the level is not on the scale or the scale does not tell best from worst.
 * Whole numbers for every scale that `templateProblems` lets through.
 */
export function pointsFor(scale: Scale, levelKey: string): number | null {
  const best = scale.levels[0]?.score;
  const worst = scale.levels.at(-1)?.score;
  const level = scale.levels.find(({ key }) => key === levelKey);
  if (level === undefined || best === undefined || worst === undefined || best === worst) return null;
  // on a scale where 1 is best the worst level comes to -0, which the same scale turned round would not give
  return (POINTS * (level.score - worst)) / (best - worst) + 0;
}
