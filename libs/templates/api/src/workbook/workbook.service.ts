import { Injectable, StreamableFile } from '@nestjs/common';
import type { Template } from '@attest/domain/questionnaire';
import { Clock, Database, type SignedInCaller } from '@attest/shared/api';
import { DraftsService } from '../drafts/drafts.service';
import { TemplatesService } from '../templates.service';
import { TemplatesQueries } from '../templates.queries';
import { workbookTypes, writeTemplate, type WorkbookFormat } from './workbook-file';

/** Questionnaires as workbooks: read in one short transaction, written after it. */
@Injectable()
export class WorkbookService {
  constructor(
    private readonly database: Database,
    private readonly drafts: DraftsService,
    private readonly templates: TemplatesService,
    private readonly queries: TemplatesQueries,
    private readonly clock: Clock,
  ) {}

  ofDraft(caller: SignedInCaller, id: string, format: WorkbookFormat): Promise<StreamableFile> {
    return this.file(caller, format, async () => (await this.drafts.read(id)).template as Template);
  }

  ofVersion(caller: SignedInCaller, id: string, format: WorkbookFormat): Promise<StreamableFile> {
    return this.file(caller, format, async () => (await this.templates.version(id)).template);
  }

  private async file(caller: SignedInCaller, format: WorkbookFormat, read: () => Promise<Template>): Promise<StreamableFile> {
    const { template, owner } = await this.database.transaction(caller, 'read', async () => ({ template: await read(), owner: await this.queries.partnershipName() }));
    return workbookFile(`${template.code}_${template.edition}`, format, await writeTemplate(format, template, { owner, at: this.clock.now() }));
  }
}

/** To be saved under a name that every system takes. */
export function workbookFile(name: string, format: WorkbookFormat, bytes: Uint8Array): StreamableFile {
  return new StreamableFile(bytes, {
    type: workbookTypes[format], length: bytes.byteLength,
    disposition: `attachment; filename="${name.replace(/[^\w.-]+/g, '-')}.${format}"`,
  });
}
