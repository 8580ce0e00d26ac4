import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyTrail } from '../src/trail/verify';
import type { Client } from './client';
import { bringTo, useFor } from './evidence-scenes';
import { aGuestLink, guestWith } from './guest-scenes';
import { copied, justProved, whereStands } from './records-scenes';
import { aQuestionnaire, aRound, answerAll, published } from './return-scenes';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership, type Person } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';
import { unzipped } from './unzipped';

const CANARY = 'Zephyrine Quillfeather';
const ADDRESS = 'zephyrine.quillfeather@canary.example';

let api: RunningApi;
let [here, there] = [undefined as unknown as Partnership, undefined as unknown as Partnership];
let person: Person;
let client: Client;
beforeAll(async () => {
  api = await startApi({ variables: { ROLE: 'all' } });
  api.today('2026-11-22');
  [here, there] = [await aPartnership(api), await anotherPartnership(api)];
  person = await everywhere();
  client = await signedIn(api, { email: ADDRESS });
}, 60_000);
afterAll(() => api.stop());

/** Somebody whose name is wherever a name can come to stand: they answered, signed, invited, were invited, uploaded, held, exported, reviewed. */
async function everywhere(): Promise<Person> {
  const school = await aSchool(api, { name: 'Oakfield' });
  const version = await published(api, here.id, aQuestionnaire());
  const round = await aRound(api, version, [school.id]);
  const made = await aPerson(api, { role: 'lead', organisationId: school.id, name: CANARY });
  const run = (sql: string, parameters: unknown[]) => api.administrator.query(sql, parameters);
  await run('update app.person set email = $2 where id = $1', [made.id, ADDRESS]);
  await run("insert into app.membership (partnership_id, id, person_id, role) values ($1, gen_random_uuid(), $2, 'business-unit'), ($3, gen_random_uuid(), $2, 'executive')", [here.id, made.id, there.id]);
  const lead = await signedIn(api, { email: ADDRESS });
  await answerAll(lead, version, round.returnOf(school));
  const { body: evidence } = await bringTo(lead, school, 'policy.txt', Buffer.from('Our policy.'));
  expect((await useFor(lead, round.returnOf(school), version.id('policy'), evidence.id)).status).toBe(200);
  expect((await lead.post(`/api/submissions/${round.returnOf(school)}/submit`, { declared: true, name: CANARY, role: 'Designated Safeguarding Lead' })).status).toBe(200);
  const second = await aRound(api, version, [school.id]);
  expect((await lead.put(`/api/submissions/${second.returnOf(school)}/assignments`, { sectionKey: 'leadership', questionId: null, colleagueId: made.id, dueOn: null })).status).toBe(200);
  expect((await lead.post(`/api/submissions/${second.returnOf(school)}/comments`, { questionId: version.id('policy'), kind: 'comment', words: `Ask @${CANARY}.` })).status).toBe(200);
  const { token } = await aGuestLink(lead, second.returnOf(school), [version.id('policy')], { name: CANARY, email: ADDRESS });
  expect((await guestWith(api, token).save(version.id('policy'), { level: 'green' })).status).toBe(200);
  await lead.put(`/api/submissions/${second.returnOf(school)}/flags/${version.id('policy')}`, { flagged: true });
  await lead.post(`/api/submissions/${round.returnOf(school)}/actions`, { questionId: null, title: 'Review the policy', owner: 'Deputy head', dueOn: null });
  expect((await lead.post(`/api/rounds/${round.id}/findings`, { words: 'Ask about supervision.', standardKey: null, questionId: null })).status).toBe(201);
  const { body: theme } = await lead.post('/api/themes', { name: 'Supervision' });
  await lead.put(`/api/submissions/${round.returnOf(school)}/answers/${version.id('policy')}/themes`, { themeIds: [theme.id] });
  await lead.put(`/api/submissions/${round.returnOf(school)}/answers/${version.id('policy')}/good-practice`, { why: 'A clear rota.', state: 'marked' });
  await run(`
    with part as (insert into app.joint_round (partnership_id, id, joint_id, place, name, content_hash, round_id, joined_at) values ($1, gen_random_uuid(), gen_random_uuid(), 1, 'Jointly', '', $2, now()) returning id),
    released as (insert into app.release (partnership_id, id, round_id, number, minimum, content, sha256, at) values ($1, gen_random_uuid(), $2, 1, 5, '{}', '', now()) returning id)
    insert into app.joint_share (partnership_id, joint_round_id, to_place, release_id, content, sha256, content_hash, known, by_person, by_name, at)
    select $1, part.id, 2, released.id, '{}', '', '', '{}', $3, $4, now() from part, released`, [here.id, round.id, made.id, CANARY]);
  const late = { operationId: randomUUID(), questionId: version.id('policy'), level: 'green', value: null, note: `${CANARY} typed this too late.`, naReason: null, because: 'return-not-editable' };
  expect((await lead.post(`/api/submissions/${round.returnOf(school)}/kept-drafts`, late)).status).toBe(200);
  await lead.put('/api/records/periods/mail', { months: 8 });
  const { body: hold } = await lead.post('/api/records/holds', { organisationId: null, roundId: round.id, reason: 'A review' });
  await lead.post(`/api/records/holds/${hold.id}/lift`);
  await copied(api, lead);
  await lead.get((await lead.get('/api/records/exports')).body[0].file);
  await run("insert into app.register_import (partnership_id, id, file_name, establishments, uploaded_by, uploaded_by_id, applied_by, applied_at) values ($1, gen_random_uuid(), 'gias.csv', '[]', $2, $3, $2, now())", [here.id, CANARY, made.id]);
  for (const { id } of [here, there]) await run("insert into app.mail (id, partnership_id, address, subject, body) values (gen_random_uuid(), $1, $2, 'You are invited', '')", [id, ADDRESS]);
  await run("insert into app.mail (id, address, subject, body) values (gen_random_uuid(), $1, 'A new password', '')", [ADDRESS]);
  const drafted = randomUUID();
  await run(`insert into app.template_version (partnership_id, id, template_id, edition, title, state, manifest, content_hash, effective_from, changed_by)
    select partnership_id, $2, template_id, 'Theirs', title, 'published', manifest, 'hash', effective_from, $3 from app.template_version where id = $1`, [version.versionId, drafted, CANARY]);
  await run("insert into app.template_edit (partnership_id, template_version_id, seq, kind, edits, undo, touches, person_id, person_name) values ($1, $2, 1, 'edit', '[]', '[]', '{}', $3, $4)", [here.id, drafted, made.id, CANARY]);
  await run("insert into app.template_import (partnership_id, id, person_id, file_name, format, sheets, expires_at) values ($1, gen_random_uuid(), $2, $3, 'xlsx', '[]', now() + interval '7 days')", [here.id, made.id, `${CANARY}.xlsx`]);
  await run("insert into app.passkey (id, person_id, credential_id, public_key, counter, transports, name, synced) values (gen_random_uuid(), $1, 'canary', '\\x01', 0, '{}', $2, false)", [made.id, `Telephone of ${CANARY}`]);
  await run("insert into app.identity (id, issuer, subject, person_id, provider, label) values (gen_random_uuid(), 'https://issuer.example', 'canary', $1, 'entra', $2)", [made.id, ADDRESS]);
  await run("insert into app.password_reset (token_hash, person_id, expires_at) values ('\\x01', $1, now())", [made.id]);
  const invitation = "insert into app.invitation (partnership_id, id, role, email, name, token_hash, invited_by, invited_by_name) values ($1, $2, 'executive', $3, $4, sha256(gen_random_uuid()::text::bytea), $5, $6)";
  await run(invitation, [here.id, randomUUID(), ADDRESS, CANARY, randomUUID(), 'Priya Shah']);
  const sent = randomUUID();
  await run(invitation, [here.id, sent, 'somebody@example.org', 'Somebody Else', made.id, CANARY]);
  await run("insert into app.membership (partnership_id, id, person_id, role, invited_by, invitation_id) select $1, gen_random_uuid(), id, 'executive', $2, $3 from app.person where email = 'priya@example.org'", [here.id, CANARY, sent]);
  await run("insert into app.access_review (partnership_id, id, organisation_id, confirmed_by, confirmed_by_name, people) values ($1, gen_random_uuid(), $2, $3, $4, $5)",
    [here.id, school.id, made.id, CANARY, JSON.stringify([{ name: CANARY, email: ADDRESS, role: 'lead' }, { name: 'Sam', email: 'sam@example.org', role: 'viewer' }])]);
  return made;
}

