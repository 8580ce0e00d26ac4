import { randomBytes } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { EMPTY_ZIP } from './records-rows';
import type { RunningApi } from './start-api';

const STATES = ['ready', 'waiting', 'failed'] as const;
const WANTED = JSON.stringify({ contents: ['answers'], layer: 'moderated', format: 'csv', filters: {} });

/** For each of these people a file that is ready and has been taken, one that waits, one that failed, and a saved way to make one. */
export async function filesOf({ administrator }: RunningApi, partnershipId: string, roundId: string, people: readonly { readonly id: string; readonly name: string }[]): Promise<string> {
  let ready = '';
  for (const { id: person, name } of people) {
    for (const state of STATES) {
      const id = uuid();
      await administrator.query(`insert into app.export (partnership_id, id, round_id, preset, audience, wanted, reason, asked_by, asked_by_name, state, file_name, bytes, sha256, expires_at)
        values ($1, $2, $3, 'full-data', 'qp', $4, 'To see', $5, $6, $7, 'R_full-data.zip', 22, 'x', '2100-01-01')`, [partnershipId, id, roundId, WANTED, person, name, state]);
      if (state !== 'ready') continue;
      ready ||= id;
      await administrator.query("insert into app.export_piece (partnership_id, export_id, seq, bytes) values ($1, $2, 0, $3)", [partnershipId, id, EMPTY_ZIP]);
      await administrator.query('insert into app.export_taken (partnership_id, id, export_id, by_person, by_name) values ($1, $2, $3, $4, $5)', [partnershipId, uuid(), id, person, name]);
    }
    await administrator.query("insert into app.access_token (partnership_id, id, person_id, name, token_hash, made_at, expires_at) select $1, $2, id, 'Power BI', $4, now(), now() + interval '90 days' from app.person where id = $3", [partnershipId, uuid(), person, randomBytes(32)]);
    // whoever asked may be anybody; what is saved is a person's
    await administrator.query("insert into app.saved_export (partnership_id, id, person_id, name, wanted) select $1, $2, id, 'As last year', $4 from app.person where id = $3 on conflict do nothing", [partnershipId, uuid(), person, JSON.stringify({ ...JSON.parse(WANTED), preset: 'full-data', audience: 'qp' })]);
  }
  await administrator.query("insert into app.word_template (partnership_id, file_name, bytes, places, unknown, saved_at) values ($1, 'template.docx', $2, '{body}', '{}', now()) on conflict do nothing", [partnershipId, EMPTY_ZIP]);
  return ready;
}
