import { Secret, TOTP } from 'otpauth';
import { Clock } from '@attest/shared/api';
import type { Answered, Client } from './client';
import type { RunningApi } from './start-api';

interface Session { readonly stage: string; readonly csrfToken: string; readonly person: { readonly id: string }; readonly partnership: { readonly id: string } }

/** The telephones of the people of these scenes: the secret of each one's authenticator app. */
const telephones = new WeakMap<RunningApi, Map<string, string>>();

/** What the app shows `seconds` from now, by the clock of this scene. */
export const codeOf = (api: RunningApi, secret: string, seconds = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.app.get(Clock).now().getTime() + seconds * 1000 });

/** Signs in all the way, as somebody does who has their telephone with them: the first time, they set up their app. */
export async function enter(api: RunningApi, client: Client, email: string, password: string): Promise<Session> {
  const { status, body } = await client.signIn(email, password) as Answered<Session>;
  if (status !== 200) throw new Error(`${email} could not sign in: ${JSON.stringify(body)}`);
  const known = telephones.get(api) ?? new Map<string, string>();
  telephones.set(api, known);
  if (body.stage === 'enrolment') return took(client, (await setUpAuthenticator(api, client, (secret) => known.set(body.person.id, secret))).session);
  if (body.stage === 'full') return body;
  // they waited for the next code
  await api.administrator.query('update app.authenticator set last_step = 0 where person_id = $1', [body.person.id]);
  const finished = await client.post<Session>('/api/session/second-factor', { code: codeOf(api, known.get(body.person.id)!) });
  if (finished.status !== 200) throw new Error(`${email} could not finish signing in: ${JSON.stringify(finished.body)}`);
  return took(client, finished.body);
}

/** By somebody half signed in, with the app on their telephone. */
export async function setUpAuthenticator(api: RunningApi, client: Client, scan: (secret: string) => void = () => {}): Promise<{ session: Session; recoveryCodes: string[] }> {
  const { body: offer } = await client.post<{ secret: string }>('/api/session/authenticator');
  const confirmed = await client.post<{ session: Session; recoveryCodes: string[] }>('/api/session/authenticator/confirm', { code: codeOf(api, offer.secret) });
  if (confirmed.status !== 200) throw new Error(`The authenticator app was not set up: ${JSON.stringify(confirmed.body)}`);
  scan(offer.secret);
  took(client, confirmed.body.session);
  return confirmed.body;
}

function took(client: Client, session: Session): Session {
  client.csrfToken = session.csrfToken;
  return session;
}
