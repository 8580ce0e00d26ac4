import type { DumbbellRow } from '@attest/domain/figures';
import { agreementRate } from '@attest/domain/measures';
import { byName } from '@attest/domain/rollup';
import type { LevelView, PositionsView } from '@attest/shared/client';

export interface ModeratedRow {
  readonly organisationId: string;
  readonly name: string;
  /** Places in the scale, 0 the best. */
  readonly self: number;
  readonly moderated: number;
}

/** Those with a moderated rating of one standard: whoever rated itself furthest too high first, then too low, then those agreed. */
export function moderatedRows({ organisations, levels }: PositionsView, standard: string): ModeratedRow[] {
  const place = (key: string | null) => levels.findIndex((level) => level.key === key);
  return organisations
    .flatMap(({ organisationId, name, cells }) => {
      const cell = cells.find((one) => one.standard === standard);
      const [self, moderated] = [place(cell?.self ?? null), place(cell?.moderated ?? null)];
      return self >= 0 && moderated >= 0 ? [{ organisationId, name, self, moderated }] : [];
    })
    .toSorted((a, b) => Math.abs(gapOf(b)) - Math.abs(gapOf(a)) || gapOf(b) - gapOf(a) || byName(a, b));
}

/** Levels that the panel went down; below 0 it went up. */
export const gapOf = ({ self, moderated }: ModeratedRow): number => moderated - self;

export function gapInWords(row: ModeratedRow): string {
  const gap = gapOf(row);
  return gap === 0 ? 'agreed' : `${Math.abs(gap)} ${gap > 0 ? 'lower' : 'higher'}`;
}

export const dumbbells = (rows: readonly ModeratedRow[]): DumbbellRow[] => rows.map((row) => ({ label: row.name, self: row.self, moderated: row.moderated, gap: gapInWords(row) }));

/** Rows: the self rating, best first; columns: what the panel saw. */
export function crosstab(rows: readonly ModeratedRow[], levels: readonly LevelView[]): number[][] {
  return levels.map((_, self) => levels.map((__, moderated) => rows.filter((row) => row.self === self && row.moderated === moderated).length));
}

export interface Agreement {
  readonly key: string;
  readonly label: string;
  readonly moderated: number;
  readonly agreed: number;
  readonly percent: number | null;
  readonly lower: number;
  readonly higher: number;
}

export function agreements(view: PositionsView): Agreement[] {
  return view.standards.map(({ key, ref, title }) => ({ key, label: `${ref} ${title}`.trim(), ...agreementIn(moderatedRows(view, key)) }));
}

export function agreementIn(rows: readonly ModeratedRow[]) {
  const [lower, higher] = [rows.filter((row) => gapOf(row) > 0).length, rows.filter((row) => gapOf(row) < 0).length];
  const { count: agreed, base: moderated, percentage: percent } = agreementRate({ agreed: rows.length - lower - higher, moderated: rows.length }, 1);
  return { moderated, agreed, percent, lower, higher };
}

export function moderationTitle({ moderated, agreed, lower, higher }: Pick<Agreement, 'moderated' | 'agreed' | 'lower' | 'higher'>): string {
  return `The panel agreed with ${agreed} of ${moderated}, went lower for ${lower} and higher for ${higher}`;
}
