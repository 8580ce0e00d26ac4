import { may, type Action } from '@attest/domain/access';
import { acceptsAnswers, isEditable, isHandedIn, movesFrom, nextStep, submissionMoves } from '@attest/domain/lifecycle';
import { signOffOf, type Template } from '@attest/domain/questionnaire';
import type { SignedInCaller } from '@attest/shared/api';
import { hasSigned, signedIn, whyNot } from './signing/signing-view';
import type { ReturnRow } from './submissions.queries';

type Standing = Pick<ReturnRow, 'organisation_id' | 'readers' | 'state' | 'round_state' | 'final_on' | 'reopened_until'>;

/**
 * Row-level security has let it through; the policy may still say that the role which sees it is not one that reads returns.
 * What an organisation has not handed in yet is read by its own people alone.
 */
export function mayRead(caller: SignedInCaller, submission: Standing): boolean {
  return (isHandedIn(submission.state) || belongsTo(caller, submission)) && submission.readers.some((organisationId) => may(caller, 'submission.read', { partnershipId: caller.partnershipId, organisationId }));
}

/** What may be done with a return now, by those whose organisation's it is. `submit` where one signature is enough, `sign` where it is the caller's turn. */
export function movesOf(caller: SignedInCaller, submission: Standing & Pick<ReturnRow, 'signatures'>, template: Template, today: string): string[] {
  const mine = (action: Action) => may(caller, action, { partnershipId: caller.partnershipId, organisationId: submission.organisation_id });
  const open = closedBecause(submission, today) === null;
  const [steps, begun] = [signOffOf(template), open && submission.state !== 'not-started'];
  const step = begun || submission.state === 'signing' ? nextStep(steps, signedIn(submission.signatures)) : null;
  const turn = step && mine('submission.submit') && !hasSigned(submission.signatures, caller.personId) && whyNot(step, submission.signatures, { personId: caller.personId, roles: rolesIn(caller, submission.organisation_id) }) === null;
  return [
    ...(open && mine('submission.answer') ? ['answer'] : []),
    ...(turn ? [steps.length > 1 ? 'sign' : 'submit'] : []),
    ...(isHandedIn(submission.state) && belongsTo(caller, submission) ? ['receipt'] : []),
    ...(isHandedIn(submission.state) && mine('submission.submit') ? ['ask-reopening'] : []),
    ...movesFrom(submissionMoves, submission.state).filter((move) => (move === 'reopen' && mine('submission.reopen')) || (move === 'accept' && mine('submission.accept'))),
  ];
}

/** Why answers are not taken now; null when they are. */
export function closedBecause({ state, round_state, final_on, reopened_until }: Omit<Standing, 'organisation_id' | 'readers'>, today: string): string | null {
  if (state === 'signing') return 'This return is being signed, so its answers stand still. Whoever signs can send it back.';
  if (!isEditable(state)) return 'This return has been submitted, so its answers can no longer be changed.';
  const acceptance = acceptsAnswers({ state: round_state, final: final_on, reopenedUntil: reopened_until }, today);
  return acceptance.accepts ? null : acceptance.detail;
}

/** A return that was opened again is taken until then. ISO dates. */
export const lastDay = ({ final_on: final, reopened_until: until }: Pick<Standing, 'final_on' | 'reopened_until'>): string => (until !== null && until > final ? until : final);

/** Which roles the caller has in an organisation. */
export function rolesIn({ memberships, partnershipId }: SignedInCaller, organisationId: string): string[] {
  return memberships.filter((one) => one.partnershipId === partnershipId && one.organisationId === organisationId).map(({ role }) => role);
}

function belongsTo(caller: SignedInCaller, { readers }: Standing): boolean {
  return caller.memberships.some(({ organisationId }) => organisationId !== null && readers.includes(organisationId));
}
