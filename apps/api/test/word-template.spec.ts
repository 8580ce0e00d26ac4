import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers } from '@attest/domain/questionnaire';
import type { Client } from './client';
import { anOffice } from './evidence-files';
import { bring } from './evidence-scenes';
import { bytesOf, madeBy } from './export-scenes';
import { repacked } from './packages';
import { wordIn } from './paper-reading';
import { aQuestionnaire, published, rated, valued } from './return-scenes';
import { aReturnedRound } from './returned-round';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';
import { unzipped } from './unzipped';
import { aWordTemplate, tagFaults } from './word-templates';

const template = aQuestionnaire();
const answers = (level: string, note = ''): Answers => ({ 'lead': valued({ name: 'J Ahmed', role: 'Deputy head' }), 'uses-placements': valued('no'), 'policy': rated(level, note), 'training': rated(level) });
const pack = { preset: 'board-pack', contents: ['responses', 'heatmap', 'distributions', 'words', 'method'], format: 'docx', ownTemplate: true };

let api: RunningApi;
let here: Partnership;
let there: Partnership;
let unit: Client;
let member: Client;
let roundId: string;
beforeAll(async () => {
  api = await startApi({ variables: { ROLE: 'all' } });
  api.today('2026-11-22');
  here = await aPartnership(api);
  there = await anotherPartnership(api);
  unit = here.businessUnit;
  member = await signedIn(api, await aPerson(api, { role: 'qp-member', name: 'Sam Okafor' }));
  const version = await published(api, here.id, template);
  const round = await aReturnedRound(api, version, template, [
    { organisation: await aSchool(api, { name: 'Ash' }), answers: answers('green') }, { organisation: await aSchool(api, { name: 'Birch & Beech' }), answers: answers('red', 'We wrote {{title}} and {{body}} & <more>') },
  ], { name: 'This year & the next' });
  roundId = round.id;
}, 60_000);
afterAll(() => api.stop());

const brought = (bytes: Uint8Array, name = 'Board paper.docx', client = unit) => bring(client, '/api/word-template', name, Buffer.from(bytes));
const madeInIt = async () => unzipped(await bytesOf(member, await madeBy(member, { ...pack, roundId })));

describe('the partnership’s own Word template', () => {
  it('is brought, told of with what it lacks and has too much, downloaded and replaced', async () => {
    expect((await member.get('/api/word-template')).body).toEqual({ template: null });
    expect((await member.get('/api/word-template/file')).status).toBe(404);
    const first = await brought(await aWordTemplate(['{{ title }}', '{{body}}', 'Chaired by {{chair}}']));
    expect([first.status, first.body]).toEqual([201, { template: { fileName: 'Board paper.docx', bytes: expect.any(Number), savedAt: expect.any(String), places: ['title', 'partnership', 'body'], missing: ['date'], unknown: ['chair'] } }]);
    const second = await aWordTemplate();
    expect((await brought(second, 'Newer.docx')).body.template).toMatchObject({ fileName: 'Newer.docx', bytes: second.length, missing: [], unknown: [] });
    const { status, body } = await member.get<ArrayBuffer>('/api/word-template/file');
    expect([status, Buffer.from(body).equals(second)]).toEqual([200, true]);
    expect((await trailOf(api, here.id)).map(({ route }) => route)).toEqual(expect.arrayContaining(['POST /word-template', 'GET /word-template/file']));
  });

  it('is made from a starter that has the places of most papers', async () => {
    const { status, body } = await unit.get<ArrayBuffer>('/api/word-template/starter.docx');
    expect(status).toBe(200);
    expect((await brought(Buffer.from(body))).body.template).toMatchObject({ places: ['title', 'partnership', 'date', 'body'], missing: [], unknown: [] });
  });

  it('is refused with a sentence where nothing could be put into it, or it would do harm', async () => {
    const before = (await unit.get('/api/word-template')).body;
    const good = await aWordTemplate();
    const relation = (type: string, target: string) => repacked(good, (parts) => parts.set('word/_rels/settings.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`));
    const wrong: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ['no-place.docx', await aWordTemplate(['{{title}}', 'Nothing']), /no place for the paper/],
      ['in-header.docx', await repacked(await aWordTemplate(['{{title}}']), (parts) => parts.set('word/header1.xml', parts.get('word/header1.xml')!.replace('Our letterhead', '{{body}}'))), /no place for the paper/],
      ['macros.docx', await repacked(good, (parts) => parts.set('word/vbaProject.bin', 'x')), /macros/],
      ['text.docx', Buffer.from('Not a Word file'), /does not fit/],
      ['table.xlsx', anOffice('xlsx'), /must be a Word document/],
      ['template.dotx', good, /must be a Word document/],
      ['hollow.docx', await repacked(good, (parts) => parts.delete('word/document.xml')), /Nothing can be put into this file/],
      ['locked.docx', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]), /password/],
      ['broken.docx', good.subarray(0, good.length / 2), /cannot be read/],
      ['fetches.docx', await relation('attachedTemplate', 'https://elsewhere.example/t.dotm'), /from elsewhere/],
      ['fetches-a-picture.docx', await relation('image', 'file://///server/share/logo.png'), /from elsewhere/],
    ];
    for (const [name, bytes, sentence] of wrong) {
      const { status, body } = await brought(bytes, name);
      expect([name, status, body.code, body.detail]).toEqual([name, 422, 'file-not-accepted', expect.stringMatching(sentence)]);
    }
    expect((await brought(Buffer.alloc(6 * 1024 * 1024), 'large.docx')).status).toBe(413);
    expect((await unit.get('/api/word-template')).body).toEqual(before);
    // where it was made from, and addresses that somebody may press
    for (const [type, target] of [['attachedTemplate', 'file:///C:/Templates/Board.dotx'], ['hyperlink', 'https://partnership.example']] as const) expect((await brought(await relation(type, target))).status).toBe(201);
  });

  it('is the business unit’s to bring and remove, and nobody’s of another partnership', async () => {
    await brought(await aWordTemplate());
    for (const client of [member, await signedIn(api, await aPerson(api, { role: 'executive' }))]) {
      expect((await brought(await aWordTemplate(), 'a.docx', client)).status).toBe(403);
      expect((await client.delete('/api/word-template')).status).toBe(403);
    }
    expect((await there.businessUnit.get('/api/word-template')).body).toEqual({ template: null });
    expect((await there.businessUnit.get('/api/word-template/file')).status).toBe(404);
    expect((await there.businessUnit.delete('/api/word-template')).status).toBe(204);
    expect((await unit.get('/api/word-template')).body.template).not.toBeNull();
  });
});

