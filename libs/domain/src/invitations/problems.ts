import { roleWords, type Role } from '../access';
import { sameAddress } from './address';
import type { RowFault } from './row';

/** Somebody to invite, and where to: an organisation, a trust, or the partnership when both are null. */
export interface Placed {
  readonly row: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly organisationId: string | null;
  readonly trust: string | null;
  /** Set when a lead hands over, which somebody who has another role there may accept. */
  readonly handover?: string | null;
}

type Place = Pick<Placed, 'organisationId' | 'trust'>;
/** A role that an address has. */
export type Held = Place & { readonly email: string; readonly role: Role };
/** An invitation that was sent and still can be accepted. */
export type Waiting = Place & { readonly email: string };

const placeKey = ({ organisationId, trust }: Place): string => organisationId ?? (trust === null ? '' : `trust ${trust}`);

/** What speaks against inviting these people: a role they have, an invitation that waits, the same person twice. */
export function problemsOf(list: readonly Placed[], held: readonly Held[], waiting: readonly Waiting[]): RowFault[] {
  const first = new Map<string, number>();
  return list.flatMap((one): RowFault[] => {
    const key = `${sameAddress(one.email)} ${placeKey(one)}`;
    const fault = (detail: string) => [{ row: one.row, column: 'email' as const, detail }];
    const earlier = first.get(key);
    if (earlier !== undefined) return fault(`${one.email} is in row ${earlier} already, for the same place. Leave one of them out.`);
    first.set(key, one.row);
    const has = held.find((each) => sameAddress(each.email) === sameAddress(one.email) && blocks(each, one));
    if (has) return fault(`${one.email} is here already, as ${roleWords[has.role].toLowerCase()}.${has.role === one.role ? '' : ' Change the role of that person instead.'}`);
    const waits = waiting.some((each) => sameAddress(each.email) === sameAddress(one.email) && placeKey(each) === placeKey(one));
    return waits ? fault(`${one.email} has been invited already and has not answered. Send that invitation again, or withdraw it first.`) : [];
  });
}

/** One person has one role in an organisation, and may have several in the partnership. */
function blocks(has: Held, wanted: Placed): boolean {
  if (wanted.trust !== null) return has.trust === wanted.trust;
  if (wanted.organisationId === null) return has.organisationId === null && has.role === wanted.role;
  if (has.organisationId !== wanted.organisationId || has.role === 'trust-lead') return false;
  return !wanted.handover || has.role === 'lead';
}
