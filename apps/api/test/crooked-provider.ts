import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What it puts into the token, and how it signs. */
export interface Crookedness {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly key?: KeyObject;
  /** Leaves the signature out. */
  readonly unsigned?: boolean;
  /** Leaves the token out. */
  readonly tokenless?: boolean;
}

export interface RunningCrook {
  readonly issuer: string;
  /** How the next token will be made, for this nonce. */
  makes(nonce: string, crookedness?: Crookedness): void;
  stop(): Promise<void>;
}

export const anotherKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** A provider by hand, which no certified one would be: it says and signs whatever it is told to. */
export async function aCrookedProvider(clientId: string): Promise<RunningCrook> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let idToken: string | undefined;
  const server = createServer((request, response) => {
    const answers: Readonly<Record<string, unknown>> = {
      '/.well-known/openid-configuration': {
        issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: ['code'],
        subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256'], authorization_response_iss_parameter_supported: true,
      },
      '/jwks': { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
      '/token': { access_token: 'worth nothing', token_type: 'Bearer', id_token: idToken },
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers[request.url ?? '']));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    makes: (nonce, { claims = {}, header = {}, key = privateKey, unsigned = false, tokenless = false } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const signed = [{ alg: 'RS256', kid: 'one', ...header }, { iss: issuer, aud: clientId, sub: 'somebody', nonce, iat: now, exp: now + 300, ...claims }].map(encoded).join('.');
      idToken = tokenless ? undefined : `${signed}.${unsigned ? '' : sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
    },
    stop: () => new Promise((stopped) => { server.closeAllConnections(); server.close(() => stopped()); }),
  };
}

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
