import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SessionView } from '@attest/shared/client';
import { Session } from '@attest/shared/web';
import { TimeLeft } from './time-left';

const NINE = Date.parse('2026-11-25T09:00:00Z');
const view: SessionView = {
  stage: 'full', partnerships: [], idleMinutes: 60, person: { id: 'jamila', name: 'Jamila Ahmed', email: 'dsl@school.example' },
  partnership: { id: 'p', name: 'South Riverside' }, memberships: [], permissions: [], csrfToken: 't', expiresAt: '2026-11-25T21:00:00Z',
};

let shown: ComponentFixture<TimeLeft>;
let session: Session;
beforeEach(async () => {
  jest.useFakeTimers({ now: NINE });
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  session = TestBed.inject(Session);
  session.lastAnswered = NINE;
  session.take(view);
  shown = TestBed.createComponent(TimeLeft);
});
afterEach(() => jest.useRealTimers());

/** The page, so many minutes later. */
async function after(minutes: number): Promise<string> {
  // the clock jumps, as it does when a lid is closed; the next look sees it
  jest.setSystemTime(Date.now() + minutes * 60_000);
  await jest.advanceTimersByTimeAsync(10_000);
  shown.detectChanges();
  return (shown.nativeElement as HTMLElement).textContent?.trim() ?? '';
}

describe('time left', () => {
  it('says nothing for as long as there is enough', async () => expect(await after(56)).toBe(''));

  it('says two minutes before that nothing has happened for a while, and one press goes on', async () => {
    expect(await after(57.2)).toContain('You will be signed out in about two minutes, because nothing has happened for a while. What you typed is kept.');
    (shown.nativeElement as HTMLElement).querySelector('button')!.click();
    session.lastAnswered = Date.now();
    TestBed.inject(HttpTestingController).expectOne('/api/session').flush(view);
    expect(await after(0)).toBe('');
    expect(await after(30)).toBe('');
  });

  it('then asks over the page to sign in again, and takes nothing away', async () => {
    await after(59.2);
    expect([session.expired(), session.current()]).toEqual([true, view]);
  });

  it('says two minutes before the twelve hours are over, however busy somebody was', async () => {
    session.lastAnswered = NINE + 12 * 3_600_000;
    expect(await after(12 * 60 - 1.5)).toContain('You have been signed in for almost twelve hours');
    await after(2);
    expect(session.expired()).toBe(true);
  });
});
