import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { organisationRoles, partnershipRoles, roles, type Role } from '@attest/domain/access';
import { ContextSigner, type SignedInCaller } from '@attest/shared/api';
import { aPartnership, aPerson, aSchool, anotherPartnership } from './scenes';
import { aSide, type Side } from './sides';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let here: Side;
let there: Side;
beforeAll(async () => {
  api = await startApi();
  api.today('2026-11-22');
  here = await aSide(api, await aPartnership(api));
  there = await aSide(api, await anotherPartnership(api));
});
afterAll(() => api.stop());

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

  /** Of the tables that name an organisation, two are read by other rules: see tenancy-lint for one, and trail.spec for the other. */
  async function readable(): Promise<{ table: string; ofOrganisation: boolean; amongColleagues: boolean }[]> {
    const { rows } = await api.administrator.query(
      `select c.relname as table, c.relname not in ('participation', 'audit_event') and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') as "ofOrganisation",
         exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'colleagues') as "amongColleagues"
       from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and has_table_privilege('attest_app', c.oid, 'select')
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id')`);
    return rows;
  }

  it('shows nothing without a caller, and a partnership its own rows and no others', async () => {
    const tables = await readable();
    expect(tables.length).toBeGreaterThan(12);
    for (const { table, amongColleagues } of tables) {
      const { rows: [truth] } = await api.administrator.query(`select count(*)::int as all, count(*) filter (where partnership_id = $1)::int as own from app.${table}`, [here.partnershipId]);
      const seen = async (context: string | null) => (await as<{ rows: number; partnerships: string[] | null }>(context, `select count(*)::int as rows, array_agg(distinct partnership_id::text) as partnerships from app.${table}`))[0]!;
      expect([table, truth.own > 0 && truth.all > truth.own]).toEqual([table, true]);
      expect([table, await seen(null)]).toEqual([table, { rows: 0, partnerships: null }]);
      // of what an organisation shows and plans, the partnership reads what was handed in, and of what people keep for themselves their own: which rows those are, the proof of rows says
      const some = /^(evidence|action|saved_export|access_token)/.test(table);
      const { rows, partnerships } = await seen(signed(caller(here, 'business-unit')));
      if (amongColleagues) expect([table, rows, partnerships]).toEqual([table, 0, null]);
      else expect([table, partnerships, some ? rows > 0 && rows < truth.own : rows === truth.own]).toEqual([table, [here.partnershipId], true]);
    }
  });

  it('shows an organisation its own rows', async () => {
    const tables = (await readable()).filter(({ ofOrganisation }) => ofOrganisation);
    expect(tables.length).toBeGreaterThan(5);
    for (const { table } of tables) {
      const rows = await as<{ id: string }>(signed(caller(here, 'lead')), `select distinct organisation_id::text as id from app.${table}`);
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

  const nobodys = roles.filter((role) => role !== 'business-unit');
  /** What whoever is not the business unit may see, and yet not change: nothing happens, as if it were not there. */
  it.each([
    ['close a round', "update app.round set state = 'closed' returning id"],
    ['withdraw a questionnaire', "update app.template_version set state = 'retired' where state = 'published' returning id"],
    ['exempt itself from a round', "update app.round_member set exempt_reason = 'No time' returning id"],
    ['rename an area', "update app.area set name = 'Ours' returning id"],
    ['stop taking part', 'update app.participation set to_on = now() returning id'],
  ])('lets nobody but the business unit %s', async (_, sql) => {
    for (const role of nobodys) expect([role, await as(signed(caller(here, role)), sql)]).toEqual([role, [[], 0]]);
    const [changed] = await as<{ id: string }[]>(signed(caller(here, 'business-unit')), sql);
    expect(changed!.length).toBeGreaterThan(0);
  });

  it.each([
    ['a round', "insert into app.round (partnership_id, id, template_version_id, name, reference, opens_on, due_on, final_on, audience) select partnership_id, gen_random_uuid(), id, 'Ours', 'OURS', now(), now(), now(), '{}' from app.template_version limit 1"],
    ['a questionnaire', "insert into app.template (partnership_id, id, code, audience) select app.partnership(), gen_random_uuid(), 'ours', 'school'"],
    ['a version', "insert into app.template_version (partnership_id, id, template_id, edition, title, state, manifest, content_hash, effective_from) select partnership_id, gen_random_uuid(), template_id, 'ours', '', 'draft', '{}', '', now() from app.template_version limit 1"],
    ['a question', "insert into app.question (partnership_id, id, template_version_id, key, ref, section_key, position) select partnership_id, gen_random_uuid(), template_version_id, 'ours', '', '', 0 from app.question limit 1"],
    ['an area', "insert into app.area (partnership_id, id, name, la_code) select app.partnership(), gen_random_uuid(), 'Ours', '123'"],
    ['somebody who is asked', "insert into app.round_member (partnership_id, id, round_id, organisation_id, organisation_name, peer_group, joined_on) select r.partnership_id, gen_random_uuid(), r.id, o.id, '', '', now() from app.round r, app.organisation o where r.state = 'draft' limit 1"],
    ['a return', 'insert into app.submission (partnership_id, id, round_id, round_member_id, organisation_id, template_version_id) select partnership_id, gen_random_uuid(), round_id, round_member_id, organisation_id, template_version_id from app.submission limit 1'],
    ['what a panel found', "insert into app.rating (partnership_id, submission_id, section_key, layer, round_id, organisation_id, level, won, available, rule) select partnership_id, id, '', 'moderated', round_id, organisation_id, 'green', 1, 1, 'ours' from app.submission limit 1"],
  ])('lets nobody but the business unit add %s', async (_, sql) => {
    for (const role of nobodys) await expect([role, await as(signed(caller(here, role)), sql).catch(String)]).toEqual([role, expect.stringContaining('row-level security')]);
    await as(signed(caller(here, 'business-unit')), sql).catch((error: Error) => expect(error.message).toMatch(/duplicate key .*round_member|published version never changes/));
  });

  it('leaves a return that was handed in as it is, and the organisation of every row', async () => {
    const lead = signed(caller(here, 'lead'));
    const touch = 'update app.submission set version = version + 1 where id = $1 returning id';
    expect(await as(lead, touch, [here.ids.submission])).toEqual([[], 0]);
    expect(await as(lead, touch, [here.ids.unfinished])).toEqual([[{ id: here.ids.unfinished }], 1]);
    const reword = "update app.answer set note = 'better' where submission_id = $1";
    await expect(as(lead, reword, [here.ids.submission])).rejects.toThrow(/handed in do not change/);
    expect(await as(lead, reword, [here.ids.unfinished])).toEqual([[], 1]);
    const add = "insert into app.answer (partnership_id, submission_id, question_id, organisation_id, version, updated_by, updated_by_name) values ($1, $2, $3, $4, 1, $4, '')";
    await expect(as(lead, add, [here.partnershipId, here.ids.submission, here.version.id('boarding'), here.ids.school])).rejects.toThrow(/handed in do not change/);
    await expect(as(lead, "update app.submission set state = 'accepted' where id = $1", [here.ids.unfinished])).rejects.toThrow(/does not go from in-progress to accepted/);
    for (const table of ['submission', 'answer', 'rating']) await expect(as(lead, `update app.${table} set organisation_id = $1`, [here.ids.school])).rejects.toThrow(/permission denied/);
  });

  it('lets an academy read what it returned as another school, and write nothing of it', async () => {
    const academy = await aSchool(api, { partnershipId: here.partnershipId, predecessorId: here.ids.school });
    const lead = signed({ ...caller(here, 'lead'), personId: (await aPerson(api, { role: 'lead', partnershipId: here.partnershipId, organisationId: academy.id })).id });
    expect(await as(lead, 'select id from app.submission where id = $1', [here.ids.unfinished])).toEqual([{ id: here.ids.unfinished }]);
    await expect(as(lead, 'update app.submission set version = version + 1 where id = $1', [here.ids.unfinished])).rejects.toThrow(/row-level security/);
    await expect(as(lead, "update app.answer set note = '' where submission_id = $1", [here.ids.unfinished])).rejects.toThrow(/row-level security/);
    await expect(as(lead, "update app.rating set level = 'green'")).rejects.toThrow(/row-level security/);
  });

  describe('enrols people', () => {
    const enrol = "select app.enrol($1::uuid, $1::uuid, $1::uuid || '@example.org', 'New', 'hash', false, $2, $3)";
    const unit = () => signed(caller(here, 'business-unit'));

    it('only for the business unit', async () => {
      for (const stranger of [caller(here, 'lead'), { ...caller(here, 'business-unit'), partnershipId: there.partnershipId }]) {
        await expect(as(signed(stranger), enrol, [randomUUID(), null, 'business-unit'])).rejects.toThrow(/only the business unit/);
      }
    });

    it('in a role of the partnership without an organisation, and in one of an organisation with one', async () => {
      for (const role of partnershipRoles) {
        await as(unit(), enrol, [randomUUID(), null, role]);
        await expect(as(unit(), enrol, [randomUUID(), here.ids.school, role])).rejects.toThrow(/membership_check/);
      }
      for (const role of organisationRoles) {
        await as(unit(), enrol, [randomUUID(), here.ids.school, role]);
        await expect(as(unit(), enrol, [randomUUID(), null, role])).rejects.toThrow(/membership_check/);
      }
      await expect(as(unit(), enrol, [randomUUID(), null, 'owner'])).rejects.toThrow(/membership_check/);
    });

    it('in organisations that take part in the partnership', async () => {
      await expect(as(unit(), enrol, [randomUUID(), there.ids.school, 'lead'])).rejects.toThrow(/does not take part/);
    });
  });
});
