import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Any } from './any';
import { justProved } from './records-scenes';
import { rated, save } from './return-scenes';
import { aSchoolThatSigns, chain, sendBack, sign, signing, type SigningScene } from './signing-scenes';
import { aPerson, signedIn } from './scenes';
import { startApi, type RunningApi } from './start-api';

let api: RunningApi;
let scene: SigningScene;
let id: string;

const rows = async <Row = Any>(sql: string, parameters: unknown[] = []) => (await api.administrator.query(sql, parameters)).rows as Row[];
const stateOf = async () => (await rows('select state from app.submission where id = $1', [id]))[0].state;
const standing = async () => (await rows('select step from app.signature where submission_id = $1 and voided_at is null order by at, id', [id])).map(({ step }) => step);
const mails = () => rows<{ address: string; subject: string; body: string }>('select address, subject, body from app.mail where about = $1 order by created_at, id', [id]);
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

beforeAll(async () => {
  api = await startApi();
  scene = await aSchoolThatSigns(api);
});
afterAll(() => api.stop());
beforeEach(async () => {
  await justProved(api);
  id = await scene.answered();
});

describe('signing off', () => {
  it('goes from one to the next, and the last signature submits', async () => {
    const { lead, head, chair } = scene;
    expect((await signing(lead, id)).body).toMatchObject({
      state: 'in-progress', steps: [{ key: 'dsl', state: 'next' }, { key: 'head', state: 'later' }, { key: 'chair', state: 'later' }], declaration: 'It is true.', signers: ['J Ahmed'], moves: ['sign'], whyNot: null,
    });
    expect((await sign(lead, id, 'dsl', { name: 'J Ahmed', role: 'Designated Safeguarding Lead' })).body).toMatchObject({
      state: 'signing', reference: null, steps: [{ state: 'signed', signature: { name: 'J Ahmed', declaration: 'It is true.', at: '2026-11-22T12:00:00.000Z' } }, { state: 'next' }, { state: 'later' }],
      signers: ['R Wilkins', 'G Adeyemi'], moves: ['send-back'], whyNot: 'You have signed already, and nobody signs twice. The next signature is for: Head teacher.',
    });
    expect((await sign(head, id, 'head')).body).toMatchObject({ state: 'signing', signers: ['G Adeyemi'] });
    const last = await sign(chair, id, 'chair', { name: 'G Adeyemi', role: 'Chair' });
    expect(last.body).toMatchObject({ state: 'submitted', reference: expect.stringMatching(/-[A-Z2-9]{4}$/), moves: ['receipt'], declaration: null, steps: [{ state: 'signed' }, { state: 'signed' }, { state: 'signed' }] });
    expect((await lead.get(`/api/submissions/${id}/receipt`)).body).toMatchObject({
      reference: last.body.reference, submittedBy: 'G Adeyemi', role: 'Chair', declaration: 'We follow it up.',
      signatures: [{ name: 'J Ahmed', declaration: 'It is true.' }, { declaration: 'I have read it.' }, { name: 'G Adeyemi' }],
    });
  });

  it('freezes with the first signature what all of them sign', async () => {
    const { lead, head, chair } = scene;
    await sign(lead, id, 'dsl');
    const [frozen] = await rows('select * from app.submission_snapshot where submission_id = $1', [id]);
    expect([frozen.kind, hash(frozen.content), JSON.parse(frozen.content).signatures]).toEqual(['signed', frozen.sha256, undefined]);
    await sign(head, id, 'head');
    await sign(chair, id, 'chair');
    const sealed = (await rows("select * from app.submission_snapshot where submission_id = $1 and kind = 'submitted'", [id]))[0];
    const { reference, contentSha256, signatures, ...content } = JSON.parse(sealed.content);
    expect(hash(sealed.content)).toBe(sealed.sha256);
    expect(contentSha256).toBe(frozen.sha256);
    expect(JSON.stringify(content)).toBe(frozen.content);
    expect(signatures.map(({ step, who, declaration }: (typeof chain)[0] & { step: string }) => [step, who, declaration])).toEqual(chain.map(({ key, who, declaration }) => [key, who, declaration]));
    expect(await rows('select distinct sha256 from app.signature where submission_id = $1', [id])).toEqual([{ sha256: contentSha256 }]);
    expect(reference).toMatch(/^R/);
  });

  it('writes to whoever is next, straight to the page, and never a word of an answer', async () => {
    const { lead, head, chair, people } = scene;
    await save(lead, id, scene.version.id('policy'), rated('amber', 'Everything about Kim.'), 1);
    await sign(lead, id, 'dsl', { name: 'J Ahmed' });
    await sign(head, id, 'head');
    await sign(chair, id, 'chair');
    const sent = await mails();
    expect(sent.map(({ address, subject }) => [address, subject.split(':')[0]])).toEqual([
      [people.head.email, 'Your signature is needed'], [people.chair.email, 'Your signature is needed'], [people.chair.email, 'Your signature is needed'],
      [people.lead.email, 'Submitted'], [people.head.email, 'Submitted'],
    ]);
    expect(sent[0]!.body).toContain(`/returns/${id}/sign\n`);
    for (const { body, subject } of sent) expect(`${subject} ${body}`).not.toMatch(/Kim|amber|Partly met/i);
  });

  it('shows whoever signs what stands out', async () => {
    const { lead, head } = scene;
    await save(lead, id, scene.version.id('policy'), rated('red'), 1);
    await sign(lead, id, 'dsl');
    expect((await signing(head, id)).body).toMatchObject({ levels: { green: 1, amber: 0, red: 1 }, reds: [{ ref: '2.1', level: { key: 'red' } }], ups: [], downs: [], lastRoundName: null, unchanged: null, blockers: 0 });
  });
});

