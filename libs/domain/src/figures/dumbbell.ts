import { charactersIn, stacked, wrapped, type Drawing, type Mark } from './drawing';

export interface DumbbellRow {
  readonly label: string;
  /** Places in the scale, 0 the best. */
  readonly self: number;
  readonly moderated: number;
  /** Said at the end of the row: "2 lower". */
  readonly gap: string;
}

const [SIZE, LINE, R, ROW] = [14, 18, 7, 22];

/** What each said of itself (a circle) and what the panel saw (a square), on the levels from worst to best. */
export function layoutDumbbell(rows: readonly DumbbellRow[], levels: readonly { readonly letter: string; readonly word: string }[], width = 720): Drawing {
  const [left, right] = [12, width - 92];
  const x = (place: number) => (levels.length < 2 ? left : right - (place / (levels.length - 1)) * (right - left));
  return stacked([heads(levels, x, width), ...rows.map((row) => oneRow(row, levels.length, x, width))], 4);
}

const anchorOf = (place: number, last: number) => (place === last ? 'start' : 'middle');

/** Letters alone where words would run into one another, as on a phone. */
function heads(levels: readonly { readonly letter: string; readonly word: string }[], x: (place: number) => number, width: number): Drawing {
  const last = levels.length - 1;
  const room = charactersIn(Math.abs(x(0) - x(1)) - SIZE, SIZE);
  const fit = levels.every(({ letter, word }) => letter.length + 1 + word.length <= room);
  return { width, height: LINE + 6, marks: levels.map(({ letter, word }, place): Mark => ({ kind: 'text', x: place === last ? 0 : x(place), y: SIZE, text: fit ? `${letter} ${word}` : letter, size: SIZE, anchor: anchorOf(place, last), look: 'quiet' })) };
}

function oneRow({ label, self, moderated, gap }: DumbbellRow, levels: number, x: (place: number) => number, width: number): Drawing {
  const title = wrapped(label, width, SIZE).map((text, at): Mark => ({ kind: 'text', x: 0, y: SIZE + at * LINE, text, size: SIZE, anchor: 'start', look: 'label' }));
  const y = title.length * LINE + ROW / 2;
  const ticks = Array.from({ length: levels }, (_, place): Mark => ({ kind: 'line', x1: x(place), x2: x(place), y1: y - ROW / 2, y2: y + ROW / 2, look: 'grid' }));
  return {
    width, height: title.length * LINE + ROW + 4,
    marks: [
      ...title, ...ticks,
      { kind: 'line', x1: x(self), x2: x(moderated), y1: y, y2: y, look: 'axis' },
      { kind: 'circle', x: x(self), y, r: R, look: 'self' },
      { kind: 'rect', x: x(moderated) - R + 1, y: y - R + 1, width: 2 * R - 2, height: 2 * R - 2, look: 'moderated' },
      { kind: 'text', x: width, y: y + 5, text: gap, size: SIZE, anchor: 'end', look: 'title' },
    ],
  };
}
