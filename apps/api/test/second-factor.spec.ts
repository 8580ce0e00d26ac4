import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, enter, setUpAuthenticator } from './authenticators';
import type { Client } from './client';
import { PASSWORD, aPartnership, aPerson, anotherPartnership, signedIn, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let here: Partnership;
beforeAll(async () => {
  api = await startApi();
  here = await aPartnership(api);
});
afterAll(() => api.stop());

const aMember = () => aPerson(api, { role: 'qp-member' });

/** Somebody with an authenticator app, signed out again. */
async function withApp(): Promise<{ person: Person; secret: string; recoveryCodes: string[] }> {
  const person = await aMember();
  const browser = await half(person);
  let secret = '';
  const { recoveryCodes } = await setUpAuthenticator(api, browser, (scanned) => { secret = scanned; });
  await browser.delete('/api/session');
  return { person, secret, recoveryCodes };
}

/** Past the password, and no further. */
async function half({ email }: Pick<Person, 'email'>): Promise<Client> {
  const browser = api.client();
  expect((await browser.signIn(email, PASSWORD)).status).toBe(200);
  return browser;
}

describe('whoever has only a password', () => {
  it('gets no further than setting up a second factor', async () => {
    const browser = await half(await aMember());
    expect((await browser.get('/api/session')).body).toMatchObject({ stage: 'enrolment', permissions: [], memberships: [], partnerships: [] });
    for (const path of ['/api/account', '/api/rounds', '/api/templates']) {
      expect(await browser.get(path)).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } });
    }
    expect(await browser.post('/api/session/second-factor', { code: '123456' })).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } });
  });

  it('sets one up, gets recovery codes, and is in', async () => {
    const browser = await half(await aMember());
    const before = browser.cookie;
    const { body: offer } = await browser.post('/api/session/authenticator');
    expect(offer).toMatchObject({ uri: expect.stringMatching(/^otpauth:\/\/totp\/Attest:/), secret: expect.stringMatching(/^[A-Z2-7]{32}$/) });
    expect(await browser.post('/api/session/authenticator/confirm', { code: '000000' })).toMatchObject({ status: 401, body: { faults: [{ where: 'code' }] } });
    const { recoveryCodes, session } = await setUpAuthenticator(api, browser);
    expect(new Set(recoveryCodes).size).toBe(10);
    for (const code of recoveryCodes) expect(code).toMatch(/^([0-9a-hj-km-np-tv-z]{6}-){3}[0-9a-hj-km-np-tv-z]{6}$/);
    expect(session).toMatchObject({ stage: 'full', permissions: expect.arrayContaining(['insight.read']) });
    expect(browser.cookie).not.toBe(before);
    expect(await browser.get('/api/account')).toMatchObject({ status: 200, body: { recoveryCodes: 10, authenticatorSince: expect.any(String) } });
  });

  it('has a quarter of an hour for it', async () => {
    const browser = await half(await aMember());
    const { body: { expiresAt } } = await browser.get('/api/session');
    expect(new Date(expiresAt).getTime() - Date.now()).toBeLessThan(15 * 60_000 + 5_000);
  });
});

