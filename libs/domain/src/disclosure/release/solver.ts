import type { Figure, Tables } from './release';

/** A sum that a reader knows: these places, with their signs, add up to this. */
interface Sum {
  readonly terms: ReadonlyMap<number, number>;
  readonly total: number;
}

/**
 * What somebody finds out who tries: every table of a question at once, that lines add up to how many returned, that groups and areas
 * add up to all, and that no number is below 0. First by solving the equations, then by bounding what is left until nothing moves.
 * Returns the hidden places that can only be one number. Knows nothing of how they were hidden.
 */
export function workedOut(figure: Figure, tables: Tables, returned: number): number[] {
  const width = figure.categories.length;
  const shown = figure.counts.flat();
  const solved = eliminated(sumsIn(figure, tables, returned).map((sum) => withoutShown(sum, shown)));
  const low = shown.map((count) => (count === 'c' ? 0 : count));
  const high = shown.map((count) => (count === 'c' ? returned : count));
  let moved = true;
  while (moved) {
    moved = [...sumsIn(figure, tables, returned), ...solved].map((sum) => narrow(sum, low, high)).includes(true);
  }
  return shown.flatMap((count, at) => (count === 'c' && low[at] === high[at] && at < width * figure.counts.length ? [at] : []));
}

function sumsIn({ counts, categories }: Figure, { groups, areas }: Tables, returned: number): Sum[] {
  const width = categories.length;
  const lines = [returned, ...groups.map((line) => line.returned), ...areas.map((line) => line.returned)];
  const across = counts.map((row, line) => ({ terms: new Map(row.map((_, category) => [line * width + category, 1])), total: lines[line]! }));
  const down = [{ from: 1, many: groups.length }, { from: 1 + groups.length, many: areas.length }].flatMap(({ from, many }) => (many === 0 ? [] : categories.map((_, category) => {
    const parts = Array.from({ length: many }, (__, at): [number, number] => [(from + at) * width + category, 1]);
    return { terms: new Map([[category, -1], ...parts]), total: 0 };
  })));
  return [...across, ...down];
}

function withoutShown({ terms, total }: Sum, shown: readonly (number | 'c')[]): Sum {
  const left = [...terms].filter(([at]) => shown[at] === 'c');
  const known = [...terms].reduce((sum, [at, sign]) => (shown[at] === 'c' ? sum : sum + sign * (shown[at] as number)), 0);
  return { terms: new Map(left), total: total - known };
}

/** Gauss and Jordan. A place stands in two sums or three, with signs, so all numbers stay whole or are small fractions. */
function eliminated(sums: readonly Sum[]): Sum[] {
  let rows = sums.filter(({ terms }) => terms.size > 0);
  for (const place of new Set(rows.flatMap(({ terms }) => [...terms.keys()]))) {
    const pivot = rows.find(({ terms }) => terms.has(place) && [...terms.keys()][0] === place) ?? rows.find(({ terms }) => terms.has(place));
    if (!pivot) continue;
    rows = rows.flatMap((row) => {
      if (row === pivot || !row.terms.has(place)) return [row];
      const combined = combine(row, pivot, -row.terms.get(place)! / pivot.terms.get(place)!);
      return combined.terms.size > 0 ? [combined] : [];
    });
    const first = new Map([[place, pivot.terms.get(place)!], ...pivot.terms]);
    rows = rows.map((row) => (row === pivot ? { ...pivot, terms: first } : row));
  }
  return rows;
}

function combine(one: Sum, other: Sum, times: number): Sum {
  const terms = new Map(one.terms);
  for (const [at, sign] of other.terms) {
    const sum = (terms.get(at) ?? 0) + times * sign;
    if (Math.abs(sum) < 1e-9) terms.delete(at);
    else terms.set(at, sum);
  }
  return { terms, total: one.total + times * other.total };
}

/** Whether a bound of any place of the sum moved. */
function narrow({ terms, total }: Sum, low: number[], high: number[]): boolean {
  let moved = false;
  for (const [place, sign] of terms) {
    let [least, most] = [total, total];
    for (const [at, other] of terms) {
      if (at === place) continue;
      least -= Math.max(other * low[at]!, other * high[at]!);
      most -= Math.min(other * low[at]!, other * high[at]!);
    }
    const [from, to] = sign > 0 ? [least / sign, most / sign] : [most / sign, least / sign];
    if (Math.ceil(from - 1e-9) > low[place]!) [low[place], moved] = [Math.ceil(from - 1e-9), true];
    if (Math.floor(to + 1e-9) < high[place]!) [high[place], moved] = [Math.floor(to + 1e-9), true];
  }
  return moved;
}
