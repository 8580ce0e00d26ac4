import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Establishment, RegisteredSchool } from '@attest/domain/register';
import { Database } from '@attest/shared/api';
import type { ImportView } from './organisations.dto';

/** What a register would change, or changed, as people were shown it. */
export type ImportSummary = Pick<ImportView, 'rows' | 'concerned' | 'unchanged' | 'absent' | 'changes'>;

/** What the register says of a school beyond what every organisation has. */
export type RegisterDetails = Pick<RegisteredSchool,
  'laCode' | 'laName' | 'establishmentNumber' | 'typeGroup' | 'lowAge' | 'highAge' | 'capacity' | 'trust' | 'federation' | 'telephone' | 'website' | 'head'>;

type SchoolRow = Omit<RegisteredSchool, keyof RegisterDetails> & { readonly details: Partial<RegisterDetails>; readonly areaLaCode: string | null; readonly areaName: string | null };

export interface ImportRow {
  readonly id: string; readonly fileName: string; readonly uploadedBy: string; readonly uploadedAt: Date; readonly appliedAt: Date | null;
  readonly establishments: readonly Establishment[];
  /** What was shown when it was uploaded; nothing else is ever applied. */
  readonly summary: ImportSummary;
}

/** Whether and where a school takes part once the register has been applied, and since or until when. */
export interface Settlement { readonly id: string; readonly areaId: string | null; readonly takesPart: boolean; readonly on: string }

const IMPORT = `
  select id, file_name as "fileName", uploaded_by as "uploadedBy", uploaded_at as "uploadedAt", applied_at as "appliedAt", establishments, summary
  from app.register_import where id = $1`;

@Injectable()
export class RegisterQueries {
  constructor(private readonly database: Database) {}

  /** Everybody who changes the register waits for whoever does already: schools are national, so the lock is too. */
  async lock(): Promise<void> {
    await this.database.query("select pg_advisory_xact_lock(hashtext('the register of schools'))");
  }

  /** Every school that takes part or took part in the partnership. One that was not read from the register says less. */
  async schools(): Promise<RegisteredSchool[]> {
    const rows = await this.database.query<SchoolRow>(`
      select o.id, o.urn, o.name, o.type, o.status, o.phase, o.features, o.opened_on::text as "openedOn", o.closed_on::text as "closedOn",
        o.pupils, nullif(o.postcode, '') as postcode, before.urn as "predecessorUrn", o.details, a.la_code as "areaLaCode", a.name as "areaName"
      from app.organisation o
      left join lateral (select p.area_id from app.participation p where p.organisation_id = o.id order by p.from_on desc limit 1) here on true
      left join app.area a on a.id = here.area_id
      left join app.organisation before on before.id = o.predecessor_id
      where o.kind = 'school' and o.urn is not null order by o.urn`);
    return rows.map(schoolFrom);
  }

  find(id: string): Promise<ImportRow | null> {
    return this.database.one(IMPORT, [id]);
  }

  async keep(id: string, fileName: string, establishments: readonly Establishment[], summary: ImportSummary): Promise<void> {
    const { partnershipId, personId, name } = this.database.caller;
    await this.database.query(
      'insert into app.register_import (partnership_id, id, file_name, establishments, uploaded_by, uploaded_by_id, summary) values ($1, $2, $3, $4, $5, $6, $7)',
      [partnershipId, id, fileName, JSON.stringify(establishments), name, personId, JSON.stringify(summary)]);
  }

  async markApplied(id: string): Promise<void> {
    const { name, personId } = this.database.caller;
    await this.database.query('update app.register_import set applied_at = now(), applied_by = $2, applied_by_id = $3 where id = $1', [id, name, personId]);
  }

  /** Schools that another partnership brought in before us are the same schools. */
  async known(urns: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ urn: string; id: string }>('select urn, id from app.registered_schools($1)', [urns]);
    return new Map(rows.map(({ urn, id }) => [urn, id]));
  }

  async update(schools: readonly (RegisteredSchool & { readonly predecessorId: string | null })[]): Promise<void> {
    await this.database.query(`
      update app.organisation o set name = one.name, phase = one.phase, type = one.type, features = one.features, status = one.status,
        postcode = one.postcode, trust = one.trust, head = one.head, pupils = one.pupils, opened_on = one."openedOn",
        closed_on = one."closedOn", predecessor_id = coalesce(o.predecessor_id, one."predecessorId"), details = one.details
      from jsonb_to_recordset($1::jsonb) as one (id uuid, name text, phase text, type text, features text[], status text, postcode text,
        trust text, head text, pupils int, "openedOn" date, "closedOn" date, "predecessorId" uuid, details jsonb)
      where o.id = one.id`, [JSON.stringify(schools.map((school) => ({ ...school, ...columnsOf(school) })))]);
  }

  /** Whoever leads a trust sees the schools that are in it now. */
  async followTrusts(): Promise<void> {
    await this.database.query('select app.follow_trusts()');
  }

  /** Starts, moves and ends taking part, as each school now stands. Repeating it changes nothing. */
  async settle(settlements: readonly Settlement[]): Promise<void> {
    const { partnershipId } = this.database.caller;
    const rows = JSON.stringify(settlements.map((one) => ({ ...one, participationId: uuid() })));
    const each = 'jsonb_to_recordset($1::jsonb) as one (id uuid, "areaId" uuid, "takesPart" boolean, "on" date, "participationId" uuid)';
    await this.database.query(`
      update app.participation p set to_on = greatest(p.from_on, one."on") from ${each}
      where p.organisation_id = one.id and not one."takesPart" and p.to_on is null`, [rows]);
    await this.database.query(`
      update app.participation p set area_id = one."areaId" from ${each}
      where p.organisation_id = one.id and one."takesPart" and p.to_on is null and p.area_id is distinct from one."areaId"`, [rows]);
    await this.database.query(`
      insert into app.participation (partnership_id, id, organisation_id, area_id, from_on)
      select $2, one."participationId", one.id, one."areaId", one."on" from ${each}
      where one."takesPart" and not exists (select from app.participation p where p.organisation_id = one.id and p.to_on is null)
      on conflict (partnership_id, organisation_id, from_on) do update set to_on = null, area_id = excluded.area_id`, [rows, partnershipId]);
  }
}

/** How a school of the register is written into the columns every organisation has. */
export function columnsOf({ trust, head, postcode, ...school }: RegisteredSchool) {
  const { laCode, laName, establishmentNumber, typeGroup, lowAge, highAge, capacity, federation, telephone, website } = school;
  const details: RegisterDetails = { laCode, laName, establishmentNumber, typeGroup, lowAge, highAge, capacity, trust, federation, telephone, website, head };
  const headName = head && [head.title, head.firstName, head.lastName].filter((part) => part !== null).join(' ');
  return { trust: trust?.name ?? null, head: headName, postcode: postcode ?? '', details };
}

function schoolFrom({ details, areaLaCode, areaName, ...row }: SchoolRow): RegisteredSchool {
  return {
    establishmentNumber: null, typeGroup: '', lowAge: null, highAge: null, capacity: null, trust: null, federation: null, telephone: null,
    website: null, head: null, laCode: areaLaCode ?? '', laName: areaName ?? '', ...details, ...row,
  };
}
