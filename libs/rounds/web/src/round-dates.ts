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
