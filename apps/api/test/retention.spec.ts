import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyTrail } from '../src/trail/verify';
import type { Client } from './client';
import { disposed, justProved } from './records-scenes';
import { aQuestionnaire, aRound, answerAll, declaration, published, rated, save, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { until } from './until';

let api: RunningApi;
let here: Partnership;
let version: Published;
beforeAll(async () => {
  api = await startApi({ variables: { ROLE: 'all' } });
  api.today('2026-11-22');
  here = await aPartnership(api);
  version = await published(api, here.id, aQuestionnaire());
}, 60_000);
afterAll(() => api.stop());

const rowsOf = async (table: string, submission: string): Promise<number> =>
  (await api.administrator.query(`select count(*)::int as count from app.${table} where submission_id = $1`, [submission])).rows[0].count;

/** A round that ended in January 2027, in which each of these schools has handed in. */
async function handedIn(schools: readonly { id: string }[]) {
  api.today('2026-11-22');
  const round = await aRound(api, version, schools.map(({ id }) => id));
  const leads: Client[] = [];
  for (const school of schools) {
    const lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id }));
    await answerAll(lead, version, round.returnOf(school));
    expect((await lead.post(`/api/submissions/${round.returnOf(school)}/actions`, { questionId: null, title: 'Review the policy', owner: 'Deputy head', dueOn: null })).status).toBe(201);
    expect((await lead.post(`/api/submissions/${round.returnOf(school)}/submit`, declaration)).status).toBe(200);
    leads.push(lead);
  }
  return { round, leads };
}

describe('periods', () => {
  it('are the usual ones until the business unit chooses others, within bounds', async () => {
    const { body: periods } = await here.businessUnit.get('/api/records/periods');
    expect(periods.find((one: { kind: string }) => one.kind === 'mail')).toMatchObject({ months: 6, usual: 6, least: 1, most: 24, changedBy: null });
    const { body: changed } = await here.businessUnit.put('/api/records/periods/mail', { months: 9 });
    expect(changed.find((one: { kind: string }) => one.kind === 'mail')).toMatchObject({ months: 9, usual: 6, changedBy: 'Priya Shah', changedAt: expect.any(String) });
    expect(await here.businessUnit.put('/api/records/periods/mail', { months: 25 })).toMatchObject({ status: 400, body: { faults: [{ where: 'months', detail: 'Choose a whole number of months from 1 to 24.' }] } });
    expect(await here.businessUnit.put('/api/records/periods/children', { months: 9 })).toMatchObject({ status: 404 });
  });

  it('are the business unit’s alone', async () => {
    for (const role of ['qp-member', 'executive', 'scrutineer'] as const) {
      const client = await signedIn(api, await aPerson(api, { role }));
      for (const path of ['periods', 'holds', 'due', 'disposals', 'exports', 'erasures']) expect([role, path, (await client.get(`/api/records/${path}`)).status]).toEqual([role, path, 403]);
    }
  });
});

