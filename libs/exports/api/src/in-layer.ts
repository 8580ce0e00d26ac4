import type { Layer } from '@attest/domain/exports';
import type { HeatmapRow, RoundTable } from '@attest/insight/api';

/** Which of two ratings counts. */
export const countedIn = (layer: Layer) => (layer === 'self' ? 'self' : 'moderated');

/** Where both were asked for, what a rating was before it was moderated stands beside it. */
export const rowIn = (layer: Layer) => (row: HeatmapRow): HeatmapRow =>
  (layer === 'both' ? row : { ...row, overallSelf: null, cells: row.cells.map((cell) => ({ ...cell, self: null })) });

export const tableIn = (layer: Layer, { heatmap, ...table }: RoundTable): RoundTable => ({ ...table, heatmap: { ...heatmap, rows: heatmap.rows.map(rowIn(layer)) } });
