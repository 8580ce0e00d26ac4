import type { QuestionView } from '@attest/shared/client';
import type { Wrong } from '@attest/shared/ui';
import { faultsOf } from '@attest/shared/web';
import type { CurrentReturn } from '../current-return';
import type { Line } from '../saving/line';
import { typed } from './inputs/typed';

/** Why what was typed is not saved, where a person can do something about it. */
export function faultsOfSaving(line: Line | null, question: QuestionView | null): readonly Wrong[] {
  if (!line || !question) return [];
  if (line.conflict) return [{ where: 'conflict', detail: 'Choose which answer stands: yours or theirs.' }];
  // the API names the question; on this page that is the answer
  if (line.refusal) return faultsOf(line.refusal).map(({ detail }) => ({ where: 'answer', detail }));
  const cannotRead = question.type in typed ? typed[question.type as keyof typeof typed].problem : '';
  return line.unreadable !== null && line.rested && cannotRead ? [{ where: 'answer', detail: cannotRead }] : [];
}

/** "2 questions were added because of your answer to 4.1." */
export function changeInWords(change: ReturnType<CurrentReturn['change']>, ref: string | undefined): string {
  if (!change) return '';
  const { added, gone } = change;
  const more = added === 1 ? '1 question was added' : `${added} questions were added`;
  const fewer = gone === 1 ? '1 question is no longer asked' : `${gone} questions are no longer asked`;
  return `${[...(added ? [more] : []), ...(gone ? [fewer] : [])].join(' and ')} because of your answer${ref ? ` to ${ref}` : ''}.`;
}
