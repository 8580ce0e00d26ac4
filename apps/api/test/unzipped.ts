import { inflateRawSync } from 'node:zlib';

/** The parts of a zip file by name, read without the library that wrote it. Enough for files with their sizes up front, as ours have. */
export function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (let at = 0; bytes.readUInt32LE(at) === 0x04034b50;) {
    const [method, size, nameLength, extraLength] = [bytes.readUInt16LE(at + 8), bytes.readUInt32LE(at + 18), bytes.readUInt16LE(at + 26), bytes.readUInt16LE(at + 28)];
    const start = at + 30 + nameLength + extraLength;
    const content = bytes.subarray(start, start + size);
    parts.set(bytes.toString('utf8', at + 30, at + 30 + nameLength), (method === 0 ? content : inflateRawSync(content)).toString('utf8'));
    at = start + size;
  }
  return parts;
}
