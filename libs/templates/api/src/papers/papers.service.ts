import { Injectable, type StreamableFile } from '@nestjs/common';
import type { Template } from '@attest/domain/questionnaire';
import { Database, Papers, notFound, type PaperType, type SignedInCaller } from '@attest/shared/api';
import { DraftsQueries } from '../drafts/drafts.queries';
import { TemplatesService } from '../templates.service';
import { consultationPaper } from './consultation-paper';
import { formAs, formPaper } from './form-paper';
import type { FormQuery, FormView } from './papers.dto';

/** Questionnaires on paper. They are read in a short transaction and set after it. */
@Injectable()
export class TemplatePapersService {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
    private readonly templates: TemplatesService,
    private readonly drafts: DraftsQueries,
  ) {}

  async formViewOfVersion(id: string, query: FormQuery): Promise<FormView> {
    return formView(await this.version(id), query);
  }

  async formViewOfDraft(id: string, query: FormQuery): Promise<FormView> {
    return formView(await this.draft(id), query);
  }

  formOfVersion(caller: SignedInCaller, id: string, query: FormQuery, type: PaperType): Promise<StreamableFile> {
    return this.form(caller, () => this.version(id), query, type);
  }

  formOfDraft(caller: SignedInCaller, id: string, query: FormQuery, type: PaperType): Promise<StreamableFile> {
    return this.form(caller, () => this.draft(id), query, type);
  }

  consultationOfVersion(caller: SignedInCaller, id: string): Promise<StreamableFile> {
    return this.consultation(caller, () => this.version(id));
  }

  consultationOfDraft(caller: SignedInCaller, id: string): Promise<StreamableFile> {
    return this.consultation(caller, () => this.draft(id));
  }

  private async version(id: string): Promise<Template> {
    return (await this.templates.version(id)).template;
  }

  private async draft(id: string): Promise<Template> {
    const draft = await this.drafts.find(id);
    if (draft?.state !== 'draft' && draft?.state !== 'discarded') throw notFound();
    return draft.template;
  }

  private async form(caller: SignedInCaller, read: () => Promise<Template>, query: FormQuery, type: PaperType): Promise<StreamableFile> {
    const template = await this.database.transaction(caller, 'read', read);
    return this.papers.file(blankForm(template, query), type, `${template.code}_${template.edition}_form`);
  }

  private async consultation(caller: SignedInCaller, read: () => Promise<Template>): Promise<StreamableFile> {
    const template = await this.database.transaction(caller, 'read', read);
    return this.papers.file(consultationPaper(template), 'docx', `${template.code}_${template.edition}_for-comment`);
  }
}

const blankForm = (template: Template, { as }: FormQuery) => formPaper(template, { ...formAs(template, as), notes: [] });
const formView = (template: Template, query: FormQuery): FormView => ({ audience: template.audience, paper: blankForm(template, query) });
