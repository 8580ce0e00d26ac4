import type { Question } from '@attest/domain/questionnaire';
import type { StoredAnswer } from '../answering.queries';
import type { Change } from '../change';
import type { AnswerRow } from '../submissions.queries';

/** Whose value may stand again after somebody has looked. A rating never does: it has to be made anew. */
const taken: readonly Question['type'][] = ['text', 'person', 'evidence'];

/** What of a last answer may be taken as a starting point; null where there is nothing. */
export function startingPoint(now: Question, before: Question, { value, note }: AnswerRow): Change['content'] | null {
  const kept = now.type === before.type && taken.includes(now.type) ? value : null;
  return kept === null && note.trim() === '' ? null : { level: null, value: kept, note, na_reason: null };
}

/** What a save says of words that came from the round before, and whether somebody still has to look at them. */
export interface Provenance {
  readonly to_check: boolean;
  readonly carried: 'unchanged' | 'changed' | null;
}

/**
 * Choosing a level is not looking at the words beside it: they stay to be checked until they are changed, or saved just as
 * they are, which is how somebody says that they are still true.
 */
export function provenanceAfter(before: StoredAnswer | undefined, content: Change['content']): Provenance {
  if (!before?.carried) return { to_check: false, carried: null };
  const same = before.note === content.note && JSON.stringify(before.value) === JSON.stringify(content.value);
  return { to_check: before.to_check && same && before.level !== content.level, carried: same ? before.carried : 'changed' };
}
