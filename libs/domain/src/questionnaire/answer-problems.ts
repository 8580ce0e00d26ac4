import type { Answer, AnswerValue } from './answer';
import { isEvidence, isPerson, isTable } from './answer-state';
import { isIsoDate } from './iso-date';
import { scaleOf } from './points';
import type { Question, QuestionType, Template } from './template';
import { inThousands } from './words';

export interface AnswerProblem {
  readonly code: AnswerProblemCode;
  /** A sentence that names what is allowed. */
  readonly detail: string;
}

export type AnswerProblemCode =
  | 'both-answered-and-not-applicable'
  | 'not-applicable-refused'
  | 'level-unknown'
  | 'level-not-rated'
  | 'value-not-asked'
  | 'choice-unknown'
  | 'choice-repeated'
  | 'not-a-number'
  | 'number-out-of-range'
  | 'not-a-date'
  | 'not-text'
  | 'not-a-person'
  | 'not-a-table'
  | 'cell-unknown'
  | 'not-evidence'
  | 'not-a-declaration'
  | 'text-too-long';

/** Most characters (UTF-16 units) in any one text of an answer. Far above every word limit, which only stops submission. */
export const MOST_CHARACTERS = 10_000;

/** Why an answer cannot be stored. Unfinished is storable: half a person, too many words, a reason still to come. */
export function answerProblems(template: Template, question: Question, answer: Answer): readonly AnswerProblem[] {
  return [
    ...factProblems(question, answer),
    ...levelProblems(template, question, answer),
    ...(answer.value === null ? [] : valueProblems[question.type](question, answer.value)),
    ...lengthProblems(answer),
  ];
}

function factProblems(question: Question, { level, value, naReason }: Answer): readonly AnswerProblem[] {
  if (naReason === null) return [];
  if (!question.naAllowed) return problem('not-applicable-refused', 'This question cannot be marked as not applicable: answer it instead.');
  if (level === null && value === null) return [];
  return problem('both-answered-and-not-applicable', 'Either answer the question or mark it as not applicable, not both.');
}

function levelProblems(template: Template, question: Question, { level }: Answer): readonly AnswerProblem[] {
  if (level === null) return [];
  if (question.type !== 'level') return problem('level-not-rated', 'This question is not rated: give an answer without a rating.');
  const levels = scaleOf(template, question.scale)?.levels ?? [];
  if (levels.some(({ key }) => key === level)) return [];
  return problem('level-unknown', `Choose one of: ${levels.map(({ word }) => word).join(', ')}.`);
}

/** What each type takes as its value. */
const valueProblems: Record<QuestionType, (question: Question, value: AnswerValue) => readonly AnswerProblem[]> = {
  level: () => problem('value-not-asked', 'This question is rated: choose a rating, and put any words in the explanation.'),
  choice: (question, value) => {
    const known = typeof value === 'string' && isChoice(question, value);
    return known ? [] : problem('choice-unknown', `Choose one of: ${labels(question)}.`);
  },
  choices: (question, value) => {
    if (!Array.isArray(value) || !value.every((key) => isChoice(question, key))) {
      return problem('choice-unknown', `Choose any of: ${labels(question)}.`);
    }
    return new Set(value).size === value.length ? [] : problem('choice-repeated', 'Choose each answer once.');
  },
  number: (question, value) => numberProblems(value, question.minimum, question.maximum, 'a number'),
  percentage: (question, value) => numberProblems(value, question.minimum ?? 0, question.maximum ?? 100, 'a percentage'),
  date: (_, value) =>
    typeof value === 'string' && isIsoDate(value) ? [] : problem('not-a-date', 'Give a real date as year-month-day, such as 2026-09-01.'),
  text: (_, value) => (typeof value === 'string' ? [] : problem('not-text', 'Answer in words.')),
  person: (_, value) => {
    // Anything beside these would be stored and never seen.
    const sound = isPerson(value) && Object.keys(value).every((key) => ['name', 'role', 'email'].includes(key));
    return sound ? [] : problem('not-a-person', 'Give a name and a role, and an e-mail address if there is one.');
  },
  table: (question, value) => tableProblems(question, value),
  evidence: (_, value) => {
    if (!isEvidence(value) || !value.every((one) => Object.keys(one).every((key) => ['title', 'where'].includes(key)))) {
      return problem('not-evidence', 'Say for each piece of evidence what it is and where it is kept.');
    }
    return value.length > MOST_EVIDENCE ? problem('not-evidence', `Keep to the ${MOST_EVIDENCE} best pieces of evidence.`) : [];
  },
  declaration: (_, value) => (value === true ? [] : problem('not-a-declaration', 'Either confirm the statement or leave it.')),
};

/** More pieces of evidence than this for one answer are read by nobody. */
const MOST_EVIDENCE = 20;

function tableProblems({ table }: Question, value: AnswerValue): readonly AnswerProblem[] {
  if (!isTable(value) || Object.keys(value).length > 1) return problem('not-a-table', 'Fill in the table, cell by cell.');
  const columns = new Map((table?.columns ?? []).map((column) => [column.key, column]));
  return Object.entries(value.cells).flatMap(([rowKey, row]) => {
    const label = table?.rows.find(({ key }) => key === rowKey)?.label;
    return Object.entries(row).flatMap(([columnKey, cell]) => {
      const column = columns.get(columnKey);
      if (label === undefined || column === undefined) return problem('cell-unknown', 'There is a cell that this table does not have: reload the page.');
      if (cell === '' || column.type === 'text') return typeof cell === 'string' ? [] : problem('not-text', `Write words in ${label}, ${column.label}.`);
      const where = `in ${label}, ${column.label}`;
      return numberProblems(cell, 0, column.type === 'percentage' ? 100 : undefined, `${column.type === 'percentage' ? 'a percentage' : 'a number'} ${where}`);
    });
  });
}

function numberProblems(value: AnswerValue, minimum: number | undefined, maximum: number | undefined, what: string): readonly AnswerProblem[] {
  const range = `Give ${what}${rangeInWords(minimum, maximum)}.`;
  if (typeof value !== 'number' || !Number.isFinite(value)) return problem('not-a-number', range);
  const inside = value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity);
  return inside ? [] : problem('number-out-of-range', range);
}

function rangeInWords(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of ${minimum} or more`;
  return maximum === undefined ? '' : ` of ${maximum} or less`;
}

function lengthProblems({ note, value, naReason }: Answer): readonly AnswerProblem[] {
  const texts: [string, unknown][] = [['explanation', note], ['reason', naReason]];
  if (typeof value === 'string') texts.push(['answer', value]);
  else if (value !== null && isPerson(value)) texts.push(['name', value.name], ['role', value.role], ['e-mail address', value.email]);
  if (value !== null && isTable(value)) for (const row of Object.values(value.cells)) for (const cell of Object.values(row)) texts.push(['cell', cell]);
  if (value !== null && isEvidence(value)) for (const { title, where } of value) texts.push(['name of the evidence', title], ['place of the evidence', where]);
  return texts.flatMap(([name, text]) =>
    typeof text === 'string' && text.length > MOST_CHARACTERS
      ? problem('text-too-long', `Keep the ${name} to ${inThousands(MOST_CHARACTERS)} characters (it has ${inThousands(text.length)}).`)
      : [],
  );
}

function isChoice(question: Question, key: unknown): boolean {
  return question.choices?.some((choice) => choice.key === key) ?? false;
}

function labels(question: Question): string {
  return (question.choices ?? []).map(({ label }) => label).join(', ');
}

function problem(code: AnswerProblemCode, detail: string): readonly AnswerProblem[] {
  return [{ code, detail }];
}
