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
    const { status, body } = await upload(here.businessUnit, sample());
    expect({ status, ...body }).toMatchObject({
      status: 201, fileName: 'edubasealldata20260901.csv', uploadedBy: 'Priya Shah', appliedAt: null, rows: 4, concerned: 4, unchanged: 0, absent: 0, moves: ['apply'],
    });
    expect(changesOf(body)).toEqual(['opened 990001', 'opened 990002', 'opened 990004']);
    expect(body.changes[1]).toEqual({
      kind: 'opened', urn: '990002', name: 'Invented Academy', detail: 'Joins the register: Academy converter, phase Secondary, open since 1 September 2025.',
    });
    expect(await register()).toMatchObject({ total: 0, page: 1, pages: 1, items: [] });
  });

  it('follows a school that became an academy to its new URN, and keeps accents and commas', async () => {
    const old = await aSchool(api, { urn: '990003', name: 'Invented School', phase: 'secondary', type: 'Foundation school', postcode: 'ZZ2 2ZZ', areaId: here.areas[1]!.id });
    const { body: preview } = await upload(here.businessUnit, sample());
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

  it('changes nothing when the same register is applied or uploaded again', async () => {
    const before = await register();
    const { body: again } = await upload(here.businessUnit, sample());
    expect(again).toMatchObject({ concerned: 4, unchanged: 4, absent: 0, changes: [], moves: [] });
    expect(await here.businessUnit.post(`/api/register-imports/${again.id}/apply`)).toMatchObject({ status: 200 });
    expect(await here.businessUnit.post(`/api/register-imports/${again.id}/apply`)).toMatchObject({ status: 409, body: { code: 'already-done' } });
    expect(await register()).toEqual(before);
  });

  it('says in sentences what was and what will be, closes, renames and reopens', async () => {
    const now = aRegister([
      { 'URN': '990001', 'EstablishmentName': 'St Example Academy', 'NumberOfPupils': '220', 'HeadFirstName': 'Other', 'HeadLastName': 'Person' },
      { 'URN': '990004', 'LA (code)': '806', 'EstablishmentStatus (name)': 'Closed', 'CloseDate': '31-08-2026' },
    ]);
    const { body } = await upload(here.businessUnit, now);
    expect(body.changes.map(({ detail }: { detail: string }) => detail)).toEqual(expect.arrayContaining([
      "St Éxample's C of E Primary, School is now called St Example Academy.", 'Closed on 31 August 2026: it is no longer asked.',
      expect.stringContaining('pupils from 214 to 220'),
    ]));
    expect((await here.businessUnit.post(`/api/register-imports/${body.id}/apply`)).status).toBe(200);
    expect((await here.businessUnit.get('/api/organisations?status=closed')).body.items.map(({ urn }: { urn: string }) => urn).sort()).toEqual(['990003', '990004']);

    const { body: reopening } = await upload(here.businessUnit, aRegister([{ 'URN': '990004' }]));
    expect(changesOf(reopening)).toContain('reopened 990004');
    await here.businessUnit.post(`/api/register-imports/${reopening.id}/apply`);
    const { rows } = await api.administrator.query(
      "select from_on::text, to_on::text from app.participation p join app.organisation o on o.id = p.organisation_id where urn = '990004' order by from_on");
    expect(rows).toEqual([{ from_on: '2026-09-10', to_on: null }]);
  });

  it('refuses to apply what was not shown, because the register changed in between', async () => {
    const { body: first } = await upload(here.businessUnit, aRegister([{ 'URN': '991001' }]));
    const { body: second } = await upload(here.businessUnit, aRegister([{ 'URN': '991001' }, { 'URN': '991002' }]));
    await here.businessUnit.post(`/api/register-imports/${second.id}/apply`);
    expect((await here.businessUnit.get(`/api/register-imports/${first.id}`)).body).toMatchObject({ changes: [], moves: [] });
    expect(await here.businessUnit.post(`/api/register-imports/${first.id}/apply`)).toMatchObject({ status: 409, body: { code: 'register-changed' } });
    expect((await here.businessUnit.get(`/api/register-imports/${second.id}`)).body).toMatchObject({ moves: [], changes: [{ urn: '991001' }, { urn: '991002' }] });
  });

  it('lets two people apply one register at once only once', async () => {
    const { body } = await upload(here.businessUnit, aRegister([{ 'URN': '991101' }]));
    const answers = await Promise.all([1, 2].map(() => here.businessUnit.post(`/api/register-imports/${body.id}/apply`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('reads UTF-8 with its mark, the header of 2021, and a school that moves to another authority', async () => {
    const { body: utf8 } = await upload(here.businessUnit, `\ufeff${aRegister([{ 'URN': '991201', 'EstablishmentName': 'Schön Éxample' }], columnsOf2021)}\r\n`);
    expect(utf8).toMatchObject({ rows: 1, concerned: 1, changes: [{ kind: 'opened', name: 'Schön Éxample' }] });
    await here.businessUnit.post(`/api/register-imports/${utf8.id}/apply`);
    const { body: moved } = await upload(here.businessUnit, aRegister([
      { 'URN': '991201', 'EstablishmentName': 'Schön Éxample', 'LA (code)': '808', 'LA (name)': 'Stockton-on-Tees' }, { 'URN': '100001', 'LA (code)': '201' }]));
    expect(moved).toMatchObject({ rows: 2, concerned: 1 });
    expect(moved.changes[0].detail).toContain('ocal authority code from 806 to 808');
    await here.businessUnit.post(`/api/register-imports/${moved.id}/apply`);
    const { rows } = await api.administrator.query(
      "select to_on::text from app.participation p join app.organisation o on o.id = p.organisation_id where urn = '991201'");
    expect(rows).toEqual([{ to_on: '2026-09-10' }]);
  });

  describe('refuses, says where, and stores nothing:', () => {
    const broken = aRegister([{}, { 'URN': '992002', 'EstablishmentName': 'Here' }, { 'URN': '992003' }]);
    const many = Array.from({ length: 60 }, (_, index) => ({ 'URN': `9930${index}x` }));
    it.each<[string, string | Uint8Array, string | null, string]>([
      ['an empty file', '', null, 'The file is empty'],
      ['a header alone', aRegister([]), null, 'no schools'],
      ['a spreadsheet renamed to .csv', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), null, 'spreadsheet'],
      ['UTF-16', Buffer.from(aRegister([{}]), 'utf16le'), null, 'CSV UTF-8'],
      ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), null, 'not a CSV file'],
      ['some other CSV', 'name,colour\nanna,blue\n', 'row 1, column "URN"', 'not the register of schools'],
      ['prose', 'Dear all,\nthe register is attached.\n', 'row 1, column "URN"', 'not the register of schools'],
      ['a missing column', aRegister([{}], Object.keys({ 'URN': '', 'LA (code)': '' })), 'row 1, column "LA (name)"', 'columns are not those'],
      ['a column that is there twice', aRegister([{}]).replace('"EstablishmentNumber"', '"URN"'), 'row 1, column "URN"', 'columns are not those'],
      ['a URN that is there twice', aRegister([{}, { 'URN': '992001' }, {}]), 'row 4, column "URN"', 'has faults'],
      ['a quotation mark that is never closed', broken.replace('"Here"', '"Here'), 'row 3, column "EstablishmentName"', 'has faults'],
      ['a quotation mark inside a value', broken.replace('"Here"', 'He"re'), 'row 3, column "EstablishmentName"', 'has faults'],
      ['a row that is too short', `${broken}\r\n"992004","806"`, 'row 5, column "LA (name)"', 'has faults'],
      ['a URN that is none', aRegister([{}, { 'URN': '99200' }]), 'row 3, column "URN"', 'has faults'],
      ['a date that is none', aRegister([{ 'OpenDate': '31-02-2020' }]), 'row 2, column "OpenDate"', 'has faults'],
      ['a status that is none', aRegister([{ 'EstablishmentStatus (name)': 'Ajar' }]), 'row 2, column "EstablishmentStatus (name)"', 'has faults'],
      ['an authority that is none', aRegister([{}, { 'URN': '992001', 'LA (code)': '8O6' }]), 'row 3, column "LA (code)"', 'has faults'],
      ['an opening quotation mark before anything', '"URN', 'row 1, column "1"', 'has faults'],
      ['far too many faults', aRegister(many), 'row 12, column "URN"', 'has faults'],
    ])('%s', async (_, content, where, detail) => {
      const stored = () => api.administrator.query('select count(*)::int as imports from app.register_import').then(({ rows }) => rows[0]);
      const before = [await stored(), await register()];
      const { status, body } = await upload(here.businessUnit, content);
      expect({ status, code: body.code }).toEqual({ status: 422, code: 'file-not-accepted' });
      expect(body.detail).toContain(detail);
      if (where) expect(body.faults.map((fault: { where: string }) => fault.where)).toContain(where);
      expect(body.faults.length).toBeLessThanOrEqual(51);
      expect([await stored(), await register()]).toEqual(before);
    });

    it('says how many more faults there are', async () => {
      const { body } = await upload(here.businessUnit, aRegister(many));
      expect(body.faults.at(-1)).toEqual({ where: '', detail: 'and 10 more.' });
    });

    it('an upload without a file, in another field, twice, or that is not one', async () => {
      const form = new FormData();
      expect(await here.businessUnit.post('/api/register-imports', form)).toMatchObject({ status: 422, body: { code: 'file-not-accepted' } });
      expect(await here.businessUnit.post('/api/register-imports', { file: 'register.csv' })).toMatchObject({ status: 422, body: { code: 'file-not-accepted' } });
      expect(await upload(here.businessUnit, sample(), { field: 'register' })).toMatchObject({ status: 400, body: { code: 'malformed-body' } });
      form.append('file', new Blob(['a']), 'a.csv');
      form.append('file', new Blob(['b']), 'b.csv');
      expect(await here.businessUnit.post('/api/register-imports', form)).toMatchObject({ status: 400, body: { code: 'malformed-body' } });
      const cut = await here.businessUnit.send('POST', '/api/register-imports', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nURN', {
        'content-type': 'multipart/form-data; boundary=x' });
      expect(cut).toMatchObject({ status: 400, body: { code: 'malformed-body' } });
      const odd = await here.businessUnit.send('POST', '/api/register-imports', 'URN', { 'content-type': 'multipart/mixed; boundary=x' });
      expect(odd).toMatchObject({ status: 415, body: { code: 'unsupported-media-type' } });
    });

    it('keeps a file name to a length that can be shown', async () => {
      const { status, body } = await upload(here.businessUnit, sample(), { name: `${'x'.repeat(300)}.csv` });
      expect(status).toBe(201);
      expect(body.fileName).toMatch(/^x{196}\.csv$/);
    });
  });
});

describe('the register of organisations', () => {
  let api: RunningApi;
  let here: Partnership;
  let elsewhere: Partnership;
  beforeAll(async () => {
    api = await startApi();
    here = await aPartnership(api);
    elsewhere = await anotherPartnership(api, { areas: [{ name: 'Elsewhere', laCode: '999' }] });
  });
  afterAll(() => api.stop());

  it('lists schools and agencies, fifty a page, and finds them by what they are', async () => {
    for (let number = 1; number <= 51; number += 1) await aSchool(api, { name: `Oak ${String(number).padStart(2, '0')}`, urn: String(300_000 + number) });
    await aSchool(api, { name: 'Ash 100% Free', phase: 'special', areaId: here.areas[1]!.id });
    await anAgency(api, { name: 'Cleveland Police' });
    const names = async (query: string) => (await here.businessUnit.get(`/api/organisations?${query}`)).body.items.map(({ name }: { name: string }) => name);
    expect((await here.businessUnit.get('/api/areas')).body).toEqual(here.areas);
    expect((await here.businessUnit.get('/api/organisations')).body).toMatchObject({ total: 53, page: 1, pages: 2 });
    expect(await names('page=2')).toEqual(['Oak 49', 'Oak 50', 'Oak 51']);
    expect(await names('page=3')).toEqual([]);
    expect(await names('kind=agency')).toEqual(['Cleveland Police']);
    expect(await names('sector=police')).toEqual(['Cleveland Police']);
    expect(await names(`areaId=${here.areas[1]!.id}`)).toEqual(['Ash 100% Free']);
    expect(await names('phase=special')).toEqual(['Ash 100% Free']);
    expect(await names('search=0%25%20fr')).toEqual(['Ash 100% Free']);
    expect(await names('search=300007')).toEqual(['Oak 07']);
    expect(await names('search=%00')).toHaveLength(50);
    expect(await names('status=closed')).toEqual([]);
  });

  it.each(['page=0', 'page=two', 'page=-1', 'areaId=nowhere', 'phase=toddlers', 'kind=', 'colour=blue', 'search=' + 'x'.repeat(101)])('refuses the filter %s', async (query) => {
    expect(await here.businessUnit.get(`/api/organisations?${query}`)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  it('shows a school itself and no other, and lets it import nothing', async () => {
    const mine = await aSchool(api, { name: 'Mine' });
    const other = await aSchool(api, { name: 'Other' });
    const lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: mine.id }));
    expect((await lead.get('/api/organisations')).body).toMatchObject({ total: 1, items: [{ name: 'Mine' }] });
    expect((await lead.get(`/api/organisations/${mine.id}`)).status).toBe(200);
    const hidden = await lead.get(`/api/organisations/${other.id}`);
    expect(hidden).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await lead.get(`/api/organisations/${unknown}`)).body).toEqual(hidden.body);
    const academy = await aSchool(api, { name: 'Mine, an academy', predecessorId: mine.id });
    const successor = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: academy.id }));
    expect((await successor.get(`/api/organisations/${academy.id}`)).body.predecessor).toEqual({ id: mine.id, name: 'Mine' });
    expect((await successor.get(`/api/organisations/${mine.id}`)).status).toBe(200);
    expect((await lead.get(`/api/organisations/${academy.id}`)).status).toBe(404);
    expect(await upload(lead, sample())).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await lead.post(`/api/register-imports/${unknown}/apply`)).toMatchObject({ status: 403 });
  });

  it('keeps two partnerships apart, and knows a school they share as one', async () => {
    const { body: ours } = await upload(here.businessUnit, aRegister([{ 'URN': '994001' }]));
    const applied = await here.businessUnit.post(`/api/register-imports/${ours.id}/apply`);
    expect(applied.status).toBe(200);
    const { body: list } = await here.businessUnit.get('/api/organisations?search=994001');
    for (const path of [`/api/organisations/${list.items[0].id}`, `/api/register-imports/${ours.id}`]) {
      expect(await elsewhere.businessUnit.get(path)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    }
    expect(await elsewhere.businessUnit.post(`/api/register-imports/${ours.id}/apply`)).toMatchObject({ status: 404 });

    const { body: theirs } = await upload(elsewhere.businessUnit, aRegister([{ 'URN': '994001', 'LA (code)': '999', 'LA (name)': 'Elsewhere', 'NumberOfPupils': '300' }]));
    expect(theirs.changes).toMatchObject([{ kind: 'opened', urn: '994001' }]);
    expect((await elsewhere.businessUnit.post(`/api/register-imports/${theirs.id}/apply`)).status).toBe(200);
    expect((await elsewhere.businessUnit.get('/api/organisations')).body).toMatchObject({ total: 1, items: [{ id: list.items[0].id, pupils: 300, area: { name: 'Elsewhere' } }] });
  });
});
