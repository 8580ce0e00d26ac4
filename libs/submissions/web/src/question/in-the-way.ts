import type { QuestionView } from '@attest/shared/client';
import type { Wrong } from '@attest/shared/ui';
import { answerIn } from '../answers';
import { isStuck, newestIn, type Line } from '../saving/line';
import { faultsOfSaving } from './question-words';
import { unfinished } from './unfinished';

/** What somebody has to see to before they go on from a question: what could not be saved, else what was begun and is not finished. */
export function inTheWay(question: QuestionView, line: Line | null): readonly Wrong[] {
  if (line && isStuck(line)) return faultsOfSaving(line, question);
  return unfinished(question, (line && newestIn(line)) ?? answerIn(question.answer));
}
