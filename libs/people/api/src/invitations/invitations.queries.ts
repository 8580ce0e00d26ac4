import { Injectable } from '@nestjs/common';
import type { Handover, Role } from '@attest/domain/access';
import type { Held, Waiting } from '@attest/domain/invitations';
import { Database } from '@attest/shared/api';
import type { InvitationFilters, InvitationState, NewInvitation } from './invitations.dto';

export interface InvitationRow {
  readonly id: string; readonly name: string; readonly email: string; readonly role: Role; readonly handover: Handover | null;
  readonly organisationId: string | null; readonly organisationName: string | null; readonly trust: string | null;
  readonly state: InvitationState; readonly invitedById: string; readonly invitedBy: string;
  readonly invitedAt: Date; readonly expiresAt: Date; readonly remindedAt: Date | null;
}

export interface PlaceRow { readonly id: string; readonly name: string; readonly urn: string | null; readonly trust: string | null; readonly takesPart: boolean }

/** An invitation on its way out, with the hash of its link. */
export interface Outgoing extends NewInvitation { readonly id: string; readonly tokenHash: Buffer; readonly handover: Handover | null }

const COLUMNS = `
  i.id, i.name, i.email, i.role, i.handover, i.organisation_id as "organisationId", o.name as "organisationName", i.trust,
  i.invited_by as "invitedById", i.invited_by_name as "invitedBy", i.invited_at as "invitedAt", i.expires_at as "expiresAt", i.reminded_at as "remindedAt", s.state`;

const invitations = (which: string) => `
  select ${COLUMNS} from app.invitation i left join app.organisation o on o.id = i.organisation_id join app.invitation_states(${which}) s on s.invitation_id = i.id`;

@Injectable()
export class InvitationsQueries {
  constructor(private readonly database: Database) {}

  find(id: string): Promise<InvitationRow | null> {
    return this.database.one(invitations('$1'), [id]);
  }

  /** What can still be accepted or sent again, for the page of one organisation. */
  ofOrganisation(organisationId: string): Promise<InvitationRow[]> {
    return this.database.query(
      `${invitations('null')} where i.organisation_id = $1 and i.accepted_at is null and i.withdrawn_at is null order by i.invited_at desc, i.id`, [organisationId]);
  }

  async page({ state, search }: InvitationFilters, size: number, offset: number): Promise<{ total: number; rows: InvitationRow[] }> {
    const filtered = `
      from (${invitations('null')}) i where ($1::text is null or i.state = $1) and ($2::text is null or position(lower($2) in lower(i.name || ' ' || i.email)) > 0
        or position(lower($2) in lower(coalesce(i."organisationName", i.trust, ''))) > 0)`;
    const values = [state ?? null, search?.replaceAll('\0', '').trim() || null];
    const count = await this.database.one<{ total: number }>(`select count(*)::int as total ${filtered}`, values);
    const rows = await this.database.query<InvitationRow>(`select i.* ${filtered} order by i."invitedAt" desc, i.id limit $3 offset $4`, [...values, size, offset]);
    return { total: count?.total ?? 0, rows };
  }

  places(): Promise<PlaceRow[]> {
    return this.database.query(`
      select o.id, o.name, o.urn, o.trust, app.takes_part($1, o.id) as "takesPart" from app.organisation o order by lower(o.name), o.id`, [this.database.caller.partnershipId]);
  }

  held(addresses: readonly string[]): Promise<Held[]> {
    return this.database.query('select address as email, organisation_id as "organisationId", trust, role from app.roles_of($1)', [addresses]);
  }

  waiting(addresses: readonly string[]): Promise<Waiting[]> {
    return this.database.query(`
      select i.email, i.organisation_id as "organisationId", i.trust from app.invitation i
      where lower(i.email) = any($1) and i.accepted_at is null and i.withdrawn_at is null and i.expires_at > now()`, [addresses]);
  }

  /** How many of them were written down: those that somebody else sent in the same moment are not. */
  async keep(invitations: readonly Outgoing[]): Promise<number> {
    const rows = invitations.map(({ id, organisationId, trust, role, email, name, handover, tokenHash }) =>
      ({ id, organisation_id: organisationId, trust, role, email, name, handover, token_hash: tokenHash.toString('hex') }));
    return (await this.database.query('select app.invite($1::jsonb)', [JSON.stringify(rows)])).length;
  }

  async renew(id: string, tokenHash: Buffer): Promise<boolean> {
    const row = await this.database.one<{ done: boolean }>('select app.renew_invitation($1, $2) as done', [id, tokenHash]);
    return row?.done ?? false;
  }

  async withdraw(id: string): Promise<boolean> {
    const row = await this.database.one<{ done: boolean }>('select app.withdraw_invitation($1) as done', [id]);
    return row?.done ?? false;
  }

  async partnershipName(): Promise<string> {
    const row = await this.database.one<{ name: string }>('select name from app.partnership');
    return row?.name ?? '';
  }
}
