import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers } from '@attest/domain/questionnaire';
import type { Client } from './client';
import { aReturnedRound } from './returned-round';
import { aQuestionnaire, published, rated, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

const template = aQuestionnaire();
const answers = { 'uses-placements': valued('no'), policy: rated('green', 'A rota for supervision.'), training: rated('green') } as Answers;

describe('themes and good practice', () => {
  let api: RunningApi;
  let [member, scrutineer, lead, otherLead, unfinished]: Client[] = [];
  let version: Published;
  let round: Awaited<ReturnType<typeof aReturnedRound>>;
  let [ash, birch, cedar]: { id: string }[] = [];
  const at = (school: { id: string }, what: string) => `/api/submissions/${round.returnOf(school)}/answers/${version.id('policy')}/${what}`;
  const marks = async () => (await member!.get(`/api/rounds/${round.id}/questions/${version.id('policy')}/marks`)).body;

  beforeAll(async () => {
    api = await startApi();
    const here = await aPartnership(api);
    member = await signedIn(api, await aPerson(api, { role: 'qp-member', name: 'Tom Okafor' }));
    scrutineer = await signedIn(api, await aPerson(api, { role: 'scrutineer' }));
    [ash, birch, cedar] = [await aSchool(api, { name: 'Ash' }), await aSchool(api, { name: 'Birch' }), await aSchool(api, { name: 'Cedar' })];
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: ash.id }));
    otherLead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: cedar.id }));
    unfinished = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: birch.id }));
    version = await published(api, here.id, template);
    round = await aReturnedRound(api, version, template, [{ organisation: ash, answers }, { organisation: birch, answers, state: 'in-progress' }, { organisation: cedar, answers }], { name: 'Sample' });
  });
  afterAll(() => api.stop());

  it('are kept in a list of the partnership’s own, each name once', async () => {
    expect((await member!.post('/api/themes', { name: 'Supervision' })).body).toMatchObject({ name: 'Supervision', retired: false, answers: 0 });
    expect((await member!.post('/api/themes', { name: ' supervision ' })).body).toMatchObject({ faults: [{ where: 'name', detail: expect.stringContaining('already') }] });
    const { body: online } = await member!.post('/api/themes', { name: 'Onlien safety' });
    expect((await member!.put(`/api/themes/${online.id}`, { name: 'Online safety', retired: true })).body).toMatchObject({ name: 'Online safety', retired: true });
    expect((await member!.get('/api/themes')).body.map(({ name }: { name: string }) => name)).toEqual(['Supervision', 'Online safety']);
  });

  it('are given to answers that were handed in, and counted', async () => {
    const [theme, retired] = (await member!.get('/api/themes')).body;
    expect((await member!.put(at(ash!, 'themes'), { themeIds: [theme.id, retired.id] })).status).toBe(204);
    expect(await marks()).toMatchObject({ themes: [{ answers: 1 }, { answers: 0 }], answers: expect.arrayContaining([{ submissionId: round.returnOf(ash!), themes: [theme.id], practice: null }]) });
    expect((await member!.put(at(birch!, 'themes'), { themeIds: [theme.id] })).status).toBe(404);
    expect((await member!.put(at(ash!, 'themes'), { themeIds: ['0198c0de-7000-7000-8000-000000000001'] })).status).toBe(404);
  });

  it('good practice is marked with a reason, asked about, and listed with the words and themes', async () => {
    expect((await member!.put(at(ash!, 'good-practice'), { why: '    ', state: 'marked' })).status).toBe(400);
    expect((await member!.put(at(ash!, 'good-practice'), { why: 'A rota others could copy.', state: 'marked' })).status).toBe(204);
    expect((await member!.put(at(ash!, 'good-practice'), { why: 'A rota others could copy.', state: 'agreed' })).status).toBe(204);
    expect((await scrutineer!.get('/api/good-practice')).body).toMatchObject([{
      organisation: 'Ash', question: expect.stringContaining('policy'), why: 'A rota others could copy.', note: 'A rota for supervision.', state: 'agreed', themes: ['Supervision'], by: 'Tom Okafor',
    }]);
    for (const again of [1, 2]) expect([again, (await member!.delete(at(ash!, 'good-practice'))).status]).toEqual([again, 204]);
    expect((await scrutineer!.get('/api/good-practice')).body).toEqual([]);
  });

  it('good practice is told to those who took part once it was agreed, in words of its own, and by name only where that was said', async () => {
    const read = async (client: Client, school: { id: string }) => client.get(`/api/submissions/${round.returnOf(school)}/good-practice`);
    const mark = (practice: object) => member!.put(at(ash!, 'good-practice'), { why: 'A rota others could copy.', state: 'agreed', ...practice });
    expect((await mark({ state: 'asked', told: { words: 'One school has a rota.', named: true } })).body).toMatchObject({ faults: [{ where: 'state' }] });
    expect((await mark({ told: { words: '    ', named: true } })).body).toMatchObject({ faults: [{ where: 'told' }] });
    expect((await mark({})).status).toBe(204);
    expect((await read(otherLead!, cedar!)).body).toEqual([]);
    expect((await mark({ told: { words: 'One school has a rota.', named: false } })).status).toBe(204);
    const example = { question: expect.stringContaining('policy'), words: 'One school has a rota.' };
    expect((await read(otherLead!, cedar!)).body).toEqual([expect.objectContaining({ ...example, organisation: null, own: false })]);
    expect(JSON.stringify((await read(otherLead!, cedar!)).body)).not.toMatch(/Ash|rota for supervision|copy/);
    expect((await read(lead!, ash!)).body).toMatchObject([{ own: true }]);
    expect((await read(member!, cedar!)).body).toMatchObject([example]);
    await mark({ told: { words: 'One school has a rota.', named: true } });
    expect((await read(otherLead!, cedar!)).body).toMatchObject([{ organisation: 'Ash' }]);
    expect((await member!.get('/api/good-practice')).body).toMatchObject([{ told: { words: 'One school has a rota.', named: true } }]);
    // not of another's return, and not before one's own is handed in
    expect([(await read(lead!, cedar!)).status, (await read(unfinished!, birch!)).status]).toEqual([404, 404]);
    await mark({ state: 'declined' });
    expect((await read(otherLead!, cedar!)).body).toEqual([]);
    await member!.delete(at(ash!, 'good-practice'));
  });

  it('are the group’s to give, and no organisation sees them', async () => {
    expect((await scrutineer!.post('/api/themes', { name: 'Mine' })).status).toBe(403);
    expect((await scrutineer!.put(at(ash!, 'good-practice'), { why: 'Nice.', state: 'marked' })).status).toBe(403);
    for (const address of ['/api/themes', '/api/good-practice', `/api/rounds/${round.id}/questions/${version.id('policy')}/marks`]) expect((await lead!.get(address)).status).toBe(403);
  });

  it('go with the return when it is disposed of', async () => {
    await api.administrator.query('update app.submission set disposed_on = current_date where id = $1', [round.returnOf(ash!)]);
    expect((await api.administrator.query('select from app.answer_theme')).rows).toHaveLength(0);
  });
});
