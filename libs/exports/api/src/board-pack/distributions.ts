import { layoutStackedBar, svgOf, type BarRow } from '@attest/domain/figures';
import type { RoundSummary } from '@attest/insight/api';
import type { Block } from '@attest/shared/api';
import { NOT_APPLICABLE, NOT_AVAILABLE } from '../symbols';
import type { Tallied } from '../tallied';

/** Each standard as bars, and below it the same figures as a table: a picture is never all there is. */
export function distributionBlocks({ heatmap: { standards } }: RoundSummary, questions: readonly Tallied[]): Block[] {
  return standards.flatMap(({ key, ref, title }): Block[] => {
    const rated = questions.filter(({ section, levels }) => section.key === key && levels.length > 0);
    if (rated.length === 0) return [];
    const name = `${ref} ${title}`;
    return [
      { kind: 'heading', depth: 2, text: name },
      { kind: 'figure', svg: svgOf(layoutStackedBar(rated.map(barOf)), { title: name, description: `How organisations rated each question of ${title}. The table below has the same figures.` }), alt: `Bars of how organisations rated each question of ${title}. The table below has the same figures.`, width: 100 },
      table(name, rated),
    ];
  });
}

function barOf({ question: { ref, title }, levels, distribution: { counts } }: Tallied): BarRow {
  return { label: `${ref} ${title}`, parts: levels.map(({ key, letter, word, colour }) => ({ letter, word, colour, count: counts[key] ?? 0 })) };
}

function table(name: string, questions: readonly Tallied[]): Block {
  const levels = [...new Map(questions.flatMap((one) => one.levels).map((level) => [level.key, level])).values()];
  return {
    kind: 'table', table: {
      caption: `${name}: how many organisations`,
      columns: [{ head: 'Question', width: 5 }, ...levels.map(({ letter, word }) => ({ head: `${letter}\n${word}`, width: 2.5 })), { head: 'Does not apply', width: 1.9 }, { head: 'Unanswered', width: 3.1 }, { head: 'Per cent meeting', width: 2.4 }],
      rows: questions.map(({ question: { ref, title }, levels: own, distribution: { counts, notApplicable, unanswered, percentMeets } }) => [
        `${ref} ${title}`, ...levels.map(({ key }) => (own.some((one) => one.key === key) ? `${counts[key] ?? 0}` : NOT_APPLICABLE)), `${notApplicable}`, `${unanswered}`, percentMeets === null ? NOT_AVAILABLE : `${percentMeets}%`,
      ]),
    },
  };
}
