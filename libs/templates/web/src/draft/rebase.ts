import type { Edit } from '@attest/domain/authoring';
import { questionsOf, type Question, type Template } from '@attest/domain/questionnaire';

/**
 * An edit that was made while somebody else changed the draft, as it is to be made on top of what they did. `before` is the
 * draft it was made on. Of a question only what was changed here is changed again, so that two people can work on one.
 */
export function rebased(edit: Edit, before: Template, now: Template): Edit {
  if (edit.edit !== 'change-question') return edit;
  const find = (template: Template) => questionsOf(template).find(({ key }) => key === edit.question.key);
  const [was, theirs] = [find(before), find(now)];
  return was && theirs ? { edit: 'change-question', question: merged(was, edit.question, theirs) } : edit;
}

function merged(was: Question, mine: Question, theirs: Question): Question {
  const result: Record<string, unknown> = { ...theirs };
  const of = (question: Question, name: string) => (question as unknown as Record<string, unknown>)[name];
  for (const name of new Set([...Object.keys(was), ...Object.keys(mine)])) {
    if (same(of(was, name), of(mine, name))) continue;
    if (of(mine, name) === undefined) delete result[name];
    else result[name] = of(mine, name);
  }
  return result as unknown as Question;
}

export const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What is typed one letter after the other is one edit: the later takes the place of the earlier. Null where they are two. */
export function joined(earlier: readonly Edit[], later: readonly Edit[]): readonly Edit[] | null {
  const [one, other] = [earlier[0], later[0]];
  if (earlier.length !== 1 || later.length !== 1 || !one || !other) return null;
  if (one.edit === 'change-question' && other.edit === 'change-question') return one.question.key === other.question.key ? later : null;
  if (one.edit === 'change-section' && other.edit === 'change-section') return one.key === other.key ? [{ ...one, changes: { ...one.changes, ...other.changes } }] : null;
  return one.edit === 'settings' && other.edit === 'settings' ? [{ edit: 'settings', changes: { ...one.changes, ...other.changes } }] : null;
}
