import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { aQuestion, aQuestionnaire, aRound, nothing, published, save, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('questions answered otherwise than by a rating', () => {
  let api: RunningApi;
  let version: Published;
  let lead: Client;
  let returnId: string;

  const [first, ...others] = aQuestionnaire().sections;
  const template = aQuestionnaire({ sections: [{ ...first!, questions: [...first!.questions,
    aQuestion('1.3', 'trained', { type: 'table', explanation: 'none', table: {
      rows: [{ key: 'teachers', label: 'Teachers' }, { key: 'support', label: 'Support staff' }],
      columns: [{ key: 'all', label: 'All', type: 'number' }, { key: 'trained', label: 'Trained', type: 'percentage' }, { key: 'remarks', label: 'Remarks', type: 'text' }],
    } }),
    aQuestion('1.4', 'shown', { type: 'evidence', explanation: 'none' }), aQuestion('1.5', 'confirmed', { type: 'declaration', explanation: 'none' }),
  ] }, ...others] });

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    const partnership = await aPartnership(api);
    const school = await aSchool(api);
    version = await published(api, partnership.id, template);
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id, name: 'J Ahmed' }));
    returnId = (await aRound(api, version, [school.id])).returnOf(school);
  });
  afterAll(() => api.stop());

  const asked = async (key: string) => {
    const { body } = await lead.get(`/api/submissions/${returnId}`);
    return body.sections.flatMap((section: { questions: { key: string }[] }) => section.questions).find((question: { key: string }) => question.key === key);
  };

  it.each<[string, string, object]>([
    ['a table, cell by cell', 'trained', { cells: { teachers: { all: 41, trained: 97.5 }, support: { all: 12, remarks: 'Two are new' } } }],
    ['evidence, with where it is kept', 'shown', [{ title: 'Training log', where: 'Shared drive, Safeguarding' }, { title: 'Policy', where: 'https://school.example/policy' }]],
    ['a statement that is confirmed', 'confirmed', true as unknown as object],
  ])('%s, comes back as it was given', async (_, key, value) => {
    expect(await save(lead, returnId, version.id(key), valued(value))).toMatchObject({ status: 200, body: { answer: { value } } });
    expect((await asked(key)).answer).toMatchObject({ value, version: 1 });
  });

  it('are described as they are to be drawn', async () => {
    expect(await asked('trained')).toMatchObject({ type: 'table', oneLine: false, table: { rows: [{ key: 'teachers', label: 'Teachers' }, { key: 'support' }], columns: [{ key: 'all', type: 'number' }, { type: 'percentage' }, { type: 'text' }] } });
    expect(await asked('shown')).toMatchObject({ type: 'evidence', table: null });
  });

  it.each<[string, string, unknown, RegExp]>([
    ['words where a number belongs', 'trained', { cells: { teachers: { all: 'many' } } }, /Give a number in Teachers, All of 0 or more/],
    ['a percentage over 100', 'trained', { cells: { teachers: { trained: 101 } } }, /Give a percentage in Teachers, Trained from 0 to 100/],
    ['a cell the table does not have', 'trained', { cells: { governors: { all: 3 } } }, /a cell that this table does not have/],
    ['a list for a table', 'trained', ['41'], /Fill in the table/],
    ['evidence with more about it than is asked', 'shown', [{ title: 'Log', where: 'Drive', file: 'x' }], /what it is and where it is kept/],
    ['evidence that is only words', 'shown', ['Training log'], /what it is and where it is kept/],
    ['a statement that is denied', 'confirmed', 'no', /Either confirm the statement or leave it/],
  ])('are refused with %s', async (_, key, value, words) => {
    const { version: before } = (await asked(key)).answer ?? { version: 0 };
    const refused = await save(lead, returnId, version.id(key), { ...nothing, value } as never, `"${before}"`);
    expect(refused).toMatchObject({ status: 422, body: { code: 'answer-not-accepted' } });
    expect(JSON.stringify(refused.body)).toMatch(words);
  });
});
