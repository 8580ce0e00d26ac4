import { fileTypeFromBuffer } from 'file-type';
import { LARGEST_FILE, MOST_PIXELS, cleanedFileName, extensionOf, fileTypes, refusalBefore, refusalOfExtension, acceptedExtensions, type FileRefusal, type FileType, type FileTypeName } from '@attest/domain/evidence';
import { NotTaken, refused } from './broken';
import { strippedJpeg, type Picture } from './jpeg';
import { officeFile } from './office';
import { checkPdf } from './pdf';
import { strippedPng } from './png';
import { plainText } from './text';

/** A file that may be kept: what it is by what is in it, and what of it is kept. */
export interface Inspected { readonly name: string; readonly media: string; readonly bytes: Buffer }

const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const lockedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** By magic bytes and by the end of the name, which must agree. Throws `NotTaken` with the reason. */
async function inspected(given: string, bytes: Buffer): Promise<Inspected> {
  const name = cleanedFileName(given);
  const extension = extensionOf(name);
  const early = refusalBefore({ extension, size: bytes.length }, acceptedExtensions, LARGEST_FILE);
  if (early && early !== 'kind') throw new NotTaken(early);
  const [type, kept] = await contentOf(bytes, extension);
  const { media, extensions }: FileType = fileTypes[type];
  if (!extensions.includes(extension)) throw new NotTaken(early ?? 'kind-disagrees');
  return { name, media, bytes: kept };
}

/** For whoever brought it: why it is not taken is said in a sentence. */
export const inspectedOrRefused = (given: string, bytes: Buffer): Promise<Inspected> =>
  inspected(given, bytes).catch((error: unknown) => { throw error instanceof NotTaken ? refused(error.why) : error; });

async function contentOf(bytes: Buffer, extension: string): Promise<readonly [FileTypeName, Buffer]> {
  if (bytes.subarray(0, 8).equals(compound)) throw new NotTaken(bytes.includes(lockedPackage) ? 'password' : 'old-office');
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') return [await officeFile(bytes), bytes];
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (!found) return [textType(extension), plainText(bytes)];
  switch (found.ext) {
    case 'pdf': checkPdf(bytes); return ['pdf', bytes];
    case 'apng': case 'png': return ['png', seen(strippedPng(bytes))];
    case 'jpg': return ['jpeg', seen(strippedJpeg(bytes))];
    default: throw new NotTaken(otherwise(found.ext, found.mime, extension));
  }
}

function seen({ bytes, pixels }: Picture): Buffer {
  if (pixels > MOST_PIXELS) throw new NotTaken('picture-too-large');
  return bytes;
}

/** Which of the two it is, only its name can say. */
function textType(extension: string): FileTypeName {
  if (extension === 'csv' || extension === 'txt') return extension;
  if (acceptedExtensions.includes(extension)) throw new NotTaken('kind-disagrees');
  throw new NotTaken(refusalOfExtension(extension));
}

function otherwise(kind: string, media: string, extension: string): FileRefusal {
  if (kind === 'xml') return 'web-page';
  if (media.startsWith('image/')) return 'picture-kind';
  const why = refusalOfExtension(kind);
  return why === 'kind' && acceptedExtensions.includes(extension) ? 'kind-disagrees' : why;
}
