import type { Colour } from '../questionnaire/template';

/**
 * A figure as shapes, before anything draws it. The page gives them its own colours, of light, dark and forced ones; files
 * get those of paper from `svgOf`. Both are made from the same shapes, so that they cannot differ. Units are pixels.
 */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly Mark[];
}

/** By its job, never by its colour. A level's fill is its colour's name, and what is written on it is `on-` that name. */
export type Look = Colour | `on-${Colour}` | 'grid' | 'axis' | 'line' | 'dashed' | 'break' | 'dot' | 'own' | 'peer' | 'self' | 'moderated' | 'hidden' | 'title' | 'label' | 'quiet';

export type Mark =
  | { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly look: Look }
  | { readonly kind: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly look: Look }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly r: number; readonly look: Look; readonly link?: MarkLink }
  | { readonly kind: 'diamond'; readonly x: number; readonly y: number; readonly r: number; readonly look: Look; readonly link?: MarkLink }
  | { readonly kind: 'text'; readonly x: number; readonly y: number; readonly text: string; readonly size: number; readonly anchor: 'start' | 'middle' | 'end'; readonly look: Look };

/** Where a mark leads on a page, and what it is called there. */
export interface MarkLink {
  readonly to: string;
  readonly says: string;
}

/** Beside, above and below one another: each is moved to its place. */
export function placed({ marks }: Drawing, dx: number, dy: number): readonly Mark[] {
  return marks.map((mark): Mark => (mark.kind === 'line'
    ? { ...mark, x1: mark.x1 + dx, x2: mark.x2 + dx, y1: mark.y1 + dy, y2: mark.y2 + dy }
    : { ...mark, x: mark.x + dx, y: mark.y + dy }));
}

/** One below the other, as wide as the widest. */
export function stacked(drawings: readonly Drawing[], gap = 0): Drawing {
  let height = 0;
  const marks = drawings.flatMap((drawing, at) => {
    const top = height + (at === 0 ? 0 : gap);
    height = top + drawing.height;
    return placed(drawing, 0, top);
  });
  return { width: Math.max(0, ...drawings.map(({ width }) => width)), height, marks };
}

/** Side by side in so many columns, row by row: small multiples. */
export function inColumns(drawings: readonly Drawing[], columns: number, gap = 24): Drawing {
  const rows = Array.from({ length: Math.ceil(drawings.length / columns) }, (_, row) => drawings.slice(row * columns, (row + 1) * columns));
  return stacked(rows.map((row) => {
    let width = 0;
    const marks = row.flatMap((drawing, at) => {
      const left = width + (at === 0 ? 0 : gap);
      width = left + drawing.width;
      return placed(drawing, left, 0);
    });
    return { width, height: Math.max(...row.map(({ height }) => height)), marks };
  }), gap);
}

/** To a tenth of a pixel: finer is noise in a file. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Nobody here can measure a typeface, so a character is taken for a little more than half its height: too short a line is harmless. */
export const charactersIn = (width: number, size: number): number => Math.max(1, Math.floor(width / (size * 0.55)));

/** Lines of words no wider than that. A word that is longer than a line keeps one of its own. */
export function wrapped(text: string, width: number, size: number, most = Infinity): readonly string[] {
  const room = charactersIn(width, size);
  const lines = text.split(/\s+/u).filter(Boolean).reduce<string[]>((found, word) => {
    const last = found.at(-1);
    return last !== undefined && last.length + 1 + word.length <= room ? [...found.slice(0, -1), `${last} ${word}`] : [...found, word];
  }, []);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]} …`];
}
