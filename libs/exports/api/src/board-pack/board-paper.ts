import { layers, type Content, type Layer, type TemplatePlace } from '@attest/domain/exports';
import { definitions } from '@attest/domain/measures';
import { dayInWords } from '@attest/domain/questionnaire';
import { ruleInWords } from '@attest/domain/scoring';
import type { ChosenOrganisations, HeatmapRow, RoundSummary, RoundTable, TrendView } from '@attest/insight/api';
import type { Block, PaperFilling, Line, Paper, PaperTable } from '@attest/shared/api';
import { comparedWith, filtersInWords, instantInWords } from '../cover';
import { NOT_APPLICABLE, NOT_AVAILABLE, REVISED, symbols } from '../symbols';
import type { Tallied } from '../tallied';
import { distributionBlocks } from './distributions';
import { trendBlocks } from './trends';

/** What a board pack is made of. */
export interface BoardFacts {
  readonly summary: RoundTable;
  readonly filters: ChosenOrganisations;
  readonly layer: Layer;
  readonly contents: readonly Content[];
  readonly questions: readonly Tallied[];
  /** Of the whole round, whichever organisations are chosen. */
  readonly findings: readonly Block[];
  readonly words: readonly Block[];
  /** Null where it is not wanted: it reads every round before. */
  readonly trend: TrendView | null;
  /** For whom, and why. */
  readonly madeFor: string;
}

/** Each part by what is ticked for it, in the order of print. A partnership's own template has a place for each. */
export const boardParts = {
  findings: { title: 'Findings', blocks: (facts) => [...ofTheWholeRound(facts), ...facts.findings.map(deeper)] },
  responses: { title: 'Who returned', blocks: ({ summary }) => [{ kind: 'table', table: responses(summary) }] },
  heatmap: { title: 'Organisations and standards', blocks: (facts) => heatmap(facts) },
  distributions: { title: 'How answers are spread', blocks: ({ summary, questions }) => distributionBlocks(summary, questions) },
  trends: { title: 'Trends over the years', blocks: ({ summary, trend }) => (trend ? trendBlocks(trend, summary) : []) },
  words: { title: 'What organisations wrote', blocks: ({ words }) => words },
  method: { title: 'How to read this', blocks: (facts) => method(facts) },
} as const satisfies Partial<Record<Content, { readonly title: string; readonly blocks: (facts: BoardFacts) => readonly Block[] }>>;
export type BoardPart = keyof typeof boardParts;
export const boardPartKeys = Object.keys(boardParts) as BoardPart[];

export function boardPaper(facts: BoardFacts): Paper {
  const { round } = facts.summary;
  return {
    title: boardTitle(facts), caption: round.partnershipName, language: 'en-GB', foot: `${round.partnershipName}. ${round.name}, reference ${round.reference}`,
    blocks: [...opening(facts), ...underHeadings(facts, boardPartKeys)],
  };
}

/** What is put into a partnership's own Word template that has these places. What has no place of its own stands in the body: nothing that was chosen is left out. */
export function boardFilling(facts: BoardFacts, places: readonly TemplatePlace[], day: string): PaperFilling {
  const own = boardPartKeys.filter((key) => places.includes(key));
  const left: Block[] = [{ kind: 'text', as: 'note', line: 'This part was not chosen.' }];
  return {
    lines: { title: boardTitle(facts), partnership: facts.summary.round.partnershipName, date: dayInWords(day) },
    blocks: {
      ...Object.fromEntries(own.map((key) => [key, facts.contents.includes(key) ? boardParts[key].blocks(facts) : left])),
      body: [...opening(facts), ...underHeadings(facts, boardPartKeys.filter((key) => !own.includes(key)))],
    },
  };
}

function underHeadings(facts: BoardFacts, parts: readonly BoardPart[]): Block[] {
  return parts.filter((key) => facts.contents.includes(key)).flatMap((key, at): Block[] => [
    ...(at > 0 && key !== 'responses' ? [{ kind: 'page-break' } as const] : []),
    { kind: 'heading', depth: 1, text: boardParts[key].title }, ...boardParts[key].blocks(facts),
  ]);
}

/** Said where the rest of the paper is about some of them. */
const ofTheWholeRound = ({ filters }: BoardFacts): Block[] => (Object.values(filters).every((one) => one === undefined) ? []
  : [{ kind: 'text', as: 'note', line: 'Findings are about every organisation of the round, also about those that are not in the rest of this paper.' }]);

/** What stands under a heading of this paper. */
const deeper = (block: Block): Block => (block.kind === 'heading' && block.depth === 1 ? { ...block, depth: 2 } : block);

const boardTitle = ({ summary: { round } }: BoardFacts): string => `Board pack: ${round.name}`;

function opening({ summary: { round, rates }, madeFor }: BoardFacts): Block[] {
  const { submitted, denominator, percent } = rates.total;
  return [
    { kind: 'text', as: 'lead', line: `${submitted} of ${denominator} organisations returned${percent === null ? '' : ` (${percent}%)`}.` },
    { kind: 'text', as: 'note', line: `${round.provisional ? 'Provisional [p]: the round is still open, so every figure may change. ' : ''}Figures as of ${instantInWords(rates.asOf)}. ${madeFor}` },
  ];
}

