import { daysUntil } from '@attest/domain/lifecycle';
import type { EvidenceView } from '@attest/shared/client';

/** What the library is narrowed to; null leaves it open. */
export interface LibraryFilter {
  /** A round, or nowhere. */
  readonly usedIn: string | null;
  readonly review: 'passed' | 'soon' | 'none' | null;
  readonly by: string | null;
}
export const everything: LibraryFilter = { usedIn: null, review: null, by: null };
export const NOWHERE = 'nowhere';
/** Days. */
const SOON = 60;

export function narrowed(all: readonly EvidenceView[], { usedIn, review, by }: LibraryFilter, today: string): readonly EvidenceView[] {
  return all.filter((piece) => (usedIn === null || (usedIn === NOWHERE ? piece.uses.length === 0 : piece.uses.some(({ round }) => round.id === usedIn)))
    && (review === null || reviewOf(piece, today) === review) && (by === null || piece.revisions.some((revision) => revision.by === by)));
}

function reviewOf({ reviewBy, expired }: EvidenceView, today: string): LibraryFilter['review'] {
  if (reviewBy === null) return 'none';
  if (expired) return 'passed';
  return daysUntil(reviewBy, today) <= SOON ? 'soon' : null;
}

/** "2.3 and 2.4 in Section 175 return 2026-27". */
export function usesInWords({ uses }: Pick<EvidenceView, 'uses'>): string[] {
  const rounds = new Map<string, string[]>();
  for (const { ref, round } of uses) rounds.set(round.name, [...(rounds.get(round.name) ?? []), ref]);
  return [...rounds].map(([round, refs]) => `${listed(refs)} in ${round}`);
}

const listed = (refs: readonly string[]) => (refs.length < 2 ? refs.join() : `${refs.slice(0, -1).join(', ')} and ${refs.at(-1)}`);
