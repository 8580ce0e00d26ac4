import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SubmittingService } from '@attest/submissions/api';
import type { Any } from './any';
import type { Client } from './client';
import { justProved } from './records-scenes';
import { answerAll, aQuestionnaire, aRound, declaration, fourLevels, notApplicable, published, rated, save, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('submitting a return', () => {
  let api: RunningApi;
  let here: Partnership;
  let version: Published;
  let school: { id: string; name: string };
  let lead: Client;
  let returnId: string;

  const rows = async <Row = Any>(sql: string, parameters: unknown[] = []) => (await api.administrator.query(sql, parameters)).rows as Row[];
  const as = async (role: Parameters<typeof aPerson>[1]['role'], organisation: { id: string } = school) => signedIn(api, await aPerson(api, { role, organisationId: organisation.id, name: 'J Ahmed' }));
  const submit = async (client: Client, id = returnId, body: object = declaration) => {
    await justProved(api);
    return client.post(`/api/submissions/${id}/submit`, body);
  };
  const receipt = (client: Client, id = returnId) => client.get(`/api/submissions/${id}/receipt`);

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    version = await published(api, here.id, aQuestionnaire());
    school = await aSchool(api, { name: 'Oakfield Primary School' });
    lead = await as('lead');
  });
  afterAll(() => api.stop());
  beforeEach(async () => { returnId = (await aRound(api, version, [school.id])).returnOf(school); });

  it('gives a receipt with a reference, the result and what it rests on', async () => {
    await answerAll(lead, version, returnId);
    await save(lead, returnId, version.id('training'), rated('amber', 'Two are missing.'), 1);
    const submitted = await submit(lead);
    expect(submitted).toMatchObject({
      status: 200,
      body: {
        submissionId: returnId, reference: expect.stringMatching(/^R[0-9A-F]{6}-[A-HJ-NP-Z2-9]{4}$/), submittedAt: '2026-11-22T12:00:00.000Z', submittedBy: 'J Ahmed',
        role: 'Designated Safeguarding Lead', declaration: 'This is true.', organisation: { name: 'Oakfield Primary School' }, lastRoundName: null, peersIn: null,
        levels: { green: 1, amber: 1, red: 0 }, notApplicable: 0, scale: [{ key: 'green' }, { key: 'amber' }, { key: 'red' }],
        overall: { key: '', level: { key: 'amber' }, percent: 75, last: null, movement: null },
        sections: [
          { ref: '1', level: null, percent: null, peers: { band: null, sentence: 'Not rated here, so there is nothing to compare.' } },
          {
            ref: '2', level: { key: 'amber' }, percent: 75,
            explanation: ['Partly met: 90 of 120 points (75%). Partly met starts at 50%.', expect.stringContaining('would reach Met'), expect.stringContaining('Not asked')],
            peers: { band: null, group: null, sentence: 'How others did is said here once the figures of the round have been published.' },
          },
        ],
      },
    });
    expect((await receipt(lead)).body).toEqual(submitted.body);
    expect((await receipt(await as('viewer'))).body).toEqual(submitted.body);
  });

  it('freezes what was said, so that anybody can check the hash', async () => {
    await answerAll(lead, version, returnId);
    const { body } = await submit(lead);
    const [snapshot] = await rows('select * from app.submission_snapshot where submission_id = $1', [returnId]);
    expect(createHash('sha256').update(snapshot.content).digest('hex')).toBe(body.sha256);
    expect(snapshot).toMatchObject({ kind: 'submitted', sha256: body.sha256, signed_name: 'J Ahmed', signed_role: 'Designated Safeguarding Lead', declaration: 'This is true.' });
    const content = JSON.parse(snapshot.content);
    expect(Object.keys(content)).toEqual(Object.keys(content).sort());
    expect(content).toMatchObject({
      reference: body.reference, template: { code: 'sample', edition: '2026-27', contentHash: 'hash of 2026-27' }, organisation: { id: school.id, kind: 'school', phase: 'primary' },
      signatures: [{ step: 'declaration', who: 'Designated Safeguarding Lead', declaration: 'This is true.', name: 'J Ahmed', role: 'Designated Safeguarding Lead', at: '2026-11-22T12:00:00.000Z' }], ratings: { rule: 'attest-1', overall: { level: 'green', won: 120, available: 120 } },
    });
    expect(content.answers.map(({ key, level, value }: { key: string; level: string; value: unknown }) => [key, level ?? value])).toEqual([
      ['lead', { name: 'J Ahmed', role: 'Deputy head' }], ['uses-placements', 'no'], ['policy', 'green'], ['training', 'green'],
    ]);
  });

  it('settles the ratings, with the trace that explains each, and has none for sections that fell away', async () => {
    await save(lead, returnId, version.id('uses-placements'), valued('yes'));
    await save(lead, returnId, version.id('placement-visits'), rated('red'));
    await save(lead, returnId, version.id('uses-placements'), valued('no'), 1);
    for (const [key, answer] of [['lead', valued({ name: 'J', role: 'Head' })], ['policy', rated('green')], ['training', notApplicable()]] as const) await save(lead, returnId, version.id(key), answer);
    const { body } = await submit(lead);
    expect(body).toMatchObject({ levels: { green: 1, amber: 0, red: 0 }, notApplicable: 1, overall: { level: { key: 'green' }, percent: 100 } });
    const ratings = await rows("select section_key, level, available, trace is not null as traced from app.rating where submission_id = $1 order by 1", [returnId]);
    expect(ratings).toEqual([
      { section_key: '', level: 'green', available: 60, traced: true },
      { section_key: 'leadership', level: 'green', available: 60, traced: true },
      { section_key: 'team', level: null, available: 0, traced: true },
    ]);
  });

  it('happens once when it is asked twice at once', async () => {
    await answerAll(lead, version, returnId);
    const both = await Promise.all([submit(lead), submit(lead), submit(await as('approver'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    for (const { body } of both.filter(({ status }) => status === 409)) expect(body.code).toBe('already-done');
    expect(await rows('select from app.submission_snapshot where submission_id = $1', [returnId])).toHaveLength(1);
  });

  it('takes in every answer that was saved before it, and none after', async () => {
    await answerAll(lead, version, returnId);
    const [submitted, ...saved] = await Promise.all([submit(lead), ...[1, 2, 3, 4].map((at) => save(lead, returnId, version.id('policy'), rated('amber', `Late ${at}`), 1))]);
    expect(submitted!.status).toBe(200);
    const kept = saved.some(({ status }) => status === 200);
    const [snapshot] = await rows('select content from app.submission_snapshot where submission_id = $1', [returnId]);
    const frozen = JSON.parse(snapshot.content).answers.find(({ key }: { key: string }) => key === 'policy').level;
    const [answer] = await rows('select level from app.answer where submission_id = $1 and question_id = $2', [returnId, version.id('policy')]);
    expect([frozen, answer.level]).toEqual(kept ? ['amber', 'amber'] : ['green', 'green']);
  });

  it('finds another reference when the first is taken', async () => {
    const [one, two] = [await aSchool(api), await aSchool(api)];
    const round = await aRound(api, version, [one.id, two.id]);
    const submitting = api.app.get(SubmittingService);
    const newCode = submitting.newCode.bind(submitting);
    const codes = ['AAAA', 'AAAA', 'AAAA', 'BBBB'];
    submitting.newCode = () => codes.shift() ?? newCode();
    const references: string[] = [];
    for (const each of [one, two]) {
      const client = await as('lead', each);
      await answerAll(client, version, round.returnOf(each));
      references.push((await submit(client, round.returnOf(each))).body.reference.slice(-4));
    }
    expect(references).toEqual(['AAAA', 'BBBB']);
  });

  it('keeps its reference and its first date when it was reopened', async () => {
    await answerAll(lead, version, returnId);
    const { body: { reference } } = await submit(lead);
    await api.administrator.query("update app.submission set state = 'reopened' where id = $1", [returnId]);
    await api.administrator.query('update app.signature set voided_at = now(), voided_by = person_id where submission_id = $1', [returnId]);
    expect((await receipt(lead)).status).toBe(404);
    await save(lead, returnId, version.id('policy'), rated('red'), 1);
    api.today('2026-11-25');
    const again = await submit(lead);
    api.today('2026-11-22');
    expect(again).toMatchObject({ status: 200, body: { reference, submittedAt: '2026-11-25T12:00:00.000Z', overall: { level: { key: 'amber' } } } });
    expect(await rows('select submitted_at from app.submission where id = $1', [returnId])).toEqual([{ submitted_at: new Date('2026-11-22T12:00:00Z') }]);
  });

  describe('is refused, with nothing done,', () => {
    it('while something still blocks it, and says what', async () => {
      await save(lead, returnId, version.id('policy'), rated('green'));
      await save(lead, returnId, version.id('training'), rated('green'));
      expect(await submit(lead)).toMatchObject({
        status: 422,
        body: {
          code: 'cannot-submit-yet',
          faults: [{ where: '1.1', detail: 'Answer 1.1 Title of lead' }, { where: '1.2' }, { where: '2.2', detail: 'Explain your rating of 2.2 Title of training' }],
          blockers: [{ questionId: version.id('lead'), ref: '1.1', code: 'unanswered' }, { ref: '1.2' }, { code: 'explanation-missing' }],
        },
      });
      await nothingHappened('in-progress');
    });

    it('before anything has been answered', async () => {
      expect(await submit(lead)).toMatchObject({ status: 422, body: { code: 'cannot-submit-yet' } });
      await nothingHappened('not-started');
    });

    it.each<[string, object, string]>([
      ['without the declaration', { ...declaration, declared: false }, 'declared'],
      ['with "yes" for a declaration', { ...declaration, declared: 'yes' }, 'declared'],
      ['without a name', { ...declaration, name: '' }, 'name'],
      ['with a name of spaces and nothings', { ...declaration, name: ' \0 ' }, 'name'],
      ['without a role', { declared: true, name: 'J Ahmed' }, 'role'],
      ['with an over-long role', { ...declaration, role: 'x'.repeat(201) }, 'role'],
      ['with a state of its own', { ...declaration, state: 'accepted' }, 'state'],
    ])('%s', async (_, body, where) => {
      await answerAll(lead, version, returnId);
      expect(await submit(lead, returnId, body)).toMatchObject({ status: 400, body: { code: 'invalid-request', faults: expect.arrayContaining([expect.objectContaining({ where })]) } });
      await nothingHappened('in-progress');
    });

    it('when the round is closed or its final date has passed', async () => {
      await answerAll(lead, version, returnId);
      api.today('2027-01-30');
      expect(await submit(lead)).toMatchObject({ status: 409, body: { code: 'round-not-open', detail: expect.stringContaining('2027-01-29') } });
      api.today('2026-11-22');
      await api.administrator.query("update app.round set state = 'closed' where id = (select round_id from app.submission where id = $1)", [returnId]);
      expect(await submit(lead)).toMatchObject({ status: 409, body: { code: 'round-not-open' } });
      await nothingHappened('in-progress');
    });

    it('by anybody but those who submit for this organisation', async () => {
      await answerAll(lead, version, returnId);
      const statuses: Record<string, number> = {};
      for (const role of ['contributor', 'viewer', 'trust-lead'] as const) statuses[role] = (await submit(await as(role))).status;
      statuses['business unit'] = (await submit(here.businessUnit)).status;
      statuses['lead elsewhere'] = (await submit(await as('lead', await aSchool(api)))).status;
      statuses['nobody'] = (await submit(api.client())).status;
      expect(statuses).toEqual({ 'contributor': 403, 'viewer': 403, 'trust-lead': 403, 'business unit': 403, 'lead elsewhere': 404, 'nobody': 401 });
      expect((await submit(lead, randomUUID())).status).toBe(404);
      await nothingHappened('in-progress');
      expect((await submit(await as('approver'))).status).toBe(200);
    });

    it('has no receipt', async () => {
      await answerAll(lead, version, returnId);
      expect(await receipt(lead)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    });

    async function nothingHappened(state: string) {
      expect(await rows('select state, reference, submitted_at from app.submission where id = $1', [returnId])).toEqual([{ state, reference: null, submitted_at: null }]);
      expect(await rows('select from app.submission_snapshot where submission_id = $1', [returnId])).toEqual([]);
    }
  });

  describe('shows', () => {
    it('how it moved since last round, as far as the scales can be compared', async () => {
      const last = await published(api, here.id, aQuestionnaire({ edition: '2025-26' }));
      const then = await aRound(api, last, [school.id], { name: 'Last year’s return', opensOn: '2025-09-01', dueOn: '2025-12-01' });
      await answerAll(lead, last, then.returnOf(school), 'red');
      await submit(lead, then.returnOf(school));
      const id = (await aRound(api, version, [school.id], { previousRoundId: then.id })).returnOf(school);
      await answerAll(lead, version, id, 'amber');
      expect((await submit(lead, id)).body).toMatchObject({
        lastRoundName: 'Last year’s return', overall: { level: { key: 'amber' }, last: { key: 'red' }, movement: 'up' },
        sections: [{ last: null, movement: null }, { last: { key: 'red' }, movement: 'up' }],
      });

      const bands = [{ level: 'blue', from: 90 }, { level: 'green', from: 70 }, { level: 'amber', from: 40 }, { level: 'red', from: 0 }];
      const four = await published(api, here.id, aQuestionnaire({ edition: '2027-28', scales: [fourLevels], scoring: { rule: 'attest-1', resultScale: 'rag', bands } }));
      const broken = (await aRound(api, four, [school.id], { previousRoundId: then.id })).returnOf(school);
      await answerAll(lead, four, broken, 'blue');
      expect((await submit(lead, broken)).body).toMatchObject({ lastRoundName: 'Last year’s return', overall: { level: { key: 'blue' }, last: null, movement: null } });
    });
  });
});
