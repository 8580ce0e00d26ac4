import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DEMONSTRATION_PASSWORD } from '@attest/people/api';
import { fill } from '../../../tools/generate/fill.mjs';
import type { Any } from './any';
import { enter } from './authenticators';
import type { Client } from './client';
import { aPerson, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

/** On a partnership as `npm run generate` makes them, in small: what it makes must be what the program would have made. */
describe('organisations by questions', () => {
  let api: RunningApi;
  let quality: Client;
  let round: { id: string; partnership: string };
  beforeAll(async () => {
    api = await startApi({ demo: true });
    const database = new pg.Pool({ connectionString: api.environment.databaseUrl, max: 1 });
    await fill(database, [{ name: 'few', schools: 55, years: 2 }], () => {});
    await database.end();
    ({ rows: [round] } = await api.administrator.query("select id, partnership_id as partnership from app.round where reference = 'few Survey 2026'") as Any);
    quality = api.client();
    await enter(api, quality, 'quality-few@generated.attest.example', DEMONSTRATION_PASSWORD);
  });
  afterAll(() => api.stop());

  const get = (query = '') => quality.get<Any>(`/api/rounds/${round.id}/question-heatmap${query}`);

  it('come fifty a page, the weakest first, and everybody once', async () => {
    const { body: first } = await get();
    const { body: second } = await get('?page=2');
    expect([first.total, first.pages, first.rows.length, second.rows.length, (await get('?page=9')).body.page]).toEqual([55, 2, 50, 5, 2]);
    expect(new Set([...first.rows, ...second.rows].map(({ organisationId }: Any) => organisationId)).size).toBe(55);
    const shares = first.rows.filter(({ base }: Any) => base > 0).map(({ percentMeets }: Any) => percentMeets);
    expect(shares).toEqual(shares.toSorted((a: number, b: number) => a - b));
    expect(second.rows.at(-1).returned).toBe(false);
  });

  it('are by name when asked, with a cell for each question of a standard and what it was last year', async () => {
    const { body: all } = await get('?sort=name');
    const [{ key, title }] = all.standards;
    const { body } = await get(`?sort=name&standard=${key}`);
    expect(body.rows.map(({ name }: Any) => name)).toEqual(body.rows.map(({ name }: Any) => name).toSorted());
    expect(new Set(body.questions.map(({ standardTitle }: Any) => standardTitle))).toEqual(new Set([title]));
    expect(body.questions.length).toBeLessThan(all.questions.length);
    for (const { cells } of body.rows) expect(cells).toHaveLength(body.questions.length);
    const places = (levels: Any) => new Map(levels.map((level: Any, at: number) => [level.key, at]));
    const moved = body.rows.flatMap(({ cells }: Any) => cells.flatMap(({ level, last, movement }: Any, at: number) => (level && last ? [{ at, level, last, movement }] : [])));
    expect(moved.length).toBeGreaterThan(0);
    for (const { at, level, last, movement } of moved) {
      const [then, now] = [places(body.questions[at].levels).get(last) as number, places(body.questions[at].levels).get(level) as number];
      expect(movement).toBe(now === then ? 'same' : now < then ? 'up' : 'down');
    }
  });

  it('are only those with something below the standard when asked, over all pages, and the figures stay those of everybody', async () => {
    const everybody = [...(await get()).body.rows, ...(await get('?page=2')).body.rows];
    const all = (await get()).body;
    const below = ({ cells }: Any) => cells.some(({ level }: Any, at: number) => all.questions[at].levels.find(({ key }: Any) => key === level)?.meets === false);
    const expected = everybody.filter(below).map(({ organisationId }) => organisationId);
    expect(expected.length).toBeLessThan(55);
    const { body } = await get('?show=concern');
    const pages = body.pages === 2 ? [...body.rows, ...(await get('?show=concern&page=2')).body.rows] : body.rows;
    expect(pages.map(({ organisationId }: Any) => organisationId)).toEqual(expected);
    expect([body.total, body.denominator, body.returned]).toEqual([expected.length, 55, all.returned]);
    expect(body.questions).toEqual(all.questions);
    const { body: best } = await get(`?show=concern&standard=${all.standards[0].key}`);
    expect(best.rows.every(({ base, percentMeets }: Any) => base > 0 && percentMeets < 100)).toBe(true);
    expect((await get('?show=everything')).status).toBe(400);
  });

  it('are not for an executive, who does not read what organisations said', async () => {
    const executive = await signedIn(api, await aPerson(api, { role: 'executive', partnershipId: round.partnership }));
    expect((await executive.get(`/api/rounds/${round.id}/question-heatmap`)).status).toBe(403);
    expect((await get('?standard=no-such-standard')).status).toBe(404);
    expect((await get('?page=0')).status).toBe(400);
  });

  it('stand in the short form that generating left, which is what it would be anew', async () => {
    const short = async () => (await api.administrator.query('select * from app.return_rollup where partnership_id = $1 order by submission_id', [round.partnership])).rows;
    const before = await short();
    expect(before).toHaveLength(110);
    await api.administrator.query("update app.rating set level = level, won = won where partnership_id = $1", [round.partnership]);
    expect(await short()).toEqual(before);
  });
});
