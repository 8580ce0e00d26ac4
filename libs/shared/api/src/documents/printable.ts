import type { Paper } from './paper.ts';

export type Printable = { readonly pdf: Uint8Array } | { readonly missing: string };

/** Stands where a character has no typeface here. */
const STAND_IN = '▯';

/**
 * Sets a paper as it is, and where a typeface is missing for some characters, again with a sign in their place and a sentence
 * that says so. Typefaces are ours, those of the typesetter (Greek, Cyrillic, Hebrew, Arabic) and those of the machine.
 */
export function withoutUnprintable(paper: Paper, set: (paper: Paper) => Printable): Uint8Array {
  const first = set(paper);
  if ('pdf' in first) return first.pdf;
  const missing = new Set(first.missing);
  const second = set(saying(replaced(paper, (character) => missing.has(character))));
  if ('pdf' in second) return second.pdf;
  // the typesetter named them otherwise than we read it: then whatever is beyond Latin, Greek and Cyrillic
  const third = set(saying(replaced(paper, (character) => character > '\u052f' && !/[\u2000-\u206f\u20ac\u2190-\u21ff\u25a0-\u25ff]/u.test(character))));
  if ('pdf' in third) return third.pdf;
  throw new Error(`No typeface has ${JSON.stringify(third.missing)}`);
}

function saying(paper: Paper): Paper {
  const note = `${STAND_IN} stands for a character that could not be printed here. It can be read on screen.`;
  return { ...paper, blocks: [{ kind: 'text', as: 'note', line: note }, ...paper.blocks] };
}

function replaced(paper: Paper, isMissing: (character: string) => boolean): Paper {
  return inEveryText(paper, (text) => [...text].map((character) => (isMissing(character) ? STAND_IN : character)).join(''));
}

/**
 * No paper shows a control character, and the signs that turn the direction of writing round would turn round what stands
 * beside them. Half a character is none.
 */
export const tidy = <T>(paper: T): T =>
  inEveryText(paper, (text) => text.replace(/[\ud800-\udfff]/gu, '').replace(/\r\n?/g, '\n').replace(/[\u2028\u2029]/g, '\n').replace(/\t/g, ' ').replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cn}|\p{Co}/gu, ''));

/** Keys and addresses are ours and have nothing to tidy; pictures are markup and stay as they are. */
export function inEveryText<T>(value: T, change: (text: string) => string): T {
  const visit = (one: unknown, key = ''): unknown => {
    if (typeof one === 'string') return key === 'svg' ? one : change(one);
    if (Array.isArray(one)) return one.map((each) => visit(each));
    if (one !== null && typeof one === 'object') return Object.fromEntries(Object.entries(one).map(([name, each]) => [name, visit(each, name)]));
    return one;
  };
  return visit(value) as T;
}
