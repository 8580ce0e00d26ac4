import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { submissionMoves } from '@attest/domain/lifecycle';
import type { Any } from './any';
import { justProved } from './records-scenes';
import { nothing, rated, save, valued } from './return-scenes';
import { aPerson, aSchool, signedIn } from './scenes';
import { aSchoolThatSigns, sendBack, sign, signedByAll, type SigningScene } from './signing-scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let scene: SigningScene;
let id: string;

const rows = async <Row = Any>(sql: string, parameters: unknown[] = []) => (await api.administrator.query(sql, parameters)).rows as Row[];
const unit = () => scene.here.businessUnit;
const question = (key: string) => scene.version.id(key);
const reopen = (changes: object = {}) => unit().post(`/api/submissions/${id}/reopen`, { reason: 'Kim is named in 2.1.', questionIds: [], untilOn: '2026-12-06', ...changes });
const stateOf = async () => (await rows('select state from app.submission where id = $1', [id]))[0].state;
const mails = () => rows<{ address: string; subject: string; body: string }>("select address, subject, body from app.mail where about = $1 and subject not like 'Your signature%' and subject not like 'Submitted%' order by created_at, id", [id]);

beforeAll(async () => {
  api = await startApi();
  scene = await aSchoolThatSigns(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await justProved(api);
  id = await scene.answered();
  await signedByAll(scene, id);
});

describe('opening a return again', () => {
  it('is the business unit’s to do, with a reason, and voids what was signed', async () => {
    expect((await unit().get(`/api/submissions/${id}`)).body.moves).toEqual(['reopen', 'accept']);
    expect((await reopen({ reason: '' })).status).toBe(400);
    expect(await reopen({ untilOn: '2026-11-21' })).toMatchObject({ status: 400, body: { faults: [{ where: 'untilOn' }] } });
    expect((await reopen()).body).toMatchObject([{ state: 'open', questions: [], reason: 'Kim is named in 2.1.', askedBy: 'Priya Shah', untilOn: '2026-12-06' }]);
    expect(await stateOf()).toBe('reopened');
    expect(await rows('select from app.signature where submission_id = $1 and voided_at is null', [id])).toEqual([]);
    expect((await scene.lead.get(`/api/submissions/${id}`)).body).toMatchObject({ state: 'reopened', reopened: { until: '2026-12-06', questionIds: null }, moves: ['answer', 'sign'] });
    expect(await reopen()).toMatchObject({ status: 404 });
    for (const client of [scene.lead, scene.head, scene.deputy]) expect((await client.post(`/api/submissions/${id}/reopen`, { reason: 'x', questionIds: [], untilOn: '2026-12-06' })).status).toBe(403);
  });

  it('tells those who sign, and never why', async () => {
    await reopen();
    const told = await mails();
    expect(told.map(({ address }) => address).sort()).toEqual([scene.people.lead.email, scene.people.head.email, scene.people.chair.email].sort());
    for (const { subject, body } of told) expect(`${subject} ${body}`).not.toContain('Kim');
  });

  it('takes answers until the day that was said, also when the round is over', async () => {
    await reopen({ untilOn: '2027-03-01' });
    await api.administrator.query("update app.round set state = 'closed' where id = (select round_id from app.submission where id = $1)", [id]);
    expect((await save(scene.lead, id, question('policy'), rated('amber'), 1)).status).toBe(200);
    await api.administrator.query("update app.submission set reopened_until = '2026-11-21' where id = $1", [id]);
    expect((await save(scene.lead, id, question('policy'), rated('red'), 2)).body.code).toBe('round-not-open');
  });

  it('for one answer leaves every other as it is, whichever way a change comes', async () => {
    await reopen({ questionIds: [question('policy')] });
    expect((await save(scene.lead, id, question('policy'), rated('amber'), 1)).status).toBe(200);
    expect(await save(scene.lead, id, question('training'), rated('red', 'Worse.'), 1)).toMatchObject({ status: 409, body: { code: 'return-not-editable', detail: expect.stringContaining('other answers') } });
    expect((await scene.lead.get(`/api/submissions/${id}`)).body.reopened).toEqual({ until: '2026-12-06', questionIds: [question('policy')] });
    expect(await reopen({ questionIds: [id] })).toMatchObject({ status: 404 });
  });

  it('for one answer opens what hangs on it too, so that it can be signed again', async () => {
    expect((await reopen({ questionIds: [question('uses-placements')] })).body[0].questions.map(({ ref }: { ref: string }) => ref)).toEqual(['1.2', '2.4', '3.1']);
    expect((await save(scene.lead, id, question('uses-placements'), valued('yes'), 1)).body.questionsChanged).toBe(true);
    for (const key of ['placement-checks', 'placement-visits']) expect((await save(scene.lead, id, question(key), rated('green'))).status).toBe(200);
    expect((await sign(scene.lead, id, 'dsl')).status).toBe(200);
  });

  it('stays as far open as it was when it is sent back before it is signed by all', async () => {
    await reopen({ questionIds: [question('policy')] });
    await sign(scene.lead, id, 'dsl');
    expect((await sendBack(scene.head, id)).body.state).toBe('reopened');
    expect((await save(scene.lead, id, question('policy'), rated('amber'), 1)).status).toBe(200);
    expect((await save(scene.lead, id, question('training'), nothing, 1)).status).toBe(409);
  });

  it('ends with the last signature: the new text stands beside the old, and both can be verified', async () => {
    const { body: before } = await scene.lead.get(`/api/submissions/${id}/receipt`);
    await reopen({ questionIds: [question('policy')] });
    await save(scene.lead, id, question('policy'), rated('red', 'We looked again.'), 1);
    api.today('2026-11-24');
    await justProved(api);
    await signedByAll(scene, id);
    const { body: after } = await scene.lead.get(`/api/submissions/${id}/receipt`);
    api.today('2026-11-22');
    expect([after.reference, after.sha256 === before.sha256]).toEqual([before.reference, false]);
    const { body: proofs } = await scene.lead.get(`/api/submissions/${id}/proofs`);
    expect(proofs).toMatchObject([
      { sha256: after.sha256, current: true, unbroken: true, answersMatch: true, since: { overall: { before: { key: 'green' }, now: { key: 'amber' } }, answers: [{ ref: '2.1', before: { key: 'green' }, now: { key: 'red' }, words: true }] } },
      { sha256: before.sha256, current: false, unbroken: true, answersMatch: null, since: null },
    ]);
    for (const { sha256 } of [before, after]) expect((await api.client().get(`/api/receipts/${before.reference}?sha256=${sha256}`)).body).toEqual({ matches: true });
    expect(await rows('select state from app.reopening where submission_id = $1', [id])).toEqual([{ state: 'done' }]);
    expect(await rows('select reopened_until, reopened_questions from app.submission where id = $1', [id])).toEqual([{ reopened_until: null, reopened_questions: null }]);
  });
});

describe('asking for it', () => {
  const ask = (client = scene.lead, changes: object = {}) => client.post(`/api/submissions/${id}/reopening-requests`, { reason: 'We rated 2.1 too well.', questionIds: [question('policy')], ...changes });

  it('reaches the business unit, who opens just that', async () => {
    const { body: [asked] } = await ask();
    expect(asked).toMatchObject({ state: 'asked', askedBy: 'J Ahmed', questions: [{ ref: '2.1' }] });
    expect(await ask(scene.head)).toMatchObject({ status: 409, body: { code: 'already-done' } });
    expect((await mails()).map(({ address }) => address)).toEqual(['priya@example.org']);
    expect((await unit().get('/api/reopenings')).body).toContainEqual(expect.objectContaining({ id: asked.id, organisation: { id: scene.school.id, name: scene.school.name } }));
    expect((await unit().post(`/api/reopenings/${asked.id}/grant`, { untilOn: '2026-12-01' })).body).toMatchObject([{ state: 'open', decidedBy: 'Priya Shah', untilOn: '2026-12-01' }]);
    expect((await scene.lead.get(`/api/submissions/${id}`)).body.reopened).toEqual({ until: '2026-12-01', questionIds: [question('policy')] });
    expect((await unit().post(`/api/reopenings/${asked.id}/grant`, { untilOn: '2026-12-01' })).status).toBe(404);
  });

  it('is declined with a reason, and the return stands', async () => {
    const { body: [asked] } = await ask();
    expect((await unit().post(`/api/reopenings/${asked.id}/decline`, { reason: 'The panel meets tomorrow.' })).body).toMatchObject([{ state: 'declined', decision: 'The panel meets tomorrow.' }]);
    expect(await stateOf()).toBe('submitted');
    expect((await scene.lead.get(`/api/submissions/${id}/reopenings`)).body).toMatchObject([{ state: 'declined' }]);
    expect(await unit().post(`/api/reopenings/${asked.id}/grant`, { untilOn: '2026-12-01' })).toMatchObject({ status: 409, body: { code: 'already-done' } });
    expect((await ask()).status).toBe(200);
  });

  it('is for those who sign there, and decided by the business unit', async () => {
    expect((await ask(scene.deputy)).status).toBe(403);
    const elsewhere = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: (await aSchool(api)).id }));
    expect((await ask(elsewhere)).status).toBe(404);
    const { body: [asked] } = await ask();
    expect((await scene.lead.post(`/api/reopenings/${asked.id}/grant`, { untilOn: '2026-12-01' })).status).toBe(403);
    expect((await scene.lead.get('/api/reopenings')).status).toBe(403);
  });
});

