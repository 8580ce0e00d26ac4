import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { may } from '@attest/domain/access';
import { acceptsAnswers, isEditable } from '@attest/domain/lifecycle';
import { answerProblems, askedQuestions, saysSomething, whyNotAsked, withEvidence, type Answers, type OrganisationProfile, type Question, type Template } from '@attest/domain/questionnaire';
import { Clock, Database, Refused, RefusedButKept, notFound, type SignedInCaller } from '@attest/shared/api';
import { TemplatesService } from '@attest/templates/api';
import { TABLES, type AnswerableReturn, type Desk, type DoneBefore } from './answering.queries';
import { answerIn, answerView, answersIn } from './answers';
import { MovedQuestions } from './carry/moved-questions';
import { changeFrom, type Change } from './change';
import { consequencesOf, type Consequences } from './consequences';
import { FUNCTIONS } from './guests/guest.queries';
import { provenanceAfter, type Provenance } from './memory/starting-point';
import { profileOf } from './return-view';
import type { SaveAnswer, SavedAnswer } from './submissions.dto';

/** Saves one answer. This is what a whole county does in the same hour, so the common case is two statements. */
@Injectable()
export class AnsweringService {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplatesService,
    private readonly moved: MovedQuestions,
    private readonly clock: Clock,
  ) {}

  async save(submissionId: string, questionId: string, ifMatch: string | undefined, sent: SaveAnswer): Promise<SavedAnswer> {
    const change = changeFrom(submissionId, questionId, ifMatch, sent);
    return (await this.saveIfFirst(change)) ?? this.saveInTurn(change);
  }

  /** Null, with nothing written, when somebody was quicker, the change has come before, or the question is of another version. */
  private async saveIfFirst(change: Change): Promise<SavedAnswer | null> {
    const submission = await this.answerable(change);
    if (change.version !== versionNow(submission, change) || !(await this.isOfNow(submission, change))) return null;
    const provenance = this.provenance(submission, change);
    return this.write(submission, change, provenance, await this.consequences(submission, change, provenance));
  }

  /** Words from elsewhere into an answer that says nothing yet; they count once somebody has looked at them. */
  async begin(wanted: Omit<Change, 'version'>): Promise<SavedAnswer> {
    await this.database.query(this.desk.lock, [wanted.submissionId]);
    const submission = await this.answerable(wanted);
    const change = { ...wanted, version: versionNow(submission, wanted) };
    const before = await this.database.one<DoneBefore>(this.desk.before, [change.submissionId, change.questionId, change.operationId]);
    if (before?.event) return doneBefore(before, before.event, change);
    const stored = storedIn(submission, change);
    if (stored && saysSomething(answerIn(stored))) throw new Refused('already-done', 'Something has been written here meanwhile. It stands, and nothing was put over it: reload the page to see it.');
    const provenance: Provenance = { to_check: true, carried: 'unchanged' };
    return (await this.write(submission, change, provenance, await this.consequences(submission, change, provenance), 'last-round'))!;
  }

  /** With the return locked, so that nobody is quicker: a change that came before, a conflict, or one whose turn it is now. */
  private async saveInTurn(change: Change): Promise<SavedAnswer> {
    await this.database.query(this.desk.lock, [change.submissionId]);
    const submission = await this.answerable(change);
    const before = await this.database.one<DoneBefore>(this.desk.before, [change.submissionId, change.questionId, change.operationId]);
    const ofNow = await this.isOfNow(submission, change);
    if (before?.event && (ofNow || before.event.outcome === 'saved')) return { ...doneBefore(before, before.event, change), ...(ofNow ? {} : { questionsChanged: true }) };
    if (!ofNow) return this.keepWhatMoved(submission, change, before?.event ?? null);
    const provenance = this.provenance(submission, change);
    const consequences = await this.consequences(submission, change, provenance);
    if (change.version !== versionNow(submission, change)) return this.keepTheLoser(submission, before!, change);
    return (await this.write(submission, change, provenance, consequences))!;
  }

  private async isOfNow({ template_version_id }: AnswerableReturn, { questionId }: Change): Promise<boolean> {
    return (await this.templates.pinned(template_version_id)).questions.has(questionId);
  }

  private get desk(): Desk {
    return this.database.caller.guest ? FUNCTIONS : TABLES;
  }

  /** What a guest says counts once somebody of the organisation has looked at it. */
  private provenance(submission: AnswerableReturn, change: Change): Provenance {
    const provenance = provenanceAfter(storedIn(submission, change), change.content);
    return this.database.caller.guest ? { ...provenance, to_check: true } : provenance;
  }

  private async answerable({ submissionId, questionId }: Pick<Change, 'submissionId' | 'questionId'>): Promise<AnswerableReturn> {
    const [submission] = await this.database.prepared<AnswerableReturn>(this.desk.answerable, [submissionId]);
    const { caller } = this.database;
    if (!submission || !mayAnswer(caller, submission, questionId)) throw notFound();
    this.database.note({ organisationId: submission.organisation_id });
    return submission;
  }

  /** What the change would bring about, or why it is refused. */
  private async consequences(submission: AnswerableReturn, { questionId, content }: Change, { to_check }: Provenance): Promise<Consequences> {
    const { template, questions } = await this.templates.pinned(submission.template_version_id);
    const question = questions.get(questionId)!;
    const profile = profileOf(submission, template);
    const before = answersIn(submission.answers, questions, submission.evidence);
    const answer = withEvidence(question, answerIn({ ...content, to_check }), submission.evidence[questionId] ?? 0)!;
    refuseUnlessOpen(submission, questionId, this.clock.today());
    refuseUnlessAsked(template, profile, before, question);
    refuseUnlessSound(template, question, content);
    return consequencesOf(template, profile, before, question, answer);
  }

  private async write(submission: AnswerableReturn, change: Change, { to_check, carried }: Provenance, { progress, questionsChanged, standing }: Consequences, via: 'page' | 'last-round' = 'page'): Promise<SavedAnswer | null> {
    const { personId, name } = this.database.caller;
    const { level, value, note, na_reason } = change.content;
    const [now, version] = [this.clock.now(), change.version + 1];
    const written = await this.database.prepared(change.version === 0 ? this.desk.first : this.desk.changed, [
      change.submissionId, submission.version, change.questionId, change.operationId, level, json(value), note, na_reason, version,
      personId, name, now, questionsChanged, progress.answered, progress.required, JSON.stringify(standing), submission.template_version_id, to_check, carried, via,
    ]).catch(operationUsedElsewhere);
    if (written.length === 0) return null;
    return { answer: { ...answerIn(change.content), toCheck: to_check, carried, byGuest: this.database.caller.guest !== undefined, version, updatedBy: name, updatedAt: now.toISOString() }, progress, questionsChanged };
  }

  private async keepTheLoser(submission: AnswerableReturn, before: DoneBefore, change: Change): Promise<never> {
    await this.keepWords(submission, change);
    throw conflict(before, change);
  }

  /** The questions changed while somebody was writing: what they wrote stays on record where they wrote it, and they are told where it belongs now. */
  private async keepWhatMoved(submission: AnswerableReturn, change: Change, known: DoneBefore['event']): Promise<never> {
    const question = this.database.caller.guest ? null : await this.moved.whereNow(change, submission.template_version_id);
    refuseUnlessOpen(submission, change.questionId, this.clock.today());
    if (!known) await this.keepWords(submission, change);
    throw new RefusedButKept('questions-changed', `The questions of this return have changed while this page was open. ${belongs(question)} What you wrote is kept, and nothing was answered with it.`, {
      now: question && { questionId: question.id, ref: question.ref, title: question.title }, yours: answerIn(change.content),
    });
  }

  private async keepWords({ organisation_id }: AnswerableReturn, change: Change): Promise<void> {
    const { partnershipId, personId, name } = this.database.caller;
    const { level, value, note, na_reason } = change.content;
    await this.database.query(this.desk.lost, [
      partnershipId, change.operationId, change.submissionId, change.questionId, organisation_id, level, json(value), note, na_reason,
      change.version, personId, name, this.clock.now(),
    ]).catch(operationUsedElsewhere);
  }
}

