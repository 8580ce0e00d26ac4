import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enter } from './authenticators';
import type { Client } from './client';
import { accept, accepted, invite, joined, rolesOf, tokenFor } from './invitation-scenes';
import { PASSWORD, aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let here: Partnership;
let school: { id: string; name: string };
let leader: Person;
let lead: Client;
beforeAll(async () => {
  api = await startApi();
  here = await aPartnership(api);
  school = await aSchool(api, { name: 'Oakfield Primary School' });
  leader = await aPerson(api, { role: 'lead', organisationId: school.id, name: 'Jamila Ahmed' });
  lead = await signedIn(api, leader);
});
afterAll(() => api.stop());

const look = (token: string) => api.client().post('/api/invitations/look', { token });

describe('an invitation', () => {
  it('comes by mail, says what it is for, and makes an account of the address it was sent to', async () => {
    const email = 'zoe+dsl@school.example';
    const sent = await invite(here.businessUnit, { email, name: 'Zoë Ní Bhriain', role: 'lead', organisationId: school.id });
    expect(sent).toMatchObject({ status: 201, body: { state: 'sent', role: 'lead', organisation: { name: school.name }, invitedBy: 'Priya Shah', moves: ['resend', 'withdraw'] } });
    const token = await tokenFor(api, email);
    // a mail program looks before anybody reads
    for (let times = 0; times < 3; times += 1) {
      expect(await look(token)).toMatchObject({ status: 200, body: { state: 'sent', email, organisation: school.name, role: 'lead', invitedBy: 'Priya Shah', account: 'none' } });
    }
    expect(await rolesOf(api, email)).toEqual([]);
    const zoe = api.client();
    expect(await accept(zoe, token)).toMatchObject({ status: 200, body: { stage: 'enrolment', person: { email, name: 'Zoë Ní Bhriain' } } });
    await enter(api, zoe, email, PASSWORD);
    expect((await zoe.get('/api/session')).body.memberships).toEqual([{ role: 'lead', organisation: { id: school.id, name: school.name } }]);
    expect(await look(token)).toMatchObject({ body: { state: 'accepted' } });
    expect(await accept(api.client(), token)).toMatchObject({ status: 409, body: { code: 'already-done', detail: expect.stringContaining('accepted already') } });
    await api.administrator.query("update app.membership set ended_at = now() where person_id = (select id from app.person where email = $1)", [email]);
  });

  it('keeps its link to the message: the database has its hash, and no view has either', async () => {
    await invite(here.businessUnit, { email: 'hash@school.example', organisationId: school.id });
    const token = await tokenFor(api, 'hash@school.example');
    const { rows } = await api.administrator.query<{ row: string }>('select i::text as row from app.invitation i');
    expect(rows.some(({ row }) => row.includes(token))).toBe(false);
    const { body } = await here.businessUnit.get('/api/invitations');
    expect(JSON.stringify(body)).not.toMatch(/token/i);
  });

  it('is nothing when nobody sent it, and says so in the same words everywhere', async () => {
    const made = 'a'.repeat(43);
    const answers = [await look(made), await accept(api.client(), made), await lead.post('/api/invitations/join', { token: made })];
    for (const { status, body } of answers) expect([status, body]).toEqual([422, answers[0]!.body]);
  });

  it.each([
    ['has expired', "update app.invitation set expires_at = now() - interval '1 minute' where email = $1", 'expired', 'has expired'],
    ['was withdrawn', 'update app.invitation set withdrawn_at = now() where email = $1', 'withdrawn', 'has been withdrawn'],
    ['is for an organisation that has gone', "update app.participation set to_on = current_date where organisation_id = (select organisation_id from app.invitation where email = $1)", 'ended', 'no longer takes part'],
  ])('that %s cannot be accepted, by somebody new or known', async (_, sql, state, detail) => {
    const gone = await aSchool(api);
    const known = await aPerson(api, { role: 'viewer', organisationId: school.id });
    for (const email of [`new.${state}@school.example`, known.email]) {
      await invite(here.businessUnit, { email, organisationId: gone.id, role: 'contributor' });
      const token = await tokenFor(api, email);
      await api.administrator.query(sql, [email]);
      expect((await look(token)).body.state).toBe(state);
      const refused = email === known.email ? await (await signedIn(api, known)).post('/api/invitations/join', { token }) : await accept(api.client(), token);
      expect(refused).toMatchObject({ status: 410, body: { code: 'invitation-over', detail: expect.stringContaining(detail) } });
      await api.administrator.query('update app.participation set to_on = null where organisation_id = $1', [gone.id]);
      await api.administrator.query('update app.invitation set withdrawn_at = now() where email = $1', [email]);
    }
  });

  it('sent again has a new link and fourteen days more, and the old link is nothing', async () => {
    const email = 'again@school.example';
    const { body } = await invite(here.businessUnit, { email, organisationId: school.id });
    const old = await tokenFor(api, email);
    await api.administrator.query("update app.invitation set expires_at = now() - interval '1 day' where email = $1", [email]);
    expect((await here.businessUnit.get('/api/invitations?state=expired&search=AGAIN')).body).toMatchObject({ total: 1, items: [{ email, moves: ['resend', 'withdraw'] }] });
    expect(await here.businessUnit.post(`/api/invitations/${body.id}/resend`)).toMatchObject({ status: 200, body: { state: 'sent', remindedAt: expect.any(String) } });
    expect(await look(old)).toMatchObject({ status: 422, body: { code: 'link-not-good' } });
    expect((await look(await tokenFor(api, email))).body.state).toBe('sent');
    expect(await here.businessUnit.post(`/api/invitations/${body.id}/withdraw`)).toMatchObject({ status: 200, body: { state: 'withdrawn', moves: [] } });
    for (const move of ['resend', 'withdraw']) expect(await here.businessUnit.post(`/api/invitations/${body.id}/${move}`)).toMatchObject({ status: 409, body: { code: 'already-done' } });
  });
});

describe('an invitation to an address that has an account', () => {
  it('gives nothing until that person has signed in and accepts', async () => {
    const known = await aPerson(api, { role: 'viewer', organisationId: (await aSchool(api)).id });
    await invite(here.businessUnit, { email: known.email.toUpperCase(), role: 'contributor', organisationId: school.id });
    const token = await tokenFor(api, known.email.toUpperCase());
    expect(await rolesOf(api, known.email)).toEqual(['viewer']);
    expect((await look(token)).body.account).toBe('active');
    expect(await accept(api.client(), token)).toMatchObject({ status: 409, body: { code: 'sign-in-first' } });
    const theirs = await signedIn(api, known);
    expect(await theirs.post('/api/invitations/join', { token })).toMatchObject({ status: 204 });
    expect(await rolesOf(api, known.email)).toEqual(['contributor', 'viewer']);
    expect(await theirs.post('/api/invitations/join', { token })).toMatchObject({ status: 409, body: { code: 'already-done' } });
  });

  it('is not for whoever else is signed in', async () => {
    await invite(here.businessUnit, { email: 'newcomer@school.example', organisationId: school.id });
    const token = await tokenFor(api, 'newcomer@school.example');
    expect(await lead.post('/api/invitations/join', { token })).toMatchObject({ status: 403, body: { code: 'another-person' } });
    expect(await accept(lead, token)).toMatchObject({ status: 403, body: { code: 'another-person', detail: expect.stringContaining('Sign out first') } });
    expect(await rolesOf(api, 'newcomer@school.example')).toEqual([]);
  });

  it('wakes it with its password when every role had ended, and asks for the second factor next', async () => {
    const mover = await aPerson(api, { role: 'viewer', organisationId: school.id });
    await signedIn(api, mover);
    await api.administrator.query('update app.membership set ended_at = now() where person_id = $1', [mover.id]);
    await invite(here.businessUnit, { email: mover.email, role: 'approver', organisationId: school.id });
    const token = await tokenFor(api, mover.email);
    expect((await look(token)).body.account).toBe('resting');
    expect(await accept(api.client(), token, { password: 'not their password at all' })).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } });
    expect(await accept(api.client(), token)).toMatchObject({ status: 200, body: { stage: 'second-factor', memberships: [] } });
    expect(await rolesOf(api, mover.email)).toEqual(['approver']);
  });

  it('is refused when the account was closed', async () => {
    const closed = await aPerson(api, { role: 'viewer', organisationId: school.id });
    await api.administrator.query('update app.person set deactivated_at = now() where id = $1', [closed.id]);
    await api.administrator.query('update app.membership set ended_at = now() where person_id = $1', [closed.id]);
    await invite(here.businessUnit, { email: closed.email, organisationId: school.id });
    expect(await accept(api.client(), await tokenFor(api, closed.email))).toMatchObject({ status: 410, body: { detail: expect.stringContaining('has been closed') } });
  });

  it('says that the role is held when it came by another way meanwhile', async () => {
    const email = 'meanwhile@school.example';
    await invite(here.businessUnit, { email, organisationId: school.id });
    const theirs = await accepted(api, email);
    const { rows: [old] } = await api.administrator.query('select id from app.invitation where email = $1', [email]);
    await api.administrator.query('update app.invitation set accepted_at = null where id = $1', [old.id]);
    expect(await theirs.post('/api/invitations/join', { token: await tokenFor(api, email) })).toMatchObject({ status: 409, body: { detail: expect.stringContaining('have a role there already') } });
  });
});

