import { v7 as uuid } from 'uuid';
import { CLIENT, aProvider, type RunningProvider, type Somebody } from './a-provider';
import { aCrookedProvider, type RunningCrook } from './crooked-provider';
import { aPartnership, aPerson, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { Wanderer } from './wanderer';

export const HOME = 'https://attest.example.org';
export const TENANT = '0198c0de-7000-7000-8000-00000000000a';

const keys = ['council', 'careless', 'telling', 'one-directory'];

/** A partnership whose people may come by several providers: one that is certified under four settings, one by hand, one that is away. */
export class ProviderScene {
  private subjects = 0;

  private constructor(readonly api: RunningApi, readonly council: RunningProvider, readonly crook: RunningCrook, readonly here: Partnership) {}

  static async start(): Promise<ProviderScene> {
    const council = await aProvider(...keys.map((key) => `${HOME}/api/sign-in/${key}/callback`));
    const crook = await aCrookedProvider(CLIENT.clientId);
    const at = (key: string, issuer: string, more: object) => ({ key, name: `The ${key}`, issuer, ...CLIENT, ...more });
    const api = await startApi({
      publicUrl: HOME,
      variables: { OIDC_PROVIDERS: JSON.stringify([
        at('council', council.issuer, { secondFactor: true }), at('careless', council.issuer, { secondFactor: false }), at('telling', council.issuer, { secondFactor: 'amr' }),
        at('one-directory', council.issuer, { secondFactor: true, tenant: TENANT }), at('crooked', crook.issuer, { secondFactor: true }), at('away', 'http://127.0.0.1:9', { secondFactor: true }),
      ]) },
    });
    return new ProviderScene(api, council, crook, await aPartnership(api));
  }

  async stop(): Promise<void> {
    await this.api.stop();
    await this.council.stop();
    await this.crook.stop();
  }

  wanderer(): Wanderer {
    return new Wanderer(HOME, this.api.url);
  }

  /** Somebody at the council whom nobody here knows. */
  aSubject(more: Omit<Somebody, 'sub'> = {}): Somebody {
    return { sub: `subject-${++this.subjects}`, ...more };
  }

  /** Somebody whose account at the council is linked, behind the curtain. */
  async linked(): Promise<{ person: Person; somebody: Somebody }> {
    const person = await aPerson(this.api, { role: 'qp-member' });
    const somebody = this.aSubject({ name: 'Priya Shah', email: person.email });
    await this.api.administrator.query('insert into app.identity (id, issuer, subject, person_id, provider, label) values ($1, $2, $3, $4, $5, $3)',
      [uuid(), this.council.issuer, somebody.sub, person.id, 'council']);
    return { person, somebody };
  }

  /** All the way there and back. */
  async signInBy(provider: string, somebody: Somebody | null, browser = this.wanderer(), query = ''): Promise<{ browser: Wanderer; place: string }> {
    this.council.is(somebody);
    return { browser, place: placeOf(await browser.visit(`/api/sign-in/${provider}${query}`, ours)) };
  }
}

export const ours = ({ origin, pathname }: URL) => origin === HOME && !pathname.startsWith('/api/');
export const backAtUs = ({ pathname }: URL) => pathname.endsWith('/callback');
export const why = (reason: string, by = 'council') => `/sign-in/problem?why=${reason}&by=${by}`;
export const placeOf = ({ address: { pathname, search } }: { address: URL }) => pathname + search;

export async function session(browser: Wanderer) {
  const answer = await browser.fetch(new URL('/api/session', HOME));
  return { status: answer.status, body: await answer.json() as Record<string, unknown> & { csrfToken: string } };
}
