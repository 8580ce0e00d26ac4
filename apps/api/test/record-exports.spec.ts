import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exportedTables } from '@attest/domain/records';
import { ExportJobs } from '../../../libs/records/api/src/exporting/export-jobs';
import { copied, justProved } from './records-scenes';
import { aPartnership, aPerson, anotherPartnership, signedIn, type Partnership } from './scenes';
import { aSide, type Side } from './sides';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';
import { unzipped } from './unzipped';

let api: RunningApi;
let [partnership, elsewhere] = [undefined as unknown as Partnership, undefined as unknown as Partnership];
let [here, there] = [undefined as unknown as Side, undefined as unknown as Side];
beforeAll(async () => {
  api = await startApi({ variables: { ROLE: 'all' } });
  api.today('2026-11-22');
  [partnership, elsewhere] = [await aPartnership(api), await anotherPartnership(api)];
  [here, there] = [await aSide(api, partnership), await aSide(api, elsewhere)];
  for (const side of [here, there]) {
    const mark = side === here ? 'OURS-7QX' : 'THEIRS-7QX';
    await api.administrator.query("update app.answer_event set note = $2 where partnership_id = $1", [side.partnershipId, `=${mark} in words`]);
    await api.administrator.query("update app.round set name = name || $2 where partnership_id = $1", [side.partnershipId, ` ${mark}`]);
    await api.administrator.query("update app.person set name = $2 where id = $1", [side.person.viewer.id, `Viewer ${mark}`]);
    await api.administrator.query("insert into app.mail (id, partnership_id, address, subject, body) values (gen_random_uuid(), $1, $2, 'You are invited', 'https://secret-link')", [side.partnershipId, `${mark.toLowerCase()}@example.org`]);
    await api.administrator.query("update app.answer set note = $2 where submission_id = $1", [side.ids.unfinished, `UNFINISHED ${mark}`]);
  }
}, 90_000);
afterAll(() => api.stop());

