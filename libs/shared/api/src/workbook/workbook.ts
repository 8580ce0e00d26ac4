import { rangeRef, writeXlsx, type Cell as WrittenCell, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { harmless } from '../harmless';

export type Cell = string | number;

/** All that a file asks of a spreadsheet library, so that the library can be changed in this one file. */
export interface Sheet {
  readonly name: string;
  /** In characters; one for each column. */
  readonly widths: readonly number[];
  /** A sheet without a header is not a table: its first cell is a title. */
  readonly header?: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Columns that stay in sight when the sheet is moved sideways. */
  readonly frozenColumns?: number;
}

export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function writeWorkbook(title: string, made: Date, sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(sheetFrom), properties: { title, creator: 'Attest', created: made, modified: made } });
}

const body: CellStyle = { alignment: { vertical: 'top', wrapText: true } };
const heading: CellStyle = { ...body, font: { bold: true } };
const titled: CellStyle = { font: { bold: true, size: 16 } };

function sheetFrom({ name, widths, header, rows, frozenColumns = 0 }: Sheet): WriteSheet {
  const head = header && distinct(header).map(textFrom);
  const written = [...(head ? [head] : []), ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : textFrom(cell))))];
  const top = head ? head.map(() => heading) : [titled];
  return {
    name,
    columns: widths.map((width) => ({ width, style: body })),
    rows: written,
    cells: new Map([...top.map((style, column): Override => [`0,${column}`, { style }]), ...errorsAsText(written)]),
    ...(head ? { freezePane: { rows: 1, columns: frozenColumns } } : {}),
    // a table without a single row is a broken file
    ...(head && rows.length > 0 ? { tables: [tableFrom(name, head, rows.length)] } : {}),
  };
}

type Override = [string, Partial<WrittenCell>];

/** What a sheet would read as the code of a character (`_x0041_` is A) is spelt out, and so are the two characters that no XML may hold. */
function textFrom(text: string): string {
  return harmless(text)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\uFFFE\uFFFF]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase()}_`);
}

/** The library takes text that reads `#REF!` for an error; as a run of text it stays what somebody wrote. */
function errorsAsText(rows: readonly (readonly CellValue[])[]): Override[] {
  return rows.flatMap((row, at) => row.flatMap((cell, column): Override[] =>
    typeof cell === 'string' && /^#[A-Z]/.test(cell) ? [[`${at},${column}`, { richText: [{ text: cell }] }]] : []));
}

/** A table names each of its columns once, on one line. */
function distinct(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((text) => {
    const name = text.replace(/\s+/gu, ' ').trim().slice(0, 200);
    const times = (seen.get(name.toLowerCase()) ?? 0) + 1;
    seen.set(name.toLowerCase(), times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function tableFrom(name: string, header: readonly string[], rows: number) {
  return { name: name.replace(/\W/g, ''), range: rangeRef(0, 0, rows, header.length - 1), columns: header.map((column) => ({ name: column })), style: 'TableStyleLight1' };
}
