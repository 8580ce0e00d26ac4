import { Inject, Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard, PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-local';
import { Database, Refused, SESSION_SETTINGS, SignInTrail, type SessionSettings } from '@attest/shared/api';
import { passwordMatches } from './passwords';
import { SIGNING_IN } from '../settings';

interface Credentials { person_id: string; password_hash: string; demonstration: boolean }

/** E-mail address and password. Nobody learns whether the address or the password was wrong. */
@Injectable()
export class PasswordStrategy extends PassportStrategy(Strategy) {
  constructor(
    private readonly database: Database,
    private readonly trail: SignInTrail,
    @Inject(SESSION_SETTINGS) private readonly settings: SessionSettings,
  ) {
    super({ usernameField: 'email', passwordField: 'password' });
  }

  async validate(email: string, password: string): Promise<{ personId: string } | false> {
    if (typeof email !== 'string' || typeof password !== 'string' || password.length > 128) return false;
    const [known] = await this.database.withoutCaller<Credentials>('select * from app.credentials_of($1)', [email.replaceAll('\0', '')]);
    // demonstration accounts cannot be used where there is no demonstration, whatever the database holds
    const usable = known && (this.settings.demo || !known.demonstration) ? known : null;
    const matches = await passwordMatches(usable?.password_hash ?? null, password);
    if (usable && matches) return { personId: usable.person_id };
    if (known) this.trail.refused(known.person_id, { ...SIGNING_IN, outcome: 'wrong-credentials' });
    else this.trail.ofNobodyKnown(email, SIGNING_IN.action, 'wrong-credentials');
    return false;
  }
}

@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  override handleRequest<User>(error: unknown, user: User | false, info: { message?: string } | undefined, _context: ExecutionContext): User {
    if (error) throw error;
    if (info?.message === 'Missing credentials') {
      throw new Refused('invalid-request', 'Enter your e-mail address and your password.', {
        faults: [{ where: 'email', detail: 'Enter your e-mail address.' }, { where: 'password', detail: 'Enter your password.' }],
      });
    }
    if (!user) throw new Refused('wrong-credentials', 'That e-mail address and password do not go together. Check both and try again.');
    return user;
  }
}
