import { minimumGroup, peerBand, type PeerBand } from '@attest/domain/disclosure';
import type { OrganisationKind } from '@attest/domain/questionnaire';
import { peerGroups } from '@attest/domain/rollup';
import type { PeerView } from './receipt.dto';
import type { PeerRow } from './submitting.queries';

/** Where one result stands among those of the same group, or why that is not said. */
export function peerView(own: string | null, peers: readonly Pick<PeerRow, 'level' | 'organisations'>[], levels: readonly string[], group: string, minimum: number = minimumGroup): PeerView {
  const standing = peerBand({ own, peers: Object.fromEntries(peers.map(({ level, organisations }) => [level, organisations])), levels, minimum });
  return {
    band: standing.suppressed ? null : bands[standing.band],
    group,
    sentence: own === null ? 'Not rated here, so there is nothing to compare.' : sentenceFor(standing, lowerFirst(group), minimum),
  };
}

/** A heading, such as "Nursery and primary schools". */
export function groupInWords(key: string, kind: OrganisationKind): string {
  const label = peerGroups.find((group) => group.key === key)?.label ?? key;
  return `${label} ${kind === 'school' ? 'schools' : 'organisations'}`;
}

/** As far as a partnership may choose. */
const inWords: Readonly<Record<number, string>> = { 5: 'five', 6: 'six', 7: 'seven', 8: 'eight', 9: 'nine', 10: 'ten' };

const bands = { higher: 'higher', 'in line': 'in-line', lower: 'lower' } as const;

function sentenceFor(standing: PeerBand, group: string, minimum: number): string {
  // Too few and all alike share one sentence: which of the two it is would already tell.
  if (standing.suppressed) return `Fewer than ${inWords[minimum] ?? minimum} ${group} have submitted, or all of them say the same, so nothing is shown, to protect them [c].`;
  const those = `the ${standing.n} ${group} that have submitted`;
  switch (standing.band) {
    case 'higher': return `Higher than more than half of ${those}.`;
    case 'lower': return `Lower than more than half of ${those}.`;
    case 'in line': return `In line with ${those}: neither higher nor lower than more than half of them.`;
  }
}

const lowerFirst = (text: string) => text.replace(/^./, (first) => first.toLowerCase());
