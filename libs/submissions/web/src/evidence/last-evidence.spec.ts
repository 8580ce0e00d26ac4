import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, it } from '@jest/globals';
import type { LastAnswerView, SubmissionView } from '@attest/shared/client';
import { aQuestion, aReturn } from '../builders';
import { CurrentReturn } from '../current-return';
import { aShown } from './builders';
import { LastEvidence } from './last-evidence';

const last = (changes: Partial<LastAnswerView> = {}): LastAnswerView => ({
  questionId: 'q0', ref: '3.1', title: 'Filtering', wording: 'Is it?', kind: 'same', mayStart: false, roundName: '2025-26', submittedAt: '2025-12-04T10:00:00Z', by: 'J Ahmed', level: null, value: null, note: '', naReason: null,
  comparable: true, reusable: true, shown: [aShown({ id: 'e1', title: 'Policy' }), aShown({ id: 'e2', title: 'Log', expired: true })], ...changes,
});
const rated = aQuestion({ evidenceRule: 'optional' });

async function drawn(of: LastAnswerView, view: Partial<SubmissionView> = {}): Promise<ComponentFixture<LastEvidence>> {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting(), CurrentReturn] });
  const current = TestBed.inject(CurrentReturn);
  current.open('s1');
  TestBed.tick();
  TestBed.inject(HttpTestingController).expectOne('/api/submissions/s1').flush(aReturn([rated], view));
  await new Promise((done) => setTimeout(done));
  const fixture = TestBed.createComponent(LastEvidence);
  fixture.componentRef.setInput('question', current.question('q1') ?? rated);
  fixture.componentRef.setInput('last', of);
  await fixture.whenStable();
  return fixture;
}
const page = ({ nativeElement }: ComponentFixture<LastEvidence>) => nativeElement as HTMLElement;
const offered = (fixture: ComponentFixture<LastEvidence>) => [...page(fixture).querySelectorAll('li button, li a')].map((one) => one.textContent!.trim());

it('is offered piece by piece; what is past its review date needs a new one first', async () => {
  const fixture = await drawn(last());
  expect(page(fixture).textContent).toContain('Last round showed 2 pieces of evidence');
  expect(offered(fixture)).toEqual(['Use again Policy', 'Give it a new one first (Log)']);
  page(fixture).querySelector('button')!.click();
  const used = TestBed.inject(HttpTestingController).expectOne({ method: 'PUT', url: '/api/submissions/s1/answers/q1/evidence/e1' });
  used.flush({ shown: [aShown({ id: 'e1', title: 'Policy' })], progress: { answered: 1, required: 2 } });
  await new Promise((done) => setTimeout(done));
  fixture.componentRef.setInput('question', TestBed.inject(CurrentReturn).question('q1'));
  await fixture.whenStable();
  expect(offered(fixture)).toEqual(['Give it a new one first (Log)']);
  expect(page(fixture).querySelector('[role=status]')!.textContent).toBe('Policy was added.');
});

it.each<[string, Partial<LastAnswerView>, Partial<SubmissionView>]>([
  ['of the school that was before', { reusable: false }, {}], ['once answers are taken no more', {}, { moves: [] }],
])('is only told of %s', async (_, of, view) => {
  const fixture = await drawn(last(of), view);
  expect([page(fixture).querySelectorAll('li').length, offered(fixture)]).toEqual([2, []]);
});
