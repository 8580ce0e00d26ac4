import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { may } from '@attest/domain/access';
import { acceptsAnswers, isEditable } from '@attest/domain/lifecycle';
import { answerProblems, askedQuestions, whyNotAsked, type Answers, type OrganisationProfile, type Question, type Template } from '@attest/domain/questionnaire';
import { Clock, Database, Refused, RefusedButKept, notFound } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { LOCKED_RETURN, REMEMBER_CONFLICT, SAVE_ANSWER, type LockedReturn } from './answering.queries';
import { answerIn, answerView, answersIn } from './answers';
import { consequencesOf, type Consequences } from './consequences';
import { storable } from './storable';
import type { SaveAnswer, SavedAnswer } from './submissions.dto';
import type { AnswerRow } from './submissions.queries';

/** One change that somebody made, with the version of the answer they made it to. */
interface Change {
  readonly submissionId: string;
  readonly questionId: string;
  readonly operationId: string;
  readonly version: number;
  readonly content: Pick<AnswerRow, 'level' | 'value' | 'note' | 'na_reason'>;
}

/** Saves one answer, in two statements: this is what a whole county does in the same hour. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
    private readonly clock: Clock,
  ) {}

  async save(submissionId: string, questionId: string, ifMatch: string | undefined, sent: SaveAnswer): Promise<SavedAnswer> {
    const change = changeFrom(submissionId, questionId, versionFrom(ifMatch), sent);
    const submission = await this.lockedReturn(change);
    if (submission.event) return doneBefore(submission, change);

    const { template, questions } = await this.templates.pinned(submission.template_version_id);
    const question = questions.get(questionId);
    if (!question) throw notFound();
    const profile = { kind: template.audience, phase: submission.phase, sector: submission.sector, features: submission.features };
    const before = answersIn(submission.answers, questions);
    this.refuseUnlessOpen(submission);
    refuseUnlessAsked(template, profile, before, question);
    refuseUnlessSound(template, question, change);
    if (change.version !== (submission.current?.version ?? 0)) return this.keepTheLoser(submission, change);

    const consequences = consequencesOf(template, profile, before, question, answerIn(change.content));
    return this.write(submission, change, template.scoring.rule, consequences);
  }

  private async lockedReturn({ submissionId, questionId, operationId }: Change): Promise<LockedReturn> {
    const load = () => this.database.one<LockedReturn>(LOCKED_RETURN, [submissionId, questionId, operationId]);
    let submission = await load();
    // Somebody saved while we waited for the lock. Now that we hold it, what we read next stays true.
    if (submission && submission.version !== submission.version_seen) submission = await load();
    const { caller } = this.database;
    const mine = submission && may(caller, 'submission.answer', { partnershipId: caller.partnershipId, organisationId: submission.organisation_id });
    if (!submission || !mine) throw notFound();
    return submission;
  }

  private refuseUnlessOpen({ state, round_state, final_on }: LockedReturn): void {
    if (!isEditable(state)) {
      throw new Refused('return-not-editable', 'This return has been submitted, so its answers can no longer be changed. Ask the business unit to reopen it.');
    }
    const acceptance = acceptsAnswers({ state: round_state, final: final_on }, this.clock.today());
    if (!acceptance.accepts) throw new Refused('round-not-open', `${acceptance.detail} Answers are not taken now: ask the business unit if you still need to send some.`);
  }

  private async keepTheLoser(submission: LockedReturn, change: Change): Promise<never> {
    const { caller } = this.database;
    const { level, value, note, na_reason } = change.content;
    await this.database.query(REMEMBER_CONFLICT, [
      submission.partnership_id, change.operationId, change.submissionId, change.questionId, submission.organisation_id, change.version,
      level, json(value), note, na_reason, caller.personId, caller.name, this.clock.now(),
    ]);
    throw conflict(submission, change);
  }

  private async write(submission: LockedReturn, change: Change, rule: string, { progress, questionsChanged, ratings }: Consequences): Promise<SavedAnswer> {
    const { personId, name } = this.database.caller;
    const { level, value, note, na_reason } = change.content;
    const [now, version] = [this.clock.now(), change.version + 1];
    await this.database.query(SAVE_ANSWER, [
      submission.partnership_id, change.submissionId, change.questionId, submission.organisation_id, level, json(value), note, na_reason, version,
      personId, name, now, change.operationId, questionsChanged, progress.answered, progress.required, submission.round_id, rule, JSON.stringify(ratings),
    ]);
    return { answer: { ...answerIn(change.content), version, updatedBy: name, updatedAt: now.toISOString() }, progress, questionsChanged };
  }
}

function changeFrom(submissionId: string, questionId: string, version: number, sent: SaveAnswer): Change {
  const { operationId, level, value, note, naReason } = storable(sent);
  return { submissionId, questionId, operationId, version, content: { level, value, note, na_reason: naReason } };
}

/** Browsers send `"3"`, people type `3`. */
function versionFrom(ifMatch: string | undefined): number {
  if (ifMatch === undefined) {
    throw new Refused('version-required', 'Say in If-Match which version of the answer is being changed: 0 when there is none yet.');
  }
  const [, version] = /^"?(\d{1,9})"?$/.exec(ifMatch) ?? [];
  if (version === undefined) {
    const detail = 'If-Match must be the version of the answer, a whole number such as 3.';
    throw new Refused('invalid-request', 'Some of what was sent cannot be accepted. Nothing was changed.', { faults: [{ where: 'If-Match', detail }] });
  }
  return Number(version);
}

function refuseUnlessAsked(template: Template, profile: OrganisationProfile, answers: Answers, question: Question): void {
  const asked = askedQuestions(template, profile, answers).some(({ questions }) => questions.includes(question));
  if (!asked) throw new Refused('question-not-asked', `${whyNotAsked(template, profile, question)} Nothing was changed: read the return again.`);
}

function refuseUnlessSound(template: Template, question: Question, { content }: Change): void {
  const problems = answerProblems(template, question, answerIn(content));
  if (problems.length === 0) return;
  throw new Refused('answer-not-accepted', `This answer to ${question.ref} cannot be accepted. Nothing was changed.`, {
    faults: problems.map(({ detail }) => ({ where: question.ref, detail })),
  });
}

/** The same operation again, because its answer got lost on the way: the same answer, and nothing changes. */
function doneBefore(submission: LockedReturn, change: Change): SavedAnswer {
  const event = submission.event!;
  const { level, value, note, na_reason } = event;
  const same = event.submission_id === change.submissionId && event.question_id === change.questionId
    && isDeepStrictEqual({ level, value, note, na_reason }, change.content);
  // Answering "saved" to other words would lose them.
  if (!same) {
    const detail = 'This identifier has been used for another change. Make a new one for every change.';
    throw new Refused('invalid-request', 'Some of what was sent cannot be accepted. Nothing was changed.', { faults: [{ where: 'operationId', detail }] });
  }
  if (event.outcome === 'conflict') throw conflict(submission, change);
  return { answer: answerView(event), progress: { answered: submission.answered, required: submission.required }, questionsChanged: event.questions_changed };
}

function conflict({ current }: LockedReturn, { content }: Change): RefusedButKept {
  return new RefusedButKept('changed-meanwhile', 'Somebody else changed this answer meanwhile. Both versions are kept: choose which one stands.', {
    theirs: current && answerView(current), yours: answerIn(content),
  });
}

/** A list or an object as pg takes JSON; null stays the absence of a value. */
const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
