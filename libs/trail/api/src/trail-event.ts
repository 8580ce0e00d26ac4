import { inWords } from '@attest/domain/trail';
import type { TrailEvent } from './trail.dto';
import type { EventRow } from './trail.queries';

export function eventView(row: EventRow): TrailEvent {
  return {
    seq: Number(row.seq), at: row.at.toISOString(),
    person: row.person_id ? { id: row.person_id, name: row.actor_label } : null,
    what: whatOf(row), done: row.outcome === 'done',
    organisation: row.organisation_id && row.organisation_name ? { id: row.organisation_id, name: row.organisation_name } : null,
  };
}

export const whatOf = ({ route, action, outcome, organisation_name: organisation, thing_name: thing }: EventRow): string =>
  inWords({ route, action, outcome, organisation, thing });
