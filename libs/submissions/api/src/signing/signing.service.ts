import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { may } from '@attest/domain/access';
import { acceptsAnswers, isEditable, isHandedIn, isLastStep, nextStep, stateAfter, submissionMoves, type SubmissionState } from '@attest/domain/lifecycle';
import { askedQuestions, blockersToSubmit, signOffOf, storable, type Answers, type OrganisationProfile, type Step } from '@attest/domain/questionnaire';
import { rate, type Ratings } from '@attest/domain/scoring';
import { Clock, Database, Refused, notFound, type Fault } from '@attest/shared/api';
import { TemplatesService, type TemplateVersion } from '@attest/templates/api';
import { LOCK_RETURN } from '../answering.queries';
import { answersIn } from '../answers';
import { SIGN_EVIDENCE } from '../evidence/evidence.queries';
import { ReadingService } from '../evidence/reading.service';
import { contentToSign, type Frozen } from '../frozen-return';
import { rolesIn } from '../moves';
import { profileOf } from '../return-view';
import { RequestedService } from '../sharing/requested.service';
import type { BlockerView, Submit } from '../submissions.dto';
import type { WholeReturnRow } from '../submissions.queries';
import { SubmissionsService } from '../submissions.service';
import { SubmittingService } from '../submitting.service';
import type { SendBack, Sign } from './signing.dto';
import { SigningMail, allSigned, sentBack, yourTurn } from './signing-mail';
import { signedIn, whyNot } from './signing-view';
import { ADD_SIGNATURE, MOVE_RETURN, VOID_SIGNATURES, type SignatureRow } from './signing.queries';

/** A return about to be signed: what of, by which step, and exactly which text. */
interface Signing {
  readonly row: WholeReturnRow;
  readonly version: TemplateVersion;
  readonly ratings: Ratings;
  readonly steps: readonly Step[];
  readonly step: Step;
  readonly frozen: Frozen;
}

/** The signatures of a return, one after the other, and the way back. */
@Injectable()
export class SigningService {
  constructor(
    private readonly database: Database,
    private readonly submissions: SubmissionsService,
    private readonly submitting: SubmittingService,
    private readonly templates: TemplatesService,
    private readonly evidence: ReadingService,
    private readonly requested: RequestedService,
    private readonly mail: SigningMail,
    private readonly clock: Clock,
  ) {}

  /** With the return locked: of two who sign at once, the second finds that somebody was quicker. */
  async sign(id: string, sent: Sign): Promise<void> {
    await this.give(await this.prepared(id, sent.step, storable(sent)), storable(sent));
  }

  /** The one declaration of a return that wants no second signature. */
  async submit(id: string, sent: Submit): Promise<void> {
    await this.give(await this.prepared(id, null, storable(sent)), storable(sent));
  }

  /** Its signatures no longer stand, and its answers may be changed again: all of them, or those it had been opened for. */
  async sendBack(id: string, { note }: SendBack): Promise<void> {
    const row = await this.mine(id);
    const to = stateAfter(submissionMoves, row.reopened_until === null ? 'sendBack' : 'sendBackReopened', row.state);
    if (to === null) throw new Refused('already-done', isHandedIn(row.state) ? 'This return is submitted. Ask the business unit to open it again.' : 'Nobody has signed this return, so there is nothing to send back.');
    const { personId, name } = this.database.caller;
    await this.move(row, to);
    const voided = await this.database.query<{ person_id: string }>(VOID_SIGNATURES, [id, personId, name, this.clock.now(), storable(note)]);
    const people = await this.mail.people(row.organisation_id, ['lead', 'approver', 'contributor']);
    await this.mail.tell(people.filter(({ role, person_id }) => role === 'lead' || voided.some((one) => one.person_id === person_id)), id, sentBack(row, name));
  }

  private async prepared(id: string, wanted: string | null, declaration: Submit): Promise<Signing> {
    const row = await this.mine(id);
    refuseUnlessOpen(row, this.clock.today());
    const version = await this.templates.pinned(row.template_version_id);
    const steps = signOffOf(version.template);
    if (wanted === null && steps.length > 1) throw new Refused('another-signer-needed', 'This return is submitted with the last of its signatures. Sign it on its page.');
    const step = nextStep(steps, signedIn(row.signatures));
    if (!step || (wanted !== null && wanted !== step.key)) throw new Refused('changed-meanwhile', 'Somebody has signed meanwhile. Read the page again to see whose turn it is.');
    const not = whyNot(step, row.signatures, { personId: this.database.caller.personId, roles: rolesIn(this.database.caller, row.organisation_id) });
    if (not) throw new Refused('another-signer-needed', not);
    refuseUnlessRead(row, declaration);
    refuseUnlessDeclared(declaration);
    const [profile, answers] = [profileOf(row, version.template), answersIn(row.answers, version.questions, row.evidence)];
    const ratings = rate(version.template, profile, answers);
    // which revision was meant stands still with the first signature
    if (isEditable(row.state)) await this.database.query(SIGN_EVIDENCE, [id]);
    const frozen = contentToSign(row, version, ratings, await this.evidence.shownIn(id));
    if (isEditable(row.state)) refuseIfBlocked([...blockersOf(version, profile, answers), ...await this.requested.blockersOf(row.id, askedIn(version, profile, answers))]);
    else refuseUnlessSame(row.signatures, frozen);
    return { row, version, ratings, steps, step, frozen };
  }

