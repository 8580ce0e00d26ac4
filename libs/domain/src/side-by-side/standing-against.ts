import { minimumGroup, peerBand } from '../disclosure';
import { meetsRate } from '../measures';
import type { Level } from '../questionnaire';

/** One organisation at a level, or many spread over the levels. */
export type Stands =
  | { readonly kind: 'one'; readonly level: string | null }
  | { readonly kind: 'many'; readonly counts: Readonly<Record<string, number>>; readonly base: number };

export type Against = 'above' | 'in-line' | 'below';

const ofSign = (sign: number): Against => (sign === 0 ? 'in-line' : sign > 0 ? 'above' : 'below');
const turned = { 'above': 'below', 'in-line': 'in-line', 'below': 'above' } as const;

/**
 * How the one stands against the other; `null` where that is not known, or would say too much of a small group. One against
 * many is above when it is better than more than half of them, many against many when a larger share meets the standard.
 */
export function standsAgainst(one: Stands, other: Stands, levels: readonly Level[]): Against | null {
  if (one.kind === 'many' && other.kind === 'one') {
    const against = standsAgainst(other, one, levels);
    return against && turned[against];
  }
  if (one.kind === 'many' && other.kind === 'many') {
    if (one.base === 0 || other.base === 0) return null;
    return ofSign(meetsRate(one, levels).count * other.base - meetsRate(other, levels).count * one.base);
  }
  const place = (level: string | null) => levels.findIndex(({ key }) => key === level);
  const own = place(one.kind === 'one' ? one.level : null);
  if (own === -1) return null;
  if (other.kind === 'one') return place(other.level) === -1 ? null : ofSign(place(other.level) - own);
  const band = peerBand({ own: levels[own]!.key, peers: other.counts, levels: levels.map(({ key }) => key) });
  return band.suppressed ? null : ({ 'higher': 'above', 'in line': 'in-line', 'lower': 'below' } as const)[band.band];
}

/** Too few to be spoken of as a group. */
export const tooFew = (base: number, minimum = minimumGroup): boolean => base > 0 && base < minimum;
