/** What stands in a cell, as a program that reads workbooks hands it over. A formula's own result is never believed. */
export type Cell = string | number | boolean | null | { readonly formula: string } | { readonly error: string } | { readonly date: string };

export interface Sheet {
  readonly name: string;
  /** The first row holds the headings. Rows may be of different lengths. */
  readonly rows: readonly (readonly Cell[])[];
  /** Ranges of merged cells, such as "B3:C3". */
  readonly merged?: readonly string[];
}

/** One thing that is wrong in a workbook, found again in Excel by sheet, row and column. */
export interface WorkbookProblem {
  readonly sheet: string;
  /** As Excel counts, from 1. 0 for the sheet as a whole. */
  readonly row: number;
  /** A, B … AA; empty for the whole row. */
  readonly column: string;
  /** What is wrong. */
  readonly detail: string;
  /** What to do about it. */
  readonly fix: string;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${columnName(Math.floor(at / 26) - 1)}${columnName(at % 26)}`;
}

/** Several values in one cell, on lines of their own or between semicolons; one that holds either stands in quotation marks. */
export function joined(values: readonly string[], by: '; ' | '\n' = '; '): string {
  return values.map((value) => (/[;\n"]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(by);
}

export function separated(text: string): readonly string[] {
  const parts = text.match(/\s*(?:"(?:[^"]|"")*"|[^;\n]*)\s*(?:[;\n]|$)/g) ?? [];
  return parts.map((part) => part.replace(/[;\n]$/, '').trim())
    .map((part) => (/^".*"$/s.test(part) ? part.slice(1, -1).replaceAll('""', '"') : part))
    .map((part) => part.trim()).filter((part) => part !== '');
}
