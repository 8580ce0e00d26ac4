import { randomUUID } from 'node:crypto';
import { organisationRoles, roles, type Role } from '@attest/domain/access';
import { releaseOf } from '@attest/domain/disclosure';
import type { Client } from './client';
import { aDraft, edit, titled } from './draft-scenes';
import { bringTo, useFor } from './evidence-scenes';
import { filesOf } from './export-rows';
import { aGuestLink } from './guest-scenes';
import { recordsOf } from './records-rows';
import { aRegister, upload } from './register-files';
import { aQuestionnaire, aRound, answerAll, declaration, published, rated, type Published } from './return-scenes';
import { aPerson, aSchool, anAgency, signedIn, type Partnership, type Person } from './scenes';
import type { RunningApi } from './start-api';
import { uploadWorkbook, workbookOf } from './workbook-files';

/** One partnership with a round in which two schools answered, and what of it can be asked for by address. */
export interface Side {
  readonly partnershipId: string;
  /** Of its first area, as the register of schools knows it. */
  readonly laCode: string;
  readonly version: Published;
  readonly ids: { readonly round: string; readonly draft: string; readonly school: string; readonly sibling: string; readonly submission: string; readonly unfinished: string; readonly siblingSubmission: string; readonly siblingUnfinished: string; readonly question: string; readonly import: string; readonly mail: string };
  readonly person: Readonly<Record<Role, Person>>;
}

/** How the draft of each side stands, changed once. */
export const DRAFT_REVISION = 1;

