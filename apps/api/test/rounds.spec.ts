import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { aPartnership, aPerson, aRound, aSchool, anAgency, anOpenRound, anotherPartnership, returnOf, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

const everybody = { areaIds: [], phases: [], sectors: [], types: [] };
const unknown = '0198c0de-7000-7000-8000-000000000001';

describe('rounds', () => {
  let api: RunningApi;
  let here: Partnership;
  let elsewhere: Partnership;
  let unit: Client;
  let versionId: string;
  let schools: { id: string }[];
  beforeAll(async () => {
    api = await startApi();
    api.today('2026-09-10');
    here = await aPartnership(api);
    unit = here.businessUnit;
    elsewhere = await anotherPartnership(api);
    versionId = (await unit.get('/api/templates')).body.find((one: { code: string }) => one.code === 'section-175').versionId;
    schools = [
      await aSchool(api, { name: 'Alder Primary' }),
      await aSchool(api, { name: 'Beech Nursery', phase: 'nursery', features: ['maintained', 'early-years'] }),
      await aSchool(api, { name: 'cedar Academy', phase: 'secondary', type: 'Academy converter', features: ['academy', 'sixth-form'], areaId: here.areas[1]!.id, status: 'proposed-to-close' }),
    ];
    await aSchool(api, { name: 'Closed', status: 'closed' });
    await aSchool(api, { name: 'Left', toOn: '2026-09-10' });
    await aSchool(api, { name: 'Not yet here', fromOn: '2026-09-11' });
    await aSchool(api, { name: 'Elsewhere', partnershipId: elsewhere.id });
    await anAgency(api, { name: 'Police' });
    await anAgency(api, { name: 'Borough council', sector: 'local-authority', areaId: here.areas[1]!.id });
  });
  afterAll(() => api.stop());

  const draft = (changes: object = {}) => unit.post('/api/rounds', {
    templateVersionId: versionId, name: 'Section 175 return', opensOn: '2026-09-14', dueOn: '2026-12-11', finalOn: '2027-01-29', audience: everybody, ...changes,
  });
  const rounds = async () => (await unit.get('/api/rounds')).body;

  describe('whom an audience would ask', () => {
    const ask = async (audience: object, code = 'section-175') => {
      const template = (await unit.get('/api/templates')).body.find((one: { code: string }) => one.code === code);
      const { body } = await unit.post('/api/rounds/audience', { templateVersionId: template.versionId, audience: { ...everybody, ...audience } });
      return body.organisations.map(({ name }: { name: string }) => name);
    };

    it('is everybody who takes part today and is of the kind the questionnaire is for', async () => {
      expect(await ask({})).toEqual(['Alder Primary', 'Beech Nursery', 'cedar Academy']);
      expect(await ask({}, 'section-11')).toEqual(['Borough council', 'Police']);
    });

    it('is chosen by area, phase, sector and type', async () => {
      expect(await ask({ areaIds: [here.areas[1]!.id] })).toEqual(['cedar Academy']);
      expect(await ask({ phases: ['nursery', 'secondary'] })).toEqual(['Beech Nursery', 'cedar Academy']);
      expect(await ask({ types: ['Academy converter'] })).toEqual(['cedar Academy']);
      expect(await ask({ sectors: ['police'] }, 'section-11')).toEqual(['Police']);
      expect(await ask({ areaIds: [here.areas[0]!.id] }, 'section-11')).toEqual(['Police']);
    });

    it('comes with its groups in words and the types to choose from', async () => {
      const { body } = await unit.post('/api/rounds/audience', { templateVersionId: versionId, audience: { ...everybody, phases: ['nursery'] } });
      expect(body).toEqual({
        count: 1, organisations: [{ id: schools[1]!.id, name: 'Beech Nursery', group: 'Nursery', area: here.areas[0]!.name }],
        types: ['Academy converter', 'Community school'],
      });
    });

    it.each([
      [{ phases: ['toddlers'] }, 400], [{ areaIds: 'all' }, 400], [{ colours: [] }, 400], [{ areaIds: [unknown] }, 200],
    ])('refuses %j with %i', async (audience, status) => {
      expect((await unit.post('/api/rounds/audience', { templateVersionId: versionId, audience: { ...everybody, ...audience } })).status).toBe(status);
    });
  });

  describe('a draft', () => {
    it('says who will be asked what by when, and what may be done now', async () => {
      const { status, body } = await draft({ name: '  First return  ' });
      expect({ status, ...body }).toMatchObject({
        status: 201, name: 'First return', reference: 'S175-2627', state: 'draft', opensOn: '2026-09-14', dueOn: '2026-12-11', finalOn: '2027-01-29', audience: everybody,
        denominator: null, denominatorOn: null, submitted: null, previousRound: null, moves: ['open'],
        template: { versionId, code: 'section-175', edition: '2026-27', audience: 'school' },
      });
      expect((await unit.get(`/api/rounds/${body.id}/board`)).body).toMatchObject({ denominator: 0, submitted: 0, responseRate: null, rows: [] });
    });

    it.each<[string, object, string]>([
      ['a name that is taken', { name: 'first RETURN' }, 'name'],
      ['a name of spaces', { name: '     ' }, 'name'],
      ['a due date before the opening', { opensOn: '2026-12-12' }, 'dueOn'],
      ['a final date before the due date', { finalOn: '2026-12-10' }, 'finalOn'],
      ['a final date in the past', { opensOn: '2025-09-14', dueOn: '2025-12-11', finalOn: '2026-01-29' }, 'finalOn'],
      ['a final date far away', { finalOn: '2037-01-29' }, 'finalOn'],
      ['an opening far away', { opensOn: '2036-09-14', dueOn: '2036-12-11', finalOn: '2037-01-29' }, 'opensOn'],
      ['nobody to ask', { audience: { ...everybody, phases: ['special'] } }, 'audience'],
      ['an area of another partnership', { audience: { ...everybody, areaIds: [unknown] } }, 'audience.areaIds'],
    ])('is refused with %s', async (_, changes, where) => {
      const before = await rounds();
      const { status, body } = await draft({ name: 'Refused', ...changes });
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'round-not-accepted' });
      expect(body.faults.map((fault: { where: string }) => fault.where)).toEqual([where]);
      expect(await rounds()).toEqual(before);
    });

    it.each<[string, object]>([
      ['a date that is none', { dueOn: '2026-02-30' }], ['an unknown property', { colour: 'blue' }], ['a name that is a number', { name: 5 }],
      ['a name far too long', { name: 'x'.repeat(121) }], ['no audience', { audience: undefined }], ['a template that is no identifier', { templateVersionId: 'section-175' }],
      ['a character that cannot be stored', { name: 'Round \0 one' }],
    ])('is refused with %s', async (_, changes) => {
      expect(await draft({ name: 'Refused', ...changes })).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    });

    it('cannot be made from a questionnaire that is not there, or not ours', async () => {
      expect(await draft({ templateVersionId: unknown })).toMatchObject({ status: 404 });
      const theirs = await elsewhere.businessUnit.post('/api/rounds', { templateVersionId: versionId, name: 'Theirs', opensOn: '2026-09-14', dueOn: '2026-12-11', finalOn: '2027-01-29', audience: everybody });
      expect(theirs).toMatchObject({ status: 404, body: { code: 'not-found' } });
    });

    it('gets a reference of its own', async () => {
      expect((await draft({ name: 'Second return' })).body.reference).toBe('S175-2627-2');
    });
  });

  it('opens for everybody in its audience as they are that day, and stays so', async () => {
    const round = await anOpenRound(unit, { name: 'Frozen' });
    expect(round).toMatchObject({ state: 'open', denominator: 3, denominatorOn: '2026-09-10', submitted: 0, moves: ['close'] });
    await api.administrator.query("update app.organisation set name = 'Renamed', phase = 'special' where id = $1", [schools[0]!.id]);
    await aSchool(api, { name: 'Latecomer' });
    const { rows } = (await unit.get(`/api/rounds/${round.id}/board`)).body;
    expect(rows.map((row: { organisationName: string; group: string; area: string }) => [row.organisationName, row.group, row.area])).toEqual([
      ['Alder Primary', 'Primary', here.areas[0]!.name], ['Beech Nursery', 'Nursery', here.areas[0]!.name], ['cedar Academy', 'Secondary', here.areas[1]!.name]]);
    const required = rows.map((row: { required: number }) => row.required);
    expect(Math.min(...required)).toBeGreaterThan(30);
    expect(new Set(required).size).toBeGreaterThan(1);
    const { rows: frozen } = await api.administrator.query('select organisation_name, type, features, peer_group from app.round_member where round_id = $1 order by organisation_name', [round.id]);
    expect(frozen[2]).toEqual({ organisation_name: 'cedar Academy', type: 'Academy converter', features: ['academy', 'sixth-form'], peer_group: 'secondary-16-plus' });
    await api.administrator.query("delete from app.participation where organisation_id in (select id from app.organisation where name = 'Latecomer')");
    await api.administrator.query("update app.organisation set name = 'Alder Primary', phase = 'primary' where id = $1", [schools[0]!.id]);
  });

  it('knows the round before it', async () => {
    api.today('2025-09-10');
    const last = await anOpenRound(unit, { name: 'Agencies 2025', code: 'section-11', opensOn: '2025-09-14', dueOn: '2025-12-11', finalOn: '2026-01-29' });
    await aRound(unit, { name: 'Never opened', code: 'section-11', opensOn: '2025-10-14', dueOn: '2025-12-11', finalOn: '2026-01-29' });
    api.today('2026-09-10');
    const { id } = await aRound(unit, { name: 'Agencies 2026', code: 'section-11' });
    expect((await unit.get(`/api/rounds/${id}`)).body).toMatchObject({ reference: 'S11-2627-3', previousRound: { id: last.id, name: 'Agencies 2025' } });
    expect((await rounds()).map(({ opensOn }: { opensOn: string }) => opensOn)).toEqual([...(await rounds()).map(({ opensOn }: { opensOn: string }) => opensOn)].sort().reverse());
  });

  it('opens once, when two people press the button together', async () => {
    const { id } = await aRound(unit);
    const answers = await Promise.all([1, 2, 3].map(() => unit.post(`/api/rounds/${id}/open`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('already-done');
    const { rows } = await api.administrator.query('select count(*)::int as members from app.round_member where round_id = $1', [id]);
    expect(rows[0]).toEqual({ members: 3 });
  });

  it('closes once, and only when it was open', async () => {
    const { id } = await aRound(unit);
    expect(await unit.post(`/api/rounds/${id}/close`)).toMatchObject({ status: 409, body: { code: 'round-not-open' } });
    await unit.post(`/api/rounds/${id}/open`);
    expect(await unit.post(`/api/rounds/${id}/close`)).toMatchObject({ status: 200, body: { state: 'closed', moves: [], denominator: 3 } });
    for (const move of ['close', 'open']) expect(await unit.post(`/api/rounds/${id}/${move}`)).toMatchObject({ status: 409, body: { code: 'already-done' } });
  });

  it('does not open when its last day has passed or nobody is left to ask, and asks nobody then', async () => {
    const late = await aRound(unit);
    api.today('2027-01-30');
    expect(await unit.post(`/api/rounds/${late.id}/open`)).toMatchObject({ status: 422, body: { code: 'round-not-accepted', faults: [{ where: 'finalOn' }] } });
    api.today('2026-09-10');
    const academies = await aRound(unit, { audience: { types: ['Academy converter'] } });
    await api.administrator.query("update app.organisation set status = 'closed' where id = $1", [schools[2]!.id]);
    expect(await unit.post(`/api/rounds/${academies.id}/open`)).toMatchObject({ status: 422, body: { faults: [{ where: 'audience' }] } });
    await api.administrator.query("update app.organisation set status = 'open' where id = $1", [schools[2]!.id]);
    for (const { id } of [late, academies]) expect((await unit.get(`/api/rounds/${id}`)).body).toMatchObject({ state: 'draft', denominator: null });
    expect((await api.administrator.query('select from app.round_member where round_id in ($1, $2)', [late.id, academies.id])).rowCount).toBe(0);
  });

  describe('the return board', () => {
    it('shows who has returned on the stored base, and whom to chase first', async () => {
      const round = await anOpenRound(unit, { name: 'Watched' });
      const put = async (school: number, changes: string) => api.administrator.query(`update app.submission set ${changes} where id = $1`, [await returnOf(api, round, schools[school]!)]);
      // half past eleven at night in summer is the next day's half past midnight in England
      await put(0, "state = 'submitted', answered = 50, submitted_at = '2026-09-30T23:30:00Z'");
      await put(2, "state = 'in-progress', answered = 4, last_saved_at = '2026-09-20T10:00:00Z'");
      const board = async () => (await unit.get(`/api/rounds/${round.id}/board`)).body;
      const states = async () => (await board()).rows.map((row: { organisationName: string; state: string }) => `${row.organisationName} ${row.state}`);

      expect(await board()).toMatchObject({ asOf: '2026-09-10T12:00:00.000Z', submitted: 1, denominator: 3, responseRate: 33.3, pastDue: false, round: { submitted: 1 } });
      expect(await states()).toEqual(['Beech Nursery not-started', 'cedar Academy in-progress', 'Alder Primary submitted']);
      expect((await board()).counts.filter(({ count }: { count: number }) => count > 0)).toEqual([
        { state: 'not-started', count: 1 }, { state: 'in-progress', count: 1 }, { state: 'submitted', count: 1 }]);
      expect((await board()).rows[1]).toMatchObject({ answered: 4, lastSavedAt: '2026-09-20T10:00:00.000Z', submittedAt: null });

      api.today('2026-12-12');
      expect(await board()).toMatchObject({ pastDue: true, submitted: 1 });
      expect(await states()).toEqual(['Beech Nursery overdue', 'cedar Academy overdue', 'Alder Primary submitted']);
      await put(1, "state = 'submitted', submitted_at = '2026-12-12T00:10:00Z'");
      expect(await states()).toEqual(['cedar Academy overdue', 'Beech Nursery submitted-late', 'Alder Primary submitted']);
      expect(await board()).toMatchObject({ submitted: 2, responseRate: 66.7 });
      await api.administrator.query("update app.round_member set exempt_reason = 'Merged' where round_id = $1 and organisation_id = $2", [round.id, schools[1]!.id]);
      expect(await states()).toEqual(['cedar Academy overdue', 'Alder Primary submitted', 'Beech Nursery exempt']);
      expect(await board()).toMatchObject({ submitted: 1, denominator: 2, responseRate: 50, round: { submitted: 1, denominator: 2 } });
      expect((await unit.get(`/api/rounds/${round.id}/response-rates`)).body.total).toMatchObject({ submitted: 1, denominator: 2, percent: 50 });
      api.today('2026-09-10');
    });
  });

  describe('who may', () => {
    it('lets the Q&P group and the executive see how far rounds are, and change nothing', async () => {
      const round = await anOpenRound(unit);
      for (const role of ['qp-member', 'executive', 'scrutineer'] as const) {
        const client = await signedIn(api, await aPerson(api, { role }));
        expect((await client.get(`/api/rounds/${round.id}`)).body).toMatchObject({ submitted: 0, denominator: 3, moves: [] });
        expect((await client.get('/api/rounds')).body.length).toBeGreaterThan(3);
        expect(await client.get(`/api/rounds/${round.id}/board`)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
        expect((await client.post(`/api/rounds/${round.id}/close`)).status).toBe(403);
      }
    });

    it('keeps rounds from schools, and from another partnership as if they were not there', async () => {
      const round = await anOpenRound(unit);
      const lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: schools[0]!.id }));
      for (const path of ['/api/rounds', `/api/rounds/${round.id}`, `/api/rounds/${round.id}/board`]) expect((await lead.get(path)).status).toBe(403);
      expect((await lead.post('/api/rounds', {})).status).toBe(403);
      expect((await elsewhere.businessUnit.get('/api/rounds')).body).toEqual([]);
      for (const id of [round.id, unknown, 'first']) {
        for (const path of ['', '/board']) expect(await elsewhere.businessUnit.get(`/api/rounds/${id}${path}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
        for (const move of ['open', 'close']) expect(await elsewhere.businessUnit.post(`/api/rounds/${id}/${move}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
      }
    });
  });
});
