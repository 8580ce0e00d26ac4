import { columnName, separated, type Cell, type Sheet, type WorkbookProblem } from './cells';
import { layout, nameOf, optionalSheets, type SheetName } from './layout';

/** Rows of a sheet beyond which it is no questionnaire any more, and characters in a cell. */
export const limits = { rows: 5_000, characters: 10_000 } as const;

/** What is gathered while reading: everything that is wrong, in one go. */
export class Findings {
  readonly problems: WorkbookProblem[] = [];
  /** Rows that are to be left out, such as "Questions!12". */
  constructor(readonly skipped: ReadonlySet<string> = new Set()) {}

  add(sheet: string, row: number, column: string, detail: string, fix: string): void {
    this.problems.push({ sheet, row, column, detail, fix });
  }
}

/** One row of a sheet, read by the names of its columns. */
export class Record {
  constructor(
    readonly sheet: SheetName,
    /** As Excel counts. */
    readonly row: number,
    private readonly cells: ReadonlyMap<string, { readonly at: number; readonly cell: Cell }>,
    private readonly findings: Findings,
  ) {}

  text(column: string): string {
    const cell = this.cells.get(column)?.cell ?? null;
    if (cell === null) return '';
    if (typeof cell === 'object') return this.unread(column, cell);
    const text = typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell);
    const tidy = text.replace(/\r\n?/g, '\n').trim();
    if (tidy.length > limits.characters) this.wrong(column, `This cell has ${tidy.length} characters.`, `Keep it to ${limits.characters}.`);
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\u2066-\u2069\ufffd]/.test(tidy)) {
      this.wrong(column, 'This cell has characters that cannot be seen, or letters that were lost when the file was saved.', 'Delete the cell and type it again.');
    }
    return tidy;
  }

  needed(column: string): string {
    const text = this.text(column);
    if (text === '' && !this.isUnread(column)) this.wrong(column, `${column} is empty.`, `Fill in ${column}, or delete the whole row.`);
    return text;
  }

  /** Undefined where the cell is empty. */
  number(column: string): number | undefined {
    const cell = this.cells.get(column)?.cell ?? null;
    if (typeof cell === 'number') return cell;
    const text = this.text(column).replace(/\s/g, '');
    if (text === '') return undefined;
    if (/^-?\d+(\.\d+)?%?$/.test(text)) return Number(text.replace('%', ''));
    this.wrong(column, `"${text}" is not a number.`, 'Write a number in figures, or leave the cell empty.');
    return undefined;
  }

  yesNo(column: string, otherwise: boolean): boolean {
    const text = this.text(column).toLowerCase();
    if (text === '') return otherwise;
    if (['yes', 'y', 'true', 'x', '1'].includes(text)) return true;
    if (['no', 'n', 'false', '0'].includes(text)) return false;
    this.wrong(column, `"${text}" is neither yes nor no.`, 'Write yes or no.');
    return otherwise;
  }

  oneOf<T extends string>(column: string, values: readonly T[], otherwise?: T): T | undefined {
    const text = this.text(column).toLowerCase();
    if (text === '') {
      if (otherwise === undefined && !this.isUnread(column)) this.wrong(column, `${column} is empty.`, `Write one of: ${values.join(', ')}.`);
      return otherwise;
    }
    const found = values.find((value) => value.toLowerCase() === text);
    if (found === undefined) this.wrong(column, `"${text}" is not one of the possible values.`, `Write one of: ${values.join(', ')}.`);
    return found;
  }

  list<T extends string>(column: string, values?: readonly T[]): readonly T[] | undefined {
    const parts = separated(this.text(column));
    if (parts.length === 0) return undefined;
    if (values === undefined) return parts as readonly T[];
    const wrong = parts.filter((part) => !values.some((value) => value === part.toLowerCase()));
    if (wrong.length > 0) this.wrong(column, `${wrong.map((part) => `"${part}"`).join(', ')} ${wrong.length === 1 ? 'is' : 'are'} not among the possible values.`, `Use any of: ${values.join(', ')}; with a semicolon between them.`);
    return parts.flatMap((part) => values.find((value) => value === part.toLowerCase()) ?? []);
  }

  wrong(column: string, detail: string, fix: string): void {
    const at = this.cells.get(column)?.at;
    this.findings.add(this.sheet, this.row, at === undefined ? '' : columnName(at), detail, fix);
  }

  private isUnread(column: string): boolean {
    const cell = this.cells.get(column)?.cell ?? null;
    return cell !== null && typeof cell === 'object' && !('date' in cell);
  }

  private unread(column: string, cell: Exclude<Cell, string | number | boolean | null>): string {
    if ('date' in cell) return cell.date;
    if ('formula' in cell) this.wrong(column, 'This cell holds a formula, and what it works out to cannot be relied on.', 'Copy the cell and paste it as a value.');
    else this.wrong(column, `This cell holds an error (${cell.error}).`, 'Correct it, and type in what should stand here.');
    return '';
  }
}

/** The rows of a sheet, by the names of its columns whatever their order and case. Columns of other names are left alone. */
export function recordsOf(sheets: readonly Sheet[], name: SheetName, findings: Findings): readonly Record[] {
  const same = sheets.filter((sheet) => sheet.name.trim().toLowerCase() === name.toLowerCase());
  if (same.length > 1) findings.add(name, 0, '', `There are two sheets called ${name}.`, 'Keep one of them.');
  const [sheet] = same;
  if (sheet === undefined) {
    if (!optionalSheets.includes(name)) findings.add(name, 0, '', `The sheet ${name} is missing.`, 'Begin with a workbook that was taken from here, and keep the names of its sheets.');
    return [];
  }
  for (const range of sheet.merged ?? []) {
    const [, column, row] = /^([A-Z]+)(\d+)/.exec(range) ?? [];
    findings.add(name, Number(row ?? 0), column ?? '', `The cells ${range} are merged, so it cannot be told which row they belong to.`, 'Unmerge them, and fill in each row.');
  }
  const headings = (sheet.rows[0] ?? []).map((cell) => (typeof cell === 'string' ? cell.trim().toLowerCase().replace(/\*$/, '').replace(/[\s-]+/g, '_') : ''));
  const wanted = layout[name].map(nameOf);
  for (const [at, heading] of headings.entries()) {
    if (heading !== '' && wanted.includes(heading) && headings.indexOf(heading) !== at) findings.add(name, 1, columnName(at), `There are two columns called ${heading}.`, 'Keep one of them.');
  }
  const missing = layout[name].filter((column) => column.endsWith('*') && !headings.includes(nameOf(column))).map(nameOf);
  if (missing.length > 0) {
    findings.add(name, 1, '', `The sheet ${name} has no column ${missing.join(', ')}.`, 'Put the names of the columns into the first row, as in a workbook that was taken from here.');
    return [];
  }
  const filled = sheet.rows.flatMap((cells, at) => (at > 0 && cells.some((cell) => cell !== null && cell !== '') ? [{ cells, row: at + 1 }] : []));
  if (filled.length > limits.rows) {
    findings.add(name, limits.rows + 2, '', `The sheet ${name} has ${filled.length} rows.`, `Keep it to ${limits.rows}: this looks like another kind of workbook.`);
    return [];
  }
  return filled.filter(({ row }) => !findings.skipped.has(`${name}!${row}`)).map(({ cells, row }) =>
    new Record(name, row, new Map(wanted.flatMap((column) => {
      const at = headings.indexOf(column);
      return at < 0 ? [] : [[column, { at, cell: cells[at] ?? null }] as const];
    })), findings));
}