  private async give(signing: Signing, { name, role }: Submit): Promise<void> {
    const { row, step, steps, frozen: { sha256 } } = signing;
    const { partnershipId, personId } = this.database.caller;
    const now = this.clock.now();
    const given: SignatureRow = { step: step.key, asked_of: step.who, person_id: personId, person_name: name, role, declaration: step.declaration, sha256, at: now.toISOString() };
    await this.database.query(ADD_SIGNATURE, [partnershipId, uuid(), row.id, row.organisation_id, step.key, step.who, personId, name, role, step.declaration, sha256, now]);
    if (isLastStep(steps, step)) return this.finish(signing, given, now);
    await this.move(row, 'signing');
    if (row.signatures.length === 0) await this.submitting.keep(row, 'signed', signing.frozen, given, now);
    const next = nextStep(steps, signedIn([...row.signatures, given]))!;
    await this.mail.tell(await this.signersOf(row, next, [...row.signatures, given]), row.id, yourTurn(row, next.who, name));
  }

  private async finish({ row, version, ratings }: Signing, given: SignatureRow, now: Date): Promise<void> {
    const reference = await this.submitting.handIn(row, version, ratings, [...row.signatures, given], now);
    const signed = new Set(row.signatures.map(({ person_id }) => person_id));
    if (signed.size === 0) return;
    const people = await this.mail.people(row.organisation_id, ['lead', 'approver', 'contributor', 'viewer']);
    await this.mail.tell(people.filter(({ person_id }) => signed.has(person_id)), row.id, allSigned(row, reference));
  }

  /** Who could give this signature. */
  async signersOf(row: WholeReturnRow, step: Step, signatures: readonly SignatureRow[]) {
    const people = await this.mail.people(row.organisation_id, ['lead', 'approver', 'contributor', 'viewer']);
    return people.filter(({ person_id, role }) => whyNot(step, signatures, { personId: person_id, roles: [role] }) === null);
  }

  private async mine(id: string): Promise<WholeReturnRow> {
    await this.database.query(LOCK_RETURN, [id]);
    const row = await this.submissions.wholeReturn(id);
    const { caller } = this.database;
    if (!may(caller, 'submission.submit', { partnershipId: caller.partnershipId, organisationId: row.organisation_id })) throw notFound();
    return row;
  }

  private async move(row: WholeReturnRow, to: SubmissionState): Promise<void> {
    if (!(await this.database.one(MOVE_RETURN, [row.id, row.state, to]))) throw new Refused('changed-meanwhile', 'Somebody has signed or sent this return back meanwhile. Read the page again.');
  }
}

function refuseUnlessOpen(row: WholeReturnRow, today: string): void {
  if (isHandedIn(row.state)) throw new Refused('already-done', 'This return has been submitted already. Its receipt says when and by whom.');
  const acceptance = acceptsAnswers({ state: row.round_state, final: row.final_on, reopenedUntil: row.reopened_until }, today);
  if (!acceptance.accepts) throw new Refused('round-not-open', `${acceptance.detail} Returns are not taken now: ask the business unit.`);
  if (stateAfter(submissionMoves, 'submit', row.state) === null) {
    throw new Refused('cannot-submit-yet', 'Nothing has been answered yet. Answer the questions before you submit.', { faults: [], blockers: [] });
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
  if (faults.length > 0) throw new Refused('invalid-request', 'The return was not signed: the declaration is not complete.', { faults });
}

const blockersOf = ({ template, questionIds }: TemplateVersion, profile: OrganisationProfile, answers: Answers): BlockerView[] =>
  blockersToSubmit(template, profile, answers).map(({ questionKey, ref, code, detail }) => ({ questionId: questionIds.get(questionKey)!, ref, code, detail }));

const askedIn = ({ template, questionIds }: TemplateVersion, profile: OrganisationProfile, answers: Answers) =>
  askedQuestions(template, profile, answers).flatMap(({ questions }) => questions.map(({ key, ref, title }) => ({ id: questionIds.get(key)!, ref, title })));

function refuseIfBlocked(blockers: readonly BlockerView[]): void {
  if (blockers.length === 0) return;
  throw new Refused('cannot-submit-yet', 'Some questions still need you before this return can be submitted.', {
    faults: blockers.map(({ ref, detail }) => ({ where: ref, detail })), blockers,
  });
}

/** Each signs exactly what those before have signed, or nobody does. */
function refuseUnlessSame(signatures: readonly SignatureRow[], { sha256 }: Frozen): void {
  if (signatures.every((signature) => signature.sha256 === sha256)) return;
  throw new Refused('changed-meanwhile', 'What is stored is no longer what was signed before you. Send the return back, so that it is signed again, and tell the business unit.');
}
