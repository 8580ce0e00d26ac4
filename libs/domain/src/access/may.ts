import { everyone, forGuests, partnershipRoles, permissions, type Action, type Role } from './permissions';

/** Who asks, and the one partnership they act in now; memberships come from the database, never from the request. */
export interface Caller {
  readonly personId: string;
  readonly partnershipId: string;
  readonly memberships: readonly Membership[];
  /** Set for somebody who came by a link and has no account. They hold no membership, and may do nothing else. */
  readonly guest?: Guest;
}

/** What a guest was given: some questions of one return, for as long as the link is good. */
export interface Guest {
  readonly partnershipId: string;
  readonly organisationId: string;
  readonly submissionId: string;
  readonly questionIds: readonly string[];
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
  if (caller.guest || forGuests.includes(action)) return mayAsGuest(caller.guest, action, thing);
  if (everyone.includes(action)) return true;
  return caller.memberships.some((membership) =>
    membership.partnershipId === caller.partnershipId && permissions[membership.role].includes(action) && reaches(membership, action, thing));
}

function mayAsGuest(guest: Guest | undefined, action: Action, thing: Thing | undefined): boolean {
  if (!guest || !forGuests.includes(action)) return false;
  return !thing || (thing.partnershipId === guest.partnershipId && thing.organisationId === guest.organisationId);
}

function reaches({ partnershipId, organisationId, role }: Membership, action: Action, thing: Thing | undefined): boolean {
  const wholePartnership = partnershipRoles.some((known) => known === role);
  if (wholePartnership !== (organisationId === null)) return false;
  if (!thing) return true;
  if (thing.partnershipId !== partnershipId) return false;
  if (wholePartnership) return true;
  return thing.organisationId === undefined ? !ofAnOrganisation.includes(action) : thing.organisationId === organisationId;
}
