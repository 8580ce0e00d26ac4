import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { actions, may, type Role } from '@attest/domain/access';
import {
  ABSOLUTE_HOURS, Database, IDLE_MINUTES, KnownBrowsers, MAIL_SETTINGS, Refused, SESSION_SETTINGS, SignInTrail, cookieName, hashOf, notFound, tokenFrom,
  type CallerRequest, type MailSettings, type SessionSettings, type SignedInCaller, type Stage,
} from '@attest/shared/api';
import type { Request, Response } from 'express';
import { v7 as uuid } from 'uuid';
import { DEMONSTRATION_PASSWORD, PASSKEY_ROUTE, SIGNING_IN } from '../settings';
import { Providers } from './providers/providers';
import type { SessionView, WelcomeView } from './session.dto';

interface SessionRow {
  session_id: string; csrf_token: string; expires_at: Date; stage: Stage; person_id: string; person_name: string; person_email: string;
  partnership_id: string; partnership_name: string;
  memberships: { role: Role; organisationId: string | null; organisationName: string | null; partnershipId: string }[];
}

/** How somebody came in. `proven`: a second factor was part of it, as it is of a passkey. */
export interface Arrival {
  readonly personId: string;
  readonly way: 'password' | 'passkey' | 'provider';
  readonly proven?: boolean;
  /** When a provider last asked them; now, where nothing is said. */
  readonly provedAt?: Date;
}