describe('what Attest holds about a person', () => {
  it('they can download, all of it: every table that names them is in it', async () => {
    const { status, headers, body } = await client.get<ArrayBuffer>('/api/account/records.zip');
    expect([status, headers.get('content-disposition')]).toEqual([200, 'attachment; filename="attest-about-me_2026-11-22.zip"']);
    const parts = unzipped(Buffer.from(body));
    const records = JSON.parse(parts.get('records.json')!);
    const found = Object.fromEntries(Object.entries(records).map(([key, rows]) => [key, (rows as unknown[] | null)?.length ?? 0]));
    expect(found).toEqual({
      account: 1, roles: 3, sessions: 2, secondFactors: 2, linkedAccounts: 1, passwordResets: 1, answers: 4, actions: 1, findings: 1, sharedFigures: 1, themes: 1, goodPractice: 1, signatures: 1, evidence: 1, assignments: 1, preferences: 0, comments: 1, invitations: 2, guestLinks: 1, mail: 4, questionnaires: 1, workbooks: 1, register: 1, records: 3, signOffs: 0, reopenings: 0, exports: 0, exportsTaken: 0, savedExports: 0, accessTokens: 0, accessReviews: 1, drafts: 1, trail: expect.any(Number),
    });
    expect(found['trail']).toBeGreaterThan(10);
    expect(records.signatures[0]).toMatchObject({ name: CANARY, organisation: 'Oakfield' });
    const page = parts.get('records.html')!;
    for (const word of [CANARY, ADDRESS, 'What you answered', 'All staff in September.', 'You are invited']) expect([word, page.includes(word)]).toEqual([word, true]);
    expect(page).not.toMatch(/<script|(href|src)=/);
    expect([...parts.values()].join('')).not.toMatch(/argon2/);
    expect((await trailOf(api, here.id)).at(-1)).toMatchObject({ route: 'GET /account/records.zip', person_id: person.id });
  });

  it('nobody else can: it is always one’s own', async () => {
    const parts = unzipped(Buffer.from((await here.businessUnit.get<ArrayBuffer>('/api/account/records.zip')).body));
    expect(JSON.parse(parts.get('records.json')!).account).toEqual([expect.objectContaining({ email: 'priya@example.org' })]);
    expect(JSON.parse(parts.get('records.json')!).answers).toBeNull();
  });
});

