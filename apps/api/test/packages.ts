import { buffer } from 'node:stream/consumers';
import { writeXlsx } from 'hucre/xlsx';
import { columnLook, type Sheet } from '@attest/domain/workbook';
// by their own files: the measuring program reads them without the rest of the API
import type { Cell, Sheet as WrittenSheet } from '../../../libs/shared/api/src/workbook/sheet';
import { writeOpenDocument } from '../../../libs/shared/api/src/workbook/write-open-document';
import { writeWorkbook } from '../../../libs/shared/api/src/workbook/write-workbook';
import { newZip } from '../../../libs/shared/api/src/yazl';
import { unzipped } from './unzipped';

const made = new Date('2026-11-25T12:00:00Z');

/** As another program would write it: whatever the sheets say, and nothing to choose from. */
const written = (sheets: readonly Sheet[]) => sheets.map(({ name, rows: [headings = [], ...rows] }): WrittenSheet => ({
  name, headings: Array.from(headings, (one) => String(one ?? '')), widths: Array.from(headings, (one) => columnLook(name, String(one ?? '')).width), rows: rows.map((row) => row.map((cell) => cell as Cell)),
}));

export const xlsxOf = async (sheets: readonly Sheet[]): Promise<Uint8Array> => (sameNames(sheets) ? withNames(sheets) : writeWorkbook('A workbook', made, written(sheets)));
export const odsOf = (sheets: readonly Sheet[]): Promise<Uint8Array> => writeOpenDocument('A workbook', made, written(sheets));

export function packed(parts: Readonly<Record<string, string>>, first?: string): Promise<Uint8Array> {
  const zip = newZip();
  const names = Object.keys(parts).sort((one, other) => Number(other === first) - Number(one === first));
  for (const name of names) zip.addBuffer(Buffer.from(parts[name]!), name, { mtime: made, compress: name !== first });
  zip.end();
  return buffer(zip.outputStream);
}

/** The same package with other contents. */
export function repacked(bytes: Uint8Array, change: (parts: Map<string, string>) => void, first?: string): Promise<Uint8Array> {
  const parts = new Map(unzipped(Buffer.from(bytes)));
  change(parts);
  return packed(Object.fromEntries(parts), first);
}

/** The first bytes of a workbook of Excel 97. */
export const compound = (): Promise<Uint8Array> => Promise.resolve(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)]));

export const encrypted = (sheets: readonly Sheet[]): Promise<Uint8Array> =>
  writeXlsx({ sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell))) })), encryption: { password: 'secret', spinCount: 100 } });

const sameNames = (sheets: readonly Sheet[]) => new Set(sheets.map(({ name }) => name.toLowerCase())).size < sheets.length;

/** A program that writes two sheets of one name is hard to find: it is called that afterwards. */
async function withNames(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const named = sheets.map((sheet, at) => (sheets.findIndex(({ name }) => name.toLowerCase() === sheet.name.toLowerCase()) === at ? sheet : { ...sheet, name: `same-name-${at}` }));
  const whole = await writeWorkbook('A workbook', made, written(named));
  return repacked(whole, (parts) => parts.set('xl/workbook.xml', named.reduce((xml, { name }, at) => xml.replace(`"${name}"`, `"${sheets[at]!.name}"`), parts.get('xl/workbook.xml')!)));
}