export async function aSide(api: RunningApi, { id: partnershipId, areas: [area] }: Partnership): Promise<Side> {
  const laCode = area?.laCode ?? '';
  const version = await published(api, partnershipId, aQuestionnaire());
  const school = await aSchool(api, { partnershipId });
  const sibling = await aSchool(api, { partnershipId });
  const round = await aRound(api, version, [school.id, sibling.id], { name: 'This year' });
  const draft = await aRound(api, version, [], { name: 'Next year', state: 'draft' });
  const second = await aRound(api, version, [school.id, sibling.id], { name: 'Still open' });
  const person = {} as Record<Role, Person>;
  for (const role of roles) person[role] = await aPerson(api, { role, partnershipId, organisationId: organisationRole(role) ? school.id : null });
  const siblingLead = await aPerson(api, { role: 'lead', partnershipId, organisationId: sibling.id, name: 'The other lead' });
  for (const [organisation, lead] of [[school, person.lead], [sibling, siblingLead]] as const) {
    const client = await signedIn(api, lead);
    await answerAll(client, version, round.returnOf(organisation));
    await shownBy(client, organisation, [round.returnOf(organisation), second.returnOf(organisation)], version.id('policy'));
    const { status, body } = await client.post(`/api/submissions/${round.returnOf(organisation)}/submit`, declaration);
    if (status !== 200) throw new Error(JSON.stringify(body));
  }
  for (const [organisation, lead] of [[school, person.lead], [sibling, siblingLead]] as const) for (const { returnOf } of [round, second]) await anAction(await signedIn(api, lead), returnOf(organisation), version.id('policy'));
  await (await signedIn(api, person.lead)).put(`/api/submissions/${second.returnOf(school)}/answers/${version.id('policy')}`, { operationId: randomUUID(), ...rated('green') }, { 'if-match': '0' });
  for (const [client, submission] of [[person.lead, round.returnOf(school)], [siblingLead, round.returnOf(sibling)]] as const) {
    const kept = await (await signedIn(api, client)).post(`/api/submissions/${submission}/kept-drafts`, { operationId: randomUUID(), questionId: version.id('policy'), ...rated('amber', 'Too late.'), because: 'return-not-editable' });
    if (kept.status !== 200) throw new Error(JSON.stringify(kept.body));
  }
  // complete, and not handed in
  await answerAll(await signedIn(api, siblingLead), version, second.returnOf(sibling));
  for (const [organisation, lead] of [[school, person.lead], [sibling, siblingLead]] as const) await shared(await signedIn(api, lead), lead, second.returnOf(organisation), version.id('policy'));
  // what was handed in and is wished open again
  await api.administrator.query(`
    insert into app.reopening (partnership_id, id, submission_id, organisation_id, state, reason, asked_by, asked_by_name)
    select s.partnership_id, gen_random_uuid(), s.id, s.organisation_id, 'asked', 'We found an error.', p.person, 'The lead'
    from app.submission s join (values ($1::uuid, $2::uuid), ($3, $4)) p (organisation, person) on p.organisation = s.organisation_id where s.state = 'submitted'`, [school.id, person.lead.id, sibling.id, siblingLead.id]);
  // whose app is set up already: with a passkey alone they would sign in otherwise
  await api.administrator.query("insert into app.passkey (id, person_id, credential_id, public_key, counter, transports, name, synced) values (gen_random_uuid(), $1, gen_random_uuid()::text, '', 0, '{}', 'Office laptop', false)", [person.lead.id]);
  await api.administrator.query("insert into app.identity (id, issuer, subject, person_id, provider, label) values (gen_random_uuid(), 'https://login.example.org', gen_random_uuid()::text, $1, 'council', 'somebody')", [person.lead.id]);
  // who are here to be changed and removed, and do nothing else
  for (const name of ['The colleague', 'The leaver']) for (const { id: organisationId } of [school, sibling]) await aPerson(api, { role: 'viewer', partnershipId, organisationId, name });
  const unit = await signedIn(api, person['business-unit']);
  await anAgency(api, { partnershipId });
  await lookedOver(unit, [school.id, sibling.id]);
  const followed = await aDraft(unit, version.versionId);
  const sealed = await unit.post(`/api/templates/drafts/${followed.id}/publish`, { revision: 0 });
  if (sealed.status !== 200) throw new Error(JSON.stringify(sealed.body));
  const carried = await aRound(api, version, [school.id, sibling.id], { name: 'Carried over' });
  await answerAll(await signedIn(api, siblingLead), version, carried.returnOf(sibling));
  const over = await unit.post(`/api/rounds/${carried.id}/carry-overs`, { templateVersionId: followed.id });
  // back again, so that every round of a side asks the same questions
  const back = await unit.post(`/api/carry-overs/${over.body.id}/undo`);
  if (back.status !== 200) throw new Error(JSON.stringify([over.body, back.body]));
  await unit.put('/api/templates/citation-editions', { title: 'Sample guidance', version: '2026', dated: null });
  const changed = await edit(unit, await aDraft(unit, version.versionId), titled('Next year'));
  if (changed.body.revision !== DRAFT_REVISION) throw new Error(JSON.stringify(changed.body));
  const uploaded = await uploadWorkbook(unit, await workbookOf(aQuestionnaire({ code: 'from-a-workbook' })));
  if (uploaded.status !== 201) throw new Error(JSON.stringify(uploaded.body));
  await recalculated(api, unit, round.id);
  await releasedFor(api, round.id);
  await jointly(api, unit, round.id);
  await themed(unit, round.returnOf(school), round.returnOf(sibling), version.id('policy'));
  const found = await unit.post(`/api/rounds/${round.id}/findings`, { words: 'Ask about supervision.', standardKey: null, questionId: null });
  if (found.status !== 201) throw new Error(JSON.stringify(found.body));
  const register = await upload(unit, aRegister([{ 'LA (code)': laCode }]));
  const mail = randomUUID();
  await api.administrator.query("insert into app.mail (id, partnership_id, address, subject, body, failed_at) values ($1, $2, $3, 'You are invited', 'Hello', now())", [mail, partnershipId, `${mail}@example.org`]);
  await recordsOf(api, partnershipId, person['business-unit'], sibling.id);
  await filesOf(api, partnershipId, round.id, [person['business-unit'], person['qp-member']]);
  return {
    partnershipId, laCode, version, person,
    ids: { round: round.id, draft: draft.id, school: school.id, sibling: sibling.id, submission: round.returnOf(school), unfinished: second.returnOf(school), siblingSubmission: round.returnOf(sibling), siblingUnfinished: second.returnOf(sibling), question: version.id('policy'), import: register.body.id, mail },
  };
}

async function anAction(client: Client, submissionId: string, questionId: string): Promise<void> {
  const { status, body } = await client.post(`/api/submissions/${submissionId}/actions`, { questionId, title: 'Review the policy', owner: 'Deputy head', dueOn: null });
  if (status !== 201) throw new Error(JSON.stringify(body));
}

/** Whether it is held in an organisation. */
export const organisationRole = (role: Role) => organisationRoles.some((known) => known === role);

/** Ratings that had come to be wrong were worked out again, so that some have a history. */
async function recalculated({ administrator }: RunningApi, unit: Client, roundId: string): Promise<void> {
  await administrator.query("update app.rating set level = 'red' where round_id = $1 and section_key = 'leadership'", [roundId]);
  const { body: { digest } } = await unit.get(`/api/rounds/${roundId}/recalculations/preview`);
  const done = await unit.post(`/api/rounds/${roundId}/recalculations`, { reason: 'They were wrong', digest });
  if (done.status !== 201) throw new Error(JSON.stringify(done.body));
}

/** One answer of each has a theme and is good practice. */
async function themed(unit: Client, one: string, other: string, question: string): Promise<void> {
  const theme = await unit.post('/api/themes', { name: 'Supervision' });
  const done = [theme];
  for (const submission of [one, other]) {
    done.push(await unit.put(`/api/submissions/${submission}/answers/${question}/themes`, { themeIds: [theme.body.id] }));
    done.push(await unit.put(`/api/submissions/${submission}/answers/${question}/good-practice`, { why: 'A clear rota.', state: 'marked' }));
  }
  const wrong = done.find(({ status }) => status >= 300);
  if (wrong) throw new Error(JSON.stringify(wrong.body));
}

