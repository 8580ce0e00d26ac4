import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, it } from '@jest/globals';
import { Session } from '@attest/shared/web';
import { unanswered } from '../answers';
import { aSavedAnswer } from '../builders';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from './answer-saver';

const place = { submissionId: 's1', questionId: 'q1' };
let saver: AnswerSaver;
let http: HttpTestingController;

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), CurrentReturn, AnswerSaver] });
  [saver, http] = [TestBed.inject(AnswerSaver), TestBed.inject(HttpTestingController)];
  TestBed.inject(CurrentReturn).open('s1');
  saver.edit(place, { ...unanswered, note: 'half a sen' }, 0, 'soon');
});

/** Signing out that fails at the last step, so that the page stays here to be looked at. */
function signOut(): Promise<unknown> {
  return TestBed.inject(Session).signOut().catch(() => 'asked the API');
}
const ended = () => http.match({ method: 'DELETE', url: '/api/session' });
const saving = () => http.expectOne({ method: 'PUT' });

function unsaveable(): void {
  saving().flush({ code: 'answer-not-accepted', detail: 'No.' }, { status: 422, statusText: 'No' });
}

async function eventually<T>(found: () => T | undefined): Promise<T> {
  for (;;) {
    const it = found();
    if (it) return it;
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** Waits for the dialog, and presses one of its buttons. */
async function press(label: string): Promise<void> {
  const buttons = () => [...document.querySelectorAll<HTMLButtonElement>('mat-dialog-container button')];
  (await eventually(() => buttons().find(({ textContent }) => textContent!.trim() === label))).click();
}

it('saves what was being typed before the session ends', async () => {
  const leaving = signOut();
  const last = saving();
  expect(ended()).toHaveLength(0);
  last.flush(aSavedAnswer({ note: 'half a sen', version: 1 }));
  (await eventually(() => ended()[0])).error(new ProgressEvent('error'));
  expect(await leaving).toBe('asked the API');
});

it('stays signed in when somebody would rather not lose what could not be saved', async () => {
  const leaving = signOut();
  unsaveable();
  await eventually(() => document.body.textContent!.includes('1 answer is not saved.') || undefined);
  await press('Cancel');
  await leaving;
  expect(ended()).toHaveLength(0);
  expect(saver.unsaved()).toHaveLength(1);
});

it('goes without it when told so', async () => {
  const leaving = signOut();
  unsaveable();
  await press('Sign out without saving');
  (await eventually(() => ended()[0])).error(new ProgressEvent('error'));
  expect(await leaving).toBe('asked the API');
});
