import { computed, inject } from '@angular/core';
import { answerIn } from '../answers';
import { CurrentReturn, type Place } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';
import { isStuck, newestIn } from '../saving/line';
import type { Change } from './answer-form';

/** One answer as somebody works on it: what stands there now, saved or not, and what may become of it. Called where something can be injected. */
export function answeringAt(place: () => Place) {
  const [saver, current] = [inject(AnswerSaver), inject(CurrentReturn)];
  const question = computed(() => current.question(place().questionId));
  const line = computed(() => saver.lineAt(place()));
  const version = () => question()?.answer?.version ?? 0;
  return {
    question, line,
    answer: computed(() => {
      const unsaved = line();
      return (unsaved && newestIn(unsaved)) ?? answerIn(question()?.answer ?? null);
    }),
    /** What waits for a person although it cannot be put right here. */
    trapped: computed(() => {
      const unsaved = line();
      return unsaved && isStuck(unsaved) ? { line: unsaved, question: current.asLastKnown(place().questionId) } : null;
    }),
    edit({ answer, when, of }: Change): void {
      if (of === 'words') saver.editWords(place(), answer, version());
      else saver.edit(place(), answer, version(), when);
    },
    /** Said again as it is: from now on it counts. */
    confirm: (): void => saver.edit(place(), answerIn(question()!.answer), version(), 'now'),
    keep: (unreadable: string): void => saver.keepUnreadable(place(), unreadable, version()),
    giveUp: (): void => saver.giveUp(place()),
    choose(whose: 'mine' | 'theirs' | 'both'): void {
      if (whose === 'mine') saver.keepMine(place());
      else if (whose === 'both') saver.keepBoth(place());
      else saver.keepTheirs(place());
    },
  };
}
