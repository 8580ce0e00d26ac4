import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SessionView } from '@attest/shared/client';
import { problemOf } from './problem';
import { Session } from './session';
import { sessionInterceptor } from './session-interceptor';

const aSession = (csrfToken: string, personId = 'jamila'): SessionView => ({
  stage: 'full', partnerships: [], idleMinutes: 60, person: { id: personId, name: 'Jamila Ahmed', email: 'dsl@school.example' },
  partnership: { id: 'p', name: 'South Riverside' }, memberships: [], ways: ['password', 'authenticator'], permissions: ['session.own'],
  csrfToken, expiresAt: '2026-11-22T22:00:00.000Z',
});
const notSignedIn = { code: 'not-signed-in', detail: 'Sign in to go on.' };
const answer = { note: 'Twelve careful lines.' };
/** Lets promises in between go on. */
const aMoment = () => new Promise((done) => setTimeout(done));

let http: HttpClient;
let api: HttpTestingController;
let session: Session;

beforeEach(async () => {
  TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([sessionInterceptor])), provideHttpClientTesting()] });
  [http, api, session] = [TestBed.inject(HttpClient), TestBed.inject(HttpTestingController), TestBed.inject(Session)];
  const loaded = session.load();
  api.expectOne('/api/session').flush(aSession('first'));
  await loaded;
});

/** What became of a save: nothing yet, an answer, or a problem. */
function saved(): { answer?: unknown; code?: string } {
  const outcome: { answer?: unknown; code?: string } = {};
  http.put('/api/answers', answer).subscribe({ next: (value) => (outcome.answer = value), error: (error: unknown) => (outcome.code = problemOf(error).code) });
  return outcome;
}
const refuse = (code: string, status: number) => api.expectOne('/api/answers').flush({ code, detail: '…' }, { status, statusText: code });

describe('what needs a fresh proof', () => {
  it('waits while the person is asked, and is sent again under the new token', async () => {
    const outcome = saved();
    refuse('proof-needed', 403);
    await aMoment();
    expect(session.unproved()).toBe(true);
    const proving = session.prove({ password: 'three quiet herons by the weir' });
    api.expectOne('/api/session/proof').flush(aSession('second'));
    await proving;
    await aMoment();
    const again = api.expectOne('/api/answers');
    expect(again.request.headers.get('X-CSRF-Token')).toBe('second');
    again.flush('done');
    expect([outcome, session.unproved()]).toEqual([{ answer: 'done' }, false]);
  });

  it('is refused when they would rather not', async () => {
    const outcome = saved();
    refuse('proof-needed', 403);
    await aMoment();
    session.settleProof(false);
    await aMoment();
    expect(outcome).toEqual({ code: 'proof-needed' });
  });

  it('and a wrong proof is told to the form that sent it, and asked for again', async () => {
    saved();
    refuse('proof-needed', 403);
    await aMoment();
    const proving = session.prove({ password: 'no' });
    api.expectOne('/api/session/proof').flush({ code: 'wrong-credentials', detail: '…' }, { status: 401, statusText: 'no' });
    await expect(proving).rejects.toBeDefined();
    expect(session.unproved()).toBe(true);
  });
});

describe('somebody whose password was right', () => {
  it('is not signed in before the second factor, and sends its token', async () => {
    const signingIn = session.signIn({ email: 'dsl@school.example', password: 'three quiet herons by the weir' });
    api.expectOne('/api/session').flush({ ...aSession('half'), stage: 'second-factor' });
    await signingIn;
    expect([session.halfway()?.stage, session.current()?.csrfToken]).toEqual(['second-factor', 'first']);
    const finishing = session.finish('492039');
    const sent = api.expectOne('/api/session/second-factor');
    expect(sent.request.headers.get('X-CSRF-Token')).toBe('half');
    sent.flush(aSession('whole'));
    await finishing;
    expect([session.halfway(), session.current()?.csrfToken]).toEqual([null, 'whole']);
  });
});

describe('a request that changes something', () => {
  it('carries the token', () => {
    saved();
    expect(api.expectOne('/api/answers').request.headers.get('x-csrf-token')).toBe('first');
  });

  it('is the only kind that does', () => {
    http.get('/api/rounds').subscribe();
    expect(api.expectOne('/api/rounds').request.headers.has('x-csrf-token')).toBe(false);
  });
});

describe('when the session has ended in mid-typing', () => {
  it('the page stays, and the answer is sent again as it was after signing in', async () => {
    const outcome = saved();
    refuse('not-signed-in', 401);
    expect([session.expired(), session.current()?.person.id, outcome]).toEqual([true, 'jamila', {}]);

    const again = session.signIn({ email: 'dsl@school.example', password: 'keep-children-safer' });
    api.expectOne({ method: 'POST', url: '/api/session' }).flush(aSession('second'));
    await again;
    await aMoment();
    const retried = api.expectOne('/api/answers');
    expect([retried.request.headers.get('x-csrf-token'), retried.request.body]).toEqual(['second', answer]);
    retried.flush('saved');
    expect([session.expired(), outcome]).toEqual([false, { answer: 'saved' }]);
  });

  it('several requests wait for the one sign-in', async () => {
    const outcomes = [saved(), saved()];
    for (const each of api.match('/api/answers')) each.flush(notSignedIn, { status: 401, statusText: 'Unauthorized' });
    const again = session.signIn({ email: 'dsl@school.example', password: 'keep-children-safer' });
    api.expectOne('/api/session').flush(aSession('second'));
    await again;
    await aMoment();
    for (const each of api.match('/api/answers')) each.flush('saved');
    expect(outcomes).toEqual([{ answer: 'saved' }, { answer: 'saved' }]);
  });

  it('a wrong password in the dialog is a plain refusal, not another dialog', async () => {
    saved();
    refuse('not-signed-in', 401);
    const again = session.signIn({ email: 'dsl@school.example', password: 'wrong' });
    api.expectOne('/api/session').flush({ code: 'wrong-credentials', detail: '…' }, { status: 401, statusText: 'Unauthorized' });
    await expect(again).rejects.toMatchObject({ status: 401 });
    expect(session.expired()).toBe(true);
  });
});

describe('when another tab signed in anew', () => {
  it('the same person’s change goes through with the new token', async () => {
    const outcome = saved();
    refuse('csrf-token-wrong', 403);
    api.expectOne('/api/session').flush(aSession('newer'));
    await aMoment();
    const retried = api.expectOne('/api/answers');
    expect(retried.request.headers.get('x-csrf-token')).toBe('newer');
    retried.flush('saved');
    expect(outcome).toEqual({ answer: 'saved' });
  });

  it('somebody else’s session never saves what this person typed', async () => {
    const outcome = saved();
    refuse('csrf-token-wrong', 403);
    api.expectOne('/api/session').flush(aSession('theirs', 'owen'));
    await aMoment();
    api.expectNone('/api/answers');
    expect([outcome.code, session.current()?.person.id]).toEqual(['csrf-token-wrong', 'jamila']);
  });
});

describe('what cannot be reached', () => {
  it('is said in words', () => {
    const outcome = saved();
    api.expectOne('/api/answers').error(new ProgressEvent('error'));
    expect(outcome.code).toBe('unreachable');
  });
});
