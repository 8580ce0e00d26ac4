import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { hashPassword, refuseWeakPassword } from '@attest/people/api';
import { Database, Refused } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import type { FirstAdministrator } from './founding.dto';

/** How a partnership begins: its name, its areas, one person of its business unit, and the library of questionnaires. */
@Injectable()
export class FoundingService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
  ) {}

  async byVisitor(first: FirstAdministrator): Promise<void> {
    const codes = first.areas.map(({ laCode }) => laCode);
    if (first.areas.length === 0) throw new Refused('invalid-request', 'Enter at least one area.', { faults: [{ where: 'areas', detail: 'Enter at least one area.' }] });
    if (new Set(codes).size < codes.length) throw new Refused('invalid-request', 'Two areas have the same code.', { faults: [{ where: 'areas', detail: 'Give each area its own local authority code.' }] });
    await refuseWeakPassword(first.password, [first.name, first.email, first.partnershipName]);
    const founded = await this.found(first, false);
    if (!founded) throw new Refused('already-done', 'This platform has its first administrator already. Ask them for an invitation.');
  }

  /** With all that comes next, or not at all. Answers whether it was: nobody founds where there is a partnership already. */
  async found(
    { partnershipName, areas, name, email, password }: FirstAdministrator, demonstration: boolean, next: () => Promise<void> = async () => {},
  ): Promise<boolean> {
    const [platform] = await this.database.withoutCaller<{ empty: boolean }>('select app.is_empty() as empty');
    if (!platform?.empty) return false;
    const [partnershipId, personId, hash] = [uuid(), uuid(), await hashPassword(password)];
    const founder = { partnershipId, personId, sessionId: uuid(), name, email, memberships: [{ partnershipId, organisationId: null, role: 'business-unit' as const }] };
    return this.database.transaction(founder, 'write', async () => {
      const row = await this.database.one<{ founded: boolean }>('select app.found_partnership($1, $2, $3, $4, $5, $6, $7) as founded',
        [partnershipId, partnershipName, personId, email, name, hash, demonstration]);
      if (!row?.founded) return false;
      this.database.note({ thing: { kind: 'partnership', id: partnershipId } });
      for (const area of areas) {
        await this.database.query('insert into app.area (partnership_id, id, name, la_code) values ($1, $2, $3, $4)', [partnershipId, uuid(), area.name, area.laCode]);
      }
      // the demonstration publishes it with the years before, each edition following the one before
      if (!demonstration) await this.templates.publishLibrary();
      await next();
      return true;
    });
  }
}
