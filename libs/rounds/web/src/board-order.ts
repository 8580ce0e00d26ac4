import type { BoardRow } from '@attest/shared/client';

/** What is shown of a board, and in which order: as the address says it. */
export interface Shown {
  readonly state?: string;
  readonly group?: string;
  readonly area?: string;
  readonly search?: string;
  /** A column; with a minus in front, from the far end. */
  readonly sort?: string;
}

/** What each column is sorted by. `null` stands for "not yet" and comes last either way. */
const keys = {
  name: (row: BoardRow) => row.organisationName.toLowerCase(),
  group: (row: BoardRow) => row.group.toLowerCase(),
  area: (row: BoardRow) => row.area?.toLowerCase() ?? null,
  answered: (row: BoardRow) => (row.required > 0 ? row.answered / row.required : null),
  saved: (row: BoardRow) => row.lastSavedAt,
  submitted: (row: BoardRow) => row.submittedAt,
} as const;
export type SortKey = keyof typeof keys;

export function shownRows(rows: readonly BoardRow[], { state, group, area, search, sort }: Shown): BoardRow[] {
  const wanted = search?.trim().toLowerCase();
  const found = rows.filter((row) => (!state || row.state === state) && (!group || row.group === group) && (!area || row.area === area)
    && (!wanted || row.organisationName.toLowerCase().includes(wanted)));
  return inOrder(found, sort);
}

/** Without a column the API's own order stands: whom to chase first. */
function inOrder(rows: readonly BoardRow[], sort = ''): BoardRow[] {
  const descending = sort.startsWith('-');
  const name = sort.replace(/^-/, '');
  if (!(name in keys)) return [...rows];
  const key = keys[name as SortKey];
  return rows.toSorted((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order = left < right ? -1 : Number(left > right);
    return descending ? -order : order;
  });
}

/** A press sorts by a column, a second press turns it round. */
export const nextSort = (now: string | undefined, column: SortKey): string => (now === column ? `-${column}` : column);

export function ariaSort(now: string | undefined, column: SortKey): 'ascending' | 'descending' | null {
  if (now === column) return 'ascending';
  return now === `-${column}` ? 'descending' : null;
}

export const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter((value) => value !== null))].sort();
