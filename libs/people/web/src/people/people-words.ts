import { organisationRoles, partnershipRoles, roleMeanings, roleWords, type Role } from '@attest/domain/access';
import type { InvitationView } from '@attest/shared/client';
import type { Option } from '@attest/shared/ui';

export { roleMeanings, roleWords };

type State = InvitationView['state'];

export const stateWords: Readonly<Record<State, string>> = {
  sent: 'Sent', accepted: 'Accepted', expired: 'Expired', withdrawn: 'Withdrawn', ended: 'Organisation ended',
};

/** What waits stands out; what is over recedes. */
export const stateTones = { sent: 'open', accepted: 'done', expired: 'attention', withdrawn: 'quiet', ended: 'quiet' } as const satisfies Record<State, string>;

export const stateOptions: readonly Option[] = (Object.keys(stateWords) as State[]).map((key) => ({ key, label: stateWords[key] }));

const asOption = (role: Role): Option => ({ key: role, label: roleWords[role] });
export const roleOptions: readonly Option[] = [...organisationRoles, ...partnershipRoles].map(asOption);

/** In which select they stand together. */
export const roleGroups: readonly { readonly label: string; readonly roles: readonly Role[] }[] = [
  { label: 'In one organisation', roles: organisationRoles.filter((role) => role !== 'trust-lead') },
  { label: 'In every school of a trust', roles: ['trust-lead'] },
  { label: 'In the partnership', roles: partnershipRoles },
];

/** Where a role is held: an organisation, a trust, or the partnership. */
export function placeOf({ organisation, trust }: { readonly organisation: { readonly name: string } | null; readonly trust: string | null }): string {
  return organisation?.name ?? trust ?? 'The partnership';
}

export const people = (count: number): string => (count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`);
export const invitations = (count: number): string => (count === 1 ? '1 invitation' : `${count.toLocaleString('en-GB')} invitations`);

/** Days after which somebody should look over who can see an organisation. */
export const REVIEW_DAYS = 90;

export const isOld = (at: string, now: Date): boolean => now.getTime() - new Date(at).getTime() > REVIEW_DAYS * 86_400_000;
