import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { mayGive, mayHandOver, organisationRoles, type Handover, type Role, type Thing } from '@attest/domain/access';
import { problemsOf, sameAddress, type RowFault } from '@attest/domain/invitations';
import { Database, Refused, hashOf, notFound } from '@attest/shared/api';
import { OrganisationsQueries } from '../organisations.queries';
import { InvitationMail } from './invitation-mail';
import type { InvitationFilters, InvitationList, InvitationView, NewInvitation, NewLead, SentView } from './invitations.dto';
import { InvitationsQueries, type InvitationRow, type Outgoing } from './invitations.queries';

const A_PAGE = 50;

/** An invitation to be sent, and whether a lead hands over with it. */
type Wanted = NewInvitation & { readonly handover: Handover | null };

@Injectable()
export class InvitationsService {
  constructor(
    private readonly database: Database,
    private readonly queries: InvitationsQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly mail: InvitationMail,
  ) {}

  async list(filters: InvitationFilters): Promise<InvitationList> {
    const page = Number(filters.page ?? 1);
    const { total, rows } = await this.queries.page(filters, A_PAGE, (page - 1) * A_PAGE);
    return { total, page, pages: Math.max(1, Math.ceil(total / A_PAGE)), items: rows.map((row) => this.viewOf(row)) };
  }

  async ofOrganisation(organisationId: string): Promise<InvitationView[]> {
    return (await this.queries.ofOrganisation(organisationId)).map((row) => this.viewOf(row));
  }

  async inviteOne(invitation: NewInvitation): Promise<InvitationView> {
    const [id] = await this.invite([{ ...invitation, handover: null }]);
    return this.read(id!);
  }

  /** All of them or none. */
  async inviteMany(invitations: readonly NewInvitation[]): Promise<SentView> {
    if (invitations.length === 0) throw new Refused('invitations-not-accepted', 'There is nobody to invite. Choose a list with at least one person.', { faults: [] });
    return { sent: (await this.invite(invitations.map((one) => ({ ...one, handover: null })))).length };
  }

  async handOver(organisationId: string, { name, email, afterwards }: NewLead): Promise<InvitationView> {
    if (!(await this.organisations.find(organisationId)) || !mayHandOver(this.database.caller, this.thing(organisationId))) throw notFound();
    const [id] = await this.invite([{ name, email, role: 'lead', organisationId, trust: null, handover: afterwards }]);
    return this.read(id!);
  }

  /** With another link, because nobody knows the one that was sent before. */
  async resend(id: string): Promise<InvitationView> {
    await this.decidable(id, 'resend');
    const token = newToken();
    if (!(await this.queries.renew(id, hashOf(token)))) throw notFound();
    await this.mail.send((await this.queries.find(id))!, token, await this.queries.partnershipName());
    return this.read(id);
  }

  async withdraw(id: string): Promise<InvitationView> {
    await this.decidable(id, 'withdraw');
    if (!(await this.queries.withdraw(id))) throw notFound();
    return this.read(id);
  }

  private async invite(wanted: readonly Wanted[]): Promise<string[]> {
    await this.refuseWhatIsNotTheirs(wanted);
    const addresses = wanted.map(({ email }) => sameAddress(email));
    const faults = problemsOf(wanted.map((one, index) => ({ ...one, row: index + 1 })), await this.queries.held(addresses), await this.queries.waiting(addresses));
    if (faults.length > 0) throw notAccepted(faults, wanted.length);
    const outgoing = wanted.map((one): Outgoing & { token: string } => {
      const token = newToken();
      return { ...one, id: uuid(), name: one.name.trim(), email: one.email.trim(), token, tokenHash: hashOf(token) };
    });
    if ((await this.queries.keep(outgoing)) < outgoing.length) throw new Refused('already-done', 'Somebody invited one of these people at the same moment. Reload the page to see it.');
    const partnership = await this.queries.partnershipName();
    for (const { id, token } of outgoing) await this.mail.send((await this.queries.find(id))!, token, partnership);
    const [first] = outgoing;
    if (first && outgoing.length === 1) this.noteOf(first);
    else this.database.note({ detail: { sent: outgoing.length } });
    return outgoing.map(({ id }) => id);
  }

