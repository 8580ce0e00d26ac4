import { plainest, type Condition } from '@attest/domain/questionnaire';

/** A condition as it is put together: a test may lack its question or answers while somebody is about to choose them. */
export type Part = Test | Group;
export interface Test { readonly kind: 'test'; readonly question: string; readonly not: boolean; readonly is: readonly string[] }
export interface Group { readonly kind: 'group'; readonly join: 'all' | 'any'; readonly not: boolean; readonly parts: readonly Part[] }

export const emptyTest: Test = { kind: 'test', question: '', not: false, is: [] };
export const emptyGroup: Group = { kind: 'group', join: 'all', not: false, parts: [] };

/** The whole as one group, whatever it is. */
export function groupOf(condition: Condition | undefined): Group {
  if (condition === undefined) return emptyGroup;
  const part = partOf(plainest(condition), false);
  return part.kind === 'group' && !part.not ? part : { ...emptyGroup, parts: [part] };
}

function partOf(condition: Condition, not: boolean): Part {
  if ('not' in condition) return partOf(condition.not, !not);
  if ('question' in condition) return { kind: 'test', question: condition.question, not, is: condition.is };
  const [join, parts] = 'all' in condition ? ['all' as const, condition.all] : ['any' as const, condition.any];
  return { kind: 'group', join, not, parts: parts.map((part) => partOf(part, false)) };
}

/** Undefined when nothing is asked for; null while something is not complete. */
export function conditionOf(group: Group): Condition | undefined | null {
  if (group.parts.length === 0) return undefined;
  const condition = written(group);
  return condition && plainest(condition);
}

function written(part: Part): Condition | null {
  const positive = part.kind === 'test' ? testOf(part) : groupIn(part);
  return positive && (part.not ? { not: positive } : positive);
}

const testOf = ({ question, is }: Test): Condition | null => (question === '' || is.length === 0 ? null : { question, is });

function groupIn({ join, parts }: Group): Condition | null {
  const conditions = parts.map(written);
  if (parts.length === 0 || conditions.includes(null)) return null;
  const all = conditions as Condition[];
  return join === 'all' ? { all } : { any: all };
}
