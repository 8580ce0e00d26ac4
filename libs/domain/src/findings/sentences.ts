import { figureOf } from '../measures';
import type { Counted, FoundLevel } from './facts';

/** Below this many a percentage makes more of a few than there is. */
export const leastForPercentage = 10;

/** The count first: "4 of 26 agencies". */
export const outOf = (count: number, base: number, who: string) => `${count} of ${base} ${base === 1 ? singular(who) : who}`;

/** " (15%)", or nothing on a base of a few. */
export function inPercent(count: number, base: number): string {
  return base < leastForPercentage ? '' : ` (${figureOf(count, base).percentage}%)`;
}

export const notMeeting = (levels: readonly FoundLevel[]) => levels.filter(({ meets }) => !meets);

/** "not met or partly met": worst first. */
export function inWords(levels: readonly FoundLevel[]): string {
  const words = levels.toReversed().map(({ word }) => word.toLowerCase());
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}

export function countOf({ counts }: Counted, levels: readonly FoundLevel[]): number {
  return levels.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0);
}

/** "12 Met, 3 Partly met, 1 Not met; 16 rated". */
export function spread({ counts, base }: Counted, levels: readonly FoundLevel[]): string {
  return `${levels.map(({ key, word }) => `${counts[key] ?? 0} ${word}`).join(', ')}; ${base} rated`;
}

export function lastRound(count: number, { base }: Counted): string {
  return `; last round ${count} of ${base}${inPercent(count, base)}`;
}

const singular = (who: string): string => ({ schools: 'school', agencies: 'agency' })[who] ?? who;

