import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { colours } from '../questionnaire/template';
import { inColumns, layoutDotStrip, layoutDumbbell, layoutStackedBar, layoutTrend, layoutTrendPanel, stacked, svgOf, wrapped, type Drawing, type Mark, type TrendDot } from './index';

const title = fc.string({ maxLength: 90 });
const bars = fc.array(fc.record({ label: title, parts: fc.option(fc.array(fc.record({ colour: fc.constantFrom(...colours), letter: fc.constant('G'), word: fc.constant('Met'), count: fc.nat(400) }), { minLength: 1, maxLength: 4 })) }), { maxLength: 5 });
const dot = fc.record({ percent: fc.option(fc.integer({ min: 0, max: 100 })), said: fc.constant('50%'), joined: fc.constantFrom<TrendDot['joined']>('whole', 'with-break', 'apart') });
const lines = fc.integer({ min: 1, max: 6 }).chain((rounds) => fc.tuple(fc.array(fc.record({ title, dots: fc.array(dot, { minLength: rounds, maxLength: rounds }) }), { maxLength: 7 }), fc.constant(Array.from({ length: rounds }, (_, at) => `${2020 + at}-${21 + at}`))));
const strips = fc.array(fc.record({ label: title, dots: fc.array(fc.record({ at: fc.integer({ min: 0, max: 100 }), own: fc.boolean() }), { maxLength: 300 }) }), { maxLength: 3 });
const pairs = fc.array(fc.record({ label: title, self: fc.nat(3), moderated: fc.nat(3), gap: fc.constant('1 lower') }), { maxLength: 5 });
const scale = ['B', 'G', 'A', 'R'].map((letter) => ({ letter, word: 'Level' }));

