import type { Layer } from '@attest/domain/exports';
import { meetsRate, movement } from '@attest/domain/measures';
import type { HeatmapCell, HeatmapRow, RoundSummary } from '@attest/insight/api';

type Levels = RoundSummary['heatmap']['levels'];

/** The same figures from the ratings that were chosen. As they come, moderated ratings stand where there are any, with what they were beside them. */
export function inLayer(summary: RoundSummary, layer: Layer): RoundSummary {
  const { heatmap } = summary;
  const rows = heatmap.rows.map((row) => rowIn(row, layer, heatmap.levels));
  if (layer !== 'self') return { ...summary, heatmap: { ...heatmap, rows } };
  const standards = heatmap.standards.map((standard, column) => ({ ...standard, ...figureOf(rows.flatMap(({ cells }) => cells[column]?.level ?? []), heatmap.levels) }));
  return { ...summary, heatmap: { ...heatmap, rows, standards } };
}

function rowIn(row: HeatmapRow, layer: Layer, levels: Levels): HeatmapRow {
  if (layer === 'both') return row;
  const cells = row.cells.map((cell) => ({ ...cellIn(cell, layer, levels), self: null }));
  if (layer === 'moderated') return { ...row, cells, overallSelf: null };
  return { ...row, cells, overall: row.overallSelf ?? row.overall, overallSelf: null, ...figureOf(cells.flatMap(({ level }) => level ?? []), levels) };
}

function cellIn(cell: HeatmapCell, layer: Layer, levels: Levels): HeatmapCell {
  if (layer !== 'self' || cell.self === null) return cell;
  const placeOf = (key: string | null) => (key === null ? null : levels.findIndex((level) => level.key === key));
  return { ...cell, level: cell.self, movement: movement(placeOf(cell.last), placeOf(cell.self)) };
}

function figureOf(keys: readonly string[], levels: Levels) {
  const counts = Object.fromEntries(levels.map(({ key }) => [key, keys.filter((one) => one === key).length]));
  const counted = { counts, base: keys.length };
  return { ...counted, percentMeets: meetsRate(counted, levels, 1).percentage };
}
