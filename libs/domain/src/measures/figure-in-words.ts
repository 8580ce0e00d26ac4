import type { Level } from '../questionnaire';
import type { Tally } from '../rollup';
import { meetsRate } from './rates';

/** Those a figure says nothing of, each for a reason of its own. */
export interface LeftOutOfFigure {
  /** Nothing that is rated was answered. */
  readonly notRated: number;
  readonly notAsked: number;
  readonly notReturned: number;
}

type NamedLevel = Pick<Level, 'key' | 'word' | 'meets'>;

/** Which counts a percentage over organisations is made of. `levels` are the scale's, best first. */
export function figureInWords(counted: Pick<Tally, 'counts' | 'base'>, leftOut: LeftOutOfFigure, levels: readonly NamedLevel[]): readonly string[] {
  const { count, base, percentage } = meetsRate(counted, levels, 1);
  const [meeting, below] = [true, false].map((meets) => countsOf(counted, levels.filter((level) => level.meets === meets)));
  const missing = listOf([[leftOut.notRated, 'not rated'], [leftOut.notAsked, 'not asked'], [leftOut.notReturned, 'not returned']]);
  return [
    base === 0 ? 'No organisation is rated.' : `${count} of ${base} organisations rated meet it (${percentage}%)${meeting ? `: ${meeting}` : ''}.`,
    ...(below ? [`Below it: ${below}.`] : []),
    ...(missing ? [`Left out: ${missing}.`] : []),
  ];
}

function countsOf({ counts }: Pick<Tally, 'counts'>, levels: readonly NamedLevel[]): string {
  return listOf(levels.map(({ key, word }) => [counts[key] ?? 0, word]));
}

const listOf = (parts: readonly (readonly [number, string])[]): string => parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`).join(', ');
