import { Injectable } from '@nestjs/common';
import type { Role } from '@attest/domain/access';
import { formerLabel, type RetentionKind } from '@attest/domain/records';
import { Clock, Database, JobHandler, type Attempt, type JobIds, type SignedInCaller } from '@attest/shared/api';
import { Askers } from '../askers';
import { formerCode } from '../former-code';
import { returnsDue } from './due';

/** Rows that one transaction deletes: short enough that nobody waits for it. */
const BATCH = 500;
const RETURNS_AT_ONCE = 25;
const byRows: readonly RetentionKind[] = ['imports', 'mail', 'invitations', 'signIn', 'trail'];

interface Running { readonly id: string; readonly cut_offs: Readonly<Record<RetentionKind, string>> }

/** Carries out a disposal in batches. Begun again after a crash, it goes on where it was. */
@Injectable()
export class DisposalJobs {
  constructor(
    private readonly database: Database,
    private readonly askers: Askers,
    private readonly clock: Clock,
  ) {}

  @JobHandler('disposal')
  async dispose({ id }: JobIds, { last }: Attempt): Promise<void> {
    const asker = await this.askers.of(id!);
    if (!asker) return this.askers.giveUp(id!, this.clock.now());
    try {
      await this.carryOut(asker, id!);
    } catch (error) {
      if (last) await this.askers.giveUp(id!, this.clock.now());
      throw error;
    }
  }

  private async carryOut(asker: SignedInCaller, id: string): Promise<void> {
    const running = await this.database.transaction(asker, 'write', () =>
      this.database.one<Running>("update app.disposal set state = 'running' where id = $1 and state in ('waiting', 'running') returning id, cut_offs", [id]));
    if (!running) return;
    await this.returns(asker, running);
    for (const kind of byRows) await this.rows(asker, id, kind);
    await this.people(asker, running);
    await this.finish(asker, id);
  }

  private async returns(asker: SignedInCaller, { id, cut_offs: { returns: until } }: Running): Promise<void> {
    const due = await this.database.transaction(asker, 'read', async () => (await returnsDue(until, this.database)).due.map((one) => one.id));
    for (let from = 0; from < due.length; from += RETURNS_AT_ONCE) {
      await this.step(asker, id, 'returns', 'select app.dispose_returns($1, $2) as gone', [id, due.slice(from, from + RETURNS_AT_ONCE)]);
    }
  }

  private async rows(asker: SignedInCaller, id: string, kind: RetentionKind): Promise<void> {
    while ((await this.step(asker, id, kind, 'select app.dispose_records($1, $2, $3) as gone', [id, kind, BATCH])) > 0);
  }

  private async people(asker: SignedInCaller, { id, cut_offs: { people: until } }: Running): Promise<void> {
    const due = await this.database.transaction(asker, 'read', () => this.database.query<{ person_id: string; role: Role }>('select person_id, role from app.due_people($1)', [until]));
    for (const { person_id: person, role } of due) {
      await this.step(asker, id, 'people', 'select app.dispose_person($1, $2, $3)::int as gone', [id, person, formerLabel(role, formerCode())]);
    }
  }

  /** One batch, and how far that is, in one transaction. */
  private step(asker: SignedInCaller, id: string, kind: RetentionKind, sql: string, parameters: readonly unknown[]): Promise<number> {
    return this.database.transaction(asker, 'write', async () => {
      const { gone } = (await this.database.one<{ gone: number }>(sql, parameters))!;
      if (gone > 0) await this.database.query(PROGRESS, [id, kind, gone]);
      return gone;
    });
  }

  private finish(asker: SignedInCaller, id: string): Promise<void> {
    return this.database.transaction(asker, 'write', async () => {
      const row = await this.database.one<{ counts: Record<string, number> }>("update app.disposal set state = 'done', finished_at = $2 where id = $1 returning counts", [id, this.clock.now()]);
      for (const [kind, count] of Object.entries(row?.counts ?? {})) {
        this.database.record({ action: 'records.dispose', route: 'POST /records/disposals', thing: { kind: 'disposal', id }, detail: { kind, count } });
      }
    });
  }
}

/** $1 disposal, $2 kind, $3 how many more. */
const PROGRESS = `
  update app.disposal set done = done + $3, counts = counts || jsonb_build_object($2::text, coalesce((counts ->> $2)::int, 0) + $3) where id = $1`;
