import type { Level } from '../questionnaire';

/**
 * What is printed or sent, as data: a form, a copy of a return, a report. Word and PDF are both made from it, so that the two
 * cannot say different things. Every text in it is somebody's words and nothing else: neither of the two reads markup in it.
 */
export interface Paper {
  readonly title: string;
  /** Stands above the title, such as whose it is. */
  readonly caption?: string;
  readonly language: 'en-GB' | 'cy';
  /** At the foot of every page, beside its number. */
  readonly foot: string;
  /** `wide` leaves a third of each page to comments, by hand or in Word. */
  readonly margin?: 'usual' | 'wide';
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string; /** 1 is right below the title. */ readonly depth: 1 | 2 | 3 }
  | { readonly kind: 'text'; readonly line: Line; readonly as?: 'lead' | 'note' | 'quote' }
  | { readonly kind: 'list'; readonly lines: readonly Line[]; readonly numbered?: true }
  /** To choose from by hand: each has a box to tick. */
  | { readonly kind: 'ticks'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly table: PaperTable }
  /** Room to write in, with so many lines. */
  | { readonly kind: 'space'; readonly lines: number; readonly label: string }
  /** A picture of our own making; `alt` says what it shows. In per cent of the width of the text. */
  | { readonly kind: 'figure'; readonly svg: string; readonly alt: string; readonly width: number }
  | { readonly kind: 'page-break' };

export interface PaperTable {
  /** Says what the table shows, to whoever cannot see it and as its title. */
  readonly caption: string;
  /** Widths are shares of the whole. */
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly Line[])[];
}

/** Words on one line or more; a line feed in them starts another. */
export type Line = string | readonly Piece[];
export type Piece =
  | string
  | { readonly strong: string }
  | { readonly quiet: string }
  | { readonly link: string; readonly to: string }
  /** Letter and word, and only then colour. */
  | { readonly level: LevelMark }
  /** The letter alone, where a key says what each means. */
  | { readonly letter: LevelMark };
export type LevelMark = Pick<Level, 'letter' | 'word' | 'colour'>;
