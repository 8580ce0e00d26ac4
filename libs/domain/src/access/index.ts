export { actions, organisationRoles, partnershipRoles, permissions, roles } from './permissions';
export { may } from './may';
export { LONGEST_PASSWORD, SHORTEST_PASSWORD, passwordProblems, writtenOneWay } from './password-problems';
export type { Action, Role } from './permissions';
export type { Caller, Membership, Thing } from './may';
export type { PasswordContext } from './password-problems';
