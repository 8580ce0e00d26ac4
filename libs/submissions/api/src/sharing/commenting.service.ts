import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { storable } from '@attest/domain/questionnaire';
import { mentionsIn } from '@attest/domain/sharing';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { AssignmentMail } from './assignment-mail';
import { FLAG, RESOLVE, RETURN_OF_COMMENT, SAY, UNFLAG } from './commenting.queries';
import type { NewComment, SharingView } from './sharing.dto';
import type { SharedReturn } from './sharing.queries';
import { SharingService } from './sharing.service';

/** What colleagues say to one another about a question. Everybody of the organisation may, also those who only read. */
@Injectable()
export class CommentingService {
  constructor(
    private readonly database: Database,
    private readonly sharing: SharingService,
    private readonly templates: TemplatesService,
    private readonly mail: AssignmentMail,
    private readonly clock: Clock,
  ) {}

  async say(id: string, sent: NewComment): Promise<SharingView> {
    const row = await this.sharing.open(id);
    const question = await this.question(row, sent.questionId);
    const { words } = storable(sent);
    if (words.trim() === '') throw new Refused('invalid-request', 'Nothing was said.', { faults: [{ where: 'words', detail: 'Enter what you want to say.' }] });
    const { partnershipId, personId, name } = this.database.caller;
    const colleagues = await this.sharing.colleagues(row.organisation_id);
    const mentioned = mentionsIn(words, colleagues.map((each) => ({ id: each.person_id, name: each.name })));
    await this.database.query(SAY, [partnershipId, uuid(), id, row.organisation_id, sent.questionId, sent.kind, words.trim(), mentioned, personId, name, this.clock.now()]);
    this.database.note({ detail: { question: sent.questionId, kind: sent.kind } });
    for (const colleague of colleagues) {
      if (mentioned.includes(colleague.person_id) && colleague.person_id !== personId) await this.mail.mention({ id, row, colleague, question: { ...question, id: sent.questionId }, by: name });
    }
    return this.sharing.read(id);
  }

  async resolve(commentId: string, resolved: boolean): Promise<SharingView> {
    const comment = await this.database.one<{ submission_id: string }>(RETURN_OF_COMMENT, [commentId]);
    if (!comment) throw notFound();
    await this.sharing.open(comment.submission_id);
    const { personId, name } = this.database.caller;
    await this.database.query(RESOLVE, [commentId, ...(resolved ? [this.clock.now(), personId, name] : [null, null, null])]);
    return this.sharing.read(comment.submission_id);
  }

  async flag(id: string, questionId: string, flagged: boolean): Promise<SharingView> {
    await this.question(await this.sharing.shared(id), questionId);
    const row = await this.sharing.arrangeable(id);
    const { partnershipId, personId, name } = this.database.caller;
    if (flagged) await this.database.query(FLAG, [partnershipId, id, questionId, row.organisation_id, personId, name, this.clock.now()]);
    else await this.database.query(UNFLAG, [id, questionId]);
    return this.sharing.read(id);
  }

  private async question({ template_version_id }: SharedReturn, questionId: string): Promise<{ readonly ref: string; readonly title: string }> {
    const question = (await this.templates.pinned(template_version_id)).questions.get(questionId);
    if (!question) throw notFound();
    return question;
  }
}
