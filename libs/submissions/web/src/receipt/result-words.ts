import type { ResultView } from '@attest/shared/client';

const bands = { 'higher': 'Higher than most', 'in-line': 'In line with most', 'lower': 'Lower than most', 'hidden': '[c]' } as const;

/** The band of the peers in a few words; `[c]` where what is published does not tell. */
export function bandInWords({ peers: { band } }: Pick<ResultView, 'peers'>): string {
  return band ? bands[band] : '–';
}
