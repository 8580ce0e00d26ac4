import { Injectable } from '@nestjs/common';
import type { VersionState } from '@attest/domain/lifecycle';
import { Database } from '@attest/shared/api';
import type { VersionSummary } from './versions.dto';

export type VersionSummaryRow = Omit<VersionSummary, 'moves' | 'publishedAt' | 'changedAt'> & { readonly publishedAt: Date | null; readonly changedAt: Date | null };

const ALL = `
  select v.id, t.code, v.title, v.edition, t.audience, v.state, v.manifest->>'follows' as follows,
    jsonb_array_length(v.manifest->'sections') as sections,
    (select coalesce(sum(jsonb_array_length(s->'questions')), 0)::int from jsonb_array_elements(v.manifest->'sections') s) as questions,
    v.effective_from::text as "effectiveFrom", v.published_at as "publishedAt", v.changed_at as "changedAt", v.changed_by as "changedBy",
    coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'name', r.name, 'state', r.state,
        'organisations', (select count(*) from app.round_member m where m.round_id = r.id)) order by r.opens_on desc, r.id)
      from app.round r where r.template_version_id = v.id), '[]') as rounds
  from app.template_version v join app.template t on t.id = v.template_id
  where ($1::uuid is null or v.id = $1)
  order by v.effective_from desc, v.title, v.id`;

@Injectable()
export class VersionsQueries {
  constructor(private readonly database: Database) {}

  /** Drafts and all. */
  all(): Promise<VersionSummaryRow[]> {
    return this.database.query(ALL, [null]);
  }

  find(id: string): Promise<VersionSummaryRow | null> {
    return this.database.one(ALL, [id]);
  }

  async state(id: string): Promise<VersionState | null> {
    return (await this.database.one<{ state: VersionState }>('select state from app.template_version where id = $1', [id]))?.state ?? null;
  }
}
