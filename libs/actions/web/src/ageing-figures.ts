import { standingWords, standings, type Standing } from '@attest/domain/actions';
import type { BarPart, BarRow } from '@attest/domain/figures';
import type { AgeingRow } from '@attest/shared/client';

/** Which filter of the list of actions a row's key is for. */
export type AgeingBy = 'roundId' | 'areaId' | 'group' | 'standard';

interface Part extends Omit<BarPart, 'count'> {
  readonly of: readonly Standing[];
}

/** A bar says overdue, due or done; the table beside it says each standing. What was dropped is no part of it. */
const parts: readonly Part[] = [
  { letter: 'O', word: 'Overdue', colour: 'red', of: ['overdue'] },
  { letter: 'D', word: 'To be done', colour: 'amber', of: ['unplanned', 'due-soon', 'on-track'] },
  { letter: 'C', word: 'Claimed as done', colour: 'green', of: ['claimed'] },
  { letter: 'V', word: 'Verified', colour: 'blue', of: ['verified'] },
];

export const columns = standings.map((standing) => ({ standing, words: standingWords[standing] }));

export function countOf({ counts }: AgeingRow, standing: Standing): number {
  return counts.find((one) => one.standing === standing)?.count ?? 0;
}

export function ageingBars(rows: readonly AgeingRow[]): BarRow[] {
  return rows.map((row) => {
    const dropped = countOf(row, 'dropped');
    return {
      label: row.label, nothing: 'None is left.',
      parts: parts.map(({ of, ...part }) => ({ ...part, count: of.reduce((sum, standing) => sum + countOf(row, standing), 0) })),
      ...(dropped > 0 ? { note: `Dropped and not counted: ${dropped}.` } : {}),
    };
  });
}

/** With the counts that made the percentage. */
export function overdueInWords({ overdue, open, percent }: AgeingRow): string {
  if (percent === null) return 'Nothing is left to be done.';
  return `${overdue} of ${open} ${open === 1 ? 'action' : 'actions'} still to be done ${overdue === 1 ? 'is' : 'are'} overdue (${percent}%).`;
}
