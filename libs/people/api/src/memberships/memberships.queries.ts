import { Injectable } from '@nestjs/common';
import type { Role } from '@attest/domain/access';
import { Database } from '@attest/shared/api';
import type { LeaderlessOrganisation, PeopleFilters } from './memberships.dto';

interface HeldRow { readonly id: string; readonly role: Role; readonly trust: string | null; readonly since: Date; readonly invitedBy: string | null }
export interface PersonRowOf extends HeldRow {
  readonly personId: string; readonly name: string; readonly email: string;
  readonly organisationId: string | null; readonly organisationName: string | null; readonly schools: number;
}
export interface ColleagueRow extends HeldRow { readonly personId: string; readonly name: string; readonly email: string; readonly inPartnership: boolean }
export interface OwnRow extends HeldRow {
  readonly partnershipId: string; readonly partnershipName: string; readonly organisationName: string | null; readonly schools: number;
}

/** What ending or changing a membership comes to; null when there is none to decide about. */
export type Outcome = 'ended' | 'over' | 'changed' | 'held' | 'not-given-here' | 'last-lead' | 'last-business-unit' | null;

const HELD = 'p.membership_id as id, p.role, p.trust, p.since, p.invited_by as "invitedBy"';
const PLACE = 'p.organisation_id as "organisationId", p.organisation_name as "organisationName", p.schools';

@Injectable()
export class MembershipsQueries {
  constructor(private readonly database: Database) {}

  async people({ organisationId, role, search }: PeopleFilters, size: number, offset: number): Promise<{ total: number; rows: PersonRowOf[] }> {
    const filtered = `
      from app.people_of_partnership() p where ($1::uuid is null or p.organisation_id = $1) and ($2::text is null or p.role = $2)
        and ($3::text is null or position(lower($3) in lower(p.name || ' ' || p.email)) > 0 or position(lower($3) in lower(coalesce(p.organisation_name, p.trust, ''))) > 0)`;
    const values = [organisationId ?? null, role ?? null, search?.replaceAll('\0', '').trim() || null];
    const count = await this.database.one<{ total: number }>(`select count(*)::int as total ${filtered}`, values);
    const rows = await this.database.query<PersonRowOf>(`
      select ${HELD}, ${PLACE}, p.person_id as "personId", p.name, p.email ${filtered}
      order by lower(p.name), lower(coalesce(p.organisation_name, p.trust, '')), p.membership_id limit $4 offset $5`, [...values, size, offset]);
    return { total: count?.total ?? 0, rows };
  }

  /** Those that take part and have nobody who answers for them. */
  leaderless(): Promise<LeaderlessOrganisation[]> {
    return this.database.query(`
      select o.id, o.name, o.urn, waiting.email as invited
      from app.organisation o
      left join lateral (select i.email from app.invitation i where i.organisation_id = o.id and i.role = 'lead' and i.accepted_at is null
        and i.withdrawn_at is null and i.expires_at > now() order by i.invited_at limit 1) waiting on true
      where app.takes_part($1, o.id) and not exists (select from app.people_of_partnership() p where p.organisation_id = o.id and p.role = 'lead')
      order by lower(o.name), o.id`, [this.database.caller.partnershipId]);
  }

  async trusts(): Promise<string[]> {
    const rows = await this.database.query<{ trust: string }>(
      'select distinct o.trust from app.organisation o where o.trust is not null and app.takes_part($1, o.id) order by 1', [this.database.caller.partnershipId]);
    return rows.map(({ trust }) => trust);
  }

  colleagues(organisationId: string): Promise<ColleagueRow[]> {
    return this.database.query(`
      select ${HELD}, p.person_id as "personId", p.name, p.email, p.in_partnership as "inPartnership" from app.people_of_organisation($1) p`, [organisationId]);
  }

  own(): Promise<OwnRow[]> {
    return this.database.query(`
      select ${HELD}, p.organisation_name as "organisationName", p.schools, p.partnership_id as "partnershipId", p.partnership_name as "partnershipName" from app.own_memberships() p
      order by p.partnership_name, p.organisation_name nulls first, p.since`);
  }

  find(id: string): Promise<{ personId: string; organisationId: string | null; role: Role } | null> {
    return this.database.one('select person_id as "personId", organisation_id as "organisationId", role from app.membership_of($1)', [id]);
  }

  async end(id: string): Promise<Outcome> {
    const row = await this.database.one<{ outcome: Outcome }>('select app.end_membership($1) as outcome', [id]);
    return row?.outcome ?? null;
  }

  async change(id: string, next: string, role: Role): Promise<Outcome> {
    const row = await this.database.one<{ outcome: Outcome }>('select app.change_role($1, $2, $3) as outcome', [id, next, role]);
    return row?.outcome ?? null;
  }

  async takesPart(organisationId: string): Promise<boolean> {
    const row = await this.database.one<{ it: boolean }>('select app.takes_part($1, $2) as it', [this.database.caller.partnershipId, organisationId]);
    return row?.it ?? false;
  }

  lastReview(organisationId: string): Promise<{ at: Date; by: string } | null> {
    return this.database.one(
      'select confirmed_at as at, confirmed_by_name as by from app.access_review where organisation_id = $1 order by confirmed_at desc, id limit 1', [organisationId]);
  }

  async keepReview(id: string, organisationId: string, people: readonly ColleagueRow[]): Promise<void> {
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query(
      'insert into app.access_review (partnership_id, id, organisation_id, confirmed_by, confirmed_by_name, people) values ($1, $2, $3, $4, $5, $6)',
      [partnershipId, id, organisationId, personId, name, JSON.stringify(people.map((one) => ({ name: one.name, email: one.email, role: one.role, since: one.since })))]);
  }
}
