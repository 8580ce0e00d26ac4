import type { Published } from '../protect';
import type { Cohort, Place } from './counts';
import { hide } from './hide';
import { linesOf, nest, sameLines, type Line } from './lines';
import type { Subject, TakingPart } from './taking-part';

/** How a release comes about; stands in each. Another way of hiding gets another name. */
export const releaseRule = 'release-1';

/** Figures of a round as they are published, once, for those who took part and for everybody. */
export interface Release {
  readonly rule: typeof releaseRule;
  readonly minimum: number;
  /** How many returned. */
  readonly returned: number;
  /** How many were asked; `null` where that would tell of a few who did not return. */
  readonly asked: number | null;
  /** Lines of the tables by peer group and by area, after the one of all; none where that would show too few. */
  readonly groups: readonly Line[];
  readonly areas: readonly Line[];
  readonly figures: readonly Figure[];
}

export interface Figure extends Subject {
  /** By line — all, then the groups, then the areas — and by category. */
  readonly counts: readonly (readonly Published[])[];
}

export interface Closed {
  readonly asked: number;
  readonly subjects: readonly Subject[];
  readonly takingPart: readonly TakingPart[];
  readonly labelOf: Readonly<Record<'group' | 'area', (key: string) => string>>;
  /** As the partnership has chosen it. */
  readonly minimum: number;
}

/**
 * One more than the minimum: each of those who took part knows one of a group, its own, and the others must still be as many as the
 * partnership asks for. So one release does for all of them, and what one sees and another does not is its own level only.
 */
export const fewestOf = (minimum: number) => minimum + 1;

/** What a release is counted in. Each organisation stands in the line of all, in one of a group and in one of an area. */
export interface Tables {
  readonly groups: readonly Line[];
  readonly areas: readonly Line[];
}

export function tablesOf({ takingPart, labelOf, minimum }: Closed): Tables {
  const fewest = fewestOf(minimum);
  return withoutNesting({
    groups: linesOf(takingPart.map(({ group }) => group), labelOf.group, fewest),
    areas: linesOf(takingPart.map(({ area }) => area), labelOf.area, fewest),
  }, takingPart, fewest);
}

/** As in a release before: what stood together then stands together now. */
export function tablesAgain({ takingPart, minimum }: Closed, before: Tables): Tables {
  const fewest = fewestOf(minimum);
  return withoutNesting({
    groups: sameLines(before.groups, takingPart.map(({ group }) => group), fewest),
    areas: sameLines(before.areas, takingPart.map(({ area }) => area), fewest),
  }, takingPart, fewest);
}

function withoutNesting(tables: Tables, takingPart: readonly TakingPart[], fewest: number): Tables {
  const { groups, areas } = tables;
  const places = takingPart.map(({ group, area }): [number, number] => [lineWith(groups, group), lineWith(areas, area)]);
  return nest(places, groups.length, areas.length, fewest) ? { groups, areas: [] } : tables;
}

export function releaseOf(closed: Closed): Release {
  const tables = tablesOf(closed);
  return { ...headOf(closed), ...tables, figures: closed.subjects.map((_, at) => figureOf(closed, tables, at, [])) };
}

export function headOf({ takingPart, asked, minimum }: Closed): Pick<Release, 'rule' | 'minimum' | 'returned' | 'asked'> {
  const missing = asked - takingPart.length;
  return { rule: releaseRule, minimum, returned: takingPart.length, asked: missing > 0 && missing < fewestOf(minimum) ? null : asked };
}

/** `kept` are hidden whatever they are. */
export function figureOf(closed: Closed, tables: Tables, at: number, kept: readonly Place[]): Figure {
  const subject = closed.subjects[at]!;
  const lines = 1 + tables.groups.length + tables.areas.length;
  const { counts, isHidden } = hide({
    cohorts: cohortsOf(closed, tables, at), lines, categories: subject.categories.length,
    levels: subject.categories.filter(({ meets }) => meets !== null).length, fewest: fewestOf(closed.minimum), kept,
  });
  return { ...subject, counts: counts.map((row, line) => row.map((count, category) => (isHidden({ line, category }) ? 'c' : count))) };
}

export function cohortsOf({ takingPart, subjects }: Pick<Closed, 'takingPart' | 'subjects'>, tables: Tables, at: number): Cohort[] {
  const cohorts = new Map<string, { lines: number[]; counts: number[] }>();
  for (const one of takingPart) {
    const lines = linesWith(one, tables);
    const key = lines.join();
    const cohort = cohorts.get(key) ?? { lines, counts: new Array<number>(subjects[at]!.categories.length).fill(0) };
    cohort.counts[one.said[at]!]! += 1;
    cohorts.set(key, cohort);
  }
  return [...cohorts.values()];
}

export function linesWith({ group, area }: Pick<TakingPart, 'group' | 'area'>, { groups, areas }: Tables): number[] {
  const [inGroups, inAreas] = [lineWith(groups, group), lineWith(areas, area)];
  return [0, ...(inGroups < 0 ? [] : [1 + inGroups]), ...(inAreas < 0 ? [] : [1 + groups.length + inAreas])];
}

const lineWith = (lines: readonly Line[], key: string) => lines.findIndex(({ keys }) => keys.includes(key));
