import { Injectable } from '@nestjs/common';
import { may } from '@attest/domain/access';
import { Database, Refused, notFound } from '@attest/shared/api';
import { AnsweringService } from '../answering.service';
import type { SavedAnswer, StartingPoint } from '../submissions.dto';
import { SubmissionsService } from '../submissions.service';
import { lastAnswersTo } from './last-answers';
import { startingPoint } from './starting-point';

/** Takes the words of the round before into an answer that says nothing yet. One answer at a time, and somebody has to look at each. */
@Injectable()
export class StartingPointService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly answering: AnsweringService,
  ) {}

  async start(submissionId: string, questionId: string, { operationId, fromQuestionId }: StartingPoint): Promise<SavedAnswer> {
    const { row, version } = await this.submissions.contents(submissionId);
    const { caller } = this.database;
    // whoever may only read it is told so before anything about its round before
    if (!may(caller, 'submission.answer', { partnershipId: caller.partnershipId, organisationId: row.organisation_id })) throw notFound();
    const question = version.questions.get(questionId);
    if (!question) throw notFound();
    const last = await this.submissions.lastReturn(row);
    const before = last && lastAnswersTo(last, version.template)(question).find(({ view }) => view.questionId === fromQuestionId);
    const content = before && startingPoint(question, before.question, before.row);
    if (!content) throw new Refused('invalid-request', 'The round before has no words that this answer could begin with. Nothing was changed.');
    return this.answering.begin({ submissionId, questionId, operationId, content });
  }
}
