import type { Place } from './counts';
import type { Line } from './lines';
import { fewestOf, figureOf, headOf, linesWith, releaseOf, tablesAgain, type Closed, type Figure, type Release, type Tables } from './release';
import type { Subject, TakingPart } from './taking-part';

/** A release that was published, with what it was made from: kept by the partnership, and published to nobody. */
export interface Earlier {
  readonly release: Release;
  readonly takingPart: readonly TakingPart[];
}

export type Publishable =
  | { readonly release: Release; readonly refused: null; /** How many organisations are counted otherwise than before; `null` for the first. */ readonly changed: number | null }
  | { readonly release: null; readonly refused: string; readonly changed: number | null };

/**
 * What may be published of a round, beside what has been. Two releases of a round are one table with a third that nobody printed,
 * the difference of the two: where few have changed, it is about those few.
 * - Fewer changed than a group has: nothing new is published.
 * - A line of which a few came or went: nothing new is published.
 * - A question that few answer otherwise now: its figures stay as they were published.
 * - A number that differs by a few from the one published before: it is hidden, and what was hidden before stays so.
 */
export function publishable(closed: Closed, earlier: readonly Earlier[]): Publishable {
  const fewest = fewestOf(closed.minimum);
  if (closed.takingPart.length < fewest) return refuse(`Fewer than ${fewest} returned. Figures of so few would tell of each of them.`, null);
  const last = earlier.at(-1);
  if (!last) return { release: releaseOf(closed), refused: null, changed: null };
  if (changedSince(last, closed) === 0) return refuse('Nothing has changed since figures were published.', 0);
  const changed = Math.min(...earlier.map((one) => changedSince(one, closed)).filter((count) => count > 0));
  if (changed < fewest) {
    return refuse(`Only ${changed} ${changed === 1 ? 'organisation counts' : 'organisations count'} otherwise than when figures were published. Whoever compared the two could tell whose changed, so they stay as they are until ${fewest} or more have changed.`, changed);
  }
  const tables = tablesAgain(closed, last.release);
  if (earlier.some(({ release }) => fewCameOrWent(tables, release, closed.takingPart.length, fewest))) {
    return refuse('A few organisations of one group or area were added or taken away since figures were published. Whoever compared the two could tell how they answered, so the figures stay as they are.', changed);
  }
  const figures = closed.subjects.map((subject, at) => figureAgain(subject, closed, tables, at, earlier));
  return { release: { ...headOf(closed), ...tables, figures }, refused: null, changed };
}

const refuse = (refused: string, changed: number | null): Publishable => ({ release: null, refused, changed });

function fewCameOrWent(tables: Tables, before: Release, returned: number, fewest: number): boolean {
  const few = (now: number, then: number) => now !== then && Math.abs(now - then) < fewest;
  const differs = (lines: readonly Line[], old: readonly Line[]) => lines.some((line, at) => few(line.returned, old[at]!.returned));
  return few(returned, before.returned) || differs(tables.groups, before.groups) || differs(tables.areas, before.areas);
}

function figureAgain(subject: Subject, closed: Closed, tables: Tables, at: number, earlier: readonly Earlier[]): Figure {
  const last = earlier.at(-1)!;
  const published = earlier.map(({ release }) => figureIn(release, subject, tables)).filter((one) => one !== null);
  const before = figureIn(last.release, subject, tables);
  if (before && changedSince(last, closed, subject) < fewestOf(closed.minimum)) return { ...subject, counts: before };
  const asCounted = countedIn(closed, tables, at);
  return figureOf(closed, tables, at, keptPlaces(asCounted, published, fewestOf(closed.minimum)));
}

/** What was hidden in a release before, and what differs by a few from what was shown. */
function keptPlaces(now: readonly (readonly number[])[], published: readonly Figure['counts'][], fewest: number): Place[] {
  return now.flatMap((row, line) => row.flatMap((count, category) => {
    const isKept = published.some((before) => {
      const then = before[line]![category]!;
      return then === 'c' || (then !== count && Math.abs(then - count) < fewest);
    });
    return isKept ? [{ line, category }] : [];
  }));
}

function countedIn({ takingPart, subjects }: Closed, tables: Tables, at: number): number[][] {
  const counts = Array.from({ length: 1 + tables.groups.length + tables.areas.length }, () => new Array<number>(subjects[at]!.categories.length).fill(0));
  for (const one of takingPart) for (const line of linesWith(one, tables)) counts[line]![one.said[at]!]! += 1;
  return counts;
}

/** In the lines of now, which are all of them or fewer; `null` where it was not asked, or had other levels. */
function figureIn({ figures, groups }: Release, subject: Subject, tables: Tables): Figure['counts'] | null {
  const found = figures.find(({ kind, key }) => kind === subject.kind && key === subject.key);
  if (!found || found.categories.map(({ key }) => key).join() !== subject.categories.map(({ key }) => key).join()) return null;
  const afterGroups = 1 + groups.length;
  return [found.counts[0]!, ...found.counts.slice(1, 1 + tables.groups.length), ...found.counts.slice(afterGroups, afterGroups + tables.areas.length)];
}

/** How many organisations are counted otherwise than then, in anything or in one subject; those who came or went among them. */
export function changedSince({ release, takingPart }: Earlier, closed: Closed, only?: Subject): number {
  const then = new Map(takingPart.map((one) => [one.organisationId, inWords(one, release.figures, only)]));
  const now = new Map(closed.takingPart.map((one) => [one.organisationId, inWords(one, closed.subjects, only)]));
  return [...new Set([...then.keys(), ...now.keys()])].filter((id) => then.get(id) !== now.get(id)).length;
}

function inWords({ group, area, said }: TakingPart, subjects: readonly Subject[], only: Subject | undefined): string {
  const counted = subjects.flatMap(({ kind, key, categories }, at) =>
    (only && (kind !== only.kind || key !== only.key) ? [] : [`${kind} ${key} ${categories[said[at]!]!.key}`]));
  return [group, area, ...counted.toSorted()].join('\n');
}
