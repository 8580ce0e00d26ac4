import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ContextSigner, Database, Limiter } from '@attest/shared/api';
import { applicationConnection } from '../src/data-source';
import { enter } from './authenticators';
import { Client } from './client';
import { PASSWORD, aPartnership, aPerson, signedIn, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
/** Behind one proxy of ours, unless told. */
const running = (proxies = 1) => {
  beforeAll(async () => {
    api = await startApi({ proxies });
    await aPartnership(api);
  });
  afterAll(() => api.stop());
};

const GUESS = 'three noisy herons by the weir';
let addresses = 0;
const anotherAddress = () => `198.51.${++addresses >> 8}.${addresses & 255}`;
const attempt = (email: string, password: string, from: string, { url = api.url, cookie = '' } = {}) =>
  Object.assign(new Client(url), { cookie }).post('/api/session', { email, password }, { 'x-forwarded-for': from });

/** As many as are asked for, fifty at a time, each from an address of its own unless told. */
async function guesses(count: number, { email }: Pick<Person, 'email'>, from = anotherAddress): Promise<number[]> {
  const statuses: number[] = [];
  let made = 0;
  await Promise.all(Array.from({ length: Math.min(50, count) }, async () => {
    while (made++ < count) statuses.push((await attempt(email, GUESS, from())).status);
  }));
  return statuses;
}
const evaluated = (statuses: number[]) => statuses.filter((status) => status === 401).length;

describe('whoever guesses at a password', () => {
  running();

  it('is stopped after ten tries, from however many addresses, and the owner still enters where they have been before', async () => {
    const owner = await aPerson(api, { role: 'business-unit' });
    const { knownBrowser: cookie } = await signedIn(api, owner);
    const statuses = await guesses(10_000, owner);
    expect(evaluated(statuses)).toBeGreaterThanOrEqual(10);
    expect(evaluated(statuses)).toBeLessThan(20);
    expect(statuses.every((status) => status === 401 || status === 429)).toBe(true);
    expect(await attempt(owner.email, PASSWORD, '192.0.2.2')).toMatchObject({ status: 429 });
    expect(await attempt(owner.email, PASSWORD, '192.0.2.2', { cookie })).toMatchObject({ status: 200 });
  });

  it('is told how long to wait, twice as long each time', async () => {
    const owner = await aPerson(api, { role: 'business-unit' });
    expect(await guesses(10, owner)).toEqual(Array(10).fill(401));
    const refused = await attempt(owner.email, GUESS, anotherAddress());
    expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests', retryAfter: 1, detail: 'There were too many tries that failed. Try again in 1 second. If you have forgotten your password, set a new one meanwhile.' } });
    expect(refused.headers.get('retry-after')).toBe('1');
    for (const [more, wait] of [[1, 2], [3, 16], [6, 900]] as const) {
      for (let index = 0; index < more; index++) {
        await waitIsOver();
        await attempt(owner.email, GUESS, anotherAddress());
      }
      expect((await attempt(owner.email, GUESS, anotherAddress())).body).toMatchObject({ retryAfter: wait });
    }
    expect((await attempt(owner.email, GUESS, anotherAddress())).body.detail).toContain('Try again in 15 minutes.');
  });

  it('is not told whether there is such an account', async () => {
    const [owner, nobody] = [await aPerson(api, { role: 'business-unit' }), { email: 'nobody@example.org' }];
    expect([await guesses(10, owner), await guesses(10, nobody)]).toEqual([Array(10).fill(401), Array(10).fill(401)]);
    const [known, unknown] = [await attempt(owner.email, GUESS, anotherAddress()), await attempt(nobody.email, GUESS, anotherAddress())];
    expect(known.body).toEqual(unknown.body);
  });

  it('gains nothing by another way of writing the address', async () => {
    const owner = await aPerson(api, { role: 'business-unit' });
    await guesses(10, owner);
    expect(await attempt(owner.email.toUpperCase(), GUESS, anotherAddress())).toMatchObject({ status: 429 });
  });

  it('gains nothing by going to another process', async () => {
    const source = await new DataSource(applicationConnection(api.environment)).initialize();
    const other = new Limiter(new Database(source, api.app.get(ContextSigner)), api.environment.signingKey);
    const claims = await Promise.allSettled(Array.from({ length: 40 }, (_, index) =>
      [other, api.app.get(Limiter)][index % 2]!.claim('sign-in', { account: 'two.processes@example.org', address: `two ${index}` })));
    await source.destroy();
    expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });

  it('at many accounts from one address is stopped there, and nobody elsewhere', async () => {
    const owner = await aPerson(api, { role: 'business-unit' });
    expect(await triesFrom(() => '203.0.113.7')).toEqual([401, 401, 429]);
    expect(await attempt(owner.email, PASSWORD, '203.0.113.7')).toMatchObject({ status: 429 });
    expect(await attempt(owner.email, PASSWORD, '203.0.113.8')).toMatchObject({ status: 200 });
  });

  it('is one and the same with every address of their IPv6 network', async () => {
    expect(await triesFrom((index) => `2001:db8:0:7::${index}`)).toEqual([401, 401, 429]);
    expect(await triesFrom((index) => `2001:db8:0:${index}::1`)).toEqual([401, 401, 401]);
  });

  it('cannot make a browser known that has never been signed in with', async () => {
    const [owner, other] = [await aPerson(api, { role: 'business-unit' }), await aPerson(api, { role: 'business-unit' })];
    const { knownBrowser: cookie } = await signedIn(api, other);
    expect(cookie).toMatch(/^attest-browser=/);
    await guesses(10, owner);
    expect(await attempt(owner.email, PASSWORD, anotherAddress(), { cookie })).toMatchObject({ status: 429 });
    expect(await attempt(owner.email, PASSWORD, anotherAddress(), { cookie: `${cookie}x` })).toMatchObject({ status: 429 });
  });
});

describe('whoever has somebody’s password and guesses at the code', () => {
  running();

  it('is stopped after ten tries, with the owner’s next sign-in elsewhere untouched', async () => {
    const owner = await aPerson(api, { role: 'business-unit' });
    const home = await signedIn(api, owner);
    const thief = api.client();
    await thief.signIn(owner.email, PASSWORD);
    const statuses: number[] = [];
    for (let index = 0; index < 12; index++) statuses.push((await thief.post('/api/session/second-factor', { code: '000000' }, { 'x-forwarded-for': anotherAddress() })).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
    expect(await enter(api, home, owner.email, PASSWORD)).toMatchObject({ stage: 'full' });
  });

  it('is stopped where they ask for the password once more', async () => {
    const thief = await signedIn(api, await aPerson(api, { role: 'business-unit' }));
    const statuses: number[] = [];
    for (let index = 0; index < 6; index++) statuses.push((await thief.post('/api/session/proof', { password: GUESS })).status, (await thief.put('/api/account/password', { current: GUESS, password: PASSWORD })).status);
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429]);
  });
});

