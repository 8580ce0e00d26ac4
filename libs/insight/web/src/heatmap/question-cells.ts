import type { QuestionCell, QuestionColumnView, QuestionHeatmapView } from '@attest/shared/client';
import { absent, arrows, besideOthers, oneDecimal, type DrawnCell, type DrawnOrganisation } from './heatmap-cells';

export interface DrawnQuestionRow extends DrawnOrganisation {
  /** Answers that do not meet their question. */
  readonly below: number;
  readonly base: number;
}

/** `link` says where an answer leads. Plain text by then: a page has thousands of them. */
export function drawQuestionRows({ round, rows, questions }: QuestionHeatmapView, link: (questionId: string) => string): DrawnQuestionRow[] {
  return rows.map((row) => ({
    id: row.organisationId, name: row.name, href: besideOthers(round.id, row.organisationId), area: row.area ?? 'All areas', group: row.group,
    cells: row.cells.map((cell, at) => drawAnswer(cell, questions[at]!, link(questions[at]!.id))),
    below: row.cells.filter((cell, at) => isBelow(cell, questions[at]!)).length, base: row.base,
    meets: row.percentMeets === null ? '–' : `${oneDecimal(row.percentMeets)}%`,
  }));
}

export function drawAnswer({ state, level: key, last, movement }: QuestionCell, { id, levels }: QuestionColumnView, href: string): DrawnCell {
  const level = levels.find((one) => one.key === key);
  if (state !== 'rated' || !level) return absent(id, state === 'rated' || state === 'unanswered' ? 'not-answered' : state);
  const before = levels.find((one) => one.key === last);
  const since = movement === 'same' ? ', same as last round' : before && movement ? `, was ${before.word} last round: ${movement}` : '';
  return { key: id, text: level.letter, look: level.colour, arrow: movement ? arrows[movement] : '', words: `${level.word}${since}`, href };
}

const isBelow = ({ level }: QuestionCell, { levels }: QuestionColumnView): boolean => levels.some(({ key, meets }) => key === level && !meets);

/** Levels of all scales there are, each letter and word once: for the key. */
export function levelsIn(questions: readonly QuestionColumnView[]) {
  return [...new Map(questions.flatMap(({ levels }) => levels).map((level) => [`${level.letter} ${level.word}`, level])).values()];
}
