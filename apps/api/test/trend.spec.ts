import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers, Lineage, Question, Template } from '@attest/domain/questionnaire';
import type { Any } from './any';
import type { Client } from './client';
import { aQuestion, aQuestionnaire, fourLevels, published, rated, type Published } from './return-scenes';
import { aReturnedRound } from './returned-round';
import { aPartnership, aPerson, aSchool, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

const comes = (kind: Lineage['kind'], ...from: string[]): Lineage => ({ kind, from });
const asked = (key: string, lineage?: Lineage) => aQuestion('1.1', key, { lineage });
const section = (key: string, ref: string, questions: readonly Question[]) => ({ key, ref, title: `Standard ${ref}`, intro: '', weight: 1, questions });

/** The oldest is graded on four levels; the middle rewords one question; the newest splits one and asks one more. */
const oldest: Template = aQuestionnaire({
  edition: '2024-25', scales: [fourLevels, ...aQuestionnaire().scales.map((scale) => ({ ...scale, key: 'plain' }))],
  scoring: { ...aQuestionnaire().scoring, bands: [{ level: 'blue', from: 95 }, { level: 'green', from: 60 }, { level: 'amber', from: 30 }, { level: 'red', from: 0 }] },
  sections: [section('training', '1', ['a', 'b'].map((key) => asked(key))), section('policies', '2', ['c', 'd'].map((key) => asked(key)))],
});
const middle: Template = aQuestionnaire({
  edition: '2025-26', follows: '2024-25',
  sections: [section('training', '1', [asked('a', comes('same', 'a')), asked('b', comes('reworded', 'b'))]), section('policies', '2', [asked('c', comes('same', 'c')), asked('d', comes('same', 'd'))])],
});
const newest: Template = aQuestionnaire({
  edition: '2026-27', follows: '2025-26',
  sections: [section('training', '1', [asked('a', comes('same', 'a')), asked('b', comes('same', 'b'))]), section('rules', '2', [asked('c', comes('same', 'c')), asked('d1', comes('split', 'd')), asked('e', comes('new'))])],
});
const all = (keys: string, level: string): Answers => Object.fromEntries(keys.split(' ').map((key) => [key, rated(level)]));

describe('how figures went over the rounds', () => {
  let api: RunningApi;
  let member: Client;
  let rounds: { id: string; name: string }[];
  let versions: Published[];
  const trend = async (query = '') => (await member.get<Any>(`/api/rounds/${rounds[2]!.id}/trend${query}`)).body;
  const points = ({ series }: Any, key: string) => series.find((one: Any) => one.key === key).points.map(({ count, base, joined, reasons }: Any) => [count, base, joined, ...reasons]);

  beforeAll(async () => {
    api = await startApi();
    const here = await aPartnership(api);
    member = await signedIn(api, await aPerson(api, { role: 'executive' }));
    const [ash, birch, fir] = [await aSchool(api, { name: 'Ash' }), await aSchool(api, { name: 'Birch', phase: 'secondary' }), await aSchool(api, { name: 'Fir' })];
    const hazel = await aSchool(api, { name: 'Hazel Academy', predecessorId: fir.id });
    versions = [];
    for (const template of [oldest, middle, newest]) versions.push(await published(api, here.id, template));
    const [one, two, three] = versions as [Published, Published, Published];
    const first = await aReturnedRound(api, one, oldest, [
      { organisation: ash, answers: all('a b c d', 'green') }, { organisation: fir, answers: all('a b c d', 'red') },
    ], { name: 'Return 2024-25', state: 'closed' });
    const second = await aReturnedRound(api, two, middle, [
      { organisation: ash, answers: { ...all('a c d', 'green'), ...all('b', 'red') } }, { organisation: birch, answers: all('a b c d', 'green') }, { organisation: fir, answers: all('a b c d', 'red') },
    ], { name: 'Return 2025-26', state: 'closed', previousRoundId: first.id });
    const third = await aReturnedRound(api, three, newest, [
      { organisation: ash, answers: all('a b c d1 e', 'green') }, { organisation: birch, answers: all('a b c d1 e', 'red'), state: 'in-progress' }, { organisation: hazel, answers: all('a b c d1 e', 'green') },
    ], { name: 'Return 2026-27', previousRoundId: second.id });
    rounds = [first, second, third];
  });
  afterAll(() => api.stop());

  it('say first how much may be compared: questions, and organisations, those of before under their names then', async () => {
    const { rounds: told } = await trend();
    expect(told.map(({ label, returned, denominator, provisional }: Any) => [label, returned, denominator, provisional])).toEqual([['2024-25', 2, 2, false], ['2025-26', 3, 3, false], ['2026-27', 2, 3, true]]);
    expect(told.map(({ comparability }: Any) => comparability)).toEqual([
      null,
      { questions: 4, comparable: 0, percent: 0, organisations: 3, inBoth: 2, inBothPercent: 66.7 },
      { questions: 5, comparable: 3, percent: 60, organisations: 2, inBoth: 2, inBothPercent: 100 },
    ]);
  });

  it('follow a standard through its questions, with every break and its reason', async () => {
    const view = await trend();
    expect(view.series.map(({ key, title }: Any) => [key, title])).toEqual([['training', 'Standard 1'], ['rules', 'Standard 2']]);
    expect(points(view, 'training')).toEqual([[1, 2, null], [1, 3, 'apart', 'the scale changed', 'the wording changed'], [2, 2, 'whole']]);
    expect(points(view, 'rules')).toEqual([
      [1, 2, null], [2, 3, 'apart', 'the scale changed'], [2, 2, 'apart', 'a question was split', 'questions were added', 'less than half of the questions are comparable'],
    ]);
  });

  it('agree with the table of each round', async () => {
    const view = await trend();
    for (const [at, { id }] of rounds.entries()) {
      const { standards } = (await member.get<Any>(`/api/rounds/${id}/heatmap`)).body;
      for (const { points: told } of view.series) {
        const standard = standards.find(({ key }: Any) => key === told[at].key);
        expect([told[at].percent, told[at].base]).toEqual([standard.percentMeets, standard.base]);
      }
    }
  });

  it('follow the questions of one standard', async () => {
    const view = await trend('?standard=training');
    expect(view.standard).toEqual({ key: 'training', ref: '1', title: 'Standard 1' });
    expect(points(view, 'b')).toEqual([[1, 2, null], [1, 3, 'apart', 'the scale changed', 'the wording changed'], [2, 2, 'whole']]);
    expect(view.series[0].points.map(({ questionId }: Any) => questionId)).toEqual(versions.map((version) => version.id('a')));
    const split = (await trend('?standard=rules')).series.find(({ key }: Any) => key === 'd1').points;
    expect(split.map(({ key, base, percent }: Any) => [key, base, percent])).toEqual([[null, 0, null], [null, 0, null], ['d1', 2, 100]]);
    expect(split[2].joined).toBe('apart');
  });

  it('are of whom the filters let through, and of those who returned every time', async () => {
    expect(points(await trend('?phase=secondary'), 'training')).toEqual([[0, 0, null], [1, 1, 'apart', 'the scale changed', 'the wording changed'], [0, 0, 'whole']]);
    const same = await trend('?organisations=the-same');
    expect(same.rounds.map(({ returned }: Any) => returned)).toEqual([2, 2, 2]);
    expect(points(same, 'training')).toEqual([[1, 2, null], [0, 2, 'apart', 'the scale changed', 'the wording changed'], [2, 2, 'whole']]);
    expect(points(await trend('?standard=training&organisations=the-same'), 'a')[1]).toEqual([1, 2, 'apart', 'the scale changed']);
  });

  it('are not there for a standard or a round that is not', async () => {
    expect((await member.get(`/api/rounds/${rounds[2]!.id}/trend?standard=nothing`)).status).toBe(404);
    expect((await member.get(`/api/rounds/${versions[0]!.versionId}/trend`)).status).toBe(404);
  });
});
