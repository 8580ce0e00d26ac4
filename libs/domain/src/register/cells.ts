import { plain } from './wording';

export type Row = Readonly<Record<string, string>>;

/** Why a row cannot be read; the words are for the person who imports the file. */
export interface RowProblem {
  readonly column: string;
  readonly detail: string;
}

/** Thrown and caught within `establishmentFrom` only: a row is given up at its first unreadable cell. */
export class Unreadable extends Error {
  constructor(readonly problem: RowProblem) {
    super(problem.detail);
  }
}

const unknownWords = ['', 'not applicable', 'not recorded'];

/** An absent column, a blank and "Not applicable" all say that the register does not know. */
export function text(row: Row, column: string): string | null {
  const found = row[column]?.trim() ?? '';
  return unknownWords.includes(plain(found)) ? null : found;
}

export function needed(row: Row, column: string, called: string, shape: RegExp = /./, must = 'be given'): string {
  const found = row[column]?.trim() ?? '';
  if (shape.test(found)) return found;
  throw unreadable(column, `${called} must ${must}`, found);
}

/** Whole and not negative. */
export function count(row: Row, column: string): number | null {
  const found = text(row, column);
  if (found === null) return null;
  if (/^\d{1,6}$/.test(found)) return Number(found);
  throw unreadable(column, `${column} must be a whole number`, found);
}

/** DD-MM-YYYY in the file, ISO here. */
export function date(row: Row, column: string): string | null {
  const found = text(row, column);
  if (found === null) return null;
  const [, day, month, year] = /^(\d\d)-(\d\d)-(\d{4})$/.exec(found) ?? [];
  const iso = `${year}-${month}-${day}`;
  if (year && isDay(iso)) return iso;
  throw unreadable(column, `${column} must be a day such as 31-08-2025`, found);
}

export function unreadable(column: string, expected: string, found: string): Unreadable {
  return new Unreadable({ column, detail: `${expected}; ${found === '' ? 'found nothing' : `found '${found}'`}` });
}

/** 31 April passes the pattern and is rolled into May by `Date`, hence the way there and back. */
function isDay(iso: string): boolean {
  const day = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(iso);
}
