import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enter, setUpAuthenticator } from './authenticators';
import type { Client } from './client';
import { PasskeyDevice, strangersKey, type Oddity } from './passkey-device';
import { PASSWORD, aPartnership, aPerson, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';

const ORIGIN = 'https://attest.example.org';

let api: RunningApi;
beforeAll(async () => {
  api = await startApi({ publicUrl: ORIGIN });
  await aPartnership(api);
}, 60_000);
afterAll(() => api.stop());

const aMember = () => aPerson(api, { role: 'qp-member' });

/** Past the password, and no further. */
async function half({ email }: Pick<Person, 'email'>): Promise<Client> {
  const browser = api.client();
  expect((await browser.signIn(email, PASSWORD)).status).toBe(200);
  return browser;
}

async function add(browser: Client, device = new PasskeyDevice(ORIGIN), odd: Oddity = {}) {
  const { body: { options } } = await browser.post('/api/account/passkeys/options');
  const answer = await browser.post('/api/account/passkeys', device.make(options, odd));
  if (answer.status === 200) browser.csrfToken = answer.body.session.csrfToken;
  return { device, answer };
}

/** Somebody whose only second factor is a passkey. */
async function withPasskey() {
  const person = await aMember();
  const browser = await half(person);
  const { device, answer: { body } } = await add(browser);
  return { person, browser, device, recoveryCodes: body.recoveryCodes as string[] };
}

const aChallenge = async () => (await api.client().post('/api/session/passkey/options')).body.options;

async function signInWith(device: PasskeyDevice, odd: Oddity = {}, browser = api.client()) {
  const answer = await browser.post('/api/session/passkey', device.sign(await aChallenge(), odd));
  if (answer.status === 200) browser.csrfToken = answer.body.csrfToken;
  return { browser, answer };
}

const refused = { status: 401, body: { code: 'wrong-credentials' } };

describe('whoever has only a password', () => {
  it('makes a passkey their second factor, gets recovery codes, and is in under a new token', async () => {
    const browser = await half(await aMember());
    const before = browser.cookie;
    const { answer } = await add(browser);
    expect(answer).toMatchObject({ status: 200, body: { session: { stage: 'full', ways: ['password', 'passkey'] } } });
    expect(new Set(answer.body.recoveryCodes).size).toBe(10);
    expect(browser.cookie).not.toBe(before);
    expect((await browser.get('/api/account')).body.passkeys).toEqual([expect.objectContaining({ name: 'Another program', synced: false, usedAt: null, doubtedAt: null, moves: ['rename'] })]);
  });

  it.each<[string, Oddity]>([
    ['made for another site', { origin: 'https://attest.example.org.elsewhere.example' }],
    ['made for another host', { rpId: 'elsewhere.example' }],
    ['that asks for neither fingerprint nor PIN', { verified: false }],
    ['that signed another challenge', { challenge: Buffer.from('one of its own').toString('base64url') }],
    ['that was not made but used', { type: 'webauthn.get' }],
  ])('adds none %s', async (_, odd) => {
    const browser = await half(await aMember());
    expect((await add(browser, new PasskeyDevice(ORIGIN), odd)).answer).toMatchObject(refused);
    expect((await browser.get('/api/session')).body).toMatchObject({ stage: 'enrolment' });
  });

  it('adds none by a challenge of somebody else', async () => {
    const [one, other] = [await half(await aMember()), await half(await aMember())];
    const { body: { options } } = await one.post('/api/account/passkeys/options');
    expect(await other.post('/api/account/passkeys', new PasskeyDevice(ORIGIN).make(options))).toMatchObject(refused);
  });
});

describe('whoever has a passkey', () => {
  it('signs in with it alone, all the way', async () => {
    const { person, device } = await withPasskey();
    const { browser, answer } = await signInWith(device);
    expect(answer).toMatchObject({ status: 200, body: { stage: 'full', person: { id: person.id } } });
    expect((await browser.get('/api/account')).body).toMatchObject({ sessions: expect.arrayContaining([expect.objectContaining({ way: 'passkey', current: true })]), passkeys: [{ usedAt: expect.any(String) }] });
  });

  it.each<[string, Oddity]>([
    ['for another site', { origin: 'https://elsewhere.example' }],
    ['for another host', { rpId: 'elsewhere.example' }],
    ['without fingerprint, face or PIN', { verified: false }],
    ['another challenge', { challenge: Buffer.from('one of its own').toString('base64url') }],
    ['as somebody else', { userHandle: Buffer.alloc(16, 7).toString('base64url') }],
    ['with another key', { key: strangersKey() }],
    ['as when it was made', { type: 'webauthn.create' }],
  ])('is not signed in by one that signed %s', async (_, odd) => {
    const { device } = await withPasskey();
    const { browser, answer } = await signInWith(device, odd);
    expect(answer).toMatchObject(refused);
    expect(await browser.get('/api/session')).toMatchObject({ status: 401 });
  });

  it('signs each challenge once, also when it comes twenty times at the same moment, and never after five minutes', async () => {
    const { device } = await withPasskey();
    const signature = device.sign(await aChallenge());
    const answers = await Promise.all(Array.from({ length: 20 }, () => api.client().post('/api/session/passkey', signature)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(19);
    const late = device.sign(await aChallenge());
    await api.administrator.query("update app.passkey_challenge set expires_at = now() - interval '1 second'");
    expect(await api.client().post('/api/session/passkey', late)).toMatchObject(refused);
  });

  it('is told when a copy seems to exist, which then signs nobody in, the original neither', async () => {
    const { person, device, recoveryCodes } = await withPasskey();
    expect((await signInWith(device, { counter: 5 })).answer.status).toBe(200);
    for (const counter of [5, 4, 6, 7]) {
      expect((await signInWith(device, { counter })).answer).toMatchObject({ status: 401, body: { detail: expect.stringContaining('A copy of this passkey seems to exist') } });
    }
    const browser = await half(person);
    browser.csrfToken = (await browser.post('/api/session/second-factor', { code: recoveryCodes[0] })).body.csrfToken;
    expect((await browser.get('/api/account')).body.passkeys).toEqual([expect.objectContaining({ doubtedAt: expect.any(String) })]);
  });

  it('uses one that never counts, as those kept on several devices do', async () => {
    const { device } = await withPasskey();
    for (const counter of [0, 0]) expect((await signInWith(device, { counter })).answer.status).toBe(200);
  });

  it('finishes signing in with it after the password, and not with anybody else’s', async () => {
    const [{ person, device }, other] = [await withPasskey(), await withPasskey()];
    const browser = await half(person);
    expect((await browser.get('/api/session')).body).toMatchObject({ stage: 'second-factor', ways: ['password', 'passkey'] });
    const stolen = browser.cookie;
    const offer = async () => (await browser.post('/api/session/proof/passkey/options')).body.options;
    expect((await offer()).allowCredentials).toEqual([expect.objectContaining({ id: device.id.toString('base64url') })]);
    expect(await browser.post('/api/session/proof/passkey', other.device.sign(await offer()))).toMatchObject(refused);
    expect(await browser.post('/api/session/proof/passkey', device.sign(await aChallenge()))).toMatchObject(refused);
    expect(await browser.post('/api/session/proof/passkey', device.sign(await offer()))).toMatchObject({ status: 200, body: { stage: 'full' } });
    const thief = api.client();
    thief.cookie = stolen;
    expect(await thief.get('/api/session')).toMatchObject({ status: 401 });
  });

  it('cannot be gone round by adding another with the password alone', async () => {
    const { person } = await withPasskey();
    const browser = await half(person);
    expect(await browser.post('/api/account/passkeys/options')).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } });
    expect(await browser.post('/api/session/authenticator')).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } });
  });

  it('leaves the session it came with worth nothing', async () => {
    const { device } = await withPasskey();
    const browser = await half(await aMember());
    const before = browser.cookie;
    await signInWith(device, {}, browser);
    const other = api.client();
    other.cookie = before;
    expect(await other.get('/api/session')).toMatchObject({ status: 401 });
  });

  it('is not signed in once their account is closed, or the passkey removed', async () => {
    const { person, device, browser } = await withPasskey();
    const { device: second } = await add(browser);
    const [passkey] = (await browser.get('/api/account')).body.passkeys;
    expect(await browser.delete(`/api/account/passkeys/${passkey.id}`)).toMatchObject({ status: 204 });
    expect((await signInWith(device)).answer).toMatchObject({ status: 401, body: { detail: expect.stringContaining('not known here') } });
    expect((await signInWith(second)).answer.status).toBe(200);
    await api.administrator.query('update app.person set deactivated_at = now() where id = $1', [person.id]);
    expect((await signInWith(second)).answer).toMatchObject(refused);
  });
});

