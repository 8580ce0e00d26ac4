import type { QuestionView } from '@attest/shared/client';
import type { Wrong } from '@attest/shared/ui';
import { isStuck, type Line } from '../saving/line';

/** Which answers of a return are not saved and why, each with the way to it. */
export function notSaved(submissionId: string, unsaved: readonly Line[], question: (id: string) => Pick<QuestionView, 'ref' | 'title'> | null): readonly Wrong[] {
  return unsaved.filter(({ place }) => place.submissionId === submissionId).map((line) => {
    const { questionId } = line.place;
    const asked = question(questionId);
    return {
      where: '', link: ['/returns', submissionId, 'questions', questionId],
      detail: `Your answer to ${asked ? `${asked.ref} ${asked.title}` : 'another question'} is not saved${reasonOf(line)}`,
    };
  });
}

function reasonOf(line: Line): string {
  if (line.conflict) return ': someone else changed it too. Choose which one stands.';
  if (isStuck(line)) return ': it needs correcting.';
  return ' yet. Check your connection, then submit again.';
}
