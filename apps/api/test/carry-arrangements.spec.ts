import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Question, Section } from '@attest/domain/questionnaire';
import type { Any } from './any';
import { carryOver, theNextEdition, undo } from './carry-scenes';
import type { Client } from './client';
import { bringTo, useFor } from './evidence-scenes';
import { aGuestLink, guestWith } from './guest-scenes';
import { aQuestion, aQuestionnaire, aRound, answerAll, published, rated, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

/** What colleagues have arranged about questions: policy is reworded, training split in two, boarding retired, and two of one section become one. */
describe('what was arranged about a question, when its round goes over', () => {
  let api: RunningApi;
  let here: Partnership;
  let [before, after]: Published[] = [];
  let school: { id: string };
  let [lead, deputy]: Client[] = [];
  let deputyId: string;
  let [roundId, returnId] = ['', ''];

  const [team, leadership, placements] = aQuestionnaire().sections;
  const wanting = ({ questions, ...section }: Section): Section => ({ ...section, questions: questions.map((question) => (question.key === 'lead' ? { ...question, evidenceRule: 'required' } : question)) });
  const optional = { required: false } as const;
  const old = aQuestionnaire({ sections: [wanting(team!), { ...leadership!, questions: [...leadership!.questions, aQuestion('2.5', 'visits', optional), aQuestion('2.6', 'minutes', optional)] }, placements!] });
  const next = theNextEdition();
  const both: Question = aQuestion('3.9', 'visits-and-minutes', { ...optional, lineage: { kind: 'merged', from: ['visits', 'minutes'] } });
  const newer = { ...next, sections: [wanting(next.sections[0]!), next.sections[1]!, { ...next.sections[2]!, questions: [...next.sections[2]!.questions, both] }] };

  const rows = async (sql: string, parameters: unknown[] = []): Promise<Any[]> => (await api.administrator.query(sql, parameters)).rows;
  const everything = async () => JSON.stringify(await Promise.all(['assignment', 'comment', 'question_flag'].map((table) => rows(`select to_jsonb(t) as one from app.${table} t where submission_id = $1 order by to_jsonb(t)::text`, [returnId]))));
  const sharing = async (): Promise<Any> => (await lead!.get(`/api/submissions/${returnId}/sharing`)).body;
  const refs = (version: Published, ...keys: string[]) => keys.map((key) => version.id(key));
  const give = (key: string, sectionKey = 'leadership', version = before!) => lead!.put(`/api/submissions/${returnId}/assignments`, { sectionKey, questionId: version.id(key), colleagueId: deputyId, dueOn: null });
  const say = (key: string, words: string, kind = 'comment', version = before!) => deputy!.post(`/api/submissions/${returnId}/comments`, { questionId: version.id(key), kind, words });
  const flag = (key: string, version = before!) => lead!.put(`/api/submissions/${returnId}/flags/${version.id(key)}`, { flagged: true });
  const goOver = async () => {
    const done = await carryOver(here.businessUnit, roundId, after!.versionId);
    expect(done.status).toBe(201);
    return done.body.id as string;
  };

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    [before, after] = [await published(api, here.id, old), await published(api, here.id, newer)];
    school = await aSchool(api);
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id, name: 'J Ahmed' }));
    const person = await aPerson(api, { role: 'contributor', organisationId: school.id, name: 'P Shah' });
    [deputy, deputyId] = [await signedIn(api, person), person.id];
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    const round = await aRound(api, before!, [school.id]);
    [roundId, returnId] = [round.id, round.returnOf(school)];
    await answerAll(lead!, before!, returnId);
  });

  it('follows it to the question in other words, to each of those it was split into, and to the one it was merged into', async () => {
    for (const key of ['policy', 'training', 'visits', 'boarding']) await say(key, `About ${key}.`, key === 'policy' ? 'changes' : 'comment');
    for (const key of ['policy', 'training']) await flag(key);
    for (const key of ['training', 'visits']) await give(key);
    await goOver();
    const { comments, flags, assignments } = await sharing();
    expect(comments.map(({ questionId, words }: Any) => [questionId, words]).sort()).toEqual([
      [after!.id('policy-read'), 'About policy.'], ...refs(after!, 'training-new', 'training-all').map((id) => [id, 'About training.']),
      [after!.id('visits-and-minutes'), 'About visits.'], [before!.id('boarding'), 'About boarding.'],
    ].sort());
    expect(flags.map(({ questionId }: Any) => questionId).sort()).toEqual(refs(after!, 'policy-read', 'training-new', 'training-all').sort());
    expect(assignments.map(({ questionId, sectionKey }: Any) => [questionId, sectionKey]).sort()).toEqual([
      ...refs(after!, 'training-new', 'training-all').map((id) => [id, 'leadership']), [after!.id('visits-and-minutes'), 'placements']].sort());
    const view = (await lead!.get(`/api/submissions/${returnId}`)).body;
    expect(view.blockers).toContainEqual(expect.objectContaining({ questionId: after!.id('policy-read'), code: 'changes-requested' }));
  });

  it('says of what stays at a question that is asked no more which one that was', async () => {
    await say('boarding', 'About boarding.');
    for (const key of ['visits', 'minutes']) await give(key);
    await goOver();
    const { elsewhere, assignments } = await sharing();
    expect(assignments.map(({ questionId }: Any) => questionId).sort()).toEqual([after!.id('visits-and-minutes'), before!.id('minutes')].sort());
    expect(elsewhere).toEqual([{ questionId: before!.id('boarding'), ref: '2.3', title: 'Title of boarding', edition: '2026-27' }, { questionId: before!.id('minutes'), ref: '2.6', title: 'Title of minutes', edition: '2026-27' }]);
  });

  it('comes back to the byte when it is undone', async () => {
    for (const key of ['policy', 'training', 'visits', 'minutes', 'boarding']) { await say(key, `About ${key}.`); await flag(key); await give(key); }
    const then = await everything();
    const id = await goOver();
    expect(await everything()).not.toBe(then);
    expect((await undo(here.businessUnit, id)).status).toBe(200);
    expect(await everything()).toBe(then);
    expect(await rows('select from app.carried_thing where submission_id = $1', [returnId])).toEqual([]);
    await goOver();
  });

  it('comes back with what became of it since, and with what was said since', async () => {
    for (const key of ['policy', 'training']) await say(key, `About ${key}.`);
    await flag('policy');
    const id = await goOver();
    const about = (await sharing()).comments.find(({ words }: Any) => words === 'About policy.');
    await lead!.put(`/api/comments/${about.id}`, { resolved: true });
    await lead!.put(`/api/submissions/${returnId}/flags/${after!.id('policy-read')}`, { flagged: false });
    for (const key of ['policy-read', 'training-all', 'culture']) await say(key, `Later, about ${key}.`, 'comment', after!);
    for (const key of ['training-new', 'training-all']) await give(key, 'leadership', after!);
    expect((await undo(here.businessUnit, id)).status).toBe(200);
    const { comments, flags, assignments, elsewhere } = await sharing();
    expect(comments.map(({ questionId, words, resolvedBy }: Any) => [questionId, words, resolvedBy]).sort()).toEqual([
      [before!.id('policy'), 'About policy.', 'J Ahmed'], [before!.id('policy'), 'Later, about policy-read.', null],
      [before!.id('training'), 'About training.', null], [before!.id('training'), 'Later, about training-all.', null], [after!.id('culture'), 'Later, about culture.', null],
    ].sort());
    expect(flags).toEqual([]);
    // of the two that were given since, one question stands there to take one
    expect(assignments.map(({ questionId }: Any) => questionId).sort()).toEqual([before!.id('training'), after!.id('training-all')].sort());
    expect(elsewhere.map(({ ref }: Any) => ref)).toEqual(['1.1', '2.3']);
  });

  it('lets a guest answer the questions in the place of those they were given, and after an undoing just those', async () => {
    const linked = async (id: string) => (await rows('select question_ids from app.guest_link where id = $1', [id]))[0].question_ids as string[];
    const first = await aGuestLink(lead!, returnId, refs(before!, 'training', 'policy', 'visits'));
    const id = await goOver();
    expect(await linked(first.id)).toEqual(refs(after!, 'training-new', 'training-all', 'policy-read', 'visits-and-minutes'));
    const guest = guestWith(api, first.token);
    expect((await guest.save(after!.id('training-all'), rated('amber', 'Nearly all.'))).status).toBe(200);
    expect((await guest.save(before!.id('training'), rated('amber', 'Nearly all.'))).status).not.toBe(200);
    await rows("delete from app.answer where submission_id = $1 and question_id = $2", [returnId, after!.id('training-all')]);
    await rows('update app.submission s set version = x.version from app.carried_return x where x.submission_id = s.id and x.carry_over_id = $1', [id]);
    const since = await aGuestLink(lead!, returnId, refs(after!, 'visits-and-minutes', 'training-new', 'training-all', 'culture'));
    expect((await undo(here.businessUnit, id)).status).toBe(200);
    expect(await linked(first.id)).toEqual(refs(before!, 'training', 'policy', 'visits'));
    expect(await linked(since.id)).toEqual([...refs(before!, 'visits', 'training'), after!.id('culture')]);
  });

  it('leaves the count of what is answered as it is where the evidence goes along', async () => {
    const counted = async () => (await rows('select answered, required from app.submission where id = $1', [returnId]))[0];
    const { body: { id } } = await bringTo(lead!, school, 'log.txt', Buffer.from('Our log.'));
    const unshown = await counted();
    await useFor(lead!, returnId, before!.id('lead'), id);
    expect(await counted()).toEqual({ ...unshown, answered: unshown.answered + 1 });
    await goOver();
    const { progress } = (await lead!.get(`/api/submissions/${returnId}`)).body;
    expect(await counted()).toEqual(progress);
    expect(progress.answered).toBe(2);
  });
});
