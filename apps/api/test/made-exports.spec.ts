import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readOds } from 'hucre/ods';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import type { Answers } from '@attest/domain/questionnaire';
import { plainOpenDocument } from '../../../libs/shared/api/src/workbook/plain-open-document';
import { ExportJobs } from '../../../libs/exports/api/src/made/export-jobs';
import type { Client } from './client';
import { bytesOf, madeBy, settledExport, type MadeExport } from './export-scenes';
import { wordIn } from './paper-reading';
import { aQuestionnaire, notApplicable, published, rated, valued, type Published } from './return-scenes';
import { aReturnedRound } from './returned-round';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';
import { unzipped } from './unzipped';

const template = aQuestionnaire();
const no: Answers = { 'lead': valued({ name: 'J Ahmed', role: 'Deputy head' }), 'uses-placements': valued('no') };
const all = (level: string, note = ''): Answers => ({ ...no, policy: rated(level), training: rated(level, note) });
const fullData = { preset: 'full-data', contents: ['answers', 'words', 'method'], format: 'csv' };

let api: RunningApi;
let here: Partnership;
let member: Client;
let version: Published;
let roundId: string;
let [ash, birch, cedar, elsewhere]: { id: string }[] = [];
beforeAll(async () => {
  api = await startApi({ variables: { ROLE: 'all' } });
  api.today('2026-11-22');
  here = await aPartnership(api);
  member = await signedIn(api, await aPerson(api, { role: 'qp-member', name: 'Sam Okafor' }));
  const [riverside, redcar] = here.areas as [Partnership['areas'][0], Partnership['areas'][0]];
  const schools = [await aSchool(api, { name: 'Ash' }), await aSchool(api, { name: '=Birch' }), await aSchool(api, { name: 'Cedar', phase: 'secondary' }), await aSchool(api, { name: 'Elsewhere' })] as const;
  [ash, birch, cedar, elsewhere] = schools;
  const before = await published(api, here.id, { ...template, edition: '2025-26' });
  version = await published(api, here.id, template);
  const last = await aReturnedRound(api, before, template, [{ organisation: schools[0], area: riverside, answers: all('green') }, { organisation: schools[2], area: redcar, answers: all('red') }], { state: 'closed' });
  const round = await aReturnedRound(api, version, template, [
    { organisation: schools[0], area: riverside, answers: all('amber', 'Our *words*, _x0041_ and \u0001'), moderated: { leadership: ['red', 'Nothing shows it'] } },
    { organisation: schools[1], area: redcar, answers: { ...no, policy: rated('green'), training: notApplicable('We have no staff') } },
    { organisation: schools[2], area: redcar, answers: all('red') },
    { organisation: await aSchool(api, { name: 'Dogwood' }), area: redcar, state: 'in-progress', answers: all('green', 'UNFINISHED') },
  ], { previousRoundId: last.id });
  roundId = round.id;
}, 60_000);
afterAll(() => api.stop());

const view = async (path: string) => (await member.get(`/api/rounds/${roundId}/${path}`)).body;
const tables = async (made: MadeExport) => new Map([...unzipped(await bytesOf(member, made))].map(([name, text]) => [name.replace('.csv', ''), parse(text, { bom: true, columns: true }) as Record<string, string>[]]));
const sheetOf = ({ sheets }: Workbook, name: string) => {
  const [header, ...rows] = sheets.find((sheet) => sheet.name === name)!.rows;
  return rows.map((row) => Object.fromEntries(header!.map((column, at) => [String(column), String(row[at] ?? '')])));
};