describe('fifty at once', () => {
  it('who join with one link: one does', async () => {
    const known = await aPerson(api, { role: 'viewer', organisationId: (await aSchool(api)).id });
    await invite(here.businessUnit, { email: known.email, role: 'approver', organisationId: school.id });
    const [theirs, token] = [await signedIn(api, known), await tokenFor(api, known.email)];
    const answers = await Promise.all(Array.from({ length: 50 }, () => theirs.post('/api/invitations/join', { token })));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.every(({ status }) => [204, 409, 429].includes(status))).toBe(true);
    expect(answers.filter(({ status }) => status === 409).length).toBeGreaterThan(10);
    expect(await rolesOf(api, known.email)).toEqual(['approver', 'viewer']);
  });

  it('who make an account with one link: one does, and there is one account', async () => {
    const email = 'crowd@school.example';
    await invite(here.businessUnit, { email, organisationId: school.id });
    const token = await tokenFor(api, email);
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept(api.client(), token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.every(({ status }) => [200, 409, 429].includes(status))).toBe(true);
    expect(await rolesOf(api, email)).toEqual(['viewer']);
  });

  it('who invite one address: one invitation goes out', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => invite(here.businessUnit, { email: 'once@school.example', organisationId: school.id })));
    expect(answers.map(({ status }) => status).sort().slice(0, 2)).toEqual([201, expect.any(Number)]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.every(({ status }) => [201, 409, 422].includes(status))).toBe(true);
    const { rows: [{ count }] } = await api.administrator.query("select count(*)::int as count from app.mail where address = 'once@school.example'");
    expect(count).toBe(1);
  });
});

