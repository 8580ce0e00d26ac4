import { enter } from './authenticators';
import type { Client } from './client';
import { PASSWORD, type Person } from './scenes';
import type { RunningApi } from './start-api';

export interface Wanted { readonly email: string; readonly name?: string; readonly role?: string; readonly organisationId?: string | null; readonly trust?: string | null }

/** A viewer, unless told otherwise. */
export const invite = (client: Client, { name = '', role = 'viewer', organisationId = null, trust = null, email }: Wanted) =>
  client.post('/api/invitations', { name, email, role, organisationId, trust });

/** The end of the link in the last message to an address. */
export async function tokenFor(api: RunningApi, address: string): Promise<string> {
  const { rows: [letter] } = await api.administrator.query<{ body: string }>('select body from app.mail where address = $1 order by id desc limit 1', [address]);
  const [, token] = /\/invitation\/([\w-]{43})\s/.exec(letter?.body ?? '') ?? [];
  if (!token) throw new Error(`No invitation was sent to ${address}.`);
  return token;
}

export const accept = (client: Client, token: string, { name = 'Zoë Ní Bhriain', password = PASSWORD } = {}) =>
  client.post('/api/invitations/accept', { token, name, password });

/** Invited, and come in: the browser of somebody who has just accepted and set up their app. */
export async function accepted(api: RunningApi, email: string): Promise<Client> {
  const client = api.client();
  const { status, body } = await accept(client, await tokenFor(api, email));
  if (status !== 200) throw new Error(JSON.stringify(body));
  const fresh = api.client();
  await enter(api, fresh, email, PASSWORD);
  return fresh;
}

/** Somebody who has an account accepts what was sent to them. */
export async function joined(api: RunningApi, client: Client, { email }: Pick<Person, 'email'>): Promise<void> {
  const { status, body } = await client.post('/api/invitations/join', { token: await tokenFor(api, email) });
  if (status !== 204) throw new Error(JSON.stringify(body));
}

/** Which roles an address has, behind the curtain. */
export async function rolesOf(api: RunningApi, email: string): Promise<string[]> {
  const { rows } = await api.administrator.query<{ role: string }>(
    'select m.role from app.membership m join app.person p on p.id = m.person_id where lower(p.email) = lower($1) and m.ended_at is null order by m.role', [email]);
  return rows.map(({ role }) => role);
}
