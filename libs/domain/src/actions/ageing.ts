import { overdueRate, type Figure } from '../measures';
import { standings, type Standing } from './action';

/** Neither claimed nor verified nor dropped. */
const toBeDone = ['overdue', 'unplanned', 'due-soon', 'on-track'] as const satisfies readonly Standing[];

export interface Ageing {
  readonly counts: Readonly<Record<Standing, number>>;
  /** The measure "Overdue actions", to one decimal. */
  readonly overdue: Figure;
}

/** How many actions stand how. */
export function ageingOf(all: readonly Standing[]): Ageing {
  const counts = Object.fromEntries(standings.map((one) => [one, 0])) as Record<Standing, number>;
  for (const one of all) counts[one]++;
  return { counts, overdue: overdueRate({ overdue: counts.overdue, open: toBeDone.reduce((sum, one) => sum + counts[one], 0) }, 1) };
}
