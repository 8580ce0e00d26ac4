import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { answerAll, aQuestionnaire, aRound, declaration, published, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

interface Row { readonly key: string; readonly label: string; readonly counts: readonly { readonly standing: string; readonly count: number }[]; readonly total: number }
interface View extends Readonly<Record<'byRound' | 'byArea' | 'byGroup' | 'byStandard', readonly Row[]>> { readonly rounds: readonly { readonly name: string }[]; readonly round: { readonly name: string } | null; readonly total: Row }
type Plan = { readonly questionId?: string | null; readonly owner?: string; readonly dueOn?: string | null };
const [LATER, SOON] = ['2027-03-26', '2026-12-18'];

describe('what has been done about what was promised', () => {
  let api: RunningApi;
  let here: Partnership;
  let version: Published;
  let [primary, secondary]: { id: string; name: string }[] = [];
  let [earlier, later]: { id: string; name: string }[] = [];
  let [unit, quality]: Client[] = [];

  const personOf = async (role: Parameters<typeof aPerson>[1]['role'], organisationId: string | null = null) => signedIn(api, await aPerson(api, { role, partnershipId: here.id, organisationId }));
  const ageing = async (client = quality!, roundId = ''): Promise<View> => (await client.get(`/api/actions/ageing${roundId && `?roundId=${roundId}`}`)).body;
  const counted = ({ counts }: Row) => Object.fromEntries(counts.filter(({ count }) => count > 0).map(({ standing, count }) => [standing, count]));

  async function aReturn(school: { id: string }, round: { returnOf(school: { id: string }): string }, plans: readonly Plan[], submits = true): Promise<{ lead: Client; ids: string[] }> {
    const lead = await personOf('lead', school.id);
    const returnId = round.returnOf(school);
    await answerAll(lead, version, returnId, 'amber');
    const ids: string[] = [];
    for (const plan of plans) ids.push((await lead.post(`/api/submissions/${returnId}/actions`, { questionId: version.id('training'), title: 'Train the new governors', owner: 'Head teacher', dueOn: LATER, ...plan })).body.id);
    if (submits) expect((await lead.post(`/api/submissions/${returnId}/submit`, declaration)).status).toBe(200);
    return { lead, ids };
  }

  async function claim(lead: Client, id: string): Promise<void> {
    await lead.put(`/api/actions/${id}`, { version: 1, title: 'Train the new governors', owner: 'Head teacher', dueOn: LATER, completion: 'The register', impact: '' });
    expect((await lead.post(`/api/actions/${id}/move`, { move: 'claim', version: 2, reason: '' })).status).toBe(200);
  }

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-25');
    here = await aPartnership(api);
    version = await published(api, here.id, aQuestionnaire());
    [primary, secondary] = [await aSchool(api, { phase: 'primary' }), await aSchool(api, { phase: 'secondary' })];
    [unit, quality] = [await personOf('business-unit'), await personOf('qp-member')];
    const first = await aRound(api, version, [primary.id, secondary.id], { name: 'Earlier' });
    const second = await aRound(api, version, [primary.id, secondary.id], { name: 'Later' });
    [earlier, later] = [first, second];
    await api.administrator.query("update app.round_member m set area_id = a.id, area_name = a.name from app.area a where a.partnership_id = m.partnership_id and a.name = 'Middlesbrough' and m.organisation_id = $1", [primary.id]);
    // by the day that is looked from, the second is overdue
    const done = await aReturn(primary, first, [{}, { dueOn: '2026-11-26' }, { questionId: version.id('policy') }, { questionId: null, owner: '' }, {}, {}]);
    await claim(done.lead, done.ids[2]!);
    await claim(done.lead, done.ids[5]!);
    expect((await unit.post(`/api/actions/${done.ids[5]}/verification`, { move: 'verify', version: 3, reason: '' })).status).toBe(200);
    expect((await done.lead.post(`/api/actions/${done.ids[4]}/move`, { move: 'drop', version: 1, reason: 'It ended.' })).status).toBe(200);
    await aReturn(secondary, first, [{ dueOn: SOON }]);
    await aReturn(secondary, second, [{}]);
    await aReturn(primary, second, [{}, {}], false);
    api.today('2026-11-27');
  });
  afterAll(() => api.stop());

  it('is counted by how actions stand, and only of returns that were handed in', async () => {
    const all = await ageing();
    expect(counted(all.total)).toEqual({ 'overdue': 1, 'unplanned': 1, 'due-soon': 1, 'on-track': 2, 'claimed': 1, 'verified': 1, 'dropped': 1 });
    expect(all.total).toMatchObject({ total: 8, overdue: 1, open: 5, percent: 20 });
    expect(all.byRound.map(({ label, total }) => [label, total])).toEqual([['Earlier', 7], ['Later', 1]]);
    expect(all.byGroup.map(({ key, total }) => [key, total])).toEqual([['primary', 6], ['secondary', 2]]);
    expect(all.byArea.map(({ label, total }) => [label, total])).toEqual([['Middlesbrough', 6], ['No single area', 2]]);
    expect(all.byStandard).toEqual([]);
  });

  it('is the same in one round, and then by standard too', async () => {
    const one = await ageing(quality, earlier!.id);
    expect(one.byStandard.map(({ key, label, total }) => [key, label, total])).toEqual([['leadership', '2 Section 2', 6], ['', 'The return as a whole', 1]]);
    expect([one.round?.name, one.byRound, one.rounds.map(({ name }) => name)]).toEqual(['Earlier', [], ['Earlier', 'Later']]);
    expect((await ageing(quality, later!.id)).total).toMatchObject({ total: 1, overdue: 0, open: 1, percent: 0 });
    expect(await ageing(quality, here.id)).toMatchObject({ round: null, total: { total: 0, percent: null }, byGroup: [] });
  });

  it('leads with every count to exactly those actions', async () => {
    const check = async (row: Row, filter: string) => {
      const totals = await Promise.all(row.counts.map(({ standing }) => quality!.get(`/api/actions?returns=submitted${filter}&standing=${standing}`)));
      expect(totals.map(({ body }, at) => ({ standing: row.counts[at]!.standing, count: body.total }))).toEqual(row.counts);
      const { body } = await quality!.get(`/api/actions?returns=submitted${filter}`);
      expect([body.counts, body.total]).toEqual([row.counts, row.total]);
      return body.within as string;
    };
    for (const roundId of ['', earlier!.id]) {
      const { total, byRound, byArea, byGroup, byStandard } = await ageing(quality, roundId);
      const within = roundId && `&roundId=${roundId}`;
      await check(total, within);
      for (const [by, rows] of Object.entries({ roundId: byRound, areaId: byArea, group: byGroup, standard: byStandard })) {
        for (const row of rows.filter(({ key }) => key !== '')) expect(await check(row, `${within}&${by}=${row.key}`)).toBe(roundId ? `Earlier, ${row.label}` : row.label);
      }
    }
  });

  it('is the same figure for somebody who also answers for a school, and nobody else’s to see', async () => {
    const lead = await personOf('lead', primary!.id);
    const totalOf = async (query: string) => (await lead.get(`/api/actions${query}`)).body.total;
    expect([await totalOf(''), await totalOf('?returns=submitted')]).toEqual([8, 6]);
    const both = await aPerson(api, { role: 'business-unit', partnershipId: here.id });
    await api.administrator.query("insert into app.membership (partnership_id, id, person_id, organisation_id, role) values ($1, gen_random_uuid(), $2, $3, 'lead')", [here.id, both.id, primary!.id]);
    const client = await signedIn(api, both);
    expect(await ageing(client)).toEqual(await ageing());
    expect(await ageing(unit)).toEqual(await ageing());
    const refused = await Promise.all([await personOf('executive'), lead].map(async (one) => (await one.get('/api/actions/ageing')).status));
    expect(refused).toEqual([403, 403]);
  });
});
