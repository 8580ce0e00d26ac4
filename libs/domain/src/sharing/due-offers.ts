const DAY = 86_400_000;

/** A day by which a colleague is asked to be done. */
export interface DueOffer {
  /** ISO date. */
  readonly on: string;
  readonly words: string;
}

/**
 * The days worth offering when something is given to a colleague, soonest first: a week, two weeks, and the day the whole
 * return is due. Nothing later than that, and nothing that has passed. The first is what most people want.
 */
export function dueOffers(today: string, returnDueOn: string): readonly DueOffer[] {
  const offers = [{ on: later(today, 7), words: 'In one week' }, { on: later(today, 14), words: 'In two weeks' }].filter(({ on }) => on < returnDueOn);
  return returnDueOn < today ? offers : [...offers, { on: returnDueOn, words: 'When the return is due' }];
}

const later = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
