import { inflateRawSync } from 'node:zlib';
import { readXlsx, type CellValue } from 'hucre/xlsx';

/** Unpacked, a workbook of people has some hundred kilobytes. */
const MOST_UNPACKED = 20 * 1024 * 1024;
const MOST_ROWS = 5_000;
const MOST_COLUMNS = 50;

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

export const isWorkbook = (bytes: Buffer): boolean => bytes.length > 4 && bytes.readUInt32LE(0) === 0x04034b50;

/** The first sheet as text, row by row; null for what is no workbook, or far larger unpacked than it pretends. */
export async function readFirstSheet(bytes: Buffer): Promise<string[][] | null> {
  if (!unpacksWithin(bytes, MOST_UNPACKED)) return null;
  try {
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: MOST_ROWS });
    return (sheets[0]?.rows ?? []).map((row) => row.slice(0, MOST_COLUMNS).map(textOf));
  } catch {
    // whatever a stranger's file makes of the library, it is a file that cannot be read
    return null;
  }
}

function textOf(cell: CellValue | undefined): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}

/** Counts what comes out, because what a file says of itself may be a lie. */
function unpacksWithin(bytes: Buffer, most: number): boolean {
  let left = most;
  try {
    for (const { method, from, size } of entriesOf(bytes)) {
      if (method === 0) left -= size;
      else if (method === 8) left -= inflateRawSync(bytes.subarray(from, from + size), { maxOutputLength: Math.max(1, left) }).length;
      else return false;
      if (left <= 0) return false;
    }
    return true;
  } catch {
    return false;
  }
}

function* entriesOf(bytes: Buffer): Generator<{ readonly method: number; readonly from: number; readonly size: number }> {
  const end = endOfDirectory(bytes);
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error('not an entry');
    const [method, size, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)];
    yield { method, size, from: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28) };
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0; at -= 1) if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new Error('no directory');
}
