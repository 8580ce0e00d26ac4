import { forGuests, may, type Caller } from '@attest/domain/access';
import type { Operation } from './operations';
import { seesAll, type Principal } from './principals';
import type { Owner, Thing } from './world';

/** What must come of a probe: one of these refusals, or that it gets through to the thing. */
export const refusals = { 'not-signed-in': 401, 'csrf-token-wrong': 403, 'second-factor-needed': 403, 'not-allowed': 403, 'not-found': 404, 'link-not-good': 422, 'guest-link-over': 410 } as const;
/** `either`: compared with another answer and not judged alone. */
export type Expected = keyof typeof refusals | 'reached' | 'either';

/** Worked out from the table of permissions and from whose each thing is: the same for every route, so that none is forgotten. */
export function expected(principal: Principal, operation: Operation, things: readonly Thing[]): Expected {
  const { caller, withoutToken, byToken = false, stage = 'full' } = principal;
  const { verb, action, open, early, byToken: takesToken } = operation;
  if (action && forGuests.includes(action)) return expectedOfLink(principal, things);
  // a link is no session
  if (!open && caller?.guest) return 'not-signed-in';
  if (!open && (!caller || byToken !== takesToken)) return 'not-signed-in';
  if (!open && withoutToken && verb !== 'GET') return 'csrf-token-wrong';
  if (!open && stage !== 'full' && !early.includes(stage)) return 'second-factor-needed';
  if (!open && !may(caller!, action!)) return 'not-allowed';
  return things.every((thing, at) => reaches(caller!, action!, thing) && standsBehind(thing, things[at - 1])) ? 'reached' : 'not-found';
}

/** What is a guest's is open to whoever holds a link, whoever else they may be, and then for what it was given for. */
function expectedOfLink({ caller, over }: Principal, things: readonly Thing[]): Expected {
  if (!caller?.guest) return 'link-not-good';
  if (over) return 'guest-link-over';
  return things.every(({ value, absent }) => !absent && caller.guest!.questionIds.includes(value)) ? 'reached' : 'not-found';
}

function reaches(caller: Caller, action: NonNullable<Operation['action']>, { partnershipIds, organisationId, personId, beside, private: kept, absent }: Thing): boolean {
  if (absent) return false;
  if (partnershipIds && !partnershipIds.includes(caller.partnershipId)) return false;
  if (personId !== null && personId !== caller.personId && !caller.memberships.some(({ role, partnershipId }) => role === beside && partnershipId === caller.partnershipId)) return false;
  if (organisationId === null) return true;
  if (kept && !belongsTo(caller, organisationId)) return false;
  return may(caller, action, { partnershipId: caller.partnershipId, organisationId });
}

/** What belongs to something is found behind that alone. */
export const standsBehind = ({ within }: Thing, before: Thing | undefined) => !within || within === before?.value;

const belongsTo = ({ memberships }: Caller, organisationId: string) => memberships.some((one) => one.organisationId === organisationId);

/** Whether something of this owner may stand in an answer to the caller. */
export function mayLearnOf(caller: Caller | null, { partnershipIds, organisationId, personId }: Owner): boolean {
  // one's own roles one sees wherever they are
  if (caller && personId === caller.personId) return true;
  if (!caller || !partnershipIds.includes(caller.partnershipId)) return false;
  return organisationId === null || seesAll(caller) || belongsTo(caller, organisationId);
}
