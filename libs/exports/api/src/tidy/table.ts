import { CSV_MARK, csvLine } from '@attest/shared/api';

export type Field = string | number | boolean | null;

/** A table for programs. A column may be added at the end, and none is renamed; nothing is an empty field. */
export interface TidyTable<Row> {
  readonly name: string;
  /** What one row is. */
  readonly row: string;
  readonly columns: readonly Column<Row>[];
}
export type Column<Row> = readonly [name: string, of: (row: Row) => Field, meaning: string];

export const TIDY_TYPE = 'text/csv; charset=utf-8';

export const headerOf = (table: TidyTable<never>): string[] => table.columns.map(([name]) => name);

export function valuesOf<Row>({ columns }: TidyTable<Row>, row: Row): (string | number)[] {
  return columns.map(([, of]) => fieldFrom(of(row)));
}

export const csvHeader = (table: TidyTable<never>): string => CSV_MARK + csvLine(headerOf(table));

/** A piece worth handing on. */
const PIECE = 32_768;

export function* csvRows<Row>(table: TidyTable<Row>, rows: Iterable<Row>): Generator<string> {
  let piece = '';
  for (const row of rows) {
    piece += csvLine(valuesOf(table, row));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function fieldFrom(field: Field): string | number {
  if (typeof field === 'boolean') return field ? 'true' : 'false';
  return field ?? '';
}
