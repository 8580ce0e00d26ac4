import { Worker } from 'node:worker_threads';
import { columnName, type Sheet } from '@attest/domain/workbook';
import { asGiven } from '../harmless';
import { plainOpenDocument } from './plain-open-document';
import type { SheetsFound, SheetsWanted } from './sheets-worker';
import { packageIn, type Packed } from './unpacking';

export type ReadSheets = { readonly sheets: readonly Sheet[]; readonly format: 'xlsx' | 'ods' } | { readonly refused: string };

/** Many times a questionnaire of several hundred questions. */
export const LARGEST_WORKBOOK = 5 * 1024 * 1024;
/** The row of headings, and one more than there may be, so that too many are told of as such. */
const MOST_ROWS = 5_002;
const MOST_COLUMNS = 60;
const MOST_CHARACTERS = 4_000_000;
const MEGABYTES = 192;
const SECONDS = 30;
const AT_ONCE = 2;

const SAVE_AGAIN = 'Open it in a spreadsheet program and save it as an Excel workbook (.xlsx) or an OpenDocument spreadsheet (.ods).';
const refusals: Readonly<Record<Exclude<Packed, 'xlsx' | 'ods'>, string>> = {
  'compound': `This workbook is in the format of Excel 97, or it has a password. ${SAVE_AGAIN} Leave out the password.`,
  'locked': 'This workbook has a password. Save it again without one.',
  'macros': 'This workbook has macros. Save it as an Excel workbook (.xlsx), which has none.',
  'too-large': 'Unpacked, this workbook is far larger than any questionnaire. Begin with a workbook that was taken from here.',
  'other': `This is no workbook that can be read, whatever its name says. ${SAVE_AGAIN}`,
};

/** The sheets of these names, or a sentence that says why this cannot be read and what to do. */
export async function readSheetsOf(bytes: Buffer, names: readonly string[]): Promise<ReadSheets> {
  if (bytes.length === 0) return { refused: 'The file is empty.' };
  if (bytes.length > LARGEST_WORKBOOK) return { refused: `The file is larger than ${LARGEST_WORKBOOK / 1024 / 1024} MB. Begin with a workbook that was taken from here.` };
  const format = await packageIn(bytes);
  if (format !== 'xlsx' && format !== 'ods') return { refused: refusals[format] };
  const plain = format === 'ods' ? await plainOpenDocument(bytes) : bytes;
  const found = await inTurn(() => readAside({ bytes: plain, format, names: names.map((name) => name.toLowerCase()), rows: MOST_ROWS, columns: MOST_COLUMNS }));
  if (found === 'unreadable') return { refused: `This workbook is damaged and cannot be read. ${SAVE_AGAIN}` };
  if (found === 'too-much') return { refused: refusals['too-large'] };
  if ('beyond' in found) return { refused: goesBeyond(found.beyond) };
  if (JSON.stringify(found.sheets).length > MOST_CHARACTERS) return { refused: 'There is far more text in this workbook than in any questionnaire. Begin with a workbook that was taken from here.' };
  return { sheets: found.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? asGiven(cell) : cell))) })), format };
}

function goesBeyond(beyond: Extract<SheetsFound, { beyond: object }>['beyond']): string {
  return 'row' in beyond
    ? `The sheet ${beyond.sheet} has something in row ${beyond.row}. Keep to ${MOST_ROWS - 2} rows under the headings, and delete what stands further down.`
    : `The sheet ${beyond.sheet} has a heading in column ${columnName(beyond.column - 1)}. Keep to ${MOST_COLUMNS} columns, and delete what stands further right.`;
}

/** Beside `main.mjs` in the program, beside this file in a test. */
const worker = new URL(import.meta.url.endsWith('.ts') ? './sheets-worker.ts' : './sheets-worker.mjs', import.meta.url);

/** In a thread with little memory and little time, so that saving answers goes on meanwhile. */
function readAside(wanted: SheetsWanted): Promise<SheetsFound | 'unreadable' | 'too-much'> {
  return new Promise((done) => {
    const thread = new Worker(worker, { workerData: wanted, resourceLimits: { maxOldGenerationSizeMb: MEGABYTES, maxYoungGenerationSizeMb: 32 }, stdout: true, stderr: true });
    const end = (found: SheetsFound | 'unreadable' | 'too-much') => {
      clearTimeout(timer);
      done(found);
      void thread.terminate();
    };
    const timer = setTimeout(() => end('too-much'), SECONDS * 1000);
    thread.once('message', end);
    thread.once('error', (error: NodeJS.ErrnoException) => end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' || /over the \d+ limit/.test(error.message) ? 'too-much' : 'unreadable'));
    thread.once('exit', () => end('unreadable'));
  });
}

const waiting: (() => void)[] = [];
let underWay = 0;

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (underWay >= AT_ONCE) await new Promise<void>((next) => waiting.push(next));
  underWay++;
  try {
    return await work();
  } finally {
    underWay--;
    waiting.shift()?.();
  }
}
