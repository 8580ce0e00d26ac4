import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { expect, it } from '@jest/globals';
import type { AnswerHistory, HistoryEntry } from '@attest/shared/client';
import { levels } from '../builders';
import { CurrentReturn } from '../current-return';
import { HistoryPage } from './history-page';

const said = (note: string, level: number | null = null, more: object = {}) => ({ level: level === null ? null : levels[level]!, said: '', note, naReason: null, ...more });
const entry = (changes: Partial<HistoryEntry>): HistoryEntry =>
  ({ id: 'e1', kind: 'saved', by: 'J Ahmed', at: '2026-11-22T10:42:00.000Z', since: '2026-11-22T10:42:00.000Z', saves: 1, now: said('As it is.'), before: null, asked: null, edition: '', ...changes });

async function page(entries: HistoryEntry[], more: Partial<AnswerHistory> = {}, inputs: Record<string, string> = {}): Promise<HTMLElement> {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting(), CurrentReturn] });
  TestBed.inject(CurrentReturn).open('s1');
  const fixture = TestBed.createComponent(HistoryPage);
  for (const [name, value] of Object.entries({ id: 's1', questionId: 'q1', ...inputs })) fixture.componentRef.setInput(name, value);
  TestBed.tick();
  const query = new URLSearchParams(inputs).toString();
  TestBed.inject(HttpTestingController).expectOne(`/api/submissions/s1/answers/q1/history${query && `?${query}`}`).flush({ ref: '3.1', title: 'Filtering', entries, earlier: null, ...more });
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
  return fixture.nativeElement as HTMLElement;
}
/** What is drawn apart is said apart. */
const words = (element: Element) => {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (texts.nextNode()) found.push(texts.currentNode.textContent!);
  return found.join(' ').replace(/\s+/g, ' ').trim();
};
const told = (element: HTMLElement) => [...element.querySelectorAll('att-history-entry')].map(words);

it('tells day by day who did what, with the words that differ and the rating before and after', async () => {
  const drawn = await page([
    entry({ at: '2026-11-23T09:00:00Z', since: '2026-11-23T08:55:00Z', saves: 4, now: said('We test it weekly.', 0), before: said('We test it monthly.', 1) }),
    entry({ by: 'P Shah', now: said('We test it monthly.', 1) }),
  ]);
  expect(words(drawn.querySelector('h1')!)).toBe('History of 3.1 Filtering');
  expect([...drawn.querySelectorAll('h2')].map(words)).toEqual(['23 November 2026', '22 November 2026']);
  const [changed, first] = told(drawn);
  expect(changed).toMatch(/^09:00 J Ahmed changed the answer Saved 4 times from 08:55 From A Partly met to G Met We test it \[taken out: monthly \] \[added: weekly \] \.$/);
  expect(first).toMatch(/^10:42 P Shah answered A Partly met We test it monthly\.$/);
});

it('says what became of words that lost, came too late, were taken from last round or only confirmed', async () => {
  expect(told(await page([
    entry({ kind: 'not-taken', now: said('Mine is so.'), before: said('Theirs is so.') }), entry({ kind: 'kept-draft' }), entry({ kind: 'last-round' }),
    entry({ kind: 'confirmed', before: said('As it is.') }), entry({ now: said(''), before: said('As it was.', 1) }),
  ]))).toEqual([
    expect.stringMatching(/wrote this while somebody else did Not taken It is kept here.*\[only here: Mine \] is so\.$/), expect.stringContaining('Not saved Only you can see it.'),
    expect.stringContaining('took the words of last round'), expect.stringMatching(/checked it: still true$/), expect.stringContaining('Everything was taken out.'),
  ]);
});

it('says when the questions changed, and to which question something was said then', async () => {
  expect(told(await page([entry({ kind: 'carried', by: null, now: null, edition: '2027-28' }), entry({ asked: { ref: '2.1', title: 'Filters', edition: '2026-27' } })]))).toEqual([
    '10:42 The round went over to the questions of 2027-28', expect.stringContaining('To 2.1 Filters (2026-27)')]);
});

it('goes on to what is older and back, and asks for every single save', async () => {
  const drawn = await page([entry({})], { earlier: 'e9' }, { before: 'e5', each: 'saves' });
  expect([...drawn.querySelectorAll('a')].map((link) => [words(link), link.getAttribute('href')])).toEqual([
    ['The question', '/returns/s1/questions/q1'], ['Show what was written in one go as one', '/'], ['Newest', '/'], ['Older', '/?before=e9']]);
});

it('says so when there is nothing yet', async () => {
  expect(words(await page([]))).toContain('Nothing has been written here yet');
});
