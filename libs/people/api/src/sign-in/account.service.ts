import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Database, Refused, notFound, type CallerRequest, type SignedInCaller } from '@attest/shared/api';
import type { AccountView, EndedSessions, OpenSession, PasswordChange } from './account.dto';
import { browserIn } from './browser-words';
import { refuseWeakPassword } from './password-rules';
import { PasskeysService } from './passkeys/passkeys.service';
import { hashPassword, passwordMatches } from './passwords';
import { IdentitiesService } from './providers/identities.service';
import { SecondFactorService } from './second-factor.service';
import type { SessionView } from './session.dto';
import { SessionService } from './session.service';

interface SessionRow { id: string; way: OpenSession['way']; browser: string; started_at: Date; seen_at: Date; partnership_name: string }

@Injectable()
export class AccountService {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactorService,
    private readonly passkeys: PasskeysService,
    private readonly identities: IdentitiesService,
    private readonly sessions: SessionService,
  ) {}

  async read({ name, email, sessionId }: SignedInCaller): Promise<AccountView> {
    const { password_hash: hash, confirmed_at: since, recovery_codes: recoveryCodes, demonstration } = await this.factors.mine();
    const rows = await this.database.query<SessionRow>('select * from app.my_sessions()');
    return {
      name, email, demonstration, recoveryCodes, hasPassword: hash !== null, authenticatorSince: since?.toISOString() ?? null,
      passkeys: await this.passkeys.list(), identities: await this.identities.list(),
      sessions: rows.map(({ id, way, browser, started_at: startedAt, seen_at: seenAt, partnership_name: partnership }) => ({
        id, way, partnership, browser: browserIn(browser), startedAt: startedAt.toISOString(), seenAt: seenAt.toISOString(), current: id === sessionId,
      })),
    };
  }

  async rename(caller: SignedInCaller, name: string, request: CallerRequest): Promise<SessionView> {
    await this.database.transaction(caller, 'write', () => this.database.query('select app.set_my_name($1)', [name.trim()]));
    return this.sessions.view(request);
  }

  /** Hashing takes its time, so it is done between two short transactions. */
  async changePassword(caller: SignedInCaller, { current, password }: PasswordChange, response: Response): Promise<SessionView> {
    const { password_hash: known, demonstration } = await this.database.transaction(caller, 'read', () => this.factors.mine());
    if (demonstration) throw new Refused('not-allowed', 'The demonstration accounts share one password, which stays as it is.');
    if (!(await passwordMatches(known, current))) {
      throw new Refused('wrong-credentials', 'That is not your password now.', { faults: [{ where: 'current', detail: 'That is not your password now. Try again.' }] });
    }
    await refuseWeakPassword(password, [caller.name, caller.email]);
    const hash = await hashPassword(password);
    await this.database.transaction(caller, 'write', () => this.database.query('select app.set_my_password($1)', [hash]));
    return this.sessions.raise(caller, response);
  }

  async endOthers(): Promise<EndedSessions> {
    return (await this.database.one<EndedSessions>('select app.end_my_other_sessions() as ended'))!;
  }

  async end(id: string): Promise<void> {
    const row = await this.database.one<{ ended: boolean }>('select app.end_my_session($1) as ended', [id]);
    if (!row?.ended) throw notFound();
  }
}
