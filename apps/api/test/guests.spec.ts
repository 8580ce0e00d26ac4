import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { contextOf } from '../../../tools/prove/rows';
import type { Client } from './client';
import { aGuestLink, guestWith, wanted, type GuestBrowser } from './guest-scenes';
import { aQuestionnaire, aRound, answerAll, declaration, published, rated, save, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';

let api: RunningApi;
let version: Published;
let school: { id: string; name: string };
let jamila: Person;
let [lead, deputy, viewer, businessUnit, stranger] = [] as unknown as [Client, Client, Client, Client, Client];
let returnId: string;
const written: string[] = [];
const streams = [process.stdout, process.stderr];
const before = streams.map((stream) => stream.write);

beforeAll(async () => {
  for (const stream of streams) stream.write = (chunk: unknown) => written.push(String(chunk)) > 0;
  api = await startApi();
  const partnership = await aPartnership(api);
  businessUnit = partnership.businessUnit;
  school = await aSchool(api, { name: 'Oakfield' });
  version = await published(api, partnership.id, aQuestionnaire());
  const member = (role: Person['role'], name: string) => aPerson(api, { role, name, organisationId: school.id });
  jamila = await member('lead', 'Jamila Ahmed');
  [lead, deputy, viewer] = [await signedIn(api, jamila), await signedIn(api, await member('contributor', 'Priya Shah')), await signedIn(api, await member('viewer', 'Tom Fenwick'))];
  stranger = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: (await aSchool(api, { name: 'Elsewhere' })).id }));
});
afterAll(async () => {
  streams.forEach((stream, index) => { stream.write = before[index]!; });
  await api.stop();
});
beforeEach(async () => {
  api.today('2026-11-22');
  await api.administrator.query('delete from app.attempt');
  returnId = (await aRound(api, version, [school.id])).returnOf(school);
});

const [policy, training] = [() => version.id('policy'), () => version.id('training')];
const give = (changes: object = {}, client = lead) => client.post(`/api/submissions/${returnId}/guest-links`, wanted([policy()], changes));
const links = async (client = lead) => (await client.get(`/api/submissions/${returnId}/guest-links`)).body;
const aGuest = async (questions = [policy()], changes: object = {}): Promise<GuestBrowser & { id: string; token: string }> => {
  const link = await aGuestLink(lead, returnId, questions, changes);
  return { ...link, ...guestWith(api, link.token) };
};
const answerOf = async (key: string, client = lead) => (await client.get(`/api/submissions/${returnId}`)).body.sections
  .flatMap(({ questions }: { questions: { key: string; answer: unknown }[] }) => questions).find((one: { key: string }) => one.key === key).answer;

