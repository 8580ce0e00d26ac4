import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { answerAll, aQuestionnaire, aRound, declaration, published, rated, save, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('an action plan', () => {
  let api: RunningApi;
  let here: Partnership;
  let version: Published;
  let school: { id: string; name: string };
  let [lead, unit]: Client[] = [];
  let returnId: string;

  const as = async (role: Parameters<typeof aPerson>[1]['role'], organisation = school) => signedIn(api, await aPerson(api, { role, partnershipId: here.id, organisationId: role === 'business-unit' || role === 'qp-member' ? null : organisation.id, name: 'J Ahmed' }));
  const planned = async (client = lead!, changes: object = {}) =>
    (await client.post(`/api/submissions/${returnId}/actions`, { questionId: version.id('training'), title: 'Train the new governors', owner: 'Head teacher', dueOn: '2027-01-29', ...changes }));
  const move = (client: Client, { id, version: at }: { id: string; version: number }, to: string, reason = '') => client.post(`/api/actions/${id}/${['verify', 'send-back'].includes(to) ? 'verification' : 'move'}`, { move: to, version: at, reason });
  const submit = () => lead!.post(`/api/submissions/${returnId}/submit`, declaration);

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-25');
    here = await aPartnership(api);
    version = await published(api, here.id, aQuestionnaire());
    school = await aSchool(api, { partnershipId: here.id });
    [lead, unit] = [await as('lead'), await as('business-unit')];
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    returnId = (await aRound(api, version, [school.id])).returnOf(school);
    await answerAll(lead!, version, returnId);
    await save(lead!, returnId, version.id('training'), rated('amber', 'Two are missing.'), 1);
  });

  it('is drafted from what is below the standard, until something is planned for it', async () => {
    const before = await lead!.get(`/api/submissions/${returnId}/plan`);
    expect(before.body).toMatchObject({
      actions: [], mayPlan: true,
      gaps: [{ questionId: version.id('training'), ref: '2.2', level: { letter: 'A' }, goal: { letter: 'G' }, goalWording: 'Good', section: '2 Section 2' }],
      usualDates: [{ words: 'In 1 month', date: '2026-12-25' }, { words: 'In 3 months', date: '2027-02-25' }, { words: 'End of term', date: '2026-12-18' }],
    });
    expect(await planned()).toMatchObject({ status: 201, body: { from: { ref: '2.2', level: { key: 'amber' } }, state: 'open', standing: 'on-track', owner: 'Head teacher', moves: ['change', 'claim', 'drop'], version: 1, changedBy: 'J Ahmed' } });
    const after = await lead!.get(`/api/submissions/${returnId}/plan`);
    expect([after.body.actions.length, after.body.gaps.length]).toEqual([1, 0]);
  });

  it('may be unfinished, and then says so; nothing else is taken that cannot be kept', async () => {
    expect((await planned(lead!, { owner: '', dueOn: null })).body).toMatchObject({ standing: 'unplanned' });
    const refused = await planned(lead!, { title: ' ', dueOn: '2026-11-24' });
    expect([refused.status, refused.body.faults.map(({ where }: { where: string }) => where)]).toEqual([400, ['title', 'dueOn']]);
    expect((await planned(lead!, { questionId: '0198c0de-7000-7000-8000-000000000001' })).status).toBe(404);
  });

  it('numbers the actions of an organisation one after the other, whoever plans at once', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => planned(lead!, { questionId: null })));
    const numbers = made.map(({ body }) => Number(body.reference.slice(2))).sort((one, other) => one - other);
    expect(numbers.map((number) => number - numbers[0]!)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('is done when the partnership has seen it: claimed with what shows it, verified by the business unit, and never by oneself', async () => {
    const { body: action } = await planned();
    expect((await move(lead!, action, 'claim')).body.faults).toEqual([{ where: 'completion', detail: 'Say what shows that it was done.' }]);
    const changed = await lead!.put(`/api/actions/${action.id}`, { version: 1, title: action.title, owner: action.owner, dueOn: action.dueOn, completion: 'Register of 3 March', impact: 'Governors now ask about concerns' });
    expect(changed).toMatchObject({ status: 200, body: { version: 2, completion: 'Register of 3 March' } });
    const claimed = await move(lead!, changed.body, 'claim');
    expect(claimed.body).toMatchObject({ state: 'claimed', standing: 'claimed', moves: ['change'] });
    expect((await move(lead!, claimed.body, 'verify')).status).toBe(403);
    expect((await move(unit!, claimed.body, 'verify')).status).toBe(404);
    expect((await submit()).status).toBe(200);
    expect((await move(unit!, claimed.body, 'send-back', 'The register names nobody')).body).toMatchObject({ state: 'open', moves: [] });
    const again = await move(lead!, { id: action.id, version: 4 }, 'claim');
    expect((await move(unit!, again.body, 'verify')).body).toMatchObject({ state: 'verified', moves: [] });
    expect((await lead!.put(`/api/actions/${action.id}`, { version: 6, title: 'Other', owner: '', dueOn: null, completion: '', impact: '' })).body.code).toBe('already-done');
    const { body } = await lead!.get(`/api/actions/${action.id}`);
    expect(body.history.map((event: { move: string; reason: string }) => [event.move, event.reason])).toEqual(
      [['plan', ''], ['change', ''], ['claim', ''], ['send-back', 'The register names nobody'], ['claim', ''], ['verify', '']]);
  });

  it('loses nothing to two people: the second is told, and sees what the first wrote', async () => {
    const { body: action } = await planned();
    const change = (owner: string) => lead!.put(`/api/actions/${action.id}`, { version: 1, title: action.title, owner, dueOn: action.dueOn, completion: '', impact: '' });
    const both = await Promise.all([change('Deputy'), change('Governor')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [first, second] = [200, 409].map((status) => both.find((one) => one.status === status)!.body);
    expect(second).toMatchObject({ code: 'changed-meanwhile', theirs: { id: action.id, version: 2, owner: first.owner } });
  });

  it('is the organisation’s alone until the return is handed in, and never another organisation’s', async () => {
    const { body: action } = await planned();
    const qp = await as('qp-member');
    const other = await aSchool(api, { partnershipId: here.id });
    const neighbour = await as('lead', other);
    const seenBy = async (client: Client) => [(await client.get(`/api/actions/${action.id}`)).status, (await client.get('/api/actions')).body.items.some(({ id }: { id: string }) => id === action.id)];
    expect([await seenBy(unit!), await seenBy(qp), await seenBy(neighbour)]).toEqual([[404, false], [404, false], [404, false]]);
    await submit();
    expect([await seenBy(unit!), await seenBy(qp), await seenBy(neighbour)]).toEqual([[200, true], [200, true], [404, false]]);
    expect((await unit!.get(`/api/actions?organisationId=${school.id}&standing=on-track`)).body.items.map(({ id }: { id: string }) => id)).toContain(action.id);
    expect((await planned(neighbour)).status).toBe(404);
    expect((await planned(unit!)).status).toBe(403);
    expect((await planned(await as('viewer'))).status).toBe(403);
    expect((await planned(await as('approver'))).status).toBe(201);
  });
});
