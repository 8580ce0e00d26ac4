import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answers } from '@attest/domain/questionnaire';
import { aReturnedRound } from './returned-round';
import { aQuestionnaire, published, rated, valued, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import type { Client } from './client';

const template = aQuestionnaire();
const all = (level: string): Answers => ({ 'uses-placements': valued('no'), policy: rated(level, 'Words of ours.'), training: rated(level) } as Answers);

/** Fourteen primary schools in one area, ten secondary schools in two, one of them red. */
const levels = [...Array.from({ length: 14 }, () => ['primary', 0, 'green']), ...Array.from({ length: 8 }, () => ['secondary', 1, 'amber']), ['secondary', 0, 'green'], ['secondary', 1, 'red']] as [string, 0 | 1, string][];

describe('figures that are published of a round', () => {
  let api: RunningApi;
  let here: Partnership;
  let unit: Client;
  let lead: Client;
  let version: Published;
  let round: Awaited<ReturnType<typeof aReturnedRound>>;
  const schools: { id: string }[] = [];
  const at = (path: string) => `/api/rounds/${round.id}/${path}`;
  const figure = (body: { figures: { key: string; kind: string; rows: { label: string; counts: { count: number | null }[] }[] }[] }, key: string) =>
    body.figures.find((one) => one.key === key)!.rows.map(({ label, counts }) => [label, ...counts.slice(0, 3).map(({ count }) => count)]);

  beforeAll(async () => {
    api = await startApi();
    api.today('2027-02-22');
    here = await aPartnership(api);
    unit = await signedIn(api, await aPerson(api, { role: 'business-unit' }));
    for (const [at, [phase]] of levels.entries()) schools.push(await aSchool(api, { name: `School ${at}`, phase: phase as 'primary' }));
    version = await published(api, here.id, template);
    round = await aReturnedRound(api, version, template, levels.map(([, area, level], at) => ({ organisation: schools[at]!, area: here.areas[area]!, answers: all(level) })), { name: 'Sample 2026-27' });
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: schools.at(-1)!.id }));
  });
  afterAll(() => api.stop());

  it('are not while the round is open', async () => {
    expect((await unit.get(at('releases'))).body).toMatchObject({ move: null, digest: null, refused: expect.stringContaining('not closed'), releases: [] });
    expect((await unit.post(at('releases'), { digest: 'any' })).body).toMatchObject({ code: 'cannot-publish-figures' });
    expect((await lead.get(at('published'))).status).toBe(404);
  });

  it('are looked at first, and published as they were looked at', async () => {
    await api.administrator.query("update app.round set state = 'closed' where id = $1", [round.id]);
    const { body: preview } = await unit.get(at('releases?by=group'));
    expect(preview).toMatchObject({ move: 'publish', refused: null, changed: null, figures: { publishedAt: null, returned: 24, asked: 24, own: [] } });
    expect((await unit.post(at('releases'), { digest: 'another' })).body).toMatchObject({ code: 'changed-meanwhile' });
    expect((await unit.post(at('releases'), { digest: preview.digest })).body).toMatchObject({ number: 1, minimum: 5, sha256: preview.digest });
    expect((await unit.get(at('published?by=group'))).body.figures).toEqual(preview.figures.figures);
    expect((await unit.post(at('releases'), { digest: preview.digest })).body).toMatchObject({ code: 'cannot-publish-figures' });
  });

  it('hide the one red, and what would give it away, from everybody alike', async () => {
    const { body } = await lead.get(at('published?by=group'));
    expect(figure(body, 'leadership')).toEqual([['All', null, 8, null], ['Nursery and primary', 14, 0, 0], ['Secondary, all-through and 16-plus', null, 8, null]]);
    for (const by of ['', '&by=group', '&by=area']) {
      const [own, open] = [await lead.get(at(`published?audience=respondents${by}`)), await unit.get(at(`published?audience=public${by}`))];
      expect(own.body.figures.map(({ rows }: { rows: object }) => rows)).toEqual(open.body.figures.map(({ rows }: { rows: object }) => rows));
    }
  });

  it('stand beside the reader\'s own level, and say no word and no name of others', async () => {
    const { body } = await lead.get(at('published?by=area'));
    expect(body.own).toEqual([{ id: schools.at(-1)!.id, name: 'School 23' }]);
    expect(body.figures.find(({ key }: { key: string }) => key === 'leadership').own).toEqual([{ organisationId: schools.at(-1)!.id, category: 'red' }]);
    expect(JSON.stringify(body)).not.toMatch(/Words of ours|School 3/);
    expect((await lead.get(at('published?audience=public'))).body).toMatchObject({ own: [] });
  });

  it('are for those who took part, and for the partnership', async () => {
    const outsider = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: (await aSchool(api, { name: 'Elsewhere' })).id }));
    const executive = await signedIn(api, await aPerson(api, { role: 'executive' }));
    expect((await outsider.get(at('published'))).status).toBe(404);
    expect((await outsider.get('/api/published')).body).toEqual([]);
    expect((await executive.get(at('published'))).status).toBe(200);
    expect((await lead.get('/api/published')).body).toMatchObject([{ round: { id: round.id, name: 'Sample 2026-27' } }]);
    expect((await lead.get(at('releases'))).status).toBe(403);
    expect((await lead.get(at('published?audience=executive'))).status).toBe(400);
  });

  it('are never by group and area at once', async () => {
    expect((await lead.get(at('published?by=group&by=area'))).status).toBe(400);
    expect((await lead.get(at('published?by=group&areaId=0198c0de-7000-7000-8000-000000000001'))).status).toBe(400);
  });

  it('stay as they were published when a return changes afterwards, until enough have', async () => {
    const before = (await lead.get(at('published'))).body;
    const turn = (schoolsAt: readonly number[]) => Promise.all(schoolsAt.map((school) => api.administrator.query("update app.rating set level = 'amber' where submission_id = $1 and section_key = 'leadership'", [round.returnOf(schools[school]!)])));
    await turn([0, 1]);
    expect((await lead.get(at('published'))).body).toEqual(before);
    expect((await unit.get(at('releases'))).body).toMatchObject({ move: null, changed: 2, refused: expect.stringContaining('Only 2 organisations') });
    await turn([2, 3, 4, 5, 6]);
    const { body: preview } = await unit.get(at('releases'));
    expect(preview).toMatchObject({ move: 'publish', changed: 7 });
    expect((await unit.post(at('releases'), { digest: preview.digest })).status).toBe(201);
    // seven more is no longer a few; what was hidden stays so
    expect(figure((await lead.get(at('published'))).body, 'leadership')).toEqual([['All', null, 15, null]]);
  });

  it('go with the smallest group that the partnership has chosen', async () => {
    expect((await unit.get('/api/minimum-group')).body).toEqual({ minimum: 5 });
    expect((await unit.put('/api/minimum-group', { minimum: 4 })).status).toBe(400);
    expect((await unit.put('/api/minimum-group', { minimum: 10 })).body).toEqual({ minimum: 10 });
    expect((await unit.get(at('releases'))).body).toMatchObject({ move: null });
  });

  it('leave nothing of a return that was disposed of but the figures themselves', async () => {
    await api.administrator.query('update app.submission set disposed_on = current_date where id = $1', [round.returnOf(schools[0]!)]);
    const { rows } = await api.administrator.query('select distinct organisation_id from app.release_basis');
    expect(rows).toHaveLength(23);
  });
});
