import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { actions, may, permissions, roles, type Action, type Role } from '@attest/domain/access';
import { ContextSigner, declaredRoutes, type DeclaredRoute, type SignedInCaller } from '@attest/shared/api';
import type { Client } from './client';
import { aQuestionnaire, aRound, answerAll, declaration, published, rated, type Published } from './return-scenes';
import { aRegister, upload } from './register-files';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';

/** One partnership with a round in which two schools answered, and what of it can be asked for by address. */
interface Side {
  readonly partnershipId: string;
  readonly version: Published;
  readonly ids: { readonly round: string; readonly draft: string; readonly school: string; readonly sibling: string; readonly submission: string; readonly unfinished: string; readonly siblingSubmission: string; readonly question: string; readonly import: string };
  readonly person: Readonly<Record<Role, Person>>;
}

let api: RunningApi;
let here: Side;
let there: Side;
beforeAll(async () => {
  api = await startApi();
  api.today('2026-11-22');
  here = await aSide(await aPartnership(api));
  there = await aSide(await anotherPartnership(api));
}, 60_000);
afterAll(() => api.stop());

async function aSide({ id: partnershipId, areas: [area] }: Partnership): Promise<Side> {
  const version = await published(api, partnershipId, aQuestionnaire());
  const school = await aSchool(api, { partnershipId });
  const sibling = await aSchool(api, { partnershipId });
  const round = await aRound(api, version, [school.id, sibling.id], { name: 'This year' });
  const draft = await aRound(api, version, [], { name: 'Next year', state: 'draft' });
  const second = await aRound(api, version, [school.id], { name: 'Still open' });
  const person = {} as Record<Role, Person>;
  for (const role of roles) person[role] = await aPerson(api, { role, partnershipId, organisationId: organisationRole(role) ? school.id : null });
  for (const [organisation, lead] of [[school, person.lead], [sibling, await aPerson(api, { role: 'lead', partnershipId, organisationId: sibling.id })]] as const) {
    const client = await signedIn(api, lead);
    await answerAll(client, version, round.returnOf(organisation));
    const { status, body } = await client.post(`/api/submissions/${round.returnOf(organisation)}/submit`, declaration);
    if (status !== 200) throw new Error(JSON.stringify(body));
  }
  await (await signedIn(api, person.lead)).put(`/api/submissions/${second.returnOf(school)}/answers/${version.id('policy')}`, { operationId: randomUUID(), ...rated('green') }, { 'if-match': '0' });
  const register = await upload(await signedIn(api, person['business-unit']), aRegister([{ 'LA (code)': area?.laCode ?? '' }]));
  return {
    partnershipId, version, person,
    ids: { round: round.id, draft: draft.id, school: school.id, sibling: sibling.id, submission: round.returnOf(school), unfinished: second.returnOf(school), siblingSubmission: round.returnOf(sibling), question: version.id('policy'), import: register.body.id },
  };
}

const organisationRole = (role: Role) => ['lead', 'contributor', 'approver', 'viewer', 'trust-lead'].includes(role);

