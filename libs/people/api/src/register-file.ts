import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { CsvError, parse, type Info } from 'csv-parse';
import { establishmentFrom, missingColumns, requiredColumns, type Establishment } from '@attest/domain/register';
import { Refused, type Fault } from '@attest/shared/api';

export interface RegisterFile {
  /** Rows below the header, for every school of the country. */
  readonly rows: number;
  /** Those that concern this partnership. */
  readonly establishments: readonly Establishment[];
}

interface Parsed { readonly record: Readonly<Record<string, string>>; readonly info: Info }

/** Bytes read between two turns of the event loop, so that nobody's answer waits for somebody's register. */
const SLICE = 64 * 1024;
/** A row of the register has about two thousand bytes; a row far longer is a quote that was never closed. */
const LONGEST_ROW = 64 * 1024;
const MOST_FAULTS = 50;

/**
 * Reads a GIAS "all establishments" CSV, by the names of its columns. It is read whole or refused with every fault found.
 * Rows of other authorities are counted and left alone: what is wrong in Cornwall must not stop Middlesbrough.
 */
export async function readRegister(bytes: Buffer, concerns: (laCode: string, urn: string) => boolean): Promise<RegisterFile> {
  const faults: Fault[] = [];
  const places = new Map<string, { row: number; concerned: boolean }>();
  const establishments: Establishment[] = [];
  let rows = 0;
  for await (const { record, row } of recordsOf(textOf(bytes), faults)) {
    rows += 1;
    const { 'URN': urn = '', 'LA (code)': laCode = '' } = record;
    const concerned = concerns(laCode.trim(), urn.trim());
    const earlier = places.get(urn.trim());
    if (earlier && (concerned || earlier.concerned)) {
      faults.push({ where: at(row, 'URN'), detail: `URN ${urn.trim()} is in row ${earlier.row} already: a school may be in the file once.` });
    } else if (!earlier && urn.trim() !== '') places.set(urn.trim(), { row, concerned });
    if (!/^\d{3}$/.test(laCode.trim()) && laCode.trim() !== '') {
      faults.push({ where: at(row, 'LA (code)'), detail: `The local authority code must be three digits; found '${laCode.trim().slice(0, 40)}'.` });
    }
    if (!concerned) continue;
    const read = establishmentFrom(record);
    if ('column' in read) faults.push({ where: at(row, read.column), detail: `${read.detail}.` });
    else establishments.push(read);
  }
  if (faults.length > 0) throw notAccepted('The file has faults. Nothing was changed: correct them, or download the register again.', faults);
  if (rows === 0) throw notAccepted('The file has a header and no schools. Download the register again.', []);
  return { rows, establishments };
}

async function* recordsOf(bytes: Buffer, faults: Fault[]): AsyncGenerator<{ record: Parsed['record']; row: number }> {
  const parser = Readable.from(slices(bytes)).pipe(parse({
    bom: true, info: true, skip_empty_lines: true, max_record_size: LONGEST_ROW, columns: (header: string[]) => headed(header.map((name) => name.trim())),
  }));
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) yield { record, row: info.records + info.empty_lines + 1 };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    faults.push(brokenRow(error));
  }
}

async function* slices(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += SLICE) {
    yield bytes.subarray(from, from + SLICE);
    await turn();
  }
}

/** The register is published in Windows-1252; an editor may have saved it in UTF-8. Answers UTF-8. */
function textOf(bytes: Buffer): Buffer {
  if (bytes.length === 0) throw notAccepted('The file is empty. Download the register again.', []);
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    throw notAccepted('This is a spreadsheet or a ZIP file, whatever its name says. Unpack it, or save the sheet as CSV, and upload that.', []);
  }
  if (bytes.includes(0)) throw notAccepted('This is not a CSV file in Windows-1252 or UTF-8. Save it as "CSV UTF-8" and upload that.', []);
  return isUtf8(bytes) ? bytes : Buffer.from(new TextDecoder('windows-1252').decode(bytes));
}

function headed(header: string[]): string[] {
  const missing = missingColumns(header);
  const twice = requiredColumns.filter((column) => header.indexOf(column) !== header.lastIndexOf(column));
  if (missing.length === requiredColumns.length) {
    throw notAccepted('This is not the register of schools. Download "all establishments" as CSV from Get Information about Schools.', missing.map(missingColumn));
  }
  const faults = [...missing.map(missingColumn), ...twice.map((column) => ({ where: at(1, column), detail: `The column "${column}" is there twice.` }))];
  if (faults.length > 0) throw notAccepted('The columns are not those of the register. Nothing was changed: download it again.', faults);
  return header;
}

const missingColumn = (column: string): Fault => ({ where: at(1, column), detail: `The column "${column}" is missing.` });

const meanings: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'A quotation mark opens here and is never closed.',
  CSV_MAX_RECORD_SIZE: 'This row never ends: a quotation mark is not closed.',
  INVALID_OPENING_QUOTE: 'A quotation mark stands inside a value that does not begin with one.',
  CSV_INVALID_CLOSING_QUOTE: 'A quotation mark ends the value too early: inside a value it must be doubled.',
  CSV_RECORD_INCONSISTENT_COLUMNS: 'This row does not have as many values as there are columns.',
};

function brokenRow(error: CsvError): Fault {
  const { records = 0, empty_lines: empty = 0, column } = error as unknown as { records?: number; empty_lines?: number; column?: string | number };
  const place = typeof column === 'string' ? column : String(Number(column ?? 0) + 1);
  const row = typeof column === 'string' ? records + empty + 2 : 1;
  return { where: at(row, place), detail: meanings[error.code] ?? 'This row cannot be read as CSV.' };
}

function notAccepted(detail: string, faults: readonly Fault[]): Refused {
  const more = faults.length - MOST_FAULTS;
  const shown = more > 0 ? [...faults.slice(0, MOST_FAULTS), { where: '', detail: `and ${more} more.` }] : faults;
  return new Refused('file-not-accepted', detail, { faults: shown });
}

const at = (row: number, column: string) => `row ${row}, column "${column}"`;
