import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WORKBOOK_TYPE, readFirstSheet, writeWorkbook } from '@attest/shared/api';
import type { Client } from './client';
import { invite } from './invitation-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let here: Partnership;
let oak: { id: string; name: string; urn: string };
let ash: { id: string; name: string; urn: string };
beforeAll(async () => {
  api = await startApi();
  here = await aPartnership(api);
  oak = await aSchool(api, { name: 'Oakfield Primary School' });
  ash = await aSchool(api, { name: 'Ashdene School' });
});
afterAll(() => api.stop());

interface Row { row: number; place: string; invitation: object | null; problems: { column: string; detail: string }[] }
const checkText = (text: string, client: Client = here.businessUnit) => client.post('/api/invitations/check', { text });
const checkFile = (bytes: Uint8Array | string, name = 'people.xlsx', client: Client = here.businessUnit) => {
  const form = new FormData();
  form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), name);
  return client.post('/api/invitations/check-file', form);
};
const aWorkbook = (rows: readonly (readonly string[])[], header = ['Name', 'E-mail address', 'Organisation or URN', 'Role']) =>
  writeWorkbook('People', new Date('2026-11-22'), [{ name: 'People', header, widths: header.map(() => 20), rows }]);
const sent = async (): Promise<number> => {
  const { rows: [{ count }] } = await api.administrator.query('select count(*)::int as count from app.invitation');
  return count;
};
const send = (rows: readonly Row[]) => here.businessUnit.post('/api/invitations/many', { invitations: rows.map(({ invitation }) => invitation) });

describe('a list of people to invite', () => {
  it('shows what it would send, and what is wrong by row and column, and sends nothing', async () => {
    const before = await sent();
    const { status, body } = await checkText([
      'Name, E-mail, Organisation, Role',
      `Zoë Ní Bhriain <zoe+dsl@school.example>, ${oak.urn}, lead`,
      'Ann Lee; ann@school.example; Ashdene School; DSL',
      'Ben\tnot-an-address\t999999\towner',
      `Zoë, ZOE+dsl@school.example, Oakfield Primary School, viewer`,
    ].join('\n'));
    expect([status, body.ready, body.wrong]).toEqual([200, 2, 2]);
    expect(body.rows.map(({ row, place, invitation, problems }: Row) => [row, place, invitation !== null, problems.map(({ column }) => column)])).toEqual([
      [2, 'Oakfield Primary School', true, []], [3, 'Ashdene School', true, []], [4, '999999', false, ['email', 'role']], [5, 'Oakfield Primary School', false, ['email']]]);
    expect(body.rows[3].problems[0].detail).toContain('is in row 2 already');
    expect(await sent()).toBe(before);
  });

  it('is sent whole, each with a link of its own', async () => {
    const people = Array.from({ length: 42 }, (_, index) => `Person ${index}, person.${index}@school.example, ${index % 2 ? oak.urn : ash.urn}, viewer`);
    const { body } = await checkText(people.join('\n'));
    expect([body.ready, body.wrong]).toEqual([42, 0]);
    expect(await send(body.rows)).toMatchObject({ status: 201, body: { sent: 42 } });
    const { rows: [letters] } = await api.administrator.query("select count(distinct body)::int as bodies, count(*)::int as all from app.mail where address like 'person.%'");
    expect(letters).toEqual({ bodies: 42, all: 42 });
    const { body: again } = await checkText(people.join('\n'));
    expect([again.ready, again.wrong]).toEqual([0, 42]);
    expect(again.rows[0].problems[0].detail).toContain('has been invited already');
  });

  it('is sent whole or not at all, when something changed after it was checked', async () => {
    const { body } = await checkText(`a@late.example, ${oak.urn}, viewer\nb@late.example, ${oak.urn}, viewer`);
    await invite(here.businessUnit, { email: 'B@late.example', organisationId: oak.id });
    const before = await sent();
    expect(await send(body.rows)).toMatchObject({ status: 422, body: { code: 'invitations-not-accepted', faults: [{ where: 'row 2, column "email"' }] } });
    expect(await sent()).toBe(before);
  });

  it('comes as a workbook or as CSV', async () => {
    const rows = [['Zoë', 'zoe@file.example', oak.urn, 'Lead'], ['', '', ash.urn, 'lead'], ['Ann', 'ann@file.example', 'Nowhere', 'viewer']];
    const fromWorkbook = await checkFile(await aWorkbook(rows));
    expect(fromWorkbook).toMatchObject({ status: 200, body: { ready: 1, wrong: 1, rows: [{ row: 2, name: 'Zoë' }, { row: 4, problems: [{ column: 'organisation' }] }] } });
    const csv = `\uFEFFRole;URN;Email;Name\r\nlead;${oak.urn};zoe@file.example;Zoë\r\n`;
    expect(await checkFile(csv, 'people.csv')).toMatchObject({ status: 200, body: { ready: 1, wrong: 0, rows: [{ row: 2, name: 'Zoë', place: 'Oakfield Primary School' }] } });
  });

  it('starts from a workbook that has every organisation in it', async () => {
    const { status, headers, body } = await here.businessUnit.get('/api/invitations/template.xlsx');
    expect([status, headers.get('content-type')]).toEqual([200, WORKBOOK_TYPE]);
    const table = await readFirstSheet(Buffer.from(body));
    expect(table!.slice(0, 3)).toEqual([['Name', 'E-mail address', 'Organisation or URN', 'Role', 'For your information'],
      ['', '', ash.urn, 'lead', ash.name], ['', '', oak.urn, 'lead', oak.name]]);
    const filled = table!.slice(1).map((row, index) => [`Lead ${index}`, `lead.${index}@template.example`, ...row.slice(2)]);
    expect((await checkFile(await aWorkbook(filled, table![0]))).body).toMatchObject({ ready: 2, wrong: 0 });
    expect((await checkFile(Buffer.from(body))).body).toMatchObject({ code: 'invitations-not-accepted', detail: expect.stringContaining('nobody on this list') });
  });
});

