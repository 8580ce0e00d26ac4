import type { HeatmapCell, HeatmapRow, HeatmapView, LevelView } from '@attest/shared/client';
import { absences, type Absence } from '@attest/shared/ui';

/** One cell as it is drawn: a letter, how it looks, and what a person who does not see it is told. */
export interface DrawnCell {
  readonly key: string;
  /** "A"; "A>R" where moderation changed it; "[x]" where there is no level. */
  readonly text: string;
  readonly look: string;
  readonly arrow: string;
  readonly words: string;
  /** Where it leads; null when there is nothing behind it, or not for this person. */
  readonly href: string | null;
}

/** An organisation, and how it stands in what the columns are. */
export interface DrawnOrganisation {
  readonly id: string;
  readonly name: string;
  /** To the organisation beside its last year and its peers. */
  readonly href: string;
  readonly area: string;
  readonly group: string;
  readonly cells: readonly DrawnCell[];
  readonly meets: string;
}

export interface DrawnRow extends DrawnOrganisation {
  readonly overall: DrawnCell;
  /** How many standards stand at each level, worst first. */
  readonly counts: readonly number[];
}

/** Official statistics mark so what was published otherwise before. */
export const REVISED = '[r]';

export const arrows = { up: '▲', down: '▼', same: '=' } as const;

/** `link` says where a cell leads, `why` where the whole return does, or null. Made once for a page of figures: thousands of cells are plain text by then. */
export function drawRows({ round, rows, levels }: HeatmapView, link: (standard: string, organisationId: string) => string | null, why: (submissionId: string) => string | null, draw = drawCell): DrawnRow[] {
  const byKey = new Map(levels.map((level) => [level.key, level]));
  const worstFirst = levels.toReversed();
  return rows.map((row) => ({
    id: row.organisationId, name: row.name, href: besideOthers(round.id, row.organisationId), area: row.area ?? 'All areas', group: row.group,
    cells: row.cells.map((cell) => draw(cell, byKey, cell.state === 'rated' ? link(cell.standard, row.organisationId) : null)),
    overall: overallOf(row, why(row.submissionId)),
    counts: worstFirst.map(({ key }) => row.counts[key] ?? 0),
    meets: row.percentMeets === null ? '–' : `${oneDecimal(row.percentMeets)}%`,
  }));
}

export const besideOthers = (roundId: string, organisation: string) =>
  `/compare/${roundId}/side-by-side?with=${['organisation', 'last:organisation', 'peers'].map((side) => `${side}:${organisation}`).join(',')}`;

/** One decimal in tables; a hundred needs none. */
export const oneDecimal = (percent: number | null): string => (percent === null ? '–' : percent.toFixed(percent === 100 ? 0 : 1));

export function drawCell(cell: HeatmapCell, levels: ReadonlyMap<string, LevelView>, href: string | null): DrawnCell {
  const level = cell.level === null ? undefined : levels.get(cell.level);
  if (cell.state !== 'rated' || !level) return absent(cell.standard, cell.state === 'rated' ? 'not-rated' : cell.state);
  const self = cell.self === null ? undefined : levels.get(cell.self);
  return {
    key: cell.standard,
    text: self ? `${self.letter}>${level.letter}` : level.letter,
    look: self ? `${level.colour} moderated` : level.colour,
    arrow: `${cell.movement ? arrows[cell.movement] : ''}${cell.revised ? REVISED : ''}`,
    words: wordsOf(level, self, cell, levels),
    href,
  };
}

function wordsOf(level: LevelView, self: LevelView | undefined, { last, movement, revised }: HeatmapCell, levels: ReadonlyMap<string, LevelView>): string {
  const now = `${self ? `self ${self.word}, moderated ${level.word}` : level.word}${revised ? ', revised' : ''}`;
  const before = last === null ? undefined : levels.get(last);
  if (movement === 'same') return `${now}, same as last round`;
  if (!before) return now;
  return `${now}, was ${before.word} last round${movement ? `: ${movement}` : ''}`;
}

export function absent(key: string, absence: Absence): DrawnCell {
  return { key, text: absences[absence].letter, look: `none ${absence}`, arrow: '', words: absences[absence].word, href: null };
}

function overallOf({ overall, overallRevised, returned }: HeatmapRow, href: string | null): DrawnCell {
  if (!overall) return absent('overall', returned ? 'not-rated' : 'not-returned');
  return { key: 'overall', text: overall.letter, look: overall.colour, arrow: overallRevised ? REVISED : '', words: `${overall.word}${overallRevised ? ', revised' : ''}`, href };
}