/** Of a return of one's own organisation every answer, and as a guest what was given. */
function mayAnswer(caller: SignedInCaller, { organisation_id: organisationId }: AnswerableReturn, questionId: string): boolean {
  if (caller.guest) return caller.guest.questionIds.includes(questionId);
  return may(caller, 'submission.answer', { partnershipId: caller.partnershipId, organisationId });
}

const storedIn = ({ answers }: AnswerableReturn, { questionId }: Pick<Change, 'questionId'>) => answers.find(({ question_id }) => question_id === questionId);

/** 0 while there is no answer yet. */
const versionNow = (submission: AnswerableReturn, change: Pick<Change, 'questionId'>) => storedIn(submission, change)?.version ?? 0;

export function refuseUnlessOpen({ state, round_state, final_on, reopened_until, reopened_questions }: AnswerableReturn, questionId: string, today: string): void {
  if (!isEditable(state)) {
    throw new Refused('return-not-editable', `This return ${state === 'signing' ? 'is being signed' : 'has been submitted'}, so its answers can no longer be changed.`);
  }
  if (reopened_questions && !reopened_questions.includes(questionId)) {
    throw new Refused('return-not-editable', 'This return was opened again for other answers: this one can no longer be changed.');
  }
  const acceptance = acceptsAnswers({ state: round_state, final: final_on, reopenedUntil: reopened_until }, today);
  if (!acceptance.accepts) throw new Refused('round-not-open', `${acceptance.detail} Answers are not taken now: ask the business unit if you still need to send some.`);
}

