import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { questionsOf } from '@attest/domain/questionnaire';
import { libraryTemplates } from '@attest/templates/api';
import type { Client } from './client';
import { aDraft, edit, read, titled, type Draft } from './draft-scenes';
import { aQuestion, aQuestionnaire, published, type Published } from './return-scenes';
import { aPartnership, aPerson, anotherPartnership, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('a draft of a questionnaire', () => {
  let api: RunningApi;
  let here: Partnership;
  let elsewhere: Partnership;
  let version: Published;
  let [priya, sam]: [Client, Client] = [undefined!, undefined!];
  beforeAll(async () => {
    api = await startApi();
    here = await aPartnership(api);
    elsewhere = await anotherPartnership(api);
    version = await published(api, here.id, aQuestionnaire());
    priya = here.businessUnit;
    sam = await signedIn(api, await aPerson(api, { role: 'business-unit', name: 'Sam Lee' }));
  });
  afterAll(() => api.stop());

  const keys = ({ template }: Draft) => questionsOf(template).map(({ key }) => key);
  const step = (client: Client, { id }: Pick<Draft, 'id'>, verb: 'undo' | 'redo', revision: number) => client.post(`/api/templates/drafts/${id}/${verb}`, { revision });

  describe('begins', () => {
    it('as the next edition of a published version, in which every question is the same', async () => {
      const draft = await aDraft(priya, version.versionId);
      expect(draft).toMatchObject({
        state: 'draft', revision: 0, problems: [], canUndo: false, canRedo: false, changedBy: 'Priya Shah', moves: ['edit', 'publish', 'discard'],
        follows: { versionId: version.versionId, edition: '2026-27', title: 'Sample return' },
        template: { code: 'sample', edition: '2027-28', follows: '2026-27', effectiveFrom: '2027-09-01' },
      });
      expect(questionsOf(draft.template).every(({ key, lineage }) => lineage?.kind === 'same' && lineage.from[0] === key)).toBe(true);
      expect(draft.minutes).toBeGreaterThan(0);
    });

    it('from the library, as the next edition of what was published of it', async () => {
      const library = await priya.get('/api/templates/library');
      expect(library.body.map(({ code }: { code: string }) => code)).toEqual(libraryTemplates.map(({ code }) => code));
      const { status, body } = await priya.post<Draft>('/api/templates/drafts/from-library', { code: 'section-11' });
      expect(status).toBe(201);
      expect(body).toMatchObject({ problems: [], template: { code: 'section-11', edition: '2027-28', follows: '2026-27' } });
    });

    it('from the library as it is, where nothing was published of it', async () => {
      const { body } = await elsewhere.businessUnit.post<Draft>('/api/templates/drafts/from-library', { code: 'section-11' });
      expect(body.template).toEqual(libraryTemplates.find(({ code }) => code === 'section-11'));
      expect(body).toMatchObject({ follows: null, problems: [] });
    });

    it('with nothing in it', async () => {
      const { body } = await priya.post<Draft>('/api/templates/drafts/blank', { title: 'Voluntary groups', edition: '2026-27', audience: 'agency' });
      expect(body).toMatchObject({ template: { code: 'voluntary-groups', audience: 'agency' }, problems: [{ where: '1', detail: expect.stringContaining('asks nothing') }] });
      const again = await priya.post<Draft>('/api/templates/drafts/blank', { title: 'Voluntary groups', edition: '2026-27', audience: 'school' });
      expect(again.body.template.code).toBe('voluntary-groups-2');
    });

    it.each([
      ['from-library', { code: 'no-such' }], ['from-version', { versionId: '00000000-0000-0000-0000-000000000000' }],
    ])('not %s where there is nothing to begin from', async (how, from) => {
      expect((await priya.post(`/api/templates/drafts/${how}`, from)).body.code).toBe('not-found');
    });

    it('not from another draft', async () => {
      const draft = await aDraft(priya, version.versionId);
      expect((await priya.post('/api/templates/drafts/from-version', { versionId: draft.id })).body.code).toBe('not-found');
    });
  });

  describe('is changed', () => {
    let draft: Draft;
    beforeEach(async () => { draft = await aDraft(priya, version.versionId); });

    it('edit by edit, and everything is there afterwards', async () => {
      const added = await edit(priya, draft, { edit: 'add-question', section: 'leadership', question: aQuestion('x', 'new-one'), at: 0 }, titled('Better'));
      expect(added).toMatchObject({ status: 200, body: { revision: 1, canUndo: true, canRedo: false } });
      const moved = await edit(priya, { ...draft, revision: 1 }, { edit: 'move-question', key: 'new-one', section: 'team', at: 9 });
      expect(moved.body.revision).toBe(2);
      const now = await read(priya, draft);
      expect(now).toMatchObject({ revision: 2, template: { title: 'Better' } });
      expect(keys(now).slice(0, 3)).toEqual(['lead', 'uses-placements', 'new-one']);
      expect(questionsOf(now.template)[2]!.ref).toBe('1.3');
    });

    it.each<[string, object, object]>([
      ['no edit at all', { edit: 'burn' }, { where: '/0', detail: 'This is no known kind of edit.' }],
      ['a setting there is not', { edit: 'settings', changes: { colour: 'red' } }, { where: '/0/changes', detail: 'There is no "colour" here. Leave it out.' }],
      ['the code, which trends follow', { edit: 'settings', changes: { code: 'other' } }, { where: '/0/changes', detail: 'There is no "code" here. Leave it out.' }],
      ['what must be there', { edit: 'settings', changes: { title: null } }, { where: '/0/changes/title', detail: 'This must be text.' }],
      ['a day there is not', { edit: 'settings', changes: { effectiveFrom: '2027-02-30' } }, { where: '/0/changes/effectiveFrom', detail: 'This must be a real date such as 2026-09-30.' }],
      ['half a question', { edit: 'add-question', section: 'team', at: 0, question: { key: 'half' } }, { where: '/0/question', detail: '"ref" is missing.' }],
      ['a condition that is none', { edit: 'change-question', question: aQuestion('1', 'policy', { showIf: { run: 'me' } as never }) }, { where: '/0/question/showIf', detail: 'This is not a condition: use "question" with "is", "all", "any" or "not".' }],
      ['a key that is none', { edit: 'add-question', section: 'team', at: 0, question: aQuestion('1', 'to String') }, { where: '/0/question/key', detail: expect.stringContaining('letters, figures, points') }],
    ])('not by %s', async (_, wrong, fault) => {
      const { status, body } = await edit(priya, draft, wrong);
      expect([status, body.code]).toEqual([422, 'edit-not-accepted']);
      expect(body.faults).toContainEqual(fault);
      expect((await read(priya, draft)).revision).toBe(0);
    });

    it.each<[string, object[], string]>([
      ['of what is gone', [{ edit: 'remove-question', key: 'gone' }], 'no longer in the draft'],
      ['when one of several cannot be made', [titled('Never'), { edit: 'remove-section', key: 'gone' }], 'no longer in the draft'],
      ['to a key that is taken', [{ edit: 'add-question', section: 'team', question: aQuestion('x', 'policy'), at: 0 }], 'already'],
      ['to what nobody could answer', Array.from({ length: 40 }, (_, at) => ({
        edit: 'add-question', section: 'team', at: 0,
        question: aQuestion('x', `long-${at}`, { help: 'x'.repeat(4000), wording: 'x'.repeat(4000), descriptors: { green: 'g'.repeat(4000), amber: 'a'.repeat(4000), red: 'r'.repeat(4000) } }),
      })), 'too large'],
    ])('not %s', async (_, edits, why) => {
      if (why === 'too large') await edit(priya, draft, ...edits.map((one) => ({ ...one, question: { ...(one as { question: { key: string } }).question, key: `more-${(one as { question: { key: string } }).question.key}` } })));
      const before = await read(priya, draft);
      const { status, body } = await edit(priya, before, ...edits);
      expect([status, body.code, body.detail]).toEqual([422, 'edit-not-accepted', expect.stringContaining(why)]);
      expect(await read(priya, draft)).toMatchObject({ revision: before.revision, template: before.template });
    });

    it.each(['constructor', '__proto__', 'prototype'])('not with a property called "%s"', async (name) => {
      const raw = JSON.stringify({ revision: 0, edits: [{ edit: 'change-question', question: aQuestion('1', 'policy', { descriptors: { NAME: 'x' } }) }] }).replace('NAME', name);
      const answer = await priya.send<{ code: string }>('POST', `/api/templates/drafts/${draft.id}/edits`, raw, { 'content-type': 'application/json' });
      expect([answer.status, answer.body.code]).toEqual([400, 'malformed-body']);
    });

    it('by two at once: the one who was slower is shown it as it is, and makes the change again', async () => {
      const both = await Promise.all([edit(priya, draft, titled('Priya’s')), edit(sam, draft, titled('Sam’s'))]);
      const [won, lost] = both.toSorted((one, other) => one.status - other.status);
      expect([won!.status, lost!.status, lost!.body.code]).toEqual([200, 409, 'changed-meanwhile']);
      expect(lost!.body.current).toEqual(await read(both[0] === lost ? priya : sam, draft));
      const slower = both[0] === lost ? priya : sam;
      expect((await edit(slower, lost!.body.current, titled('Both'))).status).toBe(200);
      expect((await read(priya, draft)).template.title).toBe('Both');
    });

    it('and each of ten at once, when each tries until it fits', async () => {
      await Promise.all(Array.from({ length: 10 }, async (_, at) => {
        let [now, answer] = [draft as Pick<Draft, 'id' | 'revision'>, undefined as Awaited<ReturnType<typeof edit>> | undefined];
        while ((answer = await edit(at % 2 ? priya : sam, now, { edit: 'add-question', section: 'team', question: aQuestion('x', `n-${at}`), at: 0 })).status === 409) now = answer.body.current;
        expect(answer.status).toBe(200);
      }));
      const now = await read(priya, draft);
      expect([now.revision, keys(now).filter((key) => key.startsWith('n-')).length]).toEqual([10, 10]);
    });
  });

  describe('takes back', () => {
    let draft: Draft;
    beforeEach(async () => { draft = await aDraft(priya, version.versionId); });

    it('one’s own last change, and makes it again', async () => {
      await edit(priya, draft, titled('One'));
      await edit(priya, { ...draft, revision: 1 }, { edit: 'remove-question', key: 'policy' });
      expect((await step(priya, draft, 'undo', 2)).body).toMatchObject({ revision: 3, canUndo: true, canRedo: true, edits: [{ edit: 'add-question', section: 'leadership', at: 0 }] });
      expect(keys(await read(priya, draft))).toContain('policy');
      expect((await step(priya, draft, 'undo', 3)).body).toMatchObject({ canUndo: false, canRedo: true });
      expect((await read(priya, draft)).template).toEqual(draft.template);
      expect((await step(priya, draft, 'redo', 4)).body).toMatchObject({ canUndo: true, canRedo: true });
      expect((await step(priya, draft, 'redo', 5)).body).toMatchObject({ canUndo: true, canRedo: false });
      const now = await read(priya, draft);
      expect([now.template.title, keys(now).includes('policy')]).toEqual(['One', false]);
    });

    it('what one did oneself, and leaves what somebody else did since', async () => {
      await edit(priya, draft, titled('Priya’s'));
      await edit(sam, { ...draft, revision: 1 }, { edit: 'settings', changes: { purpose: 'Sam’s' } });
      await step(priya, draft, 'undo', 2);
      expect((await read(sam, draft)).template).toMatchObject({ title: draft.template.title, purpose: 'Sam’s' });
      expect(await read(sam, draft)).toMatchObject({ canUndo: true, canRedo: false });
    });

    it('nothing that somebody else has changed since', async () => {
      await edit(priya, draft, titled('Priya’s'));
      await edit(sam, { ...draft, revision: 1 }, titled('Sam’s'));
      const { status, body } = await step(priya, draft, 'undo', 2);
      expect([status, body.code, body.detail]).toEqual([422, 'edit-not-accepted', 'Sam Lee has changed the same since, so this cannot be taken back by itself. Change it by hand.']);
      expect((await read(priya, draft)).template.title).toBe('Sam’s');
    });

    it('nothing where there is nothing of one’s own', async () => {
      await edit(priya, draft, titled('Priya’s'));
      expect((await step(sam, draft, 'undo', 1)).body).toMatchObject({ code: 'edit-not-accepted', detail: 'There is nothing of yours to take back.' });
      expect((await step(priya, draft, 'redo', 1)).body).toMatchObject({ code: 'edit-not-accepted', detail: 'There is nothing to make again.' });
      expect((await step(priya, draft, 'undo', 0)).body.code).toBe('changed-meanwhile');
    });
  });

  it('is discarded and restored', async () => {
    const draft = await aDraft(priya, version.versionId);
    expect((await priya.delete(`/api/templates/drafts/${draft.id}`)).status).toBe(204);
    expect(await read(priya, draft)).toMatchObject({ state: 'discarded', moves: ['restore'] });
    expect((await edit(priya, draft, titled('Late'))).body).toMatchObject({ code: 'already-done', detail: expect.stringContaining('Restore it') });
    expect((await priya.delete(`/api/templates/drafts/${draft.id}`)).body.code).toBe('already-done');
    expect((await priya.post(`/api/templates/drafts/${draft.id}/restore`)).body).toMatchObject({ state: 'draft', template: draft.template });
    expect((await priya.post(`/api/templates/drafts/${draft.id}/restore`)).body.code).toBe('already-done');
  });

  it('is for the business unit of its partnership alone', async () => {
    const draft = await aDraft(priya, version.versionId);
    const school = await aSchool(api);
    for (const role of ['qp-member', 'executive', 'scrutineer', 'lead', 'approver'] as const) {
      const client = await signedIn(api, await aPerson(api, { role, organisationId: role === 'lead' || role === 'approver' ? school.id : null }));
      expect([role, (await edit(client, draft, titled('Ours'))).body.code, (await client.get(`/api/templates/drafts/${draft.id}`)).body.code]).toEqual([role, 'not-allowed', 'not-allowed']);
    }
    for (const answer of [
      await elsewhere.businessUnit.get(`/api/templates/drafts/${draft.id}`), await edit(elsewhere.businessUnit, draft, titled('Ours')),
      await elsewhere.businessUnit.delete(`/api/templates/drafts/${draft.id}`), await elsewhere.businessUnit.post(`/api/templates/drafts/${draft.id}/publish`, { revision: 0 }),
    ]) expect(answer.body.code).toBe('not-found');
    const listed = (await elsewhere.businessUnit.get('/api/templates/versions')).body.map(({ id }: { id: string }) => id);
    expect(listed).not.toContain(draft.id);
  });

  it('advises of a source that was issued again', async () => {
    const cited = aQuestion('2.1', 'policy', { citations: [{ title: 'Sample guidance', where: 'Paragraph 3', version: '2024' }] });
    const draft = await aDraft(priya, version.versionId);
    await edit(priya, draft, { edit: 'change-question', question: cited });
    const stale = async () => (await read(priya, draft))['advice'].filter(({ code }: { code: string }) => code === 'citation-stale');
    expect(await stale()).toEqual([]);
    const { body } = await priya.put('/api/templates/citation-editions', { title: 'Sample guidance', version: '2026', dated: '2026-09-01' });
    expect(body).toContainEqual({ title: 'Sample guidance', version: '2026', dated: '2026-09-01', own: true });
    expect(await stale()).toEqual([{ where: '2.1', code: 'citation-stale', detail: '2.1 cites Sample guidance of 2024; the edition of 2026 is in force.' }]);
    await priya.put('/api/templates/citation-editions', { title: 'Sample guidance', version: '2024', dated: null });
    expect(await stale()).toEqual([]);
    expect((await elsewhere.businessUnit.get('/api/templates/citation-editions')).body.map(({ title }: { title: string }) => title)).not.toContain('Sample guidance');
  });

  it('is told in the trail', async () => {
    const draft = await aDraft(priya, version.versionId);
    await edit(priya, draft, titled('Told'));
    const { body } = await priya.get('/api/trail?kind=templates');
    expect(body.events.slice(0, 2).map(({ what }: { what: string }) => what)).toEqual(['changed the draft Told', 'began the draft Told from an edition before']);
  });
});
