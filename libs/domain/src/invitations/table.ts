import type { RawRow } from './row';

/** The headings of the workbook, in order, and what else each may be called. */
export const tableColumns = {
  'Name': ['name', 'full name'],
  'E-mail address': ['e-mail address', 'email address', 'email', 'e-mail'],
  'Organisation or URN': ['organisation or urn', 'organisation', 'urn', 'school'],
  'Role': ['role'],
} as const;

type Column = keyof typeof tableColumns;
const columns = Object.keys(tableColumns) as Column[];

/** Rows of a workbook or a CSV file, by the names in its first row. Columns that are missing are answered instead. */
export function rowsOfTable(table: readonly (readonly string[])[]): { readonly rows: readonly RawRow[] } | { readonly missing: readonly Column[] } {
  const header = (table[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const places = new Map(columns.map((column) => [column, placeOf(column, header)]));
  const missing = columns.filter((column) => column !== 'Name' && places.get(column) === -1);
  if (missing.length > 0) return { missing };
  const cell = (cells: readonly string[], column: Column) => (cells[places.get(column)!] ?? '').trim().replace(/\s+/g, ' ');
  const rows = table.slice(1).map((cells, index) => ({
    row: index + 2, name: cell(cells, 'Name'), email: cell(cells, 'E-mail address'), organisation: cell(cells, 'Organisation or URN'), role: cell(cells, 'Role'),
  }));
  // the template comes with every organisation in it: a row to which nobody was added asks for nothing
  return { rows: rows.filter(({ name, email }) => name !== '' || email !== '') };
}

/** The name itself comes before what else it may be called, so that "URN" beside "Organisation" does not hide it. */
function placeOf(column: Column, header: readonly string[]): number {
  const called = tableColumns[column].find((name) => header.includes(name));
  return called === undefined ? -1 : header.indexOf(called);
}
