import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { v7 as uuid } from 'uuid';
import { actions, may, type Role } from '@attest/domain/access';
import {
  ABSOLUTE_HOURS, Database, IDLE_MINUTES, Refused, SESSION_SETTINGS, cookieName, hashOf, tokenFrom, type CallerRequest, type SessionSettings,
} from '@attest/shared/api';
import type { SessionView, WelcomeView } from './session.dto';
import { DEMONSTRATION_PASSWORD } from './settings';

interface SessionRow {
  csrf_token: string; expires_at: Date; person_id: string; person_name: string; person_email: string;
  partnership_id: string; partnership_name: string;
  memberships: { role: Role; organisationId: string | null; organisationName: string | null; partnershipId: string }[];
}

@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    @Inject(SESSION_SETTINGS) private readonly settings: SessionSettings,
  ) {}

  /** A new token at every sign-in; the one the browser came with is worth nothing afterwards. */
  async start({ personId }: { personId: string }, request: Request, response: Response): Promise<SessionView> {
    await this.forget(request);
    const token = randomBytes(32).toString('base64url');
    await this.database.withoutCaller('select app.start_session($1, $2, $3, $4, make_interval(hours => $5))',
      [uuid(), personId, hashOf(token), randomBytes(24).toString('base64url'), ABSOLUTE_HOURS]);
    response.cookie(cookieName(this.settings.secureCookies), token, this.cookie(ABSOLUTE_HOURS * 3_600_000));
    return this.viewOf(token);
  }

  async view(request: CallerRequest): Promise<SessionView> {
    return this.viewOf(tokenFrom(request as Request, this.settings)!);
  }

  async end(request: Request, response: Response): Promise<void> {
    await this.forget(request);
    response.clearCookie(cookieName(this.settings.secureCookies), this.cookie());
  }

  async welcome(): Promise<WelcomeView> {
    const [{ empty }] = await this.database.withoutCaller<{ empty: boolean }>('select app.is_empty() as empty') as [{ empty: boolean }];
    const accounts = this.settings.demo
      ? await this.database.withoutCaller<{ email: string; name: string; role: Role; organisation: string | null }>(
        'select email, name, role, organisation_name as organisation from app.demonstration_accounts()')
      : [];
    return { empty, demonstrationPassword: accounts.length > 0 ? DEMONSTRATION_PASSWORD : null, demonstrationAccounts: accounts };
  }

  private async forget(request: Request): Promise<void> {
    const token = tokenFrom(request, this.settings);
    if (token) await this.database.withoutCaller('select app.end_session($1)', [hashOf(token)]);
  }

  private async viewOf(token: string): Promise<SessionView> {
    const [row] = await this.database.withoutCaller<SessionRow>(
      'select * from app.session_of($1, make_interval(mins => $2), $3)', [hashOf(token), IDLE_MINUTES, this.settings.demo]);
    if (!row) throw new Refused('not-allowed', 'Your account has no role in a partnership. Ask the business unit for one.');
    const caller = { personId: row.person_id, partnershipId: row.partnership_id, memberships: row.memberships };
    return {
      person: { id: row.person_id, name: row.person_name, email: row.person_email },
      partnership: { id: row.partnership_id, name: row.partnership_name },
      memberships: row.memberships.map(({ role, organisationId, organisationName }) => ({
        role, organisation: organisationId ? { id: organisationId, name: organisationName ?? '' } : null,
      })),
      permissions: actions.filter((action) => may(caller, action)),
      csrfToken: row.csrf_token,
      expiresAt: row.expires_at.toISOString(),
    };
  }

  private cookie(maxAge?: number) {
    return { httpOnly: true, sameSite: 'lax', path: '/', secure: this.settings.secureCookies, maxAge } as const;
  }
}
