import { deflateRawSync, deflateSync, crc32 } from 'node:zlib';

/** Files for these tests, made here: sound ones of every kind that is taken, and parts to make others of. */

export interface Packed { readonly name: string; readonly content: Buffer | string; readonly flags?: number; readonly claims?: number; readonly stored?: true }

/** A zip, with whatever lies one wants to tell about its entries. */
export function aZip(entries: readonly Packed[]): Buffer {
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, content, flags = 0, claims, stored } of entries) {
    const bytes = Buffer.from(content);
    const packed = stored ? bytes : deflated(content, bytes);
    const title = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0); facts.writeUInt16LE(flags, 2); facts.writeUInt16LE(stored ? 0 : 8, 4); facts.writeUInt32LE(crc32(bytes), 10);
    facts.writeUInt32LE(packed.length, 14); facts.writeUInt32LE(claims ?? bytes.length, 18); facts.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, title]));
    locals.push(local);
    at += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1'); end.writeUInt16LE(entries.length, 8); end.writeUInt16LE(entries.length, 10); end.writeUInt32LE(index.length, 12); end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, index, end]);
}

/** What is packed many times, such as a great many noughts, is packed once. */
const known = new WeakMap<Buffer, Buffer>();
function deflated(content: Buffer | string, bytes: Buffer): Buffer {
  const packed = (typeof content === 'object' && known.get(content)) || deflateRawSync(bytes, { level: 9 });
  if (typeof content === 'object') known.set(content, packed);
  return packed;
}

const mains = {
  docx: ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  xlsx: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  pptx: ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
} as const;

export const contentTypes = (part: string, type: string): Packed => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`,
});

export function anOffice(kind: keyof typeof mains, more: readonly Packed[] = []): Buffer {
  const [part, type] = mains[kind];
  return aZip([contentTypes(part, type), { name: part, content: '<xml/>' }, ...more]);
}

export function anOpenDocument(kind: 'text' | 'spreadsheet' | 'presentation', manifest = '<manifest:manifest/>', more: readonly Packed[] = []): Buffer {
  return aZip([{ name: 'mimetype', content: `application/vnd.oasis.opendocument.${kind}`, stored: true }, { name: 'META-INF/manifest.xml', content: manifest }, { name: 'content.xml', content: '<xml/>' }, ...more]);
}

export const aPdf = (more = ''): Buffer =>
  Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${more}>>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\ntrailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`, 'latin1');

export function aChunk(kind: string, content: Buffer | string = ''): Buffer {
  const bytes = Buffer.concat([Buffer.from(kind, 'latin1'), Buffer.from(content)]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length - 4);
  check.writeUInt32BE(crc32(bytes));
  return Buffer.concat([length, bytes, check]);
}

export function aPng({ width = 2, height = 2, more = [] }: { readonly width?: number; readonly height?: number; readonly more?: readonly Buffer[] } = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0); head.writeUInt32BE(height, 4); head.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(Math.min(height, 4) * (1 + Math.min(width, 4) * 3)));
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), aChunk('IHDR', head), ...more, aChunk('IDAT', rows), aChunk('IEND')]);
}

export function aSegment(marker: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content as string, typeof content === 'string' ? 'latin1' : undefined);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

/** Where it was taken, in the form a telephone writes it. */
export const exif = (orientation: number, place = 'GPS 54.5742N 1.2350W'): Buffer => {
  const tiff = Buffer.from('49492a000800000001001201030001000000010000000000000000', 'hex').subarray(0, 26);
  tiff.writeUInt16LE(orientation, 18);
  return aSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(place)]));
};

export function aJpeg({ width = 8, height = 8, more = [], after = Buffer.alloc(0) }: { readonly width?: number; readonly height?: number; readonly more?: readonly Buffer[]; readonly after?: Buffer } = {}): Buffer {
  const frame = Buffer.from([8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 1); frame.writeUInt16BE(width, 3);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), aSegment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'), ...more, aSegment(0xdb, Buffer.alloc(65, 1)), aSegment(0xc0, frame),
    aSegment(0xc4, Buffer.concat([Buffer.from([0]), Buffer.alloc(16), Buffer.alloc(0)])), aSegment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]), Buffer.from([0xff, 0xd9]), after,
  ]);
}

/** The file that every scanner calls malware and that is none; in two halves, so that no scanner takes this one for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join('');

export const COMPOUND = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1024)]);
