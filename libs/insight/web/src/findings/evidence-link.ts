import type { FindingPlace } from '@attest/shared/client';

export interface EvidenceLink {
  readonly to: readonly string[];
  readonly query: Readonly<Record<string, string>>;
  readonly label: string;
}

/** Where the evidence of a finding is looked at; `null` where the reader may not go there. `words`: whether answers may be read. */
export function evidenceLink({ kind, key }: FindingPlace, roundId: string, words: boolean): EvidenceLink | null {
  switch (kind) {
    case 'round': return { to: ['/compare', roundId], query: {}, label: 'See the round' };
    case 'groups': return { to: ['/compare', roundId], query: { sort: 'group' }, label: 'See the groups' };
    case 'standard': return words ? { to: ['/compare', roundId, 'standards', key!], query: {}, label: 'See who' } : { to: ['/compare', roundId], query: {}, label: 'See the table' };
    case 'question': return words ? { to: ['/compare', roundId, 'questions', key!], query: {}, label: 'See the answers' } : null;
    case 'actions': return words ? { to: ['/actions'], query: { standing: 'overdue' }, label: 'See the actions' } : null;
  }
}
