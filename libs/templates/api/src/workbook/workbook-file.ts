import { checksSheet, columnLook, columnName, coverOf, layout, notRead, problemsOf, sheetsOf, type Cell, type Sheet, type SheetName, type WorkbookProblem } from '@attest/domain/workbook';
import type { Template } from '@attest/domain/questionnaire';
import { OPEN_DOCUMENT_TYPE, WORKBOOK_TYPE, writeOpenDocument, writeWorkbook, type Cell as WrittenCell, type Sheet as WrittenSheet } from '@attest/shared/api';

export type WorkbookFormat = 'xlsx' | 'ods';
export const workbookTypes: Readonly<Record<WorkbookFormat, string>> = { xlsx: WORKBOOK_TYPE, ods: OPEN_DOCUMENT_TYPE };

interface Made { readonly owner: string; readonly at: Date }

/** A questionnaire as a workbook to work on and give back. */
export function writeTemplate(format: WorkbookFormat, template: Template, made: Made): Promise<Uint8Array> {
  return write(format, template, sheetsOf(template), problemsOf(template), made, (rows) => ({ header: rows }));
}

/** A workbook that came from outside, with what is wrong with it written in. */
export function writeBack(format: WorkbookFormat, sheets: readonly Sheet[], problems: readonly WorkbookProblem[], made: Made): Promise<Uint8Array> {
  const settings = sheets.find(({ name }) => name === 'Template')?.rows ?? [];
  const setting = (name: string) => String(settings.flatMap(([setting, value]) => (setting === name && typeof value === 'string' ? [value] : []))[0] ?? '').slice(0, 200);
  const about = { title: setting('title') || 'Questionnaire', edition: setting('edition'), code: setting('code') };
  return write(format, about, sheets.map(distinctly), problems, made, (headings) => ({ headings }));
}

/** A spreadsheet program does not open a file in which two sheets have one name, however they are capitalised. */
function distinctly(sheet: Sheet, at: number, all: readonly Sheet[]): Sheet {
  const before = all.slice(0, at).filter(({ name }) => name.toLowerCase() === sheet.name.toLowerCase()).length;
  return before === 0 ? sheet : { ...sheet, name: `${sheet.name} ${before + 1}` };
}

function write(
  format: WorkbookFormat, about: Parameters<typeof coverOf>[0], sheets: readonly Sheet[], problems: readonly WorkbookProblem[], { owner, at }: Made,
  firstRow: (texts: readonly string[]) => Pick<WrittenSheet, 'header' | 'headings'>,
): Promise<Uint8Array> {
  const cover: WrittenSheet = { name: notRead[0]!, widths: [110], rows: coverOf(about, owner, problems.length).map((line) => [line]) };
  const written = [cover, ...sheets.map((sheet) => sheetFrom(sheet, problems, firstRow)), sheetFrom(checksSheet(problems), [], (header) => ({ header }))];
  return (format === 'ods' ? writeOpenDocument : writeWorkbook)(`${about.title}: workbook`, at, written);
}

function sheetFrom({ name, rows: [first = [], ...rows] }: Sheet, problems: readonly WorkbookProblem[], firstRow: (texts: readonly string[]) => Pick<WrittenSheet, 'header' | 'headings'>): WrittenSheet {
  const headings = first.map((cell) => String(cellFrom(cell) ?? ''));
  const looks = headings.map((heading) => columnLook(name, heading.trim().toLowerCase()));
  return {
    name, ...firstRow(headings), rows: rows.map((row) => row.map(cellFrom)), frozenColumns: headings[0] === 'ref' ? 1 : 0,
    widths: looks.map(({ width }) => width), fillings: new Map(looks.map(({ offers, kept, textual }, at) => [at, { offers, kept, textual }])),
    notes: notesOn(name, headings, problems),
  };
}

/** At the cell itself, or at the first one of its row where it is the whole row that is wrong. */
function notesOn(name: string, headings: readonly string[], problems: readonly WorkbookProblem[]): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  for (const { sheet, row, column, detail, fix } of problems.filter((problem) => problem.sheet === name && problem.row > 0)) {
    const at = Math.max(0, headings.findIndex((_, place) => columnName(place) === column));
    const place = `${row - 1},${at}`;
    notes.set(place, [...(notes.has(place) ? [notes.get(place)!] : []), `${sheet}: ${detail} ${fix}`].join('\n'));
  }
  return notes;
}

const errors = ['#REF!', '#N/A', '#VALUE!', '#NAME?', '#DIV/0!', '#NUM!', '#NULL!'];

/** As much as a cell of Excel holds, and more than may stand in one. */
const MOST_IN_A_CELL = 32_000;

/** A formula of a stranger's is not written again; that there was one stays to be seen, and is told again if it comes back so. */
function cellFrom(cell: Cell): WrittenCell {
  if (typeof cell === 'string') return cell.slice(0, MOST_IN_A_CELL);
  if (cell === null || typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  if ('date' in cell) return cell.date;
  return { error: 'error' in cell && errors.includes(cell.error) ? cell.error : '#VALUE!' };
}

/** The sheets that are read of a workbook. */
export const sheetNames = Object.keys(layout) as readonly SheetName[];