describe('the database, asked as the application', () => {
  const caller = ({ partnershipId, person }: Side, role: Role): SignedInCaller =>
    ({ partnershipId, personId: person[role].id, sessionId: randomUUID(), name: '', email: '', memberships: [] });
  const signed = (who: SignedInCaller) => api.app.get(ContextSigner).sign(who);

  /** One transaction with this context, rolled back whatever happened. */
  async function as<Row>(context: string | null, sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const runner = api.app.get(DataSource).createQueryRunner();
    try {
      await runner.startTransaction();
      if (context !== null) await runner.query("select set_config('app.context', $1, true)", [context]);
      return await runner.query(sql, parameters);
    } finally {
      await runner.rollbackTransaction().catch(() => {});
      await runner.release();
    }
  }

  async function readable(): Promise<{ table: string; ofOrganisation: boolean }[]> {
    const { rows } = await api.administrator.query(
      `select c.relname as table, exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'organisation') as "ofOrganisation"
       from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and has_table_privilege('attest_app', c.oid, 'select')
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id')`);
    return rows;
  }

  it('shows nothing without a caller, and a partnership its own rows and no others', async () => {
    const tables = await readable();
    expect(tables.length).toBeGreaterThan(12);
    for (const { table } of tables) {
      const { rows: [truth] } = await api.administrator.query(`select count(*)::int as all, count(*) filter (where partnership_id = $1)::int as own from app.${table}`, [here.partnershipId]);
      const seen = async (context: string | null) => (await as<{ rows: number; partnerships: string[] | null }>(context, `select count(*)::int as rows, array_agg(distinct partnership_id::text) as partnerships from app.${table}`))[0]!;
      expect([table, truth.own > 0 && truth.all > truth.own]).toEqual([table, true]);
      expect([table, await seen(null)]).toEqual([table, { rows: 0, partnerships: null }]);
      expect([table, await seen(signed(caller(here, 'business-unit')))]).toEqual([table, { rows: truth.own, partnerships: [here.partnershipId] }]);
    }
  });

  it('shows an organisation its own rows', async () => {
    for (const { table } of (await readable()).filter(({ ofOrganisation }) => ofOrganisation)) {
      const rows = await as<{ id: string }>(signed(caller(here, 'viewer')), `select distinct organisation_id::text as id from app.${table}`);
      expect([table, rows]).toEqual([table, [{ id: here.ids.school }]]);
    }
  });

  it('shows somebody of one partnership nothing of another, even with the other’s name in a context signed for them', async () => {
    const stranger = { ...caller(here, 'business-unit'), partnershipId: there.partnershipId };
    expect(await as(signed(stranger), 'select organisation_id from app.submission')).toEqual([]);
    expect(await as(signed(stranger), 'select id from app.organisation')).toEqual([]);
  });

  it('believes no context that it cannot check', async () => {
    const good = signed(caller(here, 'business-unit'));
    const [, person, session, expires, signature] = good.split('.');
    const moved = [there.partnershipId, person, session, expires, signature].join('.');
    const forged = `${there.partnershipId}.${person}.${session}.${expires}`;
    const past = `${here.partnershipId}.${person}.${session}.1`;
    for (const context of [moved, `${forged}.${createHmac('sha256', 'guess').update(forged).digest('hex')}`, `${past}.${signature}`, 'nonsense', `${good}.more`]) {
      await expect(as(context, 'select * from app.round')).rejects.toThrow(/not signed by this platform/);
    }
  });

  it('forgets the caller when the transaction ends', async () => {
    const runner = api.app.get(DataSource).createQueryRunner();
    await runner.startTransaction();
    await runner.query("select set_config('app.context', $1, true)", [signed(caller(here, 'business-unit'))]);
    expect((await runner.query('select id from app.round')).length).toBeGreaterThan(0);
    await runner.commitTransaction();
    expect(await runner.query('select id from app.round')).toEqual([]);
    await runner.release();
  });

  it.each([
    ['read people', 'select * from app.person'], ['read sessions', 'select * from app.session'], ['read memberships', 'select * from app.membership'],
    ['read the signing key', 'select * from app.signing_key'],
    ['change what was written', "update app.answer_event set note = 'better'"], ['delete what was written', 'delete from app.answer_event'],
    ['change what was signed', "update app.submission_snapshot set content = ''"], ['delete an answer', 'delete from app.answer'], ['empty a table', 'truncate app.answer'],
    ['switch the guard off', 'alter table app.answer disable row level security'],
  ])('does not let the application %s', async (_, sql) => {
    await expect(as(signed(caller(here, 'business-unit')), sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it('takes no row for another partnership or another organisation', async () => {
    const round = 'insert into app.round (partnership_id, id, template_version_id, name, reference, opens_on, due_on, final_on, audience) values ($1, $2, $3, $4, $4, now(), now(), now(), \'{}\')';
    await expect(as(signed(caller(here, 'business-unit')), round, [there.partnershipId, randomUUID(), there.version.versionId, 'Planted'])).rejects.toThrow(/row-level security/);
    await expect(as(signed(caller(here, 'business-unit')), round, [here.partnershipId, randomUUID(), there.version.versionId, 'Crossing'])).rejects.toThrow(/foreign key/);
    const answer = 'insert into app.answer (partnership_id, submission_id, question_id, organisation_id, version, updated_by, updated_by_name) values ($1, $2, $3, $4, 1, $5, \'\')';
    await expect(as(signed(caller(here, 'lead')), answer, [here.partnershipId, here.ids.siblingSubmission, here.ids.question, here.ids.sibling, randomUUID()])).rejects.toThrow(/row-level security/);
    await expect(as(signed(caller(here, 'lead')), answer, [here.partnershipId, here.ids.siblingSubmission, here.version.id('boarding'), here.ids.school, randomUUID()])).rejects.toThrow(/foreign key/);
  });

  it('enrols people only for the business unit', async () => {
    const enrol = "select app.enrol($1, $2, 'new@example.org', 'New', 'hash', false, null, 'business-unit')";
    await expect(as(signed(caller(here, 'lead')), enrol, [randomUUID(), randomUUID()])).rejects.toThrow(/only the business unit/);
    await expect(as(signed({ ...caller(here, 'business-unit'), partnershipId: there.partnershipId }), enrol, [randomUUID(), randomUUID()])).rejects.toThrow(/only the business unit/);
  });
});

describe('every route, for every role', () => {
  /** What stands in an address, of one side. `:id` is a different thing in each room. */
  const address = ({ ids }: Side, { verb, path }: DeclaredRoute, sibling = false) => path
    .replace(/^rounds\/:id/, `rounds/${verb === 'POST' && path.endsWith('/open') ? ids.draft : ids.round}`)
    .replace(/^submissions\/:id/, `submissions/${sibling ? ids.siblingSubmission : verb === 'GET' ? ids.submission : ids.unfinished}`)
    .replace(/^organisations\/:id/, `organisations/${sibling ? ids.sibling : ids.school}`)
    .replace(/^register-imports\/:id/, `register-imports/${ids.import}`)
    .replace(':questionId', ids.question).replace(':standard', 'leadership');
  const body = ({ version }: Side, { verb, path }: DeclaredRoute) => {
    if (verb === 'PUT') return { operationId: randomUUID(), ...rated('amber') };
    if (path.endsWith('/submit')) return declaration;
    if (path === 'rounds/audience') return { templateVersionId: version.versionId, audience: { areaIds: [], phases: [], sectors: [], types: [] } };
    return undefined;
  };
  const call = (client: Client, side: Side, route: DeclaredRoute, sibling = false) =>
    client.send<{ code?: string }>(route.verb, `/api/${address(side, route, sibling)}`, body(side, route), { 'if-match': '0' });

  const guarded = () => declaredRoutes(api.app).filter(({ open, path }) => !open && path !== 'session');
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
    expect([...used].sort()).toEqual(actions.filter((action: Action) => used.has(action)).sort());
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
