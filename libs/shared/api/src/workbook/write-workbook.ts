import { rangeRef, writeXlsx, type Cell as WrittenCell, type CellStyle, type CellValue, type ColumnDef, type DataValidation, type WriteSheet } from 'hucre/xlsx';
import { columnName } from '@attest/domain/workbook';
import { harmless } from '../harmless';
import { ROWS_TO_FILL, typedOver, type Cell, type Filling, type Sheet } from './sheet';

export function writeWorkbook(title: string, made: Date, sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(sheetFrom), properties: { title, creator: 'Attest', created: made, modified: made } });
}

const body: CellStyle = { alignment: { vertical: 'top', wrapText: true } };
const heading: CellStyle = { ...body, font: { bold: true } };
const titled: CellStyle = { font: { bold: true, size: 16 } };

const wrong: CellStyle = { ...body, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFD9D2' } } };

function sheetFrom({ name, widths, header, headings, rows, frozenColumns = 0, fillings = new Map(), notes = new Map() }: Sheet): WriteSheet {
  const head = (headings ?? (header && distinct(header)))?.map(textFrom);
  const written = [...(head ? [head] : []), ...rows.map((row) => row.map(valueFrom))];
  const top = head ? head.map(() => heading) : [titled];
  return {
    name,
    columns: widths.map((width, at) => columnFrom(width, fillings.get(at))),
    rows: written,
    cells: new Map([...top.map((style, column): Override => [`0,${column}`, { style }]), ...errorsAsText(rows, head ? 1 : 0), ...[...notes].map(([place, text]): Override => [place, { style: wrong, comment: { author: 'Attest', text } }])]),
    dataValidations: [...fillings].flatMap(([at, filling]) => validationFrom(at, filling)),
    ...(head ? { freezePane: { rows: 1, columns: frozenColumns } } : {}),
    // a table without a single row is a broken file
    ...(head && header && rows.length > 0 ? { tables: [tableFrom(name, head, rows.length)] } : {}),
  };
}

type Override = [string, Partial<WrittenCell>];

function columnFrom(width: number, { kept = false, textual = false }: Filling = {}): ColumnDef {
  return { width, ...(kept ? { hidden: true } : {}), style: textual ? { ...body, numFmt: '@' } : body };
}

/** Protecting a sheet would keep people from adding and deleting rows, so what is the program's own is protected cell by cell. */
function validationFrom(at: number, { kept, offers }: Filling): DataValidation[] {
  const range = `${columnName(at)}2:${columnName(at)}${ROWS_TO_FILL}`;
  const refusing = { allowBlank: true, showErrorMessage: true, errorStyle: 'stop', range } as const;
  if (kept) return [{ ...refusing, type: 'custom', formula1: 'FALSE', ...typedOver.kept }];
  if (offers === undefined) return [];
  if ('sheet' in offers) return [{ ...refusing, type: 'list', formula1: `'${offers.sheet}'!$${offers.column}$2:$${offers.column}$${ROWS_TO_FILL}`, ...typedOver.offered }];
  return [{ ...refusing, type: 'list', values: [...offers], ...typedOver.offered }];
}

function valueFrom(cell: Cell): CellValue {
  if (cell === null || typeof cell === 'number') return cell;
  return typeof cell === 'string' ? textFrom(cell) : cell.error;
}

/** What a sheet would read as the code of a character (`_x0041_` is A) is spelt out, and so are the two characters that no XML may hold. */
export function textFrom(text: string): string {
  return harmless(text)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[\uFFFE\uFFFF]/g, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase()}_`);
}

/** The library takes text that reads `#REF!` for an error; as a run of text it stays what somebody wrote. */
function errorsAsText(rows: readonly (readonly Cell[])[], from: number): Override[] {
  return rows.flatMap((row, at) => row.flatMap((cell, column): Override[] =>
    typeof cell === 'string' && /^#[A-Z]/.test(cell) ? [[`${at + from},${column}`, { richText: [{ text: textFrom(cell) }] }]] : []));
}

/** A table names each of its columns once, on one line. */
export function distinct(header: readonly string[]): string[] {
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
