import type { Figure, Release } from '@attest/domain/disclosure';
import { rowOf } from '../release/published-view';
import type { PublishedFigure } from '../release/release.dto';
import type { FiguresLine } from './joint-figures.dto';

/** Somebody's figures: a partner's as it shared them, or one's own as they were published. */
export interface Shared {
  /** Null for one's own. */
  readonly place: number | null;
  readonly name: string;
  /** What all partners call the round that they run jointly. */
  readonly jointRound: string;
  readonly release: Release;
  readonly at: Date | null;
  /** The same questions were asked, word for word. */
  readonly comparable: boolean;
}

export function lineOf({ place, name, release, at, comparable }: Shared): FiguresLine {
  return { place, name, returned: release.returned, asked: release.asked, at: at?.toISOString() ?? null, comparable };
}

/** A row for each that can be compared, figure by figure: they ask the same, so the first says what there is. */
export function figuresOf(shared: readonly Shared[]): PublishedFigure[] {
  const compared = shared.filter(({ comparable }) => comparable);
  return (compared[0]?.release.figures ?? []).map((figure): PublishedFigure => ({
    kind: figure.kind, key: figure.key, standard: figure.standard, ref: figure.ref, title: figure.title, categories: [...figure.categories], own: [],
    rows: compared.flatMap(({ name, release }) => {
      const theirs = figureIn(release, figure);
      return theirs ? [rowOf(name, theirs.counts[0]!, theirs)] : [];
    }),
  }));
}

export const figureIn = ({ figures }: Release, { kind, key }: Pick<Figure, 'kind' | 'key'>) => figures.find((figure) => figure.kind === kind && figure.key === key);
