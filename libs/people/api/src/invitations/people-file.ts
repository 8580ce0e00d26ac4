import { isUtf8 } from 'node:buffer';
import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { rowsOfTable, type RawRow } from '@attest/domain/invitations';
import { Refused, isWorkbook, readFirstSheet } from '@attest/shared/api';

/** A file as it arrives. */
export interface PeopleFile { readonly originalname: string; readonly buffer: Buffer }

/** A thousand people need about a hundred kilobytes. */
export const LARGEST_PEOPLE_FILE = 2 * 1024 * 1024;

/** People to invite from a workbook (XLSX) or a CSV file, by the names of its columns. */
export async function readPeopleFile(file: PeopleFile | undefined): Promise<readonly RawRow[]> {
  if (!file) throw notAccepted('Choose a workbook (XLSX) or a CSV file, and send it in the field "file".');
  const table = isWorkbook(file.buffer) ? await readFirstSheet(file.buffer) : csvIn(file.buffer);
  if (!table) throw notAccepted('This file cannot be read as a workbook. Save it again as XLSX or as CSV UTF-8.');
  const read = rowsOfTable(table);
  if ('rows' in read) return read.rows;
  throw new Refused('file-not-accepted', 'The first row of the file must name its columns. Download the workbook to fill in.', {
    faults: read.missing.map((column) => ({ where: `row 1, column "${column}"`, detail: `The column "${column}" is missing.` })),
  });
}

function csvIn(bytes: Buffer): string[][] {
  if (bytes.length === 0) throw notAccepted('The file is empty.');
  if (bytes.includes(0)) throw notAccepted('This is neither a workbook (XLSX) nor a CSV file. Save it as one of them.');
  const text = isUtf8(bytes) ? bytes.toString('utf8') : new TextDecoder('windows-1252').decode(bytes);
  const [header = ''] = text.split(/\r|\n/, 1);
  const delimiter = ['\t', ';'].find((one) => header.includes(one)) ?? ',';
  try {
    return parse(text, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: false, max_record_size: 20_000 }) as string[][];
  } catch (error) {
    if (error instanceof CsvError) throw notAccepted('This file cannot be read as CSV: a quotation mark is not closed. Save it again as CSV UTF-8.');
    throw error;
  }
}

const notAccepted = (detail: string) => new Refused('file-not-accepted', detail, { faults: [] });
