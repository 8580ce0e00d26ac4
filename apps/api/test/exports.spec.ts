import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readXlsx, type Workbook } from 'hucre/xlsx';
import type { Answers } from '@attest/domain/questionnaire';
import type { Client } from './client';
import { aQuestionnaire, notApplicable, published, rated, valued, type Published } from './return-scenes';
import { aReturnedRound } from './returned-round';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { unzipped } from './unzipped';

const template = aQuestionnaire();
const no: Answers = { 'lead': valued({ name: 'J Ahmed', role: 'Deputy head' }), 'uses-placements': valued('no') };
const all = (level: string, note = ''): Answers => ({ ...no, policy: rated(level), training: rated(level, note) });

type Table = Record<string, unknown>[];

describe('taking a round away as a file', () => {
  let api: RunningApi;
  let here: Partnership;
  let member: Client;
  let version: Published;
  let round: { id: string };

  const download = async (client: Client, extension: string, query = '', id = round.id) => client.get<ArrayBuffer>(`/api/rounds/${id}/export.${extension}${query}`);
  const workbook = async (query = '', id = round.id) => readXlsx(new Uint8Array((await download(member, 'xlsx', query, id)).body));
  const csv = async (query = '', id = round.id): Promise<Table> => parse(Buffer.from((await download(member, 'csv', query, id)).body), { bom: true, columns: true });
  const view = async (path: string) => (await member.get(`/api/rounds/${round.id}/${path}`)).body;

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    member = await signedIn(api, await aPerson(api, { role: 'qp-member', name: 'Sam Okafor' }));
    const [riverside, redcar] = here.areas as [Partnership['areas'][0], Partnership['areas'][0]];
    const [ash, birch, cedar, elm] = [
      await aSchool(api, { name: 'Ash' }), await aSchool(api, { name: '=Birch', type: 'Academy converter' }),
      await aSchool(api, { name: 'Cedar', phase: 'secondary' }), await aSchool(api, { name: 'Elm', phase: 'secondary' }),
    ];
    const before = await published(api, here.id, { ...template, edition: '2025-26' });
    version = await published(api, here.id, template);
    const last = await aReturnedRound(api, before, template, [{ organisation: ash, area: riverside, answers: all('green') }, { organisation: cedar, area: redcar, answers: all('red') }], { state: 'closed' });
    round = await aReturnedRound(api, version, template, [
      { organisation: ash, area: riverside, answers: all('red', '=HYPERLINK("https://evil.example","Click")'), moderated: { leadership: ['amber', 'There is a policy.'] } },
      { organisation: birch, area: riverside, answers: { ...no, policy: rated('green'), training: notApplicable('@SUM(A1) of our staff are on leave') } },
      { organisation: cedar, area: redcar, answers: { ...all('amber', 'First line\nsecond, "quoted"'), 'uses-placements': valued('yes'), 'placement-checks': rated('green') } },
      { organisation: elm, area: redcar, answers: all('green'), state: 'in-progress' },
    ], { name: 'Sample return 2026-27', previousRoundId: last.id });
    await api.administrator.query("update app.round set reference = 'S175-2627' where id = $1", [round.id]);
  });
  afterAll(() => api.stop());

  it('is named after the round and the day, and a browser keeps it rather than opens it', async () => {
    for (const [extension, type] of [['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'], ['csv', 'text/csv; charset=utf-8']] as const) {
      const { status, headers } = await download(member, extension);
      expect([status, headers.get('content-disposition'), headers.get('content-type'), headers.get('x-content-type-options')])
        .toEqual([200, `attachment; filename="S175-2627_2026-11-22.${extension}"`, type, 'nosniff']);
    }
  });

  describe('a workbook', () => {
    it('begins with a cover that says what a reader must know', async () => {
      const { rows } = (await workbook()).sheets[0]!;
      expect(rows[0]).toEqual(['Sample return 2026-27: results', null]);
      const facts = Object.fromEntries(rows.slice(1));
      expect(facts).toMatchObject({
        'Partnership': 'South Riverside Safeguarding Children Partnership', 'Round': 'Sample return 2026-27, reference S175-2627',
        'Questionnaire': 'Sample return, edition 2026-27', 'Figures as of': '22 November 2026, 12:00', 'Filters': 'None: every organisation of the round.',
      });
      expect(facts['Status']).toContain('Provisional [p]');
      expect(facts['Organisations returned']).toContain('3 of 4');
      expect(facts['Contact']).toContain('Sam Okafor');
      const everything = rows.flat().join('\n');
      for (const words of ['[c]', '[z]', '[x]', 'Rule attest-1', 'Met from 80%', 'weakest critical question']) expect(everything).toContain(words);
    });

    it('has one table to a sheet, under a header that stays in sight, with nothing merged', async () => {
      const { sheets } = await workbook();
      expect(sheets.map(({ name }) => name)).toEqual(['Cover', 'Response rates', 'Standards', 'Questions', 'Answers']);
      for (const sheet of sheets.slice(1)) {
        expect([sheet.name, sheet.freezePane?.rows, sheet.tables?.length, sheet.merges ?? []]).toEqual([sheet.name, 1, 1, []]);
        expect(sheet.tables![0]!.columns.map(({ name }) => name)).toEqual(sheet.rows[0]);
        expect(new Set(sheet.rows[0]).size).toBe(sheet.rows[0]!.length);
        expect(sheet.columns!.every(({ width }) => width! > 0)).toBe(true);
      }
    });

    it('has no blank figure, and no cell that is an error or a formula', async () => {
      const { sheets } = await workbook();
      for (const sheet of sheets.slice(1)) {
        const figures = sheet.name === 'Answers' ? sheet.rows.map((row) => row.slice(0, 9)) : sheet.rows;
        expect(figures.flat().filter((cell) => cell === null || cell === '')).toEqual([]);
      }
      expect(formulas({ sheets } as Workbook)).toEqual([]);
    });
  });

  describe('says the same as the screens', () => {
    it.each(['', '?phase=primary', '?type=Academy%20converter'])('on response rates %s', async (query) => {
      const { total, byArea, byGroup, byType } = await view(`response-rates${query}`);
      const rows = tableOf(await workbook(query), 'Response rates');
      expect(rows.map((row) => [row['Organisations'], row['Returned'], row['Asked'], row['Per cent']]))
        .toEqual([total, ...byArea, ...byGroup, ...byType].map(({ label, submitted, denominator, percent }) => [label, submitted, denominator, percent ?? '[x]']));
    });

    it.each(['', '?phase=primary', '?phase=secondary'])('on every cell, row and column of the heatmap %s', async (query) => {
      const { rows, standards, levels } = await view(`heatmap${query}${query ? '&' : '?'}sort=name`);
      const sheet = tableOf(await workbook(query), 'Standards');
      const letter = new Map<string, string>(levels.map((level: { key: string; letter: string }) => [level.key, level.letter]));
      const absent = { 'not-asked': '[z]', 'not-rated': '[x]', 'not-returned': '[x]' } as Record<string, string>;
      for (const [at, row] of rows.entries()) {
        const written = sheet[at]!;
        expect(written['Organisation']).toBe(row.name.startsWith('=') ? `'${row.name}` : row.name);
        expect(standards.map(({ ref, title }: { ref: string; title: string }) => written[`${ref} ${title}`]))
          .toEqual(row.cells.map((cell: { level: string; self: string | null; state: string }) => (cell.self ? `${letter.get(cell.self)}>` : '') + (letter.get(cell.level) ?? absent[cell.state])));
        expect(levels.map(({ word, letter }: { word: string; letter: string }) => written[`${word} (${letter})`])).toEqual(levels.map(({ key }: { key: string }) => row.counts[key]));
        expect(written['Per cent meeting']).toBe(row.percentMeets ?? '[x]');
      }
      const summary = Object.fromEntries(sheet.slice(rows.length).map((row) => [row['Organisation'], row]));
      for (const standard of standards) {
        const column = `${standard.ref} ${standard.title}`;
        expect(levels.map(({ word, letter }: { word: string; letter: string }) => summary[`Organisations at ${word} (${letter})`]![column]))
          .toEqual(levels.map(({ key }: { key: string }) => standard.counts[key]));
        expect([summary['Organisations rated']![column], summary['Per cent meeting']![column], summary['Per cent meeting, last round']![column]])
          .toEqual([standard.base, standard.percentMeets ?? '[x]', standard.lastPercentMeets ?? '[x]']);
      }
    });

    it('on every question and every answer', async () => {
      const file = await workbook();
      const [questions, answers, tidy] = [tableOf(file, 'Questions'), tableOf(file, 'Answers'), await csv()];
      expect(questions).toHaveLength(template.sections.flatMap((section) => section.questions).length);
      for (const { key, ref } of template.sections.flatMap((section) => section.questions)) {
        const detail = await view(`questions/${version.id(key)}`);
        const row = questions.find((one) => one['Ref'] === ref)!;
        const { distribution: told } = detail;
        expect([row['Answered'], row['Does not apply'], row['Unanswered'], row['Not asked']]).toEqual([told.base, told.notApplicable, told.unanswered, told.notAsked]);
        if (detail.levels.length > 0) {
          expect(['Met (G)', 'Partly met (A)', 'Not met (R)'].map((level) => row[level])).toEqual([told.counts.green, told.counts.amber, told.counts.red]);
          expect(row['Per cent meeting']).toBe(told.percentMeets ?? '[x]');
        }
        const told2 = [answers.filter((one) => one['Ref'] === ref), tidy.filter((one) => one['question_key'] === key)];
        for (const told of told2) expect(told).toHaveLength(detail.answers.length);
        for (const answer of detail.answers) {
          const name = answer.name.startsWith('=') ? `'${answer.name}` : answer.name;
          const written = told2[0]!.find((one) => one['Organisation'] === name)!;
          const row = told2[1]!.find((one) => one['organisation_name'] === name)!;
          expect(unescaped(written['Words'])).toBe(answer.note);
          expect(unescaped(row['words'])).toBe(answer.note);
          expect([row['level_key'], unescaped(row['not_applicable_reason']), row['value'], row['last_level_key']])
            .toEqual([answer.level?.key ?? '', answer.naReason ?? '', answer.value ?? '', answer.last?.key ?? '']);
          if (answer.level) expect([written['Level'], written['Level in words']]).toEqual([answer.level.letter, answer.level.word]);
        }
      }
    });
  });

  it('keeps to the filters, in its base as in its counts, and says so on the cover', async () => {
    const filtered = await workbook(`?areaId=${here.areas[0]!.id}`);
    expect(Object.fromEntries(filtered.sheets[0]!.rows)).toMatchObject({ 'Filters': 'Area: Middlesbrough', 'Organisations returned': expect.stringContaining('2 of 2') });
    expect(tableOf(filtered, 'Questions').find((row) => row['Ref'] === '2.1')).toMatchObject({ 'Met (G)': 1, 'Not met (R)': 1, 'Answered': 2 });
    expect(new Set((await csv('?phase=secondary')).map((row) => row['organisation_name']))).toEqual(new Set(['Cedar']));
    expect(new Set((await csv('?type=Academy%20converter')).map((row) => row['organisation_name']))).toEqual(new Set(["'=Birch"]));
  });

  it('has a row for each organisation and each question it was asked, and for nothing else', async () => {
    const rows = await csv();
    expect(rows.map((row) => `${row['organisation_name']} ${row['question_ref']} ${row['state']}`)).toEqual([
      "'=Birch 1.1 answered", "'=Birch 1.2 answered", "'=Birch 2.1 answered", "'=Birch 2.2 not-applicable",
      'Ash 1.1 answered', 'Ash 1.2 answered', 'Ash 2.1 answered', 'Ash 2.2 answered',
      'Cedar 1.1 answered', 'Cedar 1.2 answered', 'Cedar 2.1 answered', 'Cedar 2.2 answered', 'Cedar 2.4 answered', 'Cedar 3.1 unanswered',
    ]);
    expect(rows[0]).toMatchObject({ round_reference: 'S175-2627', provisional: 'true', question_type: 'person', value: 'J Ahmed, Deputy head', level_key: '' });
    expect(rows[6]).toMatchObject({ level_key: 'red', level_letter: 'R', level_word: 'Not met', level_score: '0', meets: 'false', last_level_key: 'green', standard_key: 'leadership' });
  });

  it('is well formed where nobody has returned', async () => {
    const empty = await aReturnedRound(api, version, template, [{ organisation: await aSchool(api), state: 'not-started' }]);
    const file = await workbook('', empty.id);
    expect(tableOf(file, 'Answers')).toEqual([]);
    expect(tableOf(file, 'Questions')[2]).toMatchObject({ 'Ref': '2.1', 'Met (G)': 0, 'Answered': 0, 'Per cent meeting': '[x]', 'Answered, last round': '[x]' });
    expect(file.sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => /NaN|undefined|null/.test(String(cell ?? '')))).toEqual([]);
    expect(await csv('', empty.id)).toEqual([]);
    const unasked = await workbook('?sector=police');
    expect(tableOf(unasked, 'Response rates')[0]).toMatchObject({ Returned: 0, Asked: 0, 'Per cent': '[x]' });
  });

  it('runs nothing that anybody wrote, and loses nothing of it', async () => {
    const school = await aSchool(api, { name: 'Any school' });
    const any = await aReturnedRound(api, version, template, [{ organisation: school, answers: all('red') }]);
    const tricks = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'", "'=", ' =', '\u200b=', '"', '",=', ';=', '_x003D_', '_x005F_x003D_', '#REF!', '#N/A', '\uFFFF', '\u0001', '<c>', '&amp;', '😀');
    const words = fc.array(fc.oneof(tricks, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 5 })
      // PostgreSQL keeps no U+0000, so nothing with it can be stored
      .map((parts) => parts.join('').replaceAll('\0', ''));
    await fc.assert(fc.asyncProperty(words, words, async (note, reason) => {
      // more files than one person may take at once
      await api.administrator.query('delete from app.attempt');
      await api.administrator.query('update app.answer set note = $2 where submission_id = $1 and question_id = $3', [any.returnOf(school), note, version.id('policy')]);
      await api.administrator.query('update app.answer set na_reason = $2 where submission_id = $1 and question_id = $3', [any.returnOf(school), reason, version.id('training')]);
      await api.administrator.query('update app.round_member set organisation_name = $2 where round_id = $1', [any.id, note || 'x']);
      const bytes = Buffer.from((await download(member, 'xlsx', '', any.id)).body);
      const parts = [...unzipped(bytes)].filter(([name]) => name.endsWith('.xml'));
      expect(parts.filter(([, xml]) => /<f[ >/]|t="e"|[\uFFFE\uFFFF\x01-\x08\x0b\x0c\x0e-\x1f]/.test(xml)).map(([name]) => name)).toEqual([]);
      const file = await readXlsx(new Uint8Array(bytes));
      expect(formulas(file)).toEqual([]);
      const [tidy, sheet] = [await csv('', any.id), tableOf(file, 'Answers')];
      const written = [sheet[2]!['Words'], sheet[3]!['Why it does not apply'], sheet[0]!['Organisation'], tidy[2]!['words'], tidy[3]!['not_applicable_reason'], tidy[0]!['organisation_name']].map((cell) => String(cell ?? ''));
      for (const text of written) expect(text).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u);
      expect(written.map(unescaped)).toEqual([note, reason, note || 'x', note, reason, note || 'x']);
    }), { numRuns: 60 });
  });

  describe('who may take it', () => {
    it.each([
      ['a school lead', 'lead', 403], ['an executive', 'executive', 403], ['a scrutineer', 'scrutineer', 403], ['the business unit', 'business-unit', 200],
    ] as const)('%s: %s %d', async (_, role, status) => {
      const organisationId = role === 'lead' ? (await aSchool(api)).id : null;
      const client = await signedIn(api, await aPerson(api, { role, organisationId }));
      for (const extension of ['xlsx', 'csv']) expect((await download(client, extension)).status).toBe(status);
    });

    it('nobody of another partnership, to whom there is no such round', async () => {
      const { businessUnit } = await anotherPartnership(api);
      for (const extension of ['xlsx', 'csv']) expect(await download(businessUnit, extension)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    });

    it('refuses a filter that it does not know', async () => {
      expect(await download(member, 'xlsx', '?phase=infant')).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    });
  });
});

/** What somebody wrote, from what the file says: the apostrophe before a formula is ours. */
function unescaped(cell: unknown): string {
  const text = String(cell ?? '');
  return /^'+(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫])/u.test(text) ? text.slice(1) : text;
}

function tableOf({ sheets }: Workbook, name: string): Table {
  const [header, ...rows] = sheets.find((sheet) => sheet.name === name)!.rows;
  return rows.map((row) => Object.fromEntries(header!.map((column, at) => [String(column), row[at] ?? null])));
}

function formulas({ sheets }: Workbook): unknown[] {
  return sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])].filter(({ formula, type }) => formula !== undefined || type === 'formula' || type === 'error'));
}
