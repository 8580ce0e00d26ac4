import { Injectable } from '@nestjs/common';
import type { OrganisationProfile } from '@attest/domain/questionnaire';
import { Database } from '@attest/shared/api';

/** An organisation that takes part, as it is today. */
export interface Candidate extends OrganisationProfile {
  readonly id: string;
  readonly name: string;
  readonly areaId: string | null;
  readonly areaName: string | null;
  readonly type: string;
  /** Code of the local authority. */
  readonly area: string | null;
}

/** One who is asked: as they were when the round opened, with the return that waits for them. */
export interface Asked extends Candidate {
  readonly memberId: string;
  readonly submissionId: string;
  readonly peerGroup: string;
  /** Number of required questions at the start. */
  readonly required: number;
}

@Injectable()
export class AudienceQueries {
  constructor(private readonly database: Database) {}

  /** Open, and taking part on that day. */
  takingPart(kind: OrganisationProfile['kind'], on: string): Promise<Candidate[]> {
    return this.database.query(`
      select distinct on (lower(o.name), o.id) o.id, o.kind, o.name, o.phase, o.sector, o.type, o.features, p.area_id as "areaId", a.name as "areaName", a.la_code as area
      from app.organisation o
      join app.participation p on p.organisation_id = o.id and p.from_on <= $2 and (p.to_on is null or p.to_on > $2)
      left join app.area a on a.partnership_id = p.partnership_id and a.id = p.area_id
      where o.kind = $1 and o.status in ('open', 'proposed-to-close')
      order by lower(o.name), o.id, p.from_on desc`, [kind, on]);
  }

  /** Everybody who is asked, and an empty return for each, in one statement. */
  async ask({ roundId, versionId, on }: { readonly roundId: string; readonly versionId: string; readonly on: string }, asked: readonly Asked[]): Promise<void> {
    await this.database.query(`
      with asked as (
        select * from jsonb_to_recordset($5::jsonb) as one (id uuid, name text, "areaId" uuid, "areaName" text, phase text, sector text, type text,
          features text[], "memberId" uuid, "submissionId" uuid, "peerGroup" text, required int)),
      members as (
        insert into app.round_member (partnership_id, id, round_id, organisation_id, organisation_name, area_id, area_name, phase, sector, type,
          features, peer_group, joined_on)
        select $1, "memberId", $2, id, name, "areaId", "areaName", phase, sector, type, features, "peerGroup", $4 from asked)
      insert into app.submission (partnership_id, id, round_id, round_member_id, organisation_id, template_version_id, required)
      select $1, "submissionId", $2, "memberId", id, $3, required from asked`,
    [this.database.caller.partnershipId, roundId, versionId, on, JSON.stringify(asked)]);
  }
}
