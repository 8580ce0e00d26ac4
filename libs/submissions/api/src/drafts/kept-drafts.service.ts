import { Injectable } from '@nestjs/common';
import { storable } from '@attest/domain/questionnaire';
import { Clock, Database, notFound } from '@attest/shared/api';
import { SubmissionsService } from '../submissions.service';
import type { KeepDraft, KeptDraftView } from './kept-drafts.dto';
import { MyDrafts } from './my-drafts';

/** What somebody typed and could no longer be saved, such as when the return was signed meanwhile: theirs alone, until they let go of it. */
@Injectable()
export class KeptDraftsService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly drafts: MyDrafts,
    private readonly clock: Clock,
  ) {}

  async keep(submissionId: string, sent: KeepDraft): Promise<KeptDraftView[]> {
    await this.submissions.wholeReturn(submissionId);
    const { operationId, questionId, level, value, note, naReason, because } = storable(sent);
    const kept = await this.database.one<{ kept: boolean }>('select app.keep_draft($1, $2, $3, $4, $5, $6, $7, $8, $9) as kept', [
      operationId, submissionId, questionId, level, value === null ? null : JSON.stringify(value), note, naReason, because, this.clock.now()]);
    if (!kept?.kept) throw notFound();
    return this.drafts.of(submissionId);
  }

  async drop(id: string): Promise<void> {
    const dropped = await this.database.one<{ organisation: string | null }>('select app.drop_draft($1) as organisation', [id]);
    if (!dropped?.organisation) throw notFound();
    this.database.note({ organisationId: dropped.organisation });
  }
}
