import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actions, may, permissions, roles } from '@attest/domain/access';
import { declaredRoutes, type DeclaredRoute } from '@attest/shared/api';
import type { Client } from './client';
import { declaration, rated } from './return-scenes';
import { aPartnership, anotherPartnership, signedIn } from './scenes';
import { aSide, organisationRole, type Side } from './sides';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let here: Side;
let there: Side;
beforeAll(async () => {
  api = await startApi();
  api.today('2026-11-22');
  here = await aSide(api, await aPartnership(api));
  there = await aSide(api, await anotherPartnership(api));
}, 60_000);
afterAll(() => api.stop());

describe('every route, for every role', () => {
  /** What stands in an address, of one side. `:id` is a different thing in each room. */
  const address = ({ ids, person }: Side, { verb, path }: DeclaredRoute, sibling = false) => path
    .replace(/^rounds\/:id/, `rounds/${verb === 'POST' && path.endsWith('/open') ? ids.draft : ids.round}`)
    .replace(/^submissions\/:id/, `submissions/${sibling ? ids.siblingSubmission : verb === 'GET' ? ids.submission : ids.unfinished}`)
    .replace(/^organisations\/:id/, `organisations/${sibling ? ids.sibling : ids.school}`)
    .replace(/^register-imports\/:id/, `register-imports/${ids.import}`)
    .replace(/^people\/:id/, `people/${person.viewer.id}`)
    .replace(':questionId', ids.question).replace(':standard', 'leadership');
  const body = ({ version }: Side, { verb, path }: DeclaredRoute) => {
    if (verb === 'PUT') return { operationId: randomUUID(), ...rated('amber') };
    if (path.endsWith('/submit')) return declaration;
    if (path === 'rounds/audience') return { templateVersionId: version.versionId, audience: { areaIds: [], phases: [], sectors: [], types: [] } };
    return undefined;
  };
  const call = (client: Client, side: Side, route: DeclaredRoute, sibling = false) =>
    client.send<{ code?: string }>(route.verb, `/api/${address(side, route, sibling)}`, body(side, route), { 'if-match': '0' });

  /** Whoever is signed in has their own session and account; what is of a partnership is everything else. */
  const guarded = () => declaredRoutes(api.app).filter(({ open, action }) => !open && action !== 'session.own');
  /** Those whose address names something of a partnership. */
  const named = () => guarded().filter(({ path }) => path.includes(':'));

  it('there is something to call for each of them', () => {
    for (const route of named()) expect([route.path, address(here, route).includes(':')]).toEqual([route.path, false]);
  });

  it('nobody who is not signed in gets in', async () => {
    for (const route of guarded()) {
      expect([route.path, await call(api.client(), here, route)]).toEqual([route.path, expect.objectContaining({ status: 401, body: expect.objectContaining({ code: 'not-signed-in' }) })]);
    }
  });

  it('a role without the action is refused, whatever the thing', async () => {
    for (const role of roles) {
      const client = await signedIn(api, here.person[role]);
      for (const route of guarded().filter(({ action }) => !permissions[role].includes(action!))) {
        expect([role, route.path, await call(client, here, route)]).toEqual([role, route.path, expect.objectContaining({ status: 403, body: expect.objectContaining({ code: 'not-allowed' }) })]);
      }
    }
  });

  it('with the action, what is another partnership’s is not there, to the byte as if it had never been', async () => {
    const before = await everything(there);
    for (const role of roles) {
      const client = await signedIn(api, here.person[role]);
      for (const route of named().filter(({ action }) => permissions[role].includes(action!))) {
        const theirs = await call(client, there, route);
        const nobodys = await client.send(route.verb, `/api/${address(there, route).replace(/[0-9a-f-]{36}/g, () => randomUUID())}`, body(there, route), { 'if-match': '0' });
        expect([role, route.verb, route.path, theirs.status, theirs.body]).toEqual([role, route.verb, route.path, 404, nobodys.body]);
      }
    }
    expect(await everything(there)).toEqual(before);
  });

  it('with the action, what is a sibling organisation’s is not there for somebody of an organisation', async () => {
    for (const role of roles.filter(organisationRole)) {
      const client = await signedIn(api, here.person[role]);
      for (const route of named().filter(({ action, path }) => permissions[role].includes(action!) && /^(submissions|organisations)\//.test(path))) {
        expect([role, route.path, (await call(client, here, route, true)).status]).toEqual([role, route.path, 404]);
      }
    }
  });

  it('with the action, what is one’s own is there: no denial above passes for the wrong reason', async () => {
    const reads = named().filter(({ verb }) => verb === 'GET');
    const opened = new Set<string>();
    for (const role of roles) {
      const client = await signedIn(api, here.person[role]);
      for (const route of reads.filter(({ action }) => permissions[role].includes(action!))) {
        const { status } = await call(client, here, route);
        expect([role, route.path, status]).toEqual([role, route.path, 200]);
        opened.add(route.path);
      }
    }
    expect([...opened].sort()).toEqual(reads.map(({ path }) => path).sort());
    const lead = await signedIn(api, here.person.lead);
    const save = named().find(({ verb }) => verb === 'PUT')!;
    const { body: now } = await lead.get(`/api/submissions/${here.ids.unfinished}`);
    const version = now.sections.flatMap((section: { questions: { id: string; answer: { version: number } | null }[] }) => section.questions).find((one: { id: string }) => one.id === here.ids.question).answer?.version ?? 0;
    expect((await lead.send(save.verb, `/api/${address(here, save)}`, body(here, save), { 'if-match': String(version) })).status).toBe(200);
  });

  it('lists hold one’s own and nothing else', async () => {
    for (const role of roles) {
      const client = await signedIn(api, here.person[role]);
      for (const { path, action } of guarded().filter((route) => route.verb === 'GET' && !route.path.includes(':'))) {
        const { body: list } = await client.get(`/api/${path}`);
        const text = JSON.stringify(list);
        for (const id of Object.values(there.ids)) expect([role, path, text.includes(id)]).toEqual([role, path, false]);
        if (organisationRole(role) && action !== 'template.read') for (const id of [here.ids.sibling, here.ids.siblingSubmission]) expect([role, path, text.includes(id)]).toEqual([role, path, false]);
      }
    }
  });

  it('the policy and the routes know the same actions', () => {
    const used = new Set(declaredRoutes(api.app).flatMap(({ action }) => (action ? [action] : [])));
    expect([...used].sort()).toEqual([...actions].sort());
    expect(may({ personId: '', partnershipId: '', memberships: [] }, 'round.read')).toBe(false);
  });
});

/** A fingerprint of all that a partnership has. */
async function everything({ partnershipId }: Side): Promise<unknown> {
  const { rows } = await api.administrator.query<{ table: string }>(
    "select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'partnership_id' where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'session' order by 1");
  const prints: Record<string, string> = {};
  for (const { table } of rows) {
    const { rows: [print] } = await api.administrator.query(`select md5(coalesce(string_agg(t::text, '' order by t::text), '')) as md5 from app.${table} t where partnership_id = $1`, [partnershipId]);
    prints[table] = print.md5;
  }
  return prints;
}