describe('whoever has an authenticator app', () => {
  it('finishes signing in with its code, under a new token', async () => {
    const { person, secret } = await withApp();
    const browser = await half(person);
    expect((await browser.get('/api/session')).body).toMatchObject({ stage: 'second-factor' });
    const stolen = browser.cookie;
    expect(await browser.post('/api/session/second-factor', { code: codeOf(api, secret, 30) })).toMatchObject({ status: 200, body: { stage: 'full' } });
    const other = api.client();
    other.cookie = stolen;
    expect(await other.get('/api/session')).toMatchObject({ status: 401 });
  });

  it('cannot go round it by setting up another with the password alone', async () => {
    const { person } = await withApp();
    const browser = await half(person);
    expect(await browser.post('/api/session/authenticator')).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } });
    expect(await browser.post('/api/session/authenticator/confirm', { code: '123456' })).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } });
    expect(await browser.get('/api/account')).toMatchObject({ status: 403 });
  });

  it.each([['a minute and a half early', 90], ['a minute and a half late', -90]])('is refused %s', async (_, seconds) => {
    const { person, secret } = await withApp();
    expect(await (await half(person)).post('/api/session/second-factor', { code: codeOf(api, secret, seconds) })).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
  });

  it('uses a code once, also when it comes fifty times at the same moment', async () => {
    const { person, secret } = await withApp();
    const browsers = await Promise.all(Array.from({ length: 10 }, () => half(person)));
    const code = codeOf(api, secret, 30);
    const answers = await Promise.all(browsers.flatMap((browser) => Array.from({ length: 5 }, () => browser.post('/api/session/second-factor', { code }))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    // those of the same browser find its token replaced, and so many at once are too many
    expect(answers.filter(({ status }) => status !== 200).every(({ status }) => [401, 403, 429].includes(status))).toBe(true);
  });

  it('uses a recovery code once, however it is written', async () => {
    const { person, recoveryCodes: [first] } = await withApp();
    expect(await (await half(person)).post('/api/session/second-factor', { code: ` ${first!.toUpperCase().replaceAll('-', ' ')}` })).toMatchObject({ status: 200, body: { stage: 'full' } });
    expect(await (await half(person)).post('/api/session/second-factor', { code: first })).toMatchObject({ status: 401 });
  });

  it('gives nobody else a way in with it', async () => {
    const [one, other] = [await withApp(), await withApp()];
    const browser = await half(one.person);
    for (const code of [codeOf(api, other.secret, 30), other.recoveryCodes[0]]) {
      expect(await browser.post('/api/session/second-factor', { code })).toMatchObject({ status: 401 });
    }
  });

  it('stores neither secret nor codes as they are', async () => {
    const { person, secret, recoveryCodes } = await withApp();
    const { rows: [row] } = await api.administrator.query('select encode(secret, \'hex\') as secret from app.authenticator where person_id = $1', [person.id]);
    const { rows } = await api.administrator.query('select encode(code_hash, \'escape\') as hash from app.recovery_code where person_id = $1', [person.id]);
    expect(row.secret).not.toContain(Buffer.from(secret).toString('hex'));
    for (const { hash } of rows) expect(recoveryCodes).not.toContain(hash);
  });
});

describe('who is signed in, proved once more', () => {
  const longAgo = (person: Person) => api.administrator.query("update app.session set proved_at = now() - interval '11 minutes' where person_id = $1", [person.id]);

  it('is asked for new recovery codes and another app, when the last time was long ago', async () => {
    const person = await aMember();
    const browser = api.client();
    await enter(api, browser, person.email, PASSWORD);
    await longAgo(person);
    expect(await browser.post('/api/session/recovery-codes')).toMatchObject({ status: 403, body: { code: 'proof-needed' } });
    await browser.post('/api/session/authenticator');
    expect(await browser.post('/api/session/authenticator/confirm', { code: '123456' })).toMatchObject({ status: 403, body: { code: 'proof-needed' } });
  });

  it('needs the password and the code, and gives a new token', async () => {
    const { person, secret } = await withApp();
    const browser = await half(person);
    browser.csrfToken = (await browser.post('/api/session/second-factor', { code: codeOf(api, secret, 30) })).body.csrfToken;
    await longAgo(person);
    expect(await browser.post('/api/session/proof', { password: 'three noisy herons by the weir', code: '123456' })).toMatchObject({ status: 401, body: { faults: [{ where: 'password' }] } });
    expect(await browser.post('/api/session/proof', { password: PASSWORD })).toMatchObject({ status: 401, body: { faults: [{ where: 'code' }] } });
    await api.administrator.query('update app.authenticator set last_step = 0 where person_id = $1', [person.id]);
    const before = browser.cookie;
    const proved = await browser.post('/api/session/proof', { password: PASSWORD, code: codeOf(api, secret) });
    expect(proved.status).toBe(200);
    browser.csrfToken = proved.body.csrfToken;
    expect(browser.cookie).not.toBe(before);
    expect(await browser.post('/api/session/recovery-codes')).toMatchObject({ status: 200, body: { recoveryCodes: expect.any(Array) } });
  });
});

