import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApi, type RunningApi } from './start-api';

describe('founding a partnership and signing in', () => {
  let api: RunningApi;
  beforeAll(async () => { api = await startApi(); });
  afterAll(() => api.stop());

  const first = {
    partnershipName: 'South Riverside Safeguarding Children Partnership', areas: [{ name: 'Riverside', laCode: '806' }],
    name: 'Priya Shah', email: 'priya@example.org', password: 'three quiet herons by the weir',
  };

  it('says that the platform is empty, until the first administrator has been set up, once', async () => {
    const visitor = api.client();
    expect((await visitor.get('/api/welcome')).body).toMatchObject({ empty: true, demonstrationAccounts: [] });
    expect((await visitor.post('/api/first-administrator', first)).status).toBe(204);
    expect((await visitor.get('/api/welcome')).body).toMatchObject({ empty: false });
    expect(await visitor.post('/api/first-administrator', first)).toMatchObject({ status: 409, body: { code: 'already-done' } });
  });

  it('answers who is signed in, and forgets them when they leave', async () => {
    const priya = api.client();
    expect(await priya.signIn(first.email, first.password)).toMatchObject({
      status: 200, body: { person: { name: 'Priya Shah' }, memberships: [{ role: 'business-unit', organisation: null }] },
    });
    expect(await priya.get('/api/session')).toMatchObject({ status: 200, body: { csrfToken: priya.csrfToken } });
    expect((await priya.delete('/api/session')).status).toBe(204);
    expect(await priya.get('/api/session')).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });

  it.each([
    ['a wrong password', first.email, 'three noisy herons by the weir', 401, 'wrong-credentials'],
    ['an unknown address', 'nobody@example.org', first.password, 401, 'wrong-credentials'],
    ['nothing at all', '', '', 400, 'invalid-request'],
  ])('refuses %s', async (_, email, password, status, code) => {
    expect(await api.client().signIn(email, password)).toMatchObject({ status, body: { code } });
  });

  it('refuses a change without the token of the session', async () => {
    const priya = api.client();
    await priya.signIn(first.email, first.password);
    priya.csrfToken = 'guessed';
    expect(await priya.delete('/api/session')).toMatchObject({ status: 403, body: { code: 'csrf-token-wrong' } });
  });
});