  /** For the trail: never the address, which is somebody's for longer than their role. */
  private noteOf({ id, organisationId, role, handover }: Pick<Outgoing, 'id' | 'organisationId' | 'role' | 'handover'>): void {
    this.database.note({ thing: { kind: 'invitation', id }, organisationId, detail: { role, ...(handover && { handover }) } });
  }

  /** An organisation the caller does not see is not there; a role that is not theirs to give is refused in words. */
  private async refuseWhatIsNotTheirs(wanted: readonly Wanted[]): Promise<void> {
    const places = new Map((await this.queries.places()).map((place) => [place.id, place]));
    const trusts = new Set([...places.values()].filter(({ takesPart }) => takesPart).map(({ trust }) => trust));
    for (const { organisationId, trust, role, handover } of wanted) {
      if (needsOrganisation(role) !== (organisationId !== null)) throw wrong('organisationId', organisationId === null ? 'Choose the organisation: the role is held in one.' : 'This role is held in the partnership, not in an organisation.');
      const place = organisationId === null ? null : places.get(organisationId);
      if (place === undefined) throw notFound();
      if (!handover && !mayGive(this.database.caller, role, this.thing(organisationId))) {
        throw new Refused('not-allowed', 'This role is not yours to give there. A lead invites contributors, approvers and viewers, and hands over to the next lead; the business unit gives every role.');
      }
      if ((role === 'trust-lead') !== (trust !== null)) throw wrong('trust', 'A trust lead is invited for a trust, and nobody else is.');
      if (place && !place.takesPart) throw new Refused('invitations-not-accepted', `${place.name} no longer takes part in this partnership, so nobody can be invited to it.`, { faults: [] });
      if (trust !== null && !trusts.has(trust)) throw new Refused('invitations-not-accepted', `No school here is in a trust called “${trust}”.`, { faults: [{ where: 'trust', detail: 'Choose a trust of the register.' }] });
    }
  }

  private async decidable(id: string, move: 'resend' | 'withdraw'): Promise<void> {
    const found = await this.queries.find(id);
    if (!found || !this.decides(found)) throw notFound();
    this.noteOf(found);
    if (movesOf(found).includes(move)) return;
    throw new Refused('already-done', found.state === 'accepted' ? 'This invitation has been accepted already.' : 'This invitation has been withdrawn, or its organisation no longer takes part. Send a new one.');
  }

  private decides({ role, organisationId, handover }: InvitationRow): boolean {
    const thing = this.thing(organisationId);
    return mayGive(this.database.caller, role, thing) || (handover !== null && mayHandOver(this.database.caller, thing));
  }

  private thing(organisationId: string | null): Thing {
    const { partnershipId } = this.database.caller;
    return organisationId === null ? { partnershipId } : { partnershipId, organisationId };
  }

  private async read(id: string): Promise<InvitationView> {
    const found = await this.queries.find(id);
    if (!found) throw notFound();
    return this.viewOf(found);
  }

  private viewOf(row: InvitationRow): InvitationView {
    const { organisationId, organisationName, invitedById: _, invitedAt, expiresAt, remindedAt, ...rest } = row;
    return {
      ...rest, organisation: organisationId === null ? null : { id: organisationId, name: organisationName ?? '' },
      invitedAt: invitedAt.toISOString(), expiresAt: expiresAt.toISOString(), remindedAt: remindedAt?.toISOString() ?? null,
      moves: this.decides(row) ? movesOf(row) : [],
    };
  }
}

const movesOf = ({ state }: Pick<InvitationRow, 'state'>): string[] =>
  state === 'sent' || state === 'expired' ? ['resend', 'withdraw'] : state === 'ended' ? ['withdraw'] : [];

const needsOrganisation = (role: Role) => role !== 'trust-lead' && organisationRoles.some((known) => known === role);

const wrong = (where: string, detail: string) => new Refused('invalid-request', detail, { faults: [{ where, detail }] });

const newToken = () => randomBytes(32).toString('base64url');

function notAccepted(faults: readonly RowFault[], count: number): Refused {
  const one = count === 1;
  return new Refused('invitations-not-accepted', one ? faults[0]!.detail : 'Some of these invitations cannot be sent. Nothing was sent.', {
    faults: faults.map(({ row, column, detail }) => ({ where: one ? column : `row ${row}, column "${column}"`, detail })),
  });
}
