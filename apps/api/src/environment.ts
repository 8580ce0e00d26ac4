import { createHmac } from 'node:crypto';
import { resolve } from 'node:path';
import type { MailSettings } from '@attest/shared/api';
import { mailFrom } from './environment-mail';
import type { Provider } from '@attest/people/api';
import type { ScannerSettings } from '@attest/submissions/api';
import { providersFrom } from './environment-providers';

/** Everything the program is told from outside. A bad value stops the start with a sentence that says which and why. */
export interface Environment {
  /** Port for web and API together. */
  readonly port: number;
  /** The address to listen on: this machine alone unless told, everybody in a container. */
  readonly host: string;
  /** The PostgreSQL to use, as an administrator of that database: migrations run as this user, requests never do. */
  readonly databaseUrl: string;
  /** Whether the demonstration partnership and its accounts may exist. */
  readonly demo: boolean;
  /** Where the built web application lies, or null to serve the API alone. */
  readonly webRoot: string | null;
  /** The address people type, when it is not http://localhost. Cookies are `Secure` when it is HTTPS. */
  readonly publicUrl: URL | null;
  /** How many proxies of ours stand in front: so many addresses from the end of X-Forwarded-For are believed, and none without. */
  readonly proxies: number;
  /** Whether this process answers requests, does jobs, or both. */
  readonly role: Role;
  readonly mail: MailSettings;
  /** Where ClamAV's daemon listens, or null where files are not scanned for malware. */
  readonly scanner: ScannerSettings;
  /** Whom to tell of a hole in this Attest, as `mailto:` or `https:`; told to the world in /.well-known/security.txt. */
  readonly securityContact: string | null;
  /** By whose accounts people may sign in, beside our own. */
  readonly providers: readonly Provider[];
  /** Secrets derived from the one `SECRET`. */
  readonly appPassword: string;
  readonly signingKey: Buffer;
  readonly secretBoxKey: Buffer;
}

export type Role = 'api' | 'worker' | 'all';

export function environmentFrom(variables: Readonly<Record<string, string | undefined>>): Environment {
  const secret = variables['SECRET'] ?? '';
  if (secret.length < 32) {
    throw new Error('SECRET must be set, with 32 characters or more: sessions and the database role depend on it. `npm start` makes one by itself.');
  }
  const demo = demoFrom(variables['DEMO']);
  const publicUrl = urlFrom(variables['PUBLIC_URL']);
  return {
    port: portFrom(variables['PORT']),
    host: variables['HOST'] || '127.0.0.1',
    databaseUrl: databaseUrlFrom(variables['DATABASE_URL']),
    demo,
    webRoot: variables['WEB_ROOT'] ? resolve(variables['WEB_ROOT']) : null,
    proxies: proxiesFrom(variables['TRUST_PROXY']),
    role: roleFrom(variables['ROLE']),
    mail: mailFrom(variables, demo),
    scanner: scannerFrom(variables['CLAMAV']),
    securityContact: contactFrom(variables['SECURITY_CONTACT']),
    publicUrl,
    providers: providersFrom(variables['OIDC_PROVIDERS'], publicUrl),
    appPassword: derived(secret, 'database role').toString('hex'),
    signingKey: derived(secret, 'caller context'),
    secretBoxKey: derived(secret, 'secrets at rest'),
  };
}

const derived = (secret: string, purpose: string) => createHmac('sha256', secret).update(purpose).digest();

function portFrom(given = '3000'): number {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a number from 0 to 65535; it is "${given}".`);
  return port;
}

function databaseUrlFrom(given: string | undefined): string {
  if (!given) throw new Error('DATABASE_URL is missing. Run `npm start`, which brings its own PostgreSQL, or set it to postgres://user:password@host/database.');
  if (!/^postgres(ql)?:\/\//.test(given)) throw new Error('DATABASE_URL must begin with postgres:// and name a database.');
  return given;
}

function demoFrom(given = 'off'): boolean {
  if (given !== 'on' && given !== 'off') throw new Error(`DEMO must be "on" or "off"; it is "${given}".`);
  return given === 'on';
}

function roleFrom(given = 'all'): Role {
  if (given !== 'api' && given !== 'worker' && given !== 'all') throw new Error(`ROLE must be "api", "worker" or "all"; it is "${given}".`);
  return given;
}

function scannerFrom(given: string | undefined): ScannerSettings {
  if (!given) return null;
  if (given.startsWith('/')) return { path: given };
  const [, host, port] = /^([\w.-]+|\[[0-9a-f:]+\]):(\d{1,5})$/i.exec(given) ?? [];
  if (!host || Number(port) > 65_535) throw new Error(`CLAMAV must be the socket of clamd, such as /run/clamav/clamd.ctl, or host and port, such as clamav:3310; it is "${given}".`);
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) };
}

function urlFrom(given: string | undefined): URL | null {
  if (!given) return null;
  if (!URL.canParse(given)) throw new Error(`PUBLIC_URL must be an address such as https://attest.example.org; it is "${given}".`);
  return new URL(given);
}

function proxiesFrom(given = '0'): number {
  if (!/^[0-9]$/.test(given)) throw new Error(`TRUST_PROXY must be the number of proxies in front of Attest, from 0 to 9; it is "${given}".`);
  return Number(given);
}

function contactFrom(given: string | undefined): string | null {
  if (!given) return null;
  if (!/^(mailto:[^@\s]+@[^@\s]+|https:\/\/\S+)$/.test(given)) throw new Error(`SECURITY_CONTACT must be an address such as mailto:security@example.org or https://example.org/security; it is "${given}".`);
  return given;
}
