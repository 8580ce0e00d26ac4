import { Injectable } from '@nestjs/common';
import { may } from '@attest/domain/access';
import { MOST_PIECES, isExpired } from '@attest/domain/evidence';
import { progressOf } from '@attest/domain/questionnaire';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { ANSWERABLE_RETURN, LOCK_RETURN, type AnswerableReturn } from '../answering.queries';
import { refuseUnlessAsked, refuseUnlessOpen } from '../answering.service';
import { answersIn, progressView } from '../answers';
import { profileOf } from '../return-view';
import type { ShownForAnswer } from './evidence.dto';
import { COUNT_AGAIN, ONE_PIECE, TAKE_AWAY, USE, type EvidenceRow } from './evidence.queries';
import { ReadingService } from './reading.service';

/** Puts evidence beside an answer and takes it away again. The library keeps it either way. */
@Injectable()
export class UsingService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
    private readonly reading: ReadingService,
    private readonly clock: Clock,
  ) {}

  async use(submissionId: string, questionId: string, evidenceId: string): Promise<ShownForAnswer> {
    const { organisation_id: organisationId } = await this.answerable(submissionId, questionId, evidenceId);
    const { review_by: reviewBy } = (await this.database.one<EvidenceRow>(ONE_PIECE, [evidenceId]))!;
    if (isExpired(reviewBy, this.clock.today())) throw new Refused('answer-not-accepted', 'The review date of this piece has passed. See whether it still holds and give it a new date in the library, then use it.', { faults: [] });
    const shown = await this.reading.shownIn(submissionId);
    if ((shown.get(questionId)?.length ?? 0) >= MOST_PIECES) throw new Refused('answer-not-accepted', `Keep to the ${MOST_PIECES} best pieces of evidence.`, { faults: [] });
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query(USE, [partnershipId, submissionId, questionId, evidenceId, organisationId, personId, name, this.clock.now()]);
    return this.counted(submissionId, questionId);
  }

  async takeAway(submissionId: string, questionId: string, evidenceId: string): Promise<ShownForAnswer> {
    await this.answerable(submissionId, questionId, evidenceId);
    await this.database.query(TAKE_AWAY, [submissionId, questionId, evidenceId, this.clock.now()]);
    return this.counted(submissionId, questionId);
  }

  /** The return, locked, when this person may show this for this question in it now. What is not there is said before what may not be. */
  private async answerable(submissionId: string, questionId: string, evidenceId: string): Promise<AnswerableReturn> {
    await this.database.query(LOCK_RETURN, [submissionId]);
    const submission = await this.found(submissionId);
    const { caller } = this.database;
    const organisationId = submission.organisation_id;
    if (!may(caller, 'submission.answer', { partnershipId: caller.partnershipId, organisationId })) throw notFound();
    this.database.note({ organisationId });
    const { template, questions } = await this.templates.pinned(submission.template_version_id);
    const question = questions.get(questionId);
    const piece = await this.database.one<EvidenceRow>(ONE_PIECE, [evidenceId]);
    if (!question || piece?.organisation_id !== organisationId) throw notFound();
    refuseUnlessOpen(submission, questionId, this.clock.today());
    refuseUnlessAsked(template, profileOf(submission, template), answersIn(submission.answers, questions, submission.evidence), question);
    return submission;
  }

  /** How far the return has come now, which may be what this piece was wanted for. */
  private async counted(submissionId: string, questionId: string): Promise<ShownForAnswer> {
    const submission = await this.found(submissionId);
    const { template, questions } = await this.templates.pinned(submission.template_version_id);
    const progress = progressView(progressOf(template, profileOf(submission, template), answersIn(submission.answers, questions, submission.evidence)));
    await this.database.query(COUNT_AGAIN, [submissionId, progress.answered, progress.required, this.clock.now()]);
    return { shown: (await this.reading.shownIn(submissionId)).get(questionId) ?? [], progress };
  }

  private async found(submissionId: string): Promise<AnswerableReturn> {
    const [submission] = await this.database.prepared<AnswerableReturn>(ANSWERABLE_RETURN, [submissionId]);
    if (!submission) throw notFound();
    return submission;
  }
}
