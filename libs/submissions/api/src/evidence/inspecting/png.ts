import { NotTaken } from './broken';
import type { Picture } from './jpeg';

/** What a picture needs to look as it should. Text, time, place and whatever programs put beside it are left out, and so is what moves. */
const kept = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'];

/** The picture without what was written beside it. What follows its end, such as another file, is left out. */
export function strippedPng(bytes: Buffer): Picture {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  let pixels = 0;
  for (let at = 8; ;) {
    if (at + 12 > bytes.length) throw new NotTaken('broken');
    const [end, kind] = [at + 12 + bytes.readUInt32BE(at), bytes.toString('latin1', at + 4, at + 8)];
    if (end > bytes.length || (pixels === 0 && kind !== 'IHDR')) throw new NotTaken('broken');
    if (kind === 'IHDR') pixels = bytes.readUInt32BE(at + 8) * bytes.readUInt32BE(at + 12);
    if (pixels === 0) throw new NotTaken('broken');
    if (kept.includes(kind)) parts.push(bytes.subarray(at, end));
    if (kind === 'IEND') return { bytes: Buffer.concat(parts), pixels };
    at = end;
  }
}
