import { movement } from '@attest/domain/measures';
import type { Block, Line, PaperTable } from '@attest/shared/api';
import type { ReceiptView, ResultView } from '../receipt.dto';
import type { QuestionView } from '../submissions.dto';

const movements = { up: '↑ Up', down: '↓ Down', same: '→ The same' } as const;

/** The result of each section beside last year's. Sections that only ask for facts are left out. */
export function resultsTable({ sections, lastRoundName }: Pick<ReceiptView, 'sections' | 'lastRoundName'>): Block {
  const rated = sections.filter(({ level, last }) => level !== null || last !== null);
  const compared = rated.some(({ last }) => last !== null);
  const table: PaperTable = {
    caption: compared ? `Result of each section, beside ${lastRoundName}` : 'Result of each section',
    columns: [{ head: 'Section', width: 5 }, { head: 'Result', width: 2 }, ...(compared ? [{ head: 'Last time', width: 2 }, { head: 'Movement', width: 2 }] : [])],
    rows: rated.map(({ ref, title, level, last, movement: way }) => [
      `${ref} ${title}`, levelOr(level, 'Not rated'), ...(compared ? [levelOr(last, 'Not rated'), way ? movements[way] : 'Not comparable'] : []),
    ]),
  };
  return { kind: 'table', table };
}

export const levelOr = (level: ResultView['level'], absent: string): Line => (level ? [{ level }] : absent);

/** Since the round before, where the two may be compared. */
export function movementOf({ levels, answer, lastRound }: QuestionView): 'up' | 'down' | 'same' | null {
  if (!lastRound?.comparable) return null;
  const placeOf = (key: string | null | undefined) => (key ? levels.findIndex((level) => level.key === key) : null);
  return movement(placeOf(lastRound.level?.key), placeOf(answer?.level));
}

export const levelOf = ({ levels, answer }: QuestionView) => levels.find(({ key }) => key === answer?.level) ?? null;
