import type { Audience } from '@attest/domain/disclosure';
import type { PresetKey } from '@attest/domain/exports';
import type { ExportChoices, ExportState, ExportTakenView } from './made-exports.dto';

/** As it is stored: all that was chosen but what has a column of its own. */
export type Stored = Omit<ExportChoices, 'preset' | 'audience'>;

export interface ExportRow {
  readonly id: string;
  readonly round_id: string;
  readonly round_name: string;
  readonly preset: PresetKey;
  readonly audience: Audience;
  readonly wanted: Stored;
  readonly reason: string;
  readonly asked_by: string;
  readonly asked_by_name: string;
  readonly asked_at: Date;
  readonly state: ExportState;
  readonly problem: string;
  readonly total: number;
  readonly done: number;
  readonly file_name: string;
  readonly bytes: string | null;
  readonly sha256: string | null;
  readonly expires_at: Date | null;
  readonly taken: ExportTakenView[];
}

/** $1 one of them, or null for all; $2 now. Whose they are, the table's own policy says. */
export const EXPORTS = `
  select e.id, e.round_id, r.name as round_name, e.preset, e.audience, e.wanted, e.reason, e.asked_by, e.asked_by_name, e.asked_at,
    case when e.state = 'ready' and e.expires_at <= $2 then 'expired' else e.state end as state,
    e.problem, e.total, e.done, e.file_name, e.bytes, e.sha256, e.expires_at,
    (select coalesce(jsonb_agg(jsonb_build_object('by', t.by_name, 'at', t.at) order by t.at desc, t.id), '[]') from app.export_taken t
      where t.partnership_id = e.partnership_id and t.export_id = e.id) as taken
  from app.export e join app.round r on r.partnership_id = e.partnership_id and r.id = e.round_id
  where $1::uuid is null or e.id = $1 order by e.asked_at desc, e.id limit 50`;

export const ADD_EXPORT = `
  insert into app.export (partnership_id, id, round_id, preset, audience, wanted, reason, asked_by, asked_by_name, asked_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

/** Only from where it stands now, so that of two who press at once one is told. */
export const MOVE_EXPORT = `
  update app.export set state = $2, problem = '', total = 0, done = 0, finished_at = $4 where id = $1 and state = any($3::text[]) returning id`;

export interface AskerRow {
  readonly partnership_id: string;
  readonly person_id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
}