describe('the count', () => {
  running();

  it('is not changed by whoever gets it right, or sends nothing', async () => {
    const owner = await aPerson(api, { role: 'business-unit' });
    for (let index = 0; index < 15; index++) expect((await attempt(owner.email, PASSWORD, anotherAddress())).status).toBe(200);
    for (let index = 0; index < 15; index++) expect((await attempt(owner.email, '', anotherAddress())).status).toBe(400);
    expect(await attempt(owner.email, PASSWORD, anotherAddress())).toMatchObject({ status: 200 });
  });

  it('is forgotten for somebody who proved who they are in another way', async () => {
    const owner = await aPerson(api, { role: 'business-unit' });
    await guesses(10, owner);
    await api.app.get(Limiter).forget('sign-in', owner.email);
    expect(await attempt(owner.email, PASSWORD, anotherAddress())).toMatchObject({ status: 200 });
  });

  it('names nobody, and does not stay for longer than it matters', async () => {
    await guesses(9, { email: 'somebody.else@example.org' });
    await api.administrator.query("update app.attempt set forget_at = now() - interval '1 second'");
    await guesses(9, { email: 'somebody.new@example.org' });
    const { rows: [left] } = await api.administrator.query("select count(*)::int as rows, bool_or(a::text like '%somebody%') as named from app.attempt a");
    expect(left).toEqual({ rows: 10, named: false });
  });
});

describe('an address that is only said to be one', () => {
  describe('to a program with no proxy in front', () => {
    running(0);

    it('is not believed', async () => {
      expect(await triesFrom(anotherAddress)).toEqual([401, 401, 429]);
    });
  });

  describe('to our proxy, which adds the true one', () => {
    running();

    it('is not believed', async () => {
      expect(await triesFrom(() => `${anotherAddress()}, 203.0.113.99`)).toEqual([401, 401, 429]);
    });
  });
});

/** The first, and after 98 more the hundredth and the one that comes then; each at an account of its own. */
async function triesFrom(address: (index: number) => string): Promise<number[]> {
  await api.administrator.query('delete from app.attempt');
  const statuses = [(await attempt('nobody.1@example.org', GUESS, address(1))).status];
  await api.administrator.query("update app.attempt set tries = 99 where what = 'sign-in/address'");
  for (const index of [2, 3]) statuses.push((await attempt(`nobody.${index}@example.org`, GUESS, address(index))).status);
  return statuses;
}

const waitIsOver = () => api.administrator.query("update app.attempt set wait_until = '-infinity'");
