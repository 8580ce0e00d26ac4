import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Role } from '@attest/domain/access';
import { Database, Refused, notFound } from '@attest/shared/api';
import { keptBecause } from './kept-because';
import type { LeaderlessOrganisation, OwnMembership, PeopleFilters, PeopleList } from './memberships.dto';
import { MembershipsQueries, type Outcome } from './memberships.queries';

const A_PAGE = 50;

@Injectable()
export class MembershipsService {
  constructor(
    private readonly database: Database,
    private readonly queries: MembershipsQueries,
  ) {}

  async list(filters: PeopleFilters): Promise<PeopleList> {
    const page = Number(filters.page ?? 1);
    const { total, rows } = await this.queries.people(filters, A_PAGE, (page - 1) * A_PAGE);
    return {
      total, page, pages: Math.max(1, Math.ceil(total / A_PAGE)),
      items: rows.map(({ organisationId, organisationName, since, ...row }) => ({ ...row, since: since.toISOString(), organisation: named(organisationId, organisationName) })),
    };
  }

  leaderless(): Promise<LeaderlessOrganisation[]> {
    return this.queries.leaderless();
  }

  trusts(): Promise<string[]> {
    return this.queries.trusts();
  }

  async own(): Promise<OwnMembership[]> {
    return (await this.queries.own()).map(({ partnershipId, partnershipName, organisationName, since, ...row }) => ({
      ...row, since: since.toISOString(), partnership: { id: partnershipId, name: partnershipName }, organisation: organisationName,
    }));
  }

  /** At once: roles are read with every request. */
  async end(id: string): Promise<void> {
    await this.note(id, (role) => ({ role }));
    refuseUnless('ended', await this.queries.end(id));
  }

  async leave(id: string): Promise<void> {
    if ((await this.queries.find(id))?.personId !== this.database.caller.personId) throw notFound();
    await this.end(id);
  }

  async changeRole(id: string, role: Role): Promise<void> {
    await this.note(id, (before) => ({ before, after: role }));
    refuseUnless('changed', await this.queries.change(id, uuid(), role));
  }

  /** For the trail: whose, and where. */
  private async note(id: string, detail: (role: Role) => Readonly<Record<string, string>>): Promise<void> {
    const found = await this.queries.find(id);
    if (found) this.database.note({ organisationId: found.organisationId, detail: { person: found.personId, ...detail(found.role) } });
  }
}

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });

function refuseUnless(wanted: 'ended' | 'changed', outcome: Outcome): void {
  if (outcome === wanted) return;
  if (outcome === 'last-lead' || outcome === 'last-business-unit') throw new Refused('last-of-role', keptBecause[outcome]);
  if (outcome === 'over') throw new Refused('already-done', 'This role has ended already. Reload the page to see who is left.');
  if (outcome === 'held') throw new Refused('already-done', 'This person has that role already.');
  if (outcome === 'not-given-here') throw new Refused('not-allowed', 'This role is not yours to give there. A lead makes colleagues contributors, approvers and viewers, and hands over to the next lead.');
  throw notFound();
}
