import { svgOf, type Drawing } from '@attest/domain/figures';

/** What stands in a table of the page, as it stands there: the file cannot say anything else. For spreadsheets: CRLF, UTF-8 with its mark. */
export function csvOf(tables: readonly HTMLTableElement[]): string {
  const lines = tables.flatMap((table) => [...table.rows].map((row) => [...row.cells].map((cell) => field(textOf(cell))).join(',')));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** Parts that stand beside one another on the page, such as a letter and its word, are words of their own. */
function textOf(cell: HTMLTableCellElement): string {
  const parts: string[] = [];
  const walker = cell.ownerDocument.createTreeWalker(cell, 4 /* text */);
  while (walker.nextNode()) parts.push(walker.currentNode.textContent ?? '');
  return parts.join(' ').replace(/\s+/gu, ' ').trim();
}

/** A spreadsheet must not take what somebody wrote for a formula; a number stays one. */
function field(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?%?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

export function save(window: Window & typeof globalThis, name: string, content: Blob): void {
  const link = window.document.createElement('a');
  link.href = window.URL.createObjectURL(content);
  link.download = name;
  link.click();
  window.URL.revokeObjectURL(link.href);
}

interface Named { readonly title: string; readonly description: string }

export const svgFile = (drawing: Drawing, named: Named): Blob => new Blob([svgOf(drawing, named)], { type: 'image/svg+xml' });

/** Twice as fine as on the screen, for slides and paper. */
export async function pngFile(window: Window & typeof globalThis, drawing: Drawing, named: Named): Promise<Blob> {
  const picture = new window.Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(drawing, named))}`;
  await picture.decode();
  const canvas = window.document.createElement('canvas');
  [canvas.width, canvas.height] = [drawing.width * 2, drawing.height * 2];
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The picture could not be made.'))), 'image/png'));
}
