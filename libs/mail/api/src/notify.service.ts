import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, MAIL_SETTINGS, Refused, type MailSettings } from '@attest/shared/api';
import type { DeliveryReceipt } from './mail.dto';

/** What each kind of failure means to whoever reads the list; what is not here is no failure. */
const failures: Readonly<Record<string, string>> = {
  'permanent-failure': 'Nobody has that address.',
  'temporary-failure': 'The mailbox took nothing for three days. It may be full.',
  'technical-failure': 'GOV.UK Notify could not send it.',
};
const WRONG_ADDRESS = 'permanent-failure';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

@Injectable()
export class NotifyService {
  constructor(
    private readonly database: Database,
    @Inject(MAIL_SETTINGS) private readonly settings: MailSettings,
  ) {}

  async take({ reference, status }: DeliveryReceipt, authorization = ''): Promise<void> {
    if (!this.isNotify(authorization)) throw new Refused('not-signed-in', 'This is for GOV.UK Notify, with the token it was given.');
    const why = failures[status];
    if (!why || !reference || !UUID.test(reference)) return;
    await this.database.withoutCaller('select app.mail_returned($1, $2, $3)', [reference, why, status === WRONG_ADDRESS]);
  }

  private isNotify(authorization: string): boolean {
    const token = this.settings.by === 'notify' ? this.settings.callbackToken : null;
    // hashed, so that both are of one length and the time it takes tells nothing
    return token !== null && timingSafeEqual(hash(authorization), hash(`Bearer ${token}`));
  }
}

const hash = (text: string) => createHash('sha256').update(text).digest();
