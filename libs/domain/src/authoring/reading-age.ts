/**
 * The age at which somebody reads this with ease: the grade level of Flesch and Kincaid (1975) plus five, the age at which
 * the first grade begins to read. Whole years, from 5. A rough guide that is only ever given as advice.
 */
export function readingAge(text: string): number {
  const words = text.match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? [];
  if (words.length === 0) return 5;
  const sentences = Math.max(1, text.split(/[.!?:;]+(?=\s|$)/).filter((part) => /\p{L}/u.test(part)).length);
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
  const grade = 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(5, Math.round(grade + 5));
}

/** Runs of vowels, without the silent "e" at the end: near enough for an average. */
export function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/(?:[^laeiouy]es|[^laeiouy]ed|[^laeiouy]e)$/, '');
  return Math.max(1, plain.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
