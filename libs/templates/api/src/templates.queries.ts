import { Injectable } from '@nestjs/common';
import type { Template } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';
import type { TemplateSummary } from './templates.dto';

export interface VersionRow { readonly id: string; readonly contentHash: string }

@Injectable()
export class TemplatesQueries {
  constructor(private readonly database: Database) {}

  /** Of the same day, in the order in which they were published: a new round offers the library's yearly audits first. */
  published(): Promise<TemplateSummary[]> {
    return this.database.query(`
      select v.id as "versionId", t.code, v.title, v.edition, t.audience, v.manifest->>'purpose' as purpose,
        jsonb_array_length(v.manifest->'sections') as sections,
        (select count(*)::int from app.question q where q.template_version_id = v.id) as questions,
        v.effective_from::text as "effectiveFrom"
      from app.template_version v join app.template t on t.id = v.template_id
      where v.state = 'published' order by v.effective_from desc, v.published_at, v.id`);
  }

  /** The identifier of the template with this code, whether it was there or not. */
  async templateOf({ code, audience }: Template, newId: string): Promise<string> {
    await this.database.query(
      'insert into app.template (partnership_id, id, code, audience) values ($1, $2, $3, $4) on conflict (partnership_id, code) do nothing',
      [this.database.caller.partnershipId, newId, code, audience]);
    const row = await this.database.one<{ id: string }>('select id from app.template where code = $1', [code]);
    return row!.id;
  }

  edition(templateId: string, edition: string): Promise<VersionRow | null> {
    return this.database.one(
      'select id, content_hash as "contentHash" from app.template_version where template_id = $1 and edition = $2', [templateId, edition]);
  }

  async publish(id: string, templateId: string, template: Template, hash: string): Promise<void> {
    await this.database.query(`
      insert into app.template_version (partnership_id, id, template_id, edition, title, state, manifest, content_hash, effective_from, published_at)
      values ($1, $2, $3, $4, $5, 'published', $6, $7, $8, now())`,
    [this.database.caller.partnershipId, id, templateId, template.edition, template.title, JSON.stringify(template), hash, template.effectiveFrom]);
  }

  async addQuestions(versionId: string, questions: readonly { id: string; key: string; ref: string; sectionKey: string; position: number }[]): Promise<void> {
    await this.database.query(`
      insert into app.question (partnership_id, id, template_version_id, key, ref, section_key, position)
      select $1, id, $2, key, ref, "sectionKey", position
      from jsonb_to_recordset($3::jsonb) as one (id uuid, key text, ref text, "sectionKey" text, position int)`,
    [this.database.caller.partnershipId, versionId, JSON.stringify(questions)]);
  }

  /** Whether the caller may see this version, published or retired. Small, because it is asked with every request. */
  async isVisible(id: string): Promise<boolean> {
    return (await this.database.one("select from app.template_version where id = $1 and state <> 'draft'", [id])) !== null;
  }

  async content(id: string): Promise<{ template: Template; contentHash: string; questions: { id: string; key: string }[] }> {
    const version = await this.database.one<{ manifest: Template; contentHash: string }>(
      'select manifest, content_hash as "contentHash" from app.template_version where id = $1', [id]);
    const questions = await this.database.query<{ id: string; key: string }>(
      'select id, key from app.question where template_version_id = $1 order by position', [id]);
    return { template: version!.manifest, contentHash: version!.contentHash, questions };
  }
}
