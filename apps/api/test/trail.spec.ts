import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { ContextSigner, Database, type SignedInCaller } from '@attest/shared/api';
import type { Client } from './client';
import { aQuestionnaire, aRound, answerAll, declaration, manyQuestions, published, rated, save, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';

describe('the trail', () => {
  let api: RunningApi;
  let partnership: Partnership;
  let school: { id: string; name: string };
  let version: Published;
  let returnId: string;
  let lead: Client;
  let jamila: Person;
  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    partnership = await aPartnership(api);
    school = await aSchool(api);
    const template = aQuestionnaire();
    version = await published(api, partnership.id, { ...template, sections: [...template.sections, manyQuestions(60)] });
    returnId = (await aRound(api, version, [school.id])).returnOf(school);
    jamila = await aPerson(api, { role: 'lead', organisationId: school.id, name: 'Jamila Ahmed' });
    lead = await signedIn(api, jamila);
  });
  afterAll(() => api.stop());

  const latest = async () => (await trailOf(api, partnership.id)).at(-1)!;
  const length = async () => (await trailOf(api, partnership.id)).length;

  it('begins with the partnership, and says who signed in', async () => {
    const [first, second] = await trailOf(api, partnership.id);
    expect(first).toMatchObject({ seq: 1, actor: 'Priya Shah', route: 'POST /first-administrator', thing_kind: 'partnership', thing_id: partnership.id });
    expect(second).toMatchObject({ seq: 2, actor: 'Priya Shah', action: 'session.start', outcome: 'done', session_id: expect.any(String) });
  });

  it('tells of a saved answer: who, which return, which question, whose, and nothing that was written', async () => {
    const saved = await save(lead, returnId, version.id('training'), rated('green', 'Mrs Smith was trained in June.'));
    expect(saved.status).toBe(200);
    const event = await latest();
    expect(event).toMatchObject({
      person_id: jamila.id, actor: 'Jamila Ahmed', action: 'submission.answer', route: 'PUT /submissions/:id/answers/:questionId', outcome: 'done',
      thing_kind: 'submission', thing_id: returnId, organisation_id: school.id, detail: { answer: version.id('training') },
    });
    expect(JSON.stringify(event)).not.toContain('Smith');
  });

  it('tells of a lost race, whose words are kept', async () => {
    expect((await save(lead, returnId, version.id('policy'), rated('green'))).status).toBe(200);
    expect((await save(lead, returnId, version.id('policy'), rated('red'), 0)).status).toBe(409);
    expect(await latest()).toMatchObject({ action: 'submission.answer', outcome: 'changed-meanwhile' });
  });

  it('tells nothing of what was undone', async () => {
    const before = await length();
    expect((await save(lead, returnId, version.id('policy'), rated('purple'), 1)).status).toBe(422);
    const database = api.app.get(Database);
    const caller = { partnershipId: partnership.id, personId: jamila.id, sessionId: randomUUID(), name: '', email: '', memberships: [] };
    await expect(database.transaction(caller, 'write', async () => {
      database.record({ action: 'job.done' });
      throw new Error('broken');
    })).rejects.toThrow('broken');
    expect(await length()).toBe(before);
  });

  it('names what was made', async () => {
    const drafted = await partnership.businessUnit.post('/api/rounds', {
      templateVersionId: version.versionId, name: 'Autumn', opensOn: '2026-12-01', dueOn: '2026-12-11', finalOn: '2027-01-29', audience: { areaIds: [], phases: [], sectors: [], types: [] },
    });
    expect(drafted.status).toBe(201);
    expect(await latest()).toMatchObject({ action: 'round.manage', route: 'POST /rounds', thing_kind: 'round', thing_id: drafted.body.id });
  });

  it('tells when somebody reads another organisation’s return, and not when it is their own', async () => {
    const handedIn = (await aRound(api, version, [school.id])).returnOf(school);
    await answerAll(lead, version, handedIn);
    expect((await lead.post(`/api/submissions/${handedIn}/submit`, declaration)).status).toBe(200);
    expect(await latest()).toMatchObject({ action: 'submission.submit', thing_id: handedIn, organisation_id: school.id });
    const before = await length();
    expect((await lead.get(`/api/submissions/${handedIn}`)).status).toBe(200);
    expect(await length()).toBe(before);
    expect((await partnership.businessUnit.get(`/api/submissions/${handedIn}`)).status).toBe(200);
    expect(await latest()).toMatchObject({ actor: 'Priya Shah', route: 'GET /submissions/:id', thing_id: handedIn, organisation_id: school.id });
    expect(await length()).toBe(before + 1);
  });

  it('tells what somebody tried and may not do', async () => {
    const before = await length();
    expect((await lead.post(`/api/rounds/${randomUUID()}/close`)).status).toBe(403);
    expect(await latest()).toMatchObject({ actor: 'Jamila Ahmed', route: 'POST /rounds/:id/close', outcome: 'not-allowed' });
    expect((await save(lead, randomUUID(), version.id('policy'), rated('green'))).status).toBe(404);
    expect(await latest()).toMatchObject({ action: 'submission.answer', outcome: 'not-found' });
    expect((await lead.send('POST', `/api/submissions/${returnId}/submit`, declaration, { 'x-csrf-token': 'guessed' })).status).toBe(403);
    expect(await latest()).toMatchObject({ outcome: 'csrf-token-wrong', organisation_id: null });
    expect(await length()).toBe(before + 3);
  });

  it('lets nobody fill it with what they may not do', async () => {
    const viewer = await signedIn(api, await aPerson(api, { role: 'viewer', organisationId: school.id }));
    const before = await length();
    for (let tries = 0; tries < 40; tries++) expect((await viewer.post(`/api/rounds/${randomUUID()}/close`)).status).toBe(403);
    // the minute may turn in between
    expect(await length() - before).toBeGreaterThanOrEqual(30);
    expect(await length() - before).toBeLessThan(40);
  });

  it('tells of a sign-in that failed, and of signing out', async () => {
    const person = await aPerson(api, { role: 'viewer', organisationId: school.id, name: 'Sam Hill' });
    expect((await api.client().signIn(person.email, 'three noisy herons by the weir')).status).toBe(401);
    await new Promise((done) => setTimeout(done, 200));
    expect(await latest()).toMatchObject({ actor: 'Sam Hill', action: 'session.start', outcome: 'wrong-credentials', session_id: null });
    const client = await signedIn(api, person);
    expect((await client.delete('/api/session')).status).toBe(204);
    expect(await latest()).toMatchObject({ actor: 'Sam Hill', route: 'DELETE /session', outcome: 'done' });
  });

  it('has no gap and one order, however many write at once', async () => {
    const questions = Array.from({ length: 50 }, (_, at) => version.id(`many-${at + 1}`));
    // one return takes one change at a time, so there are five of them
    const others: { id: string; client: Client }[] = [];
    for (let school = 0; school < 5; school++) {
      const other = await aSchool(api);
      others.push({ id: (await aRound(api, version, [other.id])).returnOf(other), client: await signedIn(api, await aPerson(api, { role: 'lead', organisationId: other.id })) });
    }
    const start = await length();
    const answers = await Promise.all(questions.map((question, at) => save(others[at % 5]!.client, others[at % 5]!.id, question, rated('green'))));
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
    const events = await trailOf(api, partnership.id);
    expect(events.length).toBe(start + 50);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, at) => at + 1));
  });

  describe('asked as the application', () => {
    const caller = (changes: Partial<SignedInCaller> = {}): SignedInCaller =>
      ({ partnershipId: partnership.id, personId: jamila.id, sessionId: randomUUID(), name: '', email: '', memberships: [], ...changes });
    async function as<Row>(who: SignedInCaller | null, sql: string): Promise<Row[]> {
      const runner = api.app.get(DataSource).createQueryRunner();
      try {
        await runner.startTransaction();
        if (who) await runner.query("select set_config('app.context', $1, true)", [api.app.get(ContextSigner).sign(who)]);
        return await runner.query(sql);
      } finally {
        await runner.rollbackTransaction().catch(() => {});
        await runner.release();
      }
    }

    it.each([
      ['change it', "update app.audit_event set actor_label = 'Nobody'"], ['delete from it', 'delete from app.audit_event'], ['empty it', 'truncate app.audit_event'],
      ['add to it by hand', "insert into app.audit_event select * from app.audit_event limit 1"],
      ['move its end', 'update app.audit_head set seq = 0'], ['take its end away', 'delete from app.audit_head'],
      ['write in another’s name', "select app.append_event(app.partnership(), null, 'Somebody else', null, 'a', 'r', null, null, null, 'done', '{}')"],
      ['forget a name', `select app.erase_from_trail('${randomUUID()}')`],
      ['switch its guard off', 'alter table app.audit_event disable trigger all'],
      ['become its owner', 'set role attest_owner'], ['become who writes it', 'set role attest_scope'],
    ])('cannot %s', async (_, sql) => {
      await expect(as(caller(), sql)).rejects.toThrow(/permission denied|must be owner/);
    });

    it('records nothing without a caller', async () => {
      await expect(as(null, "select app.record('a', 'r', null, null, null, 'done', '{}')")).rejects.toThrow(/nothing is recorded without a caller/);
    });

    it('shows all of it to the business unit and the scrutineer, what concerns their organisation to a lead and an approver, and nothing to others', async () => {
      const other = await aSchool(api);
      const seen = async (person: Person, partnershipId = partnership.id) => {
        const rows = await as<{ organisation_id: string | null }>(caller({ personId: person.id, partnershipId }), 'select organisation_id from app.audit_event');
        return [...new Set(rows.map(({ organisation_id }) => organisation_id ?? 'none'))];
      };
      for (const role of ['business-unit', 'scrutineer'] as const) expect(await seen(await aPerson(api, { role }))).toEqual(expect.arrayContaining(['none', school.id]));
      for (const role of ['lead', 'approver'] as const) {
        expect([role, await seen(await aPerson(api, { role, organisationId: school.id }))]).toEqual([role, [school.id]]);
        expect([role, await seen(await aPerson(api, { role, organisationId: other.id }))]).toEqual([role, []]);
      }
      for (const role of ['contributor', 'viewer', 'trust-lead'] as const) expect([role, await seen(await aPerson(api, { role, organisationId: school.id }))]).toEqual([role, []]);
      for (const role of ['qp-member', 'executive'] as const) expect([role, await seen(await aPerson(api, { role }))]).toEqual([role, []]);
      const elsewhere = await anotherPartnership(api);
      const stranger = await aPerson(api, { role: 'business-unit', partnershipId: elsewhere.id });
      expect(await seen(stranger)).toEqual([]);
      expect((await as<{ partnership_id: string }>(caller({ personId: stranger.id, partnershipId: elsewhere.id }), 'select distinct partnership_id from app.audit_event')).map((row) => row.partnership_id)).toEqual([elsewhere.id]);
    });
  });

  it.each([
    ['change it', "update app.audit_event set actor_label = 'Nobody'"], ['delete from it', 'delete from app.audit_event'], ['empty it', 'truncate app.audit_event'],
    ['move its end back', 'update app.audit_head set seq = seq - 1'], ['take its end away', 'delete from app.audit_head'], ['empty the ends', 'truncate app.audit_head'],
    ['rewrite its end', "update app.audit_head set hash = 'x'"],
  ])('an administrator who does not go round the triggers cannot %s', async (_, sql) => {
    await expect(api.administrator.query(sql)).rejects.toThrow('the trail is only ever added to');
  });
});