/** Two are too few to be published about, so what was is put here behind the curtain; each of the two was counted in it. */
async function releasedFor({ administrator }: RunningApi, roundId: string): Promise<void> {
  const content = JSON.stringify(releaseOf({ asked: 2, subjects: [], takingPart: [], labelOf: { group: String, area: String }, minimum: 5 }));
  await administrator.query(`
    with released as (
      insert into app.release (partnership_id, id, round_id, number, minimum, content, sha256, at) select partnership_id, gen_random_uuid(), id, 1, 5, $2, '', now() from app.round where id = $1 returning partnership_id, id),
    setting as (insert into app.disclosure_setting (partnership_id, minimum) select partnership_id, 5 from released)
    insert into app.release_basis (partnership_id, release_id, organisation_id, submission_id, peer_group, area, said)
    select l.partnership_id, l.id, s.organisation_id, s.id, '', '', '{}' from released l join app.submission s on s.round_id = $1`, [roundId, content]);
}

/** It is run jointly, others are invited, and figures were shared with one of them: with nobody of these scenes, because what partners see of one another is tried in joint-rounds.spec.ts. */
async function jointly({ administrator }: RunningApi, unit: Client, roundId: string): Promise<void> {
  const begun = await unit.post('/api/joint-rounds', { roundId, name: 'River-wide audit' });
  const invited = [];
  for (const forWhom of ['Our neighbours', 'Others']) invited.push(await unit.post(`/api/joint-rounds/${begun.body.id}/invitations`, { forWhom }));
  const wrong = [begun, ...invited].find(({ status }) => status !== 201);
  if (wrong) throw new Error(JSON.stringify(wrong.body));
  await administrator.query(`
    insert into app.joint_share (partnership_id, joint_round_id, to_place, release_id, content, sha256, content_hash, known, by_person, by_name, at)
    select l.partnership_id, $2, 2, l.id, l.content, '', '', '{}', gen_random_uuid(), 'Somebody', now() from app.release l where l.round_id = $1`, [roundId, begun.body.id]);
}

/** A section of the return is the lead's own to answer, and one of its questions was commented on, is to be come back to and was given to a guest. */
async function shared(client: Client, lead: Person, submission: string, question: string): Promise<void> {
  const given = await client.put(`/api/submissions/${submission}/assignments`, { sectionKey: 'leadership', questionId: null, colleagueId: lead.id, dueOn: null });
  const said = await client.post(`/api/submissions/${submission}/comments`, { questionId: question, kind: 'comment', words: 'Can we cite the audit?' });
  const flagged = await client.put(`/api/submissions/${submission}/flags/${question}`, { flagged: true });
  const here = await client.put(`/api/submissions/${submission}/presence`, { questionId: null });
  await aGuestLink(client, submission, [question], { name: 'Somebody without an account' });
  for (const { status, body } of [given, said, flagged, here]) if (status !== 200) throw new Error(JSON.stringify(body));
}

/** A file in both returns, of which the first will be signed with it; a link in none, and a file of which nobody knows. */
async function shownBy(client: Client, organisation: { readonly id: string }, returns: readonly string[], questionId: string): Promise<void> {
  const made = [await bringTo(client, organisation, 'policy.txt', Buffer.from('Our policy.')), await bringTo(client, organisation, 'unused.txt', Buffer.from('Not used.')),
    await client.post(`/api/organisations/${organisation.id}/evidence/links`, { kind: 'link', title: 'Policies', location: 'https://school.example', owner: '', reviewBy: null })];
  const [file] = made.map(({ body }) => body.id as string);
  for (const returnId of returns) made.push(await useFor(client, returnId, questionId, file!));
  const wrong = made.find(({ status }) => status >= 300);
  if (wrong) throw new Error(JSON.stringify(wrong.body));
}

/** In each organisation somebody is invited, and who can see it has been looked over. */
async function lookedOver(unit: Client, organisations: readonly string[]): Promise<void> {
  for (const organisationId of organisations) {
    const invited = await unit.post('/api/invitations', { name: '', email: `viewer.${randomUUID()}@example.org`, role: 'viewer', organisationId, trust: null });
    const { body } = await unit.get(`/api/organisations/${organisationId}/people`);
    const memberships = [...body.members, ...body.partnershipPeople].map(({ id }: { id: string }) => id);
    const reviewed = await unit.post(`/api/organisations/${organisationId}/reviews`, { memberships });
    if (invited.status !== 201 || reviewed.status !== 201) throw new Error(JSON.stringify([invited.body, reviewed.body]));
  }
}