describe('refuses, in a sentence,', () => {
  it.each<[string, () => Promise<Uint8Array | string> | Uint8Array | string, string]>([
    ['an empty file', () => '', 'empty'],
    ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'neither a workbook'],
    ['a workbook cut short', async () => (await aWorkbook([['a', 'a@b.example', oak.urn, 'lead']])).slice(0, 900), 'cannot be read as a workbook'],
    ['other columns', () => aWorkbook([['1']], ['Colour']), 'must name its columns'],
    ['a quotation mark that is never closed', () => 'Name,Email,URN,Role\n"Ann,a@b.example,1,lead\n', 'a quotation mark is not closed'],
    ['a file that grows a thousandfold', aBomb, 'cannot be read as a workbook'],
  ])('%s', async (_, content, detail) => {
    const { status, body } = await checkFile(await content());
    expect([status, body.code, body.detail]).toEqual([422, 'file-not-accepted', expect.stringContaining(detail)]);
  });

  it('nobody, too many, and whoever may not', async () => {
    expect(await checkText(' \n ')).toMatchObject({ status: 422, body: { code: 'invitations-not-accepted' } });
    expect(await checkText('a@b.example, x, lead\n'.repeat(2001))).toMatchObject({ status: 422, body: { detail: expect.stringContaining('2001 people') } });
    expect(await here.businessUnit.post('/api/invitations/many', { invitations: [] })).toMatchObject({ status: 422 });
    expect(await here.businessUnit.post('/api/invitations/check-file', { file: 'no' })).toMatchObject({ status: 422, body: { code: 'file-not-accepted' } });
    const lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: oak.id }));
    expect([(await checkText('x', lead)).status, (await checkFile('x', 'x.csv', lead)).status, (await lead.get('/api/invitations/template.xlsx')).status, (await lead.get('/api/invitations')).status]).toEqual([403, 403, 403, 403]);
  });
});

/** A workbook of 60 kB that says it unpacks to a few bytes, and has sixty megabytes in it. */
function aBomb(): Buffer {
  const packed = deflateRawSync(Buffer.alloc(60 * 1024 * 1024));
  const name = Buffer.from('xl/workbook.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(10, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(10, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}
