import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { aPartnership, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('what outside programs rely on', () => {
  let api: RunningApi;
  let here: Partnership;
  beforeAll(async () => {
    api = await startApi();
    here = await aPartnership(api);
  });
  afterAll(() => api.stop());

  it('answers whether it lives and whether it is ready', async () => {
    expect(await api.client().get('/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await api.client().get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it.each([
    ['GET', '/api/nothing-here', 404, 'unknown-route'],
    ['GET', '/health', 404, 'unknown-route'],
    ['PATCH', '/api/rounds', 404, 'unknown-route'],
    ['GET', '/api/rounds/not-an-identifier', 404, 'not-found'],
    ['GET', '/api/rounds/00000000-0000-7000-8000-000000000000', 404, 'not-found'],
    ['GET', '/api/organisations?colour=blue', 400, 'invalid-request'],
  ])('refuses %s %s as a problem with a code', async (verb, path, status, code) => {
    const answer = await here.businessUnit.send<{ code: string; title: string; detail: string; type: string; status: number }>(verb, path);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ type: `urn:attest:problem:${code}`, status, code, title: expect.any(String), detail: expect.stringMatching(/\.$/) });
    expect(answer.status).toBe(status);
  });

  it.each([
    ['no JSON', '{"email": ', 400, 'malformed-body'],
    ['a list instead of an object', '[]', 400, 'invalid-request'],
    ['lists within lists', JSON.stringify({ areas: JSON.parse('['.repeat(1500) + ']'.repeat(1500)) }), 400, 'malformed-body'],
    ['a body that is far too large', JSON.stringify({ email: 'x'.repeat(2_000_000) }), 413, 'body-too-large'],
  ])('refuses %s', async (_, body, status, code) => {
    expect(await api.client().send('POST', '/api/first-administrator', body)).toMatchObject({ status, body: { code } });
  });

  it('names every fault and where it is', async () => {
    expect(await api.client().post('/api/first-administrator', { partnershipName: 'X', areas: [{ name: '', laCode: '8' }], name: 'P', email: 'nobody', password: 'short', role: 'owner' })).toMatchObject({
      status: 400,
      body: { faults: expect.arrayContaining([
        { where: 'role', detail: 'There is no "role" here. Leave it out.' }, { where: 'email', detail: 'Enter an e-mail address in the form name@example.org.' },
        { where: 'areas.0.name', detail: 'Enter name.' }, { where: 'password', detail: 'password must have at least 15 characters.' },
      ]) },
    });
  });

  it('sets a cookie that scripts cannot read', async () => {
    const answer = await api.client().signIn('priya@example.org', 'three quiet herons by the weir');
    expect(answer.headers.get('set-cookie')).toMatch(/^attest=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
  });

  it('carries out nothing that another site asks for', async () => {
    const path = '/api/rounds/audience';
    const body = { templateVersionId: '00000000-0000-7000-8000-000000000000', audience: { areaIds: [], phases: [], sectors: [], types: [] } };
    expect(await here.businessUnit.post(path, body, { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await here.businessUnit.post(path, body, { 'x-csrf-token': 'guessed' })).toMatchObject({ status: 403, body: { code: 'csrf-token-wrong' } });
    expect(await here.businessUnit.post(path, body)).toMatchObject({ status: 404 });
  });

  it('describes itself with an example of every property', async () => {
    const { body } = await api.client().get('/api/openapi.json');
    const bare = Object.entries<{ properties?: Record<string, { example?: unknown; $ref?: string; anyOf?: unknown; allOf?: unknown; items?: { $ref?: string } }> }>(body.components.schemas)
      .flatMap(([name, { properties = {} }]) => Object.entries(properties)
        .filter(([, property]) => property.example === undefined && !property.$ref && !property.anyOf && !property.allOf && !property.items?.$ref)
        .map(([property]) => `${name}.${property}`));
    expect(bare).toEqual([]);
  });
});

describe('while the database is away', () => {
  let api: RunningApi;
  let unit: Client;
  beforeAll(async () => {
    api = await startApi();
    unit = (await aPartnership(api)).businessUnit;
  });
  afterAll(() => api.stop());

  const database = async () => (await api.administrator.query('select current_database() as name')).rows[0].name;
  const hangUp = (how = 'true') => api.administrator.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'attest_app' and datname = current_database() and ${how}`);
  const refused = { status: 503, body: { code: 'unavailable', detail: expect.stringMatching(/try again/) } };

  it('says so, lives on, and is ready again by itself', async () => {
    await api.administrator.query(`revoke connect on database ${await database()} from attest_app, public`);
    await hangUp();
    expect(await unit.get('/api/rounds')).toMatchObject(refused);
    expect((await unit.get('/health/ready')).headers.get('retry-after')).toBe('5');
    expect(await unit.get('/health/ready')).toMatchObject(refused);
    expect(await unit.get('/health/live')).toMatchObject({ status: 200 });
    await api.administrator.query(`grant connect on database ${await database()} to attest_app`);
    expect(await unit.get('/health/ready')).toMatchObject({ status: 200 });
    expect(await unit.get('/api/rounds')).toMatchObject({ status: 200 });
  });

  it.each([
    ['is lost in the middle of a request', () => hangUp("wait_event_type = 'Lock'")],
    ['takes too long', () => api.administrator.query("select pg_cancel_backend(pid) from pg_stat_activity where usename = 'attest_app' and datname = current_database() and wait_event_type = 'Lock'")],
  ])('says so when it %s', async (_, interrupt) => {
    await api.administrator.query('begin; lock table app.round in access exclusive mode');
    const answer = unit.get('/api/rounds');
    while ((await interrupt()).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await api.administrator.query('rollback');
    expect(await answer).toMatchObject(refused);
    expect(await unit.get('/api/rounds')).toMatchObject({ status: 200 });
  });
});
