import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Any } from './any';
import { aCarryScene, aRoundUnderWay, carryOver, undo, type CarryScene } from './carry-scenes';
import type { Client } from './client';
import { aRound, answerAll, declaration, notApplicable, rated, save, valued, type Published } from './return-scenes';
import { startApi, type RunningApi } from './start-api';

describe('a round that goes over to a newer version while people answer', () => {
  let api: RunningApi;
  let scene: CarryScene;
  let unit: Client;
  let [before, after]: Published[] = [];
  let schools: { id: string; name: string }[];
  let leads: Client[];
  /** Of a fresh round before each test, in which the first school has begun, the second has submitted and the third has done nothing. */
  let round: Awaited<ReturnType<typeof aRound>>;
  let returns: string[];

  const rows = async (sql: string, parameters: unknown[] = []): Promise<Any[]> => (await api.administrator.query(sql, parameters)).rows;
  const toCarry = async () => (await carryOver(unit, round.id, after!.versionId)).body;
  beforeAll(async () => {
    api = await startApi();
    scene = await aCarryScene(api);
    ({ unit, before, after, schools, leads } = scene);
  });
  afterAll(() => api.stop());
  beforeEach(async () => { ({ round, returns } = await aRoundUnderWay(api, scene)); });

  describe('while somebody has the page open', () => {
    it('tells them that the questions changed and where theirs is now, and keeps what they wrote', async () => {
      await toCarry();
      const operation = randomUUID();
      const late = () => save(leads[0]!, returns[0]!, before!.id('policy'), rated('green', 'Approved at last.'), 2, operation);
      const refused = await late();
      expect(refused).toMatchObject({
        status: 409, body: { code: 'questions-changed', now: { questionId: after!.id('policy-read'), ref: '2.1' }, yours: { level: 'green', note: 'Approved at last.' } },
      });
      expect(refused.body.detail).toContain('This one is 2.1 Title of policy now. What you wrote is kept');
      expect((await late()).body).toEqual(refused.body);
      expect((await rows("select note from app.answer_event where submission_id = $1 and outcome = 'conflict'", [returns[0]]))).toEqual([{ note: 'Approved at last.' }]);
      expect((await save(leads[0]!, returns[0]!, before!.id('training'), rated('red', 'x'), 1)).body).toMatchObject({ code: 'questions-changed', now: null });
      // which changes nothing, so it may be undone, and then the new page is the old one
      const [done] = (await unit.get<Any>(`/api/rounds/${round.id}/carry-overs`)).body.done;
      expect((await undo(unit, done.id)).status).toBe(200);
      expect((await save(leads[0]!, returns[0]!, after!.id('policy-read'), rated('green'), 2)).body).toMatchObject({ code: 'questions-changed', now: { questionId: before!.id('policy') } });
      expect((await save(leads[0]!, returns[0]!, randomUUID(), rated('green'))).status).toBe(404);
    });

    it('answers what was saved before and is sent again as saved, and has the page read again', async () => {
      const operation = randomUUID();
      await save(leads[0]!, returns[0]!, before!.id('policy'), rated('red', 'Lapsed.'), 2, operation);
      await toCarry();
      expect(await save(leads[0]!, returns[0]!, before!.id('policy'), rated('red', 'Lapsed.'), 2, operation)).toMatchObject({ status: 200, body: { answer: { version: 3, note: 'Lapsed.' }, questionsChanged: true } });
    });

    it('takes no declaration that was made on other questions', async () => {
      await toCarry();
      expect((await leads[0]!.post<Any>(`/api/submissions/${returns[0]}/submit`, { ...declaration, versionId: before!.versionId })).body.code).toBe('questions-changed');
      expect((await leads[0]!.post<Any>(`/api/submissions/${returns[0]}/submit`, { ...declaration, versionId: after!.versionId })).body.code).toBe('cannot-submit-yet');
    });
  });

  describe('at the same moment as somebody answers', () => {
    it('saves before or refuses after, and every word is there', async () => {
      for (let turn = 0; turn < 6; turn++) {
        const own = await aRound(api, before!, [schools[0]!.id]);
        const id = own.returnOf(schools[0]!);
        await answerAll(leads[0]!, before!, id);
        const [carried, ...saved] = await Promise.all([
          carryOver(unit, own.id, after!.versionId), save(leads[0]!, id, before!.id('policy'), rated('red', `Policy ${turn}`), 1), save(leads[0]!, id, before!.id('training'), notApplicable(`Training ${turn}`), 1),
          save(leads[0]!, id, before!.id('lead'), valued({ name: `Lead ${turn}`, role: 'Head' }), 1),
        ]);
        expect(carried.status).toBe(201);
        for (const { status, body } of saved) expect(status === 200 || body.code).toBe(status === 200 || 'questions-changed');
        const words = (await rows('select note, na_reason, value from app.answer_event where submission_id = $1', [id])).map((row) => JSON.stringify(row)).join();
        for (const what of ['Policy', 'Training', 'Lead']) expect(words).toContain(`${what} ${turn}`);
        const moved = await rows('select q.key, a.version from app.answer a join app.question q on q.id = a.question_id where a.submission_id = $1 order by q.key', [id]);
        expect(moved.map(({ key }) => key)).toEqual(['lead', 'policy-read', 'training', 'uses-placements']);
        expect(moved.map(({ version }) => version)).toEqual([saved[2]!.status === 200 ? 2 : 1, saved[0]!.status === 200 ? 2 : 1, saved[1]!.status === 200 ? 2 : 1, 1]);
        const [{ answered, required, version }] = await rows('select answered, required, version from app.submission where id = $1', [id]);
        expect([answered, required, version]).toEqual([2, 6, 5 + saved.filter(({ status }) => status === 200).length]);
      }
    });

    it('hands in the one version or carries over to the other, never half of each', async () => {
      for (let turn = 0; turn < 6; turn++) {
        const own = await aRound(api, before!, [schools[0]!.id]);
        const id = own.returnOf(schools[0]!);
        await answerAll(leads[0]!, before!, id);
        const submit = () => leads[0]!.post<Any>(`/api/submissions/${id}/submit`, { ...declaration, versionId: before!.versionId });
        const act = () => carryOver(unit, own.id, after!.versionId);
        const [handedIn, carried] = turn % 2 === 0 ? await Promise.all([submit(), act()]) : (await Promise.all([act(), submit()])).toReversed() as [Any, Any];
        expect(carried.status).toBe(201);
        const [row] = await rows('select state, template_version_id as version, (select count(*)::int from app.submission_snapshot n where n.submission_id = s.id) as signed from app.submission s where id = $1', [id]);
        if (handedIn.status === 200) expect([row, carried.body.returns]).toEqual([{ state: 'submitted', version: before!.versionId, signed: 1 }, 0]);
        else expect([handedIn.body.code, row, carried.body.returns]).toEqual(['questions-changed', { state: 'in-progress', version: after!.versionId, signed: 0 }, 1]);
      }
    });

    it('is done once when two of the business unit do it, and undone once', async () => {
      const answers = await Promise.all([1, 2, 3].map(() => carryOver(unit, round.id, after!.versionId)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422]);
      const { id } = answers.find(({ status }) => status === 201)!.body;
      expect((await Promise.all([1, 2, 3].map(() => undo(unit, id)))).map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    });
  });
});