describe('whom one may invite', () => {
  it('a lead: contributors, approvers and viewers of their own school', async () => {
    for (const role of ['contributor', 'approver', 'viewer']) expect((await invite(lead, { email: `${role}@school.example`, role, organisationId: school.id })).status).toBe(201);
    expect(await invite(lead, { email: 'x@school.example', role: 'lead', organisationId: school.id })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await invite(lead, { email: 'x@school.example', role: 'trust-lead', trust: 'Any' })).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await invite(lead, { email: 'x@school.example', role: 'trust-lead', organisationId: school.id })).toMatchObject({ status: 400, body: { faults: [{ where: 'organisationId' }] } });
    expect(await invite(lead, { email: 'x@school.example', role: 'business-unit' })).toMatchObject({ status: 403 });
    expect(await invite(lead, { email: 'x@school.example', organisationId: (await aSchool(api)).id })).toMatchObject({ status: 404 });
  });

  it('a contributor, an approver and a viewer: nobody', async () => {
    for (const role of ['contributor', 'approver', 'viewer', 'trust-lead', 'qp-member'] as const) {
      const client = await signedIn(api, await aPerson(api, { role, organisationId: role === 'qp-member' ? null : school.id }));
      expect(await invite(client, { email: 'x@school.example', organisationId: school.id })).toMatchObject({ status: 403 });
    }
  });

  it('nobody who has a role there, or was invited, in sentences', async () => {
    expect(await invite(lead, { email: leader.email, organisationId: school.id })).toMatchObject({
      status: 422, body: { code: 'invitations-not-accepted', detail: expect.stringContaining('is here already, as safeguarding lead'), faults: [{ where: 'email' }] } });
    await invite(lead, { email: 'waits@school.example', organisationId: school.id });
    expect(await invite(lead, { email: 'WAITS@school.example', organisationId: school.id })).toMatchObject({ status: 422, body: { detail: expect.stringContaining('has been invited already') } });
  });

  it.each([
    [{ email: 'not an address' }, 400], [{ email: 'x@school.example', role: 'owner' }, 400], [{ email: 'x@school.example', role: 'trust-lead' }, 400],
    [{ email: 'x@school.example', role: 'viewer' }, 400], [{ email: 'x@school.example', role: 'trust-lead', trust: 'No such trust' }, 422],
  ])('not %j', async (wanted, status) => {
    expect((await invite(here.businessUnit, wanted)).status).toBe(status);
  });

  it('to an organisation that has closed, nobody', async () => {
    const closed = await aSchool(api, { name: 'Closed School', toOn: '2024-08-31' });
    expect(await invite(here.businessUnit, { email: 'x@school.example', organisationId: closed.id })).toMatchObject({ status: 422, body: { detail: expect.stringContaining('Closed School no longer takes part') } });
  });

  it('one person to several partnerships', async () => {
    const there = await anotherPartnership(api);
    const email = 'hats@agency.example';
    await invite(here.businessUnit, { email, role: 'scrutineer' });
    const theirs = await accepted(api, email);
    await invite(there.businessUnit, { email, role: 'qp-member' });
    await joined(api, theirs, { email });
    expect((await theirs.get('/api/session')).body.partnerships.map(({ id }: { id: string }) => id).sort()).toEqual([here.id, there.id].sort());
    expect((await theirs.get('/api/account/memberships')).body.map(({ role }: { role: string }) => role).sort()).toEqual(['qp-member', 'scrutineer']);
  });
});

