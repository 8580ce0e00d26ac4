import { stringify } from 'csv-stringify/sync';
import { harmless } from '@attest/shared/api';

type Row = Readonly<Record<string, unknown>>;

/** RFC 4180, UTF-8. Nothing is an empty field; lists and objects are JSON. */
export const csvOf = (columns: readonly string[], rows: readonly Row[]): string =>
  stringify(rows.map((row) => columns.map((column) => fieldFrom(row[column]))), { record_delimiter: 'windows' });

/** With the mark by which spreadsheets know UTF-8. */
export const csvHeader = (columns: readonly string[]): string => `\uFEFF${stringify([[...columns]], { record_delimiter: 'windows' })}`;

function fieldFrom(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return harmless(value);
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