describe('a board pack in it', () => {
  it('opens, keeps the letterhead and the styles, and has everything that was chosen under the template’s own headings', async () => {
    await brought(await aWordTemplate());
    const parts = await madeInIt();
    for (const [name, content] of parts) if (/\.(xml|rels)$/.test(name)) expect([name, tagFaults(content)]).toEqual([name, []]);
    const text = (name: RegExp) => [...parts].filter(([part]) => name.test(part)).map(([, content]) => content.replace(/<[^>]+>/g, '')).join();
    expect(text(/word\/header\d/)).toContain('Our letterhead');
    expect(text(/word\/footer\d/)).toContain('South Riverside Safeguarding Children Partnership, our address');
    expect(parts.get('word/styles.xml')).toContain('7A0044');
    for (const style of ['TableTitle', 'Note', 'Cell']) expect(parts.get('word/styles.xml')).toContain(`w:styleId="${style}"`);
    const document = parts.get('word/document.xml')!;
    const { paragraphs } = wordIn(await bytesOf(member, await madeBy(member, { ...pack, roundId })));
    expect(paragraphs).toEqual(expect.arrayContaining(['Board pack: This year & the next', 'Made on 22 November 2026 for South Riverside Safeguarding Children Partnership', 'Who returned', 'Organisations and standards', 'How answers are spread', 'What organisations wrote', 'How to read this', 'Thank you for reading.']));
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)!.length).toBe(5);
    expect(document.match(/<w:tblHeader\/>/g)!.length).toBeGreaterThan(3);
    const pictures = [...document.matchAll(/<wp:docPr [^>]*>/g)].map(([picture]) => picture);
    expect(pictures.length).toBeGreaterThan(0);
    for (const picture of pictures) expect(picture).toMatch(/descr="[^"]{10,}"/);
    // what an organisation wrote is never a place
    expect(text(/word\/document/).replaceAll('\u2060', '')).toContain('We wrote {{title}} and {{body}} &amp; &lt;more&gt;');
    expect(text(/word\/document/).match(/Thank you for reading/g)).toHaveLength(1);
  });

  it('puts a part where it has a place, says so where it was not chosen, and leaves nothing out that was', async () => {
    await brought(await aWordTemplate(['{{title}}', 'Our heatmap', '{{heatmap}}', 'Our findings', '{{findings}}', 'The rest', '{{body}}']));
    const { paragraphs } = wordIn(await bytesOf(member, await madeBy(member, { ...pack, roundId })));
    const at = (text: string) => paragraphs.indexOf(text);
    expect(at('Each organisation that returned, standard by standard')).toBeGreaterThan(at('Our heatmap'));
    expect(at('Each organisation that returned, standard by standard')).toBeLessThan(at('Our findings'));
    expect(paragraphs[at('Our findings') + 1]).toBe('This part was not chosen.');
    expect(at('Who returned')).toBeGreaterThan(at('The rest'));
    expect(at('Organisations and standards')).toBe(-1);
  });

  it('is made as usual where it was not asked for, and says so where the template is gone', async () => {
    const usual = unzipped(await bytesOf(member, await madeBy(member, { ...pack, ownTemplate: false, roundId })));
    expect([...usual].some(([name, content]) => /header/.test(name) && content.includes('Our letterhead'))).toBe(false);
    expect(await madeBy(member, { ...pack, format: 'pdf', roundId })).toMatchObject({ state: 'ready' });
    expect((await unit.delete('/api/word-template')).status).toBe(204);
    expect(await madeBy(member, { ...pack, roundId })).toMatchObject({ state: 'failed', problem: expect.stringContaining('has been removed meanwhile') });
  });
});
