import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { Answers } from '@attest/domain/questionnaire';
import type { Client } from './client';
import { bytesOf, madeBy } from './export-scenes';
import { justProved } from './records-scenes';
import { aQuestionnaire, published, rated, valued } from './return-scenes';
import { aReturnedRound } from './returned-round';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';
import { unzipped } from './unzipped';

const template = aQuestionnaire();
const all = (level: string): Answers => ({ 'lead': valued({ name: 'J Ahmed', role: 'Deputy head' }), 'uses-placements': valued('no'), 'policy': rated(level), 'training': rated(level, 'Our words') });

let api: RunningApi;
let here: Partnership;
let person: Person;
let member: Client;
let roundId: string;
beforeAll(async () => {
  api = await startApi({ variables: { ROLE: 'all' } });
  api.today('2026-11-22');
  here = await aPartnership(api);
  person = await aPerson(api, { role: 'qp-member', name: 'Sam Okafor' });
  member = await signedIn(api, person);
  const version = await published(api, here.id, template);
  const [ash, birch] = [await aSchool(api, { name: 'Ash' }), await aSchool(api, { name: '=Birch' })];
  const last = await aReturnedRound(api, version, template, [{ organisation: ash, answers: all('green') }], { state: 'closed', name: 'Last year' });
  roundId = (await aReturnedRound(api, version, template, [{ organisation: ash, answers: all('amber') }, { organisation: birch, answers: all('red') }], { previousRoundId: last.id, name: 'This year' })).id;
}, 60_000);
afterAll(() => api.stop());

async function aToken(days = 90): Promise<{ id: string; token: string }> {
  await justProved(api);
  const made = await member.post('/api/account/tokens', { name: 'Power BI', days });
  expect(made.status).toBe(201);
  return made.body;
}
const read = (path: string, headers: Record<string, string>) => fetch(`${api.url}/api/analysis/${path}`, { headers });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const basic = (token: string) => ({ authorization: `Basic ${Buffer.from(`anything:${token}`).toString('base64')}` });
const table = async (path: string, token: string) => parse(await (await read(path, basic(token))).text(), { bom: true, columns: true }) as Record<string, string>[];

describe('an access token', () => {
  it('is made by whoever proves who they are, shown once, and kept as a hash', async () => {
    await justProved(api, '2026-11-22T11:00:00Z');
    expect(await member.post('/api/account/tokens', { name: 'Power BI', days: 90 })).toMatchObject({ status: 403, body: { code: 'proof-needed' } });
    const { id, token } = await aToken();
    expect(token).toMatch(/^attest_[\w-]{43}$/);
    const listed = (await member.get('/api/account/tokens')).body.find((one: { id: string }) => one.id === id);
    expect(listed).toEqual({ id, name: 'Power BI', madeAt: '2026-11-22T12:00:00.000Z', expiresAt: '2027-02-20T12:00:00.000Z', lastUsedAt: null });
    const { rows: [row] } = await api.administrator.query('select t::text as text from app.access_token t where id = $1', [id]);
    expect(row.text).not.toContain(token.slice(7));
    for (const days of [0, 366]) expect(await member.post('/api/account/tokens', { name: 'Power BI', days })).toMatchObject({ status: 400 });
  });

  it('opens figures by Basic and by Bearer, and nothing else at all', async () => {
    const { id, token } = await aToken();
    for (const headers of [bearer(token), basic(token)]) expect((await read('rounds.csv', headers)).status).toBe(200);
    expect((await member.get('/api/account/tokens')).body.find((one: { id: string }) => one.id === id)).toMatchObject({ lastUsedAt: expect.any(String) });
    for (const path of ['/api/session', '/api/exports', `/api/rounds/${roundId}/heatmap`, `/api/rounds/${roundId}/export.csv`, '/api/account']) {
      expect([path, (await fetch(`${api.url}${path}`, { headers: bearer(token) })).status]).toEqual([path, 401]);
    }
    expect((await fetch(`${api.url}/api/account/tokens`, { method: 'POST', headers: { ...bearer(token), 'Content-Type': 'application/json' }, body: '{}' })).status).toBe(401);
  });

  it('is asked for where there is none, and a cookie does not stand in for it', async () => {
    const nothing = await read('answers.csv', {});
    expect([nothing.status, nothing.headers.get('www-authenticate')]).toEqual([401, 'Basic realm="Attest", charset="UTF-8"']);
    expect((await member.get('/api/analysis/answers.csv')).status).toBe(401);
    for (const wrong of ['attest_wrong', '', ' ', 'attest_'.padEnd(4000, 'x')]) expect((await read('answers.csv', basic(wrong))).status).toBe(401);
  });

  it('is worth nothing once it is taken away, over, or its person has left', async () => {
    const [taken, over, left] = [await aToken(), await aToken(1), await aToken()];
    expect((await member.delete(`/api/account/tokens/${taken.id}`)).status).toBe(204);
    expect((await read('rounds.csv', bearer(taken.token))).status).toBe(401);
    expect((await member.delete(`/api/account/tokens/${taken.id}`)).status).toBe(404);
    api.today('2026-11-24');
    expect((await read('rounds.csv', bearer(over.token))).status).toBe(401);
    expect((await read('rounds.csv', bearer(left.token))).status).toBe(200);
    api.today('2026-11-22');
    await api.administrator.query('update app.membership set ended_at = now() where person_id = $1', [person.id]);
    expect((await read('rounds.csv', bearer(left.token))).status).toBe(403);
    await api.administrator.query('update app.membership set ended_at = null where person_id = $1', [person.id]);
  });

  it('is nobody else’s to see or to take away', async () => {
    const { id } = await aToken();
    expect((await here.businessUnit.get('/api/account/tokens')).body).toEqual([]);
    expect((await here.businessUnit.delete(`/api/account/tokens/${id}`)).status).toBe(404);
    expect((await (await signedIn(api, await aPerson(api, { role: 'scrutineer' }))).get('/api/account/tokens')).status).toBe(403);
  });
});

