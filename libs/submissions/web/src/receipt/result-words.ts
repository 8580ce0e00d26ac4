import type { PeerView, ResultView } from '@attest/shared/client';

const bands = { 'higher': 'Higher than most', 'in-line': 'In line with most', 'lower': 'Lower than most' } as const;

/** The band of the peers in a few words; `[c]` where the group is too small to say. */
export function bandInWords({ level, peers }: Pick<ResultView, 'level'> & { readonly peers: PeerView }): string {
  if (peers.band) return bands[peers.band];
  return level ? '[c]' : '–';
}

export function isSuppressed({ level, peers }: Pick<ResultView, 'level' | 'peers'>): boolean {
  return level !== null && peers.band === null;
}
