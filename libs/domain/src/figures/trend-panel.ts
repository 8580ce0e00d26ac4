import { inColumns, wrapped, type Drawing, type Mark, type MarkLink } from './drawing';

export interface TrendDot {
  /** 0 to 100; `null` where nothing is known of that round. */
  readonly percent: number | null;
  /** As it is printed: rounded from the counts, never from the percentage. */
  readonly said: string;
  /** How it may be held against the one before: as it is, with a break that is said, or not at all. */
  readonly joined: 'whole' | 'with-break' | 'apart';
  readonly link?: MarkLink;
}

export interface TrendLine {
  readonly title: string;
  /** One for each round, oldest first. */
  readonly dots: readonly TrendDot[];
}

const [LEFT, RIGHT, PLOT, SIZE, LINE, TITLE_LINES] = [32, 46, 96, 14, 18, 2];

/** Small multiples: one panel a line, all on the same axis from 0 to 100, the last value at its end. */
export function layoutTrend(lines: readonly TrendLine[], rounds: readonly string[], { columns = 3, width = 232 } = {}): Drawing {
  return inColumns(lines.map((line) => layoutTrendPanel(line, rounds, width)), columns);
}

export function layoutTrendPanel({ title, dots }: TrendLine, rounds: readonly string[], width = 232): Drawing {
  const top = TITLE_LINES * LINE + 22;
  const step = rounds.length > 1 ? (width - LEFT - RIGHT) / (rounds.length - 1) : 0;
  const x = (at: number) => LEFT + 6 + at * step;
  const y = (percent: number) => top + PLOT * (1 - percent / 100);
  return {
    width, height: top + PLOT + 26,
    marks: [
      ...titleOf(title, width),
      ...axis(y, width),
      ...ends(rounds, x, top + PLOT + 18),
      ...dots.flatMap((dot, at) => [...joint(dot, dots[at - 1], x(at - 1), x(at), y), ...breakBefore(dot, dots[at - 1], (x(at - 1) + x(at)) / 2, top)]),
      ...dots.flatMap(({ percent, link }, at): Mark[] => (percent === null ? [] : [{ kind: 'circle', x: x(at), y: y(percent), r: 4, look: 'dot', ...(link && { link }) }])),
      ...endLabel(dots, x, y),
    ],
  };
}

const titleOf = (title: string, width: number): Mark[] =>
  wrapped(title, width, SIZE, TITLE_LINES).map((text, at) => ({ kind: 'text', x: 0, y: SIZE + at * LINE, text, size: SIZE, anchor: 'start', look: 'title' }));

const axis = (y: (percent: number) => number, width: number): Mark[] => [0, 50, 100].flatMap((percent): Mark[] => [
  { kind: 'line', x1: LEFT, x2: width - RIGHT + 12, y1: y(percent), y2: y(percent), look: percent === 0 ? 'axis' : 'grid' },
  { kind: 'text', x: LEFT - 6, y: y(percent) + 5, text: String(percent), size: SIZE, anchor: 'end', look: 'quiet' },
]);

/** The first and the last round are named; the others are in the table. */
function ends(rounds: readonly string[], x: (at: number) => number, y: number): Mark[] {
  const last = rounds.length - 1;
  if (last < 0) return [];
  const first: Mark = { kind: 'text', x: x(0) - 6, y, text: rounds[0]!, size: SIZE, anchor: 'start', look: 'quiet' };
  return last === 0 ? [first] : [first, { kind: 'text', x: x(last) + 12, y, text: rounds[last]!, size: SIZE, anchor: 'end', look: 'quiet' }];
}

function joint(dot: TrendDot, before: TrendDot | undefined, from: number, to: number, y: (percent: number) => number): Mark[] {
  if (!before || before.percent === null || dot.percent === null || dot.joined === 'apart') return [];
  return [{ kind: 'line', x1: from, y1: y(before.percent), x2: to, y2: y(dot.percent), look: dot.joined === 'whole' ? 'line' : 'dashed' }];
}

function breakBefore(dot: TrendDot, before: TrendDot | undefined, x: number, top: number): Mark[] {
  if (!before || dot.joined === 'whole') return [];
  return [
    { kind: 'line', x1: x, x2: x, y1: top - 4, y2: top + PLOT, look: 'break' },
    { kind: 'text', x, y: top - 8, text: '[b]', size: SIZE, anchor: 'middle', look: 'label' },
  ];
}

function endLabel(dots: readonly TrendDot[], x: (at: number) => number, y: (percent: number) => number): Mark[] {
  const at = dots.findLastIndex(({ percent }) => percent !== null);
  const last = dots[at];
  return !last || last.percent === null ? [] : [{ kind: 'text', x: x(at) + 9, y: y(last.percent) + 5, text: last.said, size: SIZE, anchor: 'start', look: 'title' }];
}
