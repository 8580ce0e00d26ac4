import { Injectable } from '@nestjs/common';
import { routesOfKind } from '@attest/domain/trail';
import { Database } from '@attest/shared/api';
import type { TrailFilters } from './trail.dto';

export interface EventRow {
  /** As text, because PostgreSQL counts further than numbers here do. */
  readonly seq: string;
  readonly at: Date;
  readonly person_id: string | null;
  readonly actor_label: string;
  readonly action: string;
  readonly route: string;
  readonly thing_kind: string | null;
  readonly thing_id: string | null;
  readonly thing_name: string | null;
  readonly organisation_id: string | null;
  readonly organisation_name: string | null;
  readonly outcome: string;
  readonly detail: object;
  readonly hash: string;
}

/**
 * $1–$2 from and to, $3 person, $4 organisation, $5 routes, $6 outcome, $7 before, $8 how many. Row-level security says which of
 * them there are. Nobody is looked up among the people: a name is what it was when the event was written.
 */
const EVENTS = `
  select e.seq, e.at, e.person_id, e.actor_label, e.action, e.route, e.thing_kind, e.thing_id, coalesce(r.name, v.title) as thing_name,
    e.organisation_id, o.name as organisation_name, e.outcome, e.detail, encode(e.hash, 'hex') as hash
  from app.audit_event e
  left join app.organisation o on o.id = e.organisation_id
  left join app.round r on r.partnership_id = e.partnership_id and r.id = e.thing_id and e.thing_kind = 'round'
  left join app.template_version v on v.partnership_id = e.partnership_id and v.id = e.thing_id and e.thing_kind in ('draft', 'version')
  where ($1::date is null or e.at >= $1::date::timestamp at time zone 'Europe/London')
    and ($2::date is null or e.at < ($2::date + 1)::timestamp at time zone 'Europe/London')
    and ($3::uuid is null or e.person_id = $3) and ($4::uuid is null or e.organisation_id = $4)
    and ($5::text[] is null or e.route = any($5)) and ($6::text is null or (e.outcome = 'done') = ($6 = 'done'))
    and ($7::bigint is null or e.seq < $7)
  order by e.seq desc limit $8`;

@Injectable()
export class TrailQueries {
  constructor(private readonly database: Database) {}

  events({ from, to, personId, organisationId, kind, outcome, before }: TrailFilters, most: number): Promise<EventRow[]> {
    return this.database.query(EVENTS, [
      from ?? null, to ?? null, personId ?? null, organisationId ?? null, kind ? routesOfKind(kind) : null, outcome ?? null, before ?? null, most,
    ]);
  }
}
