import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, it } from '@jest/globals';
import type { LevelView, RatingView } from '@attest/shared/client';
import { Rating } from './rating';

const level = (key: string, word: string, meets: boolean): LevelView => ({ key, letter: word[0]!, word, colour: meets ? 'green' : 'amber', score: 1, meets, meaning: '' });
const [green, amber] = [level('green', 'Met', true), level('amber', 'Partly met', false)];
const aRating = (changes: Partial<RatingView> = {}): RatingView => ({
  submissionId: 's1', section: 'online', ref: '4', title: 'Online safety', organisation: { id: 'o1', name: 'Oakfield' }, round: { id: 'r1', name: 'This year' },
  level: amber, percent: 75, handedIn: true, rule: 'attest-1', ratedAt: '2026-10-03T10:00:00.000Z', sentences: ['Partly met: 135 of 180 points (75%).'],
  counted: [
    { key: 'a', ref: '4.1', title: 'Filtering', questionId: 'q1', level: amber, won: 60, available: 120, weight: 2, critical: true },
    { key: 'b', ref: '4.2', title: 'Teaching', questionId: 'q2', level: green, won: 60, available: 60, weight: 1, critical: false },
  ],
  leftOut: [{ why: 'not-applicable', words: 'Does not apply', items: [{ ref: '4.3', title: 'Boarding' }] }],
  thresholds: [{ level: green, from: 80 }, { level: amber, from: 0 }],
  change: { level: green, sentence: 'The smallest change.', steps: [{ ref: '4.1', title: 'Filtering', questionId: 'q1', from: amber, to: green }] },
  moderated: null, earlier: [], last: null, ...changes,
});

async function asked(rating: RatingView, section?: string) {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
  const fixture = TestBed.createComponent(Rating);
  fixture.componentRef.setInput('of', 's1');
  fixture.componentRef.setInput('section', section);
  TestBed.tick();
  TestBed.inject(HttpTestingController).expectOne(section ? `/api/submissions/s1/ratings/${section}` : '/api/submissions/s1/rating').flush(rating);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}
const said = (page: HTMLElement) => page.textContent!.replace(/\s+/g, ' ');
const links = (page: HTMLElement) => [...page.querySelectorAll('a')].map((link) => link.getAttribute('href'));

it('says what counted and how often, what did not, where levels start and by which rule', async () => {
  const page = await asked(aRating(), 'online');
  expect([...page.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim()))).toEqual([
    ['4.1 Filtering critical', 'PPartly met', '60 of 120', 'Twice'], ['4.2 Teaching', 'MMet', '60 of 60', 'Once'],
  ]);
  expect(said(page)).toContain('Does not apply, so left out4.3 Boarding');
  expect(said(page)).toContain('Where levels start: Met from 80%, otherwise Partly met.');
  expect(said(page)).toContain('Worked out by rule attest-1 on 3 October 2026.');
  expect(links(page)).toEqual(['/returns/s1/questions/q1', '/returns/s1/questions/q2']);
});

it('of a whole return leads to its sections, and to the year before', async () => {
  const section = { ...aRating().counted[0]!, key: 'online', questionId: null };
  const page = await asked(aRating({ section: '', counted: [section], last: { submissionId: 's0', roundName: 'Last year', level: green } }));
  expect(links(page)).toEqual(['/returns/s1/ratings/online', '/returns/s0/rating']);
});

it('lists the answers that would all have to be better, where it takes several', async () => {
  const { change } = aRating();
  const page = await asked(aRating({ change: { ...change!, steps: [...change!.steps, { ref: '4.2', title: 'Teaching', questionId: 'q2', from: amber, to: green }] } }), 'online');
  expect([...page.querySelectorAll('li')].map((item) => item.textContent)).toEqual(['4.1 Filtering: Met instead of Partly met', '4.2 Teaching: Met instead of Partly met']);
});

it('says what was moderated before what the organisation said itself', async () => {
  const page = await asked(aRating({ moderated: { level: green, reason: 'Seen on a visit.', ratedAt: '2026-11-01T10:00:00.000Z' } }), 'online');
  expect(said(page)).toMatch(/^MMet ?as it was moderated ?Seen on a visit\. ?By what the organisation said itself: ?PPartly met/);
});

it('says what it was before, until when and why', async () => {
  const was = { level: green, percent: 90, rule: 'attest-1', until: '2026-11-01T10:00:00.000Z' };
  const page = await asked(aRating({ earlier: [{ ...was, recalculated: 'A threshold was corrected.' }, { ...was, until: '2026-10-05T10:00:00.000Z', recalculated: null }] }), 'online');
  expect([...page.querySelectorAll('.earlier li')].map((item) => item.textContent!.replace(/\s+/g, ' ').trim())).toEqual([
    expect.stringMatching(/^Until 1 November 2026: ?MMet ?90% ?Recalculated by the business unit: A threshold was corrected\.$/),
    expect.stringMatching(/^Until 5 October 2026: .*Then the return was handed in again\.$/),
  ]);
});

it('says that nobody else sees what has not been handed in', async () => {
  expect(said(await asked(aRating({ handedIn: false, ratedAt: null }), 'online'))).toContain('Nothing has been handed in, and nobody else sees this.');
});
