import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database } from '../database';
import { Jobs } from '../jobs/jobs';
import type { MailText, Sentence } from './mail-text';

export interface NewMail {
  readonly to: string;
  readonly subject: Sentence;
  readonly text: MailText;
  /** The id of what it is about, such as an invitation. */
  readonly about?: string;
}

/** The one way a message leaves. */
@Injectable()
export class Mail {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  /** Written down and asked for in the transaction that is open: nothing leaves before it commits, and nothing if it does not. Answers its id. */
  async send({ to, subject, text, about }: NewMail): Promise<string> {
    const id = uuid();
    await this.database.query('select app.post_mail($1, $2, $3, $4, $5)', [id, to, subject, text, about ?? null]);
    await this.jobs.send('mail', { mailId: id });
    return id;
  }
}
