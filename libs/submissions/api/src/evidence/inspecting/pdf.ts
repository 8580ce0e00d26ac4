import { NotTaken } from './broken';

/**
 * Protected, or two files in one. Scripts in a PDF are not looked for: they can hide in compressed parts, so a search that finds
 * none proves nothing. It is never shown by Attest, only handed out to be saved, and readers run such scripts in a sandbox.
 */
export function checkPdf(bytes: Buffer): void {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') throw new NotTaken('broken');
  const last = bytes.lastIndexOf('%%EOF');
  if (last === -1) throw new NotTaken('broken');
  // some programs leave a few bytes behind the end, a second file is more
  if (bytes.length - last > 4096 || hasZipAtItsEnd(bytes)) throw new NotTaken('two-in-one');
  if (isProtected(bytes)) throw new NotTaken('password');
}

/** Named in the trailer or in the dictionary of a cross-reference stream, which are never compressed. */
function isProtected(bytes: Buffer): boolean {
  for (let at = bytes.indexOf('/Encrypt'); at !== -1; at = bytes.indexOf('/Encrypt', at + 8)) {
    if (/^\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(bytes.toString('latin1', at, at + 40))) return true;
  }
  return false;
}

function hasZipAtItsEnd(bytes: Buffer): boolean {
  const tail = bytes.subarray(-66_000);
  const at = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  return at !== -1 && at + 22 <= tail.length && at + 22 + tail.readUInt16LE(at + 20) === tail.length;
}
