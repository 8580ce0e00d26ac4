import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { rate } from '@attest/domain/scoring';
import type { Any } from './any';
import type { Client } from './client';
import { aQuestionnaire, aRound, manyQuestions, notApplicable, nothing, published, rated, save, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('answering', () => {
  let api: RunningApi;
  let version: Published;
  let school: { id: string };
  let lead: Client;
  let businessUnit: Client;
  /** Of a fresh round before each test. */
  let returnId: string;

  const template = { ...aQuestionnaire(), sections: [...aQuestionnaire().sections, manyQuestions(20)] };
  const rows = async <Row = Any>(sql: string, parameters: unknown[] = []) => (await api.administrator.query(sql, parameters)).rows as Row[];
  const answersNow = () => rows('select * from app.answer where submission_id = $1', [returnId]);
  const standing = async () => (await rows('select standing from app.submission where id = $1', [returnId]))[0].standing;
  const events = () => rows('select * from app.answer_event where submission_id = $1 order by at', [returnId]);
  const as = async (role: Parameters<typeof aPerson>[1]['role']) => signedIn(api, await aPerson(api, { role, organisationId: school.id }));
  const question = (key: string) => version.id(key);

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    const partnership = await aPartnership(api);
    businessUnit = partnership.businessUnit;
    school = await aSchool(api);
    version = await published(api, partnership.id, template);
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id, name: 'J Ahmed' }));
  });
  afterAll(() => api.stop());
  beforeEach(async () => { returnId = (await aRound(api, version, [school.id])).returnOf(school); });

  it('keeps an answer at once, with who, when and every version of it', async () => {
    expect(await save(lead, returnId, question('policy'), rated('amber', 'Not yet approved.'))).toMatchObject({
      status: 200,
      body: {
        answer: { level: 'amber', value: null, note: 'Not yet approved.', naReason: null, version: 1, updatedBy: 'J Ahmed', updatedAt: '2026-11-22T12:00:00.000Z' },
        progress: { answered: 1, required: 4 }, questionsChanged: false,
      },
    });
    expect(await save(lead, returnId, question('policy'), rated('green', 'Approved.'), '"1"')).toMatchObject({ status: 200, body: { answer: { level: 'green', version: 2 } } });
    expect(await events()).toMatchObject([{ level: 'amber', version: 1, outcome: 'saved', by_name: 'J Ahmed' }, { level: 'green', version: 2, outcome: 'saved' }]);
    const [submission] = await rows('select * from app.submission where id = $1', [returnId]);
    expect(submission).toMatchObject({ state: 'in-progress', version: 2, answered: 1, required: 4 });
    expect(submission.started_at).toEqual(new Date('2026-11-22T12:00:00Z'));
  });

  it('says with every answer where the return would stand if it were handed in now', async () => {
    await save(lead, returnId, question('policy'), rated('green'));
    await save(lead, returnId, question('training'), rated('red', 'Overdue.'));
    expect(await standing()).toEqual({ rule: 'attest-1', ratings: [
      { section_key: '', level: 'amber', won: 60, available: 120 },
      { section_key: 'team', level: null, won: 0, available: 0 },
      { section_key: 'leadership', level: 'amber', won: 60, available: 120 },
      { section_key: 'many', level: null, won: 0, available: 0 },
    ] });
    expect(await rows('select from app.rating where submission_id = $1', [returnId])).toEqual([]);
  });

  it('says that other questions are asked, and rates again without those that fell away', async () => {
    expect(await save(lead, returnId, question('uses-placements'), valued('yes'))).toMatchObject({ body: { questionsChanged: true, progress: { answered: 1, required: 6 } } });
    await save(lead, returnId, question('placement-visits'), rated('red'));
    expect((await standing()).ratings).toContainEqual({ section_key: 'placements', level: 'red', won: 0, available: 60 });
    expect(await save(lead, returnId, question('uses-placements'), valued('no'), 1)).toMatchObject({ body: { questionsChanged: true, progress: { answered: 1, required: 4 } } });
    expect((await standing()).ratings.map((one: { section_key: string; level: string | null }) => [one.section_key, one.level])).toEqual([['', null], ['team', null], ['leadership', null], ['many', null]]);
    expect(await save(lead, returnId, question('placement-visits'), rated('green'), 1)).toMatchObject({
      status: 422, body: { code: 'question-not-asked', detail: expect.stringContaining('not asked after your answer to 1.2 Title of uses-placements') },
    });
  });

  it('tells that a required answer is unfinished until its explanation comes', async () => {
    expect((await save(lead, returnId, question('training'), rated('green'))).body.progress).toEqual({ answered: 0, required: 4 });
    expect((await save(lead, returnId, question('training'), rated('green', 'In September.'), 1)).body.progress).toEqual({ answered: 1, required: 4 });
    expect((await save(lead, returnId, question('training'), rated('green', 'word '.repeat(51)), 2)).body.progress).toEqual({ answered: 0, required: 4 });
  });

  describe('when two people change one answer', () => {
    it('keeps both versions, and gives both to the second', async () => {
      const colleague = await as('contributor');
      await save(lead, returnId, question('policy'), rated('green', 'Mine.'));
      expect(await save(colleague, returnId, question('policy'), rated('red', 'Theirs.'))).toMatchObject({
        status: 409,
        body: { code: 'changed-meanwhile', theirs: { level: 'green', note: 'Mine.', version: 1, updatedBy: 'J Ahmed' }, yours: { level: 'red', note: 'Theirs.' } },
      });
      expect(await answersNow()).toMatchObject([{ note: 'Mine.', version: 1 }]);
      expect(await events()).toMatchObject([{ note: 'Mine.', outcome: 'saved' }, { note: 'Theirs.', outcome: 'conflict', by_name: 'The contributor' }]);
    });

    it('lets one of them win when both save at the same moment, and loses no word', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => save(lead, returnId, question('policy'), rated('green', `Text ${at}`))));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
      expect((await events()).map(({ note }) => note).sort()).toEqual(Array.from({ length: 8 }, (_, at) => `Text ${at}`));
      const winner = answers.find(({ status }) => status === 200)!.body.answer.note;
      for (const { body } of answers.filter(({ status }) => status === 409)) expect(body.theirs.note).toBe(winner);
    });

    it('answers a conflict sent again with the same conflict', async () => {
      await save(lead, returnId, question('policy'), rated('green'));
      const operation = randomUUID();
      const first = await save(lead, returnId, question('policy'), rated('red', 'Mine.'), 0, operation);
      expect(await save(lead, returnId, question('policy'), rated('red', 'Mine.'), 0, operation)).toMatchObject({ status: 409, body: first.body });
      expect(await events()).toHaveLength(2);
    });

    it('knows a stale version of an answer that is not there any more than it ever was', async () => {
      expect(await save(lead, returnId, question('policy'), rated('red', 'Mine.'), 7)).toMatchObject({ status: 409, body: { theirs: null, yours: { note: 'Mine.' } } });
      expect(await events()).toMatchObject([{ outcome: 'conflict', note: 'Mine.' }]);
    });
  });

  describe('when the same operation comes again', () => {
    it('answers the same and changes nothing, whatever has happened since', async () => {
      const operation = randomUUID();
      const first = await save(lead, returnId, question('uses-placements'), valued('yes'), 0, operation);
      expect(first.body.questionsChanged).toBe(true);
      const again = await save(lead, returnId, question('uses-placements'), valued('yes'), 0, operation);
      expect([again.status, again.body]).toEqual([200, first.body]);
      await save(lead, returnId, question('uses-placements'), valued('no'), 1);
      expect(await save(lead, returnId, question('uses-placements'), valued('yes'), 0, operation)).toMatchObject({ status: 200, body: { answer: first.body.answer } });
      expect(await answersNow()).toMatchObject([{ value: 'no', version: 2 }]);
      expect(await events()).toHaveLength(2);
    });

    it('saves it once when it comes twice at once', async () => {
      const operation = randomUUID();
      const answers = await Promise.all([1, 2, 3].map(() => save(lead, returnId, question('policy'), rated('green'), 0, operation)));
      expect(answers.map(({ status, body }) => [status, body])).toEqual(Array.from({ length: 3 }, () => [200, answers[0]!.body]));
      expect(await events()).toHaveLength(1);
    });

    it('refuses other words under an old identifier rather than lose them', async () => {
      const operation = randomUUID();
      await save(lead, returnId, question('policy'), rated('green', 'First.'), 0, operation);
      for (const [key, answer] of [['policy', rated('green', 'Second.')], ['training', rated('green', 'First.')]] as const) {
        expect(await save(lead, returnId, question(key), answer, 1, operation)).toMatchObject({ status: 400, body: { code: 'invalid-request', faults: [{ where: 'operationId' }] } });
      }
      expect(await events()).toHaveLength(1);
    });
  });

  it('counts and rates right when twenty answers of one return are saved at once', async () => {
    const levels = ['green', 'amber', 'red'];
    const keys = Array.from({ length: 20 }, (_, at) => `many-${at + 1}`);
    const saved = await Promise.all([
      ...keys.map((key, at) => save(lead, returnId, question(key), rated(levels[at % 3]!))), save(lead, returnId, question('policy'), rated('amber')),
    ]);
    expect(saved.map(({ status }) => status)).toEqual(Array.from({ length: 21 }, () => 200));
    const answers = { policy: rated('amber'), ...Object.fromEntries(keys.map((key, at) => [key, rated(levels[at % 3]!)])) };
    const { overall, sections } = rate(template, { kind: 'school', phase: 'primary', sector: null, features: ['maintained'] }, answers);
    const stored = (await standing()).ratings.map(({ section_key: key, ...rating }: { section_key: string }) => ({ key, ...rating })).sort((one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1));
    const expected = [{ key: '', rating: overall }, ...sections]
      .map(({ key, rating: { level, score: { won, available } } }) => ({ key, level, won, available }));
    expect(stored).toEqual(expected.sort((one, other) => (one.key < other.key ? -1 : 1)));
    expect(await rows('select version, answered, required from app.submission where id = $1', [returnId])).toEqual([{ version: 21, answered: 1, required: 4 }]);
    expect((await lead.get(`/api/submissions/${returnId}`)).body.progress).toEqual({ answered: 1, required: 4 });
  });

  it('keeps text that PostgreSQL cannot, without what it cannot', async () => {
    expect(await save(lead, returnId, question('policy'), rated('green', 'a\0b \ud83d c \ud83d\ude00'))).toMatchObject({ status: 200, body: { answer: { note: 'ab \ufffd c \ud83d\ude00' } } });
    expect(await save(lead, returnId, question('lead'), valued({ name: 'J\0 Ahmed', role: 'Lead' }))).toMatchObject({ status: 200, body: { answer: { value: { name: 'J Ahmed', role: 'Lead' } } } });
    expect(await save(lead, returnId, question('policy'), rated('gre\0en'), 1)).toMatchObject({ status: 200 });
  });

  describe('refuses, with nothing lost and nothing half done,', () => {
    const long = 'x'.repeat(10_001);
    it.each<[string, string, object, number, string, RegExp]>([
      ['an unknown property', 'policy', { ...rated('green'), state: 'submitted' }, 400, 'invalid-request', /There is no .{1,2}state.{1,2} here/],
      ['a wrong type', 'policy', { ...nothing, note: 7 }, 400, 'invalid-request', /note must be text/],
      ['a value that is left out', 'policy', { level: 'green', note: '', naReason: null }, 400, 'invalid-request', /Give value/],
      ['an operation without an identifier', 'policy', { ...rated('green'), operationId: 'again' }, 400, 'invalid-request', /operationId must be/],
      ['over-long text', 'policy', rated('green', long), 400, 'invalid-request', /10000 characters or fewer/],
      ['over-long text in a value', 'lead', valued({ name: long, role: '' }), 422, 'answer-not-accepted', /10,000 characters/],
      ['a question that is not asked of this school', 'boarding', rated('green'), 422, 'question-not-asked', /2.3 Title of boarding is not asked of an organisation like yours/],
      ['a level that the scale lacks', 'policy', rated('blue'), 422, 'answer-not-accepted', /Choose one of: Met, Partly met, Not met/],
      ['"not applicable" where it is not allowed', 'policy', notApplicable(), 422, 'answer-not-accepted', /cannot be marked as not applicable/],
      ['"not applicable" beside a level', 'training', { ...rated('green'), naReason: 'None' }, 422, 'answer-not-accepted', /not both/],
      ['a value of another type', 'uses-placements', valued({ $gt: '' }), 422, 'answer-not-accepted', /Choose one of: Yes, No/],
      ['a person with more about them than is asked', 'lead', valued({ name: 'J', role: 'Head', home: '1 High Street' }), 422, 'answer-not-accepted', /a name and a role/],
    ])('%s', async (_, key, answer, status, code, words) => {
      const refused = await save(lead, returnId, question(key), answer);
      expect(refused).toMatchObject({ status, body: { code } });
      expect(JSON.stringify(refused.body)).toMatch(words);
      await nothingHappened();
    });

    it('a change that does not say of which version', async () => {
      const path = `/api/submissions/${returnId}/answers/${question('policy')}`;
      expect(await lead.put(path, { operationId: randomUUID(), ...rated('green') })).toMatchObject({ status: 428, body: { code: 'version-required' } });
      for (const version of ['*', 'W/"1"', '-1', '1.5', 'latest', '99999999999']) {
        expect(await save(lead, returnId, question('policy'), rated('green'), version)).toMatchObject({ status: 400, body: { code: 'invalid-request', faults: [{ where: 'If-Match' }] } });
      }
      await nothingHappened();
    });

    it('a body that is not JSON, or larger than anybody types', async () => {
      const path = `/api/submissions/${returnId}/answers/${question('policy')}`;
      expect(await lead.put(path, '{"level": "green"', { 'if-match': '0' })).toMatchObject({ status: 400, body: { code: 'malformed-body' } });
      expect(await save(lead, returnId, question('policy'), rated('green', 'x'.repeat(1_100_000)))).toMatchObject({ status: 413, body: { code: 'body-too-large' } });
      await nothingHappened();
    });

    it('a question of another questionnaire, and one that nobody knows', async () => {
      const other = await published(api, version.partnershipId, aQuestionnaire({ code: 'other', edition: randomUUID() }));
      for (const unknown of [other.id('policy'), randomUUID(), 'policy']) {
        expect(await save(lead, returnId, unknown, rated('green'))).toMatchObject({ status: 404, body: { code: 'not-found' } });
      }
      await nothingHappened();
    });

    it('the return of another organisation, in the same words as one that does not exist', async () => {
      const stranger = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: (await aSchool(api)).id }));
      const [theirs, nobodys] = [await save(stranger, returnId, question('policy'), rated('green')), await save(stranger, randomUUID(), question('policy'), rated('green'))];
      expect(theirs).toMatchObject({ status: 404 });
      expect(JSON.stringify(theirs.body)).toBe(JSON.stringify(nobodys.body));
      await nothingHappened();
    });

    it('a round that is not open, or whose final date has passed', async () => {
      const closed = (await aRound(api, version, [school.id], { state: 'closed' })).returnOf(school);
      const past = (await aRound(api, version, [school.id], { opensOn: '2026-01-01', dueOn: '2026-02-01', finalOn: '2026-11-21' })).returnOf(school);
      for (const [id, words] of [[closed, 'The round is closed.'], [past, 'The final date was 2026-11-21.']] as const) {
        expect(await save(lead, id, question('policy'), rated('green'))).toMatchObject({ status: 409, body: { code: 'round-not-open', detail: expect.stringContaining(words) } });
      }
      const last = (await aRound(api, version, [school.id], { opensOn: '2026-01-01', dueOn: '2026-02-01', finalOn: '2026-11-22' })).returnOf(school);
      expect(await save(lead, last, question('policy'), rated('green'))).toMatchObject({ status: 200 });
    });

    it('a return that has been submitted', async () => {
      await api.administrator.query("update app.submission set state = 'submitted' where id = $1", [returnId]);
      expect(await save(lead, returnId, question('policy'), rated('green'))).toMatchObject({ status: 409, body: { code: 'return-not-editable' } });
      expect(await events()).toEqual([]);
    });

    it('a session that has ended, and takes the same operation after signing in again', async () => {
      const person = await aPerson(api, { role: 'lead', organisationId: school.id });
      const client = await signedIn(api, person);
      await api.administrator.query("update app.session set seen_at = now() - interval '61 minutes' where person_id = $1", [person.id]);
      const operation = randomUUID();
      expect(await save(client, returnId, question('policy'), rated('green', 'Typed.'), 0, operation)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
      await nothingHappened();
      expect(await save(await signedIn(api, person), returnId, question('policy'), rated('green', 'Typed.'), 0, operation)).toMatchObject({ status: 200 });
    });

    async function nothingHappened() {
      expect([await answersNow(), await events()]).toEqual([[], []]);
      expect(await rows('select state, version, answered from app.submission where id = $1', [returnId])).toEqual([{ state: 'not-started', version: 0, answered: 0 }]);
    }
  });

  it('is for those who answer for this organisation, and nobody else', async () => {
    const statuses: Record<string, number> = {};
    for (const role of ['contributor', 'approver', 'viewer', 'trust-lead'] as const) {
      statuses[role] = (await save(await as(role), returnId, question('policy'), rated('green'))).status;
    }
    statuses['business-unit'] = (await save(businessUnit, returnId, question('policy'), rated('green'))).status;
    statuses['nobody'] = (await save(api.client(), returnId, question('policy'), rated('green'))).status;
    expect(statuses).toEqual({ 'contributor': 200, 'approver': 403, 'viewer': 403, 'trust-lead': 403, 'business-unit': 403, 'nobody': 401 });
  });

  it('is not for a lead elsewhere who may only look here', async () => {
    const person = await aPerson(api, { role: 'viewer', organisationId: school.id });
    await api.administrator.query('insert into app.membership (partnership_id, id, person_id, organisation_id, role) values ($1, $2, $3, $4, $5)',
      [version.partnershipId, randomUUID(), person.id, (await aSchool(api)).id, 'lead']);
    const client = await signedIn(api, person);
    expect(await client.get(`/api/submissions/${returnId}`)).toMatchObject({ status: 200, body: { moves: [] } });
    expect(await save(client, returnId, question('policy'), rated('green'))).toMatchObject({ status: 404 });
  });
});
