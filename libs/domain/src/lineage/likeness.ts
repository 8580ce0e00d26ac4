/** Words that say nothing of what a question is about. */
const small = new Set(['the', 'and', 'for', 'are', 'you', 'your', 'how', 'does', 'have', 'has', 'with', 'that', 'this', 'who', 'what', 'any', 'all', 'is', 'do']);

const stem = (word: string) => word.replace(/(?:ings?|ed|es|s)$/, '');

export function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\d]{3,}/gu) ?? [];
  return new Set(words.filter((word) => !small.has(word)).map(stem));
}

/** How much two texts speak of the same, 0 to 1: shared words, twice, out of the words of both (Dice). */
export function likeness(one: string, other: string): number {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  if (mine.size + theirs.size === 0) return 0;
  return (2 * [...mine].filter((word) => theirs.has(word)).length) / (mine.size + theirs.size);
}

/** How much of the smaller text stands in the other, 0 to 1: a part of what was split is small beside the whole. */
export function containment(one: string, other: string): number {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  const least = Math.min(mine.size, theirs.size);
  return least === 0 ? 0 : [...mine].filter((word) => theirs.has(word)).length / least;
}