function responses({ rates }: RoundSummary): PaperTable {
  const breakdowns = [['All', [rates.total]], ['Area', rates.byArea], ['Phase or sector', rates.byGroup], ['Type', rates.byType]] as const;
  return {
    caption: 'Organisations asked and returned', columns: [{ head: 'Organisations', width: 5 }, { head: 'By', width: 3 }, { head: 'Returned', width: 2 }, { head: 'Asked', width: 2 }, { head: 'Per cent', width: 2 }],
    rows: breakdowns.flatMap(([by, rows]) => rows.map(({ label, submitted, denominator, percent }) => [label, by, `${submitted}`, `${denominator}`, shown(percent)])),
  };
}

function heatmap({ summary: { heatmap: { standards, levels, rows } } }: BoardFacts): Block[] {
  const returned = rows.filter((row) => row.returned);
  const table: PaperTable = {
    caption: 'Each organisation that returned, standard by standard',
    columns: [{ head: 'Organisation', width: 8 }, { head: 'All', width: 2 }, ...standards.map(({ ref }) => ({ head: ref, width: 2 }))],
    rows: returned.map((row) => [row.name, row.overall ? [{ letter: row.overall }, ...(row.overallRevised ? [` ${REVISED}`] : [])] : NOT_AVAILABLE, ...row.cells.map((cell) => cellLine(cell, levels))]),
  };
  const missing = rows.filter((row) => !row.returned);
  return [
    { kind: 'text', as: 'note', line: `${levels.map(({ letter, word }) => `${letter} ${word}`).join(', ')}. Where two letters stand, the first is what the organisation said and the second the moderated rating.` },
    { kind: 'text', as: 'note', line: `Standards: ${standards.map(({ ref, title }) => `${ref} ${title}`).join('; ')}.` },
    { kind: 'table', table },
    { kind: 'table', table: standardsTable(standards, levels) },
    ...(missing.length > 0 ? [{ kind: 'text', line: `Not returned: ${missing.map(({ name }) => name).join(', ')}.` } as const] : []),
  ];
}

function standardsTable(standards: RoundSummary['heatmap']['standards'], levels: RoundSummary['heatmap']['levels']): PaperTable {
  return {
    caption: 'Each standard: how many organisations', columns: [{ head: 'Standard', width: 6 }, ...levels.map(({ letter, word }) => ({ head: `${letter}\n${word}`, width: 2.5 })), { head: 'Rated', width: 2 }, { head: 'Not asked', width: 2 }, { head: 'Per cent meeting', width: 2.6 }],
    rows: standards.map(({ ref, title, counts, base, notAsked, percentMeets }) => [`${ref} ${title}`, ...levels.map(({ key }) => `${counts[key] ?? 0}`), `${base}`, `${notAsked}`, shown(percentMeets)]),
  };
}

function cellLine({ level, self, state, revised }: HeatmapRow['cells'][number], levels: RoundSummary['heatmap']['levels']): Line {
  const named = (key: string | null) => levels.find((one) => one.key === key);
  const now = named(level);
  if (!now) return state === 'not-asked' ? NOT_APPLICABLE : NOT_AVAILABLE;
  const before = named(self);
  return [...(before ? [{ letter: before }, '›'] : []), { letter: now }, ...(revised ? [` ${REVISED}`] : [])];
}

function method({ summary, filters, layer }: BoardFacts): Block[] {
  const { round: { edition: { template } }, heatmap: { levels } } = summary;
  const used = ['response-rate', 'meets', 'movement', 'not-applicable', 'unanswered', 'not-asked'];
  return [
    { kind: 'list', lines: [`Questionnaire: ${template.title}, edition ${template.edition}.`, `Organisations: ${filtersInWords(filters, summary)}`, `Compared with: ${comparedWith(summary)}`, `Ratings: ${layers[layer]}.`] },
    { kind: 'heading', depth: 2, text: 'Levels' }, { kind: 'list', lines: levels.map((level) => [{ level }, ` ${level.meaning}`]) },
    { kind: 'heading', depth: 2, text: 'How results come about' }, { kind: 'list', lines: [...ruleInWords(template)] },
    { kind: 'heading', depth: 2, text: 'Definitions' },
    { kind: 'table', table: { caption: 'What the figures mean', columns: [{ head: 'Figure', width: 2 }, { head: 'How it is worked out', width: 5 }, { head: 'Of what', width: 5 }], rows: definitions().filter(({ key }) => used.includes(key)).map(({ name, formula, base }) => [name, formula, base]) } },
    { kind: 'heading', depth: 2, text: 'Symbols' }, { kind: 'list', lines: symbols.map(([sign, meaning]) => [{ strong: sign }, ` ${meaning}`]) },
  ];
}

const shown = (percent: number | null): string => (percent === null ? NOT_AVAILABLE : `${percent}%`);
