import { movement } from '@attest/domain/measures';
import { byName } from '@attest/domain/rollup';
import { groupInWords, scaleOf, type Level, type Template } from '@attest/domain/questionnaire';
import type { HeatmapCell } from '../insight.dto';
import type { Returned, ShortRow, StandingRow } from '../insight.queries';

/** Places in the result scale, 0 the best; below 0 there is no level, and this says why. */
export const NOT_ASKED = -2;
export const NOT_RATED = -1;

/** One organisation's levels, in the order of the columns. */
export interface Levels {
  /** Moderated where there is a moderated level, else its own. */
  readonly places: Int8Array;
  readonly self: Int8Array;
  /** Null where nothing was moderated. */
  readonly moderated: Int8Array | null;
}

export interface Standing {
  readonly row: StandingRow;
  readonly name: string;
  readonly group: string;
  /** Null for whoever has not returned. */
  readonly levels: Levels | null;
}

export const isReturned = <Row extends { readonly template_version_id: string | null }>(row: Row): row is Returned<Row> => row.template_version_id !== null;

export function readStandings(rows: readonly StandingRow[], levelsOf: (row: ShortRow) => Levels): Standing[] {
  return rows.map((row) => ({ row, name: row.organisation_name, group: groupInWords(row), levels: isReturned(row) ? levelsOf(row) : null }));
}

/** What is looked at, whatever edition a return was handed in on. */
export interface Columns {
  /** Sections by key; '' is the whole return. */
  readonly keys: readonly string[];
  readonly scale: readonly Level[];
}

/** Reads returns in short. `editions` are those they were handed in on. A standard that an edition lacks was not asked then. */
export function levelsReader(editions: ReadonlyMap<string, Template>, columns: Columns): (row: ShortRow) => Levels {
  const layouts = new Map([...editions].map(([id, template]) => [id, layoutOf(template, columns)]));
  return ({ template_version_id, self, moderated }) => {
    const layout = layouts.get(template_version_id!)!;
    const own = read(self, layout);
    if (moderated.trim() === '') return { self: own, places: own, moderated: null };
    const theirs = read(moderated, layout);
    return { self: own, places: own.map((place, column) => (theirs[column]! >= 0 ? theirs[column]! : place)), moderated: theirs };
  };
}

/** A loop, because it runs for every return there is. */
function read(signs: string, { at, placeOf }: ReturnType<typeof layoutOf>): Int8Array {
  const places = new Int8Array(at.length);
  for (let column = 0; column < at.length; column++) places[column] = placeOf[signs.charCodeAt(at[column]!)] ?? NOT_ASKED;
  return places;
}

const BEST = 'A'.charCodeAt(0);

/** Where each column stands in the edition, and what its characters mean on the scale looked at. Whatever is not a level and not "-" was not asked. */
function layoutOf(template: Template, { keys, scale }: Columns) {
  const sections = [...template.sections.map(({ key }) => key), ''];
  const placeOf: number[] = [];
  placeOf['-'.charCodeAt(0)] = NOT_RATED;
  for (const [place, { key }] of (scaleOf(template, template.scoring.resultScale)?.levels ?? []).entries()) {
    placeOf[BEST + place] = scale.findIndex((level) => level.key === key);
  }
  return { at: keys.map((key) => sections.indexOf(key)), placeOf };
}

/** `last` are those of the round before, where they can be compared. */
export function cellOf(standard: string, column: number, levels: Levels | null, last: Levels | null, scale: readonly Level[]): Omit<HeatmapCell, 'revised'> {
  const place = levels === null ? NOT_RATED : levels.places[column]!;
  const self = levels === null ? NOT_RATED : levels.self[column]!;
  const before = last === null ? NOT_RATED : last.places[column]!;
  return {
    standard, state: levels === null ? 'not-returned' : stateAt(place),
    level: scale[place]?.key ?? null,
    self: self === place ? null : scale[self]?.key ?? null,
    last: scale[before]?.key ?? null,
    movement: movement(before, place),
  };
}

function stateAt(place: number): HeatmapCell['state'] {
  if (place >= 0) return 'rated';
  return place === NOT_ASKED ? 'not-asked' : 'not-rated';
}

/** How many stand at each place. */
export function countPlaces(places: Iterable<number>, scale: readonly Level[]): { counts: Record<string, number>; base: number } {
  const totals = scale.map(() => 0);
  for (const place of places) if (place >= 0) totals[place]! += 1;
  return { counts: Object.fromEntries(scale.map(({ key }, place) => [key, totals[place]!])), base: totals.reduce((sum, total) => sum + total, 0) };
}

export const byGroup = (a: Pick<Standing, 'name' | 'group'>, b: Pick<Standing, 'name' | 'group'>) => byName({ name: a.group }, { name: b.group }) || byName(a, b);
