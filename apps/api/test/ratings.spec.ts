import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers } from '@attest/domain/questionnaire';
import type { Client } from './client';
import { aQuestion, aQuestionnaire, aRound, notApplicable, published, rated, save, valued, type Published } from './return-scenes';
import { aReturnedRound } from './returned-round';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';

const WORDS = 'Nobody was free to go.';
const questionnaire = aQuestionnaire({
  sections: aQuestionnaire().sections.map((section) => (section.key === 'leadership'
    ? { ...section, questions: [...section.questions, aQuestion('2.5', 'visits', { weight: 3 })] } : section)),
});
const said: Answers = {
  'uses-placements': valued('no'), policy: rated('amber', WORDS), training: notApplicable('Secret reason'), visits: rated('green', WORDS),
} as Answers;

describe('why a rating is what it is', () => {
  let api: RunningApi;
  let here: Partnership;
  let version: Published;
  let [oak, elm]: { id: string; name: string }[] = [];
  let round: Awaited<ReturnType<typeof aReturnedRound>>;
  let last: Awaited<ReturnType<typeof aReturnedRound>>;
  let lead: Client;
  const as = async (role: Parameters<typeof aPerson>[1]['role'], organisationId: string | null = null) => signedIn(api, await aPerson(api, { role, organisationId }));
  const why = (client: Client, section = 'leadership', id = round.returnOf(oak!)) => client.get(`/api/submissions/${id}/${section === '' ? 'rating' : `ratings/${section}`}`);

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    [oak, elm] = [await aSchool(api, { name: 'Oakfield' }), await aSchool(api, { name: 'Elmhurst' })];
    const before = await published(api, here.id, { ...questionnaire, edition: '2025-26' });
    version = await published(api, here.id, questionnaire);
    last = await aReturnedRound(api, before, questionnaire, [{ organisation: oak, answers: { ...said, policy: rated('red') } }], { name: 'Year before', state: 'closed' });
    round = await aReturnedRound(api, version, questionnaire, [
      { organisation: oak, answers: said, moderated: { leadership: ['red', 'The policy is of 2019.'] } },
      { organisation: elm, answers: { ...said, policy: rated('green') } },
    ], { name: 'This year', previousRoundId: last.id });
    lead = await as('lead', oak.id);
  });
  afterAll(() => api.stop());

  it('names what counted with its weight, what was left out and why, the cap, where levels start and the smallest change', async () => {
    const { status, body } = await why(lead);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      submissionId: round.returnOf(oak!), section: 'leadership', ref: '2', title: 'Section 2', organisation: { name: 'Oakfield' }, round: { name: 'This year' },
      level: { key: 'amber' }, percent: 87.5, handedIn: true, rule: 'attest-1', ratedAt: expect.stringMatching(/^20\d\d-/),
      sentences: [
        'Partly met, although 210 of 240 points (87.5%) would be Met.',
        '2.1 Title of policy is critical: a section is never rated better than its weakest critical question would be alone, which here is Partly met.',
      ],
      counted: [
        { key: 'policy', ref: '2.1', title: 'Title of policy', questionId: version.id('policy'), level: { key: 'amber' }, won: 30, available: 60, weight: 1, critical: true },
        { key: 'visits', ref: '2.5', questionId: version.id('visits'), level: { key: 'green' }, won: 180, available: 180, weight: 3, critical: false },
      ],
      leftOut: [
        { why: 'not-applicable', words: 'Does not apply', items: [{ ref: '2.2', title: 'Title of training' }] },
        { why: 'not-asked', words: 'Not asked', items: [{ ref: '2.3' }, { ref: '2.4' }] },
      ],
      thresholds: [{ level: { key: 'green' }, from: 80 }, { level: { key: 'amber' }, from: 50 }, { level: { key: 'red' }, from: 0 }],
      change: {
        level: { key: 'green' }, sentence: 'The smallest change that would alter it: Met, if 2.1 Title of policy were Met instead of Partly met.',
        steps: [{ ref: '2.1', title: 'Title of policy', questionId: version.id('policy'), from: { key: 'amber' }, to: { key: 'green' } }],
      },
      last: { submissionId: last.returnOf(oak!), roundName: 'Year before', level: { key: 'red' } },
    });
  });

  it('explains the whole by its sections, and the year before by itself', async () => {
    expect((await why(lead, '')).body).toMatchObject({
      section: '', title: 'Whole return', level: { key: 'green' }, counted: [{ key: 'leadership', ref: '2', title: 'Section 2', questionId: null, level: { key: 'amber' }, won: 210, available: 240 }], change: null,
    });
    expect((await why(lead, 'leadership', last.returnOf(oak!))).body).toMatchObject({ level: { key: 'red' }, round: { name: 'Year before' }, last: null });
  });

  it('says so where nothing was asked, and has nothing for a section that there is not', async () => {
    expect((await why(lead, 'placements')).body).toMatchObject({ level: null, sentences: ['Nothing in this section was asked of this organisation.'], counted: [], leftOut: [], change: null });
    for (const section of ['no-such-section', 'leadership%20']) expect((await why(lead, section)).status).toBe(404);
  });

  it('shows what was moderated, with its reason, to those who read what organisations wrote; never anybody’s words', async () => {
    const unit = (await why(here.businessUnit)).body;
    expect(unit.moderated).toMatchObject({ level: { key: 'red' }, reason: 'The policy is of 2019.' });
    expect((await why(lead)).body.moderated).toBeNull();
    for (const client of [here.businessUnit, await as('qp-member'), await as('scrutineer'), lead]) {
      const told = JSON.stringify((await why(client)).body);
      expect(told).not.toContain(WORDS);
      expect(told).not.toContain('Secret reason');
    }
  });

  it('is there for nobody who may see figures only, or another organisation', async () => {
    expect((await why(await as('executive'))).status).toBe(403);
    expect((await why(await as('lead', elm!.id))).status).toBe(404);
    expect((await why(await as('viewer', oak!.id))).status).toBe(200);
  });

  it('tells the trail of others who look, not of the organisation itself', async () => {
    const reads = async () => (await trailOf(api, here.id)).filter(({ route }) => route === 'GET /submissions/:id/ratings/:section').length;
    const before = await reads();
    await why(lead);
    expect(await reads()).toBe(before);
    await why(here.businessUnit);
    expect(await reads()).toBe(before + 1);
  });

  describe('before it is handed in', () => {
    it('is worked out from the answers as they are, for the organisation alone', async () => {
      const returnId = (await aRound(api, version, [oak!.id])).returnOf(oak!);
      expect((await lead.get(`/api/submissions/${returnId}`)).body).toMatchObject({ result: null });
      await save(lead, returnId, version.id('policy'), rated('red'));
      await save(lead, returnId, version.id('visits'), rated('green'));
      expect((await why(lead, 'leadership', returnId)).body).toMatchObject({
        handedIn: false, ratedAt: null, level: { key: 'red' }, leftOut: [{ why: 'unanswered', items: [{ ref: '2.2' }] }, { why: 'not-asked' }],
        change: { level: { key: 'amber' }, steps: [{ ref: '2.1', from: { key: 'red' }, to: { key: 'amber' } }] },
      });
      const view = (await lead.get(`/api/submissions/${returnId}`)).body;
      expect([view.result.key, ...view.sections.map(({ result }: { result: { key: string } | null }) => result?.key ?? null)]).toEqual(['amber', null, 'red']);
      expect((await why(here.businessUnit, 'leadership', returnId)).status).toBe(404);
    });
  });

  it('stands beside the answers as it was sealed, whatever the answers would give', async () => {
    await api.administrator.query("update app.rating set level = 'red' where submission_id = $1 and section_key = 'leadership' and layer = 'self'", [round.returnOf(elm!)]);
    const { body } = await here.businessUnit.get(`/api/submissions/${round.returnOf(elm!)}`);
    expect(body.sections.map(({ key, result }: { key: string; result: { key: string } | null }) => [key, result?.key ?? null])).toEqual([['team', null], ['leadership', 'red']]);
    expect((await why(here.businessUnit, 'leadership', round.returnOf(elm!))).body).toMatchObject({ level: { key: 'red' }, change: null });
  });
});
