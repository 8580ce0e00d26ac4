import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { may, type Action } from '@attest/domain/access';
import { isHandedIn, stateAfter, submissionMoves } from '@attest/domain/lifecycle';
import { storable, withThoseThatHangOn } from '@attest/domain/questionnaire';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { LOCK_RETURN } from '../answering.queries';
import { SigningMail } from '../signing/signing-mail';
import { MOVE_RETURN, VOID_SIGNATURES } from '../signing/signing.queries';
import type { WholeReturnRow } from '../submissions.queries';
import { SubmissionsService } from '../submissions.service';
import { askedFor, declined, opened } from './reopening-mail';
import type { AskReopening, DeclineReopening, GrantReopening, Reopen, ReopeningView } from './reopening.dto';
import { ASK, DECLINE, GRANT, LIVE_REOPENINGS, OPEN_RETURN, OPEN_UNASKED, REOPENING, REOPENINGS_OF, type ReopeningRow } from './reopening.queries';

/** What was handed in, opened again: asked for by the organisation, decided by the business unit. And accepted, when it is as it should be. */
@Injectable()
export class ReopeningService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly templates: TemplatesService,
    private readonly mail: SigningMail,
    private readonly clock: Clock,
  ) {}

  async live(): Promise<ReopeningView[]> {
    return this.views(await this.database.query<ReopeningRow>(LIVE_REOPENINGS));
  }

  async ofReturn(id: string): Promise<ReopeningView[]> {
    await this.submissions.wholeReturn(id);
    return this.views(await this.database.query<ReopeningRow>(REOPENINGS_OF, [id]));
  }

  async reopen(id: string, sent: Reopen): Promise<ReopeningView[]> {
    const row = await this.locked(id, 'submission.reopen');
    const { reason } = storable(sent);
    const questions = await this.opening(row, sent.questionIds);
    const [{ personId, partnershipId, name }, now] = [this.database.caller, this.clock.now()];
    await this.open(row, sent.untilOn, questions, reason);
    await this.database.query(OPEN_UNASKED, [partnershipId, uuid(), id, row.organisation_id, questions, reason, personId, name, now, sent.untilOn]).catch(askedAlready);
    return this.viewsAfter(id);
  }

  async ask(id: string, sent: AskReopening): Promise<ReopeningView[]> {
    const row = await this.locked(id, 'submission.submit');
    if (!isHandedIn(row.state)) throw new Refused('already-done', 'This return is not submitted, so there is nothing to open again.');
    const questions = await this.opening(row, sent.questionIds);
    const { personId, partnershipId, name } = this.database.caller;
    await this.database.query(ASK, [partnershipId, uuid(), id, row.organisation_id, questions, storable(sent.reason), personId, name, this.clock.now()]).catch(askedAlready);
    await this.mail.tell(await this.mail.people(null, ['business-unit']), id, askedFor(row, name));
    return this.viewsAfter(id);
  }

  async grant(reopeningId: string, { untilOn }: GrantReopening): Promise<ReopeningView[]> {
    const { row, asked } = await this.askedFor(reopeningId);
    const { personId, name } = this.database.caller;
    await this.open(row, untilOn, asked.question_ids, asked.reason);
    if (!(await this.database.one(GRANT, [reopeningId, asked.question_ids, personId, name, this.clock.now(), untilOn]))) throw decided();
    return this.viewsAfter(row.id);
  }

  async decline(reopeningId: string, sent: DeclineReopening): Promise<ReopeningView[]> {
    const { row, asked } = await this.askedFor(reopeningId);
    const { personId, name } = this.database.caller;
    if (!(await this.database.one(DECLINE, [reopeningId, personId, name, this.clock.now(), storable(sent.reason)]))) throw decided();
    const people = await this.mail.people(row.organisation_id, ['lead', 'approver']);
    await this.mail.tell(people.filter(({ person_id, role }) => role === 'lead' || person_id === asked.asked_by), row.id, declined(row, name));
    return this.viewsAfter(row.id);
  }

  async accept(id: string): Promise<void> {
    const row = await this.locked(id, 'submission.accept');
    const to = stateAfter(submissionMoves, 'accept', row.state);
    if (to === null || !(await this.database.one(MOVE_RETURN, [id, row.state, to]))) throw new Refused('already-done', 'This return has been accepted already.');
  }

  /** The signatures no longer stand, and everybody who signs for the organisation is told. */
  private async open(row: WholeReturnRow, untilOn: string, questions: readonly string[] | null, reason: string): Promise<void> {
    if (untilOn < this.clock.today()) throw new Refused('invalid-request', 'Some of what was sent cannot be accepted. Nothing was changed.', { faults: [{ where: 'untilOn', detail: 'Choose today or a day to come.' }] });
    const { personId, name } = this.database.caller;
    if (stateAfter(submissionMoves, 'reopen', row.state) === null) throw new Refused('already-done', 'This return is not submitted, so there is nothing to open again.');
    await this.database.query(VOID_SIGNATURES, [row.id, personId, name, this.clock.now(), reason]);
    if (!(await this.database.one(OPEN_RETURN, [row.id, row.state, untilOn, questions]))) throw new Refused('changed-meanwhile', 'Somebody has opened this return meanwhile. Read the page again.');
    await this.mail.tell(await this.mail.people(row.organisation_id, ['lead', 'approver']), row.id, opened(row, name, untilOn, questions?.length ?? 0));
  }

  /** Null for the whole return. Whoever changes an answer may change what is asked because of it. */
  private async opening(row: WholeReturnRow, questionIds: readonly string[]): Promise<readonly string[] | null> {
    if (questionIds.length === 0) return null;
    const { template, questions, questionIds: ids } = await this.templates.pinned(row.template_version_id);
    const keys = questionIds.map((id) => questions.get(id)?.key);
    if (keys.includes(undefined)) throw new Refused('invalid-request', 'Some of what was sent cannot be accepted. Nothing was changed.', { faults: [{ where: 'questionIds', detail: 'One of these is not a question of this return.' }] });
    return withThoseThatHangOn(template, keys as string[]).map((key) => ids.get(key)!);
  }

  private async askedFor(reopeningId: string): Promise<{ row: WholeReturnRow; asked: ReopeningRow }> {
    const found = await this.database.one<ReopeningRow>(REOPENING, [reopeningId]);
    if (!found) throw notFound();
    const row = await this.locked(found.submission_id, 'submission.reopen');
    const asked = (await this.database.one<ReopeningRow>(REOPENING, [reopeningId]))!;
    if (asked.state !== 'asked') throw decided();
    return { row, asked };
  }

  private async locked(id: string, action: Action): Promise<WholeReturnRow> {
    await this.database.query(LOCK_RETURN, [id]);
    const row = await this.submissions.wholeReturn(id);
    const { caller } = this.database;
    if (!may(caller, action, { partnershipId: caller.partnershipId, organisationId: row.organisation_id })) throw notFound();
    return row;
  }

  private async viewsAfter(id: string): Promise<ReopeningView[]> {
    return this.views(await this.database.query<ReopeningRow>(REOPENINGS_OF, [id]));
  }

  private async views(rows: readonly ReopeningRow[]): Promise<ReopeningView[]> {
    const views: ReopeningView[] = [];
    for (const row of rows) views.push(viewOf(row, await this.templates.pinned(row.template_version_id)));
    return views;
  }
}

function viewOf(row: ReopeningRow, { questions }: TemplateVersion): ReopeningView {
  return {
    id: row.id, submissionId: row.submission_id, state: row.state, reason: row.reason,
    organisation: { id: row.organisation_id, name: row.organisation_name }, round: { id: row.round_id, name: row.round_name },
    questions: (row.question_ids ?? []).flatMap((questionId) => {
      const question = questions.get(questionId);
      return question ? [{ questionId, ref: question.ref, title: question.title }] : [];
    }),
    askedBy: row.asked_by_name, askedAt: row.asked_at.toISOString(), decidedBy: row.decided_by_name, decidedAt: row.decided_at?.toISOString() ?? null,
    decision: row.decision, untilOn: row.until_on, doneAt: row.done_at?.toISOString() ?? null,
  };
}

const decided = () => new Refused('already-done', 'This has been decided already. Read the page again.');

/** The only uniqueness that can break: there is one live wish for a return at a time. */
function askedAlready(error: unknown): never {
  if (error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505') {
    throw new Refused('already-done', 'Somebody has asked for this already. The business unit decides about it first.');
  }
  throw error;
}
