import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { aJpeg, aPdf, exif } from './evidence-files';
import { bring, bringTo, questionsIn, useFor } from './evidence-scenes';
import { aQuestion, aQuestionnaire, aRound, answerAll, declaration, published, rated, save, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';

let api: RunningApi;
let partnership: Partnership;
let version: Published;
let oakfield: { id: string; name: string };
let [lead, contributor, viewer, otherLead] = [] as unknown as [Client, Client, Client, Client];
beforeAll(async () => {
  api = await startApi();
  api.today('2026-11-22');
  partnership = await aPartnership(api);
  const questionnaire = aQuestionnaire();
  const [team, leadership, placements] = questionnaire.sections;
  version = await published(api, partnership.id, {
    ...questionnaire,
    sections: [team!, { ...leadership!, questions: leadership!.questions.map((question) => (question.key === 'policy' ? { ...question, evidenceRule: 'if-met' as const } : question)) }, placements!,
      { key: 'shown', ref: '4', title: 'Shown', intro: '', weight: 1, questions: [aQuestion('4.1', 'shown', { type: 'evidence', required: false })] }],
  });
  oakfield = await aSchool(api, { name: 'Oakfield Primary School' });
  const elmhurst = await aSchool(api);
  const somebody = async (role: 'lead' | 'contributor' | 'viewer', { id: organisationId }: { id: string }) => signedIn(api, await aPerson(api, { role, organisationId }));
  [lead, contributor, viewer, otherLead] = [await somebody('lead', oakfield), await somebody('contributor', oakfield), await somebody('viewer', oakfield), await somebody('lead', elmhurst)];
});
afterAll(() => api.stop());

const aReturnOf = async () => (await aRound(api, version, [oakfield.id])).returnOf(oakfield);

describe('the evidence library', () => {
  it('keeps a file with its hash and what it is, and gives it back to be saved and never shown', async () => {
    const { status, body } = await bringTo(contributor, oakfield, 'Policy – 学校.pdf', aPdf());
    expect([status, body]).toMatchObject([201, {
      kind: 'file', title: 'Policy – 学校', owner: 'The contributor', reviewBy: null, expired: false, uses: [], moves: ['edit', 'revise', 'delete'],
      revision: { number: 1, fileName: 'Policy – 学校.pdf', fileType: 'PDF', bytes: aPdf().length, sha256: createHash('sha256').update(aPdf()).digest('hex'), scan: 'not-scanned', by: 'The contributor' },
    }]);
    const { status: got, headers, body: bytes } = await viewer.get<ArrayBuffer>(body.revision.file);
    expect([got, Buffer.from(bytes).equals(aPdf())]).toEqual([200, true]);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'content-length', 'cache-control'].map((name) => [name, headers.get(name)]))).toEqual({
      'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="Policy  .pdf"; filename*=UTF-8\'\'Policy%20%E2%80%93%20%E5%AD%A6%E6%A0%A1.pdf',
      'x-content-type-options': 'nosniff', 'content-length': String(aPdf().length), 'cache-control': 'no-store',
    });
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/);
  });

  it('keeps large files in pieces, and takes up to 25 MB', async () => {
    const large = Buffer.concat([aPdf().subarray(0, 9), Buffer.alloc(24 * 1024 * 1024, ' '), aPdf().subarray(9)]);
    const { body } = await bringTo(lead, oakfield, 'large.pdf', large);
    expect(Buffer.from((await lead.get<ArrayBuffer>(body.revision.file)).body).equals(large)).toBe(true);
    expect((await api.administrator.query('select max(length(bytes)) as longest, count(*)::int as pieces from app.evidence_chunk where evidence_id = $1', [body.id])).rows).toEqual([{ longest: 256 * 1024, pieces: 97 }]);
    expect(await bringTo(lead, oakfield, 'larger.pdf', Buffer.concat([large, Buffer.alloc(1024 * 1024)]))).toMatchObject({ status: 413, body: { detail: expect.stringContaining('smaller than 25 MB') } });
  });

  it('is its own people’s: a viewer looks, and nobody else finds it', async () => {
    const { body } = await bringTo(lead, oakfield, 'policy.pdf', aPdf());
    expect((await viewer.get(`/api/organisations/${oakfield.id}/evidence`)).body[0]).toMatchObject({ id: body.id, moves: [] });
    expect(await bringTo(viewer, oakfield, 'policy.pdf', aPdf())).toMatchObject({ status: 403 });
    const elsewhere = await anotherPartnership(api);
    for (const stranger of [otherLead, partnership.businessUnit, elsewhere.businessUnit]) {
      expect([await stranger.get(`/api/organisations/${oakfield.id}/evidence`), await stranger.get(`/api/evidence/${body.id}`), await stranger.get(body.revision.file)]).toMatchObject([{ status: 404 }, { status: 404 }, { status: 404 }]);
    }
    for (const [method, address, sent] of [['PUT', `/api/evidence/${body.id}`, { title: 'Mine', owner: '', reviewBy: null }], ['DELETE', `/api/evidence/${body.id}`, undefined], ['POST', `/api/evidence/${body.id}/revisions/link`, { location: 'https://a.example' }]] as const) {
      expect(await otherLead.send(method, address, sent)).toMatchObject({ status: 404 });
    }
    expect(await bringTo(otherLead, oakfield, 'policy.pdf', aPdf())).toMatchObject({ status: 404 });
    expect(await bring(otherLead, `/api/evidence/${body.id}/revisions`, 'policy.pdf', aPdf())).toMatchObject({ status: 404 });
  });

  it('takes out of a photograph where it was taken', async () => {
    const { body } = await bringTo(lead, oakfield, 'display.jpg', aJpeg({ more: [exif(6)] }));
    const kept = Buffer.from((await lead.get<ArrayBuffer>(body.revision.file)).body);
    expect([kept.includes('GPS'), kept.includes('Exif')]).toEqual([false, true]);
  });

  it('keeps every revision, and never changes one', async () => {
    const { body: first } = await bringTo(lead, oakfield, 'log.txt', Buffer.from('one'));
    const { body: second } = await bring(contributor, `/api/evidence/${first.id}/revisions`, 'log 2.txt', Buffer.from('two'));
    expect(second).toMatchObject({ revision: { number: 2, fileName: 'log 2.txt' }, revisions: [{ number: 2 }, { number: 1, fileName: 'log.txt', sha256: first.revision.sha256 }] });
    expect(Buffer.from((await lead.get<ArrayBuffer>(first.revision.file)).body).toString()).toBe('one');
    await expect(api.administrator.query("begin; set local role attest_app; update app.evidence_revision set sha256 = 'x'")).rejects.toThrow('permission denied');
    await api.administrator.query('rollback');
  });

  it('has links with owner and review date, which it never opens, and places for what cannot be brought', async () => {
    const link = { kind: 'link', title: 'Policies', location: 'https://school.example/policies', owner: 'J Ahmed', reviewBy: '2026-11-21' };
    const { body } = await lead.post(`/api/organisations/${oakfield.id}/evidence/links`, link);
    expect(body).toMatchObject({ kind: 'link', title: 'Policies', owner: 'J Ahmed', reviewBy: '2026-11-21', expired: true, revision: { location: 'https://school.example/policies', scan: 'nothing-to-scan', file: null } });
    for (const location of ['http://school.example', 'javascript:alert(1)', 'file:///etc/passwd', 'https://user:secret@school.example', 'https://localhost', 'school.example', ' ']) {
      expect([location, (await lead.post(`/api/organisations/${oakfield.id}/evidence/links`, { ...link, location })).status]).toEqual([location, 400]);
    }
    expect((await lead.post(`/api/organisations/${oakfield.id}/evidence/links`, { ...link, kind: 'place', location: 'The blue folder in the office' })).status).toBe(201);
    expect((await lead.put(`/api/evidence/${body.id}`, { title: 'All policies', owner: '', reviewBy: '2026-11-22' })).body).toMatchObject({ title: 'All policies', owner: '', expired: false });
    expect((await lead.post(`/api/evidence/${body.id}/revisions/link`, { location: 'https://school.example/new' })).body).toMatchObject({ revision: { number: 2, location: 'https://school.example/new' } });
    expect((await lead.post(`/api/evidence/${body.id}/revisions/link`, { location: 'http://school.example/new' })).status).toBe(400);
    expect(await bring(lead, `/api/evidence/${body.id}/revisions`, 'a.pdf', aPdf())).toMatchObject({ status: 422, body: { detail: expect.stringContaining('is a link') } });
  });
});

