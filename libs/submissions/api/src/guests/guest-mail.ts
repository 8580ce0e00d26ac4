import { Injectable } from '@nestjs/common';
import { Mail, mailText, named, say } from '@attest/shared/api';
import type { SharedReturn } from '../sharing/sharing.queries';

interface Given {
  /** The link. */
  readonly id: string;
  readonly row: SharedReturn;
  readonly name: string;
  readonly email: string;
  /** By number and title. */
  readonly questions: readonly string[];
  /** ISO date. */
  readonly until: string;
  readonly by: string;
  readonly link: URL;
}

@Injectable()
export class GuestMail {
  constructor(private readonly mail: Mail) {}

  /** Says what is asked, and never a word of what has been answered. */
  async send({ id, row, name, email, questions, until, by, link }: Given): Promise<void> {
    const what = questions.length === 1 ? named('a question') : named(`${questions.length} questions`);
    await this.mail.send({
      to: email, about: id,
      subject: say`${named(by)} asks you to answer ${what}`,
      text: mailText({
        greets: named(name),
        says: [
          say`${named(by)} asks you to answer ${what} of the ${named(row.round_name)} of ${named(row.organisation_name)}. You need no account.`,
          say`The link opens these questions and nothing else, as often as you like, until the end of ${new Date(`${until}T12:00:00Z`)}. It is for you alone: whoever has it can answer in your name.`,
        ],
        link: { says: say`Open the questions:`, to: link },
        from: named(row.partnership),
        because: say`You get this message because ${named(by)} entered your address in Attest.`,
        unexpected: say`If you did not expect it, you can delete it: without the link nothing happens.`,
      }),
    });
  }
}