describe('to be forgotten', () => {
  it('they ask once, having proved who they are, and each partnership sees it', async () => {
    await justProved(api, '2026-11-22T11:00:00Z');
    expect(await client.post('/api/account/erasure')).toMatchObject({ status: 403, body: { code: 'proof-needed' } });
    await justProved(api);
    expect(await client.post('/api/account/erasure')).toMatchObject({ status: 200, body: [{ state: 'waiting' }, { state: 'waiting' }] });
    expect(await client.post('/api/account/erasure')).toMatchObject({ status: 409 });
    expect((await here.businessUnit.get('/api/records/erasures')).body).toEqual([expect.objectContaining({ name: CANARY, email: ADDRESS, state: 'waiting', decidable: true })]);
    expect((await there.businessUnit.get('/api/records/erasures')).body).toHaveLength(1);
  });

  it('nobody decides about themselves, another partnership finds no request of ours, and a hold stands in the way', async () => {
    const { body: [request] } = await here.businessUnit.get('/api/records/erasures');
    expect((await client.get('/api/records/erasures')).body[0].decidable).toBe(false);
    expect(await client.post(`/api/records/erasures/${request.id}/erase`, { confirm: CANARY })).toMatchObject({ status: 403, body: { detail: expect.stringContaining('Nobody decides about themselves') } });
    expect(await client.post(`/api/records/erasures/${request.id}/refuse`, { reason: 'No' })).toMatchObject({ status: 403 });
    expect(await there.businessUnit.post(`/api/records/erasures/${request.id}/erase`, { confirm: CANARY })).toMatchObject({ status: 404 });
    expect(await here.businessUnit.post(`/api/records/erasures/${request.id}/erase`, { confirm: 'Somebody' })).toMatchObject({ status: 400, body: { faults: [{ where: 'confirm' }] } });
    const { body: hold } = await here.businessUnit.post('/api/records/holds', { organisationId: null, roundId: null, reason: 'An inquiry' });
    expect(await here.businessUnit.post(`/api/records/erasures/${request.id}/erase`, { confirm: CANARY })).toMatchObject({ status: 403, body: { detail: expect.stringContaining('A hold is on') } });
    await here.businessUnit.post(`/api/records/holds/${hold.id}/lift`);
  });

  it('is previewed by table, then done here and there: what is left of them is what the data map says is kept', async () => {
    const { body: [request] } = await here.businessUnit.get('/api/records/erasures');
    const { body: preview } = await here.businessUnit.get(`/api/records/erasures/${request.id}`);
    expect(Object.fromEntries(preview.namedIn.map(({ name, count }: { name: string; count: number }) => [name, count]))).toMatchObject({ 'Answers': 4, 'History of answers': 4, 'Signed returns': 1, 'Messages': 2, 'Invitations': 2, 'Trail': expect.any(Number) });
    expect(preview.elsewhere).toBe(1);
    const before = await trailOf(api, here.id);

    expect((await here.businessUnit.post(`/api/records/erasures/${request.id}/erase`, { confirm: CANARY })).body).toMatchObject({ state: 'done', name: expect.stringMatching(/^Former .+ [A-Z2-9]{4}$/), email: null, decidedBy: 'Priya Shah' });
    expect((await client.get('/api/account')).status).toBe(401);
    expect(Object.keys(await whereStands(api, ADDRESS)).sort()).toEqual(['identity', 'mail', 'person']);
    const { body: [theirs] } = await there.businessUnit.get('/api/records/erasures');
    await justProved(api);
    expect((await there.businessUnit.post(`/api/records/erasures/${theirs.id}/erase`, { confirm: CANARY })).status).toBe(200);

    expect(await whereStands(api, ADDRESS)).toEqual({});
    // the signed text is a legal record: the data map says that it is kept, and why
    expect(await whereStands(api, CANARY)).toEqual({ submission_snapshot: 1 });
    for (const table of ['session', 'authenticator', 'recovery_code', 'password_reset', 'passkey', 'identity']) {
      expect([table, (await api.administrator.query(`select count(*)::int as count from app.${table} where person_id = $1`, [person.id])).rows[0].count]).toEqual([table, 0]);
    }
    const after = await trailOf(api, here.id);
    expect(after.slice(0, before.length).map(({ seq, action, person_id }) => [seq, action, person_id])).toEqual(before.map(({ seq, action, person_id }) => [seq, action, person_id]));
    expect(new Set(after.filter(({ person_id }) => person_id === person.id).map(({ actor }) => actor))).toEqual(new Set(['Name erased']));
    expect((await verifyTrail(api.administrator)).broken).toEqual([]);
  });

  it('leaves what was signed readable, under the label, with its hash unbroken', async () => {
    const { rows: [kept] } = await api.administrator.query("select signed_name, encode(sha256(convert_to(content, 'UTF8')), 'hex') = sha256 as unbroken from app.submission_snapshot");
    expect(kept).toEqual({ signed_name: expect.stringMatching(/^Former /), unbroken: true });
    const { body: [gone] } = await here.businessUnit.get('/api/records/exports');
    expect(gone).toMatchObject({ state: 'expired', by: expect.stringMatching(/^Former /), taken: [{ by: expect.stringMatching(/^Former /) }] });
  });

  it('or refused with a reason that they read', async () => {
    const other = await aPerson(api, { role: 'qp-member', name: 'Sam Carter' });
    const theirs = await signedIn(api, other);
    await justProved(api);
    await theirs.post('/api/account/erasure');
    const request = (await here.businessUnit.get('/api/records/erasures')).body.find(({ name }: { name: string }) => name === 'Sam Carter');
    expect(await here.businessUnit.post(`/api/records/erasures/${request.id}/refuse`, { reason: 'A review needs to know' })).toMatchObject({ status: 200, body: { state: 'refused' } });
    expect(await here.businessUnit.post(`/api/records/erasures/${request.id}/erase`, { confirm: 'Sam Carter' })).toMatchObject({ status: 409 });
    expect((await theirs.get('/api/account/erasure')).body).toEqual([expect.objectContaining({ state: 'refused', reason: 'A review needs to know' })]);
    expect((await theirs.get('/api/account')).body).toMatchObject({ name: 'Sam Carter' });
  });
});
