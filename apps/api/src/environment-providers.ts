import type { Provider } from '@attest/people/api';

const EXAMPLE = '[{"key":"council","name":"Council account","issuer":"https://login.example.org","clientId":"…","clientSecret":"…","secondFactor":true}]';
const known = ['key', 'name', 'issuer', 'clientId', 'clientSecret', 'scopes', 'secondFactor', 'tenant'];

/** `OIDC_PROVIDERS`: by whose accounts people may sign in. */
export function providersFrom(given: string | undefined, publicUrl: URL | null): readonly Provider[] {
  if (!given) return [];
  const list = listIn(given);
  const providers = list.map((one, index) => providerFrom(one, `provider ${index + 1}`));
  const twice = providers.find(({ key }, index) => providers.findIndex((other) => other.key === key) !== index);
  if (twice) throw wrong(`the key "${twice.key}" stands there twice`);
  if (providers.length > 0 && !publicUrl) throw new Error('OIDC_PROVIDERS needs PUBLIC_URL: providers send people back to that address.');
  return providers;
}

function listIn(given: string): unknown[] {
  try {
    const list: unknown = JSON.parse(given);
    if (Array.isArray(list)) return list;
  } catch {
    // said below, in words for whoever set it
  }
  throw wrong(`it is not a list in JSON such as ${EXAMPLE}`);
}

function providerFrom(given: unknown, place: string): Provider {
  if (typeof given !== 'object' || given === null) throw wrong(`${place} is not an object`);
  const one = given as Record<string, unknown>;
  const stray = Object.keys(one).find((name) => !known.includes(name));
  if (stray) throw wrong(`${place} has "${stray}", which is not one of ${known.join(', ')}`);
  for (const name of ['key', 'name', 'issuer', 'clientId', 'clientSecret']) {
    if (typeof one[name] !== 'string' || one[name] === '') throw wrong(`${place} has no "${name}"`);
  }
  const { key, name, issuer, clientId, clientSecret, scopes = 'openid profile email', secondFactor, tenant = null } = one as Record<string, string>;
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(key!)) throw wrong(`the key "${key}" may have small letters, digits and hyphens only, for it stands in addresses`);
  if (!String(scopes).split(' ').includes('openid')) throw wrong(`the scopes of "${key}" must hold openid`);
  if (![true, false, 'amr'].includes(secondFactor as never)) throw wrong(`"${key}" must say in "secondFactor" whether the provider asks everybody for one (true), not (false), or says so of each person ("amr")`);
  if (tenant !== null && !/^[0-9a-f-]{36}$/i.test(tenant)) throw wrong(`the tenant of "${key}" must be the directory's identifier, as Entra ID shows it`);
  const address = issuerFrom(issuer!, key!);
  if (secondFactor as unknown === true && tenant === null && isShared(address)) {
    throw wrong(`"${key}" lets people of any directory in, of which nobody knows whether they ask for a second factor: name the "tenant", or set "secondFactor" to false or "amr"`);
  }
  return { key: key!, name: name!, issuer: address, clientId: clientId!, clientSecret: clientSecret!, scopes: String(scopes), secondFactor: secondFactor as unknown as Provider['secondFactor'], tenant };
}

function issuerFrom(issuer: string, key: string): URL {
  const address = URL.canParse(issuer) ? new URL(issuer) : null;
  const local = address?.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(address.hostname);
  if (!address || (address.protocol !== 'https:' && !local)) throw wrong(`the issuer of "${key}" must be an address that begins with https://; it is "${issuer}"`);
  return address;
}

/** Entra ID's addresses for the accounts of every directory. */
const isShared = ({ hostname, pathname }: URL) => hostname === 'login.microsoftonline.com' && /^\/(common|organizations|consumers)\//.test(pathname);

const wrong = (what: string) => new Error(`OIDC_PROVIDERS cannot be used: ${what}.`);
