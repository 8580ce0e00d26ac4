import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Any } from './any';
import { aCarryScene, aRoundUnderWay, carryOver, preview, theNextEdition, undo, type CarryScene } from './carry-scenes';
import type { Client } from './client';
import { bringTo, useFor } from './evidence-scenes';
import { aQuestion, aQuestionnaire, aRound, answerAll, declaration, published, rated, save, type Published } from './return-scenes';
import { anotherPartnership, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('taking an open round over to a newer version', () => {
  let api: RunningApi;
  let scene: CarryScene;
  let here: Partnership;
  let unit: Client;
  let [before, after]: Published[] = [];
  let schools: { id: string; name: string }[];
  let leads: Client[];
  /** Of a fresh round before each test, in which the first school has begun, the second has submitted and the third has done nothing. */
  let round: Awaited<ReturnType<typeof aRound>>;
  let returns: string[];

  const rows = async (sql: string, parameters: unknown[] = []): Promise<Any[]> => (await api.administrator.query(sql, parameters)).rows;
  const read = async (client: Client, id: string): Promise<Any> => (await client.get(`/api/submissions/${id}`)).body;
  const asked = (view: Any): Any[] => view.sections.flatMap(({ questions }: Any) => questions);
  const toCarry = async () => (await carryOver(unit, round.id, after!.versionId)).body;
  /** All that a carrying over touches, to the byte. */
  const everything = async () => JSON.stringify([
    await rows('select to_jsonb(s) as one from app.submission s where round_id = $1 order by id', [round.id]),
    await rows('select to_jsonb(a) as one from app.answer a where submission_id = any($1) order by submission_id, question_id', [returns]),
    await rows('select to_jsonb(r) as one from app.round r where id = $1', [round.id]),
    await rows('select to_jsonb(r) as one from app.rating r where submission_id = any($1) order by submission_id, section_key', [returns]),
    await rows('select to_jsonb(e) as one from app.answer_event e where submission_id = any($1) order by operation_id', [returns]),
  ]);

  beforeAll(async () => {
    api = await startApi();
    scene = await aCarryScene(api);
    ({ here, unit, before, after, schools, leads } = scene);
  });
  afterAll(() => api.stop());
  beforeEach(async () => { ({ round, returns } = await aRoundUnderWay(api, scene)); });

  it('takes the evidence along, to the question that keeps its meaning, and brings it back', async () => {
    const { body: { id } } = await bringTo(leads[0]!, schools[0]!, 'policy.txt', Buffer.from('Our policy.'));
    await useFor(leads[0]!, returns[0]!, before!.id('policy'), id);
    const shown = async (key: string) => asked(await read(leads[0]!, returns[0]!)).find((question) => question.key === key).shown.map((piece: Any) => piece.id);
    const done = await toCarry();
    expect(await shown('policy-read')).toEqual([id]);
    expect((await rows('select evidence from app.submission where id = $1', [returns[0]]))[0].evidence).toEqual({ [after!.id('policy-read')]: 1 });
    await undo(unit, done.id);
    expect(await shown('policy')).toEqual([id]);
    expect((await rows('select evidence from app.submission where id = $1', [returns[0]]))[0].evidence).toEqual({ [before!.id('policy')]: 1 });
  });

  describe('looked at before it is done', () => {
    it('offers the newer versions of its questionnaire, and says what each would mean', async () => {
      const { body } = await unit.get(`/api/rounds/${round.id}/carry-overs`);
      expect(body).toMatchObject({ round: { id: round.id }, edition: { versionId: before!.versionId, edition: '2026-27' }, choices: [{ versionId: after!.versionId, edition: '2027-28', class: 'compatible', obstacles: [] }], done: [] });
    });

    it('counts for each organisation and each question, names who stays, and quotes nobody', async () => {
      const then = await everything();
      const { status, body } = await preview(unit, round.id, after!.versionId);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        class: 'compatible', from: { edition: '2026-27' }, to: { edition: '2027-28' }, kept: 2, toCheck: 1, setAside: 1, added: 6,
        organisations: [
          { name: 'Ash Primary', state: 'in-progress', kept: 2, toCheck: 1, setAside: 1, added: 3 },
          { name: 'Cedar Primary', state: 'not-started', kept: 0, toCheck: 0, setAside: 0, added: 3 },
        ],
        staying: [{ name: 'Beech Primary', why: 'Handed in' }],
      });
      expect(body.questions.map(({ ref, fate, from, kept, toCheck, setAside }: Any) => [ref, fate, from, kept, toCheck, setAside])).toEqual([
        ['1.1', 'new', [], 0, 0, 0], ['1.2', 'kept', ['1.1 Title of lead'], 1, 0, 0], ['1.3', 'kept', ['1.2 Title of uses-placements'], 1, 0, 0],
        ['2.1', 'to-check', ['2.1 Title of policy'], 0, 1, 0], ['2.2', 'split', ['2.2 Title of training'], 0, 0, 0], ['2.3', 'split', ['2.2 Title of training'], 0, 0, 0],
        ['2.4', 'kept', ['2.4 Title of placement-checks'], 0, 0, 0], ['3.1', 'kept', ['3.1 Title of placement-visits'], 0, 0, 0],
        ['2.2', 'set-aside', [], 0, 0, 1], ['2.3', 'set-aside', [], 0, 0, 0],
      ]);
      expect(JSON.stringify(body)).not.toMatch(/Nearly|J Ahmed|All staff/);
      expect(await everything()).toBe(then);
    });

    it('is for the business unit alone, and of its own partnership', async () => {
      const there = await anotherPartnership(api);
      for (const [client, status] of [[leads[0]!, 403], [there.businessUnit, 404]] as const) {
        expect((await preview(client, round.id, after!.versionId)).status).toBe(status);
        expect((await carryOver(client, round.id, after!.versionId)).status).toBe(status);
      }
    });
  });

  it('keeps, marks and sets aside, and loses nothing', async () => {
    const carried = await carryOver(unit, round.id, after!.versionId);
    expect([carried.status, carried.body]).toEqual([201, expect.objectContaining({ returns: 2, kept: 2, toCheck: 1, setAside: 1, added: 6, moves: ['undo'], changedSince: [] })]);
    const view = await read(leads[0]!, returns[0]!);
    expect(view).toMatchObject({
      edition: '2027-28', versionId: after!.versionId, follows: '2026-27', state: 'in-progress', progress: { answered: 2, required: 6 },
      carried: { from: { edition: '2026-27' }, kept: 2, toCheck: 1, left: 1, setAside: 1, added: 3 },
      setAside: [{ ref: '2.2', title: 'Title of training', level: { word: 'Met' }, note: 'All staff in September.', by: 'Lead 1' }],
    });
    const of = (key: string) => asked(view).find((question) => question.key === key);
    expect(of('lead').answer).toMatchObject({ value: { name: 'J Ahmed' }, version: 1, updatedBy: 'Lead 1', toCheck: false });
    expect(of('policy-read').answer).toMatchObject({ level: 'amber', note: 'Nearly.', version: 2, updatedBy: 'Lead 1', toCheck: true });
    for (const key of ['training-new', 'training-all']) expect(of(key)).toMatchObject({ answer: null, earlier: [{ note: 'All staff in September.', edition: '2026-27' }] });
    expect(of('culture')).toMatchObject({ answer: null, earlier: [] });
    expect(view.blockers.map(({ ref, code }: Any) => [ref, code])).toEqual([['1.1', 'unanswered'], ['2.1', 'to-check'], ['2.2', 'unanswered'], ['2.3', 'unanswered']]);
    const [{ standing }] = await rows('select standing from app.submission where id = $1', [returns[0]]);
    expect(standing.ratings[0]).toMatchObject({ section_key: '', level: null, available: 0 });
    expect((await rows('select count(*)::int as n from app.answer where submission_id = $1', [returns[0]]))[0].n).toBe(4);
    expect((await read(leads[2]!, returns[2]!)).progress).toEqual({ answered: 0, required: 6 });
    const { body: summaries } = await leads[0]!.get<Any>('/api/submissions');
    expect(summaries.find(({ id }: Any) => id === returns[0])).toMatchObject({ versionId: after!.versionId, carried: { left: 1 }, answered: 2, required: 6 });
  });

  it('leaves what was handed in on the version that was signed', async () => {
    const handedIn = await rows('select to_jsonb(s) as one from app.submission s where id = $1', [returns[1]]);
    await toCarry();
    expect(await rows('select to_jsonb(s) as one from app.submission s where id = $1', [returns[1]])).toEqual(handedIn);
    expect(await read(leads[1]!, returns[1]!)).toMatchObject({ edition: '2026-27', carried: null, state: 'submitted' });
    expect((await leads[1]!.get(`/api/submissions/${returns[1]}/receipt`)).status).toBe(200);
    await api.administrator.query("update app.submission set state = 'reopened' where id = $1", [returns[1]]);
    expect((await undo(unit, (await unit.get<Any>(`/api/rounds/${round.id}/carry-overs`)).body.done[0].id)).status).toBe(200);
    const staying = async () => (await preview(unit, round.id, after!.versionId)).body.staying.map(({ name, why }: Any) => [name, why]);
    expect(await staying()).toEqual([['Beech Primary', 'Sent back after it was handed in']]);
    await api.administrator.query("update app.submission set state = 'signing' where id = $1", [returns[1]]);
    expect(await staying()).toEqual([['Beech Primary', 'Being signed']]);
  });

  it('leaves what was sent back since on the version it was signed on, also when the round goes on from there', async () => {
    await api.administrator.query("update app.submission set state = 'signing' where id = $1", [returns[0]]);
    await toCarry();
    await api.administrator.query("update app.submission set state = 'in-progress' where id = $1", [returns[0]]);
    const third = await published(api, here.id, { ...theNextEdition(), edition: `on ${randomUUID()}`, follows: '2027-28', retired: [], sections: theNextEdition().sections.map((section) => ({ ...section, questions: section.questions.map(({ lineage: _, ...question }) => question) })) });
    expect((await preview(unit, round.id, third.versionId)).body.staying).toContainEqual(expect.objectContaining({ name: 'Ash Primary', why: 'Sent back after it was signed' }));
    expect(await carryOver(unit, round.id, third.versionId)).toMatchObject({ status: 201, body: { returns: 1 } });
    expect(await read(leads[0]!, returns[0]!)).toMatchObject({ edition: '2026-27' });
  });

  it('counts an answer again once somebody has confirmed or changed it', async () => {
    await toCarry();
    const confirmed = await save(leads[0]!, returns[0]!, after!.id('policy-read'), rated('amber', 'Nearly.'), 2);
    expect(confirmed).toMatchObject({ status: 200, body: { answer: { version: 3, toCheck: false }, progress: { answered: 3, required: 6 } } });
    expect((await read(leads[0]!, returns[0]!)).carried).toMatchObject({ toCheck: 1, left: 0 });
  });

  it('hands in nothing that nobody has checked', async () => {
    const optional = { ...theNextEdition(), edition: '2028-29' };
    const version = await published(api, here.id, { ...optional, sections: optional.sections.map((section) => ({ ...section, questions: section.questions.map((question) => ({ ...question, required: false })) })) });
    await carryOver(unit, round.id, version.versionId);
    expect((await leads[0]!.post(`/api/submissions/${returns[0]}/submit`, declaration)).status).toBe(200);
    const [{ content }] = await rows('select content from app.submission_snapshot where submission_id = $1', [returns[0]]);
    expect(JSON.parse(content).answers.find(({ key }: Any) => key === 'policy-read')).toMatchObject({ level: null, note: '', version: 0 });
    expect((await leads[0]!.get<Any>(`/api/submissions/${returns[0]}/receipt`)).body).toMatchObject({ levels: { green: 0, amber: 0, red: 0 } });
    expect((await unit.get<Any>(`/api/rounds/${round.id}/questions/${version.id('policy-read')}`)).body.distribution).toMatchObject({ counts: { amber: 0 } });
  });

  describe('undone', () => {
    it('is as it was, to the byte', async () => {
      const then = await everything();
      const { id } = await toCarry();
      expect(await everything()).not.toBe(then);
      const { status, body } = await undo(unit, id);
      expect([status, body.undoneAt, body.moves]).toEqual([200, '2026-11-22T12:00:00.000Z', []]);
      expect(await everything()).toBe(then);
      expect(await read(leads[0]!, returns[0]!)).toMatchObject({ carried: null, setAside: [], progress: { answered: 4, required: 4 } });
      expect((await undo(unit, id)).body.code).toBe('already-done');
      expect((await undo(unit, randomUUID())).status).toBe(404);
    });

    it.each<[string, () => Promise<unknown>]>([
      ['a save', () => save(leads[2]!, returns[2]!, after!.id('culture'), rated('green'))],
      ['a confirmation', () => save(leads[0]!, returns[0]!, after!.id('policy-read'), rated('amber', 'Nearly.'), 2)],
      ['a submission', async () => {
        await save(leads[0]!, returns[0]!, after!.id('policy-read'), rated('green'), 2);
        for (const key of ['culture', 'training-all']) await save(leads[0]!, returns[0]!, after!.id(key), rated('green'));
        await save(leads[0]!, returns[0]!, after!.id('training-new'), rated('green', 'In March.'));
        const { status } = await leads[0]!.post(`/api/submissions/${returns[0]}/submit`, { ...declaration, versionId: after!.versionId });
        if (status !== 200) throw new Error('It was not handed in.');
      }],
    ])('is refused after %s, and nothing is changed', async (_, act) => {
      const { id } = await toCarry();
      await act();
      const then = await everything();
      const { status, body } = await undo(unit, id);
      expect([status, body.code, body.faults.length]).toEqual([409, 'changed-meanwhile', 1]);
      expect((await unit.get<Any>(`/api/rounds/${round.id}/carry-overs`)).body.done[0]).toMatchObject({ moves: [], changedSince: [body.faults[0].where] });
      expect(await everything()).toBe(then);
    });

    it('is refused of one that another came after, and in a closed round', async () => {
      const { id } = await toCarry();
      const third = await published(api, here.id, { ...theNextEdition(), edition: `third ${randomUUID()}`, follows: '2027-28', retired: [], sections: theNextEdition().sections.map((section) => ({ ...section, questions: section.questions.map(({ lineage: _, ...question }) => question) })) });
      const second = (await carryOver(unit, round.id, third.versionId)).body;
      expect(second).toMatchObject({ from: { edition: '2027-28' }, toCheck: 1, setAside: 0 });
      expect((await undo(unit, id)).body.code).toBe('changed-meanwhile');
      // what stood behind stands behind still, and what was to be checked is
      expect(await read(leads[0]!, returns[0]!)).toMatchObject({ carried: { from: { edition: '2027-28' }, left: 1 }, setAside: [{ ref: '2.2' }] });
      expect((await undo(unit, second.id)).status).toBe(200);
      expect((await undo(unit, id)).status).toBe(200);
      const again = await toCarry();
      await unit.post(`/api/rounds/${round.id}/close`);
      expect((await undo(unit, again.id)).body.code).toBe('round-not-open');
      expect((await carryOver(unit, round.id, third.versionId)).body.code).toBe('round-not-open');
    });
  });

  it('goes over several versions at once, by what each says of its questions', async () => {
    const code = `chain-${randomUUID()}`;
    const [first, , last] = [await published(api, here.id, aQuestionnaire({ code })), await published(api, here.id, theNextEdition({ code })), await published(api, here.id, { ...theNextEdition({ code }), edition: '2029-30', follows: '2027-28', retired: [], sections: theNextEdition().sections.map((section) => ({ ...section, questions: section.questions.map(({ lineage: _, ...question }) => question) })) })];
    const own = await aRound(api, first, [schools[0]!.id]);
    await answerAll(leads[0]!, first, own.returnOf(schools[0]!));
    expect((await preview(unit, own.id, last.versionId)).body).toMatchObject({ kept: 2, toCheck: 1, setAside: 1 });
    expect((await carryOver(unit, own.id, last.versionId)).status).toBe(201);
    expect(await read(leads[0]!, own.returnOf(schools[0]!))).toMatchObject({ edition: '2029-30', carried: { from: { edition: '2026-27' } }, setAside: [{ ref: '2.2', edition: '2026-27' }] });
  });

  it('is refused where an answer would be read as something nobody said', async () => {
    const code = `clash-${randomUUID()}`;
    const first = await published(api, here.id, aQuestionnaire({ code }));
    const clash = { ...aQuestionnaire({ code, edition: '2027-28', follows: '2026-27' }) };
    const second = await published(api, here.id, { ...clash, sections: clash.sections.map((section) => ({ ...section, questions: section.questions.map((question) => (question.key === 'policy' ? aQuestion('2.1', 'policy', { type: 'text' }) : question)) })) });
    const own = await aRound(api, first, [schools[0]!.id]);
    expect((await preview(unit, own.id, second.versionId)).body).toMatchObject({ class: 'incompatible', obstacles: [{ ref: '2.1', detail: expect.stringContaining('another kind of answer') }] });
    expect(await carryOver(unit, own.id, second.versionId)).toMatchObject({ status: 422, body: { code: 'carry-not-possible', faults: [{ where: '2.1' }] } });
    expect((await rows('select template_version_id as version from app.round where id = $1', [own.id]))[0].version).toBe(first.versionId);
  });

  it('is refused to a version that did not come after, or that is not there', async () => {
    const other = await published(api, here.id, aQuestionnaire({ code: `other-${randomUUID()}` }));
    expect((await carryOver(unit, round.id, other.versionId)).body.code).toBe('carry-not-possible');
    expect((await carryOver(unit, round.id, before!.versionId)).body.code).toBe('carry-not-possible');
    expect((await carryOver(unit, round.id, randomUUID())).status).toBe(404);
  });

  it('is told in the trail, from which version to which', async () => {
    const { id } = await toCarry();
    await undo(unit, id);
    const { body } = await unit.get<Any>('/api/trail');
    const told = JSON.stringify(body);
    expect(told).toContain(`took the round ${round.name} over to a newer version of its questionnaire`);
    expect(told).toContain(`took the round ${round.name} back to the version before`);
  });
});