describe('nobody signs', () => {
  const refused = async (answer: { status: number; body: { code: string } }, status: number, code: string) => expect([answer.status, answer.body.code]).toEqual([status, code]);

  it('out of turn, or what is for another', async () => {
    const { lead, head, deputy, here } = scene;
    await refused(await sign(head, id, 'dsl'), 422, 'another-signer-needed');
    await refused(await sign(head, id, 'head'), 409, 'changed-meanwhile');
    await refused(await sign(deputy, id, 'dsl'), 403, 'not-allowed');
    await refused(await sign(here.businessUnit, id, 'dsl'), 403, 'not-allowed');
    await sign(lead, id, 'dsl');
    await refused(await sign(lead, id, 'dsl'), 409, 'changed-meanwhile');
    await refused(await sign(lead, id, 'head'), 422, 'another-signer-needed');
    expect(await standing()).toEqual(['dsl']);
  });

  it('twice, with another role neither', async () => {
    const { lead, head, people, here, school } = scene;
    await api.administrator.query("insert into app.membership (partnership_id, id, person_id, organisation_id, role) values ($1, gen_random_uuid(), $2, $3, 'approver')", [here.id, people.lead.id, school.id]);
    await sign(lead, id, 'dsl');
    await refused(await sign(lead, id, 'head'), 422, 'another-signer-needed');
    await sign(head, id, 'head');
    await refused(await sign(head, id, 'chair'), 422, 'another-signer-needed');
    await api.administrator.query("delete from app.membership where person_id = $1 and role = 'approver'", [people.lead.id]);
  });

  it('alone by the way of returns that want one signature', async () => {
    const answer = await scene.lead.post(`/api/submissions/${id}/submit`, { declared: true, name: 'J Ahmed', role: 'DSL' });
    await refused(answer, 422, 'another-signer-needed');
    expect(await stateOf()).toBe('in-progress');
  });

  it('at a computer somebody walked away from', async () => {
    await justProved(api, '2026-11-22T11:00:00Z');
    await refused(await sign(scene.lead, id, 'dsl'), 403, 'proof-needed');
    await justProved(api);
  });

  it.each([[{ declared: false }, 'declared'], [{ name: ' ' }, 'name'], [{ role: ' ' }, 'role']])('without a declaration that is complete: %j', async (changes, where) => {
    expect(await sign(scene.lead, id, 'dsl', changes)).toMatchObject({ status: 400, body: { faults: [{ where }] } });
    expect(await standing()).toEqual([]);
  });

  it('while something is left to answer', async () => {
    await save(scene.lead, id, scene.version.id('policy'), { level: null, value: null, note: '', naReason: null }, 1);
    await refused(await sign(scene.lead, id, 'dsl'), 422, 'cannot-submit-yet');
    expect((await signing(scene.lead, id)).body).toMatchObject({ blockers: 1, moves: [], whyNot: expect.stringContaining('1 thing is left') });
  });

  it('what is no longer what was signed before', async () => {
    await sign(scene.lead, id, 'dsl');
    await api.administrator.query("update app.answer set note = 'Better than it is' where submission_id = $1 and question_id = $2", [id, scene.version.id('policy')]);
    await refused(await sign(scene.head, id, 'head'), 409, 'changed-meanwhile');
    expect(await standing()).toEqual(['dsl']);
  });
});