describe('one’s passkeys', () => {
  const longAgo = ({ id }: Person) => api.administrator.query("update app.session set proved_at = now() - interval '11 minutes' where person_id = $1", [id]);

  it('are named by their owner and nobody else', async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    const [passkey] = (await one.browser.get('/api/account')).body.passkeys;
    expect(await one.browser.put(`/api/account/passkeys/${passkey.id}`, { name: ' Office laptop ' })).toMatchObject({ status: 204 });
    expect((await one.browser.get('/api/account')).body.passkeys[0].name).toBe('Office laptop');
    expect(await other.browser.put(`/api/account/passkeys/${passkey.id}`, { name: 'Mine' })).toMatchObject({ status: 404 });
    expect(await other.browser.delete(`/api/account/passkeys/${passkey.id}`)).toMatchObject({ status: 404 });
  });

  it('are added and removed by whoever has just proved who they are, with one of them if they like', async () => {
    const { person, browser, device } = await withPasskey();
    await add(browser);
    const [passkey] = (await browser.get('/api/account')).body.passkeys;
    await longAgo(person);
    expect(await browser.post('/api/account/passkeys/options')).toMatchObject({ status: 403, body: { code: 'proof-needed' } });
    expect(await browser.delete(`/api/account/passkeys/${passkey.id}`)).toMatchObject({ status: 403, body: { code: 'proof-needed' } });
    const { body: { options } } = await browser.post('/api/session/proof/passkey/options');
    const before = browser.cookie;
    const proved = await browser.post('/api/session/proof/passkey', device.sign(options));
    expect(proved.status).toBe(200);
    browser.csrfToken = proved.body.csrfToken;
    expect(browser.cookie).not.toBe(before);
    expect(await browser.delete(`/api/account/passkeys/${passkey.id}`)).toMatchObject({ status: 204 });
  });

  it('are not gone round by the password alone when something asks for proof, though a recovery code will do', async () => {
    const { person, browser, recoveryCodes } = await withPasskey();
    await longAgo(person);
    for (const proof of [{ password: PASSWORD }, { password: PASSWORD, code: '123456' }]) expect(await browser.post('/api/session/proof', proof)).toMatchObject({ status: 401, body: { faults: [{ where: 'code' }] } });
    expect(await browser.post('/api/session/proof', { password: PASSWORD, code: recoveryCodes[0] })).toMatchObject({ status: 200 });
  });

  it('keep the last one, unless an authenticator app is there, also when both go at the same moment', async () => {
    const { browser } = await withPasskey();
    await add(browser);
    const ids: string[] = (await browser.get('/api/account')).body.passkeys.map(({ id }: { id: string }) => id);
    const answers = await Promise.all(ids.map((id) => browser.delete(`/api/account/passkeys/${id}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'still-needed', detail: expect.stringContaining('only second factor') });
    await setUpAuthenticator(api, browser);
    const [last] = (await browser.get('/api/account')).body.passkeys;
    expect(last.moves).toEqual(['rename', 'remove']);
    expect(await browser.delete(`/api/account/passkeys/${last.id}`)).toMatchObject({ status: 204 });
  });

  it('keep the last one of somebody without a password, whatever else there is', async () => {
    const { person, browser } = await withPasskey();
    await setUpAuthenticator(api, browser);
    await api.administrator.query('update app.person set password_hash = null where id = $1', [person.id]);
    const [last] = (await browser.get('/api/account')).body.passkeys;
    expect(await browser.delete(`/api/account/passkeys/${last.id}`)).toMatchObject({ status: 409, body: { detail: expect.stringContaining('only way to sign in') } });
  });

  it('come with recovery codes when they are the first second factor, and with none after an authenticator app', async () => {
    const person = await aMember();
    const browser = api.client();
    await enter(api, browser, person.email, PASSWORD);
    expect((await add(browser)).answer).toMatchObject({ status: 200, body: { recoveryCodes: [] } });
    expect((await browser.get('/api/account')).body).toMatchObject({ recoveryCodes: 10, authenticatorSince: expect.any(String) });
  });

  it('are one a device', async () => {
    const { browser, device } = await withPasskey();
    const { body: { options } } = await browser.post('/api/account/passkeys/options');
    expect(options).toMatchObject({ excludeCredentials: [{ id: device.id.toString('base64url') }], authenticatorSelection: { userVerification: 'required', residentKey: 'required' } });
    expect(await browser.post('/api/account/passkeys', device.make(options))).toMatchObject({ status: 409, body: { code: 'already-done' } });
  });
});

describe('where nobody said the address', () => {
  let local: RunningApi;
  beforeAll(async () => { local = await startApi({ demo: true }); }, 60_000);
  afterAll(() => local.stop());

  it('works on this machine by its name', async () => {
    const port = new URL(local.url).port;
    expect(await local.client().post('/api/session/passkey/options')).toMatchObject({ status: 400, body: { detail: expect.stringContaining('http://localhost') } });
    const answer = await fetch(`http://localhost:${port}/api/session/passkey/options`, { method: 'POST' });
    expect(await answer.json()).toMatchObject({ options: { rpId: 'localhost' } });
  });

  it('gives the accounts of the demonstration none', async () => {
    const browser = local.client();
    await browser.signIn('dsl@demo.attest.example', 'keep-children-safer');
    expect(await browser.post('/api/account/passkeys/options')).toMatchObject({ status: 403, body: { code: 'not-allowed', detail: expect.stringContaining('shared') } });
  });
});
