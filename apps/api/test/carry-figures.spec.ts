import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Any } from './any';
import { carryOver, theNextEdition } from './carry-scenes';
import type { Client } from './client';
import { aQuestionnaire, aRound, answerAll, declaration, published, rated, save, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('the figures of a round that went over to a newer version', () => {
  let api: RunningApi;
  let unit: Client;
  let after: Published;
  let roundId: string;
  let early: { id: string };
  const question = async (key: string) => (await unit.get<Any>(`/api/rounds/${roundId}/questions/${after.id(key)}`)).body;

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    const here = await aPartnership(api);
    unit = here.businessUnit;
    const before = await published(api, here.id, aQuestionnaire());
    after = await published(api, here.id, theNextEdition());
    early = await aSchool(api, { name: 'Early Primary' });
    const late = await aSchool(api, { name: 'Late Primary' });
    const round = await aRound(api, before, [early.id, late.id]);
    roundId = round.id;
    const hand = async (client: Client, returnId: string) => {
      const { status, body } = await client.post<Any>(`/api/submissions/${returnId}/submit`, declaration);
      if (status !== 200) throw new Error(JSON.stringify(body));
    };
    const [one, other] = [await signedIn(api, await aPerson(api, { role: 'lead', organisationId: early.id })), await signedIn(api, await aPerson(api, { role: 'lead', organisationId: late.id }))];
    await answerAll(one, before, round.returnOf(early), 'amber');
    await save(one, round.returnOf(early), before.id('uses-placements'), valued('yes'), 1);
    await save(one, round.returnOf(early), before.id('placement-checks'), rated('red'));
    await save(one, round.returnOf(early), before.id('placement-visits'), rated('green'));
    await hand(one, round.returnOf(early));
    await answerAll(other, before, round.returnOf(late));
    expect((await carryOver(unit, roundId, after.versionId)).status).toBe(201);
    for (const key of ['culture', 'training-all']) await save(other, round.returnOf(late), after.id(key), rated('green'));
    await save(other, round.returnOf(late), after.id('training-new'), rated('green', 'In March.'));
    await save(other, round.returnOf(late), after.id('policy-read'), rated('green'), 1);
    await hand(other, round.returnOf(late));
  });
  afterAll(() => api.stop());

  it.each<[string, object, number]>([
    ['policy-read', { green: 1, amber: 1, red: 0 }, 0],
    // what hangs on another answer follows from the answer that was given then
    ['placement-checks', { green: 0, amber: 0, red: 1 }, 1],
    // it was not asked of whoever handed in before: it did not fail to answer
    ['culture', { green: 1, amber: 0, red: 0 }, 1],
    ['training-all', { green: 1, amber: 0, red: 0 }, 1],
  ])('count what is still asked of whoever handed in before: %s', async (key, counts, notAsked) => {
    expect((await question(key)).distribution).toMatchObject({ counts, notAsked, unanswered: 0 });
  });

  it('show what one organisation said to what is still asked', async () => {
    const { body } = await unit.get<Any>(`/api/rounds/${roundId}/standards/leadership?organisationId=${early.id}`);
    expect(body.questions.map(({ ref, chosen }: Any) => [ref, chosen])).toEqual([['2.1', 'amber'], ['2.2', null], ['2.3', null], ['2.4', 'red']]);
  });
});
