import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Database, Refused, notFound } from '@attest/shared/api';
import type { HoldView, NewHold } from './retention.dto';

interface HoldRow {
  readonly id: string; readonly organisation: string | null; readonly round: string | null; readonly reason: string;
  readonly placed_by_name: string; readonly placed_at: Date; readonly lifted_by_name: string | null; readonly lifted_at: Date | null;
}

const HOLDS = `
  select h.id, o.name as organisation, r.name as round, h.reason, h.placed_by_name, h.placed_at, h.lifted_by_name, h.lifted_at
  from app.legal_hold h
  left join app.organisation o on o.id = h.on_organisation_id
  left join app.round r on r.partnership_id = h.partnership_id and r.id = h.on_round_id
  where $1::uuid is null or h.id = $1
  order by h.lifted_at is not null, h.placed_at desc, h.id`;

@Injectable()
export class HoldsService {
  constructor(private readonly database: Database) {}

  async list(): Promise<HoldView[]> {
    return (await this.database.query<HoldRow>(HOLDS, [null])).map(viewOf);
  }

  async place({ organisationId, roundId, reason }: NewHold): Promise<HoldView> {
    if (!reason.trim()) throw new Refused('invalid-request', 'The hold was not placed.', { faults: [{ where: 'reason', detail: 'Enter reason.' }] });
    await this.refuseUnlessSeen('organisation', organisationId);
    await this.refuseUnlessSeen('round', roundId);
    const id = uuid();
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query(
      'insert into app.legal_hold (partnership_id, id, on_organisation_id, on_round_id, reason, placed_by, placed_by_name) values ($1, $2, $3, $4, $5, $6, $7)',
      [partnershipId, id, organisationId, roundId, reason.trim(), personId, name]);
    this.database.note({ thing: { kind: 'hold', id }, organisationId, detail: { organisation: organisationId, round: roundId } });
    return this.one(id);
  }

  async lift(id: string): Promise<HoldView> {
    const { personId, name } = this.database.caller;
    const before = await this.one(id);
    if (before.liftedAt) throw new Refused('already-done', 'This hold has been lifted already.');
    await this.database.query('update app.legal_hold set lifted_by = $2, lifted_by_name = $3, lifted_at = now() where id = $1', [id, personId, name]);
    return this.one(id);
  }

  private async one(id: string): Promise<HoldView> {
    const [row] = await this.database.query<HoldRow>(HOLDS, [id]);
    if (!row) throw notFound();
    return viewOf(row);
  }

  private async refuseUnlessSeen(table: 'organisation' | 'round', id: string | null): Promise<void> {
    if (id !== null && !(await this.database.one(`select from app.${table} where id = $1`, [id]))) throw notFound();
  }
}

function viewOf({ placed_by_name: placedBy, placed_at: placedAt, lifted_by_name: liftedBy, lifted_at: liftedAt, ...row }: HoldRow): HoldView {
  return { ...row, placedBy, placedAt: placedAt.toISOString(), liftedBy, liftedAt: liftedAt?.toISOString() ?? null };
}
