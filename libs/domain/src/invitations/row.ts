/** One person to invite, as somebody wrote it down. */
export interface RawRow {
  /** The line of the list or the row of the workbook, from 1. */
  readonly row: number;
  readonly name: string;
  readonly email: string;
  /** A name, a URN, or the name of a trust; empty for a role in the partnership. */
  readonly organisation: string;
  readonly role: string;
}

/** What is wrong with a row, and what to do about it. */
export interface RowFault {
  readonly row: number;
  readonly column: 'name' | 'email' | 'organisation' | 'role';
  readonly detail: string;
}
