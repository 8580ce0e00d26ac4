import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Template } from '@attest/domain/questionnaire';
import { Database, Papers, notFound, type PaperType, type SignedInCaller } from '@attest/shared/api';
import { DraftsQueries } from '../drafts/drafts.queries';
import { TemplatesService } from '../templates.service';
import { consultationPaper } from './consultation-paper';
import { formAs, formPaper } from './form-paper';
import type { FormQuery } from './papers.dto';

/** Questionnaires on paper. They are read in a short transaction and set after it. */
@Injectable()
export class TemplatePapersService {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
    private readonly templates: TemplatesService,
    private readonly drafts: DraftsQueries,
  ) {}

  async formOfVersion(caller: SignedInCaller, id: string, query: FormQuery, type: PaperType): Promise<StreamableFile> {
    return this.form(await this.version(caller, id), query, type);
  }

  async formOfDraft(caller: SignedInCaller, id: string, query: FormQuery, type: PaperType): Promise<StreamableFile> {
    return this.form(await this.draft(caller, id), query, type);
  }

  async consultationOfVersion(caller: SignedInCaller, id: string): Promise<StreamableFile> {
    return this.consultation(await this.version(caller, id));
  }

  async consultationOfDraft(caller: SignedInCaller, id: string): Promise<StreamableFile> {
    return this.consultation(await this.draft(caller, id));
  }

  private version(caller: SignedInCaller, id: string): Promise<Template> {
    return this.database.transaction(caller, 'read', async () => (await this.templates.version(id)).template);
  }

  private draft(caller: SignedInCaller, id: string): Promise<Template> {
    return this.database.transaction(caller, 'read', async () => {
      const draft = await this.drafts.find(id);
      if (draft?.state !== 'draft' && draft?.state !== 'discarded') throw notFound();
      return draft.template;
    });
  }

  private form(template: Template, { as }: FormQuery, type: PaperType): Promise<StreamableFile> {
    const paper = formPaper(template, { ...formAs(template, as), notes: [] });
    return this.papers.file(paper, type, `${template.code}_${template.edition}_form`);
  }

  private consultation(template: Template): Promise<StreamableFile> {
    return this.papers.file(consultationPaper(template), 'docx', `${template.code}_${template.edition}_for-comment`);
  }
}
