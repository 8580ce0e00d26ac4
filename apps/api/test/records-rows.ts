import { v7 as uuid } from 'uuid';
import { aPerson } from './scenes';
import type { RunningApi } from './start-api';

/** The directory of a zip in which there is nothing. */
export const EMPTY_ZIP = Buffer.from(`504b0506${'00'.repeat(18)}`, 'hex');

/** One row of everything that shows how the law is kept: a period, a hold, a disposal, a request, a copy and its download. Answers the copy. */
export async function recordsOf(api: RunningApi, partnershipId: string, by: { readonly id: string; readonly name: string }, organisationId: string): Promise<string> {
  const leaving = await aPerson(api, { role: 'viewer', partnershipId, organisationId, name: 'Leaving Soon' });
  const [exportId, signature] = [uuid(), [partnershipId, by.id, by.name]];
  const run = (sql: string, parameters: unknown[]) => api.administrator.query(sql, parameters);
  await run("insert into app.retention_period (partnership_id, changed_by, changed_by_name, kind, months) values ($1, $2, $3, 'mail', 7)", signature);
  await run("insert into app.legal_hold (partnership_id, placed_by, placed_by_name, id, on_organisation_id, reason) values ($1, $2, $3, gen_random_uuid(), $4, 'A review')", [...signature, organisationId]);
  await run("insert into app.disposal (partnership_id, asked_by, asked_by_name, id, as_of, cut_offs, state, total, done) values ($1, $2, $3, gen_random_uuid(), '2026-01-01', '{}', 'done', 1, 1)", signature);
  await run('insert into app.erasure (partnership_id, id, person_id) values ($1, gen_random_uuid(), $2)', [partnershipId, leaving.id]);
  await run("insert into app.record_export (partnership_id, asked_by, asked_by_name, id, reason, state, bytes, sha256, expires_at) values ($1, $2, $3, $4, 'To see', 'ready', 22, 'x', '2100-01-01')", [...signature, exportId]);
  await run("insert into app.export_file (partnership_id, export_id, seq, bytes) values ($1, $2, 0, $3)", [partnershipId, exportId, EMPTY_ZIP]);
  await run('insert into app.export_download (partnership_id, by_person, by_name, id, export_id) values ($1, $2, $3, gen_random_uuid(), $4)', [...signature, exportId]);
  return exportId;
}
