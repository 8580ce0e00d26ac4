import { Injectable } from '@nestjs/common';
import { valueInWords, type AnswerValue } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { levelOn } from '../answers';
import type { KeptDraftView } from './kept-drafts.dto';

interface DraftRow {
  readonly id: string; readonly template_version_id: string; readonly question_id: string; readonly level: string | null; readonly value: unknown;
  readonly note: string; readonly na_reason: string | null; readonly because: KeptDraftView['because']; readonly kept_at: Date;
}

@Injectable()
export class MyDrafts {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
  ) {}

  /** The caller's alone, oldest first. */
  async of(submissionId: string): Promise<KeptDraftView[]> {
    const views: KeptDraftView[] = [];
    for (const row of await this.database.query<DraftRow>('select * from app.my_drafts($1)', [submissionId])) views.push(await this.view(row));
    return views;
  }

  /** By the edition it was typed in, which need not be the one that is asked now. */
  private async view({ id, template_version_id: versionId, question_id: questionId, level, value, note, na_reason: naReason, because, kept_at }: DraftRow): Promise<KeptDraftView> {
    const { template, questions } = await this.templates.pinned(versionId);
    const question = questions.get(questionId)!;
    return {
      id, questionId, ref: question.ref, title: question.title, level: levelOn(template, question.scale, level),
      said: valueInWords(question, value as AnswerValue | null), value, note, naReason, because, keptAt: kept_at.toISOString(),
    };
  }
}
