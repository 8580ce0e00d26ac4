import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Somebody } from './a-provider';
import { invite, rolesOf, tokenFor } from './invitation-scenes';
import { HOME, ProviderScene, backAtUs, ours, placeOf, session, why } from './provider-scenes';
import { aPerson, signedIn, type Person } from './scenes';
import type { Wanderer } from './wanderer';

let scene: ProviderScene;
beforeAll(async () => { scene = await ProviderScene.start(); }, 60_000);
afterAll(() => scene.stop());

describe('one’s account at a provider', () => {
  /** In a browser that follows redirects, signed in by password and second factor. */
  async function signedInBrowser(): Promise<{ person: Person; browser: Wanderer; csrfToken: string }> {
    const person = await aPerson(scene.api, { role: 'qp-member' });
    const client = await signedIn(scene.api, person);
    return { person, browser: scene.wanderer().carry(new Map([client.cookie.split('=') as [string, string]])), csrfToken: client.csrfToken };
  }
  const ask = async (browser: Wanderer, csrfToken: string, method: string, path: string, body?: object) => {
    const answer = await browser.fetch(new URL(path, HOME), { method, headers: { 'x-csrf-token': csrfToken, ...(body && { 'content-type': 'application/json' }) }, ...(body && { body: JSON.stringify(body) }) });
    return { status: answer.status, body: (answer.status === 204 ? {} : await answer.json()) as { readonly address: string; readonly identities: readonly { readonly id: string }[] } };
  };
  const begin = (browser: Wanderer, csrfToken: string, provider = 'council') => ask(browser, csrfToken, 'POST', '/api/account/identities', { provider });
  const longAgo = ({ id }: Person) => scene.api.administrator.query("update app.session set proved_at = now() - interval '11 minutes' where person_id = $1", [id]);

  it('is linked by whoever has just proved who they are, and signs them in from then on', async () => {
    const { person, browser, csrfToken } = await signedInBrowser();
    const somebody = scene.aSubject({ name: 'Priya Shah', email: 'priya.shah@council.example' });
    scene.council.is(somebody);
    const { body: { address } } = await begin(browser, csrfToken);
    expect(placeOf(await browser.visit(address, ours))).toBe('/account?linked=council');
    const { body: account } = await ask(browser, csrfToken, 'GET', '/api/account');
    expect(account).toMatchObject({ identities: [{ provider: 'The council', label: 'priya.shah@council.example', usedAt: null, moves: ['unlink'] }] });
    const { rows } = await scene.api.administrator.query("select outcome from app.audit_event where route = 'GET /sign-in/:provider/callback' and person_id = $1", [person.id]);
    expect(rows).toEqual([{ outcome: 'done' }]);
    expect(await session((await scene.signInBy('council', somebody)).browser)).toMatchObject({ body: { person: { id: person.id }, ways: ['password', 'authenticator', 'provider'] } });
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
    scene.council.is(scene.aSubject());
    const { body: { address } } = await begin(one.browser, one.csrfToken);
    const journey = new Map([...one.browser.cookies()].filter(([name]) => name.endsWith('journey')));
    expect(placeOf(await scene.wanderer().carry(new Map([...other.browser.cookies(), ...journey])).visit(address, ours))).toBe(why('signed-out'));
    expect(placeOf(await scene.wanderer().carry(journey).visit((await begin(one.browser, one.csrfToken)).body.address, ours))).toBe(why('started-elsewhere'));
  });

  it('belongs to one person', async () => {
    const { somebody } = await scene.linked();
    const { browser, csrfToken } = await signedInBrowser();
    scene.council.is(somebody);
    const { body: { address } } = await begin(browser, csrfToken);
    expect(placeOf(await browser.visit(address, ours))).toBe(why('linked-elsewhere'));
  });

  it('is unlinked by its owner, unless it is their only way to sign in', async () => {
    const { person, somebody } = await scene.linked();
    const { browser } = await scene.signInBy('council', somebody, scene.wanderer(), '?again=true');
    const { body: { csrfToken } } = await session(browser);
    const { body: account } = await ask(browser, csrfToken, 'GET', '/api/account');
    const { id } = account.identities[0]!;
    const stranger = await signedInBrowser();
    expect(await ask(stranger.browser, stranger.csrfToken, 'DELETE', `/api/account/identities/${id}`)).toMatchObject({ status: 404 });
    await scene.api.administrator.query('update app.person set password_hash = null where id = $1', [person.id]);
    expect(await ask(browser, csrfToken, 'DELETE', `/api/account/identities/${id}`)).toMatchObject({ status: 409, body: { code: 'still-needed' } });
    await scene.api.administrator.query("update app.person set password_hash = 'any' where id = $1", [person.id]);
    expect(await ask(browser, csrfToken, 'DELETE', `/api/account/identities/${id}`)).toMatchObject({ status: 204 });
    expect((await scene.signInBy('council', somebody)).place).toBe(why('not-invited'));
  });
});

describe('an invitation', () => {
  /** Continues with the council from the page of the invitation. */
  async function continued(token: string, somebody: Somebody | null, browser = scene.wanderer()) {
    scene.council.is(somebody);
    const answer = await browser.fetch(new URL('/api/sign-in/council/invitation', HOME), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
    const { address } = await answer.json() as { address: string };
    return { browser, place: placeOf(await browser.visit(address, ours)) };
  }
  const invited = async (email: string) => {
    expect((await invite(scene.here.businessUnit, { email, role: 'qp-member' })).status).toBe(201);
    return tokenFor(scene.api, email);
  };

  it('is accepted with an account at the council, which signs them in from then on', async () => {
    const token = await invited('zoe@school.example');
    const somebody = scene.aSubject({ name: 'Zoë Ní Bhriain', email: 'z.nibhriain@council.example' });
    const { browser, place } = await continued(token, somebody);
    expect(place).toBe('/');
    expect(await session(browser)).toMatchObject({ body: { stage: 'full', ways: ['provider'], person: { name: 'Zoë Ní Bhriain', email: 'zoe@school.example' }, memberships: [{ role: 'qp-member' }] } });
    expect((await scene.signInBy('council', somebody)).place).toBe('/');
    expect((await continued(token, scene.aSubject())).place).toBe(why('invitation-over'));
  });

  it('is not accepted by whoever cancels, is known here as another, or is invited at an address that has an account', async () => {
    const { person, somebody } = await scene.linked();
    const token = await invited('tom@school.example');
    expect((await continued(token, null)).place).toBe(why('cancelled'));
    expect((await continued(token, somebody)).place).toBe(why('another-person'));
    expect(await rolesOf(scene.api, 'tom@school.example')).toEqual([]);
    expect((await invite(scene.here.businessUnit, { email: person.email, role: 'executive' })).status).toBe(201);
    expect((await continued(await tokenFor(scene.api, person.email), scene.aSubject())).place).toBe(why('has-account'));
    expect((await continued('made up', scene.aSubject())).place).toBe(why('invitation-over'));
  });

  it('is accepted once, also when two come with it at the same moment', async () => {
    const token = await invited('ruth@school.example');
    const browsers = await Promise.all([1, 2].map(async () => {
      const browser = scene.wanderer();
      const answer = await browser.fetch(new URL('/api/sign-in/council/invitation', HOME), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
      scene.council.is(scene.aSubject());
      return { browser, back: (await browser.visit((await answer.json() as { address: string }).address, backAtUs)).address.href };
    }));
    const places = await Promise.all(browsers.map(async ({ browser, back }) => placeOf(await browser.visit(back, ours))));
    expect(places.filter((place) => place === '/')).toHaveLength(1);
  });
});
