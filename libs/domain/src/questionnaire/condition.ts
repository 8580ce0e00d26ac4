import type { Condition, Template } from './template';

/** The level or choice keys that stand as the answer to a question; none when it is unanswered, N/A or not asked. */
export type Chosen = (questionKey: string) => readonly string[];

export function holds(condition: Condition, chosen: Chosen): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, chosen));
  if ('any' in condition) return condition.any.some((part) => holds(part, chosen));
  if ('not' in condition) return !holds(condition.not, chosen);
  return chosen(condition.question).some((key) => condition.is.includes(key));
}

/** The leaves of the tree, for those who check what it speaks of rather than whether it holds. */
export function testsIn(condition: Condition): readonly Extract<Condition, { question: string }>[] {
  if ('all' in condition) return condition.all.flatMap(testsIn);
  if ('any' in condition) return condition.any.flatMap(testsIn);
  if ('not' in condition) return testsIn(condition.not);
  return [condition];
}

/** Keys of the questions whose answers decide which others are asked: with these alone, `askedQuestions` gives its full answer. */
export function decisiveQuestions({ sections }: Template): ReadonlySet<string> {
  const conditions = sections.flatMap(({ questions }) => questions).flatMap(({ showIf }) => (showIf === undefined ? [] : testsIn(showIf)));
  return new Set(conditions.map(({ question }) => question));
}

/** A condition in its one form: nested lists of one kind are one list, a list of one is its only part, and no answer is named twice. */
export function plainest(condition: Condition): Condition {
  if ('question' in condition) return { ...condition, is: [...new Set(condition.is)] };
  if ('not' in condition) {
    const inner = plainest(condition.not);
    return 'not' in inner ? inner.not : { not: inner };
  }
  if ('all' in condition) {
    const all = condition.all.map(plainest).flatMap((part) => ('all' in part ? part.all : [part]));
    return all.length === 1 ? all[0]! : { all };
  }
  const any = condition.any.map(plainest).flatMap((part) => ('any' in part ? part.any : [part]));
  return any.length === 1 ? any[0]! : { any };
}
