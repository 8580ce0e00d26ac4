import { questionsOf, type Level, type Template } from '@attest/domain/questionnaire';
import type { HeatmapCell, HeatmapRow, RoundSummary } from '@attest/insight/api';
import { NOT_APPLICABLE, NOT_AVAILABLE, REVISED, known } from './symbols';
import type { Cell, Sheet, StreamedSheet } from '@attest/shared/api';
import type { Tallied } from './tallied';

export function ratesSheet({ rates }: RoundSummary): Sheet {
  const breakdowns = [['All', [rates.total]], ['Area', rates.byArea], ['Phase or sector', rates.byGroup], ['Type', rates.byType]] as const;
  return {
    name: 'Response rates', widths: [18, 40, 12, 12, 12],
    header: ['Broken down by', 'Organisations', 'Returned', 'Asked', 'Per cent'],
    rows: breakdowns.flatMap(([by, rows]) => rows.map(({ label, submitted, denominator, percent }) => [by, label, submitted, denominator, known(percent)])),
  };
}

/** A row for each organisation, and below them what they come to. */
export function standardsSheet({ heatmap: { standards, levels } }: RoundSummary, rows: AsyncIterable<readonly HeatmapRow[]> | Iterable<readonly HeatmapRow[]>): StreamedSheet {
  const letters = new Map(levels.map(({ key, letter }) => [key, letter]));
  const after = levels.length + 2;
  const rowOf = (row: HeatmapRow): Cell[] => [
    row.name, known(row.area), known(row.group || null), row.overall ? `${row.overall.letter}${row.overallRevised ? ` ${REVISED}` : ''}` : NOT_AVAILABLE, ...row.cells.map((cell) => letterOf(cell, letters)),
    ...levels.map(({ key }) => row.counts[key] ?? 0), total(row.counts), known(row.percentMeets),
  ];
  const totals = [
    ...levels.map((level) => [`Organisations at ${named(level)}`, ...standards.map(({ counts }) => counts[level.key] ?? 0)]),
    ['Organisations rated', ...standards.map(({ base }) => base)],
    ['Per cent meeting', ...standards.map(({ percentMeets }) => known(percentMeets))],
    ['Per cent meeting, last round', ...standards.map(({ lastPercentMeets }) => known(lastPercentMeets))],
  ].map(([label, ...figures]): Cell[] => [label!, ...Array<Cell>(3).fill(NOT_APPLICABLE), ...figures, ...Array<Cell>(after).fill(NOT_APPLICABLE)]);
  return {
    name: 'Standards', widths: [36, 22, 22, 10, ...standards.map(() => 14), ...Array<number>(after).fill(11)], frozenColumns: 1,
    header: [
      'Organisation', 'Area', 'Phase or sector', 'Overall', ...standards.map(({ ref, title }) => `${ref} ${title}`),
      ...levels.map(named), 'Standards rated', 'Per cent meeting',
    ],
    rows: (async function* all() {
      for await (const some of rows) yield* some.map(rowOf);
      yield* totals;
    })(),
  };
}

/** As on screen: `A>R` is what the organisation said, and then the moderated rating. */
function letterOf({ state, level, self, revised }: HeatmapCell, letters: ReadonlyMap<string, string>): string {
  if (level !== null) return `${self === null ? '' : `${letters.get(self)}>`}${letters.get(level)}${revised ? ` ${REVISED}` : ''}`;
  return state === 'not-asked' ? NOT_APPLICABLE : NOT_AVAILABLE;
}

const named = ({ word, letter }: Pick<Level, 'word' | 'letter'>) => `${word} (${letter})`;

const total = (counts: Readonly<Record<string, number>>) => Object.values(counts).reduce((sum, count) => sum + count, 0);

export function questionsSheet({ round: { edition: { template } } }: RoundSummary, questions: readonly Tallied[]): Sheet {
  const columns = levelColumns(template);
  return {
    name: 'Questions', widths: [8, 50, 36, ...columns.map(() => 12), 14, 12, 12, 12, 12, 14, 14], frozenColumns: 2,
    header: [
      'Ref', 'Question', 'Standard', ...columns.map(({ heading }) => heading),
      'Does not apply', 'Unanswered', 'Not asked', 'Answered', 'Per cent meeting', 'Answered, last round', 'Per cent meeting, last round',
    ],
    rows: questions.map(({ question: { scale, type, ref, title }, section, distribution, last }) => [
      ref, title, section.title,
      ...columns.map((column) => (type === 'level' && column.scale === scale ? distribution.counts[column.level] ?? 0 : NOT_APPLICABLE)),
      distribution.notApplicable, distribution.unanswered, distribution.notAsked, distribution.base,
      type === 'level' ? known(distribution.percentMeets) : NOT_APPLICABLE,
      known(last && last.base), type === 'level' ? known(last && last.percentMeets) : NOT_APPLICABLE,
    ]),
  };
}

/** One for each level of each scale that a question is rated on; the scale is said where there are several. */
function levelColumns(template: Template) {
  const used = new Set(questionsOf(template).flatMap(({ type, scale }) => (type === 'level' ? scale : [])));
  const scales = template.scales.filter(({ key }) => used.has(key));
  return scales.flatMap(({ key, name, levels }) => levels.map((level) => ({
    scale: key, level: level.key, heading: scales.length > 1 ? `${name}: ${named(level)}` : named(level),
  })));
}
