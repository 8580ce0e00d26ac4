import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { accepted, invite, rolesOf, tokenFor } from './invitation-scenes';
import { aRegister, upload } from './register-files';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let here: Partnership;
beforeAll(async () => {
  api = await startApi();
  here = await aPartnership(api);
});
afterAll(() => api.stop());

const peopleOf = async (client: Client, organisationId: string) => (await client.get(`/api/organisations/${organisationId}/people`)).body;
const membershipOf = async ({ id }: Person, organisationId?: string): Promise<string> => {
  const { rows } = await api.administrator.query<{ id: string }>(
    'select id from app.membership where person_id = $1 and ended_at is null and ($2::uuid is null or organisation_id = $2)', [id, organisationId ?? null]);
  return rows[0]!.id;
};

describe('who can see an organisation', () => {
  let school: { id: string; name: string };
  let [leader, helper]: Person[] = [];
  let lead: Client;
  beforeEach(async () => {
    school = await aSchool(api);
    leader = await aPerson(api, { role: 'lead', organisationId: school.id, name: 'Jamila Ahmed' });
    helper = await aPerson(api, { role: 'contributor', organisationId: school.id, name: 'Tom Fenwick' });
    lead = await signedIn(api, leader);
  });

  it('is those with a role in it, and those whose role in the partnership reaches it', async () => {
    await aPerson(api, { role: 'scrutineer', name: 'Dr Ade Bankole' });
    const people = await peopleOf(lead, school.id);
    expect(people.members).toMatchObject([
      { name: 'Jamila Ahmed', role: 'lead', moves: [], invitedBy: null }, { name: 'Tom Fenwick', role: 'contributor', moves: ['change-role', 'remove'] }]);
    expect(people.partnershipPeople).toEqual(expect.arrayContaining([
      expect.objectContaining({ name: 'Priya Shah', role: 'business-unit', moves: [] }), expect.objectContaining({ name: 'Dr Ade Bankole' })]));
    expect(people).toMatchObject({ review: null, moves: ['invite', 'hand-over', 'confirm'], mayGive: ['contributor', 'approver', 'viewer'] });
    expect(await peopleOf(here.businessUnit, school.id)).toMatchObject({
      moves: ['invite', 'confirm'], mayGive: ['lead', 'contributor', 'approver', 'viewer'], members: [{ moves: [], kept: expect.stringContaining('always has a lead') }, {}] });
  });

  it('says since when and by whom, and who has been invited', async () => {
    await invite(lead, { email: 'deputy@school.example', role: 'viewer', organisationId: school.id });
    expect((await peopleOf(lead, school.id)).invitations).toMatchObject([{ email: 'deputy@school.example', state: 'sent', moves: ['resend', 'withdraw'] }]);
    await accepted(api, 'deputy@school.example');
    const people = await peopleOf(lead, school.id);
    expect(people.invitations).toEqual([]);
    expect(people.members.at(-1)).toMatchObject({ email: 'deputy@school.example', role: 'viewer', invitedBy: 'Jamila Ahmed', since: expect.stringMatching(/^\d{4}/) });
  });

  it('is for the lead and the business unit to see, and nobody else', async () => {
    for (const role of ['contributor', 'approver', 'viewer', 'trust-lead', 'qp-member', 'executive', 'scrutineer'] as const) {
      const client = await signedIn(api, await aPerson(api, { role, organisationId: ['qp-member', 'executive', 'scrutineer'].includes(role) ? null : school.id }));
      expect([role, (await client.get(`/api/organisations/${school.id}/people`)).status, (await client.get('/api/people')).status]).toEqual([role, 403, 403]);
    }
    const elsewhere = await aSchool(api);
    expect((await lead.get(`/api/organisations/${elsewhere.id}/people`)).status).toBe(404);
    expect(await lead.get('/api/people')).toMatchObject({ status: 403 });
  });

  it('changes with the next request of whoever is removed, while their page is open', async () => {
    const theirs = await signedIn(api, helper!);
    expect((await theirs.get(`/api/organisations/${school.id}`)).status).toBe(200);
    expect(await lead.delete(`/api/memberships/${await membershipOf(helper!)}`)).toMatchObject({ status: 204 });
    expect((await theirs.get(`/api/organisations/${school.id}`)).status).toBe(403);
    expect((await theirs.get('/api/session')).body).toMatchObject({ memberships: [], permissions: ['session.own'] });
    expect((await peopleOf(lead, school.id)).members).toHaveLength(1);
  });

  it('changes with a role, at once', async () => {
    const theirs = await signedIn(api, helper!);
    const id = await membershipOf(helper!);
    expect(await lead.put(`/api/memberships/${id}`, { role: 'lead' })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await lead.put(`/api/memberships/${id}`, { role: 'contributor' })).toMatchObject({ status: 409, body: { code: 'already-done' } });
    expect(await lead.put(`/api/memberships/${id}`, { role: 'viewer' })).toMatchObject({ status: 204 });
    expect((await theirs.get('/api/session')).body.permissions).not.toContain('submission.answer');
    expect((await peopleOf(lead, school.id)).members[1]).toMatchObject({ role: 'viewer', invitedBy: 'Jamila Ahmed' });
    for (const again of [lead.put(`/api/memberships/${id}`, { role: 'approver' }), lead.delete(`/api/memberships/${id}`)]) expect(await again).toMatchObject({ status: 409, body: { code: 'already-done' } });
  });

  it('is not for a lead to change elsewhere, nor for the people of the partnership', async () => {
    const stranger = await aPerson(api, { role: 'viewer', organisationId: (await aSchool(api)).id });
    const scrutineer = await aPerson(api, { role: 'scrutineer' });
    const trust = await aPerson(api, { role: 'trust-lead', organisationId: school.id });
    for (const person of [stranger, scrutineer, trust]) {
      const id = await membershipOf(person);
      expect([(await lead.delete(`/api/memberships/${id}`)).status, (await lead.put(`/api/memberships/${id}`, { role: 'viewer' })).status]).toEqual([404, 404]);
    }
  });

  it('always has a lead in it, until the next one has been invited and the business unit decides', async () => {
    const id = await membershipOf(leader!);
    expect(await lead.delete(`/api/account/memberships/${id}`)).toMatchObject({ status: 422, body: { code: 'last-of-role', detail: expect.stringContaining('always has a lead') } });
    expect(await here.businessUnit.delete(`/api/memberships/${id}`)).toMatchObject({ status: 422 });
    expect(await here.businessUnit.put(`/api/memberships/${id}`, { role: 'viewer' })).toMatchObject({ status: 422 });
    await invite(here.businessUnit, { email: `next.${id}@school.example`, role: 'lead', organisationId: school.id });
    expect(await lead.delete(`/api/account/memberships/${id}`)).toMatchObject({ status: 422 });
    expect((await peopleOf(here.businessUnit, school.id)).members[0]).toMatchObject({ moves: ['change-role', 'remove'], kept: null });
    expect(await here.businessUnit.delete(`/api/memberships/${id}`)).toMatchObject({ status: 204 });
    expect((await here.businessUnit.get('/api/people/without-lead')).body).toContainEqual({ id: school.id, name: school.name, urn: expect.any(String), invited: `next.${id}@school.example` });
  });

  it('keeps one of two leads who leave in the same moment', async () => {
    const other = await aPerson(api, { role: 'lead', organisationId: school.id });
    const leaving = [[lead, leader!], [await signedIn(api, other), other]] as const;
    const answers = await Promise.all(leaving.map(async ([client, person]) => client.delete(`/api/account/memberships/${await membershipOf(person)}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
  });

  it('no longer lets in whom a lead had invited before they were sent away', async () => {
    const other = await aPerson(api, { role: 'lead', organisationId: school.id });
    await invite(await signedIn(api, other), { email: `friend.${other.id}@school.example`, organisationId: school.id });
    await here.businessUnit.delete(`/api/memberships/${await membershipOf(other)}`);
    expect((await api.client().post('/api/invitations/look', { token: await tokenFor(api, `friend.${other.id}@school.example`) })).body.state).toBe('withdrawn');
  });

  it('is looked over: what is confirmed is what was seen', async () => {
    const seen = async () => {
      const { members, partnershipPeople } = await peopleOf(lead, school.id);
      return [...members, ...partnershipPeople].map(({ id }: { id: string }) => id);
    };
    const before = await seen();
    await lead.delete(`/api/memberships/${await membershipOf(helper!)}`);
    expect(await lead.post(`/api/organisations/${school.id}/reviews`, { memberships: before })).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } });
    expect(await lead.post(`/api/organisations/${school.id}/reviews`, { memberships: await seen() })).toMatchObject({ status: 201, body: { review: { by: 'Jamila Ahmed' } } });
    const { rows: [kept] } = await api.administrator.query('select people from app.access_review where organisation_id = $1', [school.id]);
    expect(kept.people).toEqual(expect.arrayContaining([expect.objectContaining({ name: 'Jamila Ahmed', role: 'lead' })]));
    expect(kept.people).toHaveLength(before.length - 1);
  });
});

describe('everybody', () => {
  it('is found by name, organisation and role; a trust lead stands there once', async () => {
    const school = await aSchool(api, { name: 'Findable School' });
    await aPerson(api, { role: 'lead', organisationId: school.id, name: 'Åsa Öberg' });
    const search = async (query: string) => (await here.businessUnit.get(`/api/people?${query}`)).body;
    expect(await search('search=åsa')).toMatchObject({ total: 1, items: [{ name: 'Åsa Öberg', organisation: { name: 'Findable School' }, schools: 1 }] });
    expect((await search(`organisationId=${school.id}`)).total).toBe(1);
    expect((await search('search=FINDABLE&role=viewer')).total).toBe(0);
    expect((await search('role=business-unit')).items[0]).toMatchObject({ name: 'Priya Shah', organisation: null, invitedBy: null });
    expect(await here.businessUnit.get('/api/people?role=owner')).toMatchObject({ status: 400 });
  });

  it('who may not go: the last of the business unit', async () => {
    const { body: [own] } = await here.businessUnit.get('/api/account/memberships');
    expect(await here.businessUnit.delete(`/api/account/memberships/${own.id}`)).toMatchObject({ status: 422, body: { code: 'last-of-role', detail: expect.stringContaining('business unit') } });
    const second = await aPerson(api, { role: 'business-unit' });
    const client = await signedIn(api, second);
    expect((await client.delete(`/api/account/memberships/${await membershipOf(second)}`)).status).toBe(204);
    expect((await client.get('/api/people')).status).toBe(403);
  });

  it('leaves only what is their own', async () => {
    const school = await aSchool(api);
    const [one, other] = [await aPerson(api, { role: 'viewer', organisationId: school.id }), await aPerson(api, { role: 'viewer', organisationId: school.id })];
    expect((await here.businessUnit.delete(`/api/account/memberships/${await membershipOf(other)}`)).status).toBe(404);
    const client = await signedIn(api, one);
    expect((await client.delete(`/api/account/memberships/${await membershipOf(other)}`)).status).toBe(404);
    expect((await client.delete(`/api/account/memberships/${await membershipOf(one)}`)).status).toBe(204);
    expect((await client.get('/api/account/memberships')).body).toEqual([]);
  });
});

describe('a trust lead', () => {
  const TRUST = { 'Trusts (name)': 'Tidewater Academies', 'Trusts (code)': '4001', 'TrustSchoolFlag (name)': 'Supported by a multi-academy trust' };
  const ofTrust = (client: Client) => client.get('/api/organisations').then(({ body }) => body.items.map(({ urn }: { urn: string }) => urn).sort());
  async function register(rows: Parameters<typeof aRegister>[0]): Promise<void> {
    const { body } = await upload(here.businessUnit, aRegister(rows));
    const applied = await here.businessUnit.post(`/api/register-imports/${body.id}/apply`);
    if (applied.status !== 200) throw new Error(JSON.stringify(applied.body));
  }

  it('reads every school of the trust, and follows the register', async () => {
    await register([{ 'URN': '995001', ...TRUST }, { 'URN': '995002', ...TRUST }, { 'URN': '995003' }]);
    expect(await invite(here.businessUnit, { email: 'trust@academies.example', role: 'trust-lead', trust: 'Tidewater Academies' })).toMatchObject({ status: 201, body: { organisation: null, trust: 'Tidewater Academies' } });
    const theirs = await accepted(api, 'trust@academies.example');
    expect(await ofTrust(theirs)).toEqual(['995001', '995002']);
    expect((await here.businessUnit.get('/api/people?role=trust-lead&search=trust@')).body).toMatchObject({ total: 1, items: [{ trust: 'Tidewater Academies', schools: 2, organisation: null }] });

    await register([{ 'URN': '995001' }, { 'URN': '995003', ...TRUST }]);
    expect(await ofTrust(theirs)).toEqual(['995002', '995003']);

    const { body: [own] } = await theirs.get('/api/account/memberships');
    expect(own).toMatchObject({ trust: 'Tidewater Academies', schools: 2, invitedBy: 'Priya Shah' });
    expect((await here.businessUnit.delete(`/api/memberships/${own.id}`)).status).toBe(204);
    expect(await rolesOf(api, 'trust@academies.example')).toEqual([]);
  });
});
