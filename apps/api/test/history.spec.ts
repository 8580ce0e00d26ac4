import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Any } from './any';
import { aCarryScene, carryOver, undo, type CarryScene } from './carry-scenes';
import type { Client } from './client';
import { answerAll, aRound, declaration, nothing, rated, save, valued } from './return-scenes';
import { aPerson, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('the history of an answer', () => {
  let api: RunningApi;
  let scene: CarryScene;
  let [lead, colleague]: Client[] = [];
  let [roundId, returnId] = ['', ''];

  const question = (key: string) => scene.before.id(key);
  const history = (key: string, more = '', client = lead!) => client.get(`/api/submissions/${returnId}/answers/${question(key)}/history${more}`) as Promise<Any>;
  const entries = async (key: string, more = '') => (await history(key, more)).body.entries as Any[];
  const lines = async (key: string, more = '') => (await entries(key, more)).map(({ kind, by, now, before }: Any) => [kind, by, now?.note, before?.note ?? null]);
  const say = (key: string, note: string, version: number, client = lead!) => save(client, returnId, question(key), rated('amber', note), version);

  beforeAll(async () => {
    api = await startApi();
    scene = await aCarryScene(api);
    lead = scene.leads[0]!;
    colleague = await signedIn(api, await aPerson(api, { role: 'contributor', organisationId: scene.schools[0]!.id, name: 'P Shah' }));
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    api.today('2026-11-22');
    const round = await aRound(api, scene.before, [scene.schools[0]!.id]);
    [roundId, returnId] = [round.id, round.returnOf(scene.schools[0]!)];
  });

  it('says who wrote what and when, newest first, with what stood there before', async () => {
    await save(lead!, returnId, question('policy'), rated('amber', 'Nearly.'));
    api.today('2026-11-23');
    await save(colleague!, returnId, question('policy'), rated('green', 'Approved.'), 1);
    expect(await history('policy')).toMatchObject({ status: 200, body: { ref: '2.1', title: 'Title of policy', earlier: null, entries: [
      { kind: 'saved', by: 'P Shah', at: '2026-11-23T12:00:00.000Z', now: { level: { word: 'Met' }, note: 'Approved.' }, before: { level: { word: 'Partly met' }, note: 'Nearly.' }, asked: null },
      { kind: 'saved', by: 'Lead 1', at: '2026-11-22T12:00:00.000Z', now: { note: 'Nearly.' }, before: null },
    ] } });
  });

  it('says a value and a reason in words', async () => {
    await save(lead!, returnId, question('uses-placements'), valued('yes'));
    await save(lead!, returnId, question('uses-placements'), valued('no'), 1);
    expect(await entries('uses-placements', '?each=saves')).toMatchObject([{ now: { said: 'No' }, before: { said: 'Yes' } }, { now: { said: 'Yes' }, before: null }]);
    await save(lead!, returnId, question('training'), { ...nothing, naReason: 'We have none' });
    expect(await entries('training')).toMatchObject([{ now: { level: null, naReason: 'We have none' } }]);
  });

  it('tells what one person wrote in one go as one thing, and every save when asked for', async () => {
    await say('policy', 'We', 0);
    await say('policy', 'We meet', 1);
    await say('policy', 'We meet weekly.', 2);
    await say('policy', 'They meet weekly.', 3, colleague);
    expect(await lines('policy')).toEqual([['saved', 'P Shah', 'They meet weekly.', 'We meet weekly.'], ['saved', 'Lead 1', 'We meet weekly.', null]]);
    expect((await entries('policy'))[1].saves).toBe(3);
    expect(await lines('policy', '?each=saves')).toEqual([
      ['saved', 'P Shah', 'They meet weekly.', 'We meet weekly.'], ['saved', 'Lead 1', 'We meet weekly.', 'We meet'], ['saved', 'Lead 1', 'We meet', 'We'], ['saved', 'Lead 1', 'We', null]]);
  });

  it('keeps what lost to somebody who was quicker, beside what stood there', async () => {
    await say('policy', 'Mine.', 0);
    expect((await say('policy', 'Theirs.', 0, colleague)).status).toBe(409);
    expect(await lines('policy')).toContainEqual(['not-taken', 'P Shah', 'Theirs.', 'Mine.']);
  });

  it('knows a confirmation, and words that were taken from the round before', async () => {
    await answerAll(lead!, scene.before, returnId);
    await save(lead!, returnId, question('policy'), rated('green', 'Read by all.'), 1);
    expect((await lead!.post(`/api/submissions/${returnId}/submit`, declaration)).status).toBe(200);
    const round = await aRound(api, scene.before, [scene.schools[0]!.id], { previousRoundId: roundId });
    returnId = round.returnOf(scene.schools[0]!);
    await lead!.post(`/api/submissions/${returnId}/answers/${question('policy')}/starting-point`, { operationId: randomUUID(), fromQuestionId: question('policy') });
    await save(lead!, returnId, question('policy'), rated('green', 'Read by all.'), 1);
    await save(lead!, returnId, question('policy'), rated('green', 'Read by all.'), 2);
    expect((await entries('policy')).map(({ kind }) => kind)).toEqual(['confirmed', 'saved', 'last-round']);
  });

  it('shows what somebody typed too late to them alone', async () => {
    await say('policy', 'In time.', 0);
    const late = { operationId: randomUUID(), questionId: question('policy'), because: 'return-not-editable', ...rated('red', 'Too late.') };
    expect((await colleague!.post(`/api/submissions/${returnId}/kept-drafts`, late)).status).toBe(200);
    expect((await history('policy', '', colleague)).body.entries).toMatchObject([{ kind: 'kept-draft', by: 'P Shah', now: { note: 'Too late.', level: { word: 'Not met' } } }, { kind: 'saved' }]);
    expect(await lines('policy')).toEqual([['saved', 'Lead 1', 'In time.', null]]);
  });

  it('goes from page to page', async () => {
    for (let at = 0; at < 45; at++) await say('policy', `Version ${at}.`, at);
    const notes: string[] = [];
    let page = (await history('policy', '?each=saves')).body;
    for (let more = 1; more <= 3; more++) {
      notes.push(...page.entries.map(({ now }: Any) => now.note));
      expect(page.earlier === null).toBe(more === 3);
      if (page.earlier) page = (await history('policy', `?each=saves&before=${page.earlier}`)).body;
    }
    expect(notes).toEqual(Array.from({ length: 45 }, (_, at) => `Version ${44 - at}.`));
  });

  describe('when the round goes over to another version', () => {
    beforeEach(async () => {
      await say('policy', 'Approved in May.', 0);
      await save(lead!, returnId, question('training'), rated('green', 'All staff.'));
      api.today('2026-11-23');
    });
    const moved = async (key: string) => (await lead!.get(`/api/submissions/${returnId}/answers/${scene.after.id(key)}/history`)).body.entries.map(({ kind, now, before, asked, edition }: Any) => [kind, now?.note ?? edition, before?.note ?? null, asked?.ref ?? null]);

    it('goes on at the question in other words, and says that it does', async () => {
      await carryOver(scene.unit, roundId, scene.after.versionId);
      api.today('2026-11-24');
      await save(lead!, returnId, scene.after.id('policy-read'), rated('green', 'Read by all.'), 1);
      expect(await moved('policy-read')).toEqual([['saved', 'Read by all.', 'Approved in May.', null], ['carried', '2027-28', null, null], ['saved', 'Approved in May.', null, '2.1']]);
    });

    it('shows at each part of a split question what was said to the whole, and nothing at a new one', async () => {
      await carryOver(scene.unit, roundId, scene.after.versionId);
      api.today('2026-11-24');
      await save(lead!, returnId, scene.after.id('training-all'), rated('amber', 'Nearly all.'));
      expect(await moved('training-all')).toEqual([['saved', 'Nearly all.', null, null], ['carried', '2027-28', null, null], ['saved', 'All staff.', null, '2.2']]);
      expect(await moved('training-new')).toEqual([['carried', '2027-28', null, null], ['saved', 'All staff.', null, '2.2']]);
      expect(await moved('culture')).toEqual([]);
      expect(await lines('training')).toEqual([['saved', 'Lead 1', 'Nearly all.', null], ['carried', null, undefined, null], ['saved', 'Lead 1', 'All staff.', null]]);
    });

    it('tells that it came back', async () => {
      const { body: { id } } = await carryOver(scene.unit, roundId, scene.after.versionId);
      api.today('2026-11-24');
      expect((await undo(scene.unit, id)).status).toBe(200);
      expect((await entries('policy')).map(({ kind, edition }) => [kind, edition])).toEqual([['carried-back', '2026-27'], ['carried', '2027-28'], ['saved', '']]);
    });
  });

  it('is there for nobody but the people of the organisation, handed in or not', async () => {
    await answerAll(lead!, scene.before, returnId);
    const path = `/api/submissions/${returnId}/answers/${question('policy')}/history`;
    const quality = await signedIn(api, await aPerson(api, { role: 'qp-member', partnershipId: scene.here.id }));
    for (const submitted of [false, true]) {
      if (submitted) await lead!.post(`/api/submissions/${returnId}/submit`, declaration);
      for (const other of [scene.unit, scene.leads[1]!, quality]) expect((await other.get(path)).status).toBe(404);
      expect((await lead!.get(path)).status).toBe(200);
    }
    expect((await lead!.get(`/api/submissions/${returnId}/answers/${scene.after.id('culture')}/history`)).status).toBe(404);
  });
});
