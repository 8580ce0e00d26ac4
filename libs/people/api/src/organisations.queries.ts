import { Injectable } from '@nestjs/common';
import type { Feature, OrganisationKind, Phase, Sector } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';
import type { AreaView, OrganisationFilters } from './organisations.dto';

export interface OrganisationRow {
  readonly id: string; readonly kind: OrganisationKind; readonly name: string; readonly urn: string | null;
  readonly phase: Phase | null; readonly sector: Sector | null; readonly type: string; readonly features: Feature[];
  readonly status: 'open' | 'closed' | 'proposed-to-close' | 'proposed-to-open';
  readonly trust: string | null; readonly head: string | null; readonly pupils: number | null; readonly postcode: string;
  readonly openedOn: string | null; readonly closedOn: string | null;
  readonly areaId: string | null; readonly areaName: string | null; readonly laCode: string | null;
  readonly predecessorId: string | null; readonly predecessorName: string | null;
}

/** An organisation is where it takes part now or, when it has ended, where it took part last. */
const ORGANISATIONS = `
  from app.organisation o
  left join lateral (
    select p.area_id from app.participation p where p.organisation_id = o.id order by p.from_on desc limit 1) here on true
  left join app.area a on a.id = here.area_id
  left join app.organisation before on before.id = o.predecessor_id`;

const COLUMNS = `
  o.id, o.kind, o.name, o.urn, o.phase, o.sector, o.type, o.features, o.status, o.trust, o.head, o.pupils, o.postcode,
  o.opened_on::text as "openedOn", o.closed_on::text as "closedOn",
  a.id as "areaId", a.name as "areaName", a.la_code as "laCode", before.id as "predecessorId", before.name as "predecessorName"`;

/** `position`, because what people look for may have a % in it. */
const FILTERED = `
  where ($1::text is null or o.kind = $1) and ($2::uuid is null or here.area_id = $2) and ($3::text is null or o.phase = $3)
    and ($4::text is null or o.sector = $4) and ($5::text is null or o.status = $5)
    and ($6::text is null or o.urn = $6 or position(lower($6) in lower(o.name)) > 0)`;

@Injectable()
export class OrganisationsQueries {
  constructor(private readonly database: Database) {}

  areas(): Promise<AreaView[]> {
    return this.database.query('select id, name, la_code as "laCode" from app.area order by name, id');
  }

  async count(filters: OrganisationFilters): Promise<number> {
    const row = await this.database.one<{ total: number }>(`select count(*)::int as total ${ORGANISATIONS} ${FILTERED}`, valuesOf(filters));
    return row?.total ?? 0;
  }

  page(filters: OrganisationFilters, size: number, offset: number): Promise<OrganisationRow[]> {
    return this.database.query(
      `select ${COLUMNS} ${ORGANISATIONS} ${FILTERED} order by lower(o.name), o.id limit $7 offset $8`, [...valuesOf(filters), size, offset]);
  }

  find(id: string): Promise<OrganisationRow | null> {
    return this.database.one(`select ${COLUMNS} ${ORGANISATIONS} where o.id = $1`, [id]);
  }
}

function valuesOf({ kind, areaId, phase, sector, status, search }: OrganisationFilters): (string | null)[] {
  return [kind, areaId, phase, sector, status, search?.replaceAll('\0', '').trim()].map((value) => value || null);
}
