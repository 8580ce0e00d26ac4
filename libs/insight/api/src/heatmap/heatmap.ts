import { scaleOf, type Level, type Section, type Template } from '@attest/domain/questionnaire';
import { meetsRate } from '@attest/domain/measures';
import { byName, weakestFirst } from '@attest/domain/rollup';
import type { HeatmapFilters, HeatmapRow, HeatmapView, StandardView } from '../insight.dto';
import { ColumnTally } from './column-tally';
import { byGroup, cellOf, countPlaces, type Levels, type Standing } from './standings';

/** What a page never goes beyond, so that a browser can draw it at once and a screen reader can walk it. */
const MOST_CELLS = 4_000;
const MOST_ROWS = 300;

/** The standards of a heatmap: sections that count towards the result. The others can still be looked into one by one. */
export function standardsOf({ sections }: Template): readonly Section[] {
  return sections.filter(({ weight }) => weight > 0);
}

/** Key of the column that holds the whole return. */
export const OVERALL = '';

export function columnsOf(template: Template): readonly string[] {
  return [...standardsOf(template).map(({ key }) => key), OVERALL];
}

/** Of whom the filters let through. */
export interface Standings {
  readonly template: Template;
  readonly scale: readonly Level[];
  readonly standings: readonly Standing[];
}

/** With all that they are held against. */
export interface Figures extends Standings {
  readonly last: LastRound | null;
  /** Whether the rating of a section of a return was recalculated, from another level that had been shown; the whole return is ''. */
  isRevised(submissionId: string, section: string): boolean;
}

/** The round before, where levels mean the same in both. */
export interface LastRound {
  /** Of those whom the filters let through, as they were then. */
  readonly levels: readonly Levels[];
  levelsOf(organisationId: string): Levels | null;
}

/** The same as everybody rated themselves, now and in the round before, whatever a panel saw. */
export function asTheySaid(figures: Figures): Figures {
  const { last } = figures;
  return {
    ...figures, ...standingsAsSaid(figures),
    last: last && { levels: last.levels.map(own), levelsOf: (organisationId) => { const levels = last.levelsOf(organisationId); return levels && own(levels); } },
  };
}

export function standingsAsSaid({ template, scale, standings }: Standings): Standings {
  return { template, scale, standings: standings.map((standing) => ({ ...standing, levels: standing.levels && own(standing.levels) })) };
}

const own = (levels: Levels): Levels => ({ ...levels, places: levels.self });

export type HeatmapSummary = Omit<HeatmapView, 'rows' | 'page' | 'pages'>;
type Summary = Pick<HeatmapSummary, 'returned' | 'denominator' | 'levels' | 'standards' | 'total'>;
type Page = Pick<HeatmapView, 'rows' | 'page' | 'pages'>;

/** Everybody counted, now and in the round before where that can be compared. */
export interface RoundTally {
  readonly denominator: number;
  readonly now: ColumnTally;
  readonly last: ColumnTally | null;
}

export const newTally = (template: Template): ColumnTally => new ColumnTally(standardsOf(template).length, resultScale(template));

function tallied(template: Template, all: readonly (Levels | null)[]): ColumnTally {
  const tally = newTally(template);
  for (const levels of all) if (levels) tally.add(levels);
  return tally;
}

/** Over all rows, whatever page is looked at. */
export function summaryOf({ template, standings, last }: Omit<Figures, 'isRevised'>): Summary {
  return summedUp(template, { denominator: standings.length, now: tallied(template, standings.map(({ levels }) => levels)), last: last && tallied(template, last.levels) });
}

export function summedUp(template: Template, { denominator, now, last }: RoundTally): Summary {
  const scale = resultScale(template);
  return {
    returned: now.size, denominator, levels: [...scale],
    standards: ranked(standardsOf(template).map(({ key, ref, title }, column) => {
      const tally = now.at(column);
      return { key, ref, title, ...tally, percentMeets: percentMeeting(tally, scale), lastPercentMeets: last && percentMeeting(last.at(column), scale), weakness: 0 };
    }), scale),
    total: denominator,
  };
}

export function pageOf(figures: Figures, sort: HeatmapFilters['sort'], wanted: number): Page {
  const rowsPerPage = Math.min(MOST_ROWS, Math.floor(MOST_CELLS / Math.max(1, standardsOf(figures.template).length)));
  const pages = Math.max(1, Math.ceil(figures.standings.length / rowsPerPage));
  const page = Math.min(wanted, pages);
  const rows = sorted(figures, sort).slice((page - 1) * rowsPerPage, page * rowsPerPage);
  return { rows: rows.map((standing) => rowOf(standing, figures)), page, pages };
}

/** In the order they came in. */
export function rowsOf(figures: Figures): HeatmapRow[] {
  return figures.standings.map((standing) => rowOf(standing, figures));
}

function rowOf({ row, group, levels }: Standing, { template, scale, last, isRevised }: Figures): HeatmapRow {
  const standards = standardsOf(template);
  const before = last?.levelsOf(row.organisation_id) ?? null;
  const revised = (section: string) => levels !== null && isRevised(row.submission_id, section);
  const counted = countPlaces(levels?.places.subarray(0, standards.length) ?? [], scale);
  return {
    organisationId: row.organisation_id, name: row.organisation_name, area: row.area_name, group,
    submissionId: row.submission_id, returned: levels !== null,
    overall: scale[levels?.places[standards.length] ?? -1] ?? null, overallSelf: selfIn(levels, standards.length, scale), overallRevised: revised(OVERALL),
    cells: standards.map(({ key }, column) => ({ ...cellOf(key, column, levels, before, scale), revised: revised(key) })),
    counts: counted.counts, percentMeets: percentMeeting(counted, scale),
  };
}

/** Where moderation changed it. */
function selfIn(levels: Levels | null, column: number, scale: readonly Level[]): Level | null {
  const self = levels?.self[column] ?? -1;
  return self === levels?.places[column] ? null : scale[self] ?? null;
}

const percentMeeting = (counted: { readonly counts: Record<string, number>; readonly base: number }, scale: readonly Level[]) => meetsRate(counted, scale, 1).percentage;

function sorted({ template, scale, standings }: Standings, sort: HeatmapFilters['sort'] = 'weakest'): readonly Standing[] {
  if (sort === 'name') return standings.toSorted(byName);
  if (sort === 'group') return standings.toSorted(byGroup);
  const width = standardsOf(template).length;
  return weakestFirst(standings.map((standing) => ({
    ...concernOf(countPlaces(standing.levels?.places.subarray(0, width) ?? [], scale), scale), name: standing.name, standing,
  }))).map(({ standing }) => standing);
}

/** 1 is the weakest. */
function ranked(standards: readonly StandardView[], scale: readonly Level[]): StandardView[] {
  const order = weakestFirst(standards.map((standard) => ({ ...concernOf(standard, scale), name: standard.title, key: standard.key })));
  const rank = new Map(order.map(({ key }, place) => [key, place + 1]));
  return standards.map((standard) => ({ ...standard, weakness: rank.get(standard.key)! }));
}

/** What `weakestFirst` looks at. */
function concernOf({ counts, base }: { readonly counts: Readonly<Record<string, number>>; readonly base: number }, scale: readonly Level[]) {
  return { notMeeting: base - meetsRate({ counts, base }, scale).count, worst: counts[scale.at(-1)?.key ?? ''] ?? 0, base };
}

export function resultScale(template: Template): readonly Level[] {
  return scaleOf(template, template.scoring.resultScale)?.levels ?? [];
}
