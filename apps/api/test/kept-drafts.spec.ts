import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { aQuestionnaire, aRound, answerAll, declaration, published, rated, save, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { unzipped } from './unzipped';

describe('words that could not be saved any more', () => {
  let api: RunningApi;
  let partnership: Partnership;
  let version: Published;
  let school: { id: string };
  let person: Person;
  let [lead, deputy]: Client[] = [];
  let returnId: string;

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    partnership = await aPartnership(api);
    school = await aSchool(api);
    version = await published(api, partnership.id, aQuestionnaire());
    person = await aPerson(api, { role: 'lead', organisationId: school.id, name: 'J Ahmed' });
    lead = await signedIn(api, person);
    deputy = await signedIn(api, await aPerson(api, { role: 'contributor', organisationId: school.id }));
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    returnId = (await aRound(api, version, [school.id])).returnOf(school);
    await answerAll(lead!, version, returnId);
    expect((await lead!.post(`/api/submissions/${returnId}/submit`, declaration)).status).toBe(200);
  });

  const draft = (note: string) => ({ operationId: randomUUID(), questionId: version.id('policy'), ...rated('amber', note), because: 'return-not-editable' });
  const keep = (client: Client, body: object) => client.post(`/api/submissions/${returnId}/kept-drafts`, body);
  const mine = async (client: Client) => (await client.get(`/api/submissions/${returnId}`)).body.keptDrafts as { id: string }[];

  it('are kept for whoever typed them, with the question they were for and why', async () => {
    expect((await save(lead!, returnId, version.id('policy'), rated('amber', 'Twelve careful lines.'))).body.code).toBe('return-not-editable');
    expect(await keep(lead!, draft('Twelve careful lines.'))).toMatchObject({ status: 200, body: [{
      ref: '2.1', title: 'Title of policy', level: { key: 'amber', word: 'Partly met' }, note: 'Twelve careful lines.', because: 'return-not-editable', keptAt: '2026-11-22T12:00:00.000Z',
    }] });
    expect(await mine(lead!)).toHaveLength(1);
    expect(await mine(deputy!)).toEqual([]);
    expect(await mine(partnership.businessUnit)).toEqual([]);
  });

  it('are kept once, however often they are sent, and in a form the database can keep', async () => {
    const sent = draft('Half \uD83D of a smile\u0000.');
    await keep(lead!, sent);
    expect((await keep(lead!, sent)).body).toMatchObject([{ note: 'Half \uFFFD of a smile.' }]);
  });

  it('are let go of by their author alone', async () => {
    const { body: [{ id }] } = await keep(lead!, draft('Mine.'));
    const drop = (client: Client) => client.delete(`/api/kept-drafts/${id}`);
    expect((await drop(deputy!)).status).toBe(404);
    expect((await drop(lead!)).status).toBe(204);
    expect((await drop(lead!)).status).toBe(204);
    expect(await mine(lead!)).toEqual([]);
  });

  it('are not taken for a question or a return that is not there', async () => {
    expect((await keep(lead!, { ...draft('Lost?'), questionId: randomUUID() })).status).toBe(404);
    expect((await lead!.post(`/api/submissions/${randomUUID()}/kept-drafts`, draft('Lost?'))).status).toBe(404);
  });

  it('are in what a person may have of themselves, and go with the return and with the person', async () => {
    await keep(lead!, draft('About me.'));
    const left = async () => Number((await api.administrator.query('select count(*) from app.kept_draft where submission_id = $1', [returnId])).rows[0].count);
    const { body } = await lead!.get<ArrayBuffer>('/api/account/records.zip');
    expect(JSON.parse(unzipped(Buffer.from(body)).get('records.json')!).drafts).toContainEqual(expect.objectContaining({ question: '2.1', note: 'About me.' }));
    await api.administrator.query("update app.submission set disposed_on = '2033-01-01' where id = $1", [returnId]);
    expect(await left()).toBe(0);
    await api.administrator.query('update app.submission set disposed_on = null where id = $1', [returnId]);
    await keep(deputy!, draft('About the deputy.'));
    await keep(lead!, draft('About me.'));
    await api.administrator.query("insert into app.erasure (partnership_id, id, person_id) values ($1, gen_random_uuid(), $2)", [partnership.id, person.id]);
    await api.administrator.query("update app.erasure set state = 'done', label = 'Former lead' where person_id = $1", [person.id]);
    expect(await left()).toBe(1);
  });
});
