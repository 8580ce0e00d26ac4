import { generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider, type Adapter, type AdapterPayload, type ClientMetadata, type JWK, type KoaContextWithOIDC } from 'oidc-provider';

export const CLIENT = { clientId: 'attest', clientSecret: 'a secret that provider and client share' };

/** Who is signed in at the provider, and what it says of them. */
export interface Somebody {
  readonly sub: string;
  readonly name?: string;
  readonly email?: string;
  readonly amr?: readonly string[];
  readonly tid?: string;
}

export interface RunningProvider {
  readonly issuer: string;
  /** Who sits at the browser from now on: whoever arrives is them. Null presses "Cancel". */
  is(somebody: Somebody | null): void;
  /** Stands in front of it, and may answer in its place. */
  intercept(instead: ((path: string) => { status: number; body: string; after?: number } | null) | null): void;
  stop(): Promise<void>;
}

/** A certified OpenID provider of its own, in this process. It asks nobody anything: who sits at the browser is said by `is`. */
export async function aProvider(...redirectUris: string[]): Promise<RunningProvider> {
  let present: Somebody | null = null;
  let instead: Parameters<RunningProvider['intercept']>[0] = null;
  let handler: ReturnType<Provider['callback']> = () => Promise.resolve();
  const server: Server = createServer((request, response) => {
    const answer = instead?.(request.url ?? '');
    if (!answer) return void handler(request, response);
    setTimeout(() => response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body), answer.after ?? 0).unref();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: redirectUris, token_endpoint_auth_method: 'client_secret_post' } as ClientMetadata],
    adapter: Remembering,
    jwks: { keys: [aKey()] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    claims: { openid: ['sub', 'amr', 'tid'], profile: ['name', 'preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['only for these tests'] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => Promise.resolve({ ...present, sub: id }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    renderError: (context, out) => { context.type = 'json'; context.body = out; },
  });
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next();
    await arrive(provider, context as KoaContextWithOIDC, present);
  });
  handler = provider.callback();
  return {
    issuer,
    is: (somebody) => { present = somebody; },
    intercept: (answers) => { instead = answers; },
    stop: () => new Promise((stopped) => { server.closeAllConnections(); server.close(() => stopped()); }),
  };
}

/** Signs in whoever is there and has them agree, at once. */
async function arrive(provider: Provider, context: KoaContextWithOIDC, present: Somebody | null): Promise<void> {
  const { params, grantId } = await provider.interactionDetails(context.req, context.res);
  if (!present) return provider.interactionFinished(context.req, context.res, { error: 'access_denied', error_description: 'somebody@example.org pressed Cancel' });
  const grant = (grantId && await provider.Grant.find(grantId)) || new provider.Grant({ accountId: present.sub, clientId: params['client_id'] as string });
  grant.addOIDCScope(String(params['scope']));
  await provider.interactionFinished(context.req, context.res, { login: { accountId: present.sub, amr: present.amr ? [...present.amr] : undefined }, consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: false });
}

const aKey = (): JWK => ({ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JsonWebKey, use: 'sig', alg: 'RS256' }) as JWK;

/** For as long as the test runs. */
class Remembering implements Adapter {
  private readonly kept = new Map<string, AdapterPayload>();

  upsert(id: string, payload: AdapterPayload) {
    this.kept.set(id, payload);
    return Promise.resolve();
  }

  find(id: string) {
    return Promise.resolve(this.kept.get(id));
  }

  findByUid(uid: string) {
    return Promise.resolve([...this.kept.values()].find((payload) => payload.uid === uid));
  }

  findByUserCode() {
    return Promise.resolve(undefined);
  }

  consume(id: string) {
    this.kept.set(id, { ...this.kept.get(id), consumed: Math.floor(Date.now() / 1000) });
    return Promise.resolve();
  }

  destroy(id: string) {
    this.kept.delete(id);
    return Promise.resolve();
  }

  revokeByGrantId(grantId: string) {
    for (const [id, payload] of this.kept) if (payload.grantId === grantId) this.kept.delete(id);
    return Promise.resolve();
  }
}
