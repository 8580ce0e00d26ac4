import { roleFrom } from './role-from';
import type { RawRow } from './row';

/**
 * A pasted list, one person a line: name, e-mail address, organisation or URN, role. Cells are parted by tabs, semicolons or
 * commas, whichever the line has first in this order; `Name <address>` counts as two cells. A line of headings is left out.
 */
export function pastedRows(text: string): RawRow[] {
  return text.split(/\r\n|\r|\n/)
    .map((line, index) => ({ line: line.replace(/^\uFEFF/, '').trim(), row: index + 1 }))
    .filter(({ line, row }) => line !== '' && !(row === 1 && isHeading(line)))
    .map(({ line, row }) => ({ row, ...personIn(cellsOf(line)) }));
}

const isHeading = (line: string): boolean => !line.includes('@') && /\be-?mail\b/i.test(line);

function cellsOf(line: string): string[] {
  const separator = ['\t', ';'].find((one) => line.includes(one)) ?? ',';
  return parted(line, separator).flatMap((cell) => {
    const [, name, email] = /^([^<>]*)<([^<>]*)>$/.exec(cell) ?? [];
    return email === undefined ? [cell] : [tidy(name!), tidy(email)];
  });
}

/** Quotation marks keep a separator inside a cell. */
function parted(line: string, separator: string): string[] {
  const cells = [''];
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === separator && !quoted) cells.push('');
    else cells[cells.length - 1] += character;
  }
  return cells.map(tidy);
}

const tidy = (cell: string): string => cell.trim().replace(/\s+/g, ' ');

/** The address shows where the name ends. What follows is the organisation, which may have commas in its name, and the role. */
function personIn(cells: readonly string[]): Omit<RawRow, 'row'> {
  const address = cells.findIndex((cell) => cell.includes('@'));
  const at = address >= 0 ? address : cells.length > 3 ? 1 : 0;
  const after = cells.slice(at + 1).filter((cell, index, all) => cell !== '' || index < all.length - 1);
  const last = after.at(-1) ?? '';
  const hasRole = roleFrom(last) !== null || after.length > 1;
  return {
    name: cells.slice(0, at).join(' ').trim(),
    email: cells[at] ?? '',
    organisation: (hasRole ? after.slice(0, -1) : after).filter(Boolean).join(', '),
    role: hasRole ? last : '',
  };
}
