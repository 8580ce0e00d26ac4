import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers, Question, Section, Template } from '@attest/domain/questionnaire';
import type { Client } from './client';
import { aQuestion, aQuestionnaire, fourLevels, notApplicable, published, rated, valued, type Published } from './return-scenes';
import { aReturnedRound } from './returned-round';
import { aPartnership, aPerson, aSchool, anAgency, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

const aSection = (ref: string, key: string, questions: readonly Question[], weight = 1): Section =>
  ({ key, ref, title: `Section ${ref}`, intro: '', weight, questions });

/** Facts that are not scored, three standards, and local questions that carry no weight. */
const template = aQuestionnaire({
  sections: [
    ...aQuestionnaire().sections.map((section) => (section.key === 'team' ? { ...section, weight: 0 } : section)),
    aSection('4', 'training', [aQuestion('4.1', 'induction'), aQuestion('4.2', 'refreshers', { naAllowed: true })]),
    aSection('5', 'local', [aQuestion('5.1', 'neglect')], 0),
  ],
});

const yes = { 'uses-placements': valued('yes') } as Answers;
const no = { 'uses-placements': valued('no') } as Answers;
const all = (level: string): Answers => ({ ...no, policy: rated(level), training: rated(level), induction: rated(level), refreshers: rated(level) });

describe('comparing the returns of a round', () => {
  let api: RunningApi;
  let here: Partnership;
  let member: Client;
  let version: Published;
  let lastVersion: Published;
  let round: { id: string };
  let last: { id: string };
  const named = new Map<string, string>();
  const id = (name: string) => named.get(name)!;
  const heatmap = async (query = '') => (await member.get(`/api/rounds/${round.id}/heatmap${query}`)).body;
  const question = async (key: string, query = '') => (await member.get(`/api/rounds/${round.id}/questions/${version.id(key)}${query}`)).body;

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    member = await signedIn(api, await aPerson(api, { role: 'qp-member' }));
    const [riverside, redcar] = here.areas as [Partnership['areas'][0], Partnership['areas'][0]];
    const school = async (name: string, changes = {}) => {
      const made = await aSchool(api, { name, ...changes });
      named.set(name, made.id);
      return made;
    };
    const [ash, birch, cedar, elm, fir, gorse] = [
      await school('Ash'), await school('Birch', { type: 'Academy converter' }), await school('Cedar', { phase: 'secondary' }),
      await school('Elm', { phase: 'secondary' }), await school('Fir'), await school('Gorse', { features: ['maintained', 'boarding'] }),
    ];
    const hazel = await school('Hazel Academy', { type: 'Academy converter', predecessorId: fir.id });
    lastVersion = await published(api, here.id, { ...template, edition: '2025-26' });
    version = await published(api, here.id, template);
    last = await aReturnedRound(api, lastVersion, template, [
      { organisation: ash, area: riverside, answers: all('green') },
      { organisation: birch, area: riverside, answers: all('red') },
      { organisation: cedar, area: redcar, answers: all('amber') },
      { organisation: elm, area: redcar, answers: all('red'), state: 'in-progress' },
      { organisation: fir, area: redcar, answers: all('red') },
    ], { name: 'Sample 2025-26', state: 'closed' });
    round = await aReturnedRound(api, version, template, [
      { organisation: ash, area: riverside, answers: { ...all('red'), training: rated('red', 'Nobody was free to go.') } },
      { organisation: birch, area: riverside, answers: all('green'), moderated: { leadership: ['amber', 'The policy is of 2023.'] } },
      { organisation: cedar, area: redcar, answers: { ...all('green'), ...yes, 'placement-checks': rated('amber'), 'placement-visits': rated('red') } },
      { organisation: elm, area: redcar, answers: all('green'), state: 'in-progress' },
      { organisation: gorse, area: redcar, answers: { ...no, policy: rated('amber'), boarding: rated('green'), induction: notApplicable(), refreshers: notApplicable() }, exemptReason: 'Closing at Christmas' },
      { organisation: hazel, area: redcar, answers: { ...no, policy: rated('amber'), training: notApplicable('One member of staff'), induction: notApplicable('x'), refreshers: notApplicable('y') } },
    ], { name: 'Sample 2026-27', previousRoundId: last.id });
  });
  afterAll(() => api.stop());

  describe('response rates', () => {
    it('count who has handed in, out of everybody who is not exempt, and break it down', async () => {
      expect((await member.get(`/api/rounds/${round.id}/response-rates`)).body).toEqual({
        round: { id: round.id, name: 'Sample 2026-27' }, asOf: '2026-11-22T12:00:00.000Z', provisional: true,
        total: { key: '', label: 'All organisations', submitted: 4, denominator: 5, percent: 80 },
        byArea: [
          { key: here.areas[0]!.id, label: 'Middlesbrough', submitted: 2, denominator: 2, percent: 100 },
          { key: here.areas[1]!.id, label: 'Redcar and Cleveland', submitted: 2, denominator: 3, percent: 66.7 },
        ],
        byGroup: [
          { key: 'primary', label: 'Primary', submitted: 3, denominator: 3, percent: 100 },
          { key: 'secondary', label: 'Secondary', submitted: 1, denominator: 2, percent: 50 },
        ],
        byType: [
          { key: 'Academy converter', label: 'Academy converter', submitted: 2, denominator: 2, percent: 100 },
          { key: 'Community school', label: 'Community school', submitted: 2, denominator: 3, percent: 66.7 },
        ],
      });
    });

    it.each([
      ['an area', () => `areaId=${here.areas[1]!.id}`, 2, 3, 66.7],
      ['a phase', () => 'phase=secondary', 1, 2, 50],
      ['a type', () => 'type=Academy%20converter', 2, 2, 100],
      ['two at once', () => `phase=primary&areaId=${here.areas[1]!.id}`, 1, 1, 100],
      ['nobody', () => 'sector=police', 0, 0, null],
    ])('of %s stand on that base', async (_, query, submitted, denominator, percent) => {
      const { body } = await member.get(`/api/rounds/${round.id}/response-rates?${query()}`);
      expect(body.total).toMatchObject({ submitted, denominator, percent });
      expect(await heatmap(`?${query()}`)).toMatchObject({ returned: submitted, denominator, total: denominator });
    });

    it('are by sector for agencies, which have no types', async () => {
      const agencies = { ...template, code: 'agencies', audience: 'agency' as const };
      const asked = await published(api, here.id, agencies);
      const { id } = await aReturnedRound(api, asked, agencies, [
        { organisation: await anAgency(api, { sector: 'police' }), answers: all('green') }, { organisation: await anAgency(api, { sector: 'housing' }), state: 'not-started' },
      ]);
      const { body } = await member.get(`/api/rounds/${id}/response-rates`);
      expect(body.byGroup.map(({ key, label, submitted }: { key: string; label: string; submitted: number }) => [key, label, submitted])).toEqual([['police', 'Police', 1], ['housing', 'Housing', 0]]);
      expect(body).toMatchObject({ byType: [], byArea: [{ key: '', label: 'No single area', submitted: 1, denominator: 2, percent: 50 }] });
    });
  });

  describe('the heatmap', () => {
    it('has a row for everybody, the weakest first and those who have not returned last', async () => {
      const { rows, standards, ...rest } = await heatmap();
      expect(rest).toMatchObject({
        lastRound: { id: last.id, name: 'Sample 2025-26' }, comparable: true, provisional: true, returned: 4, denominator: 5, total: 5, page: 1, pages: 1,
        levels: [{ key: 'green', letter: 'G', meets: true }, { key: 'amber' }, { key: 'red' }],
      });
      expect(rows.map((row: { name: string }) => row.name)).toEqual(['Ash', 'Hazel Academy', 'Birch', 'Cedar', 'Elm']);
      expect(standards.map((standard: { key: string }) => standard.key)).toEqual(['leadership', 'placements', 'training']);
    });

    it('tells rated, not rated, not asked and not returned apart', async () => {
      const { rows } = await heatmap('?sort=name');
      const states = rows.map(({ name, cells }: { name: string; cells: { state: string; level: string | null }[] }) => [name, ...cells.map(({ state, level }) => level ?? state)]);
      expect(states).toEqual([
        ['Ash', 'red', 'not-asked', 'red'],
        ['Birch', 'amber', 'not-asked', 'green'],
        ['Cedar', 'green', 'red', 'green'],
        ['Elm', 'not-returned', 'not-returned', 'not-returned'],
        ['Hazel Academy', 'amber', 'not-asked', 'not-rated'],
      ]);
    });

    it('takes a section that fell away while it was answered for one that was not asked', async () => {
      await api.administrator.query(
        `insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, rule)
         select partnership_id, id, 'placements', 'self', round_id, organisation_id, null, 0, 0, 'attest-1' from app.submission where round_id = $1 and organisation_id = $2`,
        [round.id, id('Ash')]);
      const { rows } = await heatmap('?sort=name');
      expect(rows[0].cells[1]).toMatchObject({ standard: 'placements', state: 'not-asked' });
    });

    it('shows the moderated level, with the one the school gave itself beside it', async () => {
      const { rows } = await heatmap('?sort=name');
      expect(rows[1].cells[0]).toEqual({ standard: 'leadership', state: 'rated', level: 'amber', self: 'green', last: 'red', movement: 'up', revised: false });
      expect(rows[2].cells[0]).toEqual({ standard: 'leadership', state: 'rated', level: 'green', self: null, last: 'amber', movement: 'up', revised: false });
      expect(rows[0].cells[0]).toMatchObject({ last: 'green', movement: 'down' });
    });

    it('follows a school into the academy it became', async () => {
      const { rows } = await heatmap('?sort=name');
      expect(rows[4].cells[0]).toMatchObject({ level: 'amber', last: 'red', movement: 'up' });
    });

    it('sums up each row and each column in counts, with the percentage that meets', async () => {
      const { rows, standards } = await heatmap('?sort=name');
      expect(rows[2]).toMatchObject({ counts: { green: 2, amber: 0, red: 1 }, percentMeets: 66.7, group: 'Secondary', area: 'Redcar and Cleveland', returned: true, overall: { letter: 'A' } });
      expect(rows[3]).toMatchObject({ counts: { green: 0, amber: 0, red: 0 }, percentMeets: null, returned: false, overall: null });
      expect(standards).toMatchObject([
        { key: 'leadership', ref: '2', counts: { green: 1, amber: 2, red: 1 }, base: 4, notRated: 0, notAsked: 0, percentMeets: 25, lastPercentMeets: 25, weakness: 2 },
        { key: 'placements', counts: { green: 0, amber: 0, red: 1 }, base: 1, notRated: 0, notAsked: 3, percentMeets: 0, lastPercentMeets: null, weakness: 1 },
        { key: 'training', counts: { green: 2, amber: 0, red: 1 }, base: 3, notRated: 1, notAsked: 0, percentMeets: 66.7, lastPercentMeets: 25, weakness: 3 },
      ]);
    });

    it('shows everybody as they rated themselves where that is asked for', async () => expect(
      [await heatmap('?sort=name'), await heatmap('?sort=name&layer=self')].map(({ rows: [, birch], standards: [leadership] }) => [birch.cells[0].level, birch.cells[0].self, leadership.counts.green]),
    ).toEqual([['amber', 'green', 1], ['green', null, 2]]));

    it('says of the round before what its own heatmap says, under the same filters', async () => {
      for (const query of ['', '?phase=primary', `?areaId=${here.areas[1]!.id}`]) {
        const [{ standards: now }, { body: { standards: then } }] = [await heatmap(query), await member.get(`/api/rounds/${last.id}/heatmap${query}`)];
        expect(now.map((one: { lastPercentMeets: number }) => one.lastPercentMeets)).toEqual(then.map((one: { percentMeets: number }) => one.percentMeets));
      }
    });

    it('is sorted by name or by group when asked', async () => {
      expect((await heatmap('?sort=group')).rows.map((row: { name: string }) => row.name)).toEqual(['Ash', 'Birch', 'Hazel Academy', 'Cedar', 'Elm']);
    });

    it('compares nothing across a break of scale', async () => {
      const broken: Template = {
        ...template, edition: '2027-28', scales: [fourLevels],
        scoring: { ...template.scoring, bands: [{ level: 'blue', from: 95 }, ...template.scoring.bands] },
        sections: template.sections,
      };
      const next = await aReturnedRound(api, await published(api, here.id, broken), broken, [{ organisation: { id: id('Ash') }, answers: all('green') }], { previousRoundId: round.id });
      const { body } = await member.get(`/api/rounds/${next.id}/heatmap`);
      expect(body).toMatchObject({ comparable: false, lastRound: { id: round.id } });
      expect(body.standards.every((standard: { lastPercentMeets: null }) => standard.lastPercentMeets === null)).toBe(true);
      expect(body.rows[0].cells[0]).toMatchObject({ level: 'amber', last: null, movement: null });
    });

    it('comes in pages of no more than 4,000 cells, with the columns summed up over all of them', async () => {
      const wide = { ...template, edition: 'wide', sections: Array.from({ length: 200 }, (_, at) => aSection(`${at + 1}`, `s-${at}`, [aQuestion(`${at + 1}.1`, `q-${at}`)])) };
      const asked = await published(api, here.id, wide);
      const schools = [];
      for (let count = 0; count < 25; count++) schools.push(await aSchool(api));
      const { id } = await aReturnedRound(api, asked, wide, schools.map((organisation) => ({ organisation, answers: { 'q-0': rated('green') } })));
      const [first, second] = [await member.get(`/api/rounds/${id}/heatmap`), await member.get(`/api/rounds/${id}/heatmap?page=2`)];
      expect(first.body).toMatchObject({ total: 25, page: 1, pages: 2 });
      expect([first.body.rows.length, second.body.rows.length]).toEqual([20, 5]);
      expect(second.body.standards[0]).toMatchObject({ base: 25, counts: { green: 25 } });
      expect((await member.get(`/api/rounds/${id}/heatmap?page=99`)).body).toMatchObject({ page: 2 });
    });

    it.each(['page=0', 'page=-1', 'page=one', 'page=1.5', 'sort=worst', 'phase=infant', 'areaId=here', 'organisationId=1'])('refuses %s', async (query) => {
      expect(await member.get(`/api/rounds/${round.id}/heatmap?${query}`)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
    });
  });

  describe('a standard', () => {
    const standard = async (key: string, query = '') => (await member.get(`/api/rounds/${round.id}/standards/${key}${query}`)).body;

    it('shows each of its questions, with answered, not applicable, unanswered and not asked apart', async () => {
      const { questions, ...rest } = await standard('leadership');
      expect(rest).toMatchObject({ key: 'leadership', ref: '2', title: 'Section 2', organisation: null, submissionId: null, provisional: true,
        figure: ['1 of 4 organisations rated meet it (25%): 1 Met.', 'Below it: 2 Partly met, 1 Not met.', 'Left out: 1 not returned.'] });
      expect((await standard('local')).figure).toEqual([]);
      expect(questions.map((one: { ref: string; distribution: object }) => [one.ref, one.distribution])).toEqual([
        ['2.1', { counts: { green: 2, amber: 1, red: 1 }, base: 4, notApplicable: 0, unanswered: 0, notAsked: 0, percentMeets: 50 }],
        ['2.2', { counts: { green: 2, amber: 0, red: 1 }, base: 3, notApplicable: 1, unanswered: 0, notAsked: 0, percentMeets: 66.7 }],
        ['2.3', { counts: { green: 0, amber: 0, red: 0 }, base: 0, notApplicable: 0, unanswered: 0, notAsked: 4, percentMeets: null }],
        ['2.4', { counts: { green: 0, amber: 1, red: 0 }, base: 1, notApplicable: 0, unanswered: 0, notAsked: 3, percentMeets: 0 }],
      ]);
    });

    it('shows what one school chose and why it has its level, moderation first', async () => {
      const birch = await standard('leadership', `?organisationId=${id('Birch')}`);
      expect(birch).toMatchObject({ organisation: { id: id('Birch'), name: 'Birch' } });
      expect(birch.ratings.find(({ name }: { name: string }) => name === 'Birch')).toMatchObject({ level: { key: 'amber' }, self: { key: 'green' } });
      expect(birch.ratings.map(({ level }: { level: { meets: boolean } }) => level.meets)).toEqual(birch.ratings.map(({ level }: { level: { meets: boolean } }) => level.meets).toSorted());
      const why = (await member.get(`/api/submissions/${birch.submissionId}/ratings/leadership`)).body;
      expect(why).toMatchObject({ organisation: { name: 'Birch' }, level: { key: 'green' }, moderated: { level: { key: 'amber' }, reason: 'The policy is of 2023.' }, sentences: ['Met: 120 of 120 points (100%). Met starts at 80%.', 'There is no better level.'] });
      expect(birch.questions.map((one: { chosen: string | null }) => one.chosen)).toEqual(['green', 'green', null, null]);
      expect((await standard('team', `?organisationId=${id('Birch')}`)).questions.map((one: { chosen: string | null }) => one.chosen)).toEqual([null, 'No']);
    });

    it('says so when that school has not returned, or was not asked', async () => {
      expect(await standard('leadership', `?organisationId=${id('Elm')}`)).toMatchObject({
        organisation: { name: 'Elm' }, submissionId: null,
      });
      const { submissionId } = await standard('placements', `?organisationId=${id('Birch')}`);
      expect((await member.get(`/api/submissions/${submissionId}/ratings/placements`)).body.sentences).toEqual(['Nothing in this section was asked of this organisation.']);
    });

    it('counts answers that are not rated without giving them a level', async () => {
      expect((await standard('team')).questions[1]).toMatchObject({ levels: [], distribution: { counts: {}, base: 4, percentMeets: null } });
    });

    it('keeps to the filters', async () => {
      expect((await standard('leadership', '?phase=secondary')).questions[0].distribution).toMatchObject({ counts: { green: 1, amber: 0, red: 0 }, base: 1 });
    });
  });

  describe('a question', () => {
    it('lists everybody who was asked, the worst first, with their words', async () => {
      const { answers, distribution, last: before, ...rest } = await question('training');
      expect(rest).toMatchObject({ ref: '2.2', standardKey: 'leadership', standardTitle: 'Section 2', levels: [{ key: 'green' }, { key: 'amber' }, { key: 'red' }] });
      expect(answers.map((one: Record<string, { key: string } | string | null>) => [one['name'], (one['level'] as { key: string } | null)?.key ?? null, one['note'], one['naReason'], (one['last'] as { key: string } | null)?.key ?? null])).toEqual([
        ['Ash', 'red', 'Nobody was free to go.', null, 'green'],
        ['Birch', 'green', '', null, 'red'],
        ['Cedar', 'green', '', null, 'amber'],
        ['Hazel Academy', null, '', 'One member of staff', 'red'],
      ]);
      expect(distribution).toMatchObject({ counts: { green: 2, amber: 0, red: 1 }, base: 3, notApplicable: 1, notAsked: 0 });
      expect(before).toEqual({ counts: { green: 1, amber: 1, red: 2 }, base: 4, notApplicable: 0, unanswered: 0, notAsked: 0, percentMeets: 25 });
    });

    it('leaves out whoever was not asked it, whatever they once answered', async () => {
      await api.administrator.query(
        `insert into app.answer (partnership_id, submission_id, question_id, organisation_id, level, version, updated_by, updated_by_name)
         select partnership_id, id, $2, organisation_id, 'red', 1, organisation_id, 'J Ahmed' from app.submission where round_id = $1 and organisation_id = $3`,
        [round.id, version.id('placement-checks'), id('Birch')]);
      const { answers, distribution } = await question('placement-checks');
      expect(answers.map((one: { name: string }) => one.name)).toEqual(['Cedar']);
      expect(distribution).toMatchObject({ counts: { red: 0 }, base: 1, notAsked: 3 });
    });

    it('gives answers that are not rated in words', async () => {
      const { answers, levels } = await question('uses-placements');
      expect(levels).toEqual([]);
      expect(answers.map((one: { name: string; value: string; level: null }) => [one.name, one.value, one.level])).toEqual([
        ['Ash', 'No', null], ['Birch', 'No', null], ['Cedar', 'Yes', null], ['Hazel Academy', 'No', null],
      ]);
    });

    it('keeps to the filters, now and in the round before', async () => {
      expect(await question('policy', '?phase=secondary')).toMatchObject({ distribution: { base: 1 }, last: { counts: { amber: 1 }, base: 1 }, answers: [{ name: 'Cedar' }] });
    });
  });

  it('is empty but well formed where nobody has returned', async () => {
    const { id: empty } = await aReturnedRound(api, version, template, [{ organisation: { id: id('Ash') }, state: 'not-started' }], { previousRoundId: last.id });
    const get = async (path: string) => (await member.get(`/api/rounds/${empty}/${path}`)).body;
    expect((await get('response-rates')).total).toEqual({ key: '', label: 'All organisations', submitted: 0, denominator: 1, percent: 0 });
    const { standards, rows } = await get('heatmap');
    expect(standards[0]).toMatchObject({ counts: { green: 0, amber: 0, red: 0 }, base: 0, percentMeets: null });
    expect(rows).toMatchObject([{ returned: false, percentMeets: null, overall: null }]);
    expect((await get('standards/leadership')).questions[0].distribution).toEqual({ counts: { green: 0, amber: 0, red: 0 }, base: 0, notApplicable: 0, unanswered: 0, notAsked: 0, percentMeets: null });
    expect(await get(`questions/${version.id('policy')}`)).toMatchObject({ answers: [], distribution: { base: 0, percentMeets: null } });
  });

  describe('who may look', () => {
    const paths = () => [`response-rates`, `heatmap`, `standards/leadership`, `questions/${version.id('policy')}`].map((path) => `/api/rounds/${round.id}/${path}`);
    const answers = async (client: Client) => Promise.all(paths().map(async (path) => (await client.get(path)).status));

    it.each([
      ['a school lead', 'lead', [403, 403, 403, 403]],
      ['an executive, without the words', 'executive', [200, 200, 403, 403]],
      ['a scrutineer', 'scrutineer', [200, 200, 200, 200]],
      ['the business unit', 'business-unit', [200, 200, 200, 200]],
    ] as const)('%s', async (_, role, statuses) => {
      const organisationId = role === 'lead' ? id('Ash') : null;
      expect(await answers(await signedIn(api, await aPerson(api, { role, organisationId })))).toEqual(statuses);
    });

    it('nobody of another partnership, to whom there is no such round', async () => {
      expect(await answers((await anotherPartnership(api)).businessUnit)).toEqual([404, 404, 404, 404]);
    });

    it('and there is no standard, question or organisation but those of the round', async () => {
      for (const path of [
        'standards/nothing', 'standards/constructor', `questions/${lastVersion.id('policy')}`, `questions/${round.id}`, 'questions/nothing',
        `standards/leadership?organisationId=${id('Fir')}`,
      ]) expect(await member.get(`/api/rounds/${round.id}/${path}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    });
  });
});