describe('one’s own account', () => {
  it('lists where one is signed in, and ends one or all others at once', async () => {
    const person = await aMember();
    const [laptop, telephone, library] = [await signedIn(api, person), await signedIn(api, person), await signedIn(api, person)];
    const { body: { sessions } } = await laptop.get('/api/account');
    expect(sessions).toHaveLength(3);
    expect(sessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    const stranger = await signedIn(api, await aMember());
    const another = sessions.find(({ current }: { current: boolean }) => !current);
    expect(await stranger.delete(`/api/account/sessions/${another.id}`)).toMatchObject({ status: 404 });
    expect(await laptop.delete(`/api/account/sessions/${another.id}`)).toMatchObject({ status: 204 });
    expect((await Promise.all([telephone, library].map((each) => each.get('/api/session')))).map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await laptop.delete('/api/account/sessions')).toMatchObject({ status: 200, body: { ended: 1 } });
    expect((await Promise.all([laptop, telephone, library].map((each) => each.get('/api/session')))).map(({ status }) => status)).toEqual([200, 401, 401]);
  });

  it('changes the password by whoever knows the one before, and ends every other session', async () => {
    const person = await aMember();
    const [laptop, telephone] = [await signedIn(api, person), await signedIn(api, person)];
    expect(await laptop.put('/api/account/password', { current: 'three noisy herons by the weir', password: 'four calm otters under the bridge' })).toMatchObject({ status: 401, body: { faults: [{ where: 'current' }] } });
    expect(await laptop.put('/api/account/password', { current: PASSWORD, password: 'four calm otters under the bridge' })).toMatchObject({ status: 200, body: { stage: 'full' } });
    expect(await laptop.get('/api/session')).toMatchObject({ status: 200 });
    expect(await telephone.get('/api/session')).toMatchObject({ status: 401 });
    expect(await api.client().signIn(person.email, PASSWORD)).toMatchObject({ status: 401 });
    expect(await api.client().signIn(person.email, 'four calm otters under the bridge')).toMatchObject({ status: 200, body: { stage: 'second-factor' } });
  });

  it.each([
    ['is guessed first', 'liverpool football', /among the first/], ['is theirs', 'The qp-member example', /your name, your address/], ['is short', 'four otters', /15 characters or more/],
  ])('takes no new password that %s', async (_, password, detail) => {
    const laptop = await signedIn(api, await aMember());
    expect(await laptop.put('/api/account/password', { current: PASSWORD, password })).toMatchObject({ status: 422, body: { code: 'password-not-accepted', faults: [{ where: 'password', detail: expect.stringMatching(detail) }] } });
  });

  it('gives another name', async () => {
    const browser = await signedIn(api, await aMember());
    expect(await browser.put('/api/account/name', { name: ' Jo Ahmed ' })).toMatchObject({ status: 200, body: { person: { name: 'Jo Ahmed' } } });
    expect(await browser.put('/api/account/name', { name: '' })).toMatchObject({ status: 400 });
  });
});

describe('somebody in two partnerships', () => {
  it('switches without signing out, and sees one at a time', async () => {
    const there = await anotherPartnership(api);
    const person = await aPerson(api, { role: 'qp-member', partnershipId: here.id });
    await api.administrator.query('insert into app.membership (partnership_id, id, person_id, role) values ($1, gen_random_uuid(), $2, $3)', [there.id, person.id, 'scrutineer']);
    const browser = await signedIn(api, person);
    expect((await browser.get('/api/session')).body).toMatchObject({ partnership: { id: here.id }, partnerships: expect.arrayContaining([{ id: there.id, name: expect.any(String) }]), memberships: [{ role: 'qp-member' }] });
    const before = browser.cookie;
    const switched = await browser.put('/api/session/partnership', { partnershipId: there.id });
    expect(switched).toMatchObject({ status: 200, body: { partnership: { id: there.id }, memberships: [{ role: 'scrutineer' }] } });
    browser.csrfToken = switched.body.csrfToken;
    expect(browser.cookie).not.toBe(before);
    const { body: areas } = await browser.get('/api/areas');
    expect(areas.map(({ name }: { name: string }) => name)).toEqual(there.areas.map(({ name }) => name));
  });

  it('goes nowhere they have no role, and no longer where it ended', async () => {
    const there = await anotherPartnership(api);
    const person = await aMember();
    const browser = await signedIn(api, person);
    expect(await browser.put('/api/session/partnership', { partnershipId: there.id })).toMatchObject({ status: 404 });
    await api.administrator.query('insert into app.membership (partnership_id, id, person_id, role, ended_at) values ($1, gen_random_uuid(), $2, $3, now())', [there.id, person.id, 'scrutineer']);
    expect(await browser.put('/api/session/partnership', { partnershipId: there.id })).toMatchObject({ status: 404 });
  });
});
