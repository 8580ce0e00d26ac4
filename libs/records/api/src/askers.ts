import { Injectable } from '@nestjs/common';
import { Database, type SignedInCaller } from '@attest/shared/api';

/** A job works for whoever asked for it, and sees what they see: who is not of the business unit any more gets nothing. */
@Injectable()
export class Askers {
  constructor(private readonly database: Database) {}

  /** Null when there is nothing to do, or nobody to do it for. */
  async of(thing: string): Promise<SignedInCaller | null> {
    const [row] = await this.database.withoutCaller<{ partnership_id: string; person_id: string; name: string }>('select * from app.record_asker($1)', [thing]);
    if (!row) return null;
    const { partnership_id: partnershipId, person_id: personId, name } = row;
    return { partnershipId, personId, name, email: '', sessionId: thing, memberships: [{ partnershipId, organisationId: null, role: 'business-unit' }] };
  }

  /** Says that nothing comes of it, so that it can be asked for again. */
  async giveUp(thing: string, at: Date): Promise<void> {
    await this.database.withoutCaller('select app.end_record_work($1, $2)', [thing, at]);
  }
}
