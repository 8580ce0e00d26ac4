import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Database, Mail, Refused, SiteAddress, hashOf, mailText, named, say } from '@attest/shared/api';
import type { NewPassword, ResetView } from './password-resets.dto';
import { refuseWeakPassword } from './password-rules';
import { hashPassword } from './passwords';

const MINUTES = 30;

@Injectable()
export class PasswordResetsService {
  private readonly logger = new Logger('PasswordResets');

  constructor(
    private readonly database: Database,
    private readonly mail: Mail,
    private readonly site: SiteAddress,
  ) {}

  /** Not waited for: how long an answer takes must not tell whether somebody has that address. */
  ask(email: string): void {
    this.send(email.replaceAll('\0', '')).catch((error: unknown) => this.logger.error(error instanceof Error ? error.message : String(error)));
  }

  async look(token: string): Promise<ResetView> {
    return { email: (await this.known(token)).email };
  }

  /** The link is looked at before the hashing, which costs more than a stranger should be able to ask for. */
  async redeem({ token, password }: NewPassword): Promise<void> {
    const { email, name } = await this.known(token);
    await refuseWeakPassword(password, [name, email]);
    const hash = await hashPassword(password);
    const [row] = await this.database.withoutCaller<{ done: boolean }>('select app.reset_password($1, $2) as done', [hashOf(token), hash]);
    if (!row?.done) throw notGood();
  }

  private async known(token: string): Promise<{ email: string; name: string }> {
    const [whose] = await this.database.withoutCaller<{ email: string; name: string }>('select * from app.password_reset_of($1)', [hashOf(token)]);
    if (!whose) throw notGood();
    return whose;
  }

  private send(email: string): Promise<void> {
    const token = randomBytes(32).toString('base64url');
    return this.database.unattended(async () => {
      const [known] = await this.database.query<{ email: string; name: string }>(
        'select * from app.ask_password_reset($1, $2, make_interval(mins => $3))', [email, hashOf(token), MINUTES]);
      if (!known) return;
      await this.mail.send({
        to: known.email, subject: say`Choose a new password for Attest`, text: mailText({
          greets: named(known.name),
          says: [say`Somebody, probably you, asked to choose a new password for Attest.`],
          link: { says: say`This link works once, for ${MINUTES} minutes:`, to: this.site.link(`/reset-password/${token}`) },
          from: named('Attest'),
          because: say`You get this because your e-mail address is that of an account in Attest.`,
          unexpected: say`If it was not you, do nothing: your password stays as it is. If it happens again, tell the people who run this service.`,
        }),
      });
    });
  }
}

const notGood = () => new Refused('link-not-good', 'This link has been used, has expired, or is not complete. Ask for a new one.');