describe('seven years on', () => {
  it('disposes of what was previewed and of nothing else, says so on the receipt, and the chain still holds', async () => {
    const [oakfield, elm, ash] = [await aSchool(api, { name: 'Oakfield' }), await aSchool(api, { name: 'Elm' }), await aSchool(api, { name: 'Ash' })];
    const { round, leads } = await handedIn([oakfield, elm]);
    const late = await aRound(api, version, [ash.id], { finalOn: '2027-03-31', dueOn: '2027-03-01' });
    const [receipt] = await Promise.all([leads[0]!.get(`/api/submissions/${round.returnOf(oakfield)}/receipt`)]);

    await justProved(api);
    api.today('2034-01-28');
    expect((await here.businessUnit.get('/api/records/due')).body.rounds).toEqual([]);
    api.today('2034-01-29');
    const { body: hold } = await here.businessUnit.post('/api/records/holds', { organisationId: elm.id, roundId: null, reason: 'A review' });
    const { body: due } = await here.businessUnit.get('/api/records/due');
    expect(due.rounds).toEqual([{ id: round.id, name: round.name, finalOn: '2027-01-29', organisations: [{ id: oakfield.id, name: 'Oakfield' }], held: [{ id: elm.id, name: 'Elm' }] }]);
    expect(due.kinds.find((one: { kind: string }) => one.kind === 'returns')).toEqual({ kind: 'returns', name: 'Returns and answers', until: '2027-01-29', due: 1, held: 1, oldest: '2027-01-29', newest: '2027-01-29' });

    const before = await api.administrator.query('select sha256 from app.submission_snapshot where submission_id = $1', [round.returnOf(oakfield)]);
    const done = await disposed(api, here.businessUnit);
    expect(done).toMatchObject({ state: 'done', counts: { returns: 1 } });
    expect(done.done).toBe(done.total);
    for (const table of ['answer', 'answer_event', 'rating', 'action']) {
      expect([table, await rowsOf(table, round.returnOf(oakfield))]).toEqual([table, 0]);
      expect([table, (await rowsOf(table, round.returnOf(elm))) > 0]).toEqual([table, true]);
    }
    expect((await api.administrator.query('select sha256, content, signed_name from app.submission_snapshot where submission_id = $1', [round.returnOf(oakfield)])).rows)
      .toEqual([{ ...before.rows[0], content: '', signed_name: '' }]);
    expect((await api.administrator.query('select disposed_on from app.submission where id = $1', [late.returnOf(ash)])).rows[0].disposed_on).toBeNull();

    const { status, body } = await here.businessUnit.get(`/api/submissions/${round.returnOf(oakfield)}/receipt`);
    expect([status, body.code, body.sha256]).toEqual([410, 'disposed', [receipt!.body.sha256]]);
    expect(body.detail).toContain(`disposed of on 29 January 2034 under retention. It was handed in on 22 November 2026 with the reference ${receipt!.body.reference}.`);
    expect((await here.businessUnit.get(`/api/submissions/${round.returnOf(elm)}`)).status).toBe(200);
    expect((await here.businessUnit.get('/api/rounds')).status).toBe(200);
    expect((await here.businessUnit.get(`/api/rounds/${round.id}/heatmap`)).status).toBe(200);

    const { rows: events } = await api.administrator.query("select detail from app.audit_event where thing_id = $1 and detail ? 'kind' order by seq", [done.id]);
    expect(events.map(({ detail }) => detail)).toEqual(expect.arrayContaining([{ kind: 'returns', count: 1 }]));
    expect((await here.businessUnit.post(`/api/records/holds/${hold.id}/lift`)).status).toBe(200);
    expect((await disposed(api, here.businessUnit)).counts).toEqual({ returns: 1 });
    expect(await rowsOf('answer', round.returnOf(elm))).toBe(0);
  }, 60_000);

  it('disposes of the rest by kind: imports, messages, invitations, sessions, names in the trail', async () => {
    const kinds = async () => Object.fromEntries((await here.businessUnit.get('/api/records/due')).body.kinds.map((one: { kind: string; due: number }) => [one.kind, one.due]));
    const planted = async (at: string) => {
      await api.administrator.query("insert into app.register_import (partnership_id, id, file_name, establishments, uploaded_by, uploaded_at) values ($1, gen_random_uuid(), 'old.csv', '[]', 'Priya Shah', $2)", [here.id, at]);
      await api.administrator.query("insert into app.mail (id, partnership_id, address, subject, body, created_at) values (gen_random_uuid(), $1, 'old@example.org', 'Old', '', $2)", [here.id, at]);
      await api.administrator.query("insert into app.invitation (partnership_id, id, role, email, token_hash, invited_by, invited_by_name, expires_at) values ($1, gen_random_uuid(), 'executive', gen_random_uuid() || '@example.org', sha256(gen_random_uuid()::text::bytea), gen_random_uuid(), 'Priya Shah', $2)", [here.id, at]);
      await api.administrator.query("insert into app.session (id, token_hash, csrf_token, person_id, partnership_id, expires_at) select gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), '', person_id, partnership_id, $2 from app.membership where partnership_id = $1 limit 1", [here.id, at]);
    };
    await planted('2020-05-05');
    await planted('2026-11-20');
    api.today('2026-11-22');
    expect(await kinds()).toMatchObject({ imports: 1, mail: 1, invitations: 1, signIn: 1, trail: 0 });
    expect((await disposed(api, here.businessUnit)).counts).toEqual({ imports: 1, mail: 1, invitations: 1, signIn: 1 });
    expect(await kinds()).toMatchObject({ imports: 0, mail: 0, invitations: 0, signIn: 0 });
    expect((await api.administrator.query("select count(*)::int as count from app.mail where partnership_id = $1", [here.id])).rows[0].count).toBe(1);

    await justProved(api);
    api.today('2037-01-01');
    const { rows: [before] } = await api.administrator.query('select count(*)::int as events, count(actor_salt)::int as named, max(seq)::int as seq from app.audit_event where partnership_id = $1', [here.id]);
    expect((await kinds())['trail']).toBe(before.named);
    await disposed(api, here.businessUnit);
    const { rows: [after] } = await api.administrator.query('select count(*)::int as events, count(*) filter (where actor_salt is not null and seq <= $2)::int as named from app.audit_event where partnership_id = $1', [here.id, before.seq]);
    expect(after.named).toBe(0);
    expect(after.events).toBeGreaterThan(before.events);
    expect((await verifyTrail(api.administrator)).broken).toEqual([]);
  }, 60_000);

  it('forgets people who have had no role for long enough', async () => {
    api.today('2026-11-22');
    const school = await aSchool(api);
    const round = await aRound(api, version, [school.id]);
    const person = await aPerson(api, { role: 'lead', organisationId: school.id, name: 'Gone Long Since' });
    await save(await signedIn(api, person), round.returnOf(school), version.id('policy'), rated('green'));
    await api.administrator.query("update app.membership set ended_at = '2026-11-23' where person_id = $1", [person.id]);
    await justProved(api);
    api.today('2028-11-22');
    expect((await here.businessUnit.get('/api/records/due')).body.kinds.find((one: { kind: string }) => one.kind === 'people').due).toBe(0);
    api.today('2028-11-23');
    expect((await disposed(api, here.businessUnit)).counts).toMatchObject({ people: 1 });
    const { rows: [left] } = await api.administrator.query('select name, email, password_hash from app.person where id = $1', [person.id]);
    expect(left).toEqual({ name: expect.stringMatching(/^Former lead [A-Z2-9]{4}$/), email: `${person.id}@erased.invalid`, password_hash: null });
    expect((await api.administrator.query('select updated_by_name from app.answer where updated_by = $1', [person.id])).rows).toEqual([{ updated_by_name: left.name }]);
    expect((await here.businessUnit.get('/api/records/due')).body.kinds.find((one: { kind: string }) => one.kind === 'people').due).toBe(0);
  }, 60_000);
});

