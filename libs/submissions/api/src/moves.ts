import { may, type Action } from '@attest/domain/access';
import { acceptsAnswers, isEditable, movesFrom, submissionMoves } from '@attest/domain/lifecycle';
import type { SignedInCaller } from '@attest/shared/api';
import type { ReturnRow } from './submissions.queries';

type Standing = Pick<ReturnRow, 'organisation_id' | 'readers' | 'state' | 'round_state' | 'final_on'>;

/**
 * Row-level security has let it through; the policy may still say that the role which sees it is not one that reads returns.
 * What an organisation has not handed in yet is read by its own people alone.
 */
export function mayRead(caller: SignedInCaller, submission: Standing): boolean {
  return (isHandedIn(submission) || belongsTo(caller, submission)) && submission.readers.some((organisationId) => may(caller, 'submission.read', { partnershipId: caller.partnershipId, organisationId }));
}

/** What may be done with a return now, by those whose organisation's it is. */
export function movesOf(caller: SignedInCaller, submission: Standing, today: string): string[] {
  const mine = (action: Action) => may(caller, action, { partnershipId: caller.partnershipId, organisationId: submission.organisation_id });
  const open = closedBecause(submission, today) === null;
  return [
    ...(open && mine('submission.answer') ? ['answer'] : []),
    ...(open && mine('submission.submit') && movesFrom(submissionMoves, submission.state).includes('submit') ? ['submit'] : []),
    ...(isHandedIn(submission) && belongsTo(caller, submission) ? ['receipt'] : []),
  ];
}

/** Why answers are not taken now; null when they are. */
export function closedBecause({ state, round_state, final_on }: Standing, today: string): string | null {
  if (!isEditable(state)) return 'This return has been submitted, so its answers can no longer be changed.';
  const acceptance = acceptsAnswers({ state: round_state, final: final_on }, today);
  return acceptance.accepts ? null : acceptance.detail;
}

export function isHandedIn({ state }: Pick<Standing, 'state'>): boolean {
  return state === 'submitted' || state === 'accepted';
}

function belongsTo(caller: SignedInCaller, { readers }: Standing): boolean {
  return caller.memberships.some(({ organisationId }) => organisationId !== null && readers.includes(organisationId));
}
