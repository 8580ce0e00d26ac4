import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Any } from './any';
import type { Client } from './client';
import { answerAll, aQuestion, aQuestionnaire, aRound, declaration, published, rated, save, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('the round before', () => {
  let api: RunningApi;
  let here: Partnership;
  let [then, now]: Published[] = [];
  let school: { id: string; name: string };
  let lead: Client;
  let [before, returnId] = ['', ''];

  const section = aQuestionnaire().sections[1]!;
  /** This year 2.1 has other words, and 2.2 is two questions. */
  const thisYear = aQuestionnaire({
    edition: '2027-28', follows: '2026-27', retired: [],
    sections: [aQuestionnaire().sections[0]!, { ...section, questions: [
      aQuestion('2.1', 'policy', { wording: 'Is the policy read?', lineage: { kind: 'reworded', from: ['policy'] } }),
      aQuestion('2.2', 'training-lead', { explanation: 'required', lineage: { kind: 'split', from: ['training'] } }),
      aQuestion('2.3', 'training-all', { required: false, lineage: { kind: 'split', from: ['training'] } }),
    ] }],
  });

  const view = async () => (await lead.get(`/api/submissions/${returnId}`)).body;
  const question = async (key: string): Promise<Any> => (await view()).sections.flatMap((one: Any) => one.questions).find((one: Any) => one.key === key);
  const start = (key: string, from: string, operationId: string = randomUUID()) => lead.post(`/api/submissions/${returnId}/answers/${now!.id(key)}/starting-point`, { operationId, fromQuestionId: then!.id(from) });

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    then = await published(api, here.id, aQuestionnaire());
    now = await published(api, here.id, thisYear);
    school = await aSchool(api, { partnershipId: here.id });
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id, name: 'J Ahmed' }));
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    const round = await aRound(api, then!, [school.id]);
    before = round.returnOf(school);
    await answerAll(lead, then!, before);
    await save(lead, before, then!.id('policy'), rated('amber', 'Being reviewed.'), 1);
    expect((await lead.post(`/api/submissions/${before}/submit`, declaration)).status).toBe(200);
    returnId = (await aRound(api, now!, [school.id], { previousRoundId: round.id })).returnOf(school);
  });

  it('stands beside each question that comes from one of it, with the words it was asked in', async () => {
    expect((await question('policy')).lastRounds).toMatchObject([{ kind: 'reworded', wording: 'Wording of policy?', ref: '2.1', level: { key: 'amber' }, note: 'Being reviewed.', comparable: true, mayStart: true }]);
    for (const key of ['training-lead', 'training-all']) {
      expect((await question(key)).lastRounds).toMatchObject([{ kind: 'split', ref: '2.2', title: 'Title of training', comparable: false, mayStart: true }]);
      expect((await question(key)).lastRound).toBeNull();
    }
    expect((await question('lead')).lastRounds).toMatchObject([{ kind: 'same', value: { name: 'J Ahmed' }, mayStart: true }]);
    expect((await question('uses-placements')).lastRounds).toMatchObject([{ kind: 'same', value: 'no', mayStart: false }]);
  });

  it('gives its words to start from, never its rating, and counts for nothing until somebody has looked', async () => {
    const started = await start('policy', 'policy');
    expect(started).toMatchObject({ status: 200, body: { answer: { level: null, note: 'Being reviewed.', toCheck: true, carried: 'unchanged', version: 1, updatedBy: 'J Ahmed' }, progress: { answered: 0 } } });
    const rating = await save(lead, returnId, now!.id('policy'), rated('green', 'Being reviewed.'), 1);
    expect(rating.body).toMatchObject({ answer: { level: 'green', toCheck: true, carried: 'unchanged' }, progress: { answered: 0 } });
    expect((await view()).blockers.map(({ ref, code }: Any) => [ref, code])).toContainEqual(['2.1', 'to-check']);
    const confirmed = await save(lead, returnId, now!.id('policy'), rated('green', 'Being reviewed.'), 2);
    expect(confirmed.body).toMatchObject({ answer: { toCheck: false, carried: 'unchanged', version: 3 }, progress: { answered: 1 } });
    expect((await view()).unchangedWords).toEqual({ unchanged: 1, of: 1 });
    const changed = await save(lead, returnId, now!.id('policy'), rated('green', 'Reviewed in May.'), 3);
    expect(changed.body.answer).toMatchObject({ toCheck: false, carried: 'changed' });
    expect((await view()).unchangedWords).toEqual({ unchanged: 0, of: 1 });
  });

  it('stands in nobody’s way where the question is optional, and is said to be left out until somebody has looked', async () => {
    const leftOut = async () => (await lead.get(`/api/submissions/${returnId}/signing`)).body.leftOut.map(({ ref }: Any) => ref);
    await start('training-all', 'training');
    await start('policy', 'policy');
    expect(await leftOut()).toEqual(['2.3']);
    expect((await view()).blockers.map(({ ref }: Any) => ref)).not.toContain('2.3');
    await save(lead, returnId, now!.id('training-all'), rated('green', 'All staff in September.'), 1);
    await save(lead, returnId, now!.id('training-all'), rated('green', 'All staff in September.'), 2);
    expect(await leftOut()).toEqual([]);
  });

  it('counts as looked at once its words are changed', async () => {
    await start('training-lead', 'training');
    const changed = await save(lead, returnId, now!.id('training-lead'), rated('green', 'The lead in September.'), 1);
    expect(changed.body).toMatchObject({ answer: { toCheck: false, carried: 'changed' }, progress: { answered: 1 } });
    await start('lead', 'lead');
    expect((await question('lead')).answer).toMatchObject({ value: { name: 'J Ahmed', role: 'Deputy head' }, toCheck: true });
    expect((await save(lead, returnId, now!.id('lead'), valued({ name: 'J Ahmed', role: 'Deputy head' }), 1)).body.answer).toMatchObject({ toCheck: false, carried: 'unchanged' });
  });

  describe('its evidence', () => {
    const link = async (title: string, reviewBy: string | null = null) => (await lead.post(`/api/organisations/${school.id}/evidence/links`, { kind: 'link', title, location: 'https://school.example/policy', owner: 'J Ahmed', reviewBy })).body.id as string;
    const use = (id: string, key: string, of = returnId, version = now!) => lead.put(`/api/submissions/${of}/answers/${version.id(key)}/evidence/${id}`, undefined);

    it('stands beside each question that comes from the one it was shown for, and is used again piece by piece', async () => {
      const last = (await aRound(api, then!, [school.id]));
      const [policy, log] = [await link('Policy'), await link('Training log')];
      await answerAll(lead, then!, last.returnOf(school));
      for (const id of [policy, log]) expect((await use(id, 'training', last.returnOf(school), then!)).status).toBe(200);
      await lead.post(`/api/submissions/${last.returnOf(school)}/submit`, declaration);
      returnId = (await aRound(api, now!, [school.id], { previousRoundId: last.id })).returnOf(school);
      for (const key of ['training-lead', 'training-all']) expect((await question(key)).lastRounds).toMatchObject([{ reusable: true, shown: [{ id: policy, title: 'Policy', expired: false }, { id: log }] }]);
      expect((await question('policy')).lastRounds).toMatchObject([{ shown: [] }]);
      expect((await use(log, 'training-all')).body.shown).toMatchObject([{ id: log }]);
      expect((await question('training-all')).shown).toMatchObject([{ id: log }]);
    });

    it('is not used again once its review date has passed, until it has a new one', async () => {
      const id = await link('Policy', '2026-11-21');
      expect(await use(id, 'policy')).toMatchObject({ status: 422, body: { detail: expect.stringContaining('review date of this piece has passed') } });
      await lead.put(`/api/evidence/${id}`, { title: 'Policy', owner: 'J Ahmed', reviewBy: '2027-11-21' });
      expect((await use(id, 'policy')).status).toBe(200);
    });
  });

  it('is taken once, however often it is sent, and never over what somebody wrote', async () => {
    const operation = randomUUID();
    const both = await Promise.all([start('policy', 'policy', operation), start('policy', 'policy', operation)]);
    expect(both.map(({ status, body }) => [status, body.answer.version])).toEqual([[200, 1], [200, 1]]);
    expect(await start('policy', 'policy')).toMatchObject({ status: 409, body: { code: 'already-done' } });
    await save(lead, returnId, now!.id('training-all'), rated('red'));
    expect(await start('training-all', 'training')).toMatchObject({ status: 409 });
    expect((await question('training-all')).lastRounds[0].mayStart).toBe(false);
  });

  it('gives nothing that the question does not come from, nothing of another organisation, and nothing once the return is handed in', async () => {
    expect((await start('policy', 'training')).status).toBe(400);
    expect((await start('uses-placements', 'uses-placements')).status).toBe(400);
    const neighbour = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: (await aSchool(api, { partnershipId: here.id })).id }));
    const body = { operationId: randomUUID(), fromQuestionId: then!.id('policy') };
    expect((await neighbour.post(`/api/submissions/${returnId}/answers/${now!.id('policy')}/starting-point`, body)).status).toBe(404);
    await api.administrator.query("update app.submission set state = 'submitted', submitted_at = now(), reference = 'X' where id = $1", [returnId]);
    expect((await start('policy', 'policy')).body.code).toBe('return-not-editable');
  });
});
