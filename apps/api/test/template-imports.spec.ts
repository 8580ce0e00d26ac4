import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { tidied, type Template } from '@attest/domain/questionnaire';
import { sheetsOf, type Cell, type Sheet } from '@attest/domain/workbook';
import { canonicalJson, readSheetsOf } from '@attest/shared/api';
import { libraryTemplates } from '@attest/templates/api';
import { templates } from '../../../libs/domain/src/questionnaire/arbitraries';
import type { Client } from './client';
import { aDraft, read, type Draft } from './draft-scenes';
import { aQuestion, aQuestionnaire, published, type Published } from './return-scenes';
import { aPartnership, aPerson, anotherPartnership, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { bytesOf, uploadWorkbook, workbookOf } from './workbook-files';

describe('a workbook that comes back', () => {
  let api: RunningApi;
  let here: Partnership;
  let elsewhere: Partnership;
  let version: Published;
  let unit: Client;
  beforeAll(async () => {
    api = await startApi();
    here = await aPartnership(api);
    elsewhere = await anotherPartnership(api);
    version = await published(api, here.id, aQuestionnaire());
    unit = here.businessUnit;
  });
  afterAll(() => api.stop());

  const fresh = (code: string, more: Partial<Template> = {}) => aQuestionnaire({ code, ...more });
  const changed = (template: Template, name: string, change: (rows: Cell[][]) => void): readonly Sheet[] => sheetsOf(template).map((sheet) => {
    if (sheet.name !== name) return sheet;
    const rows = sheet.rows.map((row) => [...row]);
    change(rows);
    return { ...sheet, rows };
  });
  const countDrafts = async () => (await api.administrator.query('select count(*)::int as count from app.template_version')).rows[0].count;
  const apply = (id: string, reasons: readonly object[] = []) => unit.post(`/api/templates/imports/${id}/apply`, { reasons });
  const draftOf = async ({ draftId }: { draftId: string }) => (await unit.get<Draft>(`/api/templates/drafts/${draftId}`)).body;

  it.each(['xlsx', 'ods'] as const)('goes out as %s and becomes the same draft', async (format) => {
    const draft = await aDraft(unit, version.versionId);
    const out = await unit.get<ArrayBuffer>(`/api/templates/drafts/${draft.id}/workbook.${format}`);
    expect([out.status, out.headers.get('content-disposition'), out.headers.get('cache-control')]).toEqual([200, `attachment; filename="sample_2027-28.${format}"`, 'no-store']);
    const { status, body } = await uploadWorkbook(unit, new Uint8Array(out.body), { name: `sample.${format}`, against: draft.id });
    expect([status, body]).toEqual([201, expect.objectContaining({
      fileName: `sample.${format}`, format, problems: [], later: [], skipped: [], outline: { code: 'sample', edition: '2027-28', title: 'Sample return', sections: 3, questions: 7 }, draftId: null, moves: ['skip', 'apply'],
      differences: { against: { id: draft.id, edition: '2027-28', title: 'Sample return', draft: true }, added: [], reworded: [], altered: [], removed: [], around: [], same: 7 },
    })]);
    const applied = await apply(body.id);
    expect(applied).toMatchObject({ status: 200, body: { moves: [] } });
    expect(canonicalJson((await draftOf(applied.body)).template)).toBe(canonicalJson(draft.template));
  });

  it('goes out whole for each questionnaire of the library', async () => {
    const { body } = await unit.get('/api/templates');
    for (const { versionId, code } of body.filter(({ code }: { code: string }) => libraryTemplates.some((one) => one.code === code))) {
      const out = await unit.get<ArrayBuffer>(`/api/templates/versions/${versionId}/workbook.xlsx`);
      const { body: seen } = await uploadWorkbook(unit, new Uint8Array(out.body));
      expect([code, seen.problems, seen.differences?.around]).toEqual([code, [], expect.arrayContaining(['edition', 'the edition it follows'])]);
    }
  });

  it('becomes the same draft, whatever it asks', async () => {
    await fc.assert(fc.asyncProperty(templates, fc.nat(), async (template, n) => {
      const made = { ...template, code: `sheet-${n}` };
      const { body } = await uploadWorkbook(unit, await workbookOf(made));
      expect(canonicalJson((await draftOf((await apply(body.id)).body)).template)).toBe(canonicalJson(tidied(made)));
    }), { numRuns: 15 });
  });

  describe('with something wrong', () => {
    const wrong = () => changed(fresh('wrong'), 'Questions', (rows) => {
      rows[1]![rows[0]!.indexOf('full_wording')] = null;
      rows.push(['9.9', null, '1', 'rating', 'Odd']);
    });

    it('tells all of it, and becomes no draft', async () => {
      const before = await countDrafts();
      const { status, body } = await uploadWorkbook(unit, await bytesOf(wrong()));
      expect([status, body.moves, body.outline, body.differences]).toEqual([201, ['skip'], null, null]);
      expect(body.problems).toEqual(expect.arrayContaining([
        { sheet: 'Questions', row: 2, column: 'F', detail: 'full_wording is empty.', fix: 'Fill in full_wording, or delete the whole row.', canSkip: true },
        expect.objectContaining({ row: 9, column: 'D', detail: '"rating" is not one of the possible values.' }),
      ]));
      const refused = await apply(body.id);
      expect([refused.status, refused.body.code, refused.body.faults]).toEqual([422, 'file-not-accepted', expect.arrayContaining([{ where: 'Questions!F2', detail: 'full_wording is empty.' }])]);
      expect(await countDrafts()).toBe(before);
    });

    it('goes back with the problems written in, and what they are about marked', async () => {
      const { body } = await uploadWorkbook(unit, await bytesOf(wrong()), { name: 'Our questions.xlsx' });
      const back = await unit.get<ArrayBuffer>(`/api/templates/imports/${body.id}/workbook`);
      expect([back.status, back.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="Our-questions_checked.xlsx"']);
      const read = await readSheetsOf(Buffer.from(back.body), ['checks', 'questions', 'read me']);
      const sheets = 'sheets' in read ? new Map(read.sheets.map(({ name, rows }) => [name, rows])) : new Map();
      expect(sheets.get('Checks')?.[1]).toEqual(['Questions', 2, 'F', 'full_wording is empty.', 'Fill in full_wording, or delete the whole row.']);
      expect(sheets.get('Read me')?.flat().join(' ')).toContain(`lists ${body.problemCount} things to put right`);
      const again = await uploadWorkbook(unit, new Uint8Array(back.body));
      expect(again.body.problems).toEqual(body.problems);
    });

    it('is read without the rows that are left out', async () => {
      const { body } = await uploadWorkbook(unit, await bytesOf(changed(fresh('left-out'), 'Questions', (rows) => { rows.push(['9.9', null, '77', 'level', 'Odd']); })));
      const skipped = await unit.put(`/api/templates/imports/${body.id}/skipped`, { rows: ['Questions!9'] });
      expect(skipped).toMatchObject({ status: 200, body: { problems: [], skipped: ['Questions!9'], outline: { questions: 7 } } });
      expect((await unit.put(`/api/templates/imports/${body.id}/skipped`, { rows: [] })).body.problems).toHaveLength(body.problems.length);
      expect((await unit.put(`/api/templates/imports/${body.id}/skipped`, { rows: ['Questions'] })).body.code).toBe('invalid-request');
    });

    it('says in which cell a text is too long', async () => {
      const { body } = await uploadWorkbook(unit, await bytesOf(changed(fresh('too-long'), 'Questions', (rows) => { rows[2]![rows[0]!.indexOf('title')] = 'x'.repeat(400); })));
      expect(body.problems).toEqual([{ sheet: 'Questions', row: 3, column: 'E', detail: 'This must have 300 characters or fewer.', fix: 'Change it, and give the workbook back.', canSkip: true }]);
    });

    it('may still not be ready to be published', async () => {
      const { body } = await uploadWorkbook(unit, await bytesOf(changed(fresh('unready'), 'Descriptors', (rows) => { rows.splice(1, 1); })));
      expect([body.problems, body.moves, body.later.length]).toEqual([[], ['skip', 'apply'], 1]);
      expect((await draftOf((await apply(body.id)).body)).problems).toHaveLength(1);
    });
  });

  describe('with other questions', () => {
    const [first, ...others] = aQuestionnaire().sections;
    const without = (key: string, more: Partial<Template> = {}) => aQuestionnaire({
      ...more, sections: [{ ...first!, questions: [...first!.questions.filter((question) => question.key !== key), aQuestion('1.9', 'brand-new', { type: 'text', title: 'Children', wording: 'What did the pupils tell governors when somebody asked?' })] }, ...others],
    });
    const gone = first!.questions[0]!;

    it('is the next edition of the one it names, where that is published', async () => {
      const { body } = await uploadWorkbook(unit, await workbookOf(without(gone.key)));
      expect(body).toMatchObject({ published: '2026-27', outline: { edition: '2027-28' }, problems: [] });
      expect(body.differences).toMatchObject({
        against: { id: version.versionId, draft: false }, added: [expect.objectContaining({ key: 'brand-new' })], removed: [expect.objectContaining({ key: gone.key, needsReason: true })],
      });
      const refused = await apply(body.id);
      expect([refused.status, refused.body.faults]).toEqual([422, [{ where: gone.key, detail: 'Say why it is asked no more.' }]]);
      const applied = await apply(body.id, [{ key: gone.key, note: 'The inspectorate asks it.' }]);
      const draft = await draftOf(applied.body);
      expect(draft.template).toMatchObject({ edition: '2027-28', follows: '2026-27', retired: [{ key: gone.key, ref: gone.ref, title: gone.title, note: 'The inspectorate asks it.' }] });
      expect(draft['problems']).toEqual([]);
      expect((await apply(body.id, [{ key: gone.key, note: 'Twice.' }])).body.code).toBe('already-done');
    });

    it('says what differs beside the words', async () => {
      const draft = await aDraft(unit, version.versionId);
      const before = await read(unit, draft);
      const heavier: Template = { ...before.template, title: 'Another title', sections: before.template.sections.map((section) => ({ ...section, questions: section.questions.map((question) => (question.key === first!.questions[0]!.key ? { ...question, help: 'Look it up.' } : question)) })) };
      const { body } = await uploadWorkbook(unit, await workbookOf(heavier), { against: draft.id });
      expect(body.differences).toMatchObject({ around: ['title'], altered: [{ key: first!.questions[0]!.key, what: ['help'] }], added: [], removed: [], same: 6 });
    });
  });

  it('is refused with a sentence where it is no workbook', async () => {
    const refused = await uploadWorkbook(unit, Buffer.from('ref,title\n1.1,Policy'), { name: 'questions.xlsx' });
    expect([refused.status, refused.body.code, refused.body.detail]).toEqual([422, 'file-not-accepted', expect.stringContaining('no workbook that can be read')]);
    expect((await unit.post('/api/templates/imports', new FormData())).body.detail).toContain('Choose a workbook');
    expect((await uploadWorkbook(unit, new Uint8Array(6 * 1024 * 1024))).status).toBe(413);
  });

  it('is gone after seven days', async () => {
    const { body } = await uploadWorkbook(unit, await workbookOf(fresh('gone')));
    await api.administrator.query("update app.template_import set expires_at = now() - interval '1 minute' where id = $1", [body.id]);
    expect((await unit.get(`/api/templates/imports/${body.id}`)).body.code).toBe('not-found');
    const { rows: [job] } = await api.administrator.query("select start_after - created_on > interval '6 days' as waits from pgboss.job where name = 'template-import-expiry' and data->>'id' = $1", [body.id]);
    expect(job).toEqual({ waits: true });
    await api.administrator.query('select app.end_template_import($1, now())', [body.id]);
    expect((await api.administrator.query('select from app.template_import where id = $1', [body.id])).rowCount).toBe(0);
  });

  it('is for those who write templates, of their own partnership', async () => {
    const school = await aSchool(api);
    const lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id }));
    const workbook = await workbookOf(fresh('own'));
    expect((await uploadWorkbook(lead, workbook)).body.code).toBe('not-allowed');
    const { body } = await uploadWorkbook(unit, workbook);
    const draft = await aDraft(unit, version.versionId);
    expect((await uploadWorkbook(elsewhere.businessUnit, workbook, { against: draft.id })).body.code).toBe('not-found');
    for (const path of [`imports/${body.id}`, `imports/${body.id}/workbook`, `drafts/${draft.id}/workbook.xlsx`, `versions/${version.versionId}/workbook.ods`]) {
      expect([path, (await elsewhere.businessUnit.get(`/api/templates/${path}`)).body.code]).toEqual([path, 'not-found']);
      expect([path, (await lead.get(`/api/templates/${path}`)).body.code]).toEqual([path, 'not-allowed']);
    }
  });
});
