/** Dates as people here type them, and as the API takes them. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** "27/9/2026", "27.09.26", "27 September 2026" or "2026-09-27" → "2026-09-27"; null when it is no day. */
export function isoFrom(typed: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed.trim());
  if (iso) return realDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(\d{1,2}|[a-z]{3,9})[\s./,-]+(\d{4}|\d{2})$/i.exec(typed.trim()) ?? [];
  if (!day || !month || !year) return null;
  return realDate(Number(year) + (year.length === 2 ? 2000 : 0), monthIn(month), Number(day));
}

/** "2026-09-14" → "14/09/2026". */
export const asTyped = (iso: string): string => iso.split('-').reverse().join('/');

function monthIn(text: string): number {
  return /^\d/.test(text) ? Number(text) : months.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

/** `Date` reads 30 February as 2 March: what comes back has to be what went in. */
function realDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? date.toISOString().slice(0, 10) : null;
}
