import { everyone, partnershipRoles, permissions, type Action, type Role } from './permissions';

/** Who asks, and the one partnership they act in now; memberships come from the database, never from the request. */
export interface Caller {
  readonly personId: string;
  readonly partnershipId: string;
  readonly memberships: readonly Membership[];
}

export interface Membership {
  readonly partnershipId: string;
  /** `null` for roles held in the partnership, and only for those. */
  readonly organisationId: string | null;
  readonly role: Role;
}

/** What is acted on. Without an organisation it is the partnership's own, such as a template or a round. */
export interface Thing {
  readonly partnershipId: string;
  readonly organisationId?: string;
}

/** What is always some organisation's: having the role somewhere is not having it for a thing that names no organisation. */
const ofAnOrganisation: readonly Action[] = ['organisation.read', 'people.manage', 'lead.hand-over', 'submission.read', 'submission.answer', 'submission.submit', 'action.read', 'action.plan', 'trail.read'];

/** Whether the caller may do this to that thing; without a thing, whether they may do it at all, as the guard of a route asks. */
export function may(caller: Caller, action: Action, thing?: Thing): boolean {
  if (everyone.includes(action)) return true;
  return caller.memberships.some((membership) =>
    membership.partnershipId === caller.partnershipId && permissions[membership.role].includes(action) && reaches(membership, action, thing));
}

function reaches({ partnershipId, organisationId, role }: Membership, action: Action, thing: Thing | undefined): boolean {
  const wholePartnership = partnershipRoles.some((known) => known === role);
  if (wholePartnership !== (organisationId === null)) return false;
  if (!thing) return true;
  if (thing.partnershipId !== partnershipId) return false;
  if (wholePartnership) return true;
  return thing.organisationId === undefined ? !ofAnOrganisation.includes(action) : thing.organisationId === organisationId;
}
