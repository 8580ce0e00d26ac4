import { isBlank } from './answer-state';
import { scaleOf } from './points';
import { questionTypes } from './template';
import type { Question, Template } from './template';
import { problemAt, repeated } from './template-problem';
import type { Report } from './template-problem';

/** Large enough for any stress one could lay on a question, small enough that sums stay exact whole numbers. */
const heaviest = 100;

export function questionProblems(template: Template, question: Question): Report {
  return [
    ...wordingProblems(question),
    ...ratingProblems(template, question),
    ...choiceProblems(question),
    ...tableProblems(question),
    ...weightProblems(question.ref, question.weight),
    ...scoringProblems(question),
    ...limitProblems(question),
  ];
}

export function weightProblems(ref: string, weight: number): Report {
  if (Number.isInteger(weight) && weight >= 0 && weight <= heaviest) return [];
  return [problemAt(ref)('weight-not-whole', `The weight of ${ref} is a whole number from 0 to ${heaviest}.`)];
}

function wordingProblems({ ref, title, wording, basis, citations, type }: Question): Report {
  const problem = problemAt(ref);
  return [
    ...(isBlank(title) || isBlank(wording) ? [problem('wording-missing', `Write a title and a question for ${ref}.`)] : []),
    ...(questionTypes.includes(type) ? [] : [problem('type-unknown', `${ref} is of no known type: use one of ${questionTypes.join(', ')}.`)]),
    ...(basis === 'statutory' && (citations ?? []).length === 0 ? [problem('citation-missing', `${ref} is called statutory: cite where the duty stands.`)] : []),
  ];
}

/** A level that does not say what it means for this question is a guess, and two that say the same are a coin toss. */
function ratingProblems(template: Template, { ref, type, scale: scaleKey, descriptors = {} }: Question): Report {
  const problem = problemAt(ref);
  const described = Object.keys(descriptors);
  if (type !== 'level') {
    return described.length === 0 ? [] : [problem('descriptor-extra', `${ref} is not rated, so it cannot describe levels.`)];
  }
  const scale = scaleOf(template, scaleKey);
  if (scale === undefined) return [problem('scale-unknown', `${ref} is rated on "${scaleKey ?? ''}", which is not one of the scales.`)];

  const missing = scale.levels.filter(({ key }) => !Object.hasOwn(descriptors, key) || isBlank(descriptors[key]));
  const extra = described.filter((key) => !scale.levels.some((level) => level.key === key));
  const texts = described.map((key) => descriptors[key]!.trim().toLowerCase()).filter((text) => text !== '');
  return [
    ...(missing.length === 0 ? [] : [problem('descriptor-missing', `Say what it takes in ${ref} to be: ${missing.map(({ word }) => word).join(', ')}.`)]),
    ...(extra.length === 0 ? [] : [problem('descriptor-extra', `${ref} describes levels that ${scale.name} does not have: ${extra.join(', ')}.`)]),
    ...(repeated(texts).length === 0 ? [] : [problem('descriptor-identical', `Two levels of ${ref} are described alike: say what tells them apart.`)]),
  ];
}

function choiceProblems({ ref, type, choices = [] }: Question): Report {
  if (type !== 'choice' && type !== 'choices') return [];
  const problem = problemAt(ref);
  return [
    ...(choices.length < 2 ? [problem('choices-missing', `Give ${ref} at least two choices.`)] : []),
    ...repeated(choices.map(({ key }) => key)).map((key) => problem('key-duplicate', `Two choices of ${ref} have the key "${key}": give each its own.`)),
  ];
}

/** Larger ones are spreadsheets, which is another kind of program. */
const [mostRows, mostColumns] = [20, 6];

function tableProblems({ ref, type, table }: Question): Report {
  const problem = problemAt(ref);
  if (type !== 'table') return table === undefined ? [] : [problem('table-extra', `${ref} is not a table, so it has no rows and columns.`)];
  const { rows = [], columns = [] } = table ?? {};
  if (rows.length === 0 || columns.length === 0) return [problem('table-empty', `Give the table of ${ref} at least one row and one column.`)];
  return [
    ...(rows.length > mostRows || columns.length > mostColumns ? [problem('table-too-large', `Keep the table of ${ref} to ${mostRows} rows and ${mostColumns} columns: split it otherwise.`)] : []),
    ...([['rows', rows], ['columns', columns]] as const).flatMap(([kind, parts]) => [
      ...(parts.some(({ label }) => isBlank(label)) ? [problem('wording-missing', `Name each of the ${kind} of ${ref}.`)] : []),
      ...repeated(parts.map(({ key }) => key)).map((key) => problem('key-duplicate', `Two ${kind} of ${ref} have the key "${key}": give each its own.`)),
    ]),
  ];
}

function scoringProblems({ ref, type, weight, critical }: Question): Report {
  const problem = problemAt(ref);
  if (type !== 'level' && weight !== 0) return [problem('weight-on-unrated', `${ref} is not rated, so its weight is 0.`)];
  if (critical && weight === 0) return [problem('critical-not-scored', `${ref} is critical, so it has to be rated and weigh at least 1.`)];
  return [];
}

function limitProblems({ ref, type, explanation, words, minimum, maximum }: Question): Report {
  const problem = problemAt(ref);
  const found = [];
  if (words !== undefined) {
    if (!Number.isInteger(words) || words < 1 || words > 1500) found.push(problem('words-absurd', `The word limit of ${ref} is a whole number from 1 to 1,500.`));
    if (type !== 'text' && explanation === 'none') found.push(problem('words-absurd', `${ref} limits the words of an explanation it does not ask for.`));
  }
  const limits = [minimum, maximum].filter((limit) => limit !== undefined);
  if (limits.length > 0 && type !== 'number' && type !== 'percentage') found.push(problem('range-absurd', `${ref} is not a number, so it has no lowest or highest.`));
  else if (!limits.every(Number.isFinite)) found.push(problem('range-absurd', `The lowest and highest of ${ref} are numbers.`));
  else if (type === 'percentage' && limits.some((limit) => limit < 0 || limit > 100)) found.push(problem('range-absurd', `${ref} is a percentage: keep its lowest and highest from 0 to 100.`));
  if (minimum !== undefined && maximum !== undefined && minimum >= maximum) found.push(problem('range-absurd', `The lowest of ${ref} is below its highest.`));
  return found;
}
