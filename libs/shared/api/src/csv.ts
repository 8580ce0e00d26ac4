import { harmless } from './harmless';

/** One line of RFC 4180. Text is made harmless; nothing is an empty field. */
export const csvLine = (fields: readonly (string | number | null)[]): string => `${fields.map(fieldFrom).join(',')}\r\n`;

/** The mark by which spreadsheets know UTF-8. */
export const CSV_MARK = '\uFEFF';

function fieldFrom(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
