import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { protect, type ProtectedTable, type Published } from './index';

describe('a table that is published', () => {
  it('is as it is when no number is small', () => {
    expect(protect([[6, 0, 9], [7, 8, 5]])).toEqual({ cells: [[6, 0, 9], [7, 8, 5]], rowTotals: [15, 20], columnTotals: [13, 8, 14], total: 35 });
  });

  it('hides a small number, and three more so that it cannot be worked out from the totals', () => {
    expect(protect([[2, 9, 30], [8, 7, 20], [40, 50, 60]])).toEqual({
      cells: [['c', 'c', 30], ['c', 'c', 20], [40, 50, 60]], rowTotals: [41, 35, 150], columnTotals: [50, 66, 110], total: 226,
    });
  });

  it('hides no more when the small numbers already hide each other', () => {
    expect(protect([[2, 3, 30], [4, 3, 20]]).cells).toEqual([['c', 'c', 30], ['c', 'c', 20]]);
  });

  it('does not let ones betray each other: two hidden numbers that add up to two', () => {
    const { cells, rowTotals } = protect([[1, 1, 0], [1, 1, 0], [20, 20, 20]]);
    expect(cells.flat()).not.toContain(1);
    expect(rowTotals.slice(0, 2)).toEqual(['c', 'c']);
  });

  it('hides a small total, such as the three nurseries of a county', () => {
    expect(protect([[3, 0], [50, 60]])).toEqual({ cells: [['c', 0], ['c', 60]], rowTotals: ['c', 'c'], columnTotals: [53, 60], total: 113 });
  });

  it('takes another minimum', () => {
    expect(protect([[6, 70], [80, 90]], 10).cells).toEqual([['c', 'c'], ['c', 'c']]);
    expect(protect([[1, 2], [3, 4]], 1).cells).toEqual([[1, 2], [3, 4]]);
  });

  it('may be empty', () => {
    expect(protect([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
  });
});

/** Small numbers are the ones that matter, so they come often. */
const number = fc.oneof(fc.nat(5), fc.constantFrom(0, 1, 5), fc.nat(40));
const tables = (rows: number, columns: number) => fc.tuple(fc.integer({ min: 1, max: rows }), fc.integer({ min: 1, max: columns }))
  .chain(([height, width]) => fc.array(fc.array(number, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }));

describe('whatever the table', () => {
  it('no number from one to four is shown, and every number shown is the true one', () => {
    fc.assert(fc.property(tables(8, 6), (counts) => {
      const found = flat(protect(counts));
      const truth = flat(asItIs(counts));
      found.forEach((shown, index) => {
        if (shown === 'c') expect(truth[index]).toBeGreaterThan(0);
        else expect([shown, shown > 0 && shown < 5]).toEqual([truth[index], false]);
      });
    }), { numRuns: 500 });
  });

  it('no hidden number can be worked out: for each, another table looks the same and has another number there', () => {
    fc.assert(fc.property(tables(3, 3), (counts) => {
      const table = protect(counts);
      const truth = flat(asItIs(counts));
      const undecided = new Set<number>();
      for (const other of lookalikes(table, counts)) {
        flat(asItIs(other)).forEach((value, index) => { if (value !== truth[index]) undecided.add(index); });
      }
      const hidden = flat(table).flatMap((shown, index) => (shown === 'c' ? [index] : []));
      expect(hidden.filter((index) => !undecided.has(index))).toEqual([]);
    }), { numRuns: 1500 });
  });

  it('it is done in good time: 300 schools by nine sections', () => {
    const counts = Array.from({ length: 300 }, (_, row) => Array.from({ length: 9 }, (__, column) => (row * 7 + column * 5) % 23));
    expect(flat(protect(counts))).toHaveLength(301 * 10);
  });
});

/** Every table a reader must think possible whose numbers are at most one off: hidden ones at least 1, shown ones and shown totals as shown. */
function* lookalikes(table: ProtectedTable, counts: number[][]): Generator<number[][]> {
  const hidden = table.cells.flatMap((row, r) => row.flatMap((shown, c) => (shown === 'c' ? [[r, c]] : [])));
  const shown = flat(table);
  for (let code = 0; code < 3 ** hidden.length; code += 1) {
    const other = counts.map((row) => [...row]);
    hidden.forEach(([r, c], index) => { other[r][c] += (Math.floor(code / 3 ** index) % 3) - 1; });
    const fits = flat(asItIs(other)).every((value, index) => (shown[index] === 'c' ? value !== 'c' && value >= 1 : value === shown[index]));
    if (fits) yield other;
  }
}

function asItIs(counts: number[][]): ProtectedTable & { cells: number[][] } {
  const add = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0);
  return {
    cells: counts, rowTotals: counts.map(add), columnTotals: counts[0].map((_, column) => add(counts.map((row) => row[column]))), total: add(counts.flat()),
  };
}

function flat({ cells, rowTotals, columnTotals, total }: ProtectedTable): Published[] {
  return [...cells.flat(), ...rowTotals, ...columnTotals, total];
}
