import type { Answer, Answers, AnswerValue, Cells, Person, Shown } from './answer';

/** Not applicable wins over anything stored beside it, so that exactly one of the three facts always holds. */
export function isNotApplicable(answer: Answer | undefined): boolean {
  return answer !== undefined && answer.naReason !== null && !answer.toCheck;
}

/**
 * Something has been said: a level or a value that is not blank. Not the same as complete, which is for `blockersToSubmit`:
 * a person with a name and no role is answered and still blocks.
 */
export function isAnswered(answer: Answer | undefined): boolean {
  if (answer === undefined || answer.naReason !== null || answer.toCheck) return false;
  return answer.level !== null || (answer.value !== null && !isBlankValue(answer.value));
}

/** Whether anything stands in it at all: also what counts for nothing yet, because words came before the rating or nobody has checked it. */
export function saysSomething({ toCheck: _, ...answer }: Answer): boolean {
  return isAnswered(answer) || isNotApplicable(answer) || !isBlank(answer.note);
}

/** Question keys come from data, so `answers['constructor']` must not find what every object inherits. */
export function answerTo(answers: Answers, questionKey: string): Answer | undefined {
  return Object.hasOwn(answers, questionKey) ? answers[questionKey] : undefined;
}

export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}

export function isPerson(value: AnswerValue): value is Person {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  const { name, role, email } = value as Person;
  return typeof name === 'string' && typeof role === 'string' && (email === undefined || typeof email === 'string');
}

export function isTable(value: AnswerValue): value is Cells {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  const { cells } = value as Cells;
  const isRow = (row: unknown) => typeof row === 'object' && row !== null && !Array.isArray(row) && Object.values(row).every((cell) => typeof cell === 'string' || typeof cell === 'number');
  return typeof cells === 'object' && cells !== null && !Array.isArray(cells) && Object.values(cells).every(isRow);
}

export function isEvidence(value: AnswerValue): value is readonly Shown[] {
  return Array.isArray(value) && value.every((one: Shown | string) => typeof one === 'object' && one !== null && typeof one.title === 'string' && typeof one.where === 'string');
}

function isBlankValue(value: AnswerValue): boolean {
  if (typeof value === 'string') return isBlank(value);
  if (isEvidence(value)) return value.every(({ title, where }) => isBlank(title) && isBlank(where));
  if (Array.isArray(value)) return value.length === 0;
  if (isTable(value)) return Object.values(value.cells).every((row) => Object.values(row).every((cell) => typeof cell === 'string' && isBlank(cell)));
  return isPerson(value) && isBlank(value.name) && isBlank(value.role) && isBlank(value.email);
}
