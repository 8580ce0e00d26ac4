import { minimumGroup } from './minimum-group';
import { canBeWorkedOut, type Cell } from './worked-out';

/** `c` for confidential, the government statistical service's shorthand. */
export type Published = number | 'c';

export interface ProtectedTable {
  readonly cells: readonly (readonly Published[])[];
  readonly rowTotals: readonly Published[];
  readonly columnTotals: readonly Published[];
  readonly total: Published;
}

/**
 * A table of counts, rows by columns, as it may be published with its totals.
 *
 * Hides every number from 1 to `minimum` - 1, totals too, and then as many more as it takes that no hidden number can be worked out.
 * Zeros stand: that nobody is there says nothing of anybody, and a table of ratings without them cannot be read.
 *
 * It ends, and is safe when it does: hiding more never makes a hidden number easier to work out, so each is seen to once; each step
 * hides at least one more; and were everything hidden but the zeros, any number could still rise together with its totals.
 */
export function protect(counts: readonly (readonly number[])[], minimum: number = minimumGroup): ProtectedTable {
  const values = withTotals(counts);
  const hidden = values.map((row) => row.map((value) => value > 0 && value < minimum));
  const grid = { values, hidden };
  const pending = cellsOf(values).filter(({ row, column }) => hidden[row][column]);
  for (const cell of pending) {
    while (canBeWorkedOut(grid, cell)) {
      for (const companion of companionsOf(grid, cell)) {
        hidden[companion.row][companion.column] = true;
        pending.push(companion);
      }
    }
  }
  return published(values.map((row, r) => row.map((value, c) => (hidden[r][c] ? 'c' : value))));
}

/** The three other corners of a rectangle around the cell, those that still show: totals spared first, then as few organisations as possible. */
function companionsOf({ values, hidden }: { values: number[][]; hidden: boolean[][] }, cell: Cell): Cell[] {
  const [lastRow, lastColumn] = [values.length - 1, values[0].length - 1];
  let best: { cells: Cell[]; totals: number; lost: number } | null = null;
  for (const { row, column } of cellsOf(values)) {
    if (row === cell.row || column === cell.column) continue;
    const corners = [{ row: cell.row, column }, { row, column: cell.column }, { row, column }];
    const cells = corners.filter((corner) => !hidden[corner.row][corner.column]);
    if (cells.length === 0 || corners.some((corner) => values[corner.row][corner.column] === 0)) continue;
    const totals = cells.filter((corner) => corner.row === lastRow || corner.column === lastColumn).length;
    const lost = cells.reduce((sum, corner) => sum + values[corner.row][corner.column], 0);
    if (!best || totals < best.totals || (totals === best.totals && lost < best.lost)) best = { cells, totals, lost };
  }
  if (!best) throw new Error('A cell whose totals are all hidden cannot be worked out');
  return best.cells;
}

function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const width = counts[0]?.length ?? 0;
  if (counts.some((row) => row.length !== width)) throw new RangeError('Every row of a table has the same number of columns');
  const rows = counts.map((row) => [...row, sum(row)]);
  return [...rows, Array.from({ length: width + 1 }, (_, column) => sum(rows.map((row) => row[column])))];
}

function published(grid: readonly (readonly Published[])[]): ProtectedTable {
  const [rows, totals] = [grid.slice(0, -1), grid[grid.length - 1]];
  return {
    cells: rows.map((row) => row.slice(0, -1)), rowTotals: rows.map((row) => row[row.length - 1]),
    columnTotals: totals.slice(0, -1), total: totals[totals.length - 1],
  };
}

function cellsOf(values: readonly (readonly number[])[]): Cell[] {
  return values.flatMap((line, row) => line.map((_, column) => ({ row, column })));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
