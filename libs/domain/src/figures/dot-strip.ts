import { stacked, wrapped, type Drawing, type Mark, type MarkLink } from './drawing';

export interface StripDot {
  /** 0 to 100. */
  readonly at: number;
  /** The one that is looked at. */
  readonly own: boolean;
  readonly link?: MarkLink;
}

export interface StripRow {
  readonly label: string;
  readonly dots: readonly StripDot[];
}

const [SIZE, LINE, R, HIGH, EDGE] = [14, 18, 5, 46, 12];

/** One row a standard, one dot an organisation, on one axis from 0 to 100. Those that would lie on one another are piled up. */
export function layoutDotStrip(rows: readonly StripRow[], width = 720): Drawing {
  return stacked([...rows.map((row) => oneStrip(row, width)), axisLabels(width)], 6);
}

const xOf = (at: number, width: number) => EDGE + (at / 100) * (width - 2 * EDGE);

function oneStrip({ label, dots }: StripRow, width: number): Drawing {
  const title = wrapped(label, width, SIZE).map((text, at): Mark => ({ kind: 'text', x: 0, y: SIZE + at * LINE, text, size: SIZE, anchor: 'start', look: 'title' }));
  const floor = title.length * LINE + HIGH;
  const ticks = [0, 25, 50, 75, 100].map((at): Mark => ({ kind: 'line', x1: xOf(at, width), x2: xOf(at, width), y1: floor - HIGH + 6, y2: floor + 3, look: 'grid' }));
  const line: Mark = { kind: 'line', x1: EDGE, x2: width - EDGE, y1: floor, y2: floor, look: 'axis' };
  const marks = piled(dots, width).map(({ dot, x, level, tallest }): Mark => {
    // a pile that is too high is pressed together
    const rise = Math.min(2 * R, (HIGH - 2 * R - 4) / Math.max(1, tallest - 1));
    return { kind: dot.own ? 'diamond' : 'circle', x, y: floor - R - 1 - level * rise, r: dot.own ? R + 3 : R, look: dot.own ? 'own' : 'peer', ...(dot.link && { link: dot.link }) };
  });
  return { width, height: floor + 6, marks: [...title, ...ticks, line, ...marks] };
}

/** The one that is looked at comes last, so that it lies on top. */
function piled(dots: readonly StripDot[], width: number) {
  const piles = new Map<number, number>();
  const inPiles = dots.toSorted((a, b) => Number(a.own) - Number(b.own) || a.at - b.at).map((dot) => {
    const place = Math.round(xOf(dot.at, width) / (2 * R));
    const level = piles.get(place) ?? 0;
    piles.set(place, level + 1);
    return { dot, x: dot.own ? xOf(dot.at, width) : place * 2 * R, place, level };
  });
  return inPiles.map((one) => ({ ...one, tallest: piles.get(one.place)! }));
}

const axisLabels = (width: number): Drawing => ({
  width, height: LINE + 4,
  marks: [0, 50, 100].map((at): Mark => ({ kind: 'text', x: at === 0 ? 0 : at === 100 ? width : xOf(at, width), y: SIZE, text: `${at}%`, size: SIZE, anchor: at === 0 ? 'start' : at === 100 ? 'end' : 'middle', look: 'quiet' })),
});