describe('a copy of everything', () => {
  it('holds every row there is of the partnership, and nothing of another', async () => {
    const ready = await copied(api, partnership.businessUnit);
    expect(ready).toMatchObject({ state: 'ready', reason: 'We move to another system', by: 'Priya Shah', taken: [] });
    const { status, headers, body } = await partnership.businessUnit.get<ArrayBuffer>(ready.file);
    const bytes = Buffer.from(body);
    expect([status, headers.get('content-type'), bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([200, 'application/zip', ready.bytes, ready.sha256]);

    const parts = unzipped(bytes);
    const all = [...parts.values()].join('\n');
    expect(all).toContain('OURS-7QX');
    for (const theirs of ['THEIRS-7QX', there.partnershipId, there.ids.school, there.ids.submission, there.person.lead.email, 'secret-link', 'argon2', 'UNFINISHED']) expect([theirs, all.includes(theirs)]).toEqual([theirs, false]);

    const rows: Record<string, number> = {};
    for (const { table, columns } of exportedTables) {
      const [header, ...lines] = parse(parts.get(`${table}.csv`)!, { bom: true }) as string[][];
      expect([table, header]).toEqual([table, Object.keys(columns)]);
      rows[table] = lines.length;
    }
    expect(rows).toEqual(await counted());
    expect(parse(parts.get('answer_event.csv')!, { bom: true, columns: true })[0]).toMatchObject({ note: "'=OURS-7QX in words", by_name: 'The lead' });
    expect(ready.done).toBe(ready.total);
  }, 60_000);

  /** What stands in the tables, by the side of the partnership alone; what was not handed in is its organisation’s. */
  async function counted(): Promise<Record<string, number>> {
    const handedIn = "and submission_id in (select id from app.submission where state in ('submitted', 'accepted'))";
    const signedWith = 'select evidence_id from app.evidence_use where signed_revision is not null';
    const planned = `partnership_id = $1 and submission_id in (select id from app.submission where submitted_at is not null)`;
    const differing: Record<string, string> = {
      action: planned, action_event: `partnership_id = $1 and action_id in (select id from app.action where ${planned})`,
      partnership: 'id = $1', person: 'id in (select person_id from app.membership where partnership_id = $1)', organisation: 'id in (select organisation_id from app.participation where partnership_id = $1)',
      evidence: `partnership_id = $1 and id in (${signedWith})`, evidence_use: `partnership_id = $1 and signed_revision is not null`,
      evidence_revision: `partnership_id = $1 and evidence_id in (${signedWith})`,
      answer: `partnership_id = $1 ${handedIn}`, answer_event: `partnership_id = $1 ${handedIn}`, rating: `partnership_id = $1 ${handedIn}`,
    };
    const counts: Record<string, number> = {};
    for (const { table } of exportedTables) {
      counts[table] = (await api.administrator.query(`select count(*)::int as count from app.${table} where ${differing[table] ?? 'partnership_id = $1'}`, [here.partnershipId])).rows[0].count;
    }
    // that it was made and downloaded is told after the moment the copy shows
    counts['export_download']! -= 1;
    counts['audit_event'] = (await trailOf(api, here.partnershipId)).findIndex(({ action }) => action === 'records.export') + 1;
    return counts;
  }

  it('has each signed return to the byte: the hash of its file is the one on the receipt', async () => {
    const { file } = await copied(api, partnership.businessUnit);
    const parts = unzipped(Buffer.from((await partnership.businessUnit.get<ArrayBuffer>(file)).body));
    const signed = parse(parts.get('submission_snapshot.csv')!, { bom: true, columns: true }) as { id: string; sha256: string }[];
    expect(signed).toHaveLength(2);
    for (const { id, sha256 } of signed) {
      const name = [...parts.keys()].find((path) => path.startsWith('returns/') && path.includes(id))!;
      expect(createHash('sha256').update(parts.get(name)!).digest('hex')).toBe(sha256);
    }
    const files = [...parts].filter(([path]) => path.startsWith('evidence/'));
    expect(files.map(([path, content]) => [path.replace(/^evidence\/[0-9a-f-]{36}/, ''), content])).toEqual([['_1_policy.txt', 'Our policy.'], ['_1_policy.txt', 'Our policy.']]);
    const questionnaire = JSON.parse(parts.get('templates/sample_2026-27.json')!);
    expect(questionnaire.sections).toHaveLength(3);
    const readMe = parts.get('README.md')!;
    for (const { table, columns } of exportedTables) for (const meaning of Object.values(columns)) expect([table, readMe.includes(meaning)]).toEqual([table, true]);
    expect(readMe).toContain('Answers of returns that were not handed in (3)');
  }, 60_000);

  it('is told: who asked why, who took it, in the list and in the trail', async () => {
    const { body: [latest] } = await partnership.businessUnit.get('/api/records/exports');
    expect(latest.taken).toEqual([{ by: 'Priya Shah', at: expect.any(String) }]);
    const events = (await trailOf(api, here.partnershipId)).filter(({ thing_id }) => thing_id === latest.id);
    expect(events.map(({ route }) => route)).toEqual(['POST /records/exports', 'POST /records/exports', 'GET /records/exports/:id/file']);
    expect(events[1]!.detail).toMatchObject({ bytes: latest.bytes, sha256: latest.sha256 });
  });

  it('needs a reason and proof, and one is made at a time', async () => {
    await justProved(api);
    expect(await partnership.businessUnit.post('/api/records/exports', { reason: ' ' })).toMatchObject({ status: 400, body: { faults: [{ where: 'reason' }] } });
    await justProved(api, '2026-11-22T11:00:00Z');
    expect(await partnership.businessUnit.post('/api/records/exports', { reason: 'Why not' })).toMatchObject({ status: 403, body: { code: 'proof-needed' } });
  });

  it('is nobody else’s: another partnership and other roles do not find it', async () => {
    const { body: [latest] } = await partnership.businessUnit.get('/api/records/exports');
    expect((await elsewhere.businessUnit.get(latest.file)).status).toBe(404);
    expect((await elsewhere.businessUnit.get('/api/records/exports')).body.map(({ reason }: { reason: string }) => reason)).toEqual(['To see']);
    expect((await (await signedIn(api, await aPerson(api, { role: 'qp-member' }))).get(latest.file)).status).toBe(403);
  });

  it('is gone after seven days, and with it every piece', async () => {
    const { body: [latest] } = await partnership.businessUnit.get('/api/records/exports');
    api.today('2026-11-30');
    expect((await partnership.businessUnit.get(latest.file)).status).toBe(404);
    expect((await partnership.businessUnit.get('/api/records/exports')).body[0]).toMatchObject({ state: 'expired', file: null });
    await api.app.get(ExportJobs, { strict: false }).expire({ id: latest.id });
    expect((await api.administrator.query('select count(*)::int as count from app.export_file where export_id = $1', [latest.id])).rows[0].count).toBe(0);
    api.today('2026-11-22');
  });

  it('is not made for somebody who has left the business unit meanwhile, whoever forged the job', async () => {
    const { rows: [row] } = await api.administrator.query("insert into app.record_export (partnership_id, id, reason, asked_by, asked_by_name) values ($1, gen_random_uuid(), 'Mine', $2, 'The lead') returning id", [here.partnershipId, here.person.lead.id]);
    await api.app.get(ExportJobs, { strict: false }).make({ id: row.id }, { last: false });
    expect((await partnership.businessUnit.get('/api/records/exports')).body.find(({ id }: { id: string }) => id === row.id)).toMatchObject({ state: 'failed', file: null });
  });
});
