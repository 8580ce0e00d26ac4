interface Named { readonly id: string; readonly name: string }

/** Which colleagues a comment speaks to: those whose whole name stands behind an @. The longest name counts where one begins like another. */
export function mentionsIn(words: string, colleagues: readonly Named[]): readonly string[] {
  const byLength = colleagues.filter(({ name }) => name.trim() !== '').toSorted((one, other) => other.name.length - one.name.length);
  const found = new Set<string>();
  for (let at = words.indexOf('@'); at !== -1; at = words.indexOf('@', at + 1)) {
    const rest = words.slice(at + 1).toLocaleLowerCase('en-GB');
    const named = byLength.find(({ name }) => startsWithName(rest, name.toLocaleLowerCase('en-GB')));
    if (named) for (const { id, name } of colleagues) if (name === named.name) found.add(id);
  }
  return [...found];
}

/** "@Ann" is not "@Anna". */
const startsWithName = (rest: string, name: string) => rest.startsWith(name) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length));

/** What is being typed behind an @ that ends at the cursor, such as "pri"; null when nothing is. */
export function mentionBegun(wordsBeforeCursor: string): string | null {
  return /(?:^|\s)@([\p{L}\p{N}'’ -]{0,30})$/u.exec(wordsBeforeCursor)?.[1] ?? null;
}
