import { escapeLiteral } from 'pg';
import type { Caller } from '@attest/domain/access';
import type { Act, Thing } from './act';

/** Identifiers, names of roles, settings before and after. Never what people wrote: the trail is kept for ever. */
export type Detail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One event before it is written. Who did it, and when, the database says itself. */
export interface Entry {
  readonly action: string;
  readonly route: string;
  readonly thing: Thing | null;
  /** Whose it is: the lead of that organisation reads it in the trail. */
  readonly organisationId: string | null;
  readonly detail: Detail;
}

/** What a service knows of the event that the address does not say. */
export interface Note {
  readonly thing?: Thing;
  readonly organisationId?: string | null;
  readonly detail?: Detail;
}

export const entryOf = ({ action, route, thing, detail }: Act): Entry => ({ action, route, thing, organisationId: null, detail });

export const noted = (entry: Entry, { thing, organisationId, detail }: Note): Entry => ({
  ...entry,
  thing: thing ?? entry.thing,
  organisationId: organisationId === undefined ? entry.organisationId : organisationId,
  detail: { ...entry.detail, ...detail },
});

/** A transaction that writes is always told; one that reads, where the route says so. */
export const mayBeTold = ({ told, untold }: Act, mode: 'read' | 'write'): boolean => !untold && (mode === 'write' || (told !== null && told !== 'change'));

/** Reading what is one's own organisation's is nobody else's business. */
export const isOwnReading = ({ told }: Act, { organisationId }: Entry, { memberships, partnershipId }: Caller): boolean =>
  told === 'of-others' && organisationId !== null
  && memberships.some((membership) => membership.partnershipId === partnershipId && membership.organisationId === organisationId);

/** As a statement that takes no parameters, so that it can go in one message with the commit. `outcome` is "done", or why not. */
export function recording({ action, route, thing, organisationId, detail }: Entry, outcome: string): string {
  const parts = [action, route, thing?.kind, thing?.id, organisationId, outcome, JSON.stringify(detail)];
  return `select app.record(${parts.map((part) => (part === null || part === undefined ? 'null' : escapeLiteral(part))).join(', ')}); `;
}
