import { listed } from '@attest/domain/questionnaire';

/** What differs of a rating. */
export const kindWords = { level: 'Level', points: 'Points only', explanation: 'Explanation only' } as const;

const counted = [['level', 'another level'], ['points', 'other points'], ['explanation', 'another explanation']] as const;

/** "2 ratings with another level and 5 with another explanation". */
export function countsInWords(counts: Readonly<Record<string, number>>): string {
  const parts = counted.filter(([kind]) => (counts[kind] ?? 0) > 0).map(([kind, words], at) => `${counts[kind]} ${at === 0 ? (counts[kind] === 1 ? 'rating ' : 'ratings ') : ''}with ${words}`);
  return parts.length > 0 ? listed(parts) : 'no rating';
}
