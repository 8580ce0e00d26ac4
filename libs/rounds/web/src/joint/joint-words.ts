import { listed } from '@attest/domain/questionnaire';
import type { JointInvitation, JointPartner } from '@attest/shared/client';

export const invitationWords: Readonly<Record<JointInvitation['state'], string>> = {
  open: 'Not used yet', accepted: 'Joined', declined: 'Declined', withdrawn: 'Withdrawn', expired: 'Over',
};
export const invitationTones = { open: 'open', accepted: 'done', declined: 'attention', withdrawn: 'quiet', expired: 'quiet' } as const satisfies Record<JointInvitation['state'], string>;

/** With whom a round is run, in a line. */
export function partnersInWords(partners: readonly JointPartner[]): string {
  const names = partners.filter(({ state }) => state === 'accepted').map(({ name }) => name);
  return names.length === 0 ? 'Nobody has joined yet' : `With ${listed(names)}`;
}

/** How far a partner is. */
export function partnerInWords({ state, hasRound, shares }: JointPartner): string {
  if (state === 'left') return 'Has left';
  if (!hasRound) return 'Has joined, and no round yet';
  return shares ? 'Shares its figures with you' : 'Has its round; shares no figures with you yet';
}
