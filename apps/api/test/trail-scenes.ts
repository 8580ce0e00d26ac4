import type { RunningApi } from './start-api';

export interface Event {
  readonly seq: number; readonly person_id: string | null; readonly actor: string; readonly session_id: string | null; readonly action: string; readonly route: string;
  readonly thing_kind: string | null; readonly thing_id: string | null; readonly organisation_id: string | null; readonly outcome: string; readonly detail: object;
}

/** All of it, oldest first, as somebody sees who looks behind the curtain. */
export async function trailOf(api: RunningApi, partnershipId: string): Promise<Event[]> {
  const { rows } = await api.administrator.query<Event>(
    `select seq::int, person_id, actor_label as actor, session_id, action, route, thing_kind, thing_id, organisation_id, outcome, detail
     from app.audit_event where partnership_id = $1 order by seq`, [partnershipId]);
  return rows;
}
