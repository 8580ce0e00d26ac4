import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { lineageProblems } from '@attest/domain/lineage';
import { questionsOf, templateProblems, type Question, type Template } from '@attest/domain/questionnaire';
import { Database, Refused, canonicalJson, notFound, sha256, type Fault } from '@attest/shared/api';
import { libraryTemplates } from './library';
import { lineageRows } from './lineage-rows';
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
   * The one door through which whole questionnaires come in, such as the library's. The same content again changes nothing;
   * other content needs an edition of its own.
   */
  async publish(template: Template): Promise<TemplateVersion> {
    const hash = hashOf(template);
    const known = (await this.queries.editions(template.code)).find(({ edition }) => edition === template.edition);
    if (known?.contentHash === hash) return this.version(known.id);
    const id = uuid();
    await this.queries.addDraft(id, await this.queries.templateOf(template, uuid()), template);
    return this.seal(id, template);
  }

  /** Checks all that publishing asks for, gives each question what answers can point at, and closes the version for ever. */
  async seal(id: string, template: Template): Promise<TemplateVersion> {
    const { faults, before } = await this.standing(template);
    if (faults.length > 0) {
      throw new Refused('cannot-publish-yet', `${template.title} cannot be published yet. Nothing was changed.`, { faults });
    }
    const questions = template.sections.flatMap((section) => section.questions.map(({ key, ref }) => ({ id: uuid(), key, ref, sectionKey: section.key })));
    await this.queries.addQuestions(id, questions);
    if (before) await this.queries.addLineage(id, lineageRows(template, new Map(questions.map(({ id: own, key }) => [key, own])), before));
    if (!(await this.queries.seal(id, hashOf(template)))) throw new Refused('already-done', 'Somebody has published this draft meanwhile, or discarded it.');
    return this.version(id);
  }

  /** What keeps a template from being published, and the edition it follows. */
  async standing(template: Template): Promise<{ readonly faults: readonly Fault[]; readonly before: TemplateVersion | null }> {
    const editions = await this.queries.editions(template.code);
    const followed = editions.find(({ edition }) => edition === template.follows);
    const before = followed ? await this.pinned(followed.id) : null;
    const faults: Fault[] = templateProblems(template).map(({ where, detail }) => ({ where, detail }));
    if (editions.some(({ edition }) => edition === template.edition)) {
      faults.push({ where: 'edition', detail: `${template.edition} is published already, and never changes: give this one an edition of its own.` });
    }
    if (template.follows !== undefined && !before) faults.push({ where: 'follows', detail: `There is no published edition ${template.follows} of this questionnaire to follow.` });
    if (before) faults.push(...lineageProblems(before.template, template));
    return { faults, before };
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

  /** The edition that one follows; null for a first one. */
  async before({ code, follows }: Template): Promise<TemplateVersion | null> {
    if (follows === undefined) return null;
    const found = (await this.queries.editions(code)).find(({ edition }) => edition === follows);
    return found ? this.pinned(found.id) : null;
  }

  /** From the one back to the other, both included, newest first; null where the one does not come from the other. */
  async wayBack(newer: TemplateVersion, older: Pick<TemplateVersion, 'id'>): Promise<readonly TemplateVersion[] | null> {
    const line = await this.lineOf(newer, older.id);
    return line.length > 1 && line.at(-1)!.id === older.id ? line : null;
  }

  /** An edition and those it came from, newest first, all of them or down to one. */
  async lineOf(newest: TemplateVersion, until?: string): Promise<readonly TemplateVersion[]> {
    const line = [newest];
    const editions = newest.template.follows === undefined ? [] : await this.queries.editions(newest.template.code);
    for (let next = newest; next.template.follows !== undefined;) {
      const found = editions.find(({ edition }) => edition === next.template.follows);
      if (!found || line.some(({ id }) => id === found.id)) break;
      next = await this.pinned(found.id);
      line.push(next);
      if (next.id === until) break;
    }
    return line;
  }

  private async read(id: string): Promise<TemplateVersion> {
    const { template, contentHash, questions } = await this.queries.content(id);
    const byKey = new Map(questionsOf(template).map((question) => [question.key, question]));
    return {
      id, contentHash, template,
      questionIds: new Map(questions.map(({ id, key }) => [key, id])),
      questionKeys: new Map(questions.map(({ id, key }) => [id, key])),
      questions: new Map(questions.map(({ id, key }) => [id, byKey.get(key)!])),
    };
  }
}

const hashOf = (template: Template) => sha256(canonicalJson(template));
