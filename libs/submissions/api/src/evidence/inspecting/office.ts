import { createInflateRaw } from 'node:zlib';
import { Readable } from 'node:stream';
import type { FileTypeName } from '@attest/domain/evidence';
import { NotTaken } from './broken';

/** Bytes unpacked, and entries. A presentation with many pictures has some 200 MB and a thousand. */
const [MOST_UNPACKED, ALWAYS_UNPACKED] = [250 * 1024 * 1024, 20 * 1024 * 1024];
/** Times its own size. The emptiest of tables comes to some fifty. */
const MOST_TIMES = 150;
const MOST_ENTRIES = 5_000;
/** Of those that are read: they say what the others are. */
const MOST_TOLD = 1024 * 1024;
const telling = ['mimetype', 'META-INF/manifest.xml', '[Content_Types].xml'];

const [LOCAL_ENTRY, CENTRAL_ENTRY, END_OF_DIRECTORY] = [0x04034b50, 0x02014b50, 0x06054b50];

const openDocuments: Readonly<Record<string, FileTypeName>> = {
  'application/vnd.oasis.opendocument.text': 'odt', 'application/vnd.oasis.opendocument.spreadsheet': 'ods', 'application/vnd.oasis.opendocument.presentation': 'odp',
};
const mainParts: readonly (readonly [FileTypeName, string])[] = [
  ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
];

/** Which kind of Office file a zip is. Everything is unpacked away from the thread that answers requests, counted and forgotten: what a file says of itself may be a lie. */
export async function officeFile(bytes: Buffer): Promise<FileTypeName> {
  const names: string[] = [];
  const told = new Map<string, string>();
  let left = Math.min(MOST_UNPACKED, Math.max(ALWAYS_UNPACKED, bytes.length * MOST_TIMES));
  for (const entry of entriesOf(bytes)) {
    if (names.length >= MOST_ENTRIES) throw new NotTaken('unpacks-too-large');
    if (entry.locked) throw new NotTaken('password');
    names.push(entry.name);
    const { size, text } = await unpacked(entry, bytes, left, telling.includes(entry.name));
    left -= size;
    if (text !== null) told.set(entry.name, text);
  }
  return kindOf(names, told);
}

function kindOf(names: readonly string[], told: ReadonlyMap<string, string>): FileTypeName {
  const some = (form: RegExp) => names.some((name) => form.test(name));
  const types = told.get('[Content_Types].xml') ?? '';
  if (some(/(^|\/)vbaProject\.bin$/i) || some(/^(Basic|Scripts)\/./i) || /macroEnabled|vbaProject/i.test(types)) throw new NotTaken('macros');
  if (/:encryption-data\b/.test(told.get('META-INF/manifest.xml') ?? '')) throw new NotTaken('password');
  const openDocument = openDocuments[(told.get('mimetype') ?? '').trim()];
  if (openDocument) return openDocument;
  const found = mainParts.find(([, type]) => types.includes(`"${type}"`));
  if (!found) throw new NotTaken('archive');
  return found[0];
}

interface Entry { readonly name: string; readonly locked: boolean; readonly method: number; readonly from: number; readonly size: number }

async function unpacked({ method, from, size }: Entry, bytes: Buffer, most: number, read: boolean): Promise<{ size: number; text: string | null }> {
  const packed = bytes.subarray(from, from + size);
  if (packed.length < size || (method !== 0 && method !== 8)) throw new NotTaken('broken');
  const parts: Buffer[] = [];
  let total = 0;
  for await (const part of method === 0 ? [packed] : inflated(packed)) {
    total += part.length;
    if (total > most || (read && total > MOST_TOLD)) throw new NotTaken('unpacks-too-large');
    if (read) parts.push(part);
  }
  return { size: total, text: read ? Buffer.concat(parts).toString('utf8') : null };
}

async function* inflated(packed: Buffer): AsyncGenerator<Buffer> {
  const stream = Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 256 * 1024 }));
  try {
    for await (const part of stream) yield part as Buffer;
  } catch {
    throw new NotTaken('broken');
  } finally {
    stream.destroy();
  }
}

function* entriesOf(bytes: Buffer): Generator<Entry> {
  try {
    const end = endOfDirectory(bytes);
    let at = bytes.readUInt32LE(end + 16);
    for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
      if (bytes.readUInt32LE(at) !== CENTRAL_ENTRY) throw new NotTaken('broken');
      const [flags, method, size, length, local] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
      if (bytes.readUInt32LE(local) !== LOCAL_ENTRY) throw new NotTaken('broken');
      const name = bytes.toString('utf8', at + 46, at + 46 + length);
      yield { name, locked: (flags & 1) === 1, method, size, from: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28) };
      at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  } catch (error) {
    // an offset that points out of the file
    throw error instanceof NotTaken ? error : new NotTaken('broken');
  }
}

function endOfDirectory(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 66_000); at -= 1) if (bytes.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new NotTaken('broken');
}
