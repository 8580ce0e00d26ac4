import { inject } from '@angular/core';
import { Confirm } from '@attest/shared/ui';
import { Session } from '@attest/shared/web';
import type { AnswerSaver } from './answer-saver';

/** How long signing out waits for what is on its way, in milliseconds: whoever signs out means to walk away. */
const PATIENCE = 5_000;

/** Signing out waits for answers on their way, and asks before it throws away what could not be saved. Gives back how to stop. */
export function askBeforeSigningOut(saver: Pick<AnswerSaver, 'settled' | 'unsaved'>): () => void {
  const confirm = inject(Confirm);
  return inject(Session).beforeSigningOut(async () => {
    await Promise.race([saver.settled(), new Promise((done) => setTimeout(done, PATIENCE))]);
    const left = saver.unsaved().length;
    if (left === 0) return true;
    const [answers, them] = left === 1 ? ['1 answer is', 'it'] : [`${left} answers are`, 'them'];
    return confirm.ask({
      heading: 'Sign out without saving?', action: 'Sign out without saving', danger: true,
      text: `${answers} not saved. If you sign out now, what you typed in ${them} is lost.`,
    });
  });
}
