import { meetsRate } from '@attest/domain/measures';
import { standsAgainst, tooFew, type Stands } from '@attest/domain/side-by-side';
import { standardBack, type Way } from '@attest/domain/trend';
import type { Level } from '@attest/domain/questionnaire';
import { OVERALL, columnsOf } from '../heatmap/heatmap';
import type { Shared } from '../joint/joint-lines';
import { rowOf } from '../release/published-view';
import { isComparable } from '../round-reader';
import type { SideCell } from './side-by-side.dto';
import { NOT_ASKED, countPlaces, type Standing } from '../heatmap/standings';
import type { RoundFigures } from '../trend/trend-reader';

/** What one column is made of: returns that are read here, or the figures that a partner shares. */
export type ReadSide = CountedSide | { readonly kind: 'shared'; readonly shared: Shared };

/** Whom one column is about, in which round. */
export interface CountedSide {
  readonly kind: 'one' | 'many';
  /** Fewer than a minimum of them are not told. */
  readonly guarded: boolean;
  readonly standings: readonly Standing[];
  readonly of: RoundFigures;
  /** Back to the round of this column; `undefined` where it is the round itself. */
  readonly way: Way | undefined;
}

const nothing: SideCell = { state: 'none', level: null, absence: null, counts: {}, base: 0, percent: null, broken: false, against: null };

/** The cells of one standard, each with how the first column stands against it. */
export function cellsOf(standard: string, sides: readonly ReadSide[], now: RoundFigures): SideCell[] {
  const { scale } = now.figures;
  const cells = sides.map((side) => cellOf(standard, side, now));
  const [first] = cells;
  return cells.map((cell, at) => ({ ...cell, against: at === 0 ? null : againstOf(first!, cell, scale) }));
}

function againstOf(first: SideCell, cell: SideCell, scale: readonly Level[]): SideCell['against'] {
  const [one, other] = [standsOf(first), standsOf(cell)];
  return one && other && standsAgainst(one, other, scale);
}

function standsOf({ state, level, counts, base }: SideCell): Stands | null {
  if (state === 'level') return { kind: 'one', level };
  return state === 'share' ? { kind: 'many', counts, base } : null;
}

function cellOf(standard: string, side: ReadSide, now: RoundFigures): SideCell {
  return side.kind === 'shared' ? sharedCell(standard, side.shared) : countedCell(standard, side, now);
}

/** What a partner hides is hidden here; of one standard alone it says nothing of the whole return, which would be the same again. */
function sharedCell(standard: string, { release, comparable }: Shared): SideCell {
  if (!comparable) return { ...nothing, state: 'not-comparable' };
  const standards = release.figures.filter(({ kind }) => kind !== 'question');
  const figure = standards.find(({ key }) => key === standard) ?? (standards.length === 1 ? standards[0] : undefined);
  if (!figure) return { ...nothing, absence: 'not-asked' };
  const { counts, base, percentMeets } = rowOf('', figure.counts[0]!, figure);
  const shown = figure.categories.flatMap(({ key, meets }, at) => (meets === null || counts[at]!.count === null ? [] : [[key, counts[at]!.count!] as const]));
  const cell = { ...nothing, counts: Object.fromEntries(shown) };
  return base === null ? { ...cell, state: 'hidden' } : { ...cell, state: 'share', base, percent: percentMeets };
}

function countedCell(standard: string, side: CountedSide, now: RoundFigures): SideCell {
  const { key, joined } = placeIn(standard, side, now);
  if (joined === 'apart') return { ...nothing, state: 'not-comparable' };
  const { template, scale } = side.of.figures;
  const column = key === null ? -1 : columnsOf(template).indexOf(key);
  if (column === -1) return { ...nothing, absence: 'not-asked' };
  const broken = joined === 'with-break';
  return { ...(side.kind === 'one' ? oneCell(side.standings[0], column, scale) : manyCell(side, column, scale)), broken };
}

/** What a standard was in the round of the column. */
function placeIn(standard: string, { way, of }: CountedSide, now: RoundFigures): { readonly key: string | null; readonly joined: 'whole' | 'with-break' | 'apart' } {
  if (way === undefined) return { key: standard, joined: 'whole' };
  if (way === null || !isComparable(now.round.edition.template, of.round.edition.template)) return { key: null, joined: 'apart' };
  if (standard === OVERALL) return { key: OVERALL, joined: 'whole' };
  const { key, step } = standardBack(way, standard);
  return { key, joined: step?.joined ?? 'whole' };
}

function oneCell(standing: Standing | undefined, column: number, scale: readonly Level[]): SideCell {
  if (!standing?.levels) return { ...nothing, absence: 'not-returned' };
  const place = standing.levels.places[column]!;
  const level = scale[place];
  return level ? { ...nothing, state: 'level', level: level.key } : { ...nothing, absence: place === NOT_ASKED ? 'not-asked' : 'not-rated' };
}

function manyCell({ standings, guarded }: CountedSide, column: number, scale: readonly Level[]): SideCell {
  const tally = countPlaces(standings.flatMap(({ levels }) => levels?.places[column] ?? []), scale);
  if (guarded && tooFew(tally.base)) return { ...nothing, state: 'hidden' };
  return { ...nothing, state: 'share', ...tally, percent: meetsRate(tally, scale, 1).percentage };
}
