import { layoutTrend, svgOf } from '@attest/domain/figures';
import { movements, signs } from '@attest/domain/measures';
import { breakInWords, breaksOf, comparedInWords, labelsOf, pointInWords, signsOf, titleOf, trendLine } from '@attest/domain/trend';
import type { RoundTable, TrendView } from '@attest/insight/api';
import type { Block, Line } from '@attest/shared/api';

/** As many small charts as fit on one page beside what stands above them: four rows of three. */
const IN_A_FIGURE = 12;

/** How each standard went over all the rounds before: what can be compared, drawn where it can, as a table, and what breaks it. */
export function trendBlocks(trend: TrendView, summary: RoundTable): Block[] {
  if (trend.rounds.length < 2) return [{ kind: 'text', line: 'There is no round before this one.' }];
  return [
    { kind: 'text', as: 'lead', line: `${titleOf(trend)}.` },
    comparedTable(trend), ...pictures(trend), figures(trend), ...breaks(trend), ...explained(trend), ...sinceLast(summary),
  ];
}

function comparedTable(trend: TrendView): Block {
  return {
    kind: 'table', table: {
      caption: 'How much can be compared', columns: [{ head: 'From one round to the next', width: 4 }, { head: 'Questions that are comparable', width: 4 }, { head: 'Organisations that returned both times', width: 4 }],
      rows: comparedInWords(trend).map(({ label, questions, organisations }) => [label, questions, organisations]),
    },
  };
}

function pictures(trend: TrendView): Block[] {
  const rounds = labelsOf(trend);
  const lines = trend.series.map((series) => trendLine(series, trend));
  const parts = Array.from({ length: Math.ceil(lines.length / IN_A_FIGURE) }, (_, at) => lines.slice(at * IN_A_FIGURE, (at + 1) * IN_A_FIGURE));
  return parts.map((part): Block => {
    const alt = `Small line charts of ${part.length === 1 ? part[0]!.title : `${part[0]!.title} to ${part.at(-1)!.title}`}: per cent meeting the standard, from 0 to 100, oldest round first. A line joins only rounds that can be compared; ${signs.brokenSeries.sign} marks a break. The table below has the same figures.`;
    return { kind: 'figure', svg: svgOf(layoutTrend(part, rounds), { title: 'Per cent meeting each standard', description: alt }), alt, width: 100 };
  });
}

function figures(trend: TrendView): Block {
  return {
    kind: 'table', table: {
      caption: 'Per cent meeting each standard, of those rated', columns: [{ head: 'Standard', width: 5 }, ...labelsOf(trend).map((head) => ({ head, width: 3 }))],
      rows: trend.series.map(({ ref, title, points }) => [`${ref} ${title}`, ...points.map((point) => `${breakInWords(point) === '' ? '' : `${signs.brokenSeries.sign} `}${pointInWords(point)}`)]),
    },
  };
}

function breaks(trend: TrendView): Block[] {
  const broken = trend.series.flatMap((series): Line[] => {
    const said = breaksOf(series, trend);
    return said.length === 0 ? [] : [[{ strong: `${series.ref} ${series.title}` }, `: ${said.join('; ')}`]];
  });
  return broken.length === 0 ? [] : [{ kind: 'heading', depth: 2, text: 'What stands between rounds' }, { kind: 'list', lines: broken }];
}

function explained(trend: TrendView): Block[] {
  const lines = signsOf(trend).map((key) => `${signs[key].sign} ${signs[key].meaning}`);
  return lines.length === 0 ? [] : [{ kind: 'text', as: 'note', line: lines.join(' ') }];
}

/** Organisation by organisation, which percentages of everybody cannot tell. */
function sinceLast({ heatmap: { standards, lastRound, comparable, rows } }: RoundTable): Block[] {
  if (!lastRound || !comparable) return [];
  return [
    {
      kind: 'table', table: {
        caption: `How many organisations moved since ${lastRound.name}`, columns: [{ head: 'Standard', width: 6 }, { head: 'Up', width: 2 }, { head: 'Down', width: 2 }, { head: 'Same', width: 2 }],
        rows: standards.map(({ ref, title }, column) => [`${ref} ${title}`, ...movements.map((way) => `${rows.filter(({ cells }) => cells[column]!.movement === way).length}`)]),
      },
    },
    { kind: 'text', as: 'note', line: 'Up, down and same count organisations that have a level in both rounds. The percentages above are of all who were rated in each.' },
  ];
}
