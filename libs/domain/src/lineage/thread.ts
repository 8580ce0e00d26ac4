import { lineageKinds, questionsOf, sameScale, scaleOf } from '../questionnaire';
import type { Lineage, LineageKind, Question, Template } from '../questionnaire';

/** A question of one edition as it was in an earlier one. */
export interface Ancestor {
  readonly key: string;
  /** The furthest change on the way: what was reworded and then split is split. */
  readonly kind: LineageKind;
}

/**
 * The questions of an edition further back that a question comes from. `editions` stand newest first and follow one another;
 * nothing is found when one on the way does not say where its questions come from.
 */
export function ancestorsIn(editions: readonly Template[], key: string): readonly Ancestor[] {
  const [newest, ...older] = editions;
  if (newest === undefined) return [];
  const start = new Map<string, LineageKind>([[key, 'same']]);
  let [found, from] = [start as ReadonlyMap<string, LineageKind>, newest];
  for (const before of older) {
    found = stepBack(from, before, found);
    from = before;
  }
  return [...found].map(([ancestor, kind]) => ({ key: ancestor, kind }));
}

/** Which questions of the newest edition stand in the place of which of the oldest, as they are printed in the newest. What is retired stands nowhere. */
export function heirsIn(editions: readonly Template[]): readonly { readonly from: string; readonly to: string }[] {
  const [newest] = editions;
  return newest ? questionsOf(newest).flatMap(({ key }) => ancestorsIn(editions, key).map((ancestor) => ({ from: ancestor.key, to: key }))) : [];
}

/** One edition back, from several questions at once. A question reached along two ways keeps the further change. */
export function stepBack(after: Template, before: Template, keys: ReadonlyMap<string, LineageKind>): ReadonlyMap<string, LineageKind> {
  const known = new Set(questionsOf(before).map(({ key }) => key));
  const result = new Map<string, LineageKind>();
  for (const [key, soFar] of keys) {
    const question = questionsOf(after).find((one) => one.key === key);
    if (question === undefined) continue;
    const { kind, from } = lineageOf(question, known);
    for (const ancestor of from.filter((one) => known.has(one))) {
      const joined = further(further(soFar, kind), result.get(ancestor) ?? 'same');
      result.set(ancestor, joined);
    }
  }
  return result;
}

/** What the question says of itself; where it says nothing, the same key is the same question. */
export function lineageOf({ key, lineage }: Question, known: ReadonlySet<string>): Lineage {
  return lineage ?? (known.has(key) ? { kind: 'same', from: [key] } : { kind: 'new', from: [] });
}

/** In the order of `lineageKinds`: same, reworded, split, merged. */
export const further = (one: LineageKind, other: LineageKind): LineageKind =>
  lineageKinds[Math.max(lineageKinds.indexOf(one), lineageKinds.indexOf(other))]!;

/** Whether a rating of the one may be held against a rating of the other: one question, and a scale that means the same. */
export function comparable(after: Template, question: Question, before: Template, { key, kind }: Ancestor): boolean {
  const old = questionsOf(before).find((one) => one.key === key);
  if (old === undefined || (kind !== 'same' && kind !== 'reworded') || old.type !== question.type) return false;
  return question.type !== 'level' || sameScale(scaleOf(after, question.scale), scaleOf(before, old.scale));
}

/** How much of an edition may be held against an earlier one: questions, and of them those that are comparable. */
export function comparability(editions: readonly Template[]): { readonly questions: number; readonly comparable: number } {
  const [after, before] = [editions[0], editions.at(-1)];
  if (after === undefined || before === undefined) return { questions: 0, comparable: 0 };
  const rated = questionsOf(after).filter(({ type }) => type === 'level');
  const held = rated.filter((question) => ancestorsIn(editions, question.key).some((ancestor) => comparable(after, question, before, ancestor)));
  return { questions: rated.length, comparable: held.length };
}
