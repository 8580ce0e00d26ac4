import { partnershipRoles, type Role } from '../access';
import { isAddress } from './address';
import { roleFrom } from './role-from';
import type { RawRow, RowFault } from './row';
import type { Placed } from './problems';

export interface KnownPlaces {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly urn: string | null; readonly takesPart: boolean }[];
  readonly trusts: readonly string[];
}

/** Who is meant by a row, or what keeps us from knowing. */
export function resolveRow(raw: RawRow, places: KnownPlaces): { readonly placed: Placed | null; readonly faults: readonly RowFault[] } {
  const faults: RowFault[] = [];
  const fault = (column: RowFault['column'], detail: string) => { faults.push({ row: raw.row, column, detail }); };
  const role = roleFrom(raw.role);
  if (raw.email === '') fault('email', 'Enter an e-mail address.');
  else if (!isAddress(raw.email)) fault('email', `“${short(raw.email)}” is not an e-mail address in the form name@example.org.`);
  if (raw.name.length > 200) fault('name', 'The name must have 200 characters or fewer.');
  if (raw.role === '') fault('role', 'Enter a role, such as lead, contributor, approver or viewer.');
  else if (role === null) fault('role', `“${short(raw.role)}” is not a role. Use lead, contributor, approver, viewer or trust lead.`);
  if (role === null) return { placed: null, faults };
  const place = placeOf(raw.organisation, role, places);
  if (typeof place === 'string') fault('organisation', place);
  if (typeof place === 'string' || faults.length > 0) return { placed: null, faults };
  return { placed: { row: raw.row, name: raw.name, email: raw.email, role, ...place }, faults };
}

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);
const plain = (text: string): string => text.trim().toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');

/** A sentence when it is not to be found. */
function placeOf(written: string, role: Role, { organisations, trusts }: KnownPlaces): Pick<Placed, 'organisationId' | 'trust'> | string {
  if (partnershipRoles.some((known) => known === role)) {
    return written === '' ? { organisationId: null, trust: null } : 'Leave this empty: the role is held in the partnership, not in an organisation.';
  }
  if (written === '') return role === 'trust-lead' ? 'Enter the name of the trust.' : 'Enter the URN or the name of the organisation.';
  if (role === 'trust-lead') {
    const trust = trusts.find((name) => plain(name) === plain(written));
    return trust ? { organisationId: null, trust } : `No school here is in a trust called “${short(written)}”. Check it against the register.`;
  }
  const found = organisations.filter(({ urn, name }) => urn === written || plain(name) === plain(written));
  const current = found.filter(({ takesPart }) => takesPart);
  if (current.length === 1) return { organisationId: current[0]!.id, trust: null };
  if (current.length > 1) return `Several organisations are called “${short(written)}”. Enter the URN.`;
  if (found.length > 0) return `“${short(written)}” no longer takes part in this partnership.`;
  return `No organisation here has the URN or the name “${short(written)}”. Check it against the register.`;
}

