import { movement } from '@attest/domain/measures';
import { byName } from '@attest/domain/rollup';
import { groupInWords, type Level } from '@attest/domain/questionnaire';
import type { HeatmapCell } from './insight.dto';
import type { RatingsRow, SectionRow, StandingRow } from './insight.queries';

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

export function readStandings(rows: readonly StandingRow[], levelsOf: (submissionId: string) => Levels): Standing[] {
  return rows.map((row) => ({ row, name: row.organisation_name, group: groupInWords(row), levels: row.returned ? levelsOf(row.submission_id) : null }));
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

/** Reads what `RATINGS` wrote. Many of 1,500 returns have the same sections rated, so what stands where is worked out once. */
export function levelsReader(rows: readonly RatingsRow[], columns: readonly string[]): (submissionId: string) => Levels {
  const known = new Map<string, readonly Rated[]>();
  const levels = new Map(rows.map(({ submission_id, rated: text, levels }) => {
    const rated = known.get(text) ?? ratedIn(text, columns);
    known.set(text, rated);
    return [submission_id, levelsFrom(rated, levels, columns.length)];
  }));
  const none = levelsFrom([], '', columns.length);
  return (submissionId) => levels.get(submissionId) ?? none;
}

function levelsFrom(rated: readonly Rated[], levels: string, width: number): Levels {
  const self = new Int8Array(width).fill(NOT_ASKED);
  const moderated = new Int8Array(width).fill(NOT_RATED);
  for (const [at, { column, isModerated }] of rated.entries()) {
    // a level that the scale lacks, left from another version, is none: "0" is NOT_RATED, "1" the best
    if (column >= 0) (isModerated ? moderated : self)[column] = levels.charCodeAt(at) - BEST;
  }
  return { self, places: moderated.map((place, column) => (place >= 0 ? place : self[column]!)) };
}

const BEST = '1'.charCodeAt(0);

interface Rated {
  /** Below 0 for a section that is no standard. */
  readonly column: number;
  readonly isModerated: boolean;
}

function ratedIn(text: string, columns: readonly string[]): Rated[] {
  return text.split('\x1e').map((part) => part.split('\x1f')).map(([section, layer]) => ({ column: columns.indexOf(section!), isModerated: layer === 'moderated' }));
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

export const byGroup = (a: Standing, b: Standing) => byName({ name: a.group }, { name: b.group }) || byName(a, b);
