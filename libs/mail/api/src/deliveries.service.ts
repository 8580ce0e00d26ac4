import { Inject, Injectable } from '@nestjs/common';
import { Database, Jobs, MAIL_SETTINGS, Refused, notFound, type MailSettings } from '@attest/shared/api';
import type { DeliveryList, DeliveryState, DeliveryView } from './mail.dto';

interface DeliveryRow {
  readonly id: string; readonly address: string; readonly subject: string; readonly created_at: Date;
  readonly sent_at: Date | null; readonly failed_at: Date | null; readonly bounced_at: Date | null;
  readonly attempts: number; readonly reason: string | null; readonly again: boolean; readonly total: string;
}

const SIZE = 50;

/** For the business unit: whether people got what they were sent. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {}

  async list(page: number): Promise<DeliveryList> {
    const rows = await this.database.query<DeliveryRow>('select * from app.deliveries($1, $2)', [SIZE, (page - 1) * SIZE]);
    const total = Number(rows[0]?.total ?? 0);
    return { by: this.settings.by, items: rows.map(deliveryOf), total, page, pages: Math.max(1, Math.ceil(total / SIZE)) };
  }

  async sendAgain(id: string): Promise<void> {
    const row = await this.database.one<{ again: boolean | null }>('select app.mail_again($1) as again', [id]);
    if (row?.again === false) throw new Refused('already-done', 'This message is on its way again, or is too old to be sent once more. Reload the page to see what became of it.');
    if (!row?.again) throw notFound();
    await this.jobs.send('mail', { mailId: id });
  }
}

const deliveryOf = (row: DeliveryRow): DeliveryView => ({
  id: row.id, to: row.address, subject: row.subject, state: stateOf(row), createdAt: row.created_at.toISOString(), sentAt: row.sent_at?.toISOString() ?? null,
  attempts: row.attempts, reason: row.reason, moves: row.again ? ['send-again'] : [],
});

function stateOf({ bounced_at, failed_at, sent_at }: DeliveryRow): DeliveryState {
  if (bounced_at) return 'wrong-contact';
  if (failed_at) return 'failed';
  return sent_at ? 'sent' : 'waiting';
}
