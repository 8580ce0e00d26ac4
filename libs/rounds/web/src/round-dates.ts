/** Dates as people here type them, and as the API takes them. */

/** "14/09/2026", "14.9.2026" or "14 9 2026" → "2026-09-14"; null when it is no day. */
export function isoFrom(typed: string): string | null {
  const [, day, month, year] = /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/.exec(typed) ?? [];
  if (!day || !month || !year) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${iso}T00:00:00Z`);
  // 31 April passes the pattern and would be rolled into May
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(iso) ? iso : null;
}

/** "2026-09-14" → "14/09/2026". */
export const asTyped = (iso: string): string => iso.split('-').reverse().join('/');

const london = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The day it is for the partnership, whatever the device says. */
export const dayIn = (moment: Date): string => london.format(moment);

export function daysAfter(iso: string, days: number): string {
  const moment = new Date(`${iso}T00:00:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment.toISOString().slice(0, 10);
}

const FRIDAY = 5;

/** Twelve weeks to answer and four more for those who are late, each to the end of a week. */
export function proposedDates(today: string): { opensOn: string; dueOn: string; finalOn: string } {
  const dueOn = fridayFrom(daysAfter(today, 84));
  return { opensOn: today, dueOn, finalOn: daysAfter(dueOn, 28) };
}

function fridayFrom(iso: string): string {
  return daysAfter(iso, (FRIDAY - new Date(`${iso}T00:00:00Z`).getUTCDay() + 7) % 7);
}
