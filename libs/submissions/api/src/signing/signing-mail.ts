import { Injectable } from '@nestjs/common';
import { Database, Mail, SiteAddress, mailText, named, say, type Sentence } from '@attest/shared/api';
import type { WholeReturnRow } from '../submissions.queries';
import { PEOPLE_TO_TELL, type PersonToTell } from './signing.queries';

/** What is told of a return, and to whom. Never a word of what was answered or noted: those are read on the page. */
export interface Telling {
  readonly subject: Sentence;
  readonly says: readonly Sentence[];
  readonly link: { readonly says: Sentence; readonly path: `/${string}` };
  readonly because: Sentence;
}

@Injectable()
export class SigningMail {
  constructor(
    private readonly database: Database,
    private readonly mail: Mail,
    private readonly site: SiteAddress,
  ) {}

  /** Those of the organisation, or without one of the partnership, who have one of the roles. */
  people(organisationId: string | null, roles: readonly string[]): Promise<PersonToTell[]> {
    return this.database.query<PersonToTell>(PEOPLE_TO_TELL, [organisationId, roles]);
  }

  /** In the transaction that is open. Nobody is told what they did themselves, and nobody twice. */
  async tell(people: readonly PersonToTell[], about: string, { subject, says, link, because }: Telling): Promise<void> {
    const { personId } = this.database.caller;
    const told = new Map(people.filter(({ person_id }) => person_id !== personId).map((person) => [person.person_id, person]));
    if (told.size === 0) return;
    const { name: partnership } = (await this.database.one<{ name: string }>('select name from app.partnership'))!;
    for (const { name, email } of told.values()) {
      await this.mail.send({
        to: email, about, subject,
        text: mailText({ greets: named(name), says, link: { says: link.says, to: this.site.link(link.path) }, from: named(partnership), because }),
      });
    }
  }
}

const of = ({ round_name, organisation_name }: WholeReturnRow) => [named(round_name), named(organisation_name)] as const;
const signs = (organisation: WholeReturnRow) => say`You get this message because you sign returns of ${named(organisation.organisation_name)}.`;

export function yourTurn(row: WholeReturnRow, who: string, signedBy: string): Telling {
  const [round, organisation] = of(row);
  return {
    subject: say`Your signature is needed: ${round}, ${organisation}`,
    says: [
      say`${named(signedBy)} has signed the return of ${organisation} for ${round}. The next signature is for: ${named(who)}.`,
      say`The page shows what you need to know before you sign, and where you can send it back with a note. It is due on ${new Date(row.due_on)}.`,
    ],
    link: { says: say`Read it and sign:`, path: `/returns/${row.id}/sign` },
    because: signs(row),
  };
}

export function sentBack(row: WholeReturnRow, by: string): Telling {
  const [round, organisation] = of(row);
  return {
    subject: say`Sent back: ${round}, ${organisation}`,
    says: [
      say`${named(by)} has sent the return of ${organisation} for ${round} back with a note. The signatures on it no longer stand, and its answers can be changed again.`,
    ],
    link: { says: say`Read the note:`, path: `/returns/${row.id}` },
    because: signs(row),
  };
}

export function allSigned(row: WholeReturnRow, reference: string): Telling {
  const [round, organisation] = of(row);
  return {
    subject: say`Submitted: ${round}, ${organisation}`,
    says: [say`All have signed the return of ${organisation} for ${round}, and so it is submitted. Its reference is ${named(reference)}.`],
    link: { says: say`Receipt and result:`, path: `/returns/${row.id}/receipt` },
    because: signs(row),
  };
}
