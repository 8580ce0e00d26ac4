import { Injectable } from '@nestjs/common';
import { roleMeanings, roleWords } from '@attest/domain/access';
import { Mail, SiteAddress, mailText, named, say } from '@attest/shared/api';
import type { InvitationRow } from './invitations.queries';

/** Days an invitation can be accepted, as the database has it. */
export const DAYS = 14;

@Injectable()
export class InvitationMail {
  constructor(
    private readonly mail: Mail,
    private readonly site: SiteAddress,
  ) {}

  /** In the transaction that is open: nothing leaves when it fails. The token is in the path of a page, which only the browser sees. */
  async send(invitation: InvitationRow, token: string, partnership: string): Promise<void> {
    const { id, email, name, role, organisationName, trust, invitedBy } = invitation;
    const place = named(organisationName ?? trust ?? partnership);
    await this.mail.send({
      to: email, about: id,
      subject: say`Invitation to Attest: ${place}`,
      text: mailText({
        greets: name ? named(name) : null,
        says: [
          say`${named(invitedBy)} invites you to Attest, where the schools and agencies of ${named(partnership)} audit how they keep children safe.`,
          say`Your role: ${named(roleWords[role].toLowerCase())}, ${place}. ${named(roleMeanings[role])}`,
          say`The link is for you alone, works once, and is good for ${DAYS} days.`,
        ],
        link: { says: say`Accept the invitation:`, to: this.site.link(`/invitation/${token}`) },
        from: named(partnership),
        because: say`You get this message because ${named(invitedBy)} entered your address in Attest.`,
        unexpected: say`If you did not expect it, you can delete it: without the link nothing happens.`,
      }),
    });
  }
}
