import { plainest } from './condition';
import type { Condition, Template } from './template';

/**
 * The template in its one form: text without space at its ends, and nothing where there is nothing to say, so that the same
 * questions give the same bytes whether they were typed in the browser, read from a workbook or taken from a file.
 */
export function tidied(template: Template): Template {
  return tidy(template) as Template;
}

/** Lists that every template has, empty or not. */
const kept = new Set(['legalBasis', 'scales', 'bands', 'sections', 'questions', 'levels', 'rows', 'columns', 'from', 'is', 'all', 'any', 'phases', 'sectors', 'features', 'withoutFeatures', 'types', 'areas']);
/** Texts that every template has, empty or not. */
const said = new Set(['intro', 'meaning', 'purpose', 'title', 'wording', 'note', 'label', 'word', 'letter', 'role', 'who', 'declaration']);

function tidy(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim();
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, part]) => [name, name === 'showIf' && part ? plainest(part as Condition) : tidy(part)] as const);
  return Object.fromEntries(entries.filter(([name, part]) => !says(nothing(part), name) && !(part === false && falseSaysNothing.has(name))));
}

const falseSaysNothing = new Set(['critical', 'unverified', 'samePerson']);
const says = (empty: boolean, name: string) => empty && !kept.has(name) && !said.has(name);

function nothing(part: unknown): boolean {
  if (part === undefined || part === null || part === '') return true;
  return typeof part === 'object' && Object.keys(part).length === 0;
}
