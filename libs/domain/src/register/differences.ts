import type { Phase } from '../questionnaire/organisation-profile';
import type { Establishment, RegisteredSchool } from './establishment';

/** `school` is what we hold, `establishment` what the register says now. */
export type RegisterChange =
  | { readonly kind: 'opened'; readonly establishment: Establishment }
  | Conversion
  | Difference;

/** An academy that carries on an older school: `school` is the older one, `was` its row in the file if it has one. */
export interface Conversion {
  readonly kind: 'converted';
  readonly establishment: Establishment;
  readonly predecessorUrn: string;
  readonly school: RegisteredSchool;
  readonly was: Establishment | null;
}

export type Difference = { readonly school: RegisteredSchool; readonly establishment: Establishment } & (
  /** ISO date from which the school no longer counts in a denominator: the close date, or today where none is given. */
  | { readonly kind: 'closed'; readonly on: string }
  | { readonly kind: 'reopened' }
  | { readonly kind: 'renamed'; readonly from: string; readonly to: string }
  | { readonly kind: 'phase-changed'; readonly from: Phase; readonly to: Phase }
  | { readonly kind: 'details-changed'; readonly details: readonly Detail[] }
);

const details = [
  'laCode', 'laName', 'establishmentNumber', 'type', 'typeGroup', 'status', 'features', 'openedOn', 'closedOn', 'lowAge', 'highAge',
  'pupils', 'capacity', 'trust', 'federation', 'postcode', 'telephone', 'website', 'head',
] as const satisfies readonly (keyof Establishment)[];
export type Detail = (typeof details)[number];

/** Everything that differs between a school we hold and its row, one change for each kind. */
export function differences(school: RegisteredSchool, establishment: Establishment, today: string): Difference[] {
  const both = { school, establishment };
  const found: Difference[] = [];
  const closes = school.status !== 'closed' && establishment.status === 'closed';
  const reopens = school.status === 'closed' && establishment.status !== 'closed';
  if (closes) found.push({ kind: 'closed', ...both, on: establishment.closedOn ?? today });
  if (reopens) found.push({ kind: 'reopened', ...both });
  if (school.name !== establishment.name) found.push({ kind: 'renamed', ...both, from: school.name, to: establishment.name });
  if (school.phase !== establishment.phase) found.push({ kind: 'phase-changed', ...both, from: school.phase, to: establishment.phase });
  const saidAlready = (detail: Detail) => (closes || reopens) && (detail === 'status' || detail === 'closedOn');
  const changed = details.filter((detail) => !same(school[detail], establishment[detail]) && !saidAlready(detail));
  if (changed.length > 0) found.push({ kind: 'details-changed', ...both, details: changed });
  return found;
}

/** Trust and head are small objects that may have been to a database and back, with their keys in another order. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return left.length === right.length && left.every(([key, value]) => value === (b as Record<string, unknown>)[key]);
}
