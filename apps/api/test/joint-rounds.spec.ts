import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Any } from './any';
import type { Client } from './client';
import { aPublishedRound, jointTemplate, publishedHere, schoolsOf, takesPartIn, versionOf } from './joint-scenes';
import { aRound, type Published } from './return-scenes';
import { aPartnership, aPerson, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

type Levels = [{ id: string; name: string }, string][];

describe('a round that partnerships run jointly', () => {
  let api: RunningApi;
  let [here, there, elsewhere] = [] as unknown as [Partnership, Partnership, Partnership];
  let version: Published;
  let theirVersion: Published;
  let ours: string;
  let theirs: string;
  let code: string;
  const schools = {} as Record<'ours' | 'common' | 'theirs', { id: string; name: string }[]>;
  /** The identifier of each one's own part in it. */
  const part = { here: '', there: '' };

  const leadership = ({ figures }: Any) => figures.find(({ key }: Any) => key === 'leadership').rows.map(({ label, counts, percentMeets }: Any) => [label, ...counts.slice(0, 3).map(({ count }: Any) => count), percentMeets]);
  const figures = async (client: Client, round: string) => (await client.get<Any>(`/api/rounds/${round}/joint-figures`)).body;
  const share = async (client: Client, round: string, place: number) => {
    const { body: { digest } } = await client.get<Any>(`/api/rounds/${round}/joint-figures/${place}`);
    return client.put<Any>(`/api/rounds/${round}/joint-figures/${place}`, { digest });
  };
  const invite = async () => (await here.businessUnit.post<Any>(`/api/joint-rounds/${part.here}/invitations`, { forWhom: 'Our neighbours' })).body.code as string;

  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    [here, there, elsewhere] = [await aPartnership(api), await anotherPartnership(api), await anotherPartnership(api)];
    version = await publishedHere(api, here.businessUnit, here.id);
    schools.ours = await schoolsOf(api, here.id, 16, 'Ours');
    schools.common = await schoolsOf(api, here.id, 8, 'Common');
    schools.theirs = await schoolsOf(api, there.id, 12, 'Theirs');
    for (const school of schools.common) await takesPartIn(api, there.id, school);
    // of those that work in both, four are amber: so seven are amber here, and three that the other partnership does not know
    const levels = [...schools.ours.map((school, at) => [school, at < 13 ? 'green' : 'amber']), ...schools.common.map((school, at) => [school, at < 4 ? 'green' : 'amber'])] as Levels;
    ours = await aPublishedRound(api, here.businessUnit, version, levels, 'Audit here');
  });
  afterAll(() => api.stop());

  it('is begun on a round by the business unit alone, once', async () => {
    const member = await signedIn(api, await aPerson(api, { role: 'qp-member' }));
    expect((await member.post('/api/joint-rounds', { roundId: ours, name: 'River-wide audit' })).status).toBe(403);
    expect((await there.businessUnit.post('/api/joint-rounds', { roundId: ours, name: 'River-wide audit' })).status).toBe(404);
    const { status, body } = await here.businessUnit.post<Any>('/api/joint-rounds', { roundId: ours, name: 'River-wide audit' });
    expect([status, body]).toEqual([201, expect.objectContaining({ begun: true, state: 'accepted', round: { id: ours, name: 'Audit here' }, partners: [], moves: ['invite', 'choose-round', 'leave'] })]);
    part.here = body.id;
    expect((await here.businessUnit.post('/api/joint-rounds', { roundId: ours, name: 'Another' })).body).toMatchObject({ code: 'already-done' });
  });

  it('is there for nobody without a code, and for whoever has one as far as they need to decide', async () => {
    code = await invite();
    expect(code).toMatch(/^[0-9a-z]{6}(-[0-9a-z]{6}){3}$/);
    expect((await there.businessUnit.get(`/api/joint-rounds/${part.here}`)).status).toBe(404);
    expect((await there.businessUnit.get('/api/joint-rounds')).body).toEqual([]);
    expect((await there.businessUnit.post('/api/joint-rounds/invitation', { code: 'guessed' })).body).toMatchObject({ code: 'link-not-good' });
    expect((await here.businessUnit.post('/api/joint-rounds/invitation', { code })).body).toMatchObject({ code: 'link-not-good' });
    const { body } = await there.businessUnit.post<Any>('/api/joint-rounds/invitation', { code: code.toUpperCase().replaceAll('-', ' ') });
    expect(body).toEqual({ name: 'River-wide audit', by: 'South Riverside Safeguarding Children Partnership', template: { title: 'Joint audit', edition: '2026-27' }, known: false, refused: null, rounds: [] });
  });

  it('is declined, withdrawn or left to run out without anything coming of it', async () => {
    const [declined, withdrawn] = [await invite(), await invite()];
    expect((await elsewhere.businessUnit.post('/api/joint-rounds/decline', { code: declined })).status).toBe(204);
    const { body: { invitations } } = await here.businessUnit.get<Any>(`/api/joint-rounds/${part.here}`);
    await here.businessUnit.post(`/api/joint-rounds/${part.here}/invitations/${invitations.at(-1).id}/withdraw`);
    for (const over of [declined, withdrawn]) expect((await elsewhere.businessUnit.post('/api/joint-rounds/accept', { code: over, roundId: null })).body).toMatchObject({ code: 'link-not-good' });
    expect((await here.businessUnit.get<Any>(`/api/joint-rounds/${part.here}`)).body.invitations.map(({ state }: Any) => state)).toEqual(['open', 'declined', 'withdrawn']);
    const lasts = (days: string) => api.administrator.query("update app.joint_invitation set expires_at = made_at + $1::interval where state = 'open'", [days]);
    await lasts('-1 day');
    expect((await there.businessUnit.post('/api/joint-rounds/invitation', { code })).body).toMatchObject({ code: 'link-not-good' });
    await lasts('30 days');
    expect((await elsewhere.businessUnit.get('/api/joint-rounds')).body).toEqual([]);
  });

  it('brings its questionnaire along to the byte, and is joined once for each code', async () => {
    const { status, body } = await there.businessUnit.post<Any>('/api/joint-rounds/accept', { code, roundId: null });
    expect([status, body]).toEqual([201, expect.objectContaining({ begun: false, round: null, moves: ['choose-round', 'leave'], partners: [{ place: 1, name: 'South Riverside Safeguarding Children Partnership', state: 'accepted', hasRound: true, shares: false }] })]);
    part.there = body.id;
    const text = async (client: Client, id: string) => (await client.get<Any>(`/api/templates/versions/${id}`)).body.contentHash;
    expect(await text(there.businessUnit, body.templateVersionId)).toBe(await text(here.businessUnit, version.versionId));
    expect((await elsewhere.businessUnit.post('/api/joint-rounds/accept', { code, roundId: null })).body).toMatchObject({ code: 'link-not-good' });
    theirVersion = await versionOf(api, body.templateVersionId, there.id);
  });

  it('takes a round that asks the same, of one’s own, and no other', async () => {
    const levels = [...schools.theirs.map((school, at) => [school, at < 6 ? 'green' : 'amber']), ...schools.common.map((school, at) => [school, at < 1 ? 'green' : 'amber'])] as Levels;
    theirs = await aPublishedRound(api, there.businessUnit, theirVersion, levels, 'Audit there');
    const choose = (roundId: string) => there.businessUnit.put<Any>(`/api/joint-rounds/${part.there}/round`, { roundId });
    const draft = await there.businessUnit.post('/api/templates/drafts/from-json', { template: { ...jointTemplate, edition: '2027-28' } });
    const { body: { versionId } } = await there.businessUnit.post<Any>(`/api/templates/drafts/${draft.body.id}/publish`, { revision: 0 });
    const other = await aRound(api, await versionOf(api, versionId, there.id), [], { state: 'draft' });
    expect((await choose(ours)).status).toBe(404);
    expect((await choose(other.id)).body).toMatchObject({ code: 'round-not-accepted' });
    expect((await choose(theirs)).body).toMatchObject({ round: { id: theirs } });
  });

  it('is refused where another questionnaire of that name is published already', async () => {
    const draft = await elsewhere.businessUnit.post('/api/templates/drafts/from-json', { template: { ...jointTemplate, purpose: 'Another.' } });
    await elsewhere.businessUnit.post(`/api/templates/drafts/${draft.body.id}/publish`, { revision: 0 });
    const third = await invite();
    expect((await elsewhere.businessUnit.post('/api/joint-rounds/invitation', { code: third })).body).toMatchObject({ known: false, refused: expect.stringContaining('with other content') });
    expect((await elsewhere.businessUnit.post('/api/joint-rounds/accept', { code: third, roundId: null })).body).toMatchObject({ code: 'round-not-accepted' });
  });

  describe('its figures', () => {
    it('hide for a partner what it could tell by taking away what it knows itself', async () => {
      expect(leadership((await here.businessUnit.get<Any>(`/api/rounds/${ours}/published`)).body)).toEqual([['All', 17, 7, 0, 70.8]]);
      const { body } = await here.businessUnit.get<Any>(`/api/rounds/${ours}/joint-figures/2`);
      expect([body.partner, leadership(body.figures)]).toEqual([expect.stringMatching(/^Partnership /), [['All', 17, null, null, null]]]);
      expect(JSON.stringify(body)).not.toContain('Words of ours');
    });

    it('are seen by a partner only once both have shared', async () => {
      expect((await here.businessUnit.put(`/api/rounds/${ours}/joint-figures/2`, { digest: 'another' })).body).toMatchObject({ code: 'changed-meanwhile' });
      expect((await share(here.businessUnit, ours, 2)).status).toBe(204);
      expect((await figures(there.businessUnit, theirs)).partners).toMatchObject([{ place: 1, shares: true, readable: false, mine: null, moves: ['share'] }]);
      expect((await figures(there.businessUnit, theirs)).lines.map(({ place }: Any) => place)).toEqual([null]);
      expect((await share(there.businessUnit, theirs, 1)).status).toBe(204);
      expect(leadership(await figures(there.businessUnit, theirs))).toEqual([[expect.stringMatching(/^Partnership /), 7, 13, 0, 35], ['South Riverside Safeguarding Children Partnership', 17, null, null, null]]);
      expect(leadership(await figures(here.businessUnit, ours))).toEqual([['South Riverside Safeguarding Children Partnership', 17, 7, 0, 70.8], [expect.stringMatching(/^Partnership /), 7, 13, 0, 35]]);
    });

    it('stand side by side for the Q&P group as well, and tell how many and what is hidden', async () => {
      const [member, theirMember] = [await signedIn(api, await aPerson(api, { role: 'qp-member' })), await signedIn(api, await aPerson(api, { role: 'qp-member', partnershipId: there.id }))];
      const beside = async (client: Client, round: string, place: number) => (await client.get<Any>(`/api/rounds/${round}/side-by-side?with=everybody,partner:${place}`)).body;
      const cells = ({ rows }: Any, key: string) => rows.find((row: Any) => row.key === key).cells.map(({ state, counts, base, percent, against }: Any) => ({ state, counts, base, percent, against }));
      const view = await beside(member, ours, 2);
      expect(view.sides[1]).toMatchObject({ kind: 'partner', id: '2', round: { id: ours, name: 'River-wide audit' }, returned: 20, denominator: 20 });
      expect(cells(view, 'leadership')).toEqual([{ state: 'share', counts: { green: 17, amber: 7, red: 0 }, base: 24, percent: 70.8, against: null }, { state: 'share', counts: { green: 7, amber: 13, red: 0 }, base: 20, percent: 35, against: 'above' }]);
      expect(cells(await beside(theirMember, theirs, 1), 'leadership')[1]).toEqual({ state: 'hidden', counts: { green: 17 }, base: 0, percent: null, against: null });
      expect((await member.get(`/api/rounds/${ours}/side-by-side?with=everybody,partner:3`)).status).toBe(404);
      expect((await figures(member, ours)).partners[0]).toMatchObject({ readable: true, moves: [] });
      expect((await member.get(`/api/rounds/${ours}/joint-figures/2`)).status).toBe(403);
    });

    it('are not compared where another version was asked, and say so', async () => {
      const asks = (hash: string) => api.administrator.query("update app.joint_share set content_hash = $2 where partnership_id = $1", [there.id, hash]);
      const { rows: [{ hash }] } = await api.administrator.query<{ hash: string }>('select content_hash as hash from app.joint_share where partnership_id = $1', [there.id]);
      await asks('of another version');
      const { lines, figures: [{ rows }] } = await figures(here.businessUnit, ours);
      expect([lines.map(({ comparable }: Any) => comparable), rows.length]).toEqual([[true, false], 1]);
      const { body } = await here.businessUnit.get<Any>(`/api/rounds/${ours}/side-by-side?with=everybody,partner:2`);
      expect(body.rows.map(({ cells }: Any) => [cells[1].state, cells[1].counts])).toEqual(body.rows.map(() => ['not-comparable', {}]));
      await asks(hash);
    });

    it('carry no identifier, no name of an organisation and no word across', async () => {
      const { rows } = await api.administrator.query<{ id: string }>('select id::text from app.round where partnership_id = $1 union select id::text from app.submission where partnership_id = $1 union select id::text from app.joint_round where partnership_id = $1 union select joint_id::text from app.joint_round', [here.id]);
      const read = await Promise.all(['joint-figures', 'joint-figures/1', 'side-by-side?with=everybody,partner:1'].map(async (path) => JSON.stringify((await there.businessUnit.get(`/api/rounds/${theirs}/${path}`)).body)));
      const seen = [...read, JSON.stringify((await there.businessUnit.get('/api/joint-rounds')).body)].join('\n').replaceAll(part.there, '');
      expect(rows.length).toBeGreaterThan(24);
      expect(rows.filter(({ id }) => seen.includes(id))).toEqual([]);
      expect(seen.match(/Ours \d|Words of ours|Our neighbours|Priya/g)).toBeNull();
    });

    it('are for no third partnership, whatever it asks for', async () => {
      const member = elsewhere.businessUnit;
      for (const path of [`joint-rounds/${part.here}`, `joint-rounds/${part.there}`, `rounds/${ours}/joint-figures`, `rounds/${ours}/joint-figures/2`, `rounds/${ours}/side-by-side?with=partner:2`]) expect([path, (await member.get(`/api/${path}`)).status]).toEqual([path, 404]);
      expect((await member.put(`/api/rounds/${ours}/joint-figures/2`, { digest: 'any' })).status).toBe(404);
      expect((await member.delete(`/api/rounds/${ours}/joint-figures/2`)).status).toBe(404);
      expect((await member.post(`/api/joint-rounds/${part.here}/leave`, { reason: 'Not ours' })).status).toBe(404);
      expect((await member.post(`/api/joint-rounds/${part.here}/invitations`, { forWhom: 'Us' })).status).toBe(404);
      expect((await there.businessUnit.post(`/api/joint-rounds/${part.there}/invitations`, { forWhom: 'Others' })).status).toBe(403);
    });

    it('are seen by neither any more as soon as somebody works in both who did not, until they are shared again', async () => {
      await takesPartIn(api, there.id, schools.ours[0]!);
      expect((await figures(there.businessUnit, theirs)).partners).toMatchObject([{ readable: false }]);
      expect((await figures(here.businessUnit, ours)).partners).toMatchObject([{ mustShareAgain: true, readable: false, moves: ['share', 'withdraw'] }]);
      expect([(await share(here.businessUnit, ours, 2)).status, (await share(there.businessUnit, theirs, 1)).status]).toEqual([204, 204]);
      expect((await figures(there.businessUnit, theirs)).partners).toMatchObject([{ readable: true }]);
    });

    it('are withdrawn at will, which ends it for both', async () => {
      expect((await here.businessUnit.delete(`/api/rounds/${ours}/joint-figures/2`)).status).toBe(204);
      for (const [client, round] of [[here.businessUnit, ours], [there.businessUnit, theirs]] as const) expect((await figures(client, round)).partners).toMatchObject([{ readable: false }]);
      expect((await here.businessUnit.delete(`/api/rounds/${ours}/joint-figures/2`)).body).toMatchObject({ code: 'already-done' });
    });

    it.each([
      ['what was withdrawn is shown', 'to_us.withdrawn_at is null', 'true'],
      ['who shares nothing is shown', 'to_them.withdrawn_at is null', 'true'],
    ])('would be noticed to be seen where %s', async (_, right, wrong) => {
      const readable = async () => [await figures(here.businessUnit, ours), await figures(there.businessUnit, theirs)].some(({ partners }) => partners[0].readable);
      const { rows: [{ source }] } = await api.administrator.query("select pg_get_functiondef(oid) as source from pg_proc where proname = 'joint_figures'");
      expect(await readable()).toBe(false);
      await api.administrator.query(source.replace(right, wrong));
      expect(await readable()).toBe(true);
      await api.administrator.query(source);
      expect(await readable()).toBe(false);
    });

    it('are seen by nobody who left, and leaving is told with its reason', async () => {
      await share(here.businessUnit, ours, 2);
      expect((await figures(there.businessUnit, theirs)).partners).toMatchObject([{ readable: true }]);
      expect((await there.businessUnit.post(`/api/joint-rounds/${part.there}/leave`, { reason: '' })).status).toBe(400);
      const { body } = await there.businessUnit.post<Any>(`/api/joint-rounds/${part.there}/leave`, { reason: 'We run it alone.' });
      expect(body).toMatchObject({ state: 'left', partners: [], moves: [] });
      expect((await there.businessUnit.get<Any>(`/api/rounds/${theirs}/joint-figures`)).body).toMatchObject({ jointRound: null, partners: [], figures: [] });
      expect((await figures(here.businessUnit, ours)).partners).toMatchObject([{ state: 'left', readable: false, moves: ['withdraw'] }]);
      const { rows } = await api.administrator.query("select detail->>'reason' as reason from app.audit_event where partnership_id = $1 and route = 'POST /joint-rounds/:id/leave' and outcome = 'done'", [there.id]);
      expect(rows).toEqual([{ reason: 'We run it alone.' }]);
    });

    it('come back only when both join and share again', async () => {
      const again = await invite();
      await there.businessUnit.post('/api/joint-rounds/accept', { code: again, roundId: null });
      expect((await figures(there.businessUnit, theirs)).partners).toMatchObject([{ place: 1, readable: false, shares: true }]);
      await share(there.businessUnit, theirs, 1);
      expect((await figures(there.businessUnit, theirs)).partners).toMatchObject([{ readable: true }]);
    });
  });
});