describe('giving a link', () => {
  it('shows it once, lists what was given, and sends it by e-mail without a word of what has been answered', async () => {
    await save(lead, returnId, policy(), rated('red', 'A secret weakness.'));
    const { status, body } = await give({ questionIds: [policy(), training(), policy()] });
    expect([status, body.link]).toEqual([200, expect.stringMatching(/\/guest#[\w-]{43}$/)]);
    expect(await links(viewer)).toMatchObject({
      links: [{ id: body.id, name: 'Sam Price', questionIds: [policy(), training()], untilOn: '2026-11-29', givenBy: 'Jamila Ahmed', usedAt: null, works: true, revokedBy: null, answered: 0, unchecked: [] }],
      lastDay: '2026-12-20', usualDay: '2026-11-29', moves: [],
    });
    const { rows: [letter] } = await api.administrator.query("select subject, body from app.mail where address = 'sam.price@governors.example' order by id desc limit 1");
    expect(letter.subject).toBe('Jamila Ahmed asks you to answer 2 questions');
    expect(letter.body).toContain(body.link);
    expect(letter.body.replace(/\s+/g, ' ')).toContain('until the end of 29 November 2026');
    expect(letter.body).not.toContain('secret');
    expect(JSON.stringify((await links()).links)).not.toContain(body.link.split('#')[1]);
  });

  it('is for those who may answer, of questions that are asked, and until a day that is near', async () => {
    expect((await give({}, deputy)).status).toBe(200);
    expect([(await give({}, viewer)).status, (await give({}, businessUnit)).status, (await give({}, stranger)).status]).toEqual([403, 403, 404]);
    expect((await businessUnit.get(`/api/submissions/${returnId}/guest-links`)).status).toBe(404);
    const where = async (changes: object) => (await give(changes)).body.faults.map((fault: { where: string }) => fault.where);
    expect(await where({ untilOn: '2026-12-21' })).toEqual(['untilOn']);
    expect(await where({ questionIds: [version.id('placement-checks')] })).toEqual(['questionIds']);
    expect(await where({ questionIds: ['not-an-identifier'] })).toEqual(['questionIds']);
    expect(await where({ questionIds: [] })).toEqual(['questionIds']);
    expect(await where({ email: 'nobody' })).toEqual(['email']);
  });
});

describe('a guest', () => {
  it('sees the questions they were given with what stands there now, and nothing else', async () => {
    await save(lead, returnId, policy(), rated('amber', 'To be looked at.'));
    await save(lead, returnId, training(), rated('red', 'A secret weakness.'));
    const { questions } = await aGuest([policy()], { note: 'You know this best.' });
    const { status, body, headers } = await questions();
    expect([status, headers.get('cache-control'), headers.get('referrer-policy')]).toEqual([200, expect.stringContaining('no-store'), expect.stringMatching(/no-referrer|same-origin/)]);
    expect(body).toMatchObject({
      name: 'Sam Price', givenBy: 'Jamila Ahmed', organisation: 'Oakfield', until: '2026-11-29', note: 'You know this best.', closedBecause: null, locked: [], gone: 0,
      questions: [{ id: policy(), wording: 'Wording of policy?', answer: { level: 'amber', note: 'To be looked at.', updatedBy: 'Oakfield' }, lastRounds: [], shown: [], earlier: [] }],
    });
    expect(JSON.stringify(body)).not.toMatch(/secret|training/);
    expect((await links()).links[0].usedAt).not.toBeNull();
  });

  it('answers in their own name, marked, and it counts once somebody of the organisation has checked it', async () => {
    const guest = await aGuest();
    const { status, body } = await guest.save(policy(), rated('green', 'Reviewed in May.'));
    expect([status, body.answer, body.progress]).toMatchObject([200, { level: 'green', version: 1, byGuest: true, updatedBy: 'Sam Price, a guest of Jamila Ahmed' }, { answered: 0, required: 0 }]);
    expect(await answerOf('policy')).toMatchObject({ note: 'Reviewed in May.', byGuest: true, toCheck: true, updatedBy: 'Sam Price, a guest of Jamila Ahmed' });
    expect((await links()).links[0]).toMatchObject({ answered: 1, unchecked: [policy()] });
    const blockers = async () => (await lead.get(`/api/submissions/${returnId}`)).body.blockers.filter(({ ref }: { ref: string }) => ref === '2.1');
    expect(await blockers()).toMatchObject([{ code: 'to-check' }]);
    // said again as it is, by somebody who may
    await lead.put(`/api/submissions/${returnId}/answers/${policy()}`, { operationId: crypto.randomUUID(), ...rated('green', 'Reviewed in May.') }, { 'if-match': '1' });
    expect(await answerOf('policy')).toMatchObject({ byGuest: false, toCheck: false, updatedBy: 'Jamila Ahmed' });
    expect([await blockers(), (await links()).links[0].unchecked]).toEqual([[], []]);
    const { rows } = await api.administrator.query('select by_name, by_guest from app.answer_event where submission_id = $1 order by version', [returnId]);
    expect(rows).toEqual([{ by_name: 'Sam Price, a guest of Jamila Ahmed', by_guest: true }, { by_name: 'Jamila Ahmed', by_guest: false }]);
  });

  it('is told of a conflict with both versions, and neither is lost; the same sent again changes nothing', async () => {
    const guest = await aGuest();
    const operationId = crypto.randomUUID();
    await guest.save(policy(), rated('green', 'First.'), 0, operationId);
    expect(await guest.save(policy(), rated('green', 'First.'), 0, operationId)).toMatchObject({ status: 200, body: { answer: { version: 1 } } });
    await lead.put(`/api/submissions/${returnId}/answers/${policy()}`, { operationId: crypto.randomUUID(), ...rated('red', 'Ours.') }, { 'if-match': '1' });
    expect(await guest.save(policy(), rated('amber', 'Mine.'), 1)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile', theirs: { note: 'Ours.', updatedBy: 'Oakfield' }, yours: { note: 'Mine.' } } });
    expect((await api.administrator.query("select note, by_guest from app.answer_event where submission_id = $1 and outcome = 'conflict'", [returnId])).rows).toEqual([{ note: 'Mine.', by_guest: true }]);
    expect((await guest.save(policy(), rated('amber', 'Mine.'), 2)).status).toBe(200);
  });

  it('reaches no other question, no other route, and nothing by a cookie', async () => {
    const guest = await aGuest();
    expect((await guest.save(training(), rated('green'))).status).toBe(404);
    expect((await guest.save(version.id('placement-checks'), rated('green'))).status).toBe(404);
    const headers = { 'x-guest-link': guest.token };
    for (const path of [`/api/submissions/${returnId}`, '/api/submissions', `/api/submissions/${returnId}/sharing`, '/api/session', `/api/organisations/${school.id}/evidence`]) {
      expect(await api.client().send('GET', path, undefined, headers)).toMatchObject({ status: 401, body: { code: 'not-signed-in' } });
    }
    // whoever is signed in is no guest by that
    expect(await lead.get('/api/guest/questions')).toMatchObject({ status: 422, body: { code: 'link-not-good' } });
  });

  it('is in the trail by name, and so is the link', async () => {
    const guest = await aGuest();
    await guest.questions();
    await guest.save(policy(), rated('green'));
    await deputy.post(`/api/guest-links/${guest.id}/revoke`);
    expect((await trailOf(api, version.partnershipId)).slice(-4).map(({ actor, route, outcome }) => [actor, route, outcome])).toEqual([
      ['Jamila Ahmed', 'POST /submissions/:id/guest-links', 'done'], ['Sam Price (guest)', 'GET /guest/questions', 'done'],
      ['Sam Price (guest)', 'PUT /guest/answers/:questionId', 'done'], ['Priya Shah', 'POST /guest-links/:id/revoke', 'done'],
    ]);
  });

  it('sees no row of any table: a statement smuggled into their transaction finds the veiled words of one return', async () => {
    await save(lead, returnId, training(), rated('red', 'A secret weakness.'));
    const guest = await aGuest();
    const other = (await aRound(api, version, [school.id])).returnOf(school);
    const runner = api.app.get(DataSource).createQueryRunner();
    await runner.startTransaction();
    await runner.query("select set_config('app.context', $1, true)", [contextOf(api, { personId: guest.id, partnershipId: '00000000-0000-0000-0000-000000000000', memberships: [] })]);
    for (const table of ['answer', 'submission', 'guest_link', 'round', 'organisation', 'question', 'template_version', 'area']) expect(await runner.query(`select * from app.${table}`)).toEqual([]);
    const [own] = await runner.query('select * from app.guest_return($1)', [returnId]);
    expect(JSON.stringify(own)).not.toContain('secret');
    expect(own.answers).toMatchObject([{ level: 'red', note: '…', updated_by_name: null }]);
    expect(await runner.query('select * from app.guest_return($1)', [other])).toEqual([]);
    expect(await runner.query('select * from app.guest_done_before($1, $2, $3)', [returnId, training(), crypto.randomUUID()])).toEqual([]);
    await runner.rollbackTransaction();
    await runner.release();
  });
});

describe('a link ends', () => {
  const saysTo = async ({ questions, save: put }: GuestBrowser, code: string, sentence: RegExp) => {
    for (const { status, body } of [await questions(), await put(policy(), rated('green'))]) expect([status, body.code, body.detail]).toEqual([410, code, expect.stringMatching(sentence)]);
  };

  it('with its last day, in England', async () => {
    const guest = await aGuest();
    api.today('2026-11-29');
    expect((await guest.questions()).status).toBe(200);
    api.today('2026-11-30');
    await saysTo(guest, 'guest-link-over', /worked until 29 November 2026\. Ask Jamila Ahmed/);
    expect((await links()).links[0].works).toBe(false);
  });

  it('when any colleague who may answer takes it back, and nobody else can', async () => {
    const guest = await aGuest();
    const revoke = (client: Client) => client.post(`/api/guest-links/${guest.id}/revoke`);
    expect([(await revoke(viewer)).status, (await revoke(stranger)).status, (await revoke(businessUnit)).status]).toEqual([403, 404, 403]);
    expect((await revoke(deputy)).body.links[0]).toMatchObject({ works: false, revokedBy: 'Priya Shah' });
    expect((await revoke(lead)).body.links[0]).toMatchObject({ revokedBy: 'Priya Shah' });
    await saysTo(guest, 'guest-link-over', /has been taken back/);
  });

  it('with the right of whoever gave it', async () => {
    const leaver = await aPerson(api, { role: 'contributor', name: 'Lee Aver', organisationId: school.id });
    const link = await aGuestLink(await signedIn(api, leaver), returnId, [policy()]);
    await api.administrator.query('update app.membership set ended_at = now() where person_id = $1', [leaver.id]);
    await saysTo(guestWith(api, link.token), 'guest-link-over', /Lee Aver, who gave you this link, no longer answers for Oakfield/);
  });

  it('with the return, which is still shown as it stands, and with the round', async () => {
    await answerAll(lead, version, returnId);
    const guest = await aGuest();
    expect((await lead.post(`/api/submissions/${returnId}/submit`, declaration)).status).toBe(200);
    expect((await guest.questions()).body).toMatchObject({ closedBecause: expect.stringContaining('has been submitted') });
    expect(await guest.save(policy(), rated('red'), 1)).toMatchObject({ status: 409, body: { code: 'return-not-editable' } });
    const next = await aRound(api, version, [school.id]);
    returnId = next.returnOf(school);
    const another = await aGuest();
    await api.administrator.query("update app.round set state = 'closed' where id = $1", [next.id]);
    expect(await another.save(policy(), rated('red'))).toMatchObject({ status: 409, body: { code: 'round-not-open' } });
    expect((await give()).status).toBe(409);
  });

  it('at once: of saves and a revocation at the same moment, none is taken after it', async () => {
    const guest = await aGuest([policy(), training()]);
    const saves = Array.from({ length: 8 }, (_, at) => guest.save(at % 2 ? policy() : training(), rated('green', `Try ${at}`)));
    const revoked = lead.post(`/api/guest-links/${guest.id}/revoke`);
    const taken = (await Promise.all(saves)).map(({ status }) => status);
    await revoked;
    for (const status of taken) expect([200, 404, 409, 410]).toContain(status);
    const { rows } = await api.administrator.query("select from app.answer_event where by_person = $1 and outcome = 'saved'", [guest.id]);
    expect(rows).toHaveLength(taken.filter((status) => status === 200).length);
    expect((await guest.save(policy(), rated('red'), 9)).status).toBe(410);
  });

  it('the database itself saves nothing for a link that was revoked meanwhile', async () => {
    const guest = await aGuest();
    const runner = api.app.get(DataSource).createQueryRunner();
    await runner.startTransaction();
    await runner.query("select set_config('app.context', $1, true)", [contextOf(api, { personId: guest.id, partnershipId: '00000000-0000-0000-0000-000000000000', memberships: [] })]);
    await lead.post(`/api/guest-links/${guest.id}/revoke`);
    for (const [sql, parameters] of [
      ['select id from app.save_for_guest($1, 0, $2, $3, null, null, $4, null, 1, null, null, now(), false, 0, 0, $5, $6, true, null, null) id', [returnId, policy(), crypto.randomUUID(), '', '{}', version.versionId]],
      ['select app.keep_for_guest(null, $1, $2, $3, null, null, null, $4, null, 1, null, null, now())', [crypto.randomUUID(), returnId, policy(), '']],
      ['select * from app.guest_return($1)', [returnId]],
    ] as const) {
      await runner.query('savepoint before');
      await expect(runner.query(sql, [...parameters])).rejects.toThrow(/opens nothing/);
      await runner.query('rollback to before');
    }
    await runner.rollbackTransaction();
    await runner.release();
  });
});

describe('a link that is not good', () => {
  it('is answered the same to the byte, whatever is wrong with it, and no more than so often', async () => {
    const guest = await aGuest();
    const bodies = [];
    for (const token of ['x', 'A'.repeat(43), guest.token.slice(1), `${guest.token}x`, guest.id, "' or true --"]) {
      const { status, body } = await guestWith(api, token).questions();
      bodies.push(JSON.stringify([status, body]));
    }
    const { status, body } = await api.client().get('/api/guest/questions');
    expect([...new Set([...bodies, JSON.stringify([status, body])])]).toEqual([expect.stringContaining('"link-not-good"')]);
    for (let tries = 0; tries < 30; tries++) await guestWith(api, 'a guess').questions();
    expect(await guestWith(api, 'a guess').questions()).toMatchObject({ status: 429, body: { code: 'too-many-requests' } });
  });

  it('and one that is good stands in no log', async () => {
    const guest = await aGuest();
    await guest.questions();
    await guest.save(policy(), { level: 'nonsense' });
    await api.administrator.query('alter function app.guest_return(uuid) rename to guest_return_gone');
    expect((await guest.questions()).status).toBe(500);
    await api.administrator.query('alter function app.guest_return_gone(uuid) rename to guest_return');
    expect(written.join('')).toContain('guest_return');
    expect(written.join('')).not.toContain(guest.token);
  });
});

describe('what is kept of a guest', () => {
  it('is forgotten when they ask: their name everywhere, their address and their link', async () => {
    const guest = await aGuest();
    await guest.save(policy(), rated('green', 'Reviewed.'));
    expect((await stranger.post(`/api/guest-links/${guest.id}/forget`)).status).toBe(404);
    expect((await deputy.post(`/api/guest-links/${guest.id}/forget`)).body.links[0]).toMatchObject({ name: expect.stringMatching(/^Former guest [0-9A-F]{4}$/), email: '', forgotten: true, works: false });
    expect(await answerOf('policy')).toMatchObject({ note: 'Reviewed.', updatedBy: expect.stringMatching(/^Former guest [0-9A-F]{4}, a guest of Jamila Ahmed$/) });
    expect((await guest.questions()).status).toBe(410);
    const { rows } = await api.administrator.query("select actor_label from app.audit_event where person_id = $1 union all select address from app.mail where about = $1", [guest.id]);
    expect(rows).toEqual([{ actor_label: 'Name erased' }]);
  });

  it('goes with the answers when they are disposed of', async () => {
    const guest = await aGuest();
    await api.administrator.query("update app.submission set disposed_on = '2026-11-22' where id = $1", [returnId]);
    expect((await api.administrator.query('select from app.guest_link where submission_id = $1', [returnId])).rowCount).toBe(0);
    expect((await guest.questions()).status).toBe(422);
  });

  it('forgets whoever gave the link when they are erased, and a guest with an account as well', async () => {
    const [giver, reader] = [await aPerson(api, { role: 'contributor', name: 'Gina Ver', organisationId: school.id }), await aPerson(api, { role: 'viewer', name: 'Ann Other', organisationId: school.id })];
    const link = await aGuestLink(await signedIn(api, giver), returnId, [policy()], { name: 'Ann Other', email: reader.email });
    await guestWith(api, link.token).save(policy(), rated('green'));
    const { rows: [{ mine }] } = await asking(giver, 'select app.my_records() as mine');
    expect(mine.guestLinks).toMatchObject([{ organisation: 'Oakfield', givenByYou: true, toYou: false, questions: 1 }]);
    const erase = (person: Person, label: string) => api.administrator.query("insert into app.erasure (partnership_id, id, person_id, state, label) values ($1, gen_random_uuid(), $2, 'done', $3)", [version.partnershipId, person.id, label]);
    await erase(giver, 'Former contributor 7F3K');
    await erase(reader, 'Former reader 2B2B');
    expect(await answerOf('policy')).toMatchObject({ updatedBy: 'Former reader 2B2B, a guest of Former contributor 7F3K' });
    expect((await links()).links[0]).toMatchObject({ name: 'Former reader 2B2B', email: '', givenBy: 'Former contributor 7F3K', works: false });
  });

  async function asking(person: Person, sql: string): Promise<{ rows: { mine: { guestLinks: unknown } }[] }> {
    const runner = api.app.get(DataSource).createQueryRunner();
    await runner.startTransaction();
    await runner.query("select set_config('app.context', $1, true)", [contextOf(api, { personId: person.id, partnershipId: version.partnershipId, memberships: [] })]);
    const rows = await runner.query(sql);
    await runner.rollbackTransaction();
    await runner.release();
    return { rows };
  }
});