@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly trail: SignInTrail,
    private readonly browsers: KnownBrowsers,
    private readonly providers: Providers,
    @Inject(SESSION_SETTINGS) private readonly settings: SessionSettings,
    @Inject(MAIL_SETTINGS) private readonly mail: MailSettings,
  ) {}

  /** A new token at every sign-in; the one the browser came with is worth nothing afterwards. */
  async start({ personId, way, proven = false, provedAt }: Arrival, request: Request, response: Response): Promise<SessionView> {
    await this.forget(request);
    const { token, csrf } = newSecrets();
    const sessionId = uuid();
    await this.database.withoutCaller('select app.start_session($1, $2, $3, $4, make_interval(hours => $5), $6, $7, $8)',
      [sessionId, personId, hashOf(token), csrf, ABSOLUTE_HOURS, way, proven, storable(request.headers['user-agent'])]);
    if (provedAt) await this.database.withoutCaller('select app.date_proof($1, $2)', [sessionId, provedAt]);
    await this.trail.of(personId, { ...SIGNING_IN, ...(way === 'passkey' && { route: PASSKEY_ROUTE }), outcome: 'done', sessionId, detail: { way } });
    return this.handOver(token, response);
  }

  view(request: CallerRequest): Promise<SessionView> {
    return this.viewOf(tokenFrom(request as Request, this.settings)!);
  }

  /** They proved who they are: a new token, good for everything. */
  async raise(caller: SignedInCaller, response: Response): Promise<SessionView> {
    const { token, csrf } = newSecrets();
    await this.database.transaction(caller, 'write', () =>
      this.database.query('select app.raise_session($1, $2, make_interval(hours => $3))', [hashOf(token), csrf, ABSOLUTE_HOURS]));
    return this.handOver(token, response);
  }

  async switch(caller: SignedInCaller, partnershipId: string, response: Response): Promise<SessionView> {
    const { token, csrf } = newSecrets();
    await this.database.transaction(caller, 'write', async () => {
      const row = await this.database.one<{ switched: boolean }>('select app.switch_partnership($1, $2, $3) as switched', [partnershipId, hashOf(token), csrf]);
      if (!row?.switched) throw notFound();
    });
    return this.handOver(token, response);
  }

  async end(caller: SignedInCaller, request: Request, response: Response): Promise<void> {
    await this.database.transaction(caller, 'write', () => this.database.query('select app.end_session($1)', [hashOf(tokenFrom(request, this.settings)!)]));
    response.clearCookie(cookieName(this.settings.secureCookies), this.cookie());
  }

  async welcome(): Promise<WelcomeView> {
    const [{ empty }] = await this.database.withoutCaller<{ empty: boolean }>('select app.is_empty() as empty') as [{ empty: boolean }];
    const accounts = this.settings.demo
      ? await this.database.withoutCaller<{ email: string; name: string; role: Role; organisation: string | null }>(
        'select email, name, role, organisation_name as organisation from app.demonstration_accounts()')
      : [];
    return { empty, providers: [...this.providers.list()], outbox: this.mail.by === 'outbox', demonstrationPassword: accounts.length > 0 ? DEMONSTRATION_PASSWORD : null, demonstrationAccounts: accounts };
  }

  private async handOver(token: string, response: Response): Promise<SessionView> {
    const view = await this.viewOf(token);
    response.cookie(cookieName(this.settings.secureCookies), token, this.cookie(ABSOLUTE_HOURS * 3_600_000));
    if (view.stage === 'full') this.browsers.remember(view.person.email, response);
    return view;
  }

  private async forget(request: Request): Promise<void> {
    const token = tokenFrom(request, this.settings);
    if (token) await this.database.withoutCaller('select app.end_session($1)', [hashOf(token)]);
  }

  /** Whose session the browser brings, for what comes as a visit of a page and so without a CSRF token. */
  async callerOf(request: Request): Promise<{ readonly caller: SignedInCaller; readonly stage: Stage } | null> {
    const token = tokenFrom(request, this.settings);
    const row = token ? await this.rowOf(token) : undefined;
    return row ? { caller: callerIn(row), stage: row.stage } : null;
  }

  private async rowOf(token: string): Promise<SessionRow | undefined> {
    const [row] = await this.database.withoutCaller<SessionRow>(
      'select * from app.session_of($1, make_interval(mins => $2), $3)', [hashOf(token), IDLE_MINUTES, this.settings.demo]);
    return row;
  }

  private async viewOf(token: string): Promise<SessionView> {
    const row = await this.rowOf(token);
    if (!row) throw new Refused('not-allowed', 'Your account has no role in a partnership. Ask the business unit for one.');
    const caller = callerIn(row);
    const { ways, partnerships } = await this.database.transaction(caller, 'read', () => this.ownOf(row.stage));
    const full = row.stage === 'full';
    return {
      stage: row.stage,
      person: { id: row.person_id, name: row.person_name, email: row.person_email },
      partnership: { id: row.partnership_id, name: row.partnership_name },
      ways, partnerships,
      memberships: full ? row.memberships.map(({ role, organisationId, organisationName }) => ({
        role, organisation: organisationId ? { id: organisationId, name: organisationName ?? '' } : null,
      })) : [],
      permissions: full ? actions.filter((action) => may(caller, action)) : [],
      csrfToken: row.csrf_token,
      expiresAt: row.expires_at.toISOString(),
      idleMinutes: IDLE_MINUTES,
    };
  }

  /** Inside a transaction. */
  private async ownOf(stage: Stage): Promise<Pick<SessionView, 'ways' | 'partnerships'>> {
    const { ways } = (await this.database.one<Pick<SessionView, 'ways'>>('select app.my_ways() as ways'))!;
    return { ways, partnerships: stage === 'full' ? await this.database.query('select * from app.my_partnerships()') : [] };
  }

  private cookie(maxAge?: number) {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.settings.secureCookies, maxAge } as const;
  }
}

const callerIn = (row: SessionRow): SignedInCaller => ({
  personId: row.person_id, name: row.person_name, email: row.person_email, partnershipId: row.partnership_id, sessionId: row.session_id, memberships: row.memberships,
});

/** 256 and 192 bits. */
const newSecrets = () => ({ token: randomBytes(32).toString('base64url'), csrf: randomBytes(24).toString('base64url') });

const storable = (agent = '') => agent.replaceAll('\0', '').slice(0, 200);
