import { byName, weakestFirst } from '@attest/domain/rollup';
import type { HeatmapFilters, HeatmapRow, LevelView } from '@attest/shared/client';

/** Rows as the API puts them in order, for a table that is all here: nobody waits for the network to see it the other way round. */
export function inOrder(rows: readonly HeatmapRow[], levels: readonly LevelView[], sort: HeatmapFilters['sort'] = 'weakest'): HeatmapRow[] {
  if (sort === 'name') return rows.toSorted(byName);
  if (sort === 'group') return rows.toSorted((a, b) => byName({ name: a.group }, { name: b.group }) || byName(a, b));
  return weakestFirst(rows.map((row) => ({ ...concernOf(row, levels), name: row.name, row }))).map(({ row }) => row);
}

function concernOf({ counts }: HeatmapRow, levels: readonly LevelView[]) {
  const [base, meeting] = [levels, levels.filter(({ meets }) => meets)].map((some) => some.reduce((sum, { key }) => sum + (counts[key] ?? 0), 0)) as [number, number];
  return { base, notMeeting: base - meeting, worst: counts[levels.at(-1)?.key ?? ''] ?? 0 };
}
