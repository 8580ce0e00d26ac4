import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Client } from './client';
import { aQuestion, aQuestionnaire, published, save, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, anOpenRound, returnOf, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

const table = {
  rows: [{ key: 'teachers', label: 'Teachers' }, { key: 'support', label: 'Support staff' }],
  columns: [{ key: 'all', label: 'All', type: 'number' as const }, { key: 'trained', label: 'Trained', type: 'percentage' as const }],
};
const template = aQuestionnaire({
  code: 'every-type', title: 'Every type',
  sections: [{
    key: 'all', ref: '1', title: 'All', intro: '', weight: 1, questions: [
      aQuestion('1.1', 'figures', { type: 'table', table }),
      aQuestion('1.2', 'log', { type: 'evidence', evidenceRule: 'required', evidence: ['A training log'] }),
      aQuestion('1.3', 'statement', { type: 'declaration' }),
      aQuestion('1.4', 'line', { type: 'text', lines: 'one', required: false }),
      aQuestion('1.5', 'academies', { appliesTo: { types: ['Academy converter'] } }),
      aQuestion('1.6', 'seaside', { appliesTo: { areas: ['807'] } }),
    ],
  }],
});
const cells = { cells: { teachers: { all: 40, trained: 95 }, support: { all: 12, trained: '' } } };
const log = [{ title: 'Training log', where: 'Shared drive' }];

describe('answers of every type', () => {
  let api: RunningApi;
  let here: Partnership;
  let version: Published;
  let lead: Client;
  let school: { id: string };
  let round: { id: string };
  let returnId: string;
  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    version = await published(api, here.id, template);
    school = await aSchool(api, { name: 'Ash' });
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id }));
    round = await anOpenRound(here.businessUnit, { code: 'every-type' });
    returnId = await returnOf(api, round, school);
  });
  afterAll(() => api.stop());

  const answer = (key: string, value: unknown, at = 0) => save(lead, returnId, version.id(key), valued(value), at);

  it('are counted, handed in and exported', async () => {
    for (const [key, value] of [['figures', cells], ['log', log], ['statement', true], ['line', 'In a word']] as const) {
      expect(await answer(key, value)).toMatchObject({ status: 200, body: { answer: { value } } });
    }
    expect((await answer('figures', null, 1)).body.progress).toEqual({ answered: 2, required: 3 });
    expect((await answer('figures', cells, 2)).body.progress).toEqual({ answered: 3, required: 3 });
    const path = `/api/submissions/${returnId}`;
    const { body } = await lead.get(path);
    expect(body.sections[0].questions.map((question: { answer: { value: unknown } }) => question.answer.value)).toEqual([cells, log, true, 'In a word']);
    expect((await lead.post(`${path}/submit`, { declared: true, name: 'J Ahmed', role: 'Designated Safeguarding Lead' })).status).toBe(200);
    expect((await lead.get(`${path}/receipt`)).status).toBe(200);
    const csv = await here.businessUnit.get<ArrayBuffer>(`/api/rounds/${round.id}/export.csv`);
    const rows = parse(Buffer.from(csv.body), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row['question_key'], row['table_row'], row['table_column'], row['value']])).toEqual([
      ['figures', 'Teachers', 'All', '40'], ['figures', 'Teachers', 'Trained', '95'], ['figures', 'Support staff', 'All', '12'],
      ['log', '', '', 'Training log: Shared drive'], ['statement', '', '', 'Confirmed'], ['line', '', '', 'In a word'],
    ]);
  });

  it('are asked for by type and area, as they were when the round opened', async () => {
    const [, redcar] = here.areas;
    const academy = await aSchool(api, { name: 'Birch', type: 'Academy converter' });
    const seaside = await aSchool(api, { name: 'Cedar', areaId: redcar!.id });
    const everywhere = await aSchool(api, { name: 'Elm', areaId: null });
    const opened = await anOpenRound(here.businessUnit, { code: 'every-type' });
    await api.administrator.query("update app.organisation set type = 'Foundation school' where id = $1", [academy.id]);
    const asked = async (one: { id: string }) => {
      const client = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: one.id }));
      const id = await returnOf(api, opened, one);
      const { body } = await client.get(`/api/submissions/${id}`);
      const saved = [(await save(client, id, version.id('academies'), { level: 'green', value: null, note: '', naReason: null })).status, (await save(client, id, version.id('seaside'), { level: 'green', value: null, note: '', naReason: null })).status];
      return [body.sections[0].questions.map(({ key }: { key: string }) => key).slice(4), body.progress.required, saved];
    };
    expect(await asked(school)).toEqual([[], 3, [422, 422]]);
    expect(await asked(academy)).toEqual([['academies'], 4, [200, 422]]);
    expect(await asked(seaside)).toEqual([['seaside'], 4, [422, 200]]);
    expect(await asked(everywhere)).toEqual([['seaside'], 4, [422, 200]]);
    const board = await here.businessUnit.get(`/api/rounds/${opened.id}/board`);
    const required = board.body.rows.map((row: { organisationName: string; required: number }) => [row.organisationName, row.required]);
    expect(required.sort()).toEqual([['Ash', 3], ['Birch', 4], ['Cedar', 4], ['Elm', 4]]);
  });
});