describe('a disposal', () => {
  it('needs the number of the preview, and proof of who asks', async () => {
    api.today('2026-11-22');
    await api.administrator.query("insert into app.mail (id, partnership_id, address, subject, body, created_at) values (gen_random_uuid(), $1, 'old@example.org', 'Old', '', '2020-01-01')", [here.id]);
    const { body: { asOf, total } } = await here.businessUnit.get('/api/records/due');
    await justProved(api);
    expect(await here.businessUnit.post('/api/records/disposals', { asOf, confirm: total + 1 })).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', faults: [{ where: 'confirm', detail: `Type ${total} to confirm.` }] } });
    expect(await here.businessUnit.post('/api/records/disposals', { asOf: '2026-11-21', confirm: total })).toMatchObject({ status: 409 });
    await justProved(api, '2026-11-22T11:00:00Z');
    expect(await here.businessUnit.post('/api/records/disposals', { asOf, confirm: total })).toMatchObject({ status: 403, body: { code: 'proof-needed' } });
  });

  it('finds nothing while everything is held, and a hold is lifted once', async () => {
    const { body: hold } = await here.businessUnit.post('/api/records/holds', { organisationId: null, roundId: null, reason: 'An inquiry' });
    const { body: { total, kinds } } = await here.businessUnit.get('/api/records/due');
    expect([total, kinds.find((one: { kind: string }) => one.kind === 'mail').held > 0]).toEqual([0, true]);
    await justProved(api);
    expect(await here.businessUnit.post('/api/records/disposals', { asOf: '2026-11-22', confirm: 1 })).toMatchObject({ status: 409 });
    expect(await here.businessUnit.post(`/api/records/holds/${hold.id}/lift`)).toMatchObject({ status: 200, body: { liftedBy: 'Priya Shah' } });
    expect(await here.businessUnit.post(`/api/records/holds/${hold.id}/lift`)).toMatchObject({ status: 409 });
    expect((await here.businessUnit.get('/api/records/due')).body.total).toBeGreaterThan(0);
  });

  it('is asked for once, however many ask at the same moment', async () => {
    const { body: { asOf, total } } = await here.businessUnit.get('/api/records/due');
    await justProved(api);
    const answers = await Promise.all(Array.from({ length: 5 }, () => here.businessUnit.post('/api/records/disposals', { asOf, confirm: total })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
  });

  it('reaches nothing of another partnership', async () => {
    const there = await anotherPartnership(api);
    await until(async () => (await here.businessUnit.get('/api/records/disposals')).body.every(({ state }: { state: string }) => state === 'done'));
    for (const { id } of [here, there]) {
      await api.administrator.query("insert into app.mail (id, partnership_id, address, subject, body, created_at) values (gen_random_uuid(), $1, 'old@example.org', 'Old', '', '2020-01-01')", [id]);
    }
    expect((await disposed(api, here.businessUnit)).counts).toEqual({ mail: 1 });
    expect((await api.administrator.query('select count(*)::int as count from app.mail where partnership_id = $1', [there.id])).rows[0].count).toBe(1);
    expect((await there.businessUnit.get('/api/records/disposals')).body).toEqual([]);
  });
});
