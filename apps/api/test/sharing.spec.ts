import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { aQuestionnaire, aRound, answerAll, declaration, published, rated, save, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let version: Published;
let school: { id: string; name: string };
let [jamila, priya, governor] = [] as unknown as [Person, Person, Person];
let [lead, deputy, viewer, businessUnit] = [] as unknown as [Client, Client, Client, Client];
let returnId: string;
let roundName: string;

beforeAll(async () => {
  api = await startApi();
  api.today('2026-11-22');
  const partnership = await aPartnership(api);
  businessUnit = partnership.businessUnit;
  school = await aSchool(api, { name: 'Oakfield' });
  version = await published(api, partnership.id, aQuestionnaire());
  const member = (role: Person['role'], name: string) => aPerson(api, { role, name, organisationId: school.id });
  [jamila, priya, governor] = [await member('lead', 'Jamila Ahmed'), await member('contributor', 'Priya Shah'), await member('viewer', 'Tom Fenwick')];
  [lead, deputy, viewer] = [await signedIn(api, jamila), await signedIn(api, priya), await signedIn(api, governor)];
});
afterAll(() => api.stop());
beforeEach(async () => {
  const round = await aRound(api, version, [school.id]);
  [returnId, roundName] = [round.returnOf(school), round.name];
});

const part = (changes: object = {}) => ({ sectionKey: 'leadership', questionId: null, colleagueId: priya.id, dueOn: '2026-12-01', ...changes });
const give = (changes: object = {}, client = lead, id = returnId) => client.put(`/api/submissions/${id}/assignments`, part(changes));
const letters = async ({ email }: Person): Promise<{ subject: string; body: string }[]> =>
  (await api.administrator.query('select subject, body from app.mail where address = $1 order by created_at', [email])).rows;
const waitingFor = async (client: Client) => (await client.get('/api/waiting')).body.filter(({ submissionId }: { submissionId: string }) => submissionId === returnId);

describe('giving a part of a return to a colleague', () => {
  it('shows whose it is and by when, to everybody of the organisation', async () => {
    const { status, body } = await give();
    expect([status, body.assignments]).toMatchObject([200, [
      { sectionKey: 'leadership', questionId: null, person: { id: priya.id, name: 'Priya Shah' }, here: true, dueOn: '2026-12-01', late: false, by: 'Jamila Ahmed' }]]);
    expect((await viewer.get(`/api/submissions/${returnId}/sharing`)).body).toMatchObject({
      assignments: [{ person: { name: 'Priya Shah' } }], moves: ['comment'],
      colleagues: [{ name: 'Jamila Ahmed', mayAnswer: true }, { name: 'Priya Shah', mayAnswer: true }, { name: 'Tom Fenwick', mayAnswer: false }],
    });
  });

  it('tells them by e-mail what it is and by when, and not a word of what has been answered', async () => {
    await save(lead, returnId, version.id('policy'), rated('red', 'A secret weakness.'));
    await give({ questionId: version.id('policy') });
    const letter = (await letters(priya)).at(-1)!;
    expect(letter.subject).toBe('Assigned to you: question 2.1 Title of policy');
    expect(letter.body.replace(/\s+/g, ' ')).toContain(`Jamila Ahmed asks you to answer question 2.1 Title of policy of the ${roundName} of Oakfield. Please be done by 1 December 2026.`);
    expect(letter.body).toContain(`/returns/${returnId}`);
    expect(letter.body).not.toContain('secret');
  });

  it('tells nobody who takes it on themselves', async () => {
    expect((await give({ colleagueId: jamila.id })).status).toBe(200);
    expect(await letters(jamila)).toEqual([]);
  });

  it('is one colleague’s at a time, and can be taken back', async () => {
    await give();
    expect((await give({ colleagueId: jamila.id, dueOn: null }, deputy)).body.assignments).toMatchObject([{ person: { name: 'Jamila Ahmed' }, dueOn: null, by: 'Priya Shah' }]);
    expect((await give({ questionId: version.id('policy') })).body.assignments).toHaveLength(2);
    expect((await give({ colleagueId: null })).body.assignments).toMatchObject([{ questionId: version.id('policy') }]);
    expect((await give({ colleagueId: null })).status).toBe(200);
  });

  it.each([
    ['somebody who only reads', () => ({ colleagueId: governor.id }), 'colleagueId'],
    ['a day that has passed', () => ({ dueOn: '2026-11-21' }), 'dueOn'],
    ['a day after the last', () => ({ dueOn: '2027-02-01' }), 'dueOn'],
  ])('refuses %s, and says where', async (_, changes, where) => {
    expect(await give(changes())).toMatchObject({ status: 400, body: { code: 'invalid-request', faults: [{ where }] } });
    expect((await lead.get(`/api/submissions/${returnId}/sharing`)).body.assignments).toEqual([]);
  });

  it('refuses a section that is not there, and a question of another section', async () => {
    expect((await give({ sectionKey: 'no-such' })).status).toBe(404);
    expect((await give({ questionId: version.id('lead') })).status).toBe(404);
  });

  it('is over once the return has been handed in', async () => {
    await give();
    await answerAll(lead, version, returnId);
    expect((await lead.post(`/api/submissions/${returnId}/submit`, declaration)).status).toBe(200);
    expect(await give()).toMatchObject({ status: 409, body: { code: 'return-not-editable' } });
    expect((await lead.get(`/api/submissions/${returnId}/sharing`)).body.moves).toEqual([]);
  });

  it('says of somebody who has left that they are not here', async () => {
    const leaver = await aPerson(api, { role: 'contributor', name: 'Lee Aver', organisationId: school.id });
    await give({ colleagueId: leaver.id });
    await api.administrator.query('update app.membership set ended_at = now() where person_id = $1', [leaver.id]);
    expect((await lead.get(`/api/submissions/${returnId}/sharing`)).body.assignments).toMatchObject([{ person: { name: 'Lee Aver' }, here: false }]);
  });
});

describe('what waits for somebody', () => {
  it('is what was given to them and is not done, with where to begin', async () => {
    await give();
    await give({ sectionKey: 'team', questionId: version.id('lead'), dueOn: null });
    expect(await waitingFor(deputy)).toMatchObject([
      { kind: 'section', ref: '2', title: 'Section 2', sectionKey: 'leadership', questionId: version.id('policy'), dueOn: '2026-12-01', by: 'Jamila Ahmed', organisation: { name: 'Oakfield' }, round: { name: roundName } },
      { kind: 'question', ref: '1.1', questionId: version.id('lead'), dueOn: null },
    ]);
    expect(await waitingFor(lead)).toEqual([]);
  });

  it('moves on with the answers, and is gone when nothing required is left', async () => {
    await give();
    await save(deputy, returnId, version.id('policy'), rated('green'));
    expect(await waitingFor(deputy)).toMatchObject([{ questionId: version.id('training') }]);
    await save(deputy, returnId, version.id('training'), rated('amber', 'Nearly all.'));
    expect(await waitingFor(deputy)).toEqual([]);
  });
});

describe('among colleagues', () => {
  it('nobody of the partnership sees what was arranged, not even once it has been handed in', async () => {
    await give();
    await answerAll(lead, version, returnId);
    await lead.post(`/api/submissions/${returnId}/submit`, declaration);
    expect((await businessUnit.get(`/api/submissions/${returnId}`)).status).toBe(200);
    expect((await businessUnit.get(`/api/submissions/${returnId}/sharing`)).status).toBe(404);
  });

  it('goes with the answers when they are disposed of, and forgets whoever is erased', async () => {
    await give();
    await give({ sectionKey: 'team', colleagueId: jamila.id }, deputy);
    const now = async () => (await api.administrator.query('select person_name, assigned_by_name from app.assignment where submission_id = $1 order by person_name', [returnId])).rows;
    await api.administrator.query("insert into app.erasure (partnership_id, id, person_id, state, label) values ($1, gen_random_uuid(), $2, 'done', 'Former colleague 7F3K')", [version.partnershipId, priya.id]);
    expect(await now()).toEqual([{ person_name: 'Jamila Ahmed', assigned_by_name: 'Former colleague 7F3K' }]);
    await api.administrator.query("update app.submission set disposed_on = '2026-11-22' where id = $1", [returnId]);
    expect(await now()).toEqual([]);
  });
});

describe('talking about a question', () => {
  const say = (words: string, changes: object = {}, client = viewer) => client.post(`/api/submissions/${returnId}/comments`, { questionId: version.id('policy'), kind: 'comment', words, ...changes });
  const settle = (id: string, resolved = true) => lead.put(`/api/comments/${id}`, { resolved });

  it('everybody of the organisation may, and resolves what is settled; nobody of the partnership sees it', async () => {
    const { status, body } = await say('Can we cite the audit?');
    expect([status, body.comments]).toMatchObject([200, [{ kind: 'comment', words: 'Can we cite the audit?', by: 'Tom Fenwick', resolvedBy: null }]]);
    expect((await settle(body.comments[0].id)).body.comments).toMatchObject([{ resolvedBy: 'Jamila Ahmed' }]);
    expect((await settle(body.comments[0].id, false)).body.comments).toMatchObject([{ resolvedBy: null }]);
    expect((await say('Hello', {}, businessUnit)).status).toBe(404);
    expect((await say('  ')).status).toBe(400);
  });

  it('tells whoever is named behind an @, by e-mail and at home, and not a word of what was said', async () => {
    const before = (await letters(priya)).length;
    await say('A secret weakness, @Priya Shah, and @Tom Fenwick knows.');
    const [letter, ...more] = (await letters(priya)).slice(before);
    expect([letter!.subject, more.length]).toEqual(['Tom Fenwick mentioned you: question 2.1 Title of policy', 0]);
    expect(letter!.body).not.toContain('secret');
    expect(await waitingFor(deputy)).toMatchObject([{ kind: 'mention', ref: '2.1', questionId: version.id('policy'), by: 'Tom Fenwick' }]);
    expect(await waitingFor(viewer)).toEqual([]);
  });

  it('stands in the way of submitting where changes are asked for, until that is resolved; a comment does not', async () => {
    await answerAll(lead, version, returnId);
    await say('Just wondering.');
    const { body } = await say('Please name the policy.', { kind: 'changes' });
    expect((await lead.get(`/api/submissions/${returnId}`)).body.blockers).toEqual([{ questionId: version.id('policy'), ref: '2.1', code: 'changes-requested', detail: 'Settle the changes asked for in 2.1 Title of policy' }]);
    expect(await lead.post(`/api/submissions/${returnId}/submit`, declaration)).toMatchObject({ status: 422, body: { code: 'cannot-submit-yet', blockers: [{ code: 'changes-requested' }] } });
    expect(await waitingFor(deputy)).toMatchObject([{ kind: 'changes', ref: '2.1' }]);
    await settle(body.comments[1].id);
    expect((await lead.post(`/api/submissions/${returnId}/submit`, declaration)).status).toBe(200);
    expect((await say('Too late.')).status).toBe(409);
  });

  it('marks a question to come back to, once, for everybody who answers', async () => {
    const flag = (flagged: boolean, client = lead) => client.put(`/api/submissions/${returnId}/flags/${version.id('policy')}`, { flagged });
    await flag(true);
    expect((await flag(true, deputy)).body.flags).toEqual([{ questionId: version.id('policy'), by: 'Jamila Ahmed' }]);
    expect((await flag(false, deputy)).body.flags).toEqual([]);
    expect((await flag(true, viewer)).status).toBe(403);
  });
});

describe('who is here', () => {
  const here = (client: Client, questionId: string | null = null) => client.put(`/api/submissions/${returnId}/presence`, { questionId });

  it('is told to those who are here too, with the answer they are at, and leaves nothing in the trail', async () => {
    expect((await here(lead)).body).toEqual([]);
    expect((await here(deputy, version.id('policy'))).body).toEqual([{ person: { id: jamila.id, name: 'Jamila Ahmed' }, questionId: null }]);
    expect((await here(lead)).body).toEqual([{ person: { id: priya.id, name: 'Priya Shah' }, questionId: version.id('policy') }]);
    expect((await here(businessUnit)).status).toBe(404);
    const { rows } = await api.administrator.query("select from app.audit_event where route = 'PUT /submissions/:id/presence' and outcome = 'done'");
    expect(rows).toEqual([]);
  });

  it('is over when nothing has been heard for a while', async () => {
    await here(deputy);
    await api.administrator.query("update app.presence set seen_at = seen_at - interval '41 seconds' where submission_id = $1", [returnId]);
    expect((await here(lead)).body).toEqual([]);
    expect((await api.administrator.query('select person_id from app.presence where submission_id = $1', [returnId])).rows).toEqual([{ person_id: jamila.id }]);
  });
});