describe('a file of figures that is made in the background', () => {
  it('is asked for, made, told of, taken, and gone after seven days', async () => {
    const made = await madeBy(member, { ...fullData, roundId, reason: 'For our analyst' });
    expect(made).toMatchObject({ state: 'ready', reason: 'For our analyst', by: 'Sam Okafor', own: true, total: 3, done: 3, taken: [], moves: [] });
    const bytes = await bytesOf(member, made);
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([made.bytes, made.sha256]);
    const { rows: [mail] } = await api.administrator.query('select subject, body from app.mail where about = $1', [made.id]);
    expect(mail.subject).toMatch(/^Ready: full data of /);

    const [listed] = (await here.businessUnit.get<MadeExport[]>('/api/exports')).body;
    expect(listed).toMatchObject({ id: made.id, own: false, taken: [{ by: 'Sam Okafor' }] });
    expect((await trailOf(api, here.id)).filter(({ thing_id }) => thing_id === made.id).map(({ route, detail }) => [route, detail])).toMatchObject([
      ['POST /exports', { preset: 'full-data', audience: 'qp' }], ['POST /exports', { sha256: made.sha256 }], ['GET /exports/:id/file', { audience: 'qp' }],
    ]);

    api.today('2026-11-30');
    expect((await member.get(made.file)).status).toBe(404);
    expect((await member.get<MadeExport[]>('/api/exports')).body[0]).toMatchObject({ state: 'expired', file: null, moves: ['retry'] });
    await api.app.get(ExportJobs, { strict: false }).expire({ id: made.id });
    expect((await api.administrator.query('select from app.export_piece where export_id = $1', [made.id])).rowCount).toBe(0);
    api.today('2026-11-22');
    expect((await member.post(`/api/exports/${made.id}/retry`)).status).toBe(200);
    expect(await settledExport(member, made.id)).toMatchObject({ state: 'ready' });
  });

  it('is whoever’s asked for it and the business unit’s, and nobody else’s', async () => {
    const made = await madeBy(member, { ...fullData, roundId });
    const other = await signedIn(api, await aPerson(api, { role: 'qp-member' }));
    expect((await other.get(made.file)).status).toBe(404);
    expect((await other.get('/api/exports')).body).toEqual([]);
    expect((await here.businessUnit.get(made.file)).status).toBe(200);
    const { businessUnit } = await anotherPartnership(api);
    expect((await businessUnit.get(made.file)).status).toBe(404);
    expect((await businessUnit.post('/api/exports', { ...fullData, roundId, audience: 'qp', layer: 'moderated', filters: {}, reason: 'Why not' })).status).toBe(400);
  });

  it('is refused where it would show more than its audience may see, or nobody says why', async () => {
    const wrong = async (changes: object) => (await member.post('/api/exports', { ...fullData, roundId, audience: 'qp', layer: 'moderated', filters: {}, reason: 'Why', ...changes })).body.faults?.map(({ where }: { where: string }) => where);
    expect(await wrong({ audience: 'public' })).toEqual(['audience', 'contents', 'contents']);
    expect(await wrong({ audience: 'executive' })).toEqual(['contents']);
    expect(await wrong({ reason: ' ' })).toEqual(['reason']);
    expect(await wrong({ format: 'pdf' })).toEqual(['format']);
    expect(await wrong({ contents: ['heatmap'] })).toEqual(['contents']);
  });

  it('is of organisations of its round, at least one, and of all of them where it is protected', async () => {
    const wrong = async (changes: object) => (await member.post('/api/exports', { ...fullData, roundId, audience: 'qp', layer: 'moderated', reason: 'Why', ...changes })).body.faults?.map(({ where, detail }: { where: string; detail: string }) => `${where}: ${detail}`);
    expect(await wrong({ filters: { organisationIds: [] } })).toEqual(['organisations: Choose at least one organisation, or take all of them.']);
    expect(await wrong({ filters: { organisationIds: [ash!.id, elsewhere!.id] } })).toEqual(['organisations: Some of the organisations chosen are not in this round. Choose them again.']);
    expect(await wrong({ filters: { organisationIds: [ash!.id], phase: 'secondary' } })).toEqual(['organisations: No organisation of this round is left. Choose more of them.']);
    expect(await wrong({ filters: { organisationIds: ['ash'] } })).toEqual([expect.stringContaining('organisationIds: Each of')]);
    for (const audience of ['respondents', 'public']) {
      expect(await wrong({ preset: 'public-summary', contents: [], audience, filters: { organisationIds: [ash!.id, cedar!.id] } })).toEqual([expect.stringContaining('filters: Public summary is of the whole round')]);
      expect(await wrong({ audience, filters: { organisationIds: [ash!.id] } })).toContainEqual(expect.stringContaining('audience: '));
    }
  });

  it('can be stopped, and made again', async () => {
    const { rows: [row] } = await api.administrator.query(`insert into app.export (partnership_id, id, round_id, preset, audience, wanted, reason, asked_by, asked_by_name)
      select $1, gen_random_uuid(), $2, 'full-data', 'qp', '{"contents":["answers"],"layer":"moderated","format":"csv","filters":{}}', 'Why', person_id, 'Sam Okafor' from app.membership where role = 'qp-member' order by id limit 1 returning id`, [here.id, roundId]);
    expect((await member.post(`/api/exports/${row.id}/cancel`)).body).toMatchObject({ state: 'cancelled', moves: ['retry'] });
    expect(await member.post(`/api/exports/${row.id}/cancel`)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    // a job that begins afterwards has nothing to do
    await api.app.get(ExportJobs, { strict: false }).make({ id: row.id }, { last: true });
    expect((await member.get<MadeExport[]>('/api/exports')).body.find(({ id }) => id === row.id)).toMatchObject({ state: 'cancelled' });
    expect((await member.post(`/api/exports/${row.id}/retry`)).body).toMatchObject({ state: 'waiting' });
    expect(await settledExport(member, row.id)).toMatchObject({ state: 'ready' });
  });

  it('is not made for somebody whose role has ended meanwhile, and says so', async () => {
    const person = await aPerson(api, { role: 'qp-member' });
    const { rows: [row] } = await api.administrator.query(`insert into app.export (partnership_id, id, round_id, preset, audience, wanted, reason, asked_by, asked_by_name, state)
      values ($1, gen_random_uuid(), $2, 'full-data', 'qp', '{"contents":["answers"],"layer":"moderated","format":"csv","filters":{}}', 'Why', $3, 'Gone', 'waiting') returning id`, [here.id, roundId, person.id]);
    await api.administrator.query('update app.membership set ended_at = now() where person_id = $1', [person.id]);
    await api.app.get(ExportJobs, { strict: false }).make({ id: row.id }, { last: false });
    expect((await here.businessUnit.get<MadeExport[]>('/api/exports')).body.find(({ id }) => id === row.id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('no longer has a role') });
    // and one who is an executive by now sees no words
    await api.administrator.query("update app.membership set ended_at = null, role = 'executive' where person_id = $1", [person.id]);
    await api.administrator.query("update app.export set state = 'waiting' where id = $1", [row.id]);
    await api.app.get(ExportJobs, { strict: false }).make({ id: row.id }, { last: false });
    expect((await here.businessUnit.get<MadeExport[]>('/api/exports')).body.find(({ id }) => id === row.id)).toMatchObject({ state: 'failed', problem: expect.stringContaining('You may not see what this audience sees.') });
  });

  it('can be saved under a name, by each person for themselves', async () => {
    const wanted = { ...fullData, audience: 'qp', layer: 'both', filters: { phase: 'primary' } };
    expect((await member.post('/api/exports/saved', { ...wanted, name: 'Primary' })).status).toBe(204);
    await member.post('/api/exports/saved', { ...wanted, layer: 'self', name: 'PRIMARY' });
    const saved = (await member.get('/api/exports/saved')).body;
    expect(saved).toMatchObject([{ name: 'PRIMARY', layer: 'self', filters: { phase: 'primary' } }]);
    expect((await here.businessUnit.get('/api/exports/saved')).body).toEqual([]);
    expect((await here.businessUnit.delete(`/api/exports/saved/${saved[0].id}`)).status).toBe(404);
    expect((await member.delete(`/api/exports/saved/${saved[0].id}`)).status).toBe(204);
    expect((await member.get('/api/exports/saved')).body).toEqual([]);
  });
});

describe('how a file begins', () => {
  const usual = { audience: 'qp', layer: 'moderated', filters: {} };
  const preview = (wanted: object, client = member) => client.post('/api/exports/preview', { ...usual, roundId, ...wanted });
  const board = { preset: 'board-pack', contents: ['heatmap', 'responses', 'words', 'method'], format: 'docx' };

  it('is what is chosen first, in the words of the file, and about how long it will be', async () => {
    const { status, body } = await preview(board);
    expect([status, body.says]).toEqual([200, expect.stringMatching(/^First page of about \d+, and what organisations wrote$/)]);
    const headings = (paper: { blocks: { kind: string; text: string }[] }) => paper.blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
    expect(headings(body.paper)).toEqual(['Who returned']);
    const file = wordIn(await bytesOf(member, await madeBy(member, { ...board, roundId })));
    for (const line of ['Board pack: ', '3 of 4 organisations returned (75%).', 'Organisations asked and returned']) expect([line, JSON.stringify(body.paper).includes(line), file.paragraphs.some((text) => text.includes(line))]).toEqual([line, true, true]);
    const some = await preview({ ...board, contents: ['heatmap'], filters: { organisationIds: [ash!.id] } });
    expect(JSON.stringify(some.body.paper)).toMatch(/"Ash"/);
    expect(JSON.stringify(some.body.paper)).not.toMatch(/Cedar|Our \*words/);
    for (const part of ['findings', 'distributions', 'trends', 'words']) expect([part, (await preview({ ...board, contents: [part] })).status]).toEqual([part, 200]);
    expect(JSON.stringify((await preview({ ...board, contents: ['words'] })).body.paper)).not.toContain('Our *words');
    expect((await preview(fullData)).body).toMatchObject({ says: expect.stringContaining('first sheet') });
  });

  it.each([[false, {}], [true, { phase: 'primary' }]])('says that findings are of the whole round where the rest is not: %s', async (said, filters) => {
    const { body } = await preview({ ...board, contents: ['findings'], filters });
    expect(JSON.stringify(body.paper).includes('Findings are about every organisation of the round')).toBe(said);
  });

  it('leaves nothing in the trail, however often it is looked at', async () => {
    const before = await trailOf(api, here.id);
    await preview(board);
    await preview(fullData);
    expect(await trailOf(api, here.id)).toEqual(before);
  });

  it('is refused wherever the file would be', async () => {
    const wrong = async (wanted: object, client = member) => (await preview(wanted, client)).body.faults?.map(({ where }: { where: string }) => where);
    expect(await wrong({ ...board, audience: 'public' })).toContain('audience');
    expect(await wrong({ ...board, filters: { organisationIds: [elsewhere!.id] } })).toEqual(['organisations']);
    expect((await preview({ preset: 'public-summary', contents: [], format: 'pdf', audience: 'public' })).body.detail).toContain('not been published yet');
    const scrutineer = await signedIn(api, await aPerson(api, { role: 'scrutineer' }));
    expect((await preview(board, scrutineer)).status).toBe(403);
  });
});

describe('the full data of a round', () => {
  it('has tidy tables that agree with every screen, and a dictionary of each column', async () => {
    const made = await tables(await madeBy(member, { ...fullData, roundId }));
    const heatmap = await view('heatmap');
    const [answers, ratings, measures, dictionary] = ['answers', 'ratings', 'measures', 'dictionary'].map((name) => made.get(name)!) as [Record<string, string>[], Record<string, string>[], Record<string, string>[], Record<string, string>[]];

    for (const { name, cells } of heatmap.rows) {
      for (const cell of cells) {
        const row = ratings.find((one) => one['organisation_name']!.replace(/^'/, '') === name && one['standard_key'] === cell.standard)!;
        expect([row['state'], row['level_key'], row['last_level_key'], row['movement']]).toEqual([cell.state, cell.level ?? '', cell.last ?? '', cell.movement ?? '']);
      }
    }
    const measured = (of: string, key: string, measure: string, level = '') => measures.find((one) => one['of'] === of && one['key'] === key && one['measure'] === measure && one['level_key'] === level)!;
    for (const { key, counts, base, percentMeets } of heatmap.standards) {
      expect([measured('standard', key, 'meets')['base'], measured('standard', key, 'meets')['percent']]).toEqual([String(base), String(percentMeets ?? '')]);
      for (const [level, count] of Object.entries(counts)) expect(measured('standard', key, 'level-share', level)['count']).toBe(String(count));
    }
    for (const { key } of template.sections.flatMap((section) => section.questions)) {
      const { distribution, answers: shown } = await view(`questions/${version.id(key)}`);
      expect(['not-applicable', 'unanswered', 'not-asked'].map((measure) => Number(measured('question', key, measure)['count']))).toEqual([distribution.notApplicable, distribution.unanswered, distribution.notAsked]);
      expect(answers.filter((one) => one['question_key'] === key)).toHaveLength(shown.length);
    }
    expect(JSON.stringify(answers)).not.toContain('UNFINISHED');
    for (const name of ['answers', 'ratings', 'measures']) {
      expect(dictionary.filter(({ table }) => table === name).map(({ column }) => column)).toEqual(Object.keys(made.get(name)![0]!));
    }
    expect(dictionary.every(({ meaning }) => meaning!.length > 3)).toBe(true);
  });

  it('says the same as a workbook of either kind, cell by cell', async () => {
    const csv = await tables(await madeBy(member, { ...fullData, roundId }));
    const [xlsx, ods] = [await madeBy(member, { ...fullData, format: 'xlsx', roundId }), await madeBy(member, { ...fullData, format: 'ods', roundId })];
    const read = [await readXlsx(new Uint8Array(await bytesOf(member, xlsx))), await readOds(new Uint8Array(await plainOpenDocument(await bytesOf(member, ods))))] as Workbook[];
    for (const [at, file] of read.entries()) {
      expect(file.sheets.map(({ name }) => name)).toEqual(['Cover', 'Response rates', 'Standards', 'answers', 'Questions', 'ratings', 'measures', 'dictionary']);
      for (const name of ['answers', 'ratings', 'measures']) {
        // OpenDocument has no character for what XML may not hold
        const lost = (text: string) => (at === 1 ? text.replaceAll('\u0001', '\ufffd') : text);
        // when it was counted differs from file to file
        const rows = csv.get(name)!.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, column === 'as_of' ? '' : lost(value)])));
        expect(sheetOf(file, name).map((row) => ('as_of' in row ? { ...row, as_of: '' } : row))).toEqual(rows);
      }
      expect(sheetOf(file, 'Questions')).toHaveLength(template.sections.flatMap((section) => section.questions).length);
      expect(String(file.sheets[0]!.rows[0]![0])).toMatch(/: results$/);
    }
  });

  it('stands on the ratings that were chosen', async () => {
    const [moderated, self, both] = [await tables(await madeBy(member, { ...fullData, roundId })), await tables(await madeBy(member, { ...fullData, layer: 'self', roundId })), await tables(await madeBy(member, { ...fullData, layer: 'both', roundId }))];
    const leadership = (made: Map<string, Record<string, string>[]>) => made.get('ratings')!.find((one) => one['organisation_name'] === 'Ash' && one['standard_key'] === 'leadership')!;
    expect([moderated, self, both].map((made) => [leadership(made)['level_key'], leadership(made)['self_level_key'], leadership(made)['movement']])).toEqual([['red', '', 'down'], ['amber', '', 'down'], ['red', 'amber', 'down']]);
    const atRed = (made: Map<string, Record<string, string>[]>) => made.get('measures')!.find((one) => one['key'] === 'leadership' && one['level_key'] === 'red')!['count'];
    expect([atRed(moderated), atRed(self)]).toEqual(['2', '1']);
  });

  it('is of the organisations chosen by name and no others', async () => {
    const made = await tables(await madeBy(member, { ...fullData, roundId, filters: { organisationIds: [ash!.id, cedar!.id] } }));
    expect(new Set(made.get('answers')!.map((row) => row['organisation_name']))).toEqual(new Set(['Ash', 'Cedar']));
    expect(new Set(made.get('ratings')!.map((row) => row['organisation_name']))).toEqual(new Set(['Ash', 'Cedar']));
    const of = (measure: string) => made.get('measures')!.find((one) => one['of'] === 'standard' && one['key'] === 'leadership' && one['measure'] === measure)!;
    expect(of('meets')['base']).toBe('2');
    const { body: choice } = await member.get(`/api/rounds/${roundId}/organisations`);
    expect(choice.map(({ name, returned, groupKey }: { name: string; returned: boolean; groupKey: string }) => [name, returned, groupKey])).toEqual([['=Birch', true, 'primary'], ['Ash', true, 'primary'], ['Cedar', true, 'secondary'], ['Dogwood', false, 'primary']]);
  });

  it('takes along what a chosen school was before it became an academy', async () => {
    const policy = template.sections.flatMap(({ questions }) => questions).find(({ key }) => key === 'policy')!;
    const lastRound = async () => {
      const file = await madeBy(member, { ...fullData, format: 'xlsx', roundId, filters: { organisationIds: [birch!.id] } });
      const read = await readXlsx(new Uint8Array(await bytesOf(member, file))) as Workbook;
      const standard = sheetOf(read, 'Standards').find((row) => row['Organisation'] === 'Per cent meeting, last round')!;
      return [Object.entries(standard).find(([column]) => column.startsWith('2 '))![1], sheetOf(read, 'Questions').find((row) => row['Ref'] === policy.ref)!['Answered, last round']];
    };
    expect(await lastRound()).toEqual(['[x]', '0']);
    await api.administrator.query('update app.organisation set predecessor_id = $1 where id = $2', [ash!.id, birch!.id]);
    expect(await lastRound()).toEqual(['100', '1']);
    await api.administrator.query('update app.organisation set predecessor_id = null where id = $1', [birch!.id]);
  });

  it('has no word of anybody for those who may not read them, and keeps to the organisations chosen', async () => {
    const made = await tables(await madeBy(member, { ...fullData, audience: 'executive', contents: ['answers', 'method'], roundId, filters: { phase: 'secondary' } }));
    const rows = made.get('answers')!;
    expect(new Set(rows.map((row) => row['organisation_name']))).toEqual(new Set(['Cedar']));
    expect(rows.flatMap((row) => [row['value'], row['words'], row['not_applicable_reason']]).join('')).toBe('');
    expect([...made.values()].map((table) => JSON.stringify(table)).join('')).not.toMatch(/J Ahmed|Our \*words/);
  });
});
