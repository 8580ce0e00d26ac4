/** A line of every table of a release: a peer group or an area, or several that are too small to stand alone. */
export interface Line {
  readonly keys: readonly string[];
  readonly label: string;
  /** How many of it returned: the sum of the line in every table, and never a small number. */
  readonly returned: number;
}

/**
 * Lines of at least `fewest`: those that are smaller stand together, and with the next smallest while that is still too few. So no
 * line is small, the sum of each is known, and the tables of different questions have nothing else in common.
 */
export function linesOf(keys: readonly string[], labelOf: (key: string) => string, fewest: number): Line[] {
  const sizes = new Map<string, number>();
  for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  const bySize = [...sizes].toSorted(([a, few], [b, many]) => few - many || (a < b ? -1 : 1));
  const together: string[] = [];
  let returned = 0;
  while (bySize.length > 0 && (bySize[0]![1] < fewest || (together.length > 0 && returned < fewest))) {
    const [key, size] = bySize.shift()!;
    together.push(key);
    returned += size;
  }
  const alone = bySize.map(([key, size]) => lineOf([key], labelOf, size));
  const joined = together.length > 0 ? [lineOf(together, labelOf, returned)] : [];
  const lines = [...alone.toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB')), ...joined];
  // a single line is the whole over again
  return lines.length < 2 ? [] : lines;
}

/** The lines of an earlier release, with how many are in them now; none where somebody is in no line, or a line has become small. */
export function sameLines(before: readonly Line[], keys: readonly string[], fewest: number): Line[] {
  const lines = before.map((line) => ({ ...line, returned: keys.filter((key) => line.keys.includes(key)).length }));
  const known = lines.reduce((sum, { returned }) => sum + returned, 0);
  return known < keys.length || lines.some(({ returned }) => returned < fewest) ? [] : lines;
}

function lineOf(keys: readonly string[], labelOf: (key: string) => string, returned: number): Line {
  const labels = keys.map(labelOf).toSorted((a, b) => a.localeCompare(b, 'en-GB'));
  return { keys, label: labels.length > 1 ? `${labels.slice(0, -1).join('; ')}; and ${labels.at(-1)!}` : labels[0]!, returned };
}

/**
 * Whether some groups lie within some areas, or areas within groups, with no more than a few others beside them: whoever takes one
 * line from another would then read those few. `places` are one [group, area] an organisation, by number of line.
 */
export function nest(places: readonly (readonly [group: number, area: number])[], groups: number, areas: number, fewest: number): boolean {
  if (groups < 2 || areas < 2) return false;
  if (groups > most || areas > most) return true;
  const together = Array.from({ length: groups }, () => new Array<number>(areas).fill(0));
  for (const [group, area] of places) together[group]![area]! += 1;
  const [everyGroup, everyArea] = [2 ** groups - 1, 2 ** areas - 1];
  for (let some = 1; some < everyGroup; some += 1) {
    for (let others = 1; others < everyArea; others += 1) {
      const [inGroups, inAreas] = apart(together, some, others);
      if ((inGroups === 0 && inAreas < fewest) || (inAreas === 0 && inGroups < fewest)) return true;
    }
  }
  return false;
}

/** More lines than this are too many to try every choice of them. */
const most = 8;

/** How many are in these groups and not in these areas, and the other way round. */
function apart(together: readonly (readonly number[])[], groups: number, areas: number): [number, number] {
  let [inGroups, inAreas] = [0, 0];
  together.forEach((line, group) => line.forEach((size, area) => {
    const [one, other] = [(groups >> group) % 2 === 1, (areas >> area) % 2 === 1];
    if (one && !other) inGroups += size;
    if (other && !one) inAreas += size;
  }));
  return [inGroups, inAreas];
}
