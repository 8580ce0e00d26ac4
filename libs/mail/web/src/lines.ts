export interface Line {
  readonly words: string;
  /** Where it leads, when the whole line is a link. */
  readonly link: string | null;
}

/**
 * The text of a message by lines. A line that is a link leads to the same page of the Attest one is looking at,
 * whatever the address it is known by outside.
 */
export function linesOf(text: string, here: string): Line[] {
  return text.trimEnd().split('\n').map((words) => ({ words, link: /^https?:\/\/\S+$/.test(words) ? hereOf(new URL(words), here) : null }));
}

const hereOf = ({ pathname, search, hash }: URL, here: string) => `${here}${pathname}${search}${hash}`;
