import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { may } from '@attest/domain/access';
import { acceptsAnswers, stateAfter, submissionMoves } from '@attest/domain/lifecycle';
import { blockersToSubmit, progressOf, type Answers, type OrganisationProfile } from '@attest/domain/questionnaire';
import { rate, type Ratings } from '@attest/domain/scoring';
import { Clock, Database, Refused, notFound, type Fault } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { LOCK_RETURN } from './answering.queries';
import { answersIn, progressView } from './answers';
import { ratingRow } from './consequences';
import { frozenReturn } from './frozen-return';
import { isHandedIn } from './moves';
import { receiptView } from './receipt';
import { profileOf } from './return-view';
import { storable } from './storable';
import type { ReceiptView, Submit } from './submissions.dto';
import type { WholeReturnRow } from './submissions.queries';
import { SubmissionsService } from './submissions.service';
import { HAND_IN, KEEP_SNAPSHOT, PEER_LEVELS, SEALED_RETURN, SEAL_RATINGS, type HandedIn, type PeerRow, type SealedRow } from './submitting.queries';

/** Without I, O, 0 and 1, which people misread to one another on the telephone. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

@Injectable()
export class SubmittingService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly templates: TemplatesService,
    private readonly clock: Clock,
  ) {}

  async submit(id: string, sent: Submit): Promise<ReceiptView> {
    const declaration = storable(sent);
    await this.database.query(LOCK_RETURN, [id]);
    const row = await this.submissions.wholeReturn(id);
    const { caller } = this.database;
    if (!may(caller, 'submission.submit', { partnershipId: caller.partnershipId, organisationId: row.organisation_id })) throw notFound();
    this.refuseUnlessOpen(row);
    refuseUnlessRead(row, declaration);
    refuseUnlessDeclared(declaration);

    const version = await this.templates.pinned(row.template_version_id);
    const [profile, answers] = [profileOf(row, version.template), answersIn(row.answers, version.questions)];
    refuseIfBlocked(version, profile, answers);

    const now = this.clock.now();
    const ratings = rate(version.template, profile, answers);
    const { reference } = await this.handIn(row, progressView(progressOf(version.template, profile, answers)), now);
    await this.seal(row, ratings, now);
    await this.keep({ ...row, reference }, version, ratings, declaration, now);
    return this.receipt(id);
  }

  async receipt(id: string): Promise<ReceiptView> {
    const row = await this.submissions.wholeReturn(id);
    const sealed = isHandedIn(row) ? await this.database.one<SealedRow>(SEALED_RETURN, [id]) : null;
    if (!sealed) throw notFound();
    const version = await this.templates.pinned(row.template_version_id);
    const last = await this.submissions.lastReturn(row);
    const peers = await this.database.query<PeerRow>(PEER_LEVELS, [id]);
    return receiptView({ row, version, sealed, last, peers });
  }

  /** Four characters that tell this return from the others of its round. */
  newCode(): string {
    return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  }

  private refuseUnlessOpen(row: WholeReturnRow): void {
    if (isHandedIn(row)) throw alreadyDone();
    const acceptance = acceptsAnswers({ state: row.round_state, final: row.final_on }, this.clock.today());
    if (!acceptance.accepts) throw new Refused('round-not-open', `${acceptance.detail} Returns are not taken now: ask the business unit.`);
    if (stateAfter(submissionMoves, 'submit', row.state) === null) {
      throw new Refused('cannot-submit-yet', 'Nothing has been answered yet. Answer the questions before you submit.', { faults: [], blockers: [] });
    }
  }

  private async handIn(row: WholeReturnRow, { answered, required }: { answered: number; required: number }, now: Date): Promise<HandedIn> {
    for (let tries = 5; ; tries--) {
      await this.database.query('savepoint reference');
      try {
        const handedIn = await this.database.one<HandedIn>(HAND_IN, [row.id, row.state, now, `${row.round_reference}-${this.newCode()}`, answered, required]);
        if (!handedIn) throw alreadyDone();
        return handedIn;
      } catch (error) {
        // Somebody else's return has the reference already; whose, we may not see, so we cannot ask beforehand.
        if (!isTaken(error) || tries === 1) throw error;
        await this.database.query('rollback to savepoint reference');
      }
    }
  }

  private async seal(row: WholeReturnRow, { rule, overall, sections }: Ratings, now: Date): Promise<void> {
    const rows = [{ key: '', rating: overall }, ...sections].map(({ key, rating }) => ({ ...ratingRow(key, rating), trace: rating.trace }));
    await this.database.query(SEAL_RATINGS, [this.database.caller.partnershipId, row.id, row.organisation_id, row.round_id, rule, now, JSON.stringify(rows)]);
  }

  private async keep(row: WholeReturnRow, version: TemplateVersion, ratings: Ratings, { name, role }: Submit, now: Date): Promise<void> {
    const { personId, partnershipId } = this.database.caller;
    const { wording } = version.template.declaration;
    const { content, sha256 } = frozenReturn(row, version, ratings, { wording, name, role, at: now.toISOString() });
    await this.database.query(KEEP_SNAPSHOT, [partnershipId, uuid(), row.id, row.organisation_id, content, sha256, personId, name, role, wording, now]);
  }
}

/** A declaration is made on the questions that were read. */
function refuseUnlessRead({ template_version_id }: WholeReturnRow, { versionId }: Submit): void {
  if (versionId === undefined || versionId === template_version_id) return;
  throw new Refused('questions-changed', 'The questions of this return have changed since you opened this page. Nothing was submitted: look at what has changed, then check and submit again.');
}

function refuseUnlessDeclared({ declared, name, role }: Submit): void {
  const faults: Fault[] = [
    ...(declared ? [] : [{ where: 'declared', detail: 'Read the declaration and make it.' }]),
    ...(name.trim() ? [] : [{ where: 'name', detail: 'Enter name.' }]),
    ...(role.trim() ? [] : [{ where: 'role', detail: 'Enter role.' }]),
  ];
  if (faults.length > 0) throw new Refused('invalid-request', 'The return was not submitted: the declaration is not complete.', { faults });
}

function refuseIfBlocked({ template, questionIds }: TemplateVersion, profile: OrganisationProfile, answers: Answers): void {
  const blockers = blockersToSubmit(template, profile, answers)
    .map(({ questionKey, ref, code, detail }) => ({ questionId: questionIds.get(questionKey)!, ref, code, detail }));
  if (blockers.length === 0) return;
  throw new Refused('cannot-submit-yet', 'Some questions still need you before this return can be submitted.', {
    faults: blockers.map(({ ref, detail }) => ({ where: ref, detail })), blockers,
  });
}

const alreadyDone = () => new Refused('already-done', 'This return has been submitted already. Its receipt says when and by whom.');

const isTaken = (error: unknown) => error instanceof QueryFailedError && (error.driverError as { code?: string }).code === '23505';
