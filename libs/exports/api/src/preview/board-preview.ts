import { questionsOf } from '@attest/domain/questionnaire';
import { boardPaper, boardPartKeys, type BoardFacts, type BoardPart } from '../board-pack/board-paper';
import type { Paper } from '@attest/shared/api';

/** Who returned begins no page of its own. Every other part does, so that the first part is the first page. */
export function partsOfFirstPage(contents: BoardFacts['contents']): BoardPart[] {
  const parts = boardPartKeys.filter((key) => contents.includes(key));
  return parts.slice(0, parts[1] === 'responses' ? 2 : 1);
}

/** Nothing of what comes after it is in `facts`. */
export const firstBoardPage = (facts: BoardFacts): Paper => boardPaper({ ...facts, contents: partsOfFirstPage(facts.contents) });

const perPage = (rows: number, most: number): number => Math.max(1, Math.ceil(rows / most));

/** How many pages it will have, by the size of the round and not by what was said. Words are as many as people wrote: not counted. */
export function boardPages({ summary: { round, heatmap, rates }, contents }: Pick<BoardFacts, 'summary' | 'contents'>): number {
  const { template } = round.edition;
  const standards = heatmap.standards.length;
  const rows = rates.byArea.length + rates.byGroup.length + rates.byType.length;
  const rated = questionsOf(template).filter(({ type }) => type === 'level').length;
  const pages: Partial<Record<BoardPart, number>> = {
    findings: 1, responses: rows > 12 ? perPage(rows, 36) : 0,
    heatmap: perPage(heatmap.returned, 20) + perPage(standards, 40) - 1,
    distributions: perPage(rated * 5 + template.sections.length * 7, 42), trends: round.last ? 2 + perPage(standards, 18) : 1, method: 2,
  };
  return Math.max(1, boardPartKeys.reduce((sum, key) => sum + (contents.includes(key) ? pages[key] ?? 0 : 0), 0));
}