const bar = (...counts: number[]) => layoutStackedBar([{ label: '3.1 Training', parts: counts.map((count, at) => ({ colour: colours[at + 1]!, letter: 'GAR'[at]!, word: ['Met', 'Partly met', 'Not met'][at]!, count })) }], 600);
const of = <Kind extends Mark['kind']>({ marks }: Drawing, kind: Kind) => marks.filter((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind);
const texts = (drawing: Drawing) => of(drawing, 'text').map(({ text }) => text);

describe('a figure', () => {
  it('keeps every shape inside its edges, whatever is drawn', () => {
    const inside = ({ width, height, marks }: Drawing) => marks.forEach((mark) => {
      const reach = mark.kind === 'line' ? [mark.x1, mark.x2, mark.y1, mark.y2] : mark.kind === 'rect' ? [mark.x, mark.x + mark.width, mark.y, mark.y + mark.height] : [mark.x, mark.y];
      const half = reach.length / 2;
      for (const x of reach.slice(0, half)) expect(x >= -0.001 && x <= width + 0.001).toBe(true);
      for (const y of reach.slice(half)) expect(y >= -0.001 && y <= height + 0.001).toBe(true);
    });
    fc.assert(fc.property(bars, lines, strips, pairs, (some, [trend, rounds], dots, gaps) =>
      [layoutStackedBar(some), layoutTrend(trend, rounds), layoutDotStrip(dots), layoutDumbbell(gaps, scale)].forEach(inside)), { numRuns: 60 });
  });

  it('is a file that stands by itself, and what somebody wrote stays what they wrote', () => {
    const drawing = layoutStackedBar([{ label: '<script> & "Ash"\u0000', parts: null }]);
    const svg = svgOf(drawing, { title: 'Training & <b>', description: 'One bar' });
    expect(svg).toContain('<title>Training &amp; &lt;b&gt;</title><desc>One bar</desc>');
    expect(svg).toContain('&lt;script&gt; &amp; &quot;Ash&quot;<');
    expect(svg).not.toMatch(/class=|style=|href|<script|\u0000/);
    expect(svg).toBe(svgOf(drawing, { title: 'Training & <b>', description: 'One bar' }));
  });

  it('puts drawings below and beside one another without overlap', () => {
    const one: Drawing = { width: 10, height: 5, marks: [{ kind: 'rect', x: 0, y: 0, width: 10, height: 5, look: 'red' }] };
    expect(of(stacked([one, one], 2), 'rect').map(({ y }) => y)).toEqual([0, 7]);
    expect(inColumns([one, one, one], 2, 4)).toMatchObject({ width: 24, height: 14 });
    expect(of(inColumns([one, one, one], 2, 4), 'rect').map(({ x, y }) => [x, y])).toEqual([[0, 0], [14, 0], [0, 9]]);
  });

  it('breaks lines between words, and says when it left some out', () => {
    expect(wrapped('one two three', 45, 14)).toEqual(['one', 'two', 'three']);
    expect(wrapped('one two three', 45, 14, 2)).toEqual(['one', 'two …']);
    expect(wrapped('', 45, 14)).toEqual([]);
  });
});

describe('a stacked bar', () => {
  it('gives each level its share, with its count in it and in words below', () => {
    const drawing = bar(6, 3, 3);
    expect(of(drawing, 'rect').map(({ width, look }) => [Math.round(width), look])).toEqual([[298, 'green'], [149, 'amber'], [149, 'red']]);
    expect(texts(drawing)).toEqual(['3.1 Training', 'G 6', 'A 3', 'R 3', 'Met 6, Partly met 3, Not met 3; 12 in all.']);
  });

  it('leaves out the letter, and then the count, where there is no room', () => {
    expect(texts(bar(90, 6, 4)).slice(1, -1)).toEqual(['G 90', '6']);
  });

  it('draws no bar for nobody, and a hatched one without a number for too small a group', () => {
    expect(of(bar(0, 0), 'rect')).toEqual([]);
    const hidden = layoutStackedBar([{ label: 'Nursery', parts: null, note: 'Ask the unit.' }]);
    expect(of(hidden, 'rect').map(({ look }) => look)).toEqual(['hidden']);
    expect(texts(hidden).join(' ')).toBe('Nursery [c] [c] hidden: the group is too small Ask the unit.');
  });
});

describe('a trend', () => {
  const at = (percent: number | null, joined: TrendDot['joined'] = 'whole'): TrendDot => ({ percent, said: `${percent}%`, joined });
  const panel = (...dots: TrendDot[]) => layoutTrendPanel({ title: 'Training', dots }, dots.map((_, place) => `202${place}`));
  const joints = (drawing: Drawing) => of(drawing, 'line').map(({ look }) => look).filter((look) => look === 'line' || look === 'dashed' || look === 'break');

  it('joins what is comparable, dashes what is so with a break, and never draws a line across what is not', () => {
    expect(joints(panel(at(40), at(50), at(60)))).toEqual(['line', 'line']);
    expect(joints(panel(at(40), at(50, 'with-break')))).toEqual(['dashed', 'break']);
    expect(joints(panel(at(40), at(50, 'apart')))).toEqual(['break']);
    expect(joints(panel(at(40), at(null), at(60)))).toEqual([]);
  });

  it('marks each break, names the first and the last round, and says the last value at its end', () => {
    const said = texts(panel(at(40), at(50, 'apart'), at(62.5)));
    expect(said.filter((text) => text === '[b]')).toHaveLength(1);
    expect(said.slice(-1)).toEqual(['62.5%']);
    expect(said).toEqual(expect.arrayContaining(['2020', '2022', '0', '50', '100']));
    expect(said).not.toContain('2021');
  });

  it('has the same axis in every panel, with 100 at the top', () => {
    const dots = of(layoutTrend([{ title: 'A', dots: [at(0)] }, { title: 'B', dots: [at(100)] }], ['2026']), 'circle');
    expect(dots[0]!.y - dots[1]!.y).toBe(96);
  });
});

describe('a strip of dots', () => {
  it('shows everybody, the one that is looked at last, as a shape of its own', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 400 }), (others) => {
      const drawing = layoutDotStrip([{ label: 'Training', dots: [{ at: 50, own: true }, ...others.map((place) => ({ at: place, own: false }))] }]);
      expect([of(drawing, 'circle').length, of(drawing, 'diamond').length, drawing.marks.filter(({ kind }) => kind === 'circle' || kind === 'diamond').at(-1)!.kind]).toEqual([others.length, 1, 'diamond']);
    }), { numRuns: 30 });
  });

  it('piles up those that would lie on one another', () => {
    const [low, high] = of(layoutDotStrip([{ label: 'Training', dots: [{ at: 50, own: false }, { at: 50, own: false }] }]), 'circle');
    expect([low!.x - high!.x, low!.y - high!.y]).toEqual([0, 10]);
  });
});

describe('a dumbbell', () => {
  it('has the best level on the right, a circle for the own view and a square for the panel’s', () => {
    const drawing = layoutDumbbell([{ label: 'Harbourside Homes', self: 0, moderated: 3, gap: '3 lower' }], scale);
    const [[self], [panel]] = [of(drawing, 'circle'), of(drawing, 'rect')];
    expect(self!.x).toBeGreaterThan(panel!.x + 500);
    expect([self!.look, panel!.look]).toEqual(['self', 'moderated']);
    expect(texts(drawing)).toContain('3 lower');
  });

  it('heads its levels with letters alone where words would run into one another', () => {
    const levels = [['B', 'Embedded'], ['G', 'Met'], ['A', 'Partly met'], ['R', 'Not met']].map(([letter, word]) => ({ letter: letter!, word: word! }));
    expect(texts(layoutDumbbell([], levels, 720))).toEqual(['B Embedded', 'G Met', 'A Partly met', 'R Not met']);
    expect(texts(layoutDumbbell([], levels, 340))).toEqual(['B', 'G', 'A', 'R']);
  });
});
