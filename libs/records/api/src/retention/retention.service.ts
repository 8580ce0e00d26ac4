import { Injectable } from '@nestjs/common';
import { monthsOf, periodProblem, retention, retentionKinds, type Periods, type RetentionKind } from '@attest/domain/records';
import { Database, Refused, notFound } from '@attest/shared/api';
import type { PeriodView } from './retention.dto';

interface PeriodRow { readonly kind: RetentionKind; readonly months: number; readonly changed_by_name: string; readonly changed_at: Date }

@Injectable()
export class RetentionService {
  constructor(private readonly database: Database) {}

  async list(): Promise<PeriodView[]> {
    const chosen = new Map((await this.rows()).map((row) => [row.kind, row]));
    return retentionKinds.map((kind) => {
      const { name, from, then, why, months: usual, least, most } = retention[kind];
      const row = chosen.get(kind);
      return {
        kind, name, from, then, why, usual, least, most, months: monthsOf(kind, { [kind]: row?.months }),
        changedBy: row?.changed_by_name ?? null, changedAt: row?.changed_at.toISOString() ?? null,
      };
    });
  }

  async periods(): Promise<Periods> {
    return Object.fromEntries((await this.rows()).map(({ kind, months }) => [kind, months]));
  }

  async change(asked: string, months: number): Promise<PeriodView[]> {
    const kind = retentionKinds.find((known) => known === asked);
    if (!kind) throw notFound();
    const detail = periodProblem(kind, months);
    if (detail) throw new Refused('invalid-request', 'The period was not changed.', { faults: [{ where: 'months', detail }] });
    const before = monthsOf(kind, await this.periods());
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query(`
      insert into app.retention_period (partnership_id, kind, months, changed_by, changed_by_name) values ($1, $2, $3, $4, $5)
      on conflict (partnership_id, kind) do update set months = excluded.months, changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name, changed_at = now()`,
    [partnershipId, kind, months, personId, name]);
    this.database.note({ detail: { kind, before, after: months } });
    return this.list();
  }

  private rows(): Promise<PeriodRow[]> {
    return this.database.query<PeriodRow>('select kind, months, changed_by_name, changed_at from app.retention_period');
  }
}
