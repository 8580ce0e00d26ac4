import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@attest/shared/api';
import type { Any } from './any';
import type { Client } from './client';
import { answerAll, aQuestion, aQuestionnaire, aRound, declaration, fourLevels, published, rated, save, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('the returns of an organisation', () => {
  let api: RunningApi;
  let here: Partnership;
  let version: Published;
  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    version = await published(api, here.id, aQuestionnaire());
  });
  afterAll(() => api.stop());

  const leadOf = async (...schools: { id: string }[]) => {
    const person = await aPerson(api, { role: 'lead', organisationId: schools[0]!.id, name: 'J Ahmed' });
    for (const { id } of schools.slice(1)) await alsoHolds(person.id, id, 'lead');
    return signedIn(api, person);
  };
  const alsoHolds = (personId: string, organisationId: string | null, role: string) => api.administrator.query(
    'insert into app.membership (partnership_id, id, person_id, organisation_id, role) values ($1, $2, $3, $4, $5)', [here.id, randomUUID(), personId, organisationId, role]);
  const submit = (client: Client, id: string) => client.post(`/api/submissions/${id}/submit`, declaration);

  describe('in a list', () => {
    it('stand with those that wait first, by due date, and then the past', async () => {
      const school = await aSchool(api);
      const lead = await leadOf(school);
      const rounds = { later: { dueOn: '2026-12-18' }, sooner: { dueOn: '2026-12-01' }, late: { dueOn: '2026-11-20' }, done: {}, past: { state: 'closed', opensOn: '2025-09-01', dueOn: '2025-12-01', finalOn: '2026-01-01' } } as const;
      const ids: Record<string, string> = {};
      for (const [name, dates] of Object.entries(rounds)) ids[name] = (await aRound(api, version, [school.id], { name, ...dates })).returnOf(school);
      await answerAll(lead, version, ids['done']!, 'amber');
      await submit(lead, ids['done']!);

      const { body } = await lead.get('/api/submissions');
      expect(body.map(({ round }: { round: { name: string } }) => round.name)).toEqual(['late', 'sooner', 'later', 'done', 'past']);
      expect(body[0]).toMatchObject({ state: 'not-started', audience: 'school', daysLeft: -2, answered: 0, result: null, reference: null, moves: ['answer'] });
      expect(body[3]).toMatchObject({ state: 'submitted', answered: 4, required: 4, result: { key: 'amber', letter: 'A' }, moves: ['receipt', 'ask-reopening'] });
      expect(body[4]).toMatchObject({ state: 'not-started', moves: [] });
    });

    it('are those of every school that a trust leads', async () => {
      const [one, two, other] = [await aSchool(api), await aSchool(api), await aSchool(api)];
      await aRound(api, version, [one.id, two.id, other.id]);
      const client = await leadOf(one, two);
      expect((await client.get('/api/submissions')).body.map((row: { organisation: { id: string } }) => row.organisation.id).sort()).toEqual([one.id, two.id].sort());
    });

    it('are none for those who look after the whole partnership', async () => {
      await aRound(api, version, [(await aSchool(api)).id]);
      expect(await here.businessUnit.get('/api/submissions')).toMatchObject({ status: 200, body: [] });
      const qp = await signedIn(api, await aPerson(api, { role: 'qp-member' }));
      expect(await qp.get('/api/submissions')).toMatchObject({ status: 200, body: [] });
    });
  });

  describe('one by one', () => {
    it('show the questions asked of this school, with what has been said and what is still wanted', async () => {
      const school = await aSchool(api, { name: 'Oakfield Primary School' });
      const lead = await leadOf(school);
      const id = (await aRound(api, version, [school.id])).returnOf(school);
      await save(lead, id, version.id('policy'), rated('green', 'Approved in July.'));
      await save(lead, id, version.id('training'), { level: null, value: null, note: '', naReason: 'No staff yet' });

      const { body } = await lead.get(`/api/submissions/${id}`);
      expect(body).toMatchObject({
        state: 'in-progress', organisation: { name: 'Oakfield Primary School' }, audience: 'school', title: 'Sample return', edition: '2026-27',
        dueOn: '2026-12-11', finalOn: '2027-01-29', daysLeft: 19, lastSavedAt: '2026-11-22T12:00:00.000Z', progress: { answered: 2, required: 4 },
        declarationRole: 'Designated Safeguarding Lead', declaration: 'This is true.', reference: null, closedBecause: null, moves: ['answer', 'submit'],
      });
      expect(body.sections.map((section: Any) => [section.ref, section.answered, section.required, section.state, section.questions.map(({ ref }: Any) => ref)])).toEqual([
        ['1', 0, 2, 'not-started', ['1.1', '1.2']],
        ['2', 2, 2, 'completed', ['2.1', '2.2']],
      ]);
      const [policy] = body.sections[1].questions;
      expect(policy).toMatchObject({
        id: version.id('policy'), key: 'policy', critical: true, naAllowed: false, isNew: false, words: null, choices: [], lastRound: null, lastRounds: [],
        levels: [{ key: 'green' }, { key: 'amber' }, { key: 'red' }], descriptors: { green: 'Good', amber: 'Fair', red: 'Poor' },
        answer: { level: 'green', note: 'Approved in July.', version: 1, updatedBy: 'J Ahmed' },
      });
      expect(body.blockers).toEqual([
        { questionId: version.id('lead'), ref: '1.1', code: 'unanswered', detail: 'Answer 1.1 Title of lead' },
        { questionId: version.id('uses-placements'), ref: '1.2', code: 'unanswered', detail: 'Answer 1.2 Title of uses-placements' },
      ]);
    });

    it('count what is required, section by section as for the whole, and leave out what is optional', async () => {
      const [, second] = aQuestionnaire().sections;
      const withOptional = await published(api, here.id, aQuestionnaire({
        edition: '2028-29', sections: [{ ...second!, questions: [aQuestion('1', 'policy'), aQuestion('2', 'story', { type: 'text', weight: 0, required: false })] }],
      }));
      const school = await aSchool(api);
      const lead = await leadOf(school);
      const id = (await aRound(api, withOptional, [school.id])).returnOf(school);
      await save(lead, id, withOptional.id('story'), { level: null, value: 'We ask the children.', note: '', naReason: null });
      expect((await lead.get(`/api/submissions/${id}`)).body).toMatchObject({ progress: { answered: 0, required: 1 }, sections: [{ answered: 0, required: 1, state: 'in-progress' }] });
    });

    it('ask what concerns a school, and what its answers bring up', async () => {
      const school = await aSchool(api, { features: ['maintained', 'boarding'] });
      const lead = await leadOf(school);
      const id = (await aRound(api, version, [school.id])).returnOf(school);
      const refs = async () => (await lead.get(`/api/submissions/${id}`)).body.sections.flatMap(({ questions }: Any) => questions.map(({ ref }: Any) => ref));
      expect(await refs()).toEqual(['1.1', '1.2', '2.1', '2.2', '2.3']);
      await save(lead, id, version.id('uses-placements'), valued('yes'));
      expect(await refs()).toEqual(['1.1', '1.2', '2.1', '2.2', '2.3', '2.4', '3.1']);
    });

    it('say why they are closed', async () => {
      const school = await aSchool(api);
      const lead = await leadOf(school);
      const closed = (await aRound(api, version, [school.id], { state: 'closed' })).returnOf(school);
      expect((await lead.get(`/api/submissions/${closed}`)).body).toMatchObject({ closedBecause: 'The round is closed.', moves: [] });
      const done = (await aRound(api, version, [school.id])).returnOf(school);
      await answerAll(lead, version, done);
      await submit(lead, done);
      expect((await lead.get(`/api/submissions/${done}`)).body).toMatchObject({ closedBecause: expect.stringContaining('has been submitted'), moves: ['receipt', 'ask-reopening'], blockers: [] });
    });

    it('give each role its moves, and are not there for the partnership until they are handed in', async () => {
      const school = await aSchool(api);
      const id = (await aRound(api, version, [school.id])).returnOf(school);
      await save(await leadOf(school), id, version.id('policy'), rated('green'));
      const seen: Record<string, unknown> = {};
      for (const role of ['lead', 'contributor', 'approver', 'viewer', 'trust-lead'] as const) {
        seen[role] = (await (await signedIn(api, await aPerson(api, { role, organisationId: school.id }))).get(`/api/submissions/${id}`)).body.moves;
      }
      for (const role of ['business-unit', 'qp-member', 'scrutineer', 'executive'] as const) {
        const { status, body } = await (await signedIn(api, await aPerson(api, { role }))).get(`/api/submissions/${id}`);
        seen[role] = status === 200 ? body.moves : status;
      }
      expect(seen).toEqual({
        'lead': ['answer', 'submit'], 'contributor': ['answer'], 'approver': ['submit'], 'viewer': [], 'trust-lead': [],
        'business-unit': 404, 'qp-member': 404, 'scrutineer': 404, 'executive': 403,
      });
    });

    it('do not open to one who reads returns elsewhere and only figures here', async () => {
      const [school, own] = [await aSchool(api), await aSchool(api)];
      const round = await aRound(api, version, [school.id, own.id]);
      const person = await aPerson(api, { role: 'executive' });
      await alsoHolds(person.id, own.id, 'lead');
      const client = await signedIn(api, person);
      expect((await client.get(`/api/submissions/${round.returnOf(own)}`)).status).toBe(200);
      expect((await client.get(`/api/submissions/${round.returnOf(school)}`)).status).toBe(404);
      expect((await client.get('/api/submissions')).body).toHaveLength(1);
    });

    it('are not there for anybody else, in the same words as one that does not exist', async () => {
      const school = await aSchool(api);
      const id = (await aRound(api, version, [school.id])).returnOf(school);
      const elsewhere = await anotherPartnership(api);
      const stranger = await leadOf(await aSchool(api));
      const nobodys = await stranger.get(`/api/submissions/${randomUUID()}`);
      expect(nobodys.status).toBe(404);
      for (const [client, path] of [[stranger, id], [elsewhere.businessUnit, id], [stranger, 'not-an-identifier'], [stranger, `${id}/receipt`]] as const) {
        const answer = await client.get(`/api/submissions/${path}`);
        expect([answer.status, JSON.stringify(answer.body)]).toEqual([404, JSON.stringify(nobodys.body)]);
      }
    });

    it('cost at most four statements', async () => {
      const school = await aSchool(api);
      const lead = await leadOf(school);
      const before = await aRound(api, version, [school.id], { state: 'closed' });
      const id = (await aRound(api, version, [school.id], { previousRoundId: before.id })).returnOf(school);
      await lead.get(`/api/submissions/${id}`);
      const database = api.app.get(Database);
      const query = database.query.bind(database);
      let statements = 0;
      database.query = (...parameters) => { statements += 1; return query(...parameters as [string]); };
      await lead.get(`/api/submissions/${id}`);
      database.query = query;
      expect(statements).toBeLessThanOrEqual(4);
    });
  });

  describe('beside last round’s answers', () => {
    const lastEdition = aQuestionnaire({ edition: '2025-26' });
    const lastRound = { name: 'Last year’s return', state: 'open', opensOn: '2025-09-01', dueOn: '2025-12-01', finalOn: '2027-01-01' } as const;
    let last: Published;
    beforeAll(async () => { last = await published(api, here.id, lastEdition); });

    const before = async (client: Client, id: string, key: string) => {
      const { body } = await client.get(`/api/submissions/${id}`);
      return body.sections.flatMap((section: Any) => section.questions).find((question: Any) => question.key === key).lastRound;
    };

    it('show what was submitted, by whom and when, and not what is still open', async () => {
      const school = await aSchool(api);
      const lead = await leadOf(school);
      const then = await aRound(api, last, [school.id], { ...lastRound, name: 'A' });
      const id = (await aRound(api, version, [school.id], { previousRoundId: then.id })).returnOf(school);
      await answerAll(lead, last, then.returnOf(school), 'amber');
      expect(await before(lead, id, 'training')).toBeNull();
      await submit(lead, then.returnOf(school));
      expect(await before(lead, id, 'training')).toEqual({
        roundName: 'A', submittedAt: '2026-11-22T12:00:00.000Z', by: 'J Ahmed', level: expect.objectContaining({ key: 'amber', word: 'Partly met' }),
        value: null, note: 'All staff in September.', naReason: null, comparable: true, mayStart: true, kind: 'same',
        questionId: last.id('training'), ref: '2.2', title: 'Title of training', wording: 'Wording of training?', shown: [], reusable: true,
      });
      expect(await before(lead, id, 'lead')).toMatchObject({ value: { name: 'J Ahmed', role: 'Deputy head' }, level: null, comparable: true });
      expect((await lead.get(`/api/submissions/${id}`)).body.sections[1].questions[0].answer).toBeNull();
    });

    it('follow a school that has become an academy, to the academy and to nobody else', async () => {
      const school = await aSchool(api, { status: 'closed' });
      const academy = await aSchool(api, { predecessorId: school.id });
      const then = await aRound(api, last, [school.id], { ...lastRound, name: 'B' });
      const oldLead = await leadOf(school);
      await answerAll(oldLead, last, then.returnOf(school), 'red');
      await submit(oldLead, then.returnOf(school));
      const id = (await aRound(api, version, [academy.id], { previousRoundId: then.id })).returnOf(academy);
      const lead = await leadOf(academy);
      expect(await before(lead, id, 'policy')).toMatchObject({ roundName: 'B', level: { key: 'red' } });
      expect((await lead.get('/api/submissions')).body.map(({ id: one, moves }: { id: string; moves: string[] }) => [one, moves])).toEqual([[id, ['answer']], [then.returnOf(school), ['receipt']]]);
      expect((await oldLead.get(`/api/submissions/${id}`)).status).toBe(404);
      expect((await save(lead, then.returnOf(school), last.id('policy'), rated('green'), 1)).status).toBe(404);
    });

    it('tell that a scale has changed, so that no movement is shown', async () => {
      const [three] = aQuestionnaire().scales;
      const now = await published(api, here.id, aQuestionnaire({
        edition: '2027-28', scales: [{ ...fourLevels, key: 'four' }, three!],
        sections: [{ ...aQuestionnaire().sections[1]!, questions: [aQuestion('1', 'policy', { scale: 'four' }), aQuestion('2', 'training'), aQuestion('3', 'lead', { type: 'text', weight: 0 })] }],
      }));
      const school = await aSchool(api);
      const lead = await leadOf(school);
      const then = await aRound(api, last, [school.id], { ...lastRound, name: 'C' });
      await answerAll(lead, last, then.returnOf(school));
      await submit(lead, then.returnOf(school));
      const id = (await aRound(api, now, [school.id], { previousRoundId: then.id })).returnOf(school);
      expect(await Promise.all(['policy', 'training', 'lead'].map(async (key) => (await before(lead, id, key)).comparable))).toEqual([false, true, false]);
    });
  });
});
