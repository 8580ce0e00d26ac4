export const movements = ['up', 'down', 'same'] as const;
export type Movement = (typeof movements)[number];

/** Up is better, whichever end of the numbers is best: places in the scale, 0 the best. `null` where either is not known. */
export function movement(previousLevelIndex: number | null, nowLevelIndex: number | null): Movement | null {
  if (previousLevelIndex === null || nowLevelIndex === null || previousLevelIndex < 0 || nowLevelIndex < 0) return null;
  if (nowLevelIndex === previousLevelIndex) return 'same';
  return nowLevelIndex < previousLevelIndex ? 'up' : 'down';
}
