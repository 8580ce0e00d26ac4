import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson, aSchool, signedIn } from './scenes';
import { aSchoolThatSigns, signedByAll, type SigningScene } from './signing-scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let scene: SigningScene;
let id: string;
let receipt: { reference: string; sha256: string };

const asked = (reference: string, sha256: string, client = api.client()) => client.get(`/api/receipts/${reference}?sha256=${sha256}`);
const tampered = async (sql: string, work: () => Promise<void>) => {
  await api.administrator.query('begin');
  await api.administrator.query(`create table public.kept as select * from app.submission_snapshot where submission_id = '${id}'; create table public.kept_answers as select * from app.answer where submission_id = '${id}'`);
  await api.administrator.query(sql, [id]);
  await api.administrator.query('commit');
  await work();
  await api.administrator.query(`update app.submission_snapshot n set content = k.content, sha256 = k.sha256 from public.kept k where k.id = n.id; update app.answer a set note = k.note from public.kept_answers k where k.submission_id = a.submission_id and k.question_id = a.question_id; drop table public.kept, public.kept_answers`);
};

beforeAll(async () => {
  api = await startApi();
  scene = await aSchoolThatSigns(api);
  id = await scene.answered();
  await signedByAll(scene, id);
  receipt = (await scene.lead.get(`/api/submissions/${id}/receipt`)).body;
});
afterAll(() => api.stop());

describe('a receipt', () => {
  it('tells anybody whether it matches, and nothing else', async () => {
    expect(await asked(receipt.reference, receipt.sha256)).toMatchObject({ status: 200, body: { matches: true } });
    expect(Object.keys((await asked(receipt.reference, receipt.sha256)).body)).toEqual(['matches']);
    for (const [reference, sha256] of [[receipt.reference, 'f'.repeat(64)], ['S175-2627-NONE', receipt.sha256], ['%25', receipt.sha256]]) expect([reference, (await asked(reference!, sha256!)).body]).toEqual([reference, { matches: false }]);
    expect((await asked(receipt.reference, 'f'.repeat(63))).status).toBe(400);
    expect((await asked(receipt.reference, `${receipt.sha256}' or true --`)).status).toBe(400);
  });

  it('is no longer matched once a letter of the stored text has changed', async () => {
    await tampered("update app.submission_snapshot set content = replace(content, 'All staff', 'No staff') where submission_id = $1 and kind = 'submitted'", async () => {
      expect((await asked(receipt.reference, receipt.sha256)).body).toEqual({ matches: false });
      expect((await scene.lead.get(`/api/submissions/${id}/proofs`)).body).toMatchObject([{ unbroken: false }]);
    });
    expect((await asked(receipt.reference, receipt.sha256)).body).toEqual({ matches: true });
  });

  it('is not matched by a text that was put in its place with a hash of its own', async () => {
    await tampered("update app.submission_snapshot set content = '{}', sha256 = encode(sha256('{}'), 'hex') where submission_id = $1 and kind = 'submitted'", async () => {
      expect((await asked(receipt.reference, receipt.sha256)).body).toEqual({ matches: false });
    });
  });

  it('shows that the answers are no longer those that were signed', async () => {
    await tampered("update app.answer set note = 'Better than it was' where submission_id = $1", async () => {
      expect((await scene.lead.get(`/api/submissions/${id}/proofs`)).body).toMatchObject([{ unbroken: true, answersMatch: false }]);
    });
    expect((await scene.lead.get(`/api/submissions/${id}/proofs`)).body).toMatchObject([{ unbroken: true, answersMatch: true }]);
  });
});

describe('who signed', () => {
  const proof = (client = scene.lead, sha256 = receipt.sha256) => client.get(`/api/receipts/${receipt.reference}/proof?sha256=${sha256}`);

  it('is said to those who may read the return', async () => {
    expect((await proof()).body).toMatchObject({ submissionId: id, current: true, unbroken: true, answersMatch: true, signatures: [{ declaration: 'It is true.' }, {}, { declaration: 'We follow it up.' }] });
    expect((await proof(scene.here.businessUnit)).status).toBe(200);
  });

  it('is said to nobody else', async () => {
    const elsewhere = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: (await aSchool(api)).id }));
    expect((await proof(elsewhere)).status).toBe(404);
    expect((await proof(await signedIn(api, await aPerson(api, { role: 'executive' })))).status).toBe(403);
    expect((await proof(api.client())).status).toBe(401);
    expect((await proof(scene.lead, 'f'.repeat(64))).status).toBe(404);
    for (const path of ['proofs', 'signed.json']) expect([path, (await elsewhere.get(`/api/submissions/${id}/${path}`)).status]).toEqual([path, 404]);
  });
});

describe('the signed text', () => {
  it('can be taken away to the byte, and its hash is the one on the receipt', async () => {
    const answer = await fetch(`${api.url}/api/submissions/${id}/signed.json`, { headers: { cookie: scene.lead.cookie } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${receipt.reference}_${receipt.sha256.slice(0, 8)}.json"`);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(receipt.sha256);
    expect((await scene.lead.get(`/api/submissions/${id}/signed.json?sha256=${'f'.repeat(64)}`)).status).toBe(404);
    expect((await scene.lead.get(`/api/submissions/${randomUUID()}/signed.json`)).status).toBe(404);
  });
});
