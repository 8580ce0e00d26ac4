import type { Colour } from '../questionnaire/template';
import { stacked, wrapped, type Drawing, type Mark } from './drawing';

export interface BarPart {
  readonly colour: Colour;
  readonly letter: string;
  readonly word: string;
  readonly count: number;
}

export interface BarRow {
  readonly label: string;
  /** Best first; `null` where the group is too small to be shown. */
  readonly parts: readonly BarPart[] | null;
  /** Said below, after the counts: who is in none of them. */
  readonly note?: string;
  /** Said where all parts are empty. */
  readonly nothing?: string;
}

const [SIZE, LINE, BAR, GAP] = [15, 20, 28, 2];
/** What a count of three digits needs. */
const ROOM = 30;

/** How answers spread over the levels, a bar of a hundred per cent for each row; counts in the bar and in words below it. */
export function layoutStackedBar(rows: readonly BarRow[], width = 720): Drawing {
  return stacked(rows.map((row) => oneBar(row, width)), 16);
}

function oneBar({ label, parts, note = '', nothing = 'Nobody has answered this.' }: BarRow, width: number): Drawing {
  const title = textLines(wrapped(label, width, SIZE), 'title', 0);
  const top = title.length * LINE + 2;
  const base = parts?.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const bar = parts === null ? hiddenBar(top, width) : base === 0 ? [] : barOf(parts.filter(({ count }) => count > 0), base, top, width);
  const below = top + (bar.length > 0 ? BAR + 4 : 0);
  const said = parts === null ? '[c] hidden: the group is too small' : base === 0 ? nothing : `${parts.map(({ word, count }) => `${word} ${count}`).join(', ')}; ${base} in all.`;
  const words = textLines(wrapped(`${said} ${note}`, width, SIZE), 'quiet', below);
  return { width, height: below + words.length * LINE + 4, marks: [...title, ...bar, ...words] };
}

function barOf(parts: readonly BarPart[], base: number, top: number, width: number): Mark[] {
  const room = width - GAP * (parts.length - 1);
  let x = 0;
  return parts.flatMap(({ colour, letter, count }): Mark[] => {
    const part = (room * count) / base;
    const left = x;
    x += part + GAP;
    const box: Mark = { kind: 'rect', x: left, y: top, width: part, height: BAR, look: colour };
    const text = part >= ROOM * 1.6 ? `${letter} ${count}` : part >= ROOM ? String(count) : '';
    return text === '' ? [box] : [box, { kind: 'text', x: left + part / 2, y: top + BAR / 2 + SIZE * 0.36, text, size: SIZE, anchor: 'middle', look: `on-${colour}` }];
  });
}

const hiddenBar = (top: number, width: number): Mark[] => [
  { kind: 'rect', x: 0.5, y: top + 0.5, width: width - 1, height: BAR - 1, look: 'hidden' },
  { kind: 'text', x: width / 2, y: top + BAR / 2 + SIZE * 0.36, text: '[c]', size: SIZE, anchor: 'middle', look: 'label' },
];

const textLines = (lines: readonly string[], look: 'title' | 'quiet', top: number): Mark[] =>
  lines.map((text, at) => ({ kind: 'text', x: 0, y: top + at * LINE + SIZE, text, size: SIZE, anchor: 'start', look }));
