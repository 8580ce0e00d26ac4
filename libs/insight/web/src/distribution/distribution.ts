import { layoutStackedBar, type Drawing } from '@attest/domain/figures';
import { levelShare } from '@attest/domain/measures';
import type { DistributionView, LevelView } from '@attest/shared/client';

export interface Share {
  readonly level: LevelView;
  readonly count: number;
  /** Whole per cent of those who answered; null when nobody did. */
  readonly percent: number | null;
  /** Too narrow to hold its count: the line below the bar says it. */
  readonly narrow: boolean;
}

/** A count of two digits needs about this much of a bar on a telephone. */
const NARROW = 8;

/** Best first, as the scale stands. Levels nobody chose are told, and take no room in the bar. */
export function sharesOf(levels: readonly LevelView[], distribution: DistributionView): Share[] {
  return levels.map((level) => {
    const { count, percentage: percent } = levelShare(distribution, level.key);
    return { level, count, percent, narrow: percent !== null && percent < NARROW };
  });
}

/** The three facts that are in no percentage, where there are any. */
export function outsideInWords({ notApplicable, unanswered, notAsked }: DistributionView): string {
  const facts = [
    notApplicable > 0 && `${notApplicable} not applicable`,
    unanswered > 0 && `${unanswered} not answered`,
    notAsked > 0 && `${notAsked} not asked`,
  ].filter(Boolean);
  return facts.length === 0 ? '' : `Not counted: ${facts.join(', ')}.`;
}

export interface DistributionLine {
  readonly label: string;
  readonly of: DistributionView;
  readonly levels: readonly LevelView[];
}

/** The bars of a page as shapes, for files. */
export function barsOf(lines: readonly DistributionLine[]): Drawing {
  return layoutStackedBar(lines.map(({ label, of, levels }) => ({
    label, parts: sharesOf(levels, of).map(({ level: { colour, letter, word }, count }) => ({ colour, letter, word, count })), note: outsideInWords(of),
  })));
}
