/** One line of a life-cycle: from which states a move may be made, to which it leads, and what must come with it. */
export interface Move<State extends string = string> {
  readonly from: readonly State[];
  readonly to: State;
  readonly needs?: 'reason';
}

export type Moves<State extends string = string> = Readonly<Record<string, Move<State>>>;

/** What may be done now, in the order of the table. Whether this caller may do it is for `access` to say. */
export function movesFrom<M extends Moves>(table: M, state: StateOf<M>): (keyof M & string)[] {
  return Object.keys(table).filter((move) => table[move].from.includes(state));
}

/** `null` when the move cannot be made from that state. */
export function stateAfter<M extends Moves>(table: M, move: keyof M & string, state: StateOf<M>): StateOf<M> | null {
  const { from, to } = table[move];
  return from.includes(state) ? (to as StateOf<M>) : null;
}

export type StateOf<M extends Moves> = M[keyof M]['to'] | M[keyof M]['from'][number];
