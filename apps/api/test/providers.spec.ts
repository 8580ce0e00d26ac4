import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { Clock } from '@attest/shared/api';
import { CLIENT } from './a-provider';
import { anotherKey, type Crookedness } from './crooked-provider';
import { HOME, ProviderScene, TENANT, backAtUs, ours, placeOf, session, why } from './provider-scenes';
import { aPerson, signedIn } from './scenes';
import type { Wanderer } from './wanderer';

let scene: ProviderScene;
beforeAll(async () => { scene = await ProviderScene.start(); }, 60_000);
afterEach(() => scene.council.intercept(null));
afterAll(() => scene.stop());

describe('whoever comes by a provider', () => {
  it('finds them on the sign-in page', async () => {
    const { body: { providers } } = await scene.api.client().get('/api/welcome');
    expect(providers).toContainEqual({ key: 'council', name: 'The council' });
    expect(JSON.stringify(providers)).not.toContain(CLIENT.clientSecret);
  });

  it('is signed in all the way where the provider asks everybody for a second factor, and comes to the page they wanted', async () => {
    const { person, somebody } = await scene.linked();
    const { browser, place } = await scene.signInBy('council', somebody, scene.wanderer(), '?then=%2Freturns%3Fsearch%3Doak');
    expect(place).toBe('/returns?search=oak');
    expect(await session(browser)).toMatchObject({ status: 200, body: { stage: 'full', person: { id: person.id } } });
  });

  it('owes our second factor where the provider asks for none', async () => {
    const { somebody } = await scene.linked();
    const { browser, place } = await scene.signInBy('careless', somebody, scene.wanderer(), '?then=/returns');
    expect(place).toBe('/sign-in?then=%2Freturns');
    expect(await session(browser)).toMatchObject({ body: { stage: 'enrolment' } });
  });

  it.each([[['pwd', 'mfa'], 'full'], [['pwd'], 'enrolment'], [undefined, 'enrolment']])('owes none where the provider says %j of them: %s', async (amr, stage) => {
    const { somebody } = await scene.linked();
    const { browser } = await scene.signInBy('telling', { ...somebody, ...(amr && { amr }) });
    expect(await session(browser)).toMatchObject({ body: { stage } });
  });

  it('comes from the one directory that may let people in', async () => {
    const { somebody } = await scene.linked();
    expect((await scene.signInBy('one-directory', { ...somebody, tid: TENANT })).place).toBe('/');
    for (const tid of [undefined, uuid()]) expect((await scene.signInBy('one-directory', { ...somebody, ...(tid && { tid }) })).place).toBe(why('other-directory', 'one-directory'));
  });

  it('is nobody here without an invitation, whatever address the provider gives them', async () => {
    const { person } = await scene.linked();
    const { browser, place } = await scene.signInBy('council', { sub: 'a stranger', email: person.email, name: person.name });
    expect(place).toBe(why('not-invited'));
    expect((await session(browser)).status).toBe(401);
  });

  it('is not let in once their account is closed, or their last role has ended', async () => {
    const { person, somebody } = await scene.linked();
    await scene.api.administrator.query('update app.membership set ended_at = now() where person_id = $1', [person.id]);
    expect((await scene.signInBy('council', somebody)).place).toBe(why('no-role'));
    await scene.api.administrator.query('update app.person set deactivated_at = now() where id = $1', [person.id]);
    expect((await scene.signInBy('council', somebody)).place).toBe(why('not-invited'));
  });

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/.//elsewhere.example', '/\t/elsewhere.example', 'javascript:alert(1)', '/api/session', ''])('is never sent on to %j', async (then) => {
    const { somebody } = await scene.linked();
    expect((await scene.signInBy('council', somebody, scene.wanderer(), `?then=${encodeURIComponent(then)}`)).place).toBe('/');
  });

  it('leaves the session they came with worth nothing', async () => {
    const { somebody } = await scene.linked();
    const before = await signedIn(scene.api, await aPerson(scene.api, { role: 'qp-member' }));
    const browser = scene.wanderer().carry(new Map([before.cookie.split('=') as [string, string]]));
    await scene.signInBy('council', somebody, browser);
    expect((await before.get('/api/session')).status).toBe(401);
    expect(browser.cookies().get('__Host-attest')).not.toBe(before.cookie.split('=')[1]);
  });

  it('has proved nothing of now by having typed a password there this morning, until the provider asks again', async () => {
    const { somebody } = await scene.linked();
    const { browser } = await scene.signInBy('council', somebody);
    await scene.api.administrator.query("update app.session set proved_at = '1970-01-01' where way = 'provider'");
    const codes = async () => (await browser.fetch(new URL('/api/session/recovery-codes', HOME), { method: 'POST', headers: { 'x-csrf-token': (await session(browser)).body.csrfToken } })).status;
    expect(await codes()).toBe(403);
    expect((await scene.signInBy('council', somebody, browser, '?again=true&then=/account')).place).toBe('/account');
    expect(await codes()).toBe(200);
  });
});

