import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers, Template } from '@attest/domain/questionnaire';
import type { Any } from './any';
import type { Client } from './client';
import { aQuestion, aQuestionnaire, fourLevels, published, rated } from './return-scenes';
import { aReturnedRound, type ReturnScene } from './returned-round';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

const section = (key: string, ref: string, ...questions: string[]) => ({ key, ref, title: `Standard ${ref}`, intro: '', weight: 1, questions: questions.map((one, at) => aQuestion(`${ref}.${at + 1}`, one)) });
const template: Template = aQuestionnaire({ sections: [section('training', '1', 'a', 'b'), section('policies', '2', 'c')] });
const all = (a: string, b: string, c: string): Answers => ({ a: rated(a), b: rated(b), c: rated(c) });

describe('one organisation beside others', () => {
  let api: RunningApi;
  let member: Client;
  let round: { id: string };
  let last: { id: string };
  let areas: readonly { id: string; name: string }[];
  const named = new Map<string, string>();
  const id = (name: string) => named.get(name)!;
  const beside = async (...sides: string[]) => (await member.get<Any>(`/api/rounds/${round.id}/side-by-side?with=${sides.join(',')}`)).body;
  const row = ({ rows }: Any, key: string) => rows.find((one: Any) => one.key === key).cells.map(({ state, level, absence, counts, percent, against }: Any) =>
    [state, level ?? absence ?? (percent === null ? null : `${Object.values(counts).join('/')} ${percent}`), against]);

  beforeAll(async () => {
    api = await startApi();
    const here = await aPartnership(api);
    areas = here.areas;
    const [west, east] = here.areas as [typeof here.areas[0], typeof here.areas[0]];
    member = await signedIn(api, await aPerson(api, { role: 'qp-member' }));
    const school = async (name: string, changes = {}) => {
      const made = await aSchool(api, { name, ...changes });
      named.set(name, made.id);
      return made;
    };
    const [ash, fir] = [await school('Ash'), await school('Fir')];
    const hazel = await school('Hazel Academy', { predecessorId: fir.id });
    const others = [];
    for (const name of ['Birch', 'Cedar', 'Elm', 'Gorse']) others.push(await school(name));
    const college = await school('College', { phase: '16-plus' });
    const version = await published(api, here.id, { ...template, follows: '2025-26' });
    const before = await published(api, here.id, { ...template, edition: '2025-26' });
    last = await aReturnedRound(api, before, template, [
      { organisation: ash, area: west, answers: all('green', 'green', 'red') }, { organisation: fir, area: west, answers: all('red', 'red', 'red') },
    ], { name: 'Return 2025-26', state: 'closed' });
    const scenes: ReturnScene[] = [
      { organisation: ash, area: west, answers: all('green', 'amber', 'green'), moderated: { training: ['amber', 'Not all of it.'], policies: ['green', 'As they say.'] } },
      { organisation: hazel, area: west, answers: all('green', 'green', 'green') },
      ...others.map((organisation) => ({ organisation, area: east, answers: all('red', 'red', 'green') })),
      { organisation: college, area: east, state: 'in-progress' },
    ];
    round = await aReturnedRound(api, version, template, scenes, { name: 'Return 2026-27', previousRoundId: last.id });
  });
  afterAll(() => api.stop());

  describe('where everybody stands', () => {
    it('has each organisation’s own level, the panel’s where it gave one, and its share of the points', async () => {
      const { body } = await member.get<Any>(`/api/rounds/${round.id}/positions`);
      expect(body.standards.map(({ key }: Any) => key)).toEqual(['training', 'policies', '']);
      expect(body.organisations.map(({ name }: Any) => name)).toEqual(['Ash', 'Birch', 'Cedar', 'Elm', 'Gorse', 'Hazel Academy']);
      expect(body.organisations[0]).toMatchObject({ group: 'Primary', peers: 'Nursery and primary', area: areas[0]!.name });
      expect(body.organisations[0].cells).toEqual([
        { standard: 'training', share: 75, self: 'amber', moderated: 'amber' }, { standard: 'policies', share: 100, self: 'green', moderated: 'green' },
        { standard: '', share: 83.3, self: 'green', moderated: null },
      ]);
    });

    it('is of whom the filters let through', async () => {
      const { body } = await member.get<Any>(`/api/rounds/${round.id}/positions?areaId=${areas[0]!.id}`);
      expect(body.organisations.map(({ name }: Any) => name)).toEqual(['Ash', 'Hazel Academy']);
    });
  });

  describe('side by side', () => {
    it('puts an organisation beside itself last year, its peers and everybody, and says how it stands against each', async () => {
      const view = await beside(`organisation:${id('Ash')}`, `last:organisation:${id('Ash')}`, `peers:${id('Ash')}`, 'everybody');
      expect(view.sides.map(({ label, returned, denominator }: Any) => [label, returned, denominator])).toEqual([['Ash', 1, 1], ['Ash', 1, 1], ['Peers of Ash: Nursery and primary', 5, 5], ['Everybody', 6, 7]]);
      expect(row(view, 'training')).toEqual([['level', 'amber', null], ['level', 'green', 'below'], ['share', '1/0/4 20', 'above'], ['share', '1/1/4 16.7', 'above']]);
      expect(row(view, 'policies')).toEqual([['level', 'green', null], ['level', 'red', 'above'], ['share', '5/0/0 100', null], ['share', '6/0/0 100', null]]);
      expect(view.lastRound.id).toBe(last.id);
    });

    it('follows an academy to the school that it was, and tells every absence', async () => {
      const view = await beside(`organisation:${id('Hazel Academy')}`, `last:organisation:${id('Hazel Academy')}`, `organisation:${id('College')}`, `last:organisation:${id('Elm')}`);
      expect(row(view, 'training')).toEqual([['level', 'green', null], ['level', 'red', 'above'], ['none', 'not-returned', null], ['none', 'not-returned', null]]);
    });

    it('hides peers who are too few, and areas are everybody’s to compare', async () => {
      const view = await beside(`area:${areas[0]!.id}`, `area:${areas[1]!.id}`, `last:peers:${id('Ash')}`);
      expect(row(view, 'training')).toEqual([['share', '1/1/0 50', null], ['share', '0/0/4 0', 'above'], ['hidden', null, null]]);
      expect(view.areas.map(({ name }: Any) => name)).toEqual(areas.map(({ name }) => name));
    });

    it('agrees with the table of the round', async () => {
      const { standards } = (await member.get<Any>(`/api/rounds/${round.id}/heatmap`)).body;
      const view = await beside('everybody', 'last:everybody');
      for (const { key, counts, percentMeets, lastPercentMeets } of standards) {
        const [now, then] = view.rows.find((one: Any) => one.key === key).cells;
        expect([now.counts, now.percent, then.percent]).toEqual([counts, percentMeets, lastPercentMeets]);
      }
    });

    it('draws nothing beside a round on another scale', async () => {
      const graded: Template = { ...template, code: 'graded', scales: [{ ...fourLevels, key: 'rag' }], scoring: { ...template.scoring, bands: [{ level: 'blue', from: 95 }, ...template.scoring.bands] } };
      const version = await published(api, (await api.administrator.query('select partnership_id from app.round where id = $1', [round.id])).rows[0].partnership_id, graded);
      const next = await aReturnedRound(api, version, graded, [{ organisation: { id: id('Ash') }, answers: all('green', 'green', 'green') }], { name: 'Graded', previousRoundId: round.id });
      const { body } = await member.get<Any>(`/api/rounds/${next.id}/side-by-side?with=everybody,last:everybody`);
      expect(row(body, 'training').map(([state]: Any) => state)).toEqual(['share', 'not-comparable']);
    });

    it('takes four at most, each once, and nobody from elsewhere', async () => {
      const asked = (text: string) => member.get<Any>(`/api/rounds/${round.id}/side-by-side?with=${text}`);
      expect((await asked('everybody,everybody')).body).toMatchObject({ status: 400, detail: 'Choose up to 4 to compare, each of them once.' });
      expect((await asked(['everybody', 'last:everybody', ...['Ash', 'Elm', 'Birch'].map((name) => `organisation:${id(name)}`)].join(','))).status).toBe(400);
      const elsewhere = await anotherPartnership(api);
      const stranger = await aSchool(api, { partnershipId: elsewhere.id });
      expect((await asked(`organisation:${stranger.id}`)).status).toBe(404);
      expect((await asked(`peers:${stranger.id}`)).status).toBe(404);
      expect((await asked(`area:${elsewhere.areas[0]!.id}`)).status).toBe(404);
      expect((await asked('')).body).toMatchObject({ sides: [], organisations: expect.arrayContaining([{ id: id('Ash'), name: 'Ash' }]) });
    });
  });
});
