import { Injectable } from '@nestjs/common';
import { Database, Mail, SiteAddress, mailText, named, notFound, say } from '@attest/shared/api';

@Injectable()
export class LostFactorService {
  constructor(
    private readonly database: Database,
    private readonly mail: Mail,
    private readonly site: SiteAddress,
  ) {}

  async forget(personId: string): Promise<void> {
    const person = await this.database.one<{ email: string; name: string }>('select * from app.forget_second_factor($1)', [personId]);
    if (!person) throw notFound();
    this.database.note({ thing: { kind: 'person', id: personId } });
    await this.mail.send({
      to: person.email, about: personId, subject: say`Your second factor for Attest was removed`, text: mailText({
        greets: named(person.name),
        says: [
          say`${named(this.database.caller.name)} of the business unit removed your second factor, so that you can set up a new one.`,
          say`Sign in with your password, and Attest shows you how.`,
        ],
        link: { says: say`Sign in here:`, to: this.site.link('/sign-in') },
        from: named('Attest'),
        because: say`You get this because it concerns your account in Attest.`,
        unexpected: say`If you did not ask for this, tell the business unit at once, and change your password.`,
      }),
    });
  }
}
