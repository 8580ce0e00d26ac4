/** An organisation and those it followed, newest first: a school that became an academy is another organisation with the same history. */
export function historyOf(organisation: string, predecessors: ReadonlyMap<string, string>): readonly string[] {
  const history = [organisation];
  for (let next = predecessors.get(organisation); next !== undefined && !history.includes(next); next = predecessors.get(next)) history.push(next);
  return history;
}

/** Those of one round that are in the other too, themselves or as what they were then. */
export function inBoth(now: Iterable<string>, before: ReadonlySet<string>, predecessors: ReadonlyMap<string, string>): readonly string[] {
  return [...now].filter((organisation) => historyOf(organisation, predecessors).some((one) => before.has(one)));
}

/** Of each round, newest first, only those who are in all of them, so that a trend is not one of who took part. */
export function inAll(rounds: readonly ReadonlySet<string>[], predecessors: ReadonlyMap<string, string>): readonly ReadonlySet<string>[] {
  const [newest, ...older] = rounds;
  const lasting = [...newest ?? []].map((organisation) => historyOf(organisation, predecessors)).filter((history) => older.every((round) => history.some((one) => round.has(one))));
  return rounds.map((round) => new Set(lasting.flatMap((history) => history.find((one) => round.has(one)) ?? [])));
}
