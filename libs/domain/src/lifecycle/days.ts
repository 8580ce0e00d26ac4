const DAY = 86_400_000;

/** Whole days from one ISO date to another: 0 today, negative when it has passed. */
export function daysUntil(date: string, today: string): number {
  return (Date.parse(date) - Date.parse(today)) / DAY;
}
