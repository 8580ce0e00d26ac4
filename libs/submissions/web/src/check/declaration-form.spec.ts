import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, expect, it } from '@jest/globals';
import { unanswered } from '../answers';
import { aReturn, aSavedAnswer, anAnswer } from '../builders';
import { CurrentReturn } from '../current-return';
import { AnswerSaver } from '../saving/answer-saver';
import { DeclarationForm } from './declaration-form';

let fixture: ComponentFixture<DeclarationForm>;
let saver: AnswerSaver;
let http: HttpTestingController;
const page = () => fixture.nativeElement as HTMLElement;

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [provideRouter([{ path: '**', children: [] }]), provideHttpClient(), provideHttpClientTesting(), CurrentReturn, AnswerSaver] });
  [saver, http] = [TestBed.inject(AnswerSaver), TestBed.inject(HttpTestingController)];
  TestBed.inject(CurrentReturn).open('s1');
  TestBed.tick();
  http.expectOne('/api/submissions/s1').flush(aReturn());
  fixture = TestBed.createComponent(DeclarationForm);
  fixture.componentRef.setInput('of', aReturn());
  await fixture.whenStable();
});

async function declare(): Promise<void> {
  const [declared, name] = page().querySelectorAll('input');
  if (!declared!.checked) declared!.click();
  name!.value = 'J Ahmed';
  name!.dispatchEvent(new Event('input'));
  await press();
}

async function press(): Promise<void> {
  page().querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
  await heard();
}

async function heard(): Promise<void> {
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
}

const saving = () => http.expectOne({ method: 'PUT' });
const submitting = () => http.match('/api/submissions/s1/submit');
const typed = (questionId: string) => saver.edit({ submissionId: 's1', questionId }, { ...unanswered, note: 'We test.' }, 0, 'soon');
const said = () => [...page().querySelectorAll('att-error-summary a')].map((link) => [link.textContent, link.getAttribute('href')]);

async function refused(it: TestRequest, status: number, body: object): Promise<void> {
  it.flush({ detail: 'No.', ...body }, { status, statusText: 'No' });
  await heard();
}

it('hands in only once what was being typed is saved', async () => {
  typed('q1');
  await declare();
  expect(submitting()).toHaveLength(0);
  saving().flush(aSavedAnswer({ note: 'We test.', version: 1 }));
  await heard();
  const [submit] = submitting();
  expect(submit!.request.body).toMatchObject({ declared: true, name: 'J Ahmed' });
});

it.each<[string, number, object, string]>([
  ['somebody else changed', 409, { code: 'changed-meanwhile', theirs: anAnswer({ note: 'Theirs.' }) }, ': someone else changed it too. Choose which one stands.'],
  ['the API would not have', 422, { code: 'answer-not-accepted' }, ': it needs correcting.'],
  ['waits for the network', 503, { code: 'unavailable' }, ' yet. Check your connection, then submit again.'],
])('does not hand in without an answer that %s, and leads to it', async (_, status, body, reason) => {
  typed('q2');
  await declare();
  await refused(saving(), status, body);
  expect(submitting()).toHaveLength(0);
  expect(said()).toEqual([[`Your answer to 3.2 Online safety policy is not saved${reason}`, '/returns/s1/questions/q2']]);
  expect(page().querySelector('att-error-summary .summary')).toBe(document.activeElement);
});

it('hands in at the next attempt, once all is saved', async () => {
  typed('q2');
  await declare();
  await refused(saving(), 503, { code: 'unavailable' });
  await press();
  saving().flush(aSavedAnswer({ note: 'We test.', version: 1 }));
  await heard();
  expect([submitting().length, said()]).toEqual([1, []]);
});
