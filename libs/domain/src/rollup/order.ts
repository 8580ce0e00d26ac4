interface Named {
  readonly name: string;
}

/** What an order of concern is made from: whole numbers, since two shares that round alike need not be equal. */
export interface Standing extends Named {
  /** Number of answers that do not meet the standard. */
  readonly notMeeting: number;
  /** Number of answers at the worst level. */
  readonly worst: number;
  /** Number answered. */
  readonly base: number;
}

/**
 * By the share that does not meet the standard, then by how many are at the worst level, then by name.
 * What nobody answered comes last: nothing is known of it. The same items give the same order on every machine.
 */
export function weakestFirst<Item extends Standing>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => {
    if (a.base === 0 || b.base === 0) return Number(a.base === 0) - Number(b.base === 0) || byName(a, b);
    return b.notMeeting * a.base - a.notMeeting * b.base || b.worst - a.worst || byName(a, b);
  });
}

/** Not `localeCompare`, whose order changes with the machine and the year. */
export function byName(a: Named, b: Named): number {
  const [left, right] = [a.name.toLowerCase(), b.name.toLowerCase()];
  return left === right ? compare(a.name, b.name) : compare(left, right);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
