import { inject } from '@angular/core';
import { Confirm, type Confirmation } from '@attest/shared/ui';
import { Session } from '@attest/shared/web';
import type { AnswerSaver } from './answer-saver';

/** How long signing out waits for what is on its way, in milliseconds: whoever signs out means to walk away. */
const PATIENCE = 5_000;

/** Signing out waits for answers on their way, and asks before it leaves behind what could not be sent. Gives back how to stop. */
export function askBeforeSigningOut(saver: Pick<AnswerSaver, 'settled' | 'unsaved' | 'exposed'>): () => void {
  const confirm = inject(Confirm);
  return inject(Session).beforeSigningOut(async () => {
    await Promise.race([saver.settled(), new Promise((done) => setTimeout(done, PATIENCE))]);
    const left = saver.unsaved().length;
    if (left === 0) return true;
    return confirm.ask(saver.exposed() > 0 ? losing(left) : leaving(left));
  });
}

function losing(left: number): Confirmation {
  const [answers, them] = left === 1 ? ['1 answer is', 'it'] : [`${left} answers are`, 'them'];
  return {
    heading: 'Sign out without saving?', action: 'Sign out without saving', danger: true,
    text: `${answers} not saved. If you sign out now, what you typed in ${them} is lost.`,
  };
}

/** It stays, and nobody but this person can read it: the key is with the server. */
function leaving(left: number): Confirmation {
  const [answers, it] = left === 1 ? ['1 answer has', 'It is'] : [`${left} answers have`, 'They are'];
  return {
    heading: 'Sign out before everything is sent?', action: 'Sign out',
    text: `${answers} not been sent yet. ${it} kept on this device, locked so that nobody else can read ${left === 1 ? 'it' : 'them'}, and sent when you sign in here again. After 30 days ${left === 1 ? 'it is' : 'they are'} destroyed.`,
  };
}
