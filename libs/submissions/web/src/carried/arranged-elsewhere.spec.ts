import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { expect, it } from '@jest/globals';
import type { SharingView } from '@attest/shared/client';
import { Session } from '@attest/shared/web';
import { aReturn } from '../builders';
import { CurrentReturn } from '../current-return';
import { Sharing } from '../sharing/sharing';
import { ArrangedElsewhere } from './arranged-elsewhere';

const comment = { id: 'c1', kind: 'comment', words: 'Cite the audit?', by: 'P Shah', at: '2026-11-22T10:42:00.000Z', resolvedBy: 'J Ahmed' } as const;
const assigned = { id: 'a1', sectionKey: 'online', person: { id: 'p1', name: 'Priya Shah' }, here: true, dueOn: null, late: false, by: 'J Ahmed' };

async function drawn(changes: Partial<SharingView>): Promise<string> {
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting(), CurrentReturn, Sharing, { provide: Session, useValue: { organisations: () => [{ id: 'o1', name: 'Oakfield' }] } }] });
  TestBed.inject(CurrentReturn).open('s1');
  const fixture = TestBed.createComponent(ArrangedElsewhere);
  TestBed.tick();
  const http = TestBed.inject(HttpTestingController);
  http.expectOne('/api/submissions/s1').flush(aReturn());
  await new Promise((done) => setTimeout(done));
  TestBed.tick();
  http.expectOne('/api/submissions/s1/sharing').flush({ colleagues: [], assignments: [], comments: [], flags: [], elsewhere: [], today: '2026-11-22', moves: [], ...changes });
  await new Promise((done) => setTimeout(done));
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent!.replace(/\s+/g, ' ').trim();
}

it('shows what was said and arranged at the question as it was called then, and nothing of those that are asked', async () => {
  const text = await drawn({
    elsewhere: [{ questionId: 'old', ref: '2.3', title: 'Boarding', edition: '2025-26' }],
    comments: [{ ...comment, questionId: 'old' }, { ...comment, id: 'c2', questionId: 'q1', words: 'Of today.' }], assignments: [{ ...assigned, questionId: 'old' }], flags: [{ questionId: 'old', by: 'J Ahmed' }],
  });
  expect(text).toMatch(/asked no more \(1\) ?2\.3 Boarding \(2025-26\) ?With P Shah ?To come back to, marked by J Ahmed ?P Shah 22 November 2026, 10\.42am ?Resolved by J Ahmed\. ?Cite the audit\?$/);
});

it('draws nothing where nothing stayed behind', async () => {
  expect(await drawn({ comments: [{ ...comment, questionId: 'q1' }] })).toBe('');
});
