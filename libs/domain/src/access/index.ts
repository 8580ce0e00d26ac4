export { actions, forGuests, organisationRoles, partnershipRoles, permissions, roles } from './permissions';
export { may } from './may';
export { LONGEST_PASSWORD, SHORTEST_PASSWORD, passwordProblems, writtenOneWay } from './password-problems';
export { afterHandover, blockersToEnd, mayGive, mayHandOver, type Handover, type Held, type Standing } from './giving';
export { handoverWords, roleMeanings, roleWords } from './role-words';
export type { Action, Role } from './permissions';
export type { Caller, Guest, Membership, Thing } from './may';
export type { PasswordContext } from './password-problems';
