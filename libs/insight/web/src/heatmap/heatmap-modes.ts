import type { HeatmapCell, LevelView } from '@attest/shared/client';
import { drawCell, type DrawnCell } from './heatmap-cells';

/** What the cells of the table show. */
export const modes = [
  { key: 'self', label: 'As they rated themselves' },
  { key: 'gap', label: 'Where the panel saw it otherwise' },
  { key: 'change', label: 'Changes since last round' },
] as const;
export type Mode = (typeof modes)[number]['key'];

export const modeOf = (text: string | undefined): Mode | undefined => modes.find(({ key }) => key === text)?.key;

/** A cell in the mode. What is not what the mode is about stands back, and is still there. */
export function drawIn(mode: Mode | undefined, cell: HeatmapCell, levels: ReadonlyMap<string, LevelView>, href: string | null): DrawnCell {
  const drawn = drawCell(cell, levels, href);
  if (cell.state !== 'rated' || cell.level === null) return drawn;
  if (mode === 'gap' && cell.self === null) return back(drawn, '=', `${drawn.words}: not changed by a panel`);
  if (mode !== 'change') return drawn;
  const before = cell.last === null ? undefined : levels.get(cell.last);
  if (!before) return back(drawn, '–', `${drawn.words}: nothing to compare with`);
  if (cell.movement === 'same') return back(drawn, '=', drawn.words);
  // an arrow of its own: the other one stands between what an organisation said and what a panel saw
  const now = levels.get(cell.level);
  return now ? { ...drawn, text: `${before.letter}→${now.letter}`, look: now.colour, arrow: '' } : drawn;
}

const back = (drawn: DrawnCell, text: string, words: string): DrawnCell => ({ ...drawn, text, words, look: 'none', arrow: '' });
