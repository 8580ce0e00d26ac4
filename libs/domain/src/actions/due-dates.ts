/** The last days of English school terms, near enough for a date that people then change: month and day. */
const termEnds = ['03-31', '07-20', '12-18'] as const;

export interface DueDate {
  readonly words: string;
  readonly date: string;
}

/** Dates to choose from in one step, from today's ISO date. */
export function usualDueDates(today: string): readonly DueDate[] {
  return [
    { words: 'In 1 month', date: monthsAfter(today, 1) },
    { words: 'In 3 months', date: monthsAfter(today, 3) },
    { words: 'End of term', date: endOfTerm(today) },
  ];
}

/** The same day of a later month, or its last day where it is shorter. */
export function monthsAfter(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}

function endOfTerm(today: string): string {
  const year = Number(today.slice(0, 4));
  return [year, year + 1].flatMap((one) => termEnds.map((day) => `${one}-${day}`)).find((day) => day > today)!;
}