export function refuseUnlessAsked(template: Template, profile: OrganisationProfile, answers: Answers, question: Question): void {
  const asked = askedQuestions(template, profile, answers).some(({ questions }) => questions.includes(question));
  if (!asked) throw new Refused('question-not-asked', `${whyNotAsked(template, profile, question)} Nothing was changed: read the return again.`);
}

function refuseUnlessSound(template: Template, question: Question, content: Change['content']): void {
  const problems = answerProblems(template, question, answerIn(content));
  if (problems.length === 0) return;
  throw new Refused('answer-not-accepted', `This answer to ${question.ref} cannot be accepted. Nothing was changed.`, {
    faults: problems.map(({ detail }) => ({ where: question.ref, detail })),
  });
}

/** The same operation again, because its answer got lost on the way: the same answer, and nothing changes. */
function doneBefore(before: DoneBefore, event: NonNullable<DoneBefore['event']>, change: Change): SavedAnswer {
  const { level, value, note, na_reason } = event;
  const same = event.submission_id === change.submissionId && event.question_id === change.questionId
    && isDeepStrictEqual({ level, value, note, na_reason }, change.content);
  // Answering "saved" to other words would lose them.
  if (!same) throw operationUsed();
  if (event.outcome === 'conflict') throw conflict(before, change);
  return { answer: answerView(event), progress: { answered: before.answered, required: before.required }, questionsChanged: event.questions_changed };
}

const belongs = (now: { readonly ref: string; readonly title: string } | null) => (now ? `This one is ${now.ref} ${now.title} now.` : 'This one is asked no more in this form.');

function conflict({ current }: DoneBefore, { content }: Change): RefusedButKept {
  return new RefusedButKept('changed-meanwhile', 'Somebody else changed this answer meanwhile. Both versions are kept: choose which one stands.', {
    theirs: current && answerView(current), yours: answerIn(content),
  });
}

/** The only uniqueness a save can break is that of its operation. */
function operationUsedElsewhere(error: unknown): never {
  throw error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505' ? operationUsed() : error;
}

const operationUsed = () => new Refused('invalid-request', 'Some of what was sent cannot be accepted. Nothing was changed.', {
  faults: [{ where: 'operationId', detail: 'This identifier has been used for another change. Make a new one for every change.' }],
});

/** A list or an object as pg takes JSON; null stays the absence of a value. */
const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