describe('what has been signed', () => {
  it('stands still, whichever way a change comes', async () => {
    await sign(scene.lead, id, 'dsl');
    expect(await save(scene.lead, id, scene.version.id('policy'), rated('amber'), 1)).toMatchObject({ status: 409, body: { code: 'return-not-editable' } });
    expect((await scene.lead.get(`/api/submissions/${id}`)).body).toMatchObject({ state: 'signing', moves: [], closedBecause: expect.stringContaining('is being signed') });
    expect((await scene.head.get(`/api/submissions/${id}`)).body.moves).toEqual(['sign']);
  });

  it('is read by its own people alone', async () => {
    await sign(scene.lead, id, 'dsl');
    for (const path of ['', '/signing', '/receipt']) expect([path, (await scene.here.businessUnit.get(`/api/submissions/${id}${path}`)).status]).toEqual([path, 404]);
    const elsewhere = await signedIn(api, await aPerson(api, { role: 'qp-member' }));
    expect((await signing(elsewhere, id)).status).toBe(404);
  });

  it('can be sent back with a note: nobody’s signature stands, and those who signed are told', async () => {
    const { lead, head, chair, people } = scene;
    await sign(lead, id, 'dsl');
    await sign(head, id, 'head');
    const before = (await mails()).length;
    expect((await sendBack(chair, id, 'Kim is named in 2.1.')).body).toMatchObject({ state: 'in-progress', sentBack: { by: 'G Adeyemi', note: 'Kim is named in 2.1.' }, steps: [{ state: 'next' }, { state: 'later' }, { state: 'later' }] });
    expect(await standing()).toEqual([]);
    const told = (await mails()).slice(before);
    expect(told.map(({ address }) => address).sort()).toEqual([people.lead.email, people.head.email].sort());
    for (const { body } of told) expect(body).not.toContain('Kim');
    expect((await save(lead, id, scene.version.id('policy'), rated('amber'), 1)).status).toBe(200);
    expect((await sign(lead, id, 'dsl')).body).toMatchObject({ state: 'signing', sentBack: null });
    expect(await sendBack(lead, id)).toMatchObject({ status: 200 });
    expect(await sendBack(lead, id)).toMatchObject({ status: 409, body: { code: 'already-done' } });
    expect(await rows('select count(*)::int as count from app.signature where submission_id = $1 and voided_at is not null', [id])).toEqual([{ count: 3 }]);
  });

  it('is not sent back by those who do not sign, nor once it is submitted', async () => {
    await sign(scene.lead, id, 'dsl');
    expect((await sendBack(scene.deputy, id)).status).toBe(403);
    await sign(scene.head, id, 'head');
    await sign(scene.chair, id, 'chair');
    expect(await sendBack(scene.chair, id)).toMatchObject({ status: 409, body: { code: 'already-done', detail: expect.stringContaining('business unit') } });
  });
});