describe('accepting it', () => {
  it('is the business unit’s to do, once, and the board shows it', async () => {
    expect((await unit().post(`/api/submissions/${id}/accept`)).body).toMatchObject({ state: 'accepted', moves: ['reopen'] });
    expect(await unit().post(`/api/submissions/${id}/accept`)).toMatchObject({ status: 409 });
    expect((await scene.lead.post(`/api/submissions/${id}/accept`)).status).toBe(403);
    const [{ round_id: round }] = await rows('select round_id from app.submission where id = $1', [id]);
    expect((await unit().get(`/api/rounds/${round}/board`)).body.rows).toMatchObject([{ state: 'submitted', accepted: true, signsNext: null }]);
    expect((await reopen()).status).toBe(200);
  });
});

describe('at the same moment', () => {
  it('it is opened and accepted: both can be told from what stands then', async () => {
    const [opened, accepted] = await Promise.all([reopen(), unit().post(`/api/submissions/${id}/accept`)]);
    expect(opened!.status).toBe(200);
    expect([200, 404, 409]).toContain(accepted!.status);
    expect(await stateOf()).toBe('reopened');
  });

  it('two open it, and one does', async () => {
    expect((await Promise.all([reopen(), reopen()])).map(({ status }) => status).sort()).toEqual([200, 404]);
  });

  it('it is opened while it is being signed: not before the last has signed', async () => {
    const other = await scene.answered();
    await sign(scene.lead, other, 'dsl');
    await sign(scene.head, other, 'head');
    id = other;
    const [last, opened] = await Promise.all([sign(scene.chair, other, 'chair'), reopen()]);
    expect(last!.status).toBe(200);
    expect([await stateOf(), opened!.status]).toEqual(opened!.status === 200 ? ['reopened', 200] : ['submitted', 404]);
  });
});

describe('the database', () => {
  it('lets a return go only where the domain does', async () => {
    const { rows: [{ definition }] } = await api.administrator.query("select pg_get_functiondef('app.keep_moves()'::regprocedure) as definition");
    const pairs = Object.values(submissionMoves).flatMap(({ from, to }) => from.filter((state) => state !== to).map((state) => `${state} ${to}`));
    expect([...definition.matchAll(/'([a-z-]+ [a-z-]+)'/g)].map(([, pair]) => pair).filter((pair) => pairs.some((one) => one.split(' ')[0] === pair.split(' ')[0])).sort()).toEqual([...new Set(pairs)].sort());
  });
});
