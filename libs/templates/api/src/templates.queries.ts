import { Injectable } from '@nestjs/common';
import type { VersionState } from '@attest/domain/lifecycle';
import type { LineageKind, OrganisationKind, Template } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';
import type { TemplateSummary } from './templates.dto';

interface VersionContent { readonly template: Template; readonly contentHash: string; readonly questions: readonly { readonly id: string; readonly key: string }[] }
export interface EditionRow { readonly id: string; readonly edition: string; readonly contentHash: string }
export interface QuestionRow { readonly id: string; readonly key: string; readonly ref: string; readonly sectionKey: string }
export interface LineageRow { readonly questionId: string | null; readonly fromId: string | null; readonly kind: LineageKind | 'retired'; readonly note: string }

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

  async partnershipName(): Promise<string> {
    return (await this.database.one<{ name: string }>('select name from app.partnership'))!.name;
  }

  /** The identifier of the template with this code, whether it was there or not. */
  async templateOf({ code, audience }: Pick<Template, 'code' | 'audience'>, newId: string): Promise<string> {
    await this.database.query(
      'insert into app.template (partnership_id, id, code, audience) values ($1, $2, $3, $4) on conflict (partnership_id, code) do nothing',
      [this.database.caller.partnershipId, newId, code, audience]);
    const row = await this.database.one<{ id: string }>('select id from app.template where code = $1', [code]);
    return row!.id;
  }

  async audienceOf(code: string): Promise<OrganisationKind | null> {
    return (await this.database.one<{ audience: OrganisationKind }>('select audience from app.template where code = $1', [code]))?.audience ?? null;
  }

  async codes(): Promise<string[]> {
    return (await this.database.query<{ code: string }>('select code from app.template')).map(({ code }) => code);
  }

  /** What was published of this template and is not a draft any more, newest first. */
  editions(code: string): Promise<EditionRow[]> {
    return this.database.query(`
      select v.id, v.edition, v.content_hash as "contentHash" from app.template_version v join app.template t on t.id = v.template_id
      where t.code = $1 and v.state in ('published', 'retired') order by v.effective_from desc, v.published_at desc, v.id`, [code]);
  }

  async addDraft(id: string, templateId: string, template: Template): Promise<void> {
    const { partnershipId, name } = this.database.caller;
    await this.database.query(`
      insert into app.template_version (partnership_id, id, template_id, edition, title, state, manifest, content_hash, effective_from, changed_at, changed_by)
      values ($1, $2, $3, $4, $5, 'draft', $6, '', $7, now(), $8)`,
    [partnershipId, id, templateId, template.edition, template.title, JSON.stringify(template), template.effectiveFrom, name]);
  }

  /** From here on nothing of it changes. False when it is no draft any more. */
  async seal(id: string, hash: string): Promise<boolean> {
    const rows = await this.database.query(
      "update app.template_version set state = 'published', content_hash = $2, published_at = now() where id = $1 and state = 'draft' returning id", [id, hash]);
    return rows.length === 1;
  }

  /** False when somebody was quicker. */
  async move(id: string, from: VersionState, to: VersionState): Promise<boolean> {
    const rows = await this.database.query('update app.template_version set state = $3 where id = $1 and state = $2 returning id', [id, from, to]);
    return rows.length === 1;
  }

  async addQuestions(versionId: string, questions: readonly QuestionRow[]): Promise<void> {
    await this.database.query(`
      insert into app.question (partnership_id, id, template_version_id, key, ref, section_key, position)
      select $1, one.id, $2, key, ref, "sectionKey", place - 1
      from jsonb_array_elements($3::jsonb) with ordinality as listed (entry, place), jsonb_to_record(entry) as one (id uuid, key text, ref text, "sectionKey" text)`,
    [this.database.caller.partnershipId, versionId, JSON.stringify(questions)]);
  }

  async addLineage(versionId: string, rows: readonly LineageRow[]): Promise<void> {
    await this.database.query(`
      insert into app.question_lineage (partnership_id, template_version_id, question_id, from_question_id, kind, note)
      select $1, $2, "questionId", "fromId", kind, note from jsonb_to_recordset($3::jsonb) as one ("questionId" uuid, "fromId" uuid, kind text, note text)`,
    [this.database.caller.partnershipId, versionId, JSON.stringify(rows)]);
  }

  /** Whether the caller may see this version, published or retired. Small, because it is asked with every request. */
  async isVisible(id: string): Promise<boolean> {
    return (await this.database.one("select from app.template_version where id = $1 and state in ('published', 'retired')", [id])) !== null;
  }

  async content(id: string): Promise<VersionContent> {
    return this.database.caller.guest ? this.contentForGuest(id) : this.contentInRows(id);
  }

  /** A guest sees no row, and has the version of their return by a function. */
  private async contentForGuest(id: string): Promise<VersionContent> {
    return (await this.database.one<VersionContent>('select manifest as template, content_hash as "contentHash", questions from app.guest_version($1)', [id]))!;
  }

  private async contentInRows(id: string): Promise<VersionContent> {
    const version = await this.database.one<{ manifest: Template; contentHash: string }>(
      'select manifest, content_hash as "contentHash" from app.template_version where id = $1', [id]);
    const questions = await this.database.query<{ id: string; key: string }>(
      'select id, key from app.question where template_version_id = $1 order by position', [id]);
    return { template: version!.manifest, contentHash: version!.contentHash, questions };
  }
}
