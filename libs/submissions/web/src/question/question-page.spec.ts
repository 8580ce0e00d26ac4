import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, expect, it } from '@jest/globals';
import type { KeptDraftView, SubmissionView } from '@attest/shared/client';
import { unanswered } from '../answers';
import { aQuestion, aReturn, anAnswer, levels } from '../builders';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';
import { Sharing } from '../sharing/sharing';
import { QuestionPage } from './question-page';

let fixture: ComponentFixture<QuestionPage>;
let http: HttpTestingController;
let saver: AnswerSaver;
const page = () => fixture.nativeElement as HTMLElement;
const words = () => page().textContent!.replace(/\s+/g, ' ');
const button = (label: string) => [...page().querySelectorAll('button')].find(({ textContent }) => textContent!.trim() === label);

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting(), CurrentReturn, AnswerSaver, Sharing] });
  [http, saver] = [TestBed.inject(HttpTestingController), TestBed.inject(AnswerSaver)];
  TestBed.inject(CurrentReturn).open('s1');
  fixture = TestBed.createComponent(QuestionPage);
  fixture.componentRef.setInput('id', 's1');
  fixture.componentRef.setInput('questionId', 'q1');
  TestBed.tick();
  await reads(aReturn([aQuestion({ answer: anAnswer({ note: 'As saved.' }) })]));
});

async function heard(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

async function reads(view: SubmissionView): Promise<void> {
  http.expectOne('/api/submissions/s1').flush(view);
  await heard();
}

/** Types and rates, and the API will not have it. */
async function refused(code: string): Promise<void> {
  saver.edit({ submissionId: 's1', questionId: 'q1' }, { ...unanswered, level: 'amber', note: 'Twelve careful lines.' }, 1, 'now');
  http.expectOne({ method: 'PUT' }).flush({ code, detail: 'No.' }, { status: 409, statusText: 'No' });
  await heard();
}

async function discard(label: string): Promise<void> {
  button(label)!.click();
  await heard();
  expect(saver.unsaved()).toEqual([]);
}

/** What cannot be an answer any more goes to what is kept for its author, unless that is refused too. */
async function kept(status = 200): Promise<void> {
  await heard();
  const keeping = http.expectOne({ method: 'POST', url: '/api/submissions/s1/kept-drafts' });
  expect(keeping.request.body).toMatchObject({ questionId: 'q1', level: 'amber', note: 'Twelve careful lines.' });
  if (status === 200) keeping.flush([]);
  else keeping.flush({ code: 'not-found', detail: 'No.' }, { status, statusText: 'No' });
  await heard();
}
const draft: KeptDraftView = {
  id: 'd1', questionId: 'q1', ref: '3.1', title: 'Filtering and monitoring', level: levels[1]!, said: '', value: null, note: 'Twelve careful lines.', naReason: null,
  because: 'return-not-editable', keptAt: '2026-11-22T10:42:00.000Z',
};

it('keeps what came too late for its author, and shows it beside the saved answer', async () => {
  await refused('return-not-editable');
  await reads(aReturn([aQuestion({ answer: anAnswer({ note: 'As saved.' }) })], { moves: [], closedBecause: 'It has been submitted.' }));
  await kept();
  await reads(aReturn([aQuestion({ answer: anAnswer({ note: 'As saved.' }) })], { moves: [], closedBecause: 'It has been submitted.', keptDrafts: [draft] }));
  expect(words()).toMatch(/came too late to be saved.*the return had been submitted meanwhile.*Partly met.*Twelve careful lines\..*As saved\./);
  expect(saver.unsaved()).toEqual([]);
});

it('puts it into the answer where answers are taken again', async () => {
  await refused('round-not-open');
  await reads(aReturn([aQuestion()]));
  await kept();
  await reads(aReturn([aQuestion()], { keptDrafts: [draft] }));
  button('Put it into the answer')!.click();
  const saving = http.expectOne({ method: 'PUT' });
  expect(saving.request.body).toMatchObject({ level: 'amber', note: 'Twelve careful lines.' });
});

it('shows what could not even be kept when the question is not asked any more, until it is discarded', async () => {
  await refused('question-not-asked');
  await reads(aReturn([aQuestion({ id: 'q2' })]));
  await kept(404);
  expect(words()).toContain('This question is not asked of you any more.');
  expect(words()).toMatch(/could not be saved.*Partly met.*Twelve careful lines\./);
  await discard('Discard it');
  expect(words()).not.toContain('Twelve careful lines.');
});

it('leads back to the saved answer when this one was not accepted', async () => {
  await refused('answer-not-accepted');
  expect(page().querySelector('textarea')!.value).toBe('Twelve careful lines.');
  await discard('Discard what could not be saved');
  expect(page().querySelector('textarea')!.value).toBe('As saved.');
});
