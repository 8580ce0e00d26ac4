import { Injectable } from '@nestjs/common';
import { Database, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import type { Change } from '../change';
import { stepAlong } from './carrying';

/** $1 return, $2 question: the version it is of, where the return has been asked that one. */
const ASKED_BEFORE = `
  select q.template_version_id as version
  from app.question q
  where q.id = $2 and exists (
    select from app.carried_return x join app.carry_over c on c.partnership_id = x.partnership_id and c.id = x.carry_over_id
    where x.submission_id = $1 and q.template_version_id in (c.from_version_id, c.to_version_id))`;

/** Where a question has gone that a return was asked before its round went over to another version, or came back. */
@Injectable()
export class MovedQuestions {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
  ) {}

  /** Null where no question of the version asked now is the same one. A question that was never asked is nowhere. */
  async whereNow({ submissionId, questionId }: Pick<Change, 'submissionId' | 'questionId'>, versionId: string) {
    const row = await this.database.one<{ version: string }>(ASKED_BEFORE, [submissionId, questionId]);
    if (!row) throw notFound();
    const [then, now] = [await this.templates.pinned(row.version), await this.templates.pinned(versionId)];
    const asked = then.questionKeys.get(questionId)!;
    const [forth, back] = [await this.templates.wayBack(now, then), await this.templates.wayBack(then, now)];
    const key = forth
      ? stepAlong(forth).carrying.carried.find(({ from }) => from === asked)?.to
      : back && stepAlong(back).carrying.carried.find(({ to }) => to === asked)?.from;
    const id = key && now.questionIds.get(key);
    if (!id) return null;
    const { ref, title } = now.questions.get(id)!;
    return { id, ref, title };
  }
}
