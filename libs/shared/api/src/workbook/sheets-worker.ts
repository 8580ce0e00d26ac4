// A thread of its own: whatever a stranger's file makes of the library, it is this thread that stalls or runs out of memory.
// It runs as it stands in a test and bundled in the program, so it imports packages and types and nothing else.
import { parentPort, workerData } from 'node:worker_threads';
import { readOds } from 'hucre/ods';
import { readXlsx, type CellValue, type Sheet as ReadSheet } from 'hucre/xlsx';
import type { Cell, Sheet } from '@attest/domain/workbook';

/** What is to be read: the sheets of these names, in small letters, and of each so much and no more. */
export interface SheetsWanted {
  readonly bytes: Uint8Array;
  readonly format: 'xlsx' | 'ods';
  readonly names: readonly string[];
  readonly rows: number;
  readonly columns: number;
}

/** Where a sheet goes on beyond what is read, it says so: nothing is left out without a word. */
export type SheetsFound = { readonly sheets: readonly Sheet[] } | { readonly beyond: { readonly sheet: string; readonly row: number } | { readonly sheet: string; readonly column: number } };

/** OpenDocument keeps an error as the text that is shown for it. */
const ERROR = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!)$|^Err:\d{3}$/;

const wanted = workerData as SheetsWanted;
const isWanted = ({ name }: { readonly name: string }) => wanted.names.includes(name.trim().toLowerCase());
const { sheets } = await (wanted.format === 'ods' ? readOds : readXlsx)(wanted.bytes, { sheets: isWanted });
parentPort!.postMessage(found(sheets.filter(isWanted)));

function found(all: readonly ReadSheet[]): SheetsFound {
  for (const sheet of all) {
    const last = sheet.rows.findLastIndex((row) => row.some(isFilled));
    if (last >= wanted.rows) return { beyond: { sheet: sheet.name, row: last + 1 } };
    const widest = (sheet.rows[0] ?? []).findLastIndex(isFilled);
    if (widest >= wanted.columns) return { beyond: { sheet: sheet.name, column: widest + 1 } };
  }
  return { sheets: all.map(sheetFrom) };
}

function isFilled(value: CellValue | undefined): boolean {
  return value !== null && value !== undefined && value !== '';
}

function sheetFrom({ name, rows, cells, merges = [] }: ReadSheet): Sheet {
  const detailed = (row: number, column: number, value: CellValue): Cell => {
    const cell = cells?.get(`${row},${column}`);
    // what it worked out to when it was saved may be anything
    if (cell?.formula !== undefined || cell?.type === 'formula') return { formula: plain(cell.formula ?? '') };
    if (cell?.type === 'error' || (typeof value === 'string' && wanted.format === 'ods' && ERROR.test(value))) return { error: String(value) };
    return cellFrom(value);
  };
  // what a formula works out to may be nothing, and a row may be shorter than its formulas
  const reach = new Map<number, number>();
  for (const [place, { formula }] of cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    if (formula !== undefined && column < wanted.columns) reach.set(row, Math.max(reach.get(row) ?? 0, column + 1));
  }
  const length = rows.findLastIndex((row, at) => row.some(isFilled) || reach.has(at)) + 1;
  return {
    name: plain(name),
    rows: rows.slice(0, Math.min(length, wanted.rows)).map((row, at) => {
      const until = Math.min(wanted.columns, Math.max(row.findLastIndex(isFilled) + 1, reach.get(at) ?? 0));
      return Array.from({ length: until }, (_, column) => detailed(at, column, row[column] ?? null));
    }),
    merged: merges.map(({ startRow, startCol, endRow, endCol }) => `${letters(startCol)}${startRow + 1}:${letters(endCol)}${endRow + 1}`),
  };
}

function cellFrom(value: CellValue): Cell {
  if (value instanceof Date) return { date: Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10) };
  if (typeof value === 'number' && !Number.isFinite(value)) return { error: String(value) };
  return typeof value === 'string' ? plain(value) : value;
}

/** Half a character and the character nought are in no text that a database takes; both are shown as lost. */
function plain(text: string): string {
  return text.replace(/[\u0000\p{Surrogate}]/gu, '\ufffd');
}

function letters(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${letters(Math.floor(at / 26) - 1)}${letters(at % 26)}`;
}
