import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { templateProblems, type Question, type Template } from '@attest/domain/questionnaire';
import { Database, Refused, canonicalJson, notFound, sha256 } from '@attest/shared/api';
import { libraryTemplates } from './library';
import type { TemplateSummary } from './templates.dto';
import { TemplatesQueries } from './templates.queries';

/** A published version, with the identifiers that answers point at. */
export interface TemplateVersion {
  readonly id: string;
  readonly contentHash: string;
  readonly template: Template;
  /** Question identifiers by key, and keys by identifier. */
  readonly questionIds: ReadonlyMap<string, string>;
  readonly questionKeys: ReadonlyMap<string, string>;
  /** Questions by identifier. */
  readonly questions: ReadonlyMap<string, Question>;
}

@Injectable()
export class TemplatesService {
  /** Published versions never change, so what was read once is kept for as long as the program runs. */
  private readonly versions = new Map<string, TemplateVersion>();

  constructor(
    private readonly database: Database,
    private readonly queries: TemplatesQueries,
  ) {}

  published(): Promise<TemplateSummary[]> {
    return this.queries.published();
  }

  /**
   * The one door through which questionnaires come in, the library's and a partnership's own. The same content again
   * changes nothing; other content needs an edition of its own.
   */
  async publish(template: Template): Promise<TemplateVersion> {
    const problems = templateProblems(template);
    if (problems.length > 0) {
      throw new Refused('invalid-request', `The questionnaire ${template.code} ${template.edition} cannot be published yet. Nothing was changed.`, {
        faults: problems.map(({ where, detail }) => ({ where, detail })),
      });
    }
    const templateId = await this.queries.templateOf(template, uuid());
    const hash = sha256(canonicalJson(template));
    const known = await this.queries.edition(templateId, template.edition);
    if (known && known.contentHash !== hash) {
      throw new Refused('already-done', `${template.title} ${template.edition} is published with other content. A published version never changes: give this one an edition of its own.`);
    }
    if (known) return this.version(known.id);
    const id = uuid();
    await this.queries.publish(id, templateId, template, hash);
    await this.queries.addQuestions(id, template.sections.flatMap((section) => section.questions.map(({ key, ref }) => ({ key, ref, sectionKey: section.key })))
      .map((question, position) => ({ id: uuid(), position, ...question })));
    return this.version(id);
  }

  /** What every partnership starts with. Safe to repeat. */
  async publishLibrary(): Promise<void> {
    for (const template of libraryTemplates) await this.publish(template);
  }

  /** Kept in memory, but handed out only where the row was seen in this very transaction: memory knows no partnership. */
  async version(id: string): Promise<TemplateVersion> {
    if (!(await this.queries.isVisible(id))) throw notFound();
    return this.pinned(id);
  }

  /**
   * The version that a row just read points at. The row was seen, and its foreign key keeps it within the partnership, so
   * the database is not asked again: saving an answer has no statement to spare.
   */
  async pinned(id: string): Promise<TemplateVersion> {
    const key = `${this.database.caller.partnershipId} ${id}`;
    const kept = this.versions.get(key) ?? await this.read(id);
    this.versions.set(key, kept);
    return kept;
  }

  private async read(id: string): Promise<TemplateVersion> {
    const { template, contentHash, questions } = await this.queries.content(id);
    const byKey = new Map(template.sections.flatMap((section) => section.questions).map((question) => [question.key, question]));
    return {
      id, contentHash, template,
      questionIds: new Map(questions.map(({ id, key }) => [key, id])),
      questionKeys: new Map(questions.map(({ id, key }) => [id, key])),
      questions: new Map(questions.map(({ id, key }) => [id, byKey.get(key)!])),
    };
  }
}
