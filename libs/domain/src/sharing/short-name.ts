/** "Priya Shah" → "P Shah": as much of a name as a list has room for. A single word stays as it is. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  if (words.length < 2) return words[0]!;
  return `${[...words[0]!][0]} ${words.at(-1)}`;
}