describe('evidence beside an answer', () => {
  it('counts where the question asks for some, and for a rating that meets the standard', async () => {
    const returnId = await aReturnOf();
    await answerAll(lead, version, returnId);
    const blockers = async () => (await lead.get(`/api/submissions/${returnId}`)).body.blockers;
    expect(await blockers()).toEqual([expect.objectContaining({ ref: '2.1', code: 'evidence-missing', detail: 'Add evidence for 2.1 Title of policy' })]);
    expect(await lead.post(`/api/submissions/${returnId}/submit`, declaration)).toMatchObject({ status: 422, body: { code: 'cannot-submit-yet' } });
    const { body: { id } } = await bringTo(lead, oakfield, 'policy.pdf', aPdf());
    const used = await useFor(contributor, returnId, version.id('policy'), id);
    expect(used).toMatchObject({ status: 200, body: { shown: [{ id, title: 'policy' }], progress: { answered: 4, required: 4 } } });
    expect(await blockers()).toEqual([]);
    expect((await lead.delete(`/api/submissions/${returnId}/answers/${version.id('policy')}/evidence/${id}`)).body).toMatchObject({ shown: [], progress: { answered: 3, required: 4 } });
    expect((await save(lead, returnId, version.id('policy'), rated('amber'), 1)).body.progress).toEqual({ answered: 4, required: 4 });
  });

  it('is the answer where evidence is asked for, beside what is typed', async () => {
    const returnId = await aReturnOf();
    const { body: { id } } = await bringTo(lead, oakfield, 'policy.pdf', aPdf());
    expect((await useFor(lead, returnId, version.id('shown'), id)).status).toBe(200);
    expect((await useFor(lead, returnId, version.id('shown'), id)).body.shown).toHaveLength(1);
    const { body } = await save(lead, returnId, version.id('shown'), valued([{ title: 'Folder', where: 'Office' }]));
    expect(body.answer.value).toEqual([{ title: 'Folder', where: 'Office' }]);
    expect((await questionsIn(lead, returnId))['shown']).toMatchObject({ type: 'evidence', shown: [{ id }] });
    const { rows: [{ state }] } = await api.administrator.query('select state from app.submission where id = $1', [returnId]);
    expect(state).toBe('in-progress');
  });

  it('is put there by those who answer, for questions that are asked, from their own library', async () => {
    const returnId = await aReturnOf();
    const { body: { id } } = await bringTo(lead, oakfield, 'policy.pdf', aPdf());
    expect(await useFor(viewer, returnId, version.id('policy'), id)).toMatchObject({ status: 403 });
    expect(await useFor(otherLead, returnId, version.id('policy'), id)).toMatchObject({ status: 404 });
    expect(await useFor(lead, returnId, version.id('boarding'), id)).toMatchObject({ status: 422, body: { code: 'question-not-asked' } });
    const { rows: [{ organisation_id: elmhurst }] } = await api.administrator.query("select organisation_id from app.membership where organisation_id <> $1 and role = 'lead'", [oakfield.id]);
    const theirs = await bringTo(otherLead, { id: elmhurst }, 'theirs.pdf', aPdf());
    expect(await useFor(lead, returnId, version.id('policy'), theirs.body.id)).toMatchObject({ status: 404 });
    expect(await lead.delete(`/api/submissions/${returnId}/answers/${version.id('policy')}/evidence/${theirs.body.id}`)).toMatchObject({ status: 404 });
  });

  it('cannot be deleted while it is used, is kept once signed, and can be deleted otherwise', async () => {
    const returnId = await aReturnOf();
    const [{ body: used }, { body: unused }] = [await bringTo(lead, oakfield, 'used.pdf', aPdf()), await bringTo(lead, oakfield, 'unused.pdf', aPdf())];
    await useFor(lead, returnId, version.id('policy'), used.id);
    expect((await lead.get(`/api/evidence/${used.id}`)).body).toMatchObject({ moves: ['edit', 'revise'], uses: [{ submissionId: returnId, ref: '2.1', signed: false }] });
    expect(await lead.delete(`/api/evidence/${used.id}`)).toMatchObject({ status: 409, body: { code: 'still-needed' } });
    expect((await lead.delete(`/api/evidence/${unused.id}`)).status).toBe(204);
    expect((await lead.get(`/api/evidence/${unused.id}`)).status).toBe(404);
    expect((await api.administrator.query('select from app.evidence_chunk where evidence_id = $1', [unused.id])).rowCount).toBe(0);
  });
});

