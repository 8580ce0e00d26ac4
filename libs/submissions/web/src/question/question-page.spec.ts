import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { KeptDraftView, SubmissionView } from '@attest/shared/client';
import { unanswered } from '../answers';
import { aQuestion, aReturn, aSavedAnswer, anAnswer, levels } from '../builders';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';
import { Presence } from '../sharing/presence';
import { Sharing } from '../sharing/sharing';
import { QuestionPage } from './question-page';

let fixture: ComponentFixture<QuestionPage>;
let http: HttpTestingController;
let saver: AnswerSaver;
const page = () => fixture.nativeElement as HTMLElement;
const words = () => page().textContent!.replace(/\s+/g, ' ');
const button = (label: string) => [...page().querySelectorAll('button')].find(({ textContent }) => textContent!.trim() === label);

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', children: [] }]), provideHttpClient(), provideHttpClientTesting(), CurrentReturn, AnswerSaver, Sharing, Presence] });
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
async function refused(code: string, more: object = {}): Promise<void> {
  saver.edit({ submissionId: 's1', questionId: 'q1' }, { ...unanswered, level: 'amber', note: 'Twelve careful lines.' }, 1, 'now');
  http.expectOne({ method: 'PUT' }).flush({ code, detail: 'No.', ...more }, { status: 409, statusText: 'No' });
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

it('goes on to the question that the answer brings, also when it is pressed before the answer is saved', async () => {
  const went = jest.spyOn(TestBed.inject(Router), 'navigate');
  page().querySelector<HTMLInputElement>('input[type=radio]')!.click();
  button('Save and continue')!.click();
  http.expectOne({ method: 'PUT' }).flush(aSavedAnswer({ level: 'green', note: 'As saved.', version: 2 }, { questionsChanged: true }));
  await heard();
  expect(went).not.toHaveBeenCalled();
  await reads(aReturn([aQuestion({ answer: anAnswer({ level: 'green', note: 'As saved.', version: 2 }) }), aQuestion({ id: 'q1a', ref: '3.1a' })]));
  await heard();
  expect(went).toHaveBeenCalledWith(['/returns', 's1', 'questions', 'q1a']);
});

describe('when the questions have changed', () => {
  const q2 = aQuestion({ id: 'q2', ref: '4.1', title: 'Filtering' });

  it('says so, keeps the words, and answers the question in their place only when told to', async () => {
    await refused('questions-changed', { detail: 'The questions of this return have changed while this page was open.', now: { questionId: 'q2' } });
    await reads(aReturn([q2]));
    expect(words()).toMatch(/have changed while this page was open\..*could not be saved.*Twelve careful lines\./);
    button('Answer 4.1 Filtering with it')!.click();
    await heard();
    const sent = http.expectOne({ method: 'PUT' });
    expect([sent.request.url, sent.request.headers.get('If-Match'), sent.request.body.note]).toEqual(['/api/submissions/s1/answers/q2', '"0"', 'Twelve careful lines.']);
    expect(saver.lineAt({ submissionId: 's1', questionId: 'q1' })).toBeNull();
  });

  it('marks an answer to other words, and saves it as it is when it still holds', async () => {
    TestBed.inject(CurrentReturn).refresh();
    TestBed.tick();
    await reads(aReturn([aQuestion({ answer: anAnswer({ level: 'amber', note: 'As saved.', version: 2, toCheck: true }) })]));
    expect(words()).toContain('does not count yet');
    button('Checked and still true today')!.click();
    await heard();
    const sent = http.expectOne({ method: 'PUT' });
    expect([sent.request.headers.get('If-Match'), sent.request.body.level, sent.request.body.note]).toEqual(['"2"', 'amber', 'As saved.']);
    sent.flush(aSavedAnswer({ level: 'amber', note: 'As saved.', version: 3 }));
    await heard();
    expect(words()).not.toContain('does not count yet');
  });

  it('shows what was written before beside the question in its place', async () => {
    TestBed.inject(CurrentReturn).refresh();
    TestBed.tick();
    const earlier = { ref: '2.1', title: 'Training', wording: 'Trained?', edition: '2025-26', level: null, said: '', note: 'All staff.', naReason: null, by: 'J Ahmed', at: '2026-11-01T10:00:00Z' };
    await reads(aReturn([aQuestion({ earlier: [earlier] })]));
    expect(words()).toMatch(/What was written before.*All staff\..*To 2\.1 Training \(2025-26\), by J Ahmed/);
  });
});
