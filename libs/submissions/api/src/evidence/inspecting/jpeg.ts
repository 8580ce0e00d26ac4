import { NotTaken } from './broken';

const [START, END, SCAN, RESTART_FIRST, RESTART_LAST] = [0xd8, 0xd9, 0xda, 0xd0, 0xd7];
/** JFIF, colour profile, and how Adobe says what the colours are. All other application segments tell of the camera, the place or the program. */
const kept = [0xe0, 0xe2, 0xee];
const COMMENT = 0xfe;
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

export interface Picture { readonly bytes: Buffer; readonly pixels: number }

/**
 * The picture without what a camera writes into it: where and when it was taken, with what, and a small copy of how it looked
 * before it was cropped. Written here because what there is for it brings a native codec along, and re-encoding would cost quality;
 * it copies segments and understands none but the few it reads. Which way up it is stays. What follows the end is left out.
 */
export function strippedJpeg(bytes: Buffer): Picture {
  const parts: Buffer[] = [bytes.subarray(0, 2)];
  let [at, pixels, turned] = [2, 0, 1];
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
    if (marker === undefined || marker === START) throw new NotTaken('broken');
    if (marker === END) break;
    if (at + 4 > bytes.length) throw new NotTaken('broken');
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) throw new NotTaken('broken');
    const segment = bytes.subarray(at, end);
    if (marker === 0xe1) turned = orientationIn(segment) ?? turned;
    if (isFrame(marker) && segment.length >= 9) pixels = segment.readUInt16BE(5) * segment.readUInt16BE(7);
    if (!isLeftOut(marker, segment)) parts.push(segment);
    at = end;
    if (marker !== SCAN) continue;
    const next = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, next));
    at = next;
  }
  if (pixels === 0) throw new NotTaken('broken');
  if (turned > 1) parts.splice(1, 0, orientationSegment(turned));
  parts.push(Buffer.from([0xff, END]));
  return { bytes: Buffer.concat(parts), pixels };
}

function isLeftOut(marker: number, segment: Buffer): boolean {
  if (marker === COMMENT) return true;
  if (marker < 0xe0 || marker > 0xef) return false;
  // FlashPix and the pictures beside the picture share the colour profile's number
  return !kept.includes(marker) || (marker === 0xe2 && segment.toString('latin1', 4, 15) !== 'ICC_PROFILE');
}

/** The place of the next marker that is not part of the data. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== 0xff && (next < RESTART_FIRST || next > RESTART_LAST)) return at;
  }
  throw new NotTaken('broken');
}

/** Tag 0x0112 of the first directory of an Exif segment; null where it says nothing usable. */
function orientationIn(segment: Buffer): number | null {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || segment.length < 20) return null;
  const tiff = segment.subarray(10);
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const [short, long] = [(at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at)), (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))];
  const directory = long(4);
  if (directory + 2 > tiff.length) return null;
  for (let at = directory + 2, left = short(directory); left > 0 && at + 12 <= tiff.length; at += 12, left -= 1) {
    if (short(at) === 0x0112) return between(short(at + 8), 1, 8);
  }
  return null;
}

const between = (value: number, least: number, most: number) => (value >= least && value <= most ? value : null);

/** An Exif segment that says which way up the picture is, and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(2 + 6 + tiff.length, 2);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}
