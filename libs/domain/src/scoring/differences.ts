import type { Rating, Ratings, Trace } from './rating';
import type { Score } from './score';

/** A rating as it is kept. What was rated once and is not asked any more is kept without a level and without a trace. */
export interface StoredRating extends Score {
  /** Key of the section; empty for the whole return. */
  readonly section: string;
  readonly level: string | null;
  readonly trace: Trace | null;
}

/** What differs, the weightiest first: the level; else the points; else only how they are explained, as when a threshold moved. */
export const differenceKinds = ['level', 'points', 'explanation'] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface Difference {
  readonly section: string;
  readonly kind: DifferenceKind;
  /** `null` where there was nothing. */
  readonly from: StoredRating | null;
  readonly to: StoredRating;
}

/** Where what is kept of one return is not what its rule gives for its answers, in the order of the sections; the whole return first. */
export function differences(kept: readonly StoredRating[], { overall, sections }: Ratings): readonly Difference[] {
  const now = [storedAs('', overall), ...sections.map(({ key, rating }) => storedAs(key, rating))];
  const before = new Map(kept.map((rating) => [rating.section, rating]));
  const fallenAway = kept.filter(({ section }) => !now.some((rating) => rating.section === section)).map(({ section }): StoredRating => ({ section, level: null, won: 0, available: 0, trace: null }));
  return [...now, ...fallenAway].flatMap((to): Difference[] => {
    const from = before.get(to.section) ?? null;
    const kind = differenceKinds.find((one) => differs[one](from, to));
    return kind === undefined ? [] : [{ section: to.section, kind, from, to }];
  });
}

const differs: Readonly<Record<DifferenceKind, (from: StoredRating | null, to: StoredRating) => boolean>> = {
  level: (from, to) => (from?.level ?? null) !== to.level,
  points: (from, to) => (from?.won ?? 0) !== to.won || (from?.available ?? 0) !== to.available,
  explanation: (from, to) => written(from?.trace ?? null) !== written(to.trace),
};

function storedAs(section: string, { level, score: { won, available }, trace }: Rating): StoredRating {
  return { section, level, won, available, trace };
}

/** The same for the same, in whatever order its properties come: a database keeps them in its own. */
function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1))) : part));
}