describe('figures for a program', () => {
  it('are the tables of the full data, of one round or of all', async () => {
    const { token } = await aToken();
    const rounds = await table('rounds.csv', token);
    expect(rounds.map((round) => round['round_name'])).toEqual(expect.arrayContaining(['Last year', 'This year']));
    const made = unzipped(await bytesOf(member, await madeBy(member, { preset: 'full-data', contents: ['answers', 'words', 'method'], format: 'csv', layer: 'both', roundId })));
    for (const name of ['answers', 'ratings', 'measures']) {
      const file = (parse(made.get(`${name}.csv`)!, { bom: true, columns: true }) as Record<string, string>[]).map((row) => ('as_of' in row ? { ...row, as_of: '' } : row));
      const one = (await table(`${name}.csv?roundId=${roundId}`, token)).map((row) => ('as_of' in row ? { ...row, as_of: '' } : row));
      expect([name, one]).toEqual([name, file]);
      const every = await table(`${name}.csv`, token);
      expect(new Set(every.map((row) => row['round_name']))).toEqual(new Set(['Last year', 'This year']));
      expect(every.filter((row) => row['round_name'] === 'This year')).toHaveLength(file.length);
    }
    const { measures } = await (await read(`measures.json?roundId=${roundId}`, bearer(token))).json() as { measures: Record<string, unknown>[] };
    const text = measures.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, key === 'as_of' ? '' : String(value ?? '')])));
    expect(text).toEqual((await table(`measures.csv?roundId=${roundId}`, token)).map((row) => ({ ...row, as_of: '' })));
  }, 60_000);

  it('are of this partnership alone, and told in its trail', async () => {
    const { token } = await aToken();
    const there = await anotherPartnership(api);
    const version = await published(api, there.id, template);
    const theirs = await aReturnedRound(api, version, template, [{ organisation: await aSchool(api, { name: 'Elsewhere', partnershipId: there.id, areaId: null }), answers: all('red') }]);
    expect((await read(`answers.csv?roundId=${theirs.id}`, bearer(token))).status).toBe(404);
    expect(JSON.stringify(await table('ratings.csv', token))).not.toContain('Elsewhere');
    expect((await trailOf(api, here.id)).at(-1)).toMatchObject({ route: 'GET /analysis/ratings.csv', actor: 'Sam Okafor', outcome: 'done' });
  });

  it('can be asked for so often and no more', async () => {
    const { token } = await aToken();
    let last = 200;
    for (let at = 0; at < 130 && last === 200; at++) last = (await read('rounds.csv', bearer(token))).status;
    expect(last).toBe(429);
    await api.administrator.query('delete from app.attempt');
  }, 60_000);
});
