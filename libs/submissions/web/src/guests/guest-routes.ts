import type { Routes } from '@angular/router';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';
import { AnswerWay } from '../saving/answer-way';
import { OnThisDevice } from '../saving/on-this-device';
import { GuestReturn } from './guest-return';
import { GuestWay } from './guest-way';

/**
 * Answering as elsewhere, with what a guest has in place of a return. What is typed waits in memory alone: the keeping on a
 * device is locked with a key that belongs to an account.
 */
export const guestRoutes: Routes = [{
  path: '', title: 'Questions for you', loadComponent: () => import('./guest-page').then((file) => file.GuestPage),
  providers: [
    GuestReturn, AnswerSaver,
    { provide: CurrentReturn, useExisting: GuestReturn },
    { provide: AnswerWay, useClass: GuestWay },
    { provide: OnThisDevice, useValue: { possible: false } satisfies Pick<OnThisDevice, 'possible'> },
  ],
}];