describe('handing over', () => {
  const handOver = (client: Client, organisationId: string, email: string, afterwards: string) =>
    client.post(`/api/organisations/${organisationId}/handover`, { name: 'The next', email, afterwards });

  it.each([['contributor', ['contributor']], ['viewer', ['viewer']], ['leaves', []]])('to a deputy: the old lead %s', async (afterwards, left) => {
    const oak = await aSchool(api);
    const [old, deputy] = [await aPerson(api, { role: 'lead', organisationId: oak.id }), await aPerson(api, { role: 'contributor', organisationId: oak.id })];
    const client = await signedIn(api, old);
    expect(await handOver(client, oak.id, deputy.email, afterwards)).toMatchObject({ status: 201, body: { role: 'lead', handover: afterwards, moves: ['resend', 'withdraw'] } });
    // until it is accepted, nothing has changed
    expect([await rolesOf(api, old.email), await rolesOf(api, deputy.email)]).toEqual([['lead'], ['contributor']]);
    await joined(api, await signedIn(api, deputy), deputy);
    expect([await rolesOf(api, old.email), await rolesOf(api, deputy.email)]).toEqual([left, ['lead']]);
    expect((await client.get(`/api/organisations/${oak.id}/people`)).status).toBe(403);
  });

  it('is only for the lead, and worth nothing once they no longer are', async () => {
    const oak = await aSchool(api);
    const old = await aPerson(api, { role: 'lead', organisationId: oak.id });
    expect(await handOver(here.businessUnit, oak.id, 'next@school.example', 'leaves')).toMatchObject({ status: 403 });
    expect(await handOver(lead, oak.id, 'next@school.example', 'leaves')).toMatchObject({ status: 404 });
    await handOver(await signedIn(api, old), oak.id, 'next@school.example', 'viewer');
    await api.administrator.query('update app.membership set ended_at = now() where person_id = $1', [old.id]);
    expect((await look(await tokenFor(api, 'next@school.example'))).body.state).toBe('withdrawn');
    expect(await accept(api.client(), await tokenFor(api, 'next@school.example'))).toMatchObject({ status: 410 });
  });
});

describe('the password of a new account', () => {
  it.each([['short', 'too short'], ['keep-children-safer', 'known to everybody']])('is not %s: %s', async (password) => {
    const email = `${password}@school.example`;
    await invite(here.businessUnit, { email, organisationId: school.id });
    const token = await tokenFor(api, email);
    expect(await accept(api.client(), token, { password })).toMatchObject({ status: 422, body: { code: 'password-not-accepted', faults: [{ where: 'password' }] } });
    expect(await accept(api.client(), token, { name: ' ' })).toMatchObject({ status: 400, body: { faults: [{ where: 'name' }] } });
    expect((await look(token)).body.state).toBe('sent');
  });
});
