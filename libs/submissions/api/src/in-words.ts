const england = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
const withClock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/London' });

/** "22 November 2026", as it was in England. */
export const dayOf = (moment: Date | string) => england.format(new Date(moment));
/** "22 November 2026 at 10:42". */
export const momentOf = (moment: Date | string) => withClock.format(new Date(moment));
