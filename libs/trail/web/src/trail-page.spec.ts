import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, expect, it } from '@jest/globals';
import type { TrailEvent } from '@attest/shared/client';
import { TrailPage } from './trail-page';

let fixture: ComponentFixture<TrailPage>;
let http: HttpTestingController;
const page = () => fixture.nativeElement as HTMLElement;
const words = () => page().textContent!.replace(/\s+/g, ' ');
const link = (label: string) => [...page().querySelectorAll('a')].find(({ textContent }) => textContent!.trim() === label)?.getAttribute('href');

const anEvent = (changes: Partial<TrailEvent> = {}): TrailEvent => ({
  seq: 7, at: '2026-11-22T17:04:31.000Z', person: { id: 'p1', name: 'Jamila Ahmed' }, done: true,
  what: 'submitted the return of Oakfield Primary School', organisation: { id: 'o1', name: 'Oakfield Primary School' }, ...changes,
});

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()] });
  http = TestBed.inject(HttpTestingController);
  fixture = TestBed.createComponent(TrailPage);
});

async function shows(address: string, events: readonly TrailEvent[], earlier: number | null = null): Promise<void> {
  await settled();
  http.expectOne(address).flush({ events, earlier });
  await settled();
}

async function settled(): Promise<void> {
  TestBed.tick();
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
}

it('says when, who and what, and marks what was refused', async () => {
  await shows('/api/trail', [anEvent({ seq: 8, done: false, what: 'tried to close the round: their role does not include it', organisation: null }), anEvent()]);
  const [refused, done] = [...page().querySelectorAll('tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent!.trim()));
  expect(refused).toEqual(['22 November 2026 17:04', 'Jamila Ahmed', 'Refused tried to close the round: their role does not include it', '–', '8']);
  expect(done).toEqual(['22 November 2026 17:04', 'Jamila Ahmed', 'submitted the return of Oakfield Primary School', 'Oakfield Primary School', '7']);
});

it('takes the filters of the page into the file', async () => {
  fixture.componentRef.setInput('kind', 'answers');
  fixture.componentRef.setInput('personId', 'p1');
  await shows('/api/trail?personId=p1&kind=answers', [anEvent()]);
  expect(link('Download CSV')).toBe('/api/trail/export.csv?personId=p1&kind=answers');
  expect(words()).toContain('By Jamila Ahmed');
});

it('leads to what was earlier, and back to the newest', async () => {
  fixture.componentRef.setInput('before', '100');
  await shows('/api/trail?before=100', [anEvent()], 7);
  expect(link('Earlier')).toBe('/?before=7');
  expect(link('Newest')).toBe('/');
});

it.each([
  ['nothing happened', {}, 'Nothing has happened yet'],
  ['nothing fits', { outcome: 'refused' }, 'Nothing like that happened'],
])('says so when %s', async (_, inputs, heading) => {
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await shows(`/api/trail${'outcome' in inputs ? '?outcome=refused' : ''}`, []);
  expect(words()).toContain(heading);
});
