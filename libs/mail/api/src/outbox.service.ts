import { Inject, Injectable } from '@nestjs/common';
import { Database, MAIL_SETTINGS, notFound, type MailSettings } from '@attest/shared/api';
import type { OutboxLetter, OutboxMessage } from './mail.dto';

interface OutboxRow { readonly id: string; readonly address: string; readonly subject: string; readonly created_at: Date }

const MOST = 200;

/** In place of mail in a demonstration, for whoever sits at it: see decision 008. */
@Injectable()
export class OutboxService {
  constructor(
    private readonly database: Database,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {}

  async newest(): Promise<OutboxMessage[]> {
    this.refuseElsewhere();
    return (await this.database.withoutCaller<OutboxRow>('select * from app.outbox($1)', [MOST])).map(messageOf);
  }

  async letter(id: string): Promise<OutboxLetter> {
    this.refuseElsewhere();
    const [row] = await this.database.withoutCaller<OutboxRow & { body: string }>('select * from app.outbox_letter($1)', [id]);
    if (!row) throw notFound();
    return { ...messageOf(row), text: row.body };
  }

  private refuseElsewhere(): void {
    if (this.settings.by !== 'outbox') throw notFound();
  }
}

const messageOf = ({ id, address, subject, created_at }: OutboxRow): OutboxMessage => ({ id, to: address, subject, createdAt: created_at.toISOString() });
