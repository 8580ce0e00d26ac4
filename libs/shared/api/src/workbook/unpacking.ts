import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

/**
 * What a file is, by what is in it and never by its name. `compound` is the container of workbooks from before 2007, and of
 * newer ones with a password; `locked` an OpenDocument with one; `macros` a workbook that brings a program along.
 */
export type Packed = 'xlsx' | 'ods' | 'macros' | 'compound' | 'locked' | 'too-large' | 'other';

/** Unpacked, a workbook of people has some hundred kilobytes in some twenty entries. */
const MOST_UNPACKED = 20 * 1024 * 1024;
const MOST_ENTRIES = 1_000;

const LOCAL_ENTRY = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const COMPOUND = 0xe011cfd0;

const spreadsheets = ['application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet-template'];
/** Small ones that say what the others are. */
const telling = ['mimetype', 'META-INF/manifest.xml'];

export const isWorkbook = (bytes: Buffer): boolean => startsWith(bytes, LOCAL_ENTRY);

/** Inflates all of it, away from the thread that answers requests, and counts what comes out: what a file says of itself may be a lie. */
export async function packageIn(bytes: Buffer): Promise<Packed> {
  if (startsWith(bytes, COMPOUND)) return 'compound';
  if (!isWorkbook(bytes)) return 'other';
  try {
    return await kindOf(bytes);
  } catch {
    // a package that ends too early, or whose parts cannot be inflated
    return 'other';
  }
}

/** One file of a package that `packageIn` has looked into. */
export async function entryIn(bytes: Buffer, name: string): Promise<Buffer | null> {
  for (const entry of entriesOf(bytes)) if (entry.name === name) return contentOf(bytes, entry, MOST_UNPACKED);
  return null;
}

/** All of it by name, or null where it unpacks to more than that. */
export async function everyEntryIn(bytes: Buffer, most: number): Promise<Map<string, Buffer> | null> {
  const found = new Map<string, Buffer>();
  let left = most;
  for (const entry of entriesOf(bytes)) {
    const content = found.size < MOST_ENTRIES ? await contentOf(bytes, entry, left) : null;
    if (content === null || content.length >= left) return null;
    left -= content.length;
    // a folder is no file
    if (!entry.name.endsWith('/')) found.set(entry.name, content);
  }
  return found;
}

async function kindOf(bytes: Buffer): Promise<Packed> {
  const names = new Set<string>();
  const told = new Map<string, string>();
  let left = MOST_UNPACKED;
  for (const entry of entriesOf(bytes)) {
    if (names.size >= MOST_ENTRIES) return 'too-large';
    const content = await contentOf(bytes, entry, left);
    if (content === null || content.length >= left) return 'too-large';
    left -= content.length;
    names.add(entry.name);
    if (telling.includes(entry.name)) told.set(entry.name, content.toString('utf8'));
  }
  return named([...names], told);
}

function named(names: readonly string[], told: ReadonlyMap<string, string>): Packed {
  const some = (form: RegExp) => names.some((name) => form.test(name));
  if (some(/(^|\/)vbaProject\.bin$/i) || some(/^(Basic|Scripts)\/./i)) return 'macros';
  if (some(/^\[Content_Types\]\.xml$/i) && some(/^xl\/.*\.xml$/i)) return 'xlsx';
  if (!spreadsheets.includes((told.get('mimetype') ?? '').trim())) return 'other';
  return /:encryption-data\b/.test(told.get('META-INF/manifest.xml') ?? '') ? 'locked' : 'ods';
}

const inflated = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/** Null where more comes out than may. */
async function contentOf(bytes: Buffer, { method, from, size }: Entry, most: number): Promise<Buffer | null> {
  const packed = bytes.subarray(from, from + size);
  if (method === 0) return packed;
  if (method !== 8) throw new Error('packed in another way');
  try {
    return await inflated(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null;
    throw error;
  }
}

interface Entry { readonly name: string; readonly method: number; readonly from: number; readonly size: number }

function* entriesOf(bytes: Buffer): Generator<Entry> {
  const end = endOfDirectory(bytes);
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL_ENTRY) throw new Error('not an entry');
    const [method, size, length, local] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    yield { name, method, size, from: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28) };
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0; at -= 1) if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new Error('no directory');
}

const startsWith = (bytes: Buffer, signature: number) => bytes.length > 4 && bytes.readUInt32LE(0) === signature;