describe('a return that was handed in', () => {
  it('shows its readers the revision that was signed, with its hash in the signed text, and nothing that came later', async () => {
    const returnId = await aReturnOf();
    await answerAll(lead, version, returnId);
    const { body: piece } = await bringTo(lead, oakfield, 'policy.pdf', aPdf());
    const { body: aside } = await bringTo(lead, oakfield, 'aside.pdf', aPdf());
    await useFor(lead, returnId, version.id('policy'), piece.id);
    const qp = await signedIn(api, await aPerson(api, { role: 'qp-member' }));
    const executive = await signedIn(api, await aPerson(api, { role: 'executive' }));
    expect((await qp.get(piece.revision.file)).status).toBe(404);
    expect((await lead.post(`/api/submissions/${returnId}/submit`, declaration)).status).toBe(200);
    const { body: revised } = await bring(lead, `/api/evidence/${piece.id}/revisions`, 'policy 2.pdf', aPdf('/New true '));

    expect((await questionsIn(qp, returnId))['policy'].shown).toMatchObject([{ id: piece.id, revision: { number: 1, sha256: piece.revision.sha256, file: piece.revision.file } }]);
    for (const reader of [qp, partnership.businessUnit]) expect((await reader.get(piece.revision.file)).status).toBe(200);
    expect((await trailOf(api, partnership.id)).at(-1)).toMatchObject({ route: 'GET /evidence/:id/revisions/:number/file', organisation_id: oakfield.id, detail: { revision: 1 } });
    for (const [reader, file] of [[qp, revised.revision.file], [qp, aside.revision.file], [otherLead, piece.revision.file]] as const) expect((await reader.get(file)).status).toBe(404);
    expect((await executive.get(piece.revision.file)).status).toBe(403);

    const { rows: [{ content }] } = await api.administrator.query('select content from app.submission_snapshot where submission_id = $1', [returnId]);
    const signed = JSON.parse(content).answers.find(({ key }: { key: string }) => key === 'policy');
    expect(signed.evidence).toEqual([{ id: piece.id, kind: 'file', revision: 1, fileName: 'policy.pdf', sha256: piece.revision.sha256, location: null }]);
    expect(await lead.delete(`/api/submissions/${returnId}/answers/${version.id('policy')}/evidence/${piece.id}`)).toMatchObject({ status: 409, body: { code: 'return-not-editable' } });
    expect(await lead.delete(`/api/evidence/${piece.id}`)).toMatchObject({ status: 409 });
  });

  it('stands beside its answer for whoever compares, once it was signed, and no longer when it is opened again', async () => {
    const [returnId, unused] = [await aReturnOf(), await aReturnOf()];
    const { rows: [{ round_id: roundId }] } = await api.administrator.query('select round_id from app.submission where id = $1', [returnId]);
    const address = `/api/rounds/${roundId}/questions/${version.id('policy')}/evidence`;
    await answerAll(lead, version, returnId);
    const { body: piece } = await bringTo(lead, oakfield, 'policy.pdf', aPdf());
    for (const [id, question] of [[returnId, 'policy'], [returnId, 'training'], [unused, 'policy']] as const) await useFor(lead, id, version.id(question), piece.id);
    const qp = await signedIn(api, await aPerson(api, { role: 'qp-member' }));
    expect((await qp.get(address)).body).toEqual([]);
    expect((await lead.post(`/api/submissions/${returnId}/submit`, declaration)).status).toBe(200);
    await bring(lead, `/api/evidence/${piece.id}/revisions`, 'policy 2.pdf', aPdf('/New true '));
    const { body } = await qp.get(address);
    expect(body).toMatchObject([{ submissionId: returnId, shown: [{ id: piece.id, revision: { number: 1, file: piece.revision.file, scan: piece.revision.scan } }] }]);
    expect((await trailOf(api, partnership.id)).at(-1)).toMatchObject({ route: 'GET /rounds/:id/questions/:questionId/evidence', outcome: 'done' });
    expect((await qp.get(body[0].shown[0].revision.file)).status).toBe(200);
    for (const reader of [lead, await signedIn(api, await aPerson(api, { role: 'executive' }))]) expect((await reader.get(address)).status).toBe(403);
    expect((await qp.get(`/api/rounds/${roundId}/questions/0198c0de-7000-7000-8000-000000000001/evidence`)).status).toBe(404);
    await api.administrator.query("update app.submission set state = 'reopened' where id = $1", [returnId]);
    expect((await qp.get(address)).body).toEqual([]);
  });

  it('was signed with the address of each link, and the words for each place, as they were', async () => {
    const returnId = await aReturnOf();
    await answerAll(lead, version, returnId);
    const add = async (kind: 'link' | 'place', location: string) => (await lead.post(`/api/organisations/${oakfield.id}/evidence/links`, { kind, title: 'Policies', location, owner: '', reviewBy: null })).body.id as string;
    const [link, place] = [await add('link', 'https://school.example/policies'), await add('place', 'The blue folder in the office')];
    for (const id of [link, place]) await useFor(lead, returnId, version.id('policy'), id);
    expect((await lead.post(`/api/submissions/${returnId}/submit`, declaration)).status).toBe(200);
    await lead.post(`/api/evidence/${link}/revisions/link`, { location: 'https://school.example/elsewhere' });

    const { rows: [{ content }] } = await api.administrator.query('select content from app.submission_snapshot where submission_id = $1', [returnId]);
    const common = { revision: 1, fileName: null, sha256: null };
    expect(JSON.parse(content).answers.find(({ key }: { key: string }) => key === 'policy').evidence).toEqual([
      { ...common, id: link, kind: 'link', location: 'https://school.example/policies' }, { ...common, id: place, kind: 'place', location: 'The blue folder in the office' }]);
  });
});
