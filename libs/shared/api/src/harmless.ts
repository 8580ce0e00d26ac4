/**
 * What a spreadsheet would take for a formula: = + - @, plain, full-width or small, even behind blanks or invisible
 * characters that some programs drop; and TAB, CR and LF, which open a cell of their own where text is pasted.
 * Apostrophes before it count, so that what `harmless` adds can be told from what people wrote.
 */
const formula = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u;

/** Text that no spreadsheet runs, whoever wrote it. For every text in every file. */
export function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** What `harmless` was given, from what it gave. */
export function asGiven(text: string): string {
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}
