import { Location } from '@angular/common';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { ActivatedRoute, provideRouter } from '@angular/router';
import { beforeEach, expect, it, jest } from '@jest/globals';
import { BehaviorSubject } from 'rxjs';
import type { GuestView } from '@attest/shared/client';
import { aQuestion, aSavedAnswer, anAnswer } from '../builders';
import { GuestPage } from './guest-page';
import { GuestReturn } from './guest-return';
import { guestRoutes } from './guest-routes';

const TOKEN = 'Zm9yIHRoZSBleGFtcGxlIG9ubHk-its-43-long';
const aView = (changes: Partial<GuestView> = {}): GuestView => ({
  name: 'Sam Price', givenBy: 'Jamila Ahmed', organisation: 'Oakfield', partnership: 'South Riverside', round: 'Section 175 return', until: '2026-11-29', note: '', closedBecause: null,
  questions: [aQuestion()], locked: [], gone: 0, ...changes,
});

let fixture: ComponentFixture<GuestPage>;
let fragment: BehaviorSubject<string | null>;
const api = () => TestBed.inject(HttpTestingController);
const text = () => (fixture.nativeElement as HTMLElement).textContent!.replace(/\s+/g, ' ');
/** What has been answered is heard a turn later. */
const rest = async () => { await new Promise((heard) => setTimeout(heard)); await fixture.whenStable(); fixture.detectChanges(); };

beforeEach(() => {
  sessionStorage.clear();
  fragment = new BehaviorSubject<string | null>(TOKEN);
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), ...guestRoutes[0]!.providers!, { provide: ActivatedRoute, useValue: { fragment } }] });
});

async function opened(view: GuestView | { status: number; code: string; detail: string }): Promise<void> {
  fixture = TestBed.createComponent(GuestPage);
  fixture.detectChanges();
  const reading = api().expectOne('/api/guest/questions');
  expect(reading.request.headers.get('X-Guest-Link')).toBe(TOKEN);
  if ('status' in view) reading.flush(view, { status: view.status, statusText: view.code });
  else reading.flush(view);
  await rest();
}

it('takes the link out of the address, and keeps it for this tab alone', async () => {
  const replaced = jest.spyOn(TestBed.inject(Location), 'replaceState');
  await opened(aView());
  expect(replaced).toHaveBeenCalledWith('/guest');
  expect([sessionStorage.getItem('attest-guest-link'), localStorage.length]).toEqual([TOKEN, 0]);
});

it('says who asks, until when, and what becomes of an answer', async () => {
  await opened(aView({ note: 'You know this best.', gone: 2 }));
  for (const words of ['A question for you', 'Jamila Ahmed asks you, Sam Price, to answer a question', 'works until 29 November 2026', 'You know this best.', 'Oakfield checks it before it counts', 'keep the page open until it says “Saved”', '2 questions you were given are not asked any more']) {
    expect([words, text().includes(words)]).toEqual([words, true]);
  }
});

it('saves with the link and never by a cookie or a return’s address', async () => {
  await opened(aView());
  (fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[type=radio]')!.click();
  await rest();
  const saving = api().expectOne('/api/guest/answers/q1');
  expect([saving.request.method, saving.request.headers.get('X-Guest-Link'), saving.request.headers.get('If-Match'), saving.request.body.level]).toEqual(['PUT', TOKEN, '"0"', 'green']);
  saving.flush(aSavedAnswer({ level: 'green', byGuest: true }));
  await rest();
  expect(text()).toContain('Saved at');
});

it('shows what stands, and takes nothing, where the return is closed or was opened again for other answers', async () => {
  const answer = anAnswer({ level: 'green' });
  await opened(aView({ closedBecause: 'This return has been submitted.', questions: [aQuestion({ answer })] }));
  expect(text()).toContain('This return has been submitted. What you saved is kept.');
  expect((fixture.nativeElement as HTMLElement).querySelector('form')).toBeNull();
});

it('says in the API’s own words why a link opens nothing', async () => {
  await opened({ status: 410, code: 'guest-link-over', detail: 'This link has been taken back. Ask Jamila Ahmed if you still need it.' });
  for (const words of ['This link opens nothing', 'This link has been taken back. Ask Jamila Ahmed']) expect([words, text().includes(words)]).toEqual([words, true]);
});

it('keeps what could not be saved on the page when the link has ended meanwhile', async () => {
  await opened(aView());
  (fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[type=radio]')!.click();
  await rest();
  api().expectOne('/api/guest/answers/q1').flush({ code: 'guest-link-over', detail: 'This link has been taken back.' }, { status: 410, statusText: 'Gone' });
  await rest();
  expect(text()).toContain('This link has been taken back.');
  expect((fixture.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[type=radio]')!.checked).toBe(true);
});

it('shows what was typed at a question that is gone meanwhile, until it is let go of', async () => {
  await opened(aView());
  const root = fixture.nativeElement as HTMLElement;
  const words = root.querySelector('textarea')!;
  words.value = 'Reviewed in May.';
  words.dispatchEvent(new Event('input'));
  root.querySelector('form')!.dispatchEvent(new Event('focusout'));
  await rest();
  api().expectOne('/api/guest/answers/q1').flush({ code: 'not-found', detail: 'There is nothing here.' }, { status: 404, statusText: 'Not Found' });
  // the page is not at rest before it has read again
  await new Promise((heard) => setTimeout(heard));
  fixture.detectChanges();
  api().expectOne('/api/guest/questions').flush(aView({ questions: [], gone: 1 }));
  await rest();
  for (const said of ['One question you were given is not asked any more', 'What you typed last could not be saved', 'Reviewed in May.']) expect([said, text().includes(said)]).toEqual([said, true]);
  [...root.querySelectorAll('button')].find(({ textContent }) => textContent === 'Discard it')!.click();
  await rest();
  expect(text()).not.toContain('Reviewed in May.');
});

it('keeps an answer that is saved while the questions are read again, and reads them once more', async () => {
  await opened(aView());
  const current = fixture.debugElement.injector.get(GuestReturn);
  current.refresh();
  TestBed.tick();
  current.saved({ submissionId: 'guest', questionId: 'q1' }, aSavedAnswer({ note: 'Typed meanwhile.' }));
  api().expectOne('/api/guest/questions').flush(aView());
  await new Promise((heard) => setTimeout(heard));
  TestBed.tick();
  expect(current.question('q1')!.answer).toMatchObject({ note: 'Typed meanwhile.' });
  api().expectOne('/api/guest/questions');
});
