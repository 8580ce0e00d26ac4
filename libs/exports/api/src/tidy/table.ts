import { stringify } from 'csv-stringify/sync';
import { harmless } from '@attest/shared/api';

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

/** With the mark by which spreadsheets know UTF-8. */
export const csvHeader = (table: TidyTable<never>): string => `\uFEFF${stringify([headerOf(table)], { record_delimiter: 'windows' })}`;

export function csvRows<Row>(table: TidyTable<Row>, rows: readonly Row[]): string {
  return stringify(rows.map((row) => valuesOf(table, row).map((value) => (typeof value === 'string' ? harmless(value) : value))), { record_delimiter: 'windows' });
}

function fieldFrom(field: Field): string | number {
  if (typeof field === 'boolean') return field ? 'true' : 'false';
  return field ?? '';
}
