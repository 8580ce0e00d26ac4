import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '@attest/people/api';
import { Demonstration } from '../src/seed/demonstration';
import { enter } from './authenticators';
import { aPartnership, aPerson, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('founding a partnership and signing in', () => {
  let api: RunningApi;
  beforeAll(async () => { api = await startApi(); });
  afterAll(() => api.stop());

  const first = {
    partnershipName: 'South Riverside Safeguarding Children Partnership', areas: [{ name: 'Riverside', laCode: '806' }],
    name: 'Priya Shah', email: 'priya@example.org', password: 'three quiet herons by the weir',
  };

  it.each([
    ['a code that is none', { areas: [{ name: 'Riverside', laCode: '80é' }] }, { where: 'areas.0.laCode', detail: 'The code of a local authority is three digits, such as 806.' }],
    ['the same code twice', { areas: [{ name: 'North', laCode: '806' }, { name: 'South', laCode: '806' }] }, { where: 'areas', detail: 'Give each area its own local authority code.' }],
  ])('founds nothing with %s', async (_, wrong, fault) => {
    expect(await api.client().post('/api/first-administrator', { ...first, ...wrong })).toMatchObject({ status: 400, body: { code: 'invalid-request', faults: [fault] } });
    expect((await api.client().get('/api/welcome')).body).toMatchObject({ empty: true });
  });

  it('founds nothing for an address that is half a letter', async () => {
    expect(await api.client().post('/api/first-administrator', { ...first, email: '\udfff\ud800' })).toMatchObject({ status: 400, body: { code: 'invalid-request', faults: [{ where: 'email' }] } });
  });

  it.each([
    ['the partnership', { partnershipName: 'South\0Riverside' }], ['an area', { areas: [{ name: 'River\0side', laCode: '806' }] }], ['the person', { name: 'Priya\0Shah' }],
  ])('founds nothing with a name for %s that cannot be stored', async (_, wrong) => {
    expect(await api.client().post('/api/first-administrator', { ...first, ...wrong })).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    expect((await api.client().get('/api/welcome')).body).toMatchObject({ empty: true });
  });

  it.each([
    ['is guessed first', 'Letmein football 2026', 'This is among the first passwords that are guessed. Add words that have nothing to do with it.'],
    ['everybody can read', 'keep-children-safer', 'Everybody can read this password in the demonstration. Choose one of your own.'],
    ['is made of the partnership’s own name', 'South Riverside 2026!', 'This password is made of your name, your address or the name of this service. Use other words.'],
  ])('founds nothing with a password that %s', async (_, password, detail) => {
    expect(await api.client().post('/api/first-administrator', { ...first, password })).toMatchObject({ status: 422, body: { code: 'password-not-accepted', faults: [{ where: 'password', detail }] } });
    expect((await api.client().get('/api/welcome')).body).toMatchObject({ empty: true });
  });

  it('founds nothing when it fails half way, and can be tried again', async () => {
    await api.administrator.query("create function fail() returns trigger language plpgsql as $$ begin raise exception 'the disk is full' using errcode = '53100'; end $$; create trigger fail before insert on app.question execute function fail()");
    expect(await api.client().post('/api/first-administrator', first)).toMatchObject({ status: 503 });
    await api.administrator.query('drop trigger fail on app.question; drop function fail');
    expect((await api.client().get('/api/welcome')).body).toMatchObject({ empty: true });
  });

  it('says that the platform is empty, until the first administrator has been set up, once', async () => {
    const visitor = api.client();
    expect((await visitor.get('/api/welcome')).body).toMatchObject({ empty: true, demonstrationAccounts: [] });
    expect((await visitor.post('/api/first-administrator', first)).status).toBe(204);
    expect((await visitor.get('/api/welcome')).body).toMatchObject({ empty: false });
    expect(await visitor.post('/api/first-administrator', first)).toMatchObject({ status: 409, body: { code: 'already-done' } });
  });

  it('answers who is signed in, and forgets them when they leave', async () => {
    const priya = api.client();
    expect(await enter(api, priya, first.email, first.password)).toMatchObject({
      stage: 'full', person: { name: 'Priya Shah' }, memberships: [{ role: 'business-unit', organisation: null }],
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

  it('sends away whoever would wait too long to sign in, and lets them in a moment later', async () => {
    const crowd = await Promise.all(Array.from({ length: 60 }, (_, index) => api.client().signIn(`somebody.${index}@example.org`, first.password)));
    const turnedAway = crowd.filter(({ status }) => status !== 401);
    expect(turnedAway.length).toBeGreaterThan(0);
    expect(turnedAway.length).toBeLessThan(40);
    for (const one of turnedAway) expect(one).toMatchObject({ status: 429, body: { code: 'too-many-requests', detail: 'Many people are signing in. Try again in a moment.' } });
    expect(turnedAway[0]!.headers.get('retry-after')).toBe('5');
    expect(await api.client().signIn(first.email, first.password)).toMatchObject({ status: 200 });
  });

  it('refuses a change without the token of the session', async () => {
    const priya = api.client();
    await priya.signIn(first.email, first.password);
    priya.csrfToken = 'guessed';
    expect(await priya.delete('/api/session')).toMatchObject({ status: 403, body: { code: 'csrf-token-wrong' } });
  });
});

describe('the cookie of a session', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi({ publicUrl: 'https://attest.example.org' });
    await aPartnership(api);
  });
  afterAll(() => api.stop());

  it('is bound to this host over HTTPS, and one that is not opens nothing', async () => {
    const browser = await signedIn(api, await aPerson(api, { role: 'business-unit' }));
    expect(browser.cookie).toMatch(/^__Host-attest=/);
    expect(await browser.get('/api/session')).toMatchObject({ status: 200 });
    browser.cookie = browser.cookie.replace('__Host-', '');
    expect(await browser.get('/api/session')).toMatchObject({ status: 401 });
  });
});

describe('where there is no demonstration', () => {
  let api: RunningApi;
  beforeAll(async () => { api = await startApi(); });
  afterAll(() => api.stop());

  it('loads all of it or nothing', async () => {
    const demonstration = api.app.get(Demonstration, { strict: false });
    const interrupted = demonstration.load((line) => { if (line.includes('Section 175')) throw new Error('Ctrl-C'); });
    await expect(interrupted).rejects.toThrow('Ctrl-C');
    expect((await api.client().get('/api/welcome')).body).toMatchObject({ empty: true });
    const { rows: [left] } = await api.administrator.query('select (select count(*) from app.organisation) + (select count(*) from app.person) + (select count(*) from app.answer) as rows');
    expect(left.rows).toBe('0');
  });

  it('its people are no longer signed in, and cannot sign in again', async () => {
    await aPartnership(api);
    const person = await aPerson(api, { role: 'business-unit' });
    const browser = await signedIn(api, person);
    expect(await browser.get('/api/session')).toMatchObject({ status: 200 });
    await api.administrator.query('update app.person set demonstration = true where id = $1', [person.id]);
    expect(await browser.get('/api/session')).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    await expect(signedIn(api, person)).rejects.toThrow('wrong-credentials');
  });
});

describe('a session', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi();
    await aPartnership(api);
  });
  afterAll(() => api.stop());

  it.each([
    ['an hour without a request', "seen_at = now() - interval '59 minutes'", "seen_at = now() - interval '61 minutes'"],
    ['twelve hours, whatever happens', "expires_at = now() + interval '1 minute'", "expires_at = now() - interval '1 second'"],
  ])('ends after %s', async (_, before, after) => {
    const person = await aPerson(api, { role: 'business-unit' });
    const browser = await signedIn(api, person);
    expect(new Date((await browser.get('/api/session')).body.expiresAt).getTime()).toBeLessThanOrEqual(Date.now() + 12 * 3_600_000);
    await api.administrator.query(`update app.session set ${before} where person_id = $1`, [person.id]);
    expect((await browser.get('/api/session')).status).toBe(200);
    await api.administrator.query(`update app.session set ${after} where person_id = $1`, [person.id]);
    expect(await browser.get('/api/session')).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
  });

  it('ends with the account, at the next request', async () => {
    const person = await aPerson(api, { role: 'business-unit' });
    const [laptop, telephone] = [await signedIn(api, person), await signedIn(api, person)];
    await api.administrator.query('update app.person set deactivated_at = now() where id = $1', [person.id]);
    for (const browser of [laptop, telephone]) expect(await browser.get('/api/session')).toMatchObject({ status: 401 });
    expect(await api.client().signIn(person.email, 'three quiet herons by the weir')).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
  });
});

describe('the line before the passwords', () => {
  it('is twenty long', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 25 }, () => hashPassword('three quiet herons by the weir')));
    expect(outcomes.map(({ status }) => status)).toEqual([...Array(22).fill('fulfilled'), ...Array(3).fill('rejected')]);
  });
});
