export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Longer texts are shown whole, one after the other: the table of the comparison would grow with their product. */
const MOST = 600;

const wordsIn = (text: string): readonly string[] => text.match(/\S+/gu) ?? [];

/** What was added and removed, word by word (longest common subsequence). */
export function wordDiff(before: string, after: string): readonly Piece[] {
  const [old, now] = [wordsIn(before), wordsIn(after)];
  if (old.length > MOST || now.length > MOST) return joined([{ kind: 'removed', text: before }, { kind: 'added', text: after }]);
  const common = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) common[i]![j] = old[i] === now[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!);
  }
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      pieces.push({ kind: 'same', text: old[i]! });
      i++;
      j++;
    } else if (j >= now.length || (i < old.length && common[i + 1]![j]! >= common[i]![j + 1]!)) pieces.push({ kind: 'removed', text: old[i++]! });
    else pieces.push({ kind: 'added', text: now[j++]! });
  }
  return joined(pieces);
}

function joined(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = result.at(-1);
    if (last?.kind === piece.kind) result[result.length - 1] = { kind: last.kind, text: `${last.text} ${piece.text}` };
    else if (piece.text !== '') result.push(piece);
  }
  return result;
}
