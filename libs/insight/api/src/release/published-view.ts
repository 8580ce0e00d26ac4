import type { Closed, Figure, Line, Published, Release } from '@attest/domain/disclosure';
import { meetsRate } from '@attest/domain/measures';
import type { PublishedFigure, PublishedQuery, PublishedRow, PublishedView } from './release.dto';

export interface Shown {
  readonly round: { readonly id: string; readonly name: string };
  readonly release: Release;
  readonly at: Date | null;
  readonly query: PublishedQuery;
  /** The reader's own, of whichever organisations. */
  readonly own: Pick<Closed, 'subjects' | 'takingPart'>;
  readonly names: ReadonlyMap<string, string>;
}

export function publishedView(shown: Shown): PublishedView {
  const { round, release, at, query: { audience = 'respondents' }, own, names } = shown;
  const line = ({ label, returned }: Line) => ({ label, returned });
  return {
    round, audience, publishedAt: at?.toISOString() ?? null, minimum: release.minimum, returned: release.returned, asked: release.asked,
    groups: release.groups.map(line), areas: release.areas.map(line),
    own: own.takingPart.map(({ organisationId }) => ({ id: organisationId, name: names.get(organisationId) ?? '' })),
    figures: release.figures.map((figure) => figureView(figure, shown)),
  };
}

function figureView(figure: Figure, { release, query: { by }, own }: Shown): PublishedFigure {
  const { kind, key, standard, ref, title, categories } = figure;
  const at = own.subjects.findIndex((subject) => subject.kind === kind && subject.key === key);
  const lines = ['All', ...[...release.groups, ...release.areas].map(({ label }) => label)];
  const asked = { none: [0, 1], group: [1, 1 + release.groups.length], area: [1 + release.groups.length, lines.length] }[by ?? 'none'];
  const wanted = (line: number) => line === 0 || (line >= asked[0]! && line < asked[1]!);
  return {
    kind, key, standard, ref, title, categories: [...categories],
    rows: figure.counts.flatMap((counts, line) => (wanted(line) ? [rowOf(lines[line]!, counts, figure)] : [])),
    own: at < 0 ? [] : own.takingPart.map(({ organisationId, said }) => ({ organisationId, category: own.subjects[at]!.categories[said[at]!]!.key })),
  };
}

/** A percentage is made of numbers that are shown, or it is not shown. */
export function rowOf(label: string, counts: readonly Published[], { categories }: Figure): PublishedRow {
  const row = { label, counts: counts.map((count) => ({ count: count === 'c' ? null : count })) };
  const levels = categories.flatMap(({ key, meets }, at) => (meets === null ? [] : [{ key, meets, count: counts[at]! }]));
  if (levels.some(({ count }) => count === 'c')) return { ...row, base: null, percentMeets: null };
  const base = levels.reduce((sum, { count }) => sum + Number(count), 0);
  const spread = Object.fromEntries(levels.map(({ key, count }) => [key, Number(count)]));
  return { ...row, base, percentMeets: meetsRate({ counts: spread, base }, levels, 1).percentage };
}
