import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { Clock } from '@attest/shared/api';
import { CLIENT, aProvider, type RunningProvider, type Somebody } from './a-provider';
import { aCrookedProvider, anotherKey, type Crookedness, type RunningCrook } from './crooked-provider';
import { invite, rolesOf, tokenFor } from './invitation-scenes';
import { aPartnership, aPerson, signedIn, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { Wanderer } from './wanderer';

const HOME = 'https://attest.example.org';
const TENANT = '0198c0de-7000-7000-8000-00000000000a';

let council: RunningProvider;
let crook: RunningCrook;
let api: RunningApi;
let here: Partnership;
beforeAll(async () => {
  council = await aProvider(`${HOME}/api/sign-in/council/callback`, `${HOME}/api/sign-in/careless/callback`, `${HOME}/api/sign-in/telling/callback`, `${HOME}/api/sign-in/one-directory/callback`);
  crook = await aCrookedProvider(CLIENT.clientId);
  const at = (key: string, issuer: string, more: object) => ({ key, name: `The ${key}`, issuer, ...CLIENT, ...more });
  api = await startApi({
    publicUrl: HOME,
    variables: { OIDC_PROVIDERS: JSON.stringify([
      at('council', council.issuer, { secondFactor: true }), at('careless', council.issuer, { secondFactor: false }), at('telling', council.issuer, { secondFactor: 'amr' }),
      at('one-directory', council.issuer, { secondFactor: true, tenant: TENANT }), at('crooked', crook.issuer, { secondFactor: true }), at('away', 'http://127.0.0.1:9', { secondFactor: true }),
    ]) },
  });
  here = await aPartnership(api);
}, 60_000);
afterEach(() => council.intercept(null));
afterAll(async () => {
  await api.stop();
  await council.stop();
  await crook.stop();
});

const wanderer = () => new Wanderer(HOME, api.url);
const ours = ({ origin, pathname }: URL) => origin === HOME && !pathname.startsWith('/api/');
const backAtUs = ({ pathname }: URL) => pathname.endsWith('/callback');
const why = (reason: string, by = 'council') => `/sign-in/problem?why=${reason}&by=${by}`;
const placeOf = ({ address: { pathname, search } }: { address: URL }) => pathname + search;

/** All the way there and back. */
async function signInBy(provider: string, somebody: Somebody | null, browser = wanderer(), query = ''): Promise<{ browser: Wanderer; place: string }> {
  council.is(somebody);
  return { browser, place: placeOf(await browser.visit(`/api/sign-in/${provider}${query}`, ours)) };
}

async function session(browser: Wanderer) {
  const answer = await browser.fetch(new URL('/api/session', HOME));
  return { status: answer.status, body: await answer.json() as Record<string, unknown> & { csrfToken: string } };
}

let subjects = 0;
/** Somebody whose account at the council is linked, behind the curtain. */
async function linked(issuer = council.issuer): Promise<{ person: Person; somebody: Somebody }> {
  const person = await aPerson(api, { role: 'qp-member' });
  const sub = `subject-${++subjects}`;
  await api.administrator.query('insert into app.identity (id, issuer, subject, person_id, provider, label) values ($1, $2, $3, $4, $5, $6)', [uuid(), issuer, sub, person.id, 'council', sub]);
  return { person, somebody: { sub, name: 'Priya Shah', email: person.email } };
}

describe('whoever comes by a provider', () => {
  it('finds them on the sign-in page', async () => {
    const { body: { providers } } = await api.client().get('/api/welcome');
    expect(providers).toContainEqual({ key: 'council', name: 'The council' });
    expect(JSON.stringify(providers)).not.toContain(CLIENT.clientSecret);
  });

  it('is signed in all the way where the provider asks everybody for a second factor, and comes to the page they wanted', async () => {
    const { person, somebody } = await linked();
    const { browser, place } = await signInBy('council', somebody, wanderer(), '?then=%2Freturns%3Fsearch%3Doak');
    expect(place).toBe('/returns?search=oak');
    expect(await session(browser)).toMatchObject({ status: 200, body: { stage: 'full', person: { id: person.id } } });
  });

  it('owes our second factor where the provider asks for none', async () => {
    const { somebody } = await linked();
    const { browser, place } = await signInBy('careless', somebody, wanderer(), '?then=/returns');
    expect(place).toBe('/sign-in?then=%2Freturns');
    expect(await session(browser)).toMatchObject({ body: { stage: 'enrolment' } });
  });

  it.each([[['pwd', 'mfa'], 'full'], [['pwd'], 'enrolment'], [undefined, 'enrolment']])('owes none where the provider says %j of them: %s', async (amr, stage) => {
    const { somebody } = await linked();
    const { browser } = await signInBy('telling', { ...somebody, ...(amr && { amr }) });
    expect(await session(browser)).toMatchObject({ body: { stage } });
  });

  it('comes from the one directory that may let people in', async () => {
    const { somebody } = await linked();
    expect((await signInBy('one-directory', { ...somebody, tid: TENANT })).place).toBe('/');
    for (const tid of [undefined, uuid()]) expect((await signInBy('one-directory', { ...somebody, ...(tid && { tid }) })).place).toBe(why('other-directory', 'one-directory'));
  });

  it('is nobody here without an invitation, whatever address the provider gives them', async () => {
    const { person } = await linked();
    const { browser, place } = await signInBy('council', { sub: 'a stranger', email: person.email, name: person.name });
    expect(place).toBe(why('not-invited'));
    expect((await session(browser)).status).toBe(401);
  });

  it('is not let in once their account is closed, or their last role has ended', async () => {
    const { person, somebody } = await linked();
    await api.administrator.query('update app.membership set ended_at = now() where person_id = $1', [person.id]);
    expect((await signInBy('council', somebody)).place).toBe(why('no-role'));
    await api.administrator.query('update app.person set deactivated_at = now() where id = $1', [person.id]);
    expect((await signInBy('council', somebody)).place).toBe(why('not-invited'));
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/.//elsewhere.example', '/\t/elsewhere.example', 'javascript:alert(1)', '/api/session', ''])('is never sent on to %j', async (then) => {
    const { somebody } = await linked();
    expect((await signInBy('council', somebody, wanderer(), `?then=${encodeURIComponent(then)}`)).place).toBe('/');
  });

  it('leaves the session they came with worth nothing', async () => {
    const { somebody } = await linked();
    const before = await signedIn(api, await aPerson(api, { role: 'qp-member' }));
    const browser = wanderer().carry(new Map([before.cookie.split('=') as [string, string]]));
    await signInBy('council', somebody, browser);
    expect((await before.get('/api/session')).status).toBe(401);
    expect(browser.cookies().get('__Host-attest')).not.toBe(before.cookie.split('=')[1]);
  });

  it('has proved nothing of now by having typed a password there this morning, until the provider asks again', async () => {
    const { somebody } = await linked();
    const { browser } = await signInBy('council', somebody);
    await api.administrator.query("update app.session set proved_at = '1970-01-01' where way = 'provider'");
    const codes = async () => (await browser.fetch(new URL('/api/session/recovery-codes', HOME), { method: 'POST', headers: { 'x-csrf-token': (await session(browser)).body.csrfToken } })).status;
    expect(await codes()).toBe(403);
    expect((await signInBy('council', somebody, browser, '?again=true&then=/account')).place).toBe('/account');
    expect(await codes()).toBe(200);
  });
});

describe('what goes wrong ends on a page that says so, signed in nowhere', () => {
  const ends = async (place: Promise<{ browser: Wanderer; place: string }>, expected: string) => {
    const { browser, place: reached } = await place;
    expect(reached).toBe(expected);
    expect((await session(browser)).status).toBe(401);
  };

  it('where they pressed Cancel', () => ends(signInBy('council', null), why('cancelled')));
  it('where there is no such provider', () => ends(signInBy('nobodys', null), why('unknown-provider', 'nobodys')));
  it('where the provider is away', () => ends(signInBy('away', null), why('provider-away', 'away')));

  it('where the provider goes away in between, answers with an error, with a page, or too late', async () => {
    const { somebody } = await linked();
    const failing = [{ status: 503, body: '{"error":"temporarily_unavailable"}' }, { status: 502, body: '<html>Bad gateway</html>' }, { status: 200, body: '{}', after: 6_000 }];
    for (const answer of failing) {
      council.intercept((path) => (path.startsWith('/token') ? answer : null));
      await ends(signInBy('council', somebody), why('provider-away'));
    }
  }, 30_000);

  it('where the code was used already, with the cookie of then put back', async () => {
    const { somebody } = await linked();
    council.is(somebody);
    const browser = wanderer();
    const { address } = await browser.visit('/api/sign-in/council', backAtUs);
    const kept = new Map(browser.cookies());
    expect(placeOf(await browser.visit(address.href, ours))).toBe('/');
    expect(placeOf(await browser.visit(address.href, ours))).toBe(why('started-elsewhere'));
    await ends(wanderer().carry(kept).visit(address.href, ours).then((reached) => ({ browser: wanderer(), place: placeOf(reached) })), why('not-accepted'));
  });

  it.each<[string, (address: URL) => void, string]>([
    ['another state', (address) => address.searchParams.set('state', 'guessed'), 'started-elsewhere'],
    ['no state', (address) => address.searchParams.delete('state'), 'started-elsewhere'],
    ['another issuer', (address) => address.searchParams.set('iss', 'https://elsewhere.example'), 'not-accepted'],
    ['no issuer', (address) => address.searchParams.delete('iss'), 'not-accepted'],
    ['another code', (address) => address.searchParams.set('code', 'guessed'), 'not-accepted'],
    ['no code', (address) => address.searchParams.delete('code'), 'not-accepted'],
    ['two codes', (address) => address.searchParams.append('code', 'guessed'), 'not-accepted'],
    ['an error of the provider’s', (address) => address.searchParams.set('error', 'server_error'), 'provider-away'],
    ['an error nobody knows', (address) => address.searchParams.set('error', 'x\r\ny'), 'not-accepted'],
  ])('where it comes back with %s', async (_, change, reason) => {
    council.is((await linked()).somebody);
    const browser = wanderer();
    const { address } = await browser.visit('/api/sign-in/council', backAtUs);
    change(address);
    await ends(browser.visit(address.href, ours).then((reached) => ({ browser, place: placeOf(reached) })), why(reason));
  });

  it('where somebody else’s browser is sent the address', async () => {
    council.is((await linked()).somebody);
    const { address } = await wanderer().visit('/api/sign-in/council', backAtUs);
    const victim = wanderer();
    await ends(victim.visit(address.href, ours).then((reached) => ({ browser: victim, place: placeOf(reached) })), why('started-elsewhere'));
  });

  it('where the cookie is made up, of another provider, or a quarter of an hour old', async () => {
    council.is((await linked()).somebody);
    const browser = wanderer();
    const { address } = await browser.visit('/api/sign-in/council', backAtUs);
    const kept = new Map(browser.cookies());
    for (const forged of ['AAAA', 'x'.repeat(300), [...kept.values()][0]!.replace(/^.{10}/, 'AAAAAAAAAA')]) {
      expect(placeOf(await wanderer().carry(new Map([...kept.keys()].map((name) => [name, forged]))).visit(address.href, ours))).toBe(why('started-elsewhere'));
    }
    expect(placeOf(await wanderer().carry(kept).visit(address.href.replace('/council/', '/careless/'), ours))).toBe(why('started-elsewhere', 'careless'));
    const clock = api.app.get(Clock);
    clock.now = () => new Date(Date.now() + 16 * 60_000);
    expect(placeOf(await wanderer().carry(kept).visit(address.href, ours))).toBe(why('started-elsewhere'));
    clock.now = () => new Date();
  });

  it.each<[string, Crookedness, string]>([
    ['a signature by another key', { key: anotherKey() }, 'not-accepted'],
    ['no signature', { unsigned: true }, 'not-accepted'],
    ['"none" for an algorithm', { header: { alg: 'none' }, unsigned: true }, 'not-accepted'],
    ['an algorithm it never said it uses', { header: { alg: 'HS256' } }, 'not-accepted'],
    ['a key nobody has heard of', { header: { kid: 'two' } }, 'not-accepted'],
    ['another nonce', { claims: { nonce: 'guessed' } }, 'not-accepted'],
    ['no nonce', { claims: { nonce: undefined } }, 'not-accepted'],
    ['another issuer', { claims: { iss: 'https://elsewhere.example' } }, 'not-accepted'],
    ['another audience', { claims: { aud: 'another' } }, 'not-accepted'],
    ['an end long ago', { claims: { exp: 1_700_000_000 } }, 'not-accepted'],
    ['nobody for a subject', { claims: { sub: undefined } }, 'not-accepted'],
    ['no token', { tokenless: true }, 'not-accepted'],
    ['nothing wrong, of somebody nobody invited', {}, 'not-invited'],
  ])('where the token has %s', async (_, crookedness, reason) => {
    const browser = wanderer();
    const { address } = await browser.visit('/api/sign-in/crooked', ({ pathname }) => pathname === '/authorize');
    crook.makes(address.searchParams.get('nonce')!, crookedness);
    const back = `/api/sign-in/crooked/callback?code=any&state=${address.searchParams.get('state')}&iss=${encodeURIComponent(crook.issuer)}`;
    await ends(browser.visit(back, ours).then((reached) => ({ browser, place: placeOf(reached) })), why(reason, 'crooked'));
  });

  it('where the provider was asked to ask again, and does not say that it did', async () => {
    const browser = wanderer();
    const { address } = await browser.visit('/api/sign-in/crooked?again=true', ({ pathname }) => pathname === '/authorize');
    expect([address.searchParams.get('prompt'), address.searchParams.get('max_age')]).toEqual(['login', '0']);
    crook.makes(address.searchParams.get('nonce')!);
    expect(placeOf(await browser.visit(`/api/sign-in/crooked/callback?code=any&state=${address.searchParams.get('state')}&iss=${encodeURIComponent(crook.issuer)}`, ours))).toBe(why('not-recent', 'crooked'));
  });
});

describe('one’s account at a provider', () => {
  /** In a browser that follows redirects, signed in by password and second factor. */
  async function signedInBrowser(): Promise<{ person: Person; browser: Wanderer; csrfToken: string }> {
    const person = await aPerson(api, { role: 'qp-member' });
    const client = await signedIn(api, person);
    return { person, browser: wanderer().carry(new Map([client.cookie.split('=') as [string, string]])), csrfToken: client.csrfToken };
  }
  const ask = async (browser: Wanderer, csrfToken: string, method: string, path: string, body?: object) => {
    const answer = await browser.fetch(new URL(path, HOME), { method, headers: { 'x-csrf-token': csrfToken, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
    return { status: answer.status, body: (answer.status === 204 ? {} : await answer.json()) as { readonly address: string; readonly identities: readonly { readonly id: string }[] } };
  };
  const begin = (browser: Wanderer, csrfToken: string, provider = 'council') => ask(browser, csrfToken, 'POST', '/api/account/identities', { provider });
  const longAgo = ({ id }: Person) => api.administrator.query("update app.session set proved_at = now() - interval '11 minutes' where person_id = $1", [id]);

  it('is linked by whoever has just proved who they are, and signs them in from then on', async () => {
    const { person, browser, csrfToken } = await signedInBrowser();
    const somebody = { sub: `subject-${++subjects}`, name: 'Priya Shah', email: 'priya.shah@council.example' };
    council.is(somebody);
    const { body: { address } } = await begin(browser, csrfToken);
    expect(placeOf(await browser.visit(address, ours))).toBe('/account?linked=council');
    const { body: account } = await ask(browser, csrfToken, 'GET', '/api/account');
    expect(account).toMatchObject({ identities: [{ provider: 'The council', label: 'priya.shah@council.example', usedAt: null, moves: ['unlink'] }] });
    const { rows } = await api.administrator.query("select outcome from app.audit_event where route = 'GET /sign-in/:provider/callback' and person_id = $1", [person.id]);
    expect(rows).toEqual([{ outcome: 'done' }]);
    expect(await session((await signInBy('council', somebody)).browser)).toMatchObject({ body: { person: { id: person.id }, ways: ['password', 'authenticator', 'provider'] } });
  });

  it('is not linked when that was long ago, to a provider there is not, or to one that is away', async () => {
    const { person, browser, csrfToken } = await signedInBrowser();
    expect(await begin(browser, csrfToken, 'nobodys')).toMatchObject({ status: 400 });
    expect(await begin(browser, csrfToken, 'away')).toMatchObject({ status: 503, body: { detail: expect.stringContaining('does not answer') } });
    await longAgo(person);
    expect(await begin(browser, csrfToken)).toMatchObject({ status: 403, body: { code: 'proof-needed' } });
  });

  it('is not linked to whoever is signed in by the time they come back, or to nobody', async () => {
    const [one, other] = [await signedInBrowser(), await signedInBrowser()];
    council.is({ sub: `subject-${++subjects}` });
    const { body: { address } } = await begin(one.browser, one.csrfToken);
    const journey = new Map([...one.browser.cookies()].filter(([name]) => name.endsWith('journey')));
    expect(placeOf(await wanderer().carry(new Map([...other.browser.cookies(), ...journey])).visit(address, ours))).toBe(why('signed-out'));
    expect(placeOf(await wanderer().carry(journey).visit((await begin(one.browser, one.csrfToken)).body.address, ours))).toBe(why('started-elsewhere'));
  });

  it('belongs to one person', async () => {
    const { somebody } = await linked();
    const { browser, csrfToken } = await signedInBrowser();
    council.is(somebody);
    const { body: { address } } = await begin(browser, csrfToken);
    expect(placeOf(await browser.visit(address, ours))).toBe(why('linked-elsewhere'));
  });

  it('is unlinked by its owner, unless it is their only way to sign in', async () => {
    const { person, somebody } = await linked();
    const { browser } = await signInBy('council', somebody, wanderer(), '?again=true');
    const { body: { csrfToken } } = await session(browser);
    const { body: account } = await ask(browser, csrfToken, 'GET', '/api/account');
    const { id } = account.identities[0]!;
    const stranger = await signedInBrowser();
    expect(await ask(stranger.browser, stranger.csrfToken, 'DELETE', `/api/account/identities/${id}`)).toMatchObject({ status: 404 });
    await api.administrator.query('update app.person set password_hash = null where id = $1', [person.id]);
    expect(await ask(browser, csrfToken, 'DELETE', `/api/account/identities/${id}`)).toMatchObject({ status: 409, body: { code: 'still-needed' } });
    await api.administrator.query("update app.person set password_hash = 'any' where id = $1", [person.id]);
    expect(await ask(browser, csrfToken, 'DELETE', `/api/account/identities/${id}`)).toMatchObject({ status: 204 });
    expect((await signInBy('council', somebody)).place).toBe(why('not-invited'));
  });
});

describe('an invitation', () => {
  /** Continues with the council from the page of the invitation. */
  async function continued(token: string, somebody: Somebody | null, browser = wanderer()) {
    council.is(somebody);
    const answer = await browser.fetch(new URL('/api/sign-in/council/invitation', HOME), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
    const { address } = await answer.json() as { address: string };
    return { browser, place: placeOf(await browser.visit(address, ours)) };
  }
  const invited = async (email: string) => {
    expect((await invite(here.businessUnit, { email, role: 'qp-member' })).status).toBe(201);
    return tokenFor(api, email);
  };

  it('is accepted with an account at the council, which signs them in from then on', async () => {
    const token = await invited('zoe@school.example');
    const somebody = { sub: `subject-${++subjects}`, name: 'Zoë Ní Bhriain', email: 'z.nibhriain@council.example' };
    const { browser, place } = await continued(token, somebody);
    expect(place).toBe('/');
    expect(await session(browser)).toMatchObject({ body: { stage: 'full', ways: ['provider'], person: { name: 'Zoë Ní Bhriain', email: 'zoe@school.example' }, memberships: [{ role: 'qp-member' }] } });
    expect((await signInBy('council', somebody)).place).toBe('/');
    expect((await continued(token, { sub: `subject-${++subjects}` })).place).toBe(why('invitation-over'));
  });

  it('is not accepted by whoever cancels, is known here as another, or is invited at an address that has an account', async () => {
    const { person, somebody } = await linked();
    const token = await invited('tom@school.example');
    expect((await continued(token, null)).place).toBe(why('cancelled'));
    expect((await continued(token, somebody)).place).toBe(why('another-person'));
    expect(await rolesOf(api, 'tom@school.example')).toEqual([]);
    expect((await invite(here.businessUnit, { email: person.email, role: 'executive' })).status).toBe(201);
    expect((await continued(await tokenFor(api, person.email), { sub: `subject-${++subjects}` })).place).toBe(why('has-account'));
    expect((await continued('made up', { sub: `subject-${++subjects}` })).place).toBe(why('invitation-over'));
  });

  it('is accepted once, also when two come with it at the same moment', async () => {
    const token = await invited('ruth@school.example');
    const browsers = await Promise.all([1, 2].map(async () => {
      const browser = wanderer();
      const answer = await browser.fetch(new URL('/api/sign-in/council/invitation', HOME), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
      council.is({ sub: `subject-${++subjects}` });
      return { browser, back: (await browser.visit((await answer.json() as { address: string }).address, backAtUs)).address.href };
    }));
    const places = await Promise.all(browsers.map(async ({ browser, back }) => placeOf(await browser.visit(back, ours))));
    expect(places.filter((place) => place === '/')).toHaveLength(1);
  });
});
