import { audienceWords } from '@attest/domain/disclosure';
import { signs } from '@attest/domain/measures';
import type { PublishedFigure, PublishedView } from '@attest/insight/api';
import type { Block, Paper, Sheet } from '@attest/shared/api';
import { instantInWords } from '../cover';
import type { TidyTable } from '../tidy/table';

/** The same release twice: broken down by peer group, and by area. Never by both at once. */
export interface Published {
  readonly partnership: string;
  readonly byGroup: PublishedView;
  readonly byArea: PublishedView;
}

interface Counted {
  readonly round: string;
  readonly figure: PublishedFigure;
  readonly by: 'all' | 'peer-group' | 'area';
  readonly line: string;
  readonly category: PublishedFigure['categories'][number];
  readonly count: number | null;
  readonly base: number | null;
  readonly percentMeets: number | null;
}

const orHidden = (figure: number | null): string | number => figure ?? signs.suppressed.sign;

export const publishedTable: TidyTable<Counted> = {
  name: 'published', row: 'How many of one group gave one answer to one figure',
  columns: [
    ['round_name', ({ round }) => round, 'Name of the round'],
    ['of', ({ figure }) => figure.kind, 'overall, standard or question'],
    ['key', ({ figure }) => figure.key, 'Identifies it, in every edition'],
    ['standard_key', ({ figure }) => figure.standard, 'The standard it belongs to'],
    ['ref', ({ figure }) => figure.ref, 'Its number'],
    ['title', ({ figure }) => figure.title, 'Its title'],
    ['by', ({ by }) => by, 'all, peer-group or area'],
    ['line', ({ line }) => line, 'Which peer group or area'],
    ['category_key', ({ category }) => category.key, 'The level, or what stands in place of one'],
    ['category_word', ({ category }) => category.word, 'The same in words'],
    ['meets', ({ category }) => category.meets, 'Whether that level meets the standard; empty for what is no level'],
    ['count', ({ count }) => orHidden(count), 'How many organisations; [c] is hidden, to protect a small group'],
    ['base', ({ base }) => orHidden(base), 'Those with a level; [c] where it would tell what is hidden'],
    ['percent_meets', ({ percentMeets, base }) => (base === null ? signs.suppressed.sign : percentMeets), 'Those that meet it out of the base, to one decimal'],
  ],
};

export function countedIn({ byGroup, byArea }: Published): Counted[] {
  return byGroup.figures.flatMap((figure, at) => linesOf(figure, byArea.figures[at]!).flatMap(({ by, row }) => figure.categories.map((category, column): Counted => (
    { round: byGroup.round.name, figure, by, line: row.label, category, count: row.counts[column]!.count, base: row.base, percentMeets: row.percentMeets }))));
}

/** All once, then the groups, then the areas. */
function linesOf(byGroup: PublishedFigure, byArea: PublishedFigure) {
  const [all, ...groups] = byGroup.rows;
  const named = (by: Counted['by']) => (row: PublishedFigure['rows'][number]) => ({ by, row });
  return [...(all ? [{ by: 'all' as const, row: all }] : []), ...groups.map(named('peer-group')), ...byArea.rows.slice(1).map(named('area'))];
}

export function summarySheet({ partnership, byGroup }: Published): Sheet {
  const { round, audience, publishedAt, minimum, returned, asked, groups } = byGroup;
  return {
    name: 'Cover', widths: [26, 100],
    rows: [
      [`${round.name}: published figures`], ['Partnership', partnership], ['For', audienceWords[audience]],
      ['Published', publishedAt ? instantInWords(publishedAt) : ''], ['Organisations returned', `${returned}${asked === null ? '' : ` of ${asked}`}`],
      ...groups.map(({ label, returned: some }, at) => [at === 0 ? 'Peer groups' : '', `${label}: ${some}`]),
      ['Protection', protection(minimum)],
    ],
  };
}

const protection = (minimum: number) => `${signs.suppressed.sign} is hidden: fewer than ${minimum} organisations are never a group of their own, and more is hidden so that no hidden number can be worked out. These are the figures that were published, in every file the same.`;

export function summaryPaper(published: Published): Paper {
  const { partnership, byGroup, byArea } = published;
  const { round, publishedAt, minimum, returned, asked } = byGroup;
  const shown = byGroup.figures.filter(({ kind }) => kind !== 'question');
  return {
    title: `How everyone did: ${round.name}`, caption: partnership, language: 'en-GB', foot: `${partnership}. ${round.name}, published figures`,
    blocks: [
      { kind: 'text', as: 'lead', line: `${returned} ${asked === null ? '' : `of ${asked} `}organisations returned.` },
      { kind: 'text', as: 'note', line: `Published ${publishedAt ? instantInWords(publishedAt) : ''}. ${protection(minimum)}` },
      ...shown.flatMap((figure): Block[] => [
        { kind: 'heading', depth: 1, text: `${figure.ref} ${figure.title}`.trim() },
        { kind: 'table', table: {
          caption: `${figure.title}: how many organisations`,
          columns: [{ head: 'Organisations', width: 5 }, ...figure.categories.map(({ letter, word }) => ({ head: `${letter} ${word}`.trim(), width: 2.4 })), { head: 'Rated', width: 2 }, { head: 'Per cent meeting', width: 2.6 }],
          rows: linesOf(figure, byArea.figures[byGroup.figures.indexOf(figure)]!).map(({ row }) => [
            row.label, ...row.counts.map(({ count }) => `${orHidden(count)}`), `${orHidden(row.base)}`, row.base === null ? signs.suppressed.sign : row.percentMeets === null ? signs.notAvailable.sign : `${row.percentMeets}%`,
          ]),
        } },
      ]),
    ],
  };
}
