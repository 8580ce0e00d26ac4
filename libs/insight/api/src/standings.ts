import { byName, movement } from '@attest/domain/rollup';
import { groupInWords, type Level } from '@attest/domain/questionnaire';
import type { HeatmapCell } from './insight.dto';
import type { SectionRow, StandingRow } from './insight.queries';

/** Places in the result scale, 0 the best; below 0 there is no level, and this says why. */
export const NOT_ASKED = -2;
export const NOT_RATED = -1;

/** One organisation's levels, in the order of the columns. */
export interface Levels {
  /** Moderated where there is a moderated level, else its own. */
  readonly places: Int8Array;
  readonly self: Int8Array;
}

export interface Standing {
  readonly row: StandingRow;
  readonly name: string;
  readonly group: string;
  /** Null for whoever has not returned. */
  readonly levels: Levels | null;
}

/** Reads what `STANDINGS` wrote. 20,000 parts of it are some dozens of different ones, so each is looked at once. */
export function readStandings(rows: readonly StandingRow[], columns: readonly string[], scale: readonly Level[]): Standing[] {
  const known = new Map<string, Part>();
  const partOf = (text: string) => {
    const part = known.get(text) ?? partFrom(text, columns, scale);
    known.set(text, part);
    return part;
  };
  return rows.map((row) => ({
    row, name: row.organisation_name, group: groupInWords(row),
    levels: row.returned ? levelsFrom((row.levels ?? '').split('\x1e').map(partOf), columns.length) : null,
  }));
}

/** Returns in which a section is asked, or was, and not rated. */
export function notRated(standings: readonly Standing[]): string[] {
  return standings.filter(({ levels }) => levels?.places.includes(NOT_RATED)).map(({ row }) => row.submission_id);
}

/** A section that fell away while it was being answered was not asked, whatever its rating was then. */
export function withoutFallenAway(standings: readonly Standing[], fallen: readonly SectionRow[], columns: readonly string[]): readonly Standing[] {
  const away = new Set(fallen.map(({ submission_id, section_key }) => `${submission_id} ${section_key}`));
  return standings.map((standing) => {
    const { levels, row } = standing;
    if (!levels?.places.includes(NOT_RATED)) return standing;
    const isAway = (place: number, column: number) => place === NOT_RATED && away.has(`${row.submission_id} ${columns[column]}`);
    return { ...standing, levels: { ...levels, places: levels.places.map((place, column) => (isAway(place, column) ? NOT_ASKED : place)) } };
  });
}

interface Part {
  readonly column: number;
  readonly layer: string | undefined;
  readonly place: number;
}

function partFrom(text: string, columns: readonly string[], scale: readonly Level[]): Part {
  const [section, layer, level] = text.split('\x1f');
  // a level that the scale lacks, left from another version, is no level: NOT_RATED is what `findIndex` says then
  return { column: columns.indexOf(section!), layer, place: scale.findIndex(({ key }) => key === level) };
}

function levelsFrom(parts: readonly Part[], width: number): Levels {
  const self = new Int8Array(width).fill(NOT_ASKED);
  const moderated = new Int8Array(width).fill(NOT_RATED);
  for (const { column, layer, place } of parts) {
    if (column >= 0) (layer === 'moderated' ? moderated : self)[column] = place;
  }
  return { self, places: self.map((place, column) => (moderated[column]! >= 0 ? moderated[column]! : place)) };
}

/** `last` are those of the round before, where they can be compared. */
export function cellOf(standard: string, column: number, levels: Levels | null, last: Levels | null, scale: readonly Level[]): HeatmapCell {
  const place = levels === null ? NOT_RATED : levels.places[column]!;
  const self = levels === null ? NOT_RATED : levels.self[column]!;
  const before = last === null ? NOT_RATED : last.places[column]!;
  return {
    standard,
    state: levels === null ? 'not-returned' : place >= 0 ? 'rated' : place === NOT_ASKED ? 'not-asked' : 'not-rated',
    level: scale[place]?.key ?? null,
    self: self === place ? null : scale[self]?.key ?? null,
    last: scale[before]?.key ?? null,
    movement: movement(before, place),
  };
}

/** How many stand at each place. */
export function countPlaces(places: Iterable<number>, scale: readonly Level[]): { counts: Record<string, number>; base: number } {
  const totals = scale.map(() => 0);
  for (const place of places) if (place >= 0) totals[place]! += 1;
  return { counts: Object.fromEntries(scale.map(({ key }, place) => [key, totals[place]!])), base: totals.reduce((sum, total) => sum + total, 0) };
}

export const byGroup = (a: Standing, b: Standing) => byName({ name: a.group }, { name: b.group }) || byName(a, b);
