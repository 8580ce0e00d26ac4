import { inflateRawSync } from 'node:zlib';

const [END, ENTRY] = [0x06054b50, 0x02014b50];

/** The parts of a zip file by name, read without the library that wrote it, by the list at its end: one that is written as it is made says sizes only there. */
export function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
  return new Map([...unzippedBytes(bytes)].map(([name, content]) => [name, content.toString('utf8')]));
}

export function unzippedBytes(bytes: Buffer): ReadonlyMap<string, Buffer> {
  let end = bytes.length - 22;
  while (end > 0 && bytes.readUInt32LE(end) !== END) end--;
  const parts = new Map<string, Buffer>();
  for (let at = bytes.readUInt32LE(end + 16); bytes.readUInt32LE(at) === ENTRY;) {
    const [method, size, nameLength, extraLength, commentLength, place] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const start = place + 30 + bytes.readUInt16LE(place + 26) + bytes.readUInt16LE(place + 28);
    const content = bytes.subarray(start, start + size);
    parts.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), method === 0 ? content : inflateRawSync(content));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return parts;
}
