import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let here: Partnership;
beforeAll(async () => {
  api = await startApi();
  here = await aPartnership(api);
  api.today('2026-11-22');
});
afterAll(() => api.stop());

const police = { name: 'Riverland Police', sector: 'police', features: ['statutory'], areaId: null as string | null };

describe('an agency', () => {
  it('is added, put right and ended, and keeps its place in the register', async () => {
    const { status, body: added } = await here.businessUnit.post('/api/agencies', police);
    expect([status, added]).toMatchObject([201, { kind: 'agency', name: 'Riverland Police', sector: 'police', area: null, features: ['statutory'], status: 'open' }]);
    const area = here.areas[0]!;
    const edited = await here.businessUnit.put(`/api/agencies/${added.id}`, { ...police, name: ' Riverland Constabulary ', features: ['statutory', 'commissions'], areaId: area.id });
    expect(edited).toMatchObject({ status: 200, body: { name: 'Riverland Constabulary', area, features: ['statutory', 'commissions'] } });
    expect(await here.businessUnit.post(`/api/agencies/${added.id}/end`)).toMatchObject({ status: 200, body: { status: 'closed', closedOn: '2026-11-22' } });
    expect(await here.businessUnit.post(`/api/agencies/${added.id}/end`)).toMatchObject({ status: 409, body: { code: 'already-done' } });
    expect(await here.businessUnit.put(`/api/agencies/${added.id}`, police)).toMatchObject({ status: 409 });
    expect((await here.businessUnit.get('/api/organisations?kind=agency&status=closed')).body.total).toBe(1);
  });

  it('has a name of its own, however many add it at once', async () => {
    const answers = await Promise.all(['Kite Charity', 'kite charity', 'KITE CHARITY'].map((name) => here.businessUnit.post('/api/agencies', { ...police, name, sector: 'voluntary' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
    expect(answers.find(({ status }) => status === 400)!.body.faults).toMatchObject([{ where: 'name', detail: expect.stringContaining('already') }]);
  });

  it.each([
    [{ name: '  ' }, 'name'], [{ sector: 'circus' }, 'sector'], [{ features: ['academy'] }, 'features'], [{ areaId: '0198c0de-7000-7000-8000-000000000001' }, 'areaId'],
  ])('is not added with %j', async (wrong, where) => {
    expect(await here.businessUnit.post('/api/agencies', { ...police, name: 'Another agency', ...wrong })).toMatchObject({ status: 400, body: { faults: [{ where }] } });
  });

  it('is no school, which the national register keeps', async () => {
    const school = await aSchool(api);
    expect(await here.businessUnit.put(`/api/agencies/${school.id}`, { ...police, name: 'Not a school' })).toMatchObject({ status: 403, body: { detail: expect.stringContaining('national register') } });
    expect(await here.businessUnit.post(`/api/agencies/${school.id}/end`)).toMatchObject({ status: 403 });
  });

  it('is for the business unit alone', async () => {
    for (const role of ['qp-member', 'executive', 'scrutineer'] as const) {
      expect((await (await signedIn(api, await aPerson(api, { role }))).post('/api/agencies', police)).status).toBe(403);
    }
  });
});
