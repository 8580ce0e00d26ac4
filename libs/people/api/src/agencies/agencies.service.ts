import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Clock, Database, Refused, notFound } from '@attest/shared/api';
import type { OrganisationView } from '../organisations.dto';
import { OrganisationsQueries } from '../organisations.queries';
import { OrganisationsService } from '../organisations.service';
import type { Agency } from './agencies.dto';

/** Agencies are in no national register: the business unit enters them. */
@Injectable()
export class AgenciesService {
  constructor(
    private readonly database: Database,
    private readonly organisations: OrganisationsService,
    private readonly queries: OrganisationsQueries,
    private readonly clock: Clock,
  ) {}

  async add(agency: Agency): Promise<OrganisationView> {
    await this.check(agency, null);
    const id = uuid();
    await this.organisations.enlist([{
      id, kind: 'agency', name: agency.name.trim(), sector: agency.sector, features: agency.features, areaId: agency.areaId, fromOn: this.clock.today(),
      urn: null, phase: null, type: '', trust: null, head: null, pupils: null, postcode: '', openedOn: null, closedOn: null, predecessorId: null, toOn: null,
    }]);
    this.database.note({ thing: { kind: 'agency', id }, organisationId: id });
    return this.organisations.read(id);
  }

  async edit(id: string, agency: Agency): Promise<OrganisationView> {
    await this.found(id);
    this.database.note({ organisationId: id });
    await this.check(agency, id);
    await this.database.query('update app.organisation set name = $2, sector = $3, features = $4 where id = $1', [id, agency.name.trim(), agency.sector, agency.features]);
    await this.database.query('update app.participation set area_id = $2 where organisation_id = $1 and to_on is null', [id, agency.areaId]);
    return this.organisations.read(id);
  }

  async end(id: string): Promise<OrganisationView> {
    await this.found(id);
    this.database.note({ organisationId: id });
    const today = this.clock.today();
    await this.database.query('update app.participation set to_on = greatest(from_on, $2) where organisation_id = $1 and to_on is null', [id, today]);
    await this.database.query("update app.organisation set status = 'closed', closed_on = $2 where id = $1", [id, today]);
    return this.organisations.read(id);
  }

  private async found(id: string): Promise<void> {
    const found = await this.queries.find(id);
    if (!found) throw notFound();
    if (found.kind === 'school') throw new Refused('not-allowed', 'Schools are kept by the national register: import its file instead.');
    if (found.status === 'closed') throw new Refused('already-done', 'This agency no longer takes part, so it stays as it was.');
  }

  private async check({ name, areaId }: Agency, self: string | null): Promise<void> {
    const areas = await this.queries.areas();
    if (areaId !== null && !areas.some(({ id }) => id === areaId)) throw wrong('areaId', 'Choose one of the areas of the partnership, or all of them.');
    if (name.trim() === '') throw wrong('name', 'Enter the name of the agency.');
    // two people who add one agency at once come one after the other
    await this.database.query("select pg_advisory_xact_lock(hashtext('the register of agencies'))");
    const namesake = await this.database.one(
      "select from app.organisation where kind = 'agency' and status <> 'closed' and lower(name) = lower($1) and id is distinct from $2::uuid", [name.trim(), self]);
    if (namesake) throw wrong('name', `There is an agency called “${name.trim()}” already.`);
  }
}

const wrong = (where: string, detail: string) => new Refused('invalid-request', detail, { faults: [{ where, detail }] });
