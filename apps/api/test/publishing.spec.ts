import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { aDraft, edit, read, titled, type Draft } from './draft-scenes';
import { aQuestion, aQuestionnaire, published, type Published } from './return-scenes';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('publishing a draft', () => {
  let api: RunningApi;
  let here: Partnership;
  let unit: Client;
  let lead: Client;
  let version: Published;
  beforeAll(async () => {
    api = await startApi();
    api.today('2026-09-20');
    here = await aPartnership(api);
    unit = here.businessUnit;
    version = await published(api, here.id, aQuestionnaire());
    const school = await aSchool(api);
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id }));
  });
  afterAll(() => api.stop());

  const publish = (client: Client, { id, revision }: Pick<Draft, 'id' | 'revision'>) => client.post(`/api/templates/drafts/${id}/publish`, { revision });
  /** Begun from the version, and an edition of its own, so that each test may publish. */
  async function aChanged(edition: string, ...edits: object[]): Promise<Draft> {
    const draft = await aDraft(unit, version.versionId);
    const { status, body } = await edit(unit, draft, { edit: 'settings', changes: { edition, title: `Sample return ${edition}` } }, ...edits);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return read(unit, draft);
  }
  const question = (key: string, changes: object) => aQuestion('x', key, changes);
  const retire = (key: string, note = 'Asked elsewhere') => ({ edit: 'settings', changes: { retired: [{ key, ref: '2.3', title: 'Boarding', note }] } });

  it('makes it a version that can be read and asked', async () => {
    const draft = await aChanged('2027-28');
    expect((await publish(unit, draft)).body).toEqual({ versionId: draft.id, edition: '2027-28', title: 'Sample return 2027-28' });
    const { body } = await lead.get(`/api/templates/versions/${draft.id}`);
    expect(body).toMatchObject({ id: draft.id, template: draft.template, contentHash: expect.stringMatching(/^[0-9a-f]{64}$/), follows: { versionId: version.versionId } });
    expect(body.questions.map(({ key }: { key: string }) => key)).toContain('placement-visits');
    expect((await unit.get('/api/templates')).body).toContainEqual(expect.objectContaining({ versionId: draft.id, questions: 7 }));
    expect((await edit(unit, draft, titled('Late'))).body).toMatchObject({ code: 'already-done', detail: expect.stringContaining('never changes again') });
    expect((await unit.get(`/api/templates/drafts/${draft.id}`)).body.code).toBe('already-done');
    expect((await publish(unit, draft)).body.code).toBe('already-done');
  });

  it.each<[string, string, object[], object]>([
    ['with a problem', 'p-1', [{ edit: 'change-question', question: aQuestion('x', 'policy', { wording: '', critical: true, lineage: { kind: 'same', from: ['policy'] } }) }], { detail: expect.stringContaining('Write a title and a question') }],
    ['an edition that is published', '2026-27', [], { where: 'edition', detail: expect.stringContaining('2026-27 is published already') }],
    ['that follows what there is not', 'p-2', [{ edit: 'settings', changes: { follows: '1999-00' } }], { where: 'follows', detail: expect.stringContaining('no published edition 1999-00') }],
    ['while a question of the edition before has no fate', 'p-3', [{ edit: 'remove-question', key: 'boarding' }], { where: 'boarding', detail: expect.stringContaining('Say what became of') }],
  ])('is refused %s', async (_, edition, edits, fault) => {
    const draft = await aChanged(edition, ...edits);
    expect(draft['problems']).toContainEqual(expect.objectContaining(fault));
    const { status, body } = await publish(unit, draft);
    expect([status, body.code]).toEqual([422, 'cannot-publish-yet']);
    expect(body.faults).toContainEqual(expect.objectContaining(fault));
    expect((await read(unit, draft))['state']).toBe('draft');
    const { rows } = await api.administrator.query('select count(*)::int as questions from app.question where template_version_id = $1', [draft.id]);
    expect(rows).toEqual([{ questions: 0 }]);
  });

  it('is refused of another draft than the one that was looked at', async () => {
    const draft = await aChanged('2030-31');
    expect((await publish(unit, { ...draft, revision: 0 })).body.code).toBe('changed-meanwhile');
  });

  it('succeeds for one of two at once', async () => {
    const draft = await aChanged('2031-32');
    const answers = await Promise.all([publish(unit, draft), publish(unit, draft)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('says where each question comes from, and respondents what changed', async () => {
    const draft = await aChanged('2032-33',
      { edit: 'remove-question', key: 'boarding' }, retire('boarding'),
      { edit: 'change-question', question: question('policy', { critical: true, wording: 'Another wording?', lineage: { kind: 'reworded', from: ['policy'], note: 'Shorter' } }) },
      { edit: 'add-question', section: 'leadership', question: question('fresh', { lineage: { kind: 'new', from: [] } }), at: 9 });
    expect((await publish(unit, draft)).status).toBe(200);
    const { rows } = await api.administrator.query(
      `select q.key, f.key as "from", l.kind, l.note from app.question_lineage l left join app.question q on q.id = l.question_id left join app.question f on f.id = l.from_question_id
       where l.template_version_id = $1 and l.kind <> 'same' order by l.kind`, [draft.id]);
    expect(rows).toEqual([
      { key: 'fresh', from: null, kind: 'new', note: '' }, { key: null, from: 'boarding', kind: 'retired', note: 'Asked elsewhere' }, { key: 'policy', from: 'policy', kind: 'reworded', note: 'Shorter' },
    ]);
    const { body: changes } = await lead.get(`/api/templates/versions/${draft.id}/changes`);
    expect(changes).toMatchObject({
      edition: '2032-33', follows: { edition: '2026-27' }, same: 5, split: [], merged: [],
      added: [{ key: 'fresh' }], retired: [{ key: 'boarding', note: 'Asked elsewhere' }],
      reworded: [{ key: 'policy', wording: 'Another wording?', note: 'Shorter', before: [{ wording: 'Wording of policy?' }] }],
    });
    const next = await aDraft(unit, draft.id);
    await publish(unit, next);
    const { body: lineage } = await lead.get(`/api/templates/versions/${next.id}/lineage`);
    expect(lineage.years).toEqual([
      expect.objectContaining({ versionId: draft.id, edition: '2032-33', rated: 5, comparable: 5 }), expect.objectContaining({ versionId: version.versionId, edition: '2026-27', rated: 5, comparable: 4 }),
    ]);
    expect(lineage.questions.find(({ key }: { key: string }) => key === 'policy')).toMatchObject({
      kind: 'same', before: [{ edition: '2032-33', key: 'policy', kind: 'same' }, { edition: '2026-27', key: 'policy', kind: 'reworded' }],
    });
  });

  it('proposes where questions come from, and says nothing of a first edition', async () => {
    const draft = await aChanged('2040-41', { edit: 'remove-question', key: 'boarding' },
      { edit: 'change-question', question: question('policy', { critical: true, wording: 'Another wording?', lineage: { kind: 'same', from: ['policy'] } }) });
    const { body } = await unit.get(`/api/templates/drafts/${draft.id}/lineage`);
    expect(body.questions.find(({ key }: { key: string }) => key === 'policy')).toMatchObject({ said: { kind: 'same' }, proposed: { kind: 'reworded', from: ['policy'] } });
    expect(body.before.find(({ key }: { key: string }) => key === 'boarding')).toMatchObject({ retired: false, proposedRetired: true });
    expect(body.problems).toEqual([{ where: 'boarding', detail: expect.stringContaining('Say what became of') }]);
    const { body: first } = await lead.get(`/api/templates/versions/${version.versionId}/changes`);
    expect(first).toMatchObject({ follows: null, added: [], same: 0 });
  });

  it('is for ever, for whoever owns the tables too', async () => {
    const draft = await aChanged('2050-51');
    expect((await publish(unit, draft)).status).toBe(200);
    for (const statement of [
      "update app.template_version set title = 'x'", "update app.template_version set manifest = '{}'", 'update app.template_version set revision = 99', "update app.template_version set state = 'draft'",
      "update app.template_version set state = 'discarded'", 'delete from app.template_version',
    ]) {
      await api.administrator.query('begin; set local role attest_owner; alter table app.template_version no force row level security');
      const refused = await api.administrator.query(`${statement} where id = $1`, [draft.id]).then(({ rowCount }) => `${rowCount} rows`, ({ code }: { code: string }) => code);
      await api.administrator.query('rollback');
      expect([statement, refused]).toEqual([statement, 'AT001']);
    }
    for (const statement of [
      "update app.question set key = 'x' where template_version_id = $1", 'delete from app.question where template_version_id = $1', "update app.question_lineage set kind = 'merged' where template_version_id = $1",
      "insert into app.question (partnership_id, id, template_version_id, key, ref, section_key, position) select partnership_id, gen_random_uuid(), id, 'late', '', '', 0 from app.template_version where id = $1",
    ]) await expect(api.administrator.query(statement, [draft.id])).rejects.toMatchObject({ code: 'AT001' });
  });

  it('may be followed by retiring: nobody new is asked, and rounds go on', async () => {
    const draft = await aChanged('2034-35');
    await publish(unit, draft);
    const asks = () => unit.post('/api/rounds', {
      templateVersionId: draft.id, name: 'One more', opensOn: '2026-09-21', dueOn: '2026-12-11', finalOn: '2027-01-29', audience: { areaIds: [], phases: [], sectors: [], types: [] },
    });
    const { body: retired } = await unit.post(`/api/templates/versions/${draft.id}/retire`);
    expect(retired).toMatchObject({ state: 'retired', moves: ['start-next', 'reinstate'] });
    expect((await asks()).body.code).toBe('not-found');
    expect((await unit.post(`/api/templates/versions/${draft.id}/retire`)).body.code).toBe('already-done');
    expect((await lead.get(`/api/templates/versions/${draft.id}`)).status).toBe(200);
    expect((await unit.post(`/api/templates/versions/${draft.id}/reinstate`)).body).toMatchObject({ state: 'published', moves: ['start-next', 'retire'] });
    expect((await unit.post(`/api/templates/versions/${draft.id}/reinstate`)).body.code).toBe('already-done');
    expect((await asks()).status).toBe(201);
    const { body: versions } = await unit.get('/api/templates/versions');
    expect(versions.find(({ id }: { id: string }) => id === draft.id).rounds).toEqual([{ id: expect.any(String), name: 'One more', state: 'draft', organisations: 0 }]);
    const open = await aDraft(unit, version.versionId);
    expect((await unit.post(`/api/templates/versions/${open.id}/retire`)).body.code).toBe('not-found');
  });

  it('keeps notes between authors among those who write', async () => {
    const draft = await aChanged('2035-36', { edit: 'change-question', question: question('policy', { critical: true, authorNote: 'Ask the group', lineage: { kind: 'same', from: ['policy'] } }) });
    await publish(unit, draft);
    expect(JSON.stringify((await unit.get(`/api/templates/versions/${draft.id}`)).body)).toContain('Ask the group');
    expect(JSON.stringify((await lead.get(`/api/templates/versions/${draft.id}`)).body)).not.toContain('Ask the group');
  });

  it('shows nothing of it elsewhere, and nobody a draft', async () => {
    const elsewhere = (await anotherPartnership(api)).businessUnit;
    const draft = await aChanged('2036-37');
    for (const path of ['', '/changes', '/lineage']) {
      expect((await lead.get(`/api/templates/versions/${draft.id}${path}`)).body.code).toBe('not-found');
      expect((await elsewhere.get(`/api/templates/versions/${version.versionId}${path}`)).body.code).toBe('not-found');
    }
    expect((await elsewhere.post(`/api/templates/versions/${version.versionId}/retire`)).body.code).toBe('not-found');
    expect((await lead.post(`/api/templates/versions/${version.versionId}/retire`)).body.code).toBe('not-allowed');
  });
});
