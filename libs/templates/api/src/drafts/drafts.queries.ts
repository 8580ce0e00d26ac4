import { Injectable } from '@nestjs/common';
import type { Edit, Happened } from '@attest/domain/authoring';
import type { VersionState } from '@attest/domain/lifecycle';
import type { Template } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';

export interface DraftRow {
  readonly id: string;
  readonly state: VersionState;
  readonly revision: number;
  readonly template: Template;
  readonly changedAt: Date | null;
  readonly changedBy: string;
}

export interface StepRow { readonly edits: readonly Edit[]; readonly undo: readonly Edit[]; readonly touches: readonly string[] }

const DRAFT = 'select id, state, revision, manifest as template, changed_at as "changedAt", changed_by as "changedBy" from app.template_version where id = $1';

@Injectable()
export class DraftsQueries {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<DraftRow | null> {
    return this.database.one(DRAFT, [id]);
  }

  /** Whoever else changes it waits until this request has been answered. */
  lock(id: string): Promise<DraftRow | null> {
    return this.database.one(`${DRAFT} for update`, [id]);
  }

  /** The caller's own steps, in their order. */
  ownSteps(id: string): Promise<Happened[]> {
    return this.database.query('select seq, kind from app.template_edit where template_version_id = $1 and person_id = $2 order by seq', [id, this.database.caller.personId]);
  }

  step(id: string, seq: number): Promise<StepRow | null> {
    return this.database.one('select edits, undo, touches from app.template_edit where template_version_id = $1 and seq = $2', [id, seq]);
  }

  /** Who has changed any of the same since; null when nobody has. */
  async changedSince(id: string, seq: number, touches: readonly string[]): Promise<string | null> {
    const row = await this.database.one<{ name: string }>(`
      select person_name as name from app.template_edit
      where template_version_id = $1 and seq > $2 and person_id <> $3 and touches && $4::text[] order by seq desc limit 1`,
    [id, seq, this.database.caller.personId, touches]);
    return row?.name ?? null;
  }

  /** The draft as it is now, and what happened to it. */
  async store({ id, revision }: DraftRow, template: Template, kind: Happened['kind'], { edits, undo, touches }: StepRow): Promise<Date> {
    const { partnershipId, personId, name } = this.database.caller;
    const row = await this.database.one<{ at: Date }>(`
      update app.template_version set manifest = $2, edition = $3, title = $4, effective_from = $5, revision = $6, changed_at = now(), changed_by = $7
      where id = $1 returning changed_at as at`,
    [id, JSON.stringify(template), template.edition, template.title, template.effectiveFrom, revision + 1, name]);
    await this.database.query(`
      insert into app.template_edit (partnership_id, template_version_id, seq, kind, edits, undo, touches, person_id, person_name)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [partnershipId, id, revision + 1, kind, JSON.stringify(edits), JSON.stringify(undo), touches, personId, name]);
    return row!.at;
  }
}
