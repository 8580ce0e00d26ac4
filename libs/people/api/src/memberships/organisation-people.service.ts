import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { blockersToEnd, may, mayGive, mayHandOver, organisationRoles, type Thing } from '@attest/domain/access';
import { Database, Refused, notFound } from '@attest/shared/api';
import { InvitationsService } from '../invitations/invitations.service';
import { OrganisationsQueries } from '../organisations.queries';
import type { ColleagueView, ConfirmedList, OrganisationPeople } from './memberships.dto';
import { MembershipsQueries, type ColleagueRow } from './memberships.queries';
import { keptBecause } from './kept-because';

/** What decides whether somebody can go. */
interface Scene { readonly thing: Thing; readonly takesPart: boolean; readonly leadInvited: boolean }

/** Who can see an organisation, for whoever answers for it. */
@Injectable()
export class OrganisationPeopleService {
  constructor(
    private readonly database: Database,
    private readonly queries: MembershipsQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly invitations: InvitationsService,
  ) {}

  async read(organisationId: string): Promise<OrganisationPeople> {
    const { caller } = this.database;
    const thing = { partnershipId: caller.partnershipId, organisationId };
    const organisation = await this.organisations.find(organisationId);
    if (!organisation || !may(caller, 'people.manage', thing)) throw notFound();
    const all = await this.queries.colleagues(organisationId);
    const invitations = await this.invitations.ofOrganisation(organisationId);
    const takesPart = await this.queries.takesPart(organisationId);
    const scene = { thing, takesPart, leadInvited: invitations.some(({ role, state }) => role === 'lead' && state === 'sent') };
    const review = await this.queries.lastReview(organisationId);
    const mayGiveHere = takesPart ? organisationRoles.filter((role) => mayGive(caller, role, thing)) : [];
    return {
      organisation: { id: organisation.id, name: organisation.name }, invitations,
      members: all.filter(({ inPartnership }) => !inPartnership).map((one) => this.viewOf(one, all, scene)),
      partnershipPeople: all.filter(({ inPartnership }) => inPartnership).map((one) => ({ ...heldOf(one), moves: [], kept: null })),
      review: review && { at: review.at.toISOString(), by: review.by },
      mayGive: mayGiveHere,
      moves: [...(mayGiveHere.length > 0 ? ['invite' as const] : []), ...(takesPart && mayHandOver(caller, thing) ? ['hand-over' as const] : []), 'confirm'],
    };
  }

  /** Somebody looked the list over. What they confirm is what they saw, or nothing. */
  async confirm(organisationId: string, { memberships }: ConfirmedList): Promise<OrganisationPeople> {
    await this.read(organisationId);
    const all = await this.queries.colleagues(organisationId);
    const seen = new Set(memberships);
    if (all.length !== seen.size || all.some(({ id }) => !seen.has(id))) {
      throw new Refused('changed-meanwhile', 'This list has changed since you opened it. Look it over again before you confirm it.');
    }
    const id = uuid();
    await this.queries.keepReview(id, organisationId, all);
    this.database.note({ thing: { kind: 'review', id }, organisationId, detail: { people: all.length } });
    return this.read(organisationId);
  }

  private viewOf(one: ColleagueRow, all: readonly ColleagueRow[], { thing, takesPart, leadInvited }: Scene): ColleagueView {
    const { caller } = this.database;
    const theirs = one.role !== 'trust-lead' && mayGive(caller, one.role, thing);
    if (!theirs) return { ...heldOf(one), moves: [], kept: null };
    const others = all.filter(({ role, id, inPartnership }) => !inPartnership && role === one.role && id !== one.id).length;
    const byBusinessUnit = mayGive(caller, 'lead', thing);
    const [blocker] = blockersToEnd({ role: one.role, takesPart }, { others, leadInvited, byBusinessUnit });
    return { ...heldOf(one), moves: blocker ? [] : ['change-role', 'remove'], kept: blocker ? keptBecause[blocker] : null };
  }
}

function heldOf({ id, personId, name, email, role, trust, since, invitedBy }: ColleagueRow) {
  return { id, personId, name, email, role, trust, since: since.toISOString(), invitedBy };
}
