/**
 * A table with its totals as one more row and one more column. Every line, totals included, adds up to its total,
 * and each of those sums is something a reader knows.
 */
export interface Grid {
  readonly values: readonly (readonly number[])[];
  readonly hidden: readonly (readonly boolean[])[];
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

/**
 * Whether a reader can tell a hidden number for certain from what is left: that the lines add up, and that no hidden number is 0,
 * since zeros are shown. It can be told exactly when it cannot be one more nor one less while the other hidden numbers make up for it.
 *
 * To make up for a change, go from the cell along its row to another hidden number and change that the other way, from there along
 * its column, and so on until back in the cell's own column: a path between lines. With whole numbers there is another table
 * that looks the same if and only if there is such a path, so this is exact and not a rule of thumb.
 */
export function canBeWorkedOut(grid: Grid, cell: Cell): boolean {
  return !canChange(grid, cell, 1) && !canChange(grid, cell, -1);
}

/** A total stands on the other side of its sums, so it moves with what is in the table and not against it. */
function side({ values }: Grid, { row, column }: Cell): 1 | -1 {
  return (row === values.length - 1) === (column === values[0].length - 1) ? 1 : -1;
}

/** `by` is the change as the sum of a line feels it: a total that rises is a line that falls. */
function mayMove(grid: Grid, cell: Cell, by: 1 | -1): boolean {
  return grid.hidden[cell.row][cell.column] && (by === side(grid, cell) || grid.values[cell.row][cell.column] > 1);
}

function canChange(grid: Grid, cell: Cell, by: 1 | -1): boolean {
  if (!mayMove(grid, cell, by)) return false;
  const back = by === 1 ? -1 : 1;
  const rows = new Set([cell.row]);
  const columns = new Set<number>();
  for (const row of rows) {
    for (const column of grid.values[row].keys()) {
      if (columns.has(column) || (row === cell.row && column === cell.column) || !mayMove(grid, { row, column }, back)) continue;
      if (column === cell.column) return true;
      columns.add(column);
      for (const next of grid.values.keys()) if (mayMove(grid, { row: next, column }, by)) rows.add(next);
    }
  }
  return false;
}
