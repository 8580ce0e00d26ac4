import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { hashPassword } from '@attest/people/api';
import { Database, Refused, type SignedInCaller } from '@attest/shared/api';
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
    const founder = await this.found(first, false);
    if (!founder) throw new Refused('already-done', 'This platform has its first administrator already. Ask them for an invitation.');
  }

  /** Answers who founded it, or null where there is a partnership already. */
  async found({ partnershipName, areas, name, email, password }: FirstAdministrator, demonstration: boolean): Promise<SignedInCaller | null> {
    const [partnershipId, personId] = [uuid(), uuid()];
    const [row] = await this.database.withoutCaller<{ founded: boolean }>('select app.found_partnership($1, $2, $3, $4, $5, $6, $7) as founded',
      [partnershipId, partnershipName, personId, email, name, await hashPassword(password), demonstration]);
    if (!row?.founded) return null;
    const founder: SignedInCaller = { partnershipId, personId, sessionId: uuid(), name, email, memberships: [{ partnershipId, organisationId: null, role: 'business-unit' }] };
    await this.database.transaction(founder, 'write', async () => {
      for (const area of areas) {
        await this.database.query('insert into app.area (partnership_id, id, name, la_code) values ($1, $2, $3, $4)', [partnershipId, uuid(), area.name, area.laCode]);
      }
      await this.templates.publishLibrary();
    });
    return founder;
  }
}
