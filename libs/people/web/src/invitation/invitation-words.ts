import type { OpenedInvitation } from '@attest/shared/client';

/** Why an invitation cannot be accepted, and what to do; empty when it can. */
export function invitationWords({ state, account, invitedBy, organisation, trust }: OpenedInvitation): string {
  if (state === 'accepted') return 'This invitation has been accepted already. If that was you, sign in.';
  if (state === 'expired') return `This invitation has expired. Ask ${invitedBy} to send it again.`;
  if (state === 'withdrawn') return `This invitation has been withdrawn. Ask ${invitedBy} if you still need it.`;
  if (state === 'ended') return `${organisation ?? trust ?? 'The organisation'} no longer takes part in this partnership.`;
  return account === 'closed' ? 'The account of this address has been closed. Ask the business unit.' : '';
}
