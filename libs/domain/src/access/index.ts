export { actions, organisationRoles, partnershipRoles, permissions, roles } from './permissions';
export { may } from './may';
export type { Action, Role } from './permissions';
export type { Caller, Membership, Thing } from './may';
