import { minimumAlike, minimumGroup } from './minimum-group';

export interface PeerQuestion {
  /** The organisation's own level; `null` while it has none. */
  readonly own: string | null;
  /** Peers by level key, the organisation itself left out. */
  readonly peers: Readonly<Record<string, number>>;
  /** Level keys, best first. */
  readonly levels: readonly string[];
  readonly minimum?: number;
}

export type PeerBand =
  /** One reason for too few peers and for peers who are all alike, and no number: the reason itself must not tell which. */
  | { readonly suppressed: true; readonly reason: 'not-rated' | 'small-group' }
  | {
    readonly suppressed: false;
    /** Higher is better than most of the peers. */
    readonly band: 'higher' | 'in line' | 'lower';
    /** Number of peers. */
    readonly n: number;
    /** By level key; `null` where one of them is a small number, or where the peers are all alike. */
    readonly counts: Readonly<Record<string, number>> | null;
  };

/**
 * Where an organisation stands among its peers without saying where any of them stands: better than more than half of them,
 * worse than more than half of them, or neither. Levels of peers that the scale does not have are not compared.
 */
export function peerBand({ own, peers, levels, minimum = minimumGroup }: PeerQuestion): PeerBand {
  const spread = levels.map((level) => peers[level] ?? 0);
  const n = sum(spread);
  const said = spread.filter((count) => count > 0);
  const alike = said.length === 1;
  if (n === 0 || n < minimum || (alike && n < minimumAlike)) return { suppressed: true, reason: 'small-group' };
  const place = own === null ? -1 : levels.indexOf(own);
  if (place === -1) return { suppressed: true, reason: 'not-rated' };

  const [better, worse] = [sum(spread.slice(0, place)), sum(spread.slice(place + 1))];
  const band = worse * 2 > n ? 'higher' : better * 2 > n ? 'lower' : 'in line';
  const counts = alike || said.some((count) => count < minimum) ? null : Object.fromEntries(levels.map((level, index) => [level, spread[index]]));
  return { suppressed: false, band, n, counts };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
