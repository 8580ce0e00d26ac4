import { organisationRoles, partnershipRoles, type Role } from './permissions';
import type { Caller, Membership, Thing } from './may';

/** What a lead who hands over becomes once the next one has accepted. */
export const afterHandover = ['contributor', 'viewer', 'leaves'] as const;
export type Handover = (typeof afterHandover)[number];

/**
 * Who may give a role, change it and take it away. A lead gives what is below: another lead comes by handing over, so
 * that nobody in an organisation can multiply the right to decide about it.
 */
const givenBy: Readonly<Record<Role, readonly Role[]>> = {
  'business-unit': ['business-unit'],
  'qp-member': ['business-unit'],
  'executive': ['business-unit'],
  'scrutineer': ['business-unit'],
  'lead': ['business-unit'],
  'contributor': ['business-unit', 'lead'],
  'approver': ['business-unit', 'lead'],
  'viewer': ['business-unit', 'lead'],
  'trust-lead': ['business-unit'],
};

/** Whether the caller may give this role there. A trust-lead is given for a trust, and so for the partnership. */
export function mayGive(caller: Caller, role: Role, thing: Thing): boolean {
  if (thing.organisationId === undefined ? !givenForPartnership.has(role) : !givenInOrganisation.has(role)) return false;
  return caller.memberships.some((membership) => givenBy[role].includes(membership.role) && holdsAt(membership, caller, thing));
}

/** Only a lead hands over, and only what they lead. */
export function mayHandOver(caller: Caller, thing: Thing): boolean {
  return caller.memberships.some((membership) => membership.role === 'lead' && holdsAt(membership, caller, thing));
}

const givenForPartnership: ReadonlySet<Role> = new Set<Role>([...partnershipRoles, 'trust-lead']);
const givenInOrganisation: ReadonlySet<Role> = new Set<Role>(organisationRoles.filter((role) => role !== 'trust-lead'));

const holdsAt = ({ partnershipId, organisationId }: Membership, caller: Caller, thing: Thing): boolean =>
  partnershipId === caller.partnershipId && partnershipId === thing.partnershipId && (organisationId === null || organisationId === thing.organisationId);

/** A membership that somebody wants to end or to change into another role. */
export interface Held {
  readonly role: Role;
  /** Whether the organisation still takes part; true for a role in the partnership. */
  readonly takesPart: boolean;
}

/** How many others hold the same role in the same place, and whether a lead has been invited who has not accepted yet. */
export interface Standing {
  readonly others: number;
  readonly leadInvited: boolean;
  /** Whether the business unit ends it, and not the lead themselves. */
  readonly byBusinessUnit: boolean;
}

/**
 * Why a membership cannot end; empty when it can. An organisation that takes part is never left without a lead, present or
 * invited, and a partnership never without a business unit.
 */
export function blockersToEnd({ role, takesPart }: Held, { others, leadInvited, byBusinessUnit }: Standing): readonly ('last-lead' | 'last-business-unit')[] {
  if (others > 0 || !takesPart) return [];
  if (role === 'business-unit') return ['last-business-unit'];
  if (role !== 'lead') return [];
  return byBusinessUnit && leadInvited ? [] : ['last-lead'];
}
