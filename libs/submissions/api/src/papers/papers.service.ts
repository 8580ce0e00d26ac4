import { Injectable, type StreamableFile } from '@nestjs/common';
import { dayInWords } from '@attest/domain/questionnaire';
import { Database, Papers, SiteAddress, type PaperType, type PaperView, type SignedInCaller } from '@attest/shared/api';
import { TemplatesService, formPaper } from '@attest/templates/api';
import { profileOf } from '../return-view';
import { SubmissionsService } from '../submissions.service';
import { SubmittingService } from '../submitting.service';
import { copyPaper } from './copy-paper';
import { governorsPaper } from './governors-paper';
import { PLANNED, type Planned } from './planned';

/** A return on paper. It is read in a short transaction and set after it. */
@Injectable()
export class ReturnPapersService {
  constructor(
    private readonly database: Database,
    private readonly papers: Papers,
    private readonly submissions: SubmissionsService,
    private readonly submitting: SubmittingService,
    private readonly templates: TemplatesService,
    private readonly site: SiteAddress,
  ) {}

  async formView(id: string): Promise<PaperView> {
    return { paper: (await this.blankForm(id)).paper };
  }

  async form(caller: SignedInCaller, id: string, type: PaperType): Promise<StreamableFile> {
    const { paper, name } = await this.database.transaction(caller, 'read', () => this.blankForm(id));
    return this.papers.file(paper, type, name);
  }

  async copy(caller: SignedInCaller, id: string, type: PaperType): Promise<StreamableFile> {
    const { submission, receipt } = await this.submitted(caller, id);
    return this.papers.file(copyPaper(submission, receipt), type, `${receipt.reference}_copy`);
  }

  async governorsReport(caller: SignedInCaller, id: string, type: PaperType): Promise<StreamableFile> {
    const { submission, receipt, planned } = await this.submitted(caller, id);
    return this.papers.file(governorsPaper(submission, receipt, planned), type, `${receipt.reference}_governors-report`);
  }

  private async blankForm(id: string) {
    const row = await this.submissions.wholeReturn(id);
    const { template } = await this.templates.pinned(row.template_version_id);
    const paper = formPaper(template, {
      profile: profileOf(row, template), caption: row.organisation_name, online: (section) => this.online(id, section),
      notes: [`${row.round_name}: due ${dayInWords(row.due_on)}, and taken as late until ${dayInWords(row.final_on)}.`],
    });
    return { paper, name: `${row.round_reference}_form` };
  }

  private submitted(caller: SignedInCaller, id: string) {
    return this.database.transaction(caller, 'read', async () => ({
      receipt: await this.submitting.receipt(id), submission: await this.submissions.read(id), planned: await this.database.query<Planned>(PLANNED, [id]),
    }));
  }

  /** Short enough to be typed from paper: the browser looks for it among one's own returns. */
  private online(id: string, section: string) {
    const address = this.site.link(`/r/${id.slice(-8)}/${encodeURIComponent(section)}`);
    return { link: `${address.host}${address.pathname}`, to: address.href };
  }
}
