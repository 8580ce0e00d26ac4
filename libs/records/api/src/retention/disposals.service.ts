import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock, Database, Jobs, Refused } from '@attest/shared/api';
import { dueOn, type Due } from './due';
import type { DisposalPreview, DisposalView, NewDisposal } from './retention.dto';
import { RetentionService } from './retention.service';

interface DisposalRow {
  readonly id: string; readonly as_of: string; readonly asked_by_name: string; readonly asked_at: Date; readonly state: DisposalView['state'];
  readonly total: number; readonly done: number; readonly counts: Record<string, number>; readonly finished_at: Date | null;
}

const DISPOSALS = `
  select id, as_of::text, asked_by_name, asked_at, state, total, done, counts, finished_at from app.disposal
  where $1::uuid is null or id = $1 order by asked_at desc, id limit 100`;

@Injectable()
export class DisposalsService {
  constructor(
    private readonly database: Database,
    private readonly retention: RetentionService,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async preview(): Promise<DisposalPreview> {
    return (await this.due(this.clock.today())).preview;
  }

  async list(): Promise<DisposalView[]> {
    return (await this.database.query<DisposalRow>(DISPOSALS, [null])).map(viewOf);
  }

  /** What is disposed of is what was seen: the day and the number must still be those of the preview. */
  async ask({ asOf, confirm }: NewDisposal): Promise<DisposalView> {
    const { partnershipId, personId, name } = this.database.caller;
    // two at once stand in line, and the second finds the first
    await this.database.query("select pg_advisory_xact_lock(hashtextextended($1 || ' disposal', 11))", [partnershipId]);
    if (await this.database.one("select from app.disposal where state in ('waiting', 'running')")) {
      throw new Refused('already-done', 'A disposal is going on already. Wait until it is done, then look at the preview again.');
    }
    const { cutOffs, preview } = await this.due(this.clock.today());
    if (asOf !== preview.asOf || confirm !== preview.total) {
      throw new Refused('changed-meanwhile', `Nothing was disposed of: ${preview.total} records are due on ${preview.asOf}. Look at the preview again, and type the number it says.`,
        { faults: [{ where: 'confirm', detail: `Type ${preview.total} to confirm.` }] });
    }
    if (preview.total === 0) throw new Refused('already-done', 'Nothing is due.');
    const id = uuid();
    await this.database.query('insert into app.disposal (partnership_id, id, asked_by, asked_by_name, as_of, cut_offs, total) values ($1, $2, $3, $4, $5, $6, $7)',
      [partnershipId, id, personId, name, asOf, JSON.stringify(cutOffs), preview.total]);
    this.database.note({ thing: { kind: 'disposal', id }, detail: { total: preview.total } });
    await this.jobs.send('disposal', { id });
    return viewOf((await this.database.one<DisposalRow>(DISPOSALS, [id]))!);
  }

  async due(today: string): Promise<Due> {
    return dueOn(today, await this.retention.periods(), this.database);
  }
}

function viewOf({ id, as_of: asOf, asked_by_name: by, asked_at: askedAt, state, total, done, counts, finished_at: finishedAt }: DisposalRow): DisposalView {
  return { id, asOf, by, askedAt: askedAt.toISOString(), state, total, done, counts, finishedAt: finishedAt?.toISOString() ?? null };
}
