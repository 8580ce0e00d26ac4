import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { OrganisationProfile } from '@attest/domain/questionnaire';
import { Database, notFound } from '@attest/shared/api';
import type { EnlistedOrganisation } from './enlisted-organisation';
import type { AreaView, OrganisationFilters, OrganisationList, OrganisationView } from './organisations.dto';
import { OrganisationsQueries, type OrganisationRow } from './organisations.queries';

const A_PAGE = 50;

@Injectable()
export class OrganisationsService {
  constructor(
    private readonly database: Database,
    private readonly queries: OrganisationsQueries,
  ) {}

  areas(): Promise<AreaView[]> {
    return this.queries.areas();
  }

  async list(filters: OrganisationFilters): Promise<OrganisationList> {
    const page = Number(filters.page ?? 1);
    const total = await this.queries.count(filters);
    const rows = await this.queries.page(filters, A_PAGE, (page - 1) * A_PAGE);
    return { total, page, pages: Math.max(1, Math.ceil(total / A_PAGE)), items: rows.map(viewOf) };
  }

  /** Row-level security alone decides, as for the list: a school may also read the one it followed. */
  async read(id: string): Promise<OrganisationView> {
    const row = await this.queries.find(id);
    if (!row) throw notFound();
    return viewOf(row);
  }

  /** Organisations and their taking part, however many, in two statements. Their rows can be seen once they take part. */
  async enlist(organisations: readonly EnlistedOrganisation[]): Promise<void> {
    const rows = JSON.stringify(organisations.map((one) => ({
      ...one, status: one.status ?? (one.closedOn ? 'closed' : 'open'), details: one.details ?? {}, participationId: uuid(),
    })));
    await this.database.query(ENLIST, [rows]);
    await this.database.query(TAKE_PART, [this.database.caller.partnershipId, rows]);
  }
}

const ENLIST = `
  insert into app.organisation (id, kind, name, urn, phase, sector, type, features, status, postcode, trust, head, pupils,
    opened_on, closed_on, predecessor_id, details)
  select id, kind, name, urn, phase, sector, type, features, status, postcode, trust, head, pupils,
    "openedOn", "closedOn", "predecessorId", details
  from jsonb_to_recordset($1::jsonb) as one (id uuid, kind text, name text, urn text, phase text, sector text, type text, features text[],
    status text, postcode text, trust text, head text, pupils int, "openedOn" date, "closedOn" date, "predecessorId" uuid, details jsonb)`;

const TAKE_PART = `
  insert into app.participation (partnership_id, id, organisation_id, area_id, from_on, to_on)
  select $1, "participationId", id, "areaId", "fromOn", "toOn"
  from jsonb_to_recordset($2::jsonb) as one ("participationId" uuid, id uuid, "areaId" uuid, "fromOn" date, "toOn" date)`;

/** What decides which questions an organisation is asked. */
export function profileOf({ kind, phase, sector, features, type, area }: OrganisationProfile): OrganisationProfile {
  return { kind, phase, sector, features, type, area };
}

function viewOf({ areaId, areaName, laCode, predecessorId, predecessorName, ...organisation }: OrganisationRow): OrganisationView {
  return {
    ...organisation,
    area: areaId === null ? null : { id: areaId, name: areaName ?? '', laCode: laCode ?? '' },
    predecessor: predecessorId === null ? null : { id: predecessorId, name: predecessorName ?? '' },
  };
}
