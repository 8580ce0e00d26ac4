import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRegister, columnsOf2021, sample, upload } from './register-files';
import { aPartnership, aPerson, aSchool, anAgency, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

const unknown = '0198c0de-7000-7000-8000-000000000001';

describe('the register of schools', () => {
  let api: RunningApi;
  let here: Partnership;
  beforeAll(async () => {
    api = await startApi();
    api.today('2026-09-10');
    here = await aPartnership(api);
  });
  afterAll(() => api.stop());

  const changesOf = (body: { changes: { kind: string; urn: string }[] }) => body.changes.map(({ kind, urn }) => `${kind} ${urn}`);
  const register = async () => (await here.businessUnit.get('/api/organisations')).body;

  it('shows what a published register would change, and changes nothing yet', async () => {
    const { status, body } = await upload(here.businessUnit, sample);
    expect({ status, ...body }).toMatchObject({
      status: 201, fileName: 'edubasealldata20260901.csv', uploadedBy: 'Priya Shah', appliedAt: null, rows: 4, concerned: 4, unchanged: 0, moves: ['apply'],
    });
    expect(changesOf(body)).toEqual(['opened 990001', 'opened 990002', 'opened 990004']);
    expect(body.changes[1]).toEqual({
      kind: 'opened', urn: '990002', name: 'Invented Academy', detail: 'Joins the register: Academy converter, phase Secondary, open since 1 September 2025.',
    });
    expect(await register()).toMatchObject({ total: 0, page: 1, pages: 1, items: [] });
  });

  it('follows a school that became an academy to its new URN, and keeps accents and commas', async () => {
    const old = await aSchool(api, { urn: '990003', name: 'Invented School', phase: 'secondary', type: 'Foundation school', postcode: 'ZZ2 2ZZ', areaId: here.areas[1]!.id });
    const { body: preview } = await upload(here.businessUnit, sample);
    expect(preview.changes).toContainEqual({
      kind: 'converted', urn: '990002', name: 'Invented Academy',
      detail: 'Invented School (URN 990003) becomes Invented Academy (URN 990002) from 1 September 2025; its history follows.',
    });
    const { status, body } = await here.businessUnit.post(`/api/register-imports/${preview.id}/apply`);
    expect({ status, ...body }).toMatchObject({ status: 200, changes: preview.changes, moves: [] });
    expect(body.appliedAt).not.toBeNull();

    const { items } = await register();
    expect(items).toHaveLength(4);
    expect(items.find((one: { urn: string }) => one.urn === '990001')).toMatchObject({
      name: "St Éxample's C of E Primary, School", phase: 'primary', area: { laCode: '806' }, head: 'Mrs Test Sample', pupils: 214, features: ['maintained', 'early-years'],
    });
    expect(items.find((one: { urn: string }) => one.urn === '990004')).toMatchObject({
      phase: 'special', status: 'proposed-to-close', features: ['independent', 'special', 'boarding'],
    });
    const academy = items.find((one: { urn: string }) => one.urn === '990002');
    expect((await here.businessUnit.get(`/api/organisations/${academy.id}`)).body).toMatchObject({
      status: 'open', openedOn: '2025-09-01', trust: 'INVENTED LEARNING TRUST', predecessor: { id: old.id, name: 'Invented School' },
    });
    expect((await here.businessUnit.get(`/api/organisations/${old.id}`)).body).toMatchObject({ status: 'closed', closedOn: '2025-08-31', predecessor: null });
    const { rows } = await api.administrator.query(
      'select o.urn, p.from_on::text, p.to_on::text from app.participation p join app.organisation o on o.id = p.organisation_id where urn in ($1, $2) order by urn', ['990002', '990003']);
    expect(rows).toEqual([{ urn: '990002', from_on: '2025-09-01', to_on: null }, { urn: '990003', from_on: '2020-01-01', to_on: '2025-08-31' }]);
  });
});