describe('at the same moment', () => {
  it('two sign, and one is first', async () => {
    await sign(scene.lead, id, 'dsl');
    const answers = await Promise.all([sign(scene.head, id, 'head'), sign(scene.chair, id, 'head')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await standing()).toEqual(['dsl', 'head']);
  });

  it('one signs and one sends back: never a signature on what may be changed', async () => {
    await sign(scene.lead, id, 'dsl');
    await Promise.all([sign(scene.head, id, 'head'), sendBack(scene.chair, id)]);
    expect([await stateOf(), await standing()]).toEqual(['in-progress', []]);
  });

  it('ten save while one signs: what is signed is what is stored', async () => {
    const saves = Array.from({ length: 10 }, (_, at) => save(scene.deputy, id, scene.version.id('policy'), rated('amber', `Take ${at}`), 1));
    const [signed, ...saved] = await Promise.all([sign(scene.lead, id, 'dsl'), ...saves]);
    expect(signed!.status).toBe(200);
    expect(saved.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    expect(saved.every(({ status }) => status === 200 || status === 409)).toBe(true);
    const [{ note }] = await rows('select note from app.answer where submission_id = $1 and question_id = $2', [id, scene.version.id('policy')]);
    const [{ content }] = await rows('select content from app.submission_snapshot where submission_id = $1', [id]);
    expect(JSON.parse(content).answers.find(({ key }: { key: string }) => key === 'policy').note).toBe(note);
    expect((await sign(scene.head, id, 'head')).status).toBe(200);
  });
});

describe('where the questionnaire lets one person sign twice', () => {
  it('a head who is the safeguarding lead signs as both, and somebody else last', async () => {
    const other = await startApi();
    const both = await aSchoolThatSigns(other, { signOff: chain.map((step) => (step.key === 'head' ? { ...step, samePerson: true } : step)) });
    const returned = await both.answered();
    expect((await sign(both.lead, returned, 'dsl')).body).toMatchObject({ moves: ['sign-again', 'send-back'], whyNot: null, signers: ['R Wilkins', 'G Adeyemi'] });
    expect((await both.lead.get(`/api/submissions/${returned}`)).body.moves).toEqual([]);
    expect((await sign(both.lead, returned, 'head')).body).toMatchObject({ state: 'signing', moves: ['send-back'] });
    expect((await sign(both.lead, returned, 'chair')).body.code).toBe('another-signer-needed');
    expect((await sign(both.head, returned, 'chair')).body).toMatchObject({ state: 'submitted' });
    await other.stop();
  });
});

describe('what is to be known before one signs', () => {
  const seen = async () => (await signing(scene.lead, id)).body;

  it('is what colleagues have not settled, by question; and changes that are asked for stand in the way', async () => {
    const say = (key: string, kind: 'comment' | 'changes') => scene.deputy.post(`/api/submissions/${id}/comments`, { questionId: scene.version.id(key), kind, words: 'Can we cite the audit?' });
    expect(await seen()).toMatchObject({ talkedAbout: [], moves: ['sign'] });
    for (const [key, kind] of [['training', 'comment'], ['policy', 'comment'], ['policy', 'changes']] as const) await say(key, kind);
    expect(await seen()).toMatchObject({ blockers: 1, moves: [], talkedAbout: [{ ref: '2.1', comments: 2 }, { ref: '2.2', comments: 1 }] });
    for (const { id: comment } of (await scene.lead.get(`/api/submissions/${id}/sharing`)).body.comments) await scene.lead.put(`/api/comments/${comment}`, { resolved: true });
    expect(await seen()).toMatchObject({ blockers: 0, moves: ['sign'], talkedAbout: [] });
  });

  it('is how many actions are planned, and which of them nobody sees to', async () => {
    expect(await seen()).toMatchObject({ actions: 0, unowned: [] });
    const plan = (title: string, owner: string) => scene.lead.post(`/api/submissions/${id}/actions`, { questionId: null, title, owner, dueOn: null });
    expect((await plan('Review the policy', '')).status).toBe(201);
    await plan('Train all', 'R Wilkins');
    expect(await seen()).toMatchObject({ actions: 2, unowned: [{ number: expect.any(Number), title: 'Review the policy' }] });
  });
});
