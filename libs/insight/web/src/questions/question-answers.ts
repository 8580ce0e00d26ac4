import { dayInWords } from '@attest/domain/questionnaire';
import { movement } from '@attest/domain/measures';
import type { LevelView, QuestionAnswer } from '@attest/shared/client';

/** Those that do not meet the standard. */
export const ofConcern = (answers: readonly QuestionAnswer[]): QuestionAnswer[] => answers.filter(({ level }) => level !== null && !level.meets);

/** A day is stored as 2025-04-02; whatever else was typed or chosen stays as it is. */
export const valueInWords = (value: string): string => (/^\d{4}-\d\d-\d\d$/.test(value) ? dayInWords(value) : value);

export function movementOf({ level, last }: QuestionAnswer, levels: readonly LevelView[]): 'up' | 'down' | 'same' | null {
  const place = (of: LevelView | null) => (of ? levels.findIndex(({ key }) => key === of.key) : null);
  return movement(place(last), place(level));
}
