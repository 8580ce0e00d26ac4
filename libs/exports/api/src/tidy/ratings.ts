import type { Level } from '@attest/domain/questionnaire';
import type { HeatmapCell, HeatmapRow, RoundSummary } from '@attest/insight/api';
import type { TidyTable } from './table';

interface Rated {
  readonly summary: RoundSummary;
  readonly row: HeatmapRow;
  /** Null for the return as a whole. */
  readonly standard: { readonly key: string; readonly ref: string; readonly title: string } | null;
  readonly state: HeatmapCell['state'];
  readonly level: Level | null;
  readonly self: string | null;
  readonly last: string | null;
  readonly movement: HeatmapCell['movement'];
  readonly revised: boolean;
}

export const ratingsTable: TidyTable<Rated> = {
  name: 'ratings', row: 'One organisation that was asked and one standard; an empty standard is the return as a whole',
  columns: [
    ['round_reference', ({ summary: { round } }) => round.reference, 'Reference of the round'],
    ['round_name', ({ summary: { round } }) => round.name, 'Name of the round'],
    ['provisional', ({ summary: { round } }) => round.provisional, 'true while the round is open: figures may still change'],
    ['organisation_id', ({ row }) => row.organisationId, 'Identifier of the organisation, the same in every round'],
    ['organisation_name', ({ row }) => row.name, 'Its name when the round opened'],
    ['area', ({ row }) => row.area, 'Area of the partnership it is in; empty where it works across all'],
    ['phase_or_sector', ({ row }) => row.group, 'Phase of a school, sector of an agency'],
    ['returned', ({ row }) => row.returned, 'Whether it has returned'],
    ['standard_key', ({ standard }) => standard?.key ?? null, 'Identifies the standard in every edition; empty for the return as a whole'],
    ['standard_ref', ({ standard }) => standard?.ref ?? null, 'Its number'],
    ['standard_title', ({ standard }) => standard?.title ?? 'Overall', 'Its title'],
    ['state', ({ state }) => state, 'rated, not-rated (returned, and answered nothing that is rated), not-asked or not-returned'],
    ['level_key', ({ level }) => level?.key ?? null, 'Level: moderated where it has been, else as the organisation rated itself; or as the file says'],
    ['level_letter', ({ level }) => level?.letter ?? null, 'The same as a letter'],
    ['level_word', ({ level }) => level?.word ?? null, 'The same as a word'],
    ['level_score', ({ level }) => level?.score ?? null, 'Points of the level'],
    ['meets', ({ level }) => level?.meets ?? null, 'Whether this level meets the standard'],
    ['self_level_key', ({ self }) => self, 'Level as the organisation rated itself, where moderation changed it'],
    ['last_level_key', ({ last }) => last, 'Level in the round before, where it can be compared'],
    ['movement', ({ movement }) => movement, 'up, down or same against the round before'],
    ['revised', ({ revised }) => revised, 'Whether another level was shown before it was recalculated'],
  ],
};

export function ratingsOf(summary: RoundSummary, rows: readonly HeatmapRow[]): Rated[] {
  const { heatmap: { standards, levels } } = summary;
  const named = new Map(standards.map((standard) => [standard.key, standard]));
  const scale = new Map(levels.map((level) => [level.key, level as Level]));
  return rows.flatMap((row) => [
    {
      summary, row, standard: null, level: row.overall && (scale.get(row.overall.key) ?? null), self: row.overallSelf?.key ?? null, last: null, movement: null, revised: row.overallRevised,
      state: !row.returned ? 'not-returned' as const : row.overall ? 'rated' as const : 'not-rated' as const,
    },
    ...row.cells.map((cell) => ({ ...cell, summary, row, standard: named.get(cell.standard)!, level: cell.level === null ? null : scale.get(cell.level) ?? null })),
  ]);
}
