import { Injectable } from '@nestjs/common';
import { Mail, SiteAddress, mailText, named, say } from '@attest/shared/api';
import type { ColleagueRow, SharedReturn } from './sharing.queries';

/** What is given. */
export interface Part {
  readonly kind: 'section' | 'question';
  readonly ref: string;
  readonly title: string;
}

interface Given {
  /** The return. */
  readonly id: string;
  readonly row: SharedReturn;
  readonly colleague: ColleagueRow;
  readonly part: Part;
  readonly dueOn: string | null;
  /** Who gives it, by name. */
  readonly by: string;
}

interface Mentioned extends Pick<Given, 'id' | 'row' | 'colleague' | 'by'> {
  readonly question: { readonly id: string; readonly ref: string; readonly title: string };
}

/** Says that something is to be answered, and never a word of what has been. */
@Injectable()
export class AssignmentMail {
  constructor(
    private readonly mail: Mail,
    private readonly site: SiteAddress,
  ) {}

  async send({ id, row, colleague, part, dueOn, by }: Given): Promise<void> {
    const what = named(`${part.kind} ${part.ref} ${part.title}`);
    await this.mail.send({
      to: colleague.email, about: id,
      subject: say`Assigned to you: ${what}`,
      text: mailText({
        greets: named(colleague.name),
        says: [
          say`${named(by)} asks you to answer ${what} of the ${named(row.round_name)} of ${named(row.organisation_name)}.`,
          dueOn ? say`Please be done by ${new Date(`${dueOn}T12:00:00Z`)}.` : say`No day was set for it. The return is due on ${new Date(`${row.due_on}T12:00:00Z`)}.`,
        ],
        link: { says: say`Go to the return:`, to: this.site.link(`/returns/${id}`) },
        from: named(row.partnership),
        because: say`You get this message because you answer for ${named(row.organisation_name)} in Attest.`,
      }),
    });
  }

  /** Says that somebody was spoken to, and never what was said. */
  async mention({ id, row, colleague, question, by }: Mentioned): Promise<void> {
    const what = named(`question ${question.ref} ${question.title}`);
    await this.mail.send({
      to: colleague.email, about: id,
      subject: say`${named(by)} mentioned you: ${what}`,
      text: mailText({
        greets: named(colleague.name),
        says: [say`${named(by)} mentioned you in a comment on ${what} of the ${named(row.round_name)} of ${named(row.organisation_name)}.`],
        link: { says: say`Read it beside the question:`, to: this.site.link(`/returns/${id}/questions/${question.id}`) },
        from: named(row.partnership),
        because: say`You get this message because you have a role in ${named(row.organisation_name)} in Attest.`,
      }),
    });
  }
}
