import type { ScaleLevel, Tally } from '../rollup';
import { figureOf, type Decimals, type Figure } from './figure';

/*
 * Every percentage there is. Each takes counts, so that what is added up is added up before it is rounded, and each is defined in
 * words in `measures`: a spec holds the two lists against each other.
 */

export interface Returned {
  readonly submitted: number;
  readonly denominator: number;
}

/** Returns handed in out of organisations asked. The denominator is the round's stored one, of its date, not today's list. */
export function responseRate({ submitted, denominator }: Returned, decimals: Decimals = 0): Figure {
  return figureOf(submitted, denominator, decimals);
}

/** How many answers meet the standard, out of those answered. Which levels meet it is for the scale to say. */
export function meetsRate({ counts, base }: Pick<Tally, 'counts' | 'base'>, levels: readonly ScaleLevel[], decimals: Decimals = 0): Figure {
  const count = levels.filter(({ meets }) => meets).reduce((sum, { key }) => sum + (counts[key] ?? 0), 0);
  return figureOf(count, base, decimals);
}

/** How many stand at one level, out of those answered. */
export function levelShare({ counts, base }: Pick<Tally, 'counts' | 'base'>, level: string, decimals: Decimals = 0): Figure {
  return figureOf(Object.hasOwn(counts, level) ? counts[level]! : 0, base, decimals);
}

/** Of what has both a self and a moderated rating, how much moderation left as it was. */
export function agreementRate({ agreed, moderated }: { readonly agreed: number; readonly moderated: number }, decimals: Decimals = 0): Figure {
  return figureOf(agreed, moderated, decimals);
}

/** Rated questions of an edition that may be held against an earlier one: see `comparability` of the lineage. */
export function comparabilityRate({ comparable, questions }: { readonly comparable: number; readonly questions: number }, decimals: Decimals = 0): Figure {
  return figureOf(comparable, questions, decimals);
}

/** Of the answers in words that were given last round too, how many are the same word for word. */
export function unchangedRate({ unchanged, both }: { readonly unchanged: number; readonly both: number }, decimals: Decimals = 0): Figure {
  return figureOf(unchanged, both, decimals);
}

/** Of the actions that are still to be done, how many are past their date. */
export function overdueRate({ overdue, open }: { readonly overdue: number; readonly open: number }, decimals: Decimals = 0): Figure {
  return figureOf(overdue, open, decimals);
}

/** Points won out of points available, from which a level is read. */
export function pointsShare({ won, available }: { readonly won: number; readonly available: number }, decimals: Decimals = 1): Figure {
  return figureOf(won, available, decimals);
}
