import { Injectable } from '@nestjs/common';
import type { Role } from '@attest/domain/access';
import { dataMap, formerLabel } from '@attest/domain/records';
import { Database, Refused, notFound } from '@attest/shared/api';
import { formerCode } from '../former-code';
import type { ErasurePreview, ErasureView } from './erasing.dto';

interface ErasureRow {
  readonly id: string; readonly person_id: string; readonly name: string; readonly email: string | null; readonly role: Role | null; readonly asked_at: Date;
  readonly state: ErasureView['state']; readonly reason: string | null; readonly decided_by_name: string | null; readonly decided_at: Date | null;
}

/** Why it was not done, as `app.erase` says it. */
const refusals: Readonly<Record<string, string>> = {
  'own': 'Nobody decides about themselves: ask another member of the business unit. If you are the only one, hand over first.',
  'held': 'A hold is on an organisation this person had a role in, or on everything. Lift it first, or refuse and say why.',
};

@Injectable()
export class ErasingService {
  constructor(private readonly database: Database) {}

  async list(): Promise<ErasureView[]> {
    return (await this.rows()).map((row) => this.view(row));
  }

  async preview(id: string): Promise<ErasurePreview> {
    const view = await this.one(id);
    const found = await this.database.query<{ named: string; count: string }>('select * from app.erasure_preview($1)', [id]);
    const counts = new Map(found.map(({ named, count }) => [named, Number(count)]));
    const namedIn = [...counts].flatMap(([table, count]) => (dataMap[table] && count > 0 ? [{ name: dataMap[table].name, count, erasure: dataMap[table].erasure }] : []));
    return { ...view, namedIn, elsewhere: counts.get('elsewhere') ?? 0 };
  }

  async erase(id: string, confirm: string): Promise<ErasureView> {
    const view = await this.waiting(id);
    if (confirm.trim() !== view.name.trim()) {
      throw new Refused('invalid-request', 'Nothing was erased.', { faults: [{ where: 'confirm', detail: 'Type the name exactly as it is shown.' }] });
    }
    const { outcome } = (await this.database.one<{ outcome: string }>('select app.erase($1, $2) as outcome', [id, formerLabel(view.role, formerCode())]))!;
    if (outcome !== 'done') throw new Refused('not-allowed', refusals[outcome] ?? 'This has been decided meanwhile.');
    return this.one(id);
  }

  async refuse(id: string, reason: string): Promise<ErasureView> {
    const view = await this.waiting(id);
    if (!view.decidable) throw new Refused('not-allowed', refusals['own']!);
    if (!reason.trim()) throw new Refused('invalid-request', 'Nothing was decided.', { faults: [{ where: 'reason', detail: 'Enter reason.' }] });
    const { personId, name } = this.database.caller;
    await this.database.query("update app.erasure set state = 'refused', reason = $2, decided_by = $3, decided_by_name = $4, decided_at = now() where id = $1", [id, reason.trim(), personId, name]);
    return this.one(id);
  }

  private async waiting(id: string): Promise<ErasureView> {
    const view = await this.one(id);
    if (view.state !== 'waiting') throw new Refused('already-done', 'This has been decided already.');
    return view;
  }

  private async one(id: string): Promise<ErasureView> {
    const row = (await this.rows()).find((each) => each.id === id);
    if (!row) throw notFound();
    return this.view(row);
  }

  private rows(): Promise<ErasureRow[]> {
    return this.database.query<ErasureRow>('select * from app.erasure_requests()');
  }

  private view({ person_id: personId, asked_at: askedAt, decided_by_name: decidedBy, decided_at: decidedAt, ...row }: ErasureRow): ErasureView {
    const decidable = row.state === 'waiting' && personId !== this.database.caller.personId;
    return { ...row, askedAt: askedAt.toISOString(), decidedBy, decidedAt: decidedAt?.toISOString() ?? null, decidable };
  }
}