describe('what goes wrong ends on a page that says so, signed in nowhere', () => {
  const ends = async (place: Promise<{ browser: Wanderer; place: string }>, expected: string) => {
    const { browser, place: reached } = await place;
    expect(reached).toBe(expected);
    expect((await session(browser)).status).toBe(401);
  };

  it('where they pressed Cancel', () => ends(scene.signInBy('council', null), why('cancelled')));
  it('where there is no such provider', () => ends(scene.signInBy('nobodys', null), why('unknown-provider', 'nobodys')));
  it('where the provider is away', () => ends(scene.signInBy('away', null), why('provider-away', 'away')));

  it('where the provider goes away in between, answers with an error, with a page, or too late', async () => {
    const { somebody } = await scene.linked();
    const failing = [{ status: 503, body: '{"error":"temporarily_unavailable"}' }, { status: 502, body: '<html>Bad gateway</html>' }, { status: 200, body: '{}', after: 6_000 }];
    for (const answer of failing) {
      scene.council.intercept((path) => (path.startsWith('/token') ? answer : null));
      await ends(scene.signInBy('council', somebody), why('provider-away'));
    }
  }, 30_000);

  it('where the code was used already, with the cookie of then put back', async () => {
    const { somebody } = await scene.linked();
    scene.council.is(somebody);
    const browser = scene.wanderer();
    const { address } = await browser.visit('/api/sign-in/council', backAtUs);
    const kept = new Map(browser.cookies());
    expect(placeOf(await browser.visit(address.href, ours))).toBe('/');
    expect(placeOf(await browser.visit(address.href, ours))).toBe(why('started-elsewhere'));
    await ends(scene.wanderer().carry(kept).visit(address.href, ours).then((reached) => ({ browser: scene.wanderer(), place: placeOf(reached) })), why('not-accepted'));
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
    scene.council.is((await scene.linked()).somebody);
    const browser = scene.wanderer();
    const { address } = await browser.visit('/api/sign-in/council', backAtUs);
    change(address);
    await ends(browser.visit(address.href, ours).then((reached) => ({ browser, place: placeOf(reached) })), why(reason));
  });

  it('where somebody else’s browser is sent the address', async () => {
    scene.council.is((await scene.linked()).somebody);
    const { address } = await scene.wanderer().visit('/api/sign-in/council', backAtUs);
    const victim = scene.wanderer();
    await ends(victim.visit(address.href, ours).then((reached) => ({ browser: victim, place: placeOf(reached) })), why('started-elsewhere'));
  });

  it('where the cookie is made up, of another provider, or a quarter of an hour old', async () => {
    scene.council.is((await scene.linked()).somebody);
    const browser = scene.wanderer();
    const { address } = await browser.visit('/api/sign-in/council', backAtUs);
    const kept = new Map(browser.cookies());
    for (const forged of ['AAAA', 'x'.repeat(300), [...kept.values()][0]!.replace(/^.{10}/, 'AAAAAAAAAA')]) {
      expect(placeOf(await scene.wanderer().carry(new Map([...kept.keys()].map((name) => [name, forged]))).visit(address.href, ours))).toBe(why('started-elsewhere'));
    }
    expect(placeOf(await scene.wanderer().carry(kept).visit(address.href.replace('/council/', '/careless/'), ours))).toBe(why('started-elsewhere', 'careless'));
    const clock = scene.api.app.get(Clock);
    clock.now = () => new Date(Date.now() + 16 * 60_000);
    expect(placeOf(await scene.wanderer().carry(kept).visit(address.href, ours))).toBe(why('started-elsewhere'));
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
    const browser = scene.wanderer();
    const { address } = await browser.visit('/api/sign-in/crooked', ({ pathname }) => pathname === '/authorize');
    scene.crook.makes(address.searchParams.get('nonce')!, crookedness);
    const back = `/api/sign-in/crooked/callback?code=any&state=${address.searchParams.get('state')}&iss=${encodeURIComponent(scene.crook.issuer)}`;
    await ends(browser.visit(back, ours).then((reached) => ({ browser, place: placeOf(reached) })), why(reason, 'crooked'));
  });

  it('where the provider was asked to ask again, and does not say that it did', async () => {
    const browser = scene.wanderer();
    const { address } = await browser.visit('/api/sign-in/crooked?again=true', ({ pathname }) => pathname === '/authorize');
    expect([address.searchParams.get('prompt'), address.searchParams.get('max_age')]).toEqual(['login', '0']);
    scene.crook.makes(address.searchParams.get('nonce')!);
    expect(placeOf(await browser.visit(`/api/sign-in/crooked/callback?code=any&state=${address.searchParams.get('state')}&iss=${encodeURIComponent(scene.crook.issuer)}`, ours))).toBe(why('not-recent', 'crooked'));
  });
});
