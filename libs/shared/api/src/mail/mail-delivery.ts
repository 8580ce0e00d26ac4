import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '../database';
import { JobHandler, type Attempt, type JobIds } from '../jobs/job-handler';
import { masked, maskedIn } from './masked';
import { MAIL_SETTINGS, MAIL_TRANSPORT, NotDelivered, type Letter, type MailSettings, type MailTransport } from './mail-transport';

interface Waiting extends Letter { readonly stale: boolean }

/** What somebody reads when a message waited so long that its link, or what it says, is no longer good. */
const STALE = 'It waited for more than a week, and what it says may no longer be so.';

/** Hands letters over, one job each. Never missed; and when a process dies between handing over and noting it down, at most one copy. */
@Injectable()
export class MailDelivery implements OnApplicationShutdown {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly database: Database,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport | null,
  ) {}

  @JobHandler('mail')
  async deliver({ mailId }: JobIds, { last }: Attempt): Promise<void> {
    if (!this.transport) throw new Error('Mail is not set up.'); // and nobody takes these jobs: see JobSettings
    const [letter] = await this.database.withoutCaller<Waiting>('select id, address as "to", subject, body as text, stale from app.take_mail($1)', [mailId]);
    if (!letter) return;
    if (letter.stale) return this.gaveUp(letter, STALE);
    try {
      await this.transport.send(letter);
    } catch (error) {
      const reason = maskedIn(error instanceof Error ? error.message : String(error));
      if (error instanceof NotDelivered || last) return this.gaveUp(letter, reason);
      await this.database.withoutCaller('select app.mail_failed($1, $2, false)', [letter.id, reason]);
      throw error;
    }
    await this.database.withoutCaller('select app.mail_sent($1, $2)', [letter.id, this.settings.by === 'outbox']);
  }

  /** After the jobs have come to their end. */
  onApplicationShutdown(): void {
    this.transport?.close();
  }

  private async gaveUp({ id, to }: Letter, reason: string): Promise<void> {
    this.logger.warn(`Letter ${id} to ${masked(to)} was not delivered: ${reason}`);
    await this.database.withoutCaller('select app.mail_failed($1, $2, true)', [id, reason]);
  }
}
