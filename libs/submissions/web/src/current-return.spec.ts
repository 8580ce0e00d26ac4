import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { aQuestion, aReturn, aSavedAnswer } from './builders';
import { CurrentReturn } from './current-return';

let current: CurrentReturn;
let http: HttpTestingController;
const place = { submissionId: 's1', questionId: 'q1' };

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), CurrentReturn] });
  [current, http] = [TestBed.inject(CurrentReturn), TestBed.inject(HttpTestingController)];
  current.open('s1');
  await reads();
});
afterEach(() => http.verify());

async function heard(): Promise<void> {
  TestBed.tick();
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

/** The reading that is on its way comes. */
async function reads(view = aReturn()): Promise<void> {
  TestBed.tick();
  http.expectOne('/api/submissions/s1').flush(view);
  await heard();
}

it('reads once more when something changes while a reading is on its way, which may have left before', async () => {
  current.refresh();
  TestBed.tick();
  current.refresh();
  await reads();
  await reads(aReturn([aQuestion()], { closedBecause: 'It has been submitted.' }));
  expect(current.view()!.closedBecause).toBe('It has been submitted.');
});

it('reads once more when an answer is saved meanwhile, so that what is left to answer is not told for ever as it was before', async () => {
  current.lookAgain();
  TestBed.tick();
  current.saved(place, aSavedAnswer({ level: 'green' }));
  const blockers = [{ questionId: 'q1', ref: '3.1', code: 'unanswered', detail: 'Rate 3.1' }];
  await reads(aReturn(undefined, { blockers }));
  await reads(aReturn(undefined, { blockers: [] }));
  expect(current.view()!.blockers).toEqual([]);
});

it('does not read twice for a page that opens while a reading is on its way', async () => {
  current.lookAgain();
  TestBed.tick();
  current.lookAgain();
  await reads();
});

it('is not refreshed before the reading has come that was asked for a moment ago', async () => {
  current.refresh();
  let refreshed = false;
  void current.refreshed().then(() => { refreshed = true; });
  await heard();
  expect(refreshed).toBe(false);
  await reads();
  expect(refreshed).toBe(true);
});
