import { CSV_MARK, csvLine } from '@attest/shared/api';

type Row = Readonly<Record<string, unknown>>;

/** RFC 4180, UTF-8. Nothing is an empty field; lists and objects are JSON. */
export const csvOf = (columns: readonly string[], rows: readonly Row[]): string =>
  rows.map((row) => csvLine(columns.map((column) => fieldFrom(row[column])))).join('');

export const csvHeader = (columns: readonly string[]): string => CSV_MARK + csvLine(columns);

function fieldFrom(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
