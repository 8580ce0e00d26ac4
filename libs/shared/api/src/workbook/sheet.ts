/** An error is written as one, so that whoever opens the file sees that something is to be put right. */
export type Cell = string | number | null | { readonly error: string };

/** All that a file asks of a spreadsheet, whichever format it is written in and with whichever library. */
export interface Sheet {
  readonly name: string;
  /** In characters; one for each column. */
  readonly widths: readonly number[];
  /** The names of the columns of a table. A sheet with neither these nor headings begins with a title. */
  readonly header?: readonly string[];
  /** A first row that somebody else wrote: it stays as it is, and makes no table where it names a column twice. */
  readonly headings?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns that stay in sight when the sheet is moved sideways. */
  readonly frozenColumns?: number;
  /** How columns are filled in, by their place from 0. */
  readonly fillings?: ReadonlyMap<number, Filling>;
  /** What is wrong with a cell, by its place such as "3,0": row and column from 0. */
  readonly notes?: ReadonlyMap<string, string>;
}

export interface Filling {
  /** What there is to choose from: words, or the cells of a column of another sheet. */
  readonly offers?: readonly string[] | { readonly sheet: string; readonly column: string };
  /** The program's own: out of sight, and nobody types into it. */
  readonly kept?: boolean;
  /** What is typed stays as it was typed: 1.10 is not 1.1. */
  readonly textual?: boolean;
}

/** The last row that offers what there is to choose from. */
export const ROWS_TO_FILL = 5_001;

/** Told to whoever types something else. */
export const typedOver = {
  kept: { errorTitle: 'Leave this cell', errorMessage: 'Attest knows this row by what stands here.' },
  offered: { errorTitle: 'Not in the list', errorMessage: 'Choose one of the values that are offered.' },
} as const;

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const OPEN_DOCUMENT_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
