import { Inject, Injectable } from '@nestjs/common';
import { Configuration, allowInsecureRequests, authorizationCodeGrant, buildAuthorizationUrl, calculatePKCECodeChallenge, discovery, enableNonRepudiationChecks, randomNonce, randomPKCECodeVerifier, randomState, type IDToken } from 'openid-client';
import { Clock } from '@attest/shared/api';
import { SIGN_IN_SETTINGS, type Provider, type SignInSettings } from '../../settings';
import type { Journey } from './journey';
import { WentWrong } from './went-wrong';

/** Seconds a provider has for each answer. */
const PATIENCE = 5;
/** How long what a provider said of itself is believed. */
const REMEMBERED = 60 * 60_000;

/** Who somebody is, as a provider tells. */
export interface Told {
  readonly issuer: string;
  readonly subject: string;
  /** To be recognised by, and for nothing else. */
  readonly label: string;
  readonly name: string | null;
  /** Whether a second factor was asked for there. */
  readonly proven: boolean;
  readonly askedAt: Date | null;
}

/** Talks with the providers: OpenID Connect, by authorization code with PKCE, state and nonce. Tokens are read and forgotten. */
@Injectable()
export class Providers {
  private readonly known = new Map<string, { readonly configuration: Promise<Configuration>; readonly until: number }>();

  constructor(
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
    private readonly clock: Clock,
  ) {}

  list(): readonly Pick<Provider, 'key' | 'name'>[] {
    return this.settings.providers.map(({ key, name }) => ({ key, name }));
  }

  /** Where to send the browser, and what must come back with it. */
  async leave(key: string, purpose: Journey['purpose']): Promise<{ readonly address: URL; readonly journey: Journey }> {
    const provider = this.find(key);
    const configuration = await this.configurationOf(provider);
    const journey: Journey = { provider: key, state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), purpose };
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback(key), scope: provider.scopes, response_type: 'code', state: journey.state, nonce: journey.nonce,
      code_challenge: await calculatePKCECodeChallenge(journey.verifier), code_challenge_method: 'S256',
      ...(asksAgain(purpose) ? { prompt: 'login', max_age: '0' } : {}),
    });
    return { address, journey };
  }

  /** `query` as the browser brought it, question mark and all. */
  async arrive({ provider: key, state, nonce, verifier, purpose }: Journey, query: string): Promise<Told> {
    const provider = this.find(key);
    const given = new URL(this.callback(key) + query);
    // said apart from the library's other findings: it is what happens to people with two tabs
    if (given.searchParams.get('state') !== state) throw new WentWrong('started-elsewhere', 'another state');
    const tokens = await authorizationCodeGrant(await this.configurationOf(provider), given, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true });
    const told = toldBy(tokens.claims()!, provider);
    if (asksAgain(purpose) && !this.isRecent(told.askedAt)) throw new WentWrong('not-recent', 'auth_time is missing or long ago');
    return told;
  }

  private find(key: string): Provider {
    const provider = this.settings.providers.find((one) => one.key === key);
    if (!provider) throw new WentWrong('unknown-provider');
    return provider;
  }

  /** Whoever comes while it is being asked waits for the same answer; one that failed is asked again. */
  private async configurationOf(provider: Provider): Promise<Configuration> {
    const known = this.known.get(provider.key);
    if (known && known.until > this.clock.now().getTime()) return known.configuration;
    const configuration = discovered(provider);
    this.known.set(provider.key, { configuration, until: this.clock.now().getTime() + REMEMBERED });
    configuration.catch(() => this.known.delete(provider.key));
    return configuration;
  }

  private callback(key: string): string {
    return new URL(`/api/sign-in/${key}/callback`, this.settings.publicUrl!).href;
  }

  private isRecent(at: Date | null): boolean {
    return at !== null && this.clock.now().getTime() - at.getTime() < 5 * 60_000;
  }
}

const asksAgain = (purpose: Journey['purpose']) => purpose.to === 'sign-in' && purpose.again;

function discovered({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  return discovery(issuer, clientId, clientSecret, undefined, {
    timeout: PATIENCE,
    // the signature is checked though the token comes straight from the provider; plain HTTP only where the settings let it be: this machine
    execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : [])],
  });
}

function toldBy(claims: IDToken, { secondFactor, tenant }: Provider): Told {
  const { iss: issuer, sub: subject, auth_time: at, tid, amr } = claims as IDToken & { tid?: unknown; amr?: unknown };
  if (tenant !== null && tid !== tenant) throw new WentWrong('other-directory');
  const [name, ...others] = [claims['name'], claims['preferred_username'], claims['email']].map((claim) => (typeof claim === 'string' && claim.trim() ? claim.replaceAll('\0', '').trim().slice(0, 200) : null));
  return {
    issuer, subject, name: name ?? null, label: others.find(Boolean) ?? name ?? subject.slice(0, 200),
    proven: secondFactor === 'amr' ? Array.isArray(amr) && amr.includes('mfa') : secondFactor,
    askedAt: typeof at === 'number' ? new Date(at * 1000) : null,
  };
}
