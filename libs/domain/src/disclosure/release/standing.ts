import type { Published } from '../protect';
import type { Figure, Release } from './release';
import type { Line } from './lines';

/** Better than more than half, worse than more than half, or neither. */
export type Standing = 'higher' | 'in line' | 'lower';

/** The line of a release that a peer group is counted in, and where its numbers stand in each figure; the line of all where it has none. */
export function lineFor(group: string, { groups, returned }: Release): { readonly at: number; readonly line: Pick<Line, 'label' | 'returned'> } {
  const at = groups.findIndex(({ keys }) => keys.includes(group));
  return at < 0 ? { at: 0, line: { label: 'All', returned } } : { at: 1 + at, line: groups[at]! };
}

/**
 * How a level compares with those counted in one line, as far as the numbers shown there tell; `null` where they do not. It is made of
 * nothing but what everybody reads in the release, so it tells nobody more than that, whenever and however often it is asked.
 */
export function standingAmong(level: string, { categories, counts }: Pick<Figure, 'categories' | 'counts'>, at: number, returned: number): Standing | null {
  const own = categories.findIndex(({ key, meets }) => key === level && meets !== null);
  const shown = counts[at];
  if (own < 0 || !shown) return null;
  const found = new Set(everyWay(shown, returned).map((ways) => standing(ways, own, categories.map(({ meets }) => meets !== null))));
  return found.size === 1 ? [...found][0]! : null;
}

/**
 * What is left when those shown are taken from the whole line is spread over the hidden numbers. A majority is a sum, so if it is one
 * where all of the rest is in any one of them, it is one however the rest is spread.
 */
function everyWay(shown: readonly Published[], returned: number): number[][] {
  const known = shown.map((count) => (count === 'c' ? 0 : count));
  const rest = returned - known.reduce((sum, count) => sum + count, 0);
  const hidden = shown.flatMap((count, at) => (count === 'c' ? [at] : []));
  return hidden.length === 0 ? [known] : hidden.map((place) => known.map((count, at) => (at === place ? rest : count)));
}

function standing(counts: readonly number[], own: number, isLevel: readonly boolean[]): Standing {
  const among = (from: number, to: number) => counts.slice(from, to).reduce((sum, count, at) => sum + (isLevel[from + at] ? count : 0), 0);
  const [better, same, worse] = [among(0, own), among(own, own + 1), among(own + 1, counts.length)];
  const rated = better + same + worse;
  return worse * 2 > rated ? 'higher' : better * 2 > rated ? 'lower' : 'in line';
}
