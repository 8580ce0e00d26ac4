import { buffer } from 'node:stream/consumers';
import { newZip } from '../yazl';
import { OPEN_DOCUMENT_TYPE } from './sheet';
import { entryIn } from './unpacking';

/** Around rows that are repeated when printing, or can be folded away; the library would pass over the rows in them. */
const aroundRows = /<\/?table:table-(?:header-rows|row-group|rows)\b[^>]*>/g;
const emptyCell = /<table:table-cell\b[^>]*\/>/g;
const look = / table:(?:style-name|content-validation-name)="[^"]*"/g;

/** The same spreadsheet, of which the library reads every row, and no cell that is coloured and holds nothing: a coloured column has a million. */
export async function plainOpenDocument(bytes: Buffer): Promise<Buffer> {
  const content = (await entryIn(bytes, 'content.xml'))?.toString('utf8') ?? '';
  const zip = newZip();
  zip.addBuffer(Buffer.from(OPEN_DOCUMENT_TYPE), 'mimetype', { mtime: new Date(0), compress: false });
  zip.addBuffer(Buffer.from(content.replace(aroundRows, '').replace(emptyCell, (cell) => cell.replace(look, ''))), 'content.xml', { mtime: new Date(0), compress: false });
  zip.end();
  return buffer(zip.outputStream);
}
