import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { canonicalJson } from '@attest/shared/api';
import { libraryTemplates } from '@attest/templates/api';
import { templates } from '../../../libs/domain/src/questionnaire/arbitraries';
import { aDraft, type Draft } from './draft-scenes';
import { aQuestionnaire, published, type Published } from './return-scenes';
import { aPartnership, aPerson, anotherPartnership, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('a questionnaire as JSON', () => {
  let api: RunningApi;
  let here: Partnership;
  let elsewhere: Partnership;
  let version: Published;
  beforeAll(async () => {
    api = await startApi();
    here = await aPartnership(api);
    elsewhere = await anotherPartnership(api);
    version = await published(api, here.id, aQuestionnaire());
  });
  afterAll(() => api.stop());

  const text = async (path: string) => {
    const { status, headers, body } = await here.businessUnit.get(path);
    return { status, disposition: headers.get('content-disposition'), text: canonicalJson(body), length: headers.get('content-length') };
  };
  const takeIn = (template: unknown) => here.businessUnit.post<Draft & { code: string; faults: object[] }>('/api/templates/drafts/from-json', { template });

  it('has a schema that anybody can read and use', async () => {
    const { status, headers, body } = await api.client().get('/api/templates/schema.json');
    expect([status, headers.get('content-type'), body.$schema]).toEqual([200, expect.stringContaining('application/schema+json'), 'https://json-schema.org/draft/2020-12/schema']);
    const ajv = new Ajv2020({ formats: { date: true } });
    expect(ajv.compile(body)(aQuestionnaire())).toBe(true);
  });

  it('goes out in the form its hash is worked out over', async () => {
    const { body } = await here.businessUnit.get('/api/templates');
    const { versionId } = body.find(({ code }: { code: string }) => code === 'section-175');
    const file = await text(`/api/templates/versions/${versionId}/export.json`);
    expect(file).toMatchObject({ status: 200, disposition: 'attachment; filename="section-175_2026-27.json"', text: canonicalJson(libraryTemplates.find(({ code }) => code === 'section-175')) });
    const { body: whole } = await here.businessUnit.get(`/api/templates/versions/${versionId}`);
    expect(createHash('sha256').update(file.text).digest('hex')).toBe(whole.contentHash);
  });

  it('comes back in as it went out, draft or version', async () => {
    const draft = await aDraft(here.businessUnit, version.versionId);
    const out = await text(`/api/templates/drafts/${draft.id}/export.json`);
    expect(out.text).toBe(canonicalJson(draft.template));
    const { status, body } = await takeIn(JSON.parse(out.text));
    expect([status, body.id === draft.id, canonicalJson(body.template)]).toEqual([201, false, out.text]);
  });

  it('comes in and goes out the same, whatever it asks', async () => {
    await fc.assert(fc.asyncProperty(templates, fc.nat(), async (template, n) => {
      const made = { ...template, code: `made-${n}` };
      const { body } = await takeIn(made);
      const out = await here.businessUnit.get(`/api/templates/drafts/${body.id}`);
      expect(canonicalJson(out.body.template)).toBe(canonicalJson(made));
    }), { numRuns: 25 });
  });

  it('is looked at first, and nothing is changed by that', async () => {
    const count = async () => (await api.administrator.query('select count(*)::int as count from app.template_version')).rows[0].count;
    const before = await count();
    const check = async (template: unknown) => (await here.businessUnit.post('/api/templates/drafts/check-json', { template })).body;
    expect(await check(aQuestionnaire({ code: 'brand-new' }))).toMatchObject({ fits: true, outline: { code: 'brand-new', sections: 3, questions: 7 }, faults: [], problems: [] });
    expect((await check(aQuestionnaire())).problems).toEqual([{ where: 'edition', detail: expect.stringContaining('2026-27 is published already') }]);
    expect(await check({ ...aQuestionnaire(), sections: [{ key: 'a', questions: 'none' }] })).toEqual({
      fits: false, outline: null, problems: [], advice: [],
      faults: expect.arrayContaining([{ where: '/sections/0', detail: '"ref" is missing.' }, { where: '/sections/0/questions', detail: 'This must be a list.' }]),
    });
    expect(await count()).toBe(before);
  });

  it.each<[string, () => unknown, object]>([
    ['no template', () => 'hello', { where: '/', detail: 'This must be an object.' }],
    ['one with more than there is', () => ({ ...aQuestionnaire(), script: 'run' }), { where: '/', detail: 'There is no "script" here. Leave it out.' }],
    ['one whose code is another’s kind', () => aQuestionnaire({ audience: 'agency' }), { where: '/audience', detail: 'There is a questionnaire "sample" for schools already: give this one a code of its own.' }],
  ])('is refused where it is %s', async (_, template, fault) => {
    const { status, body } = await takeIn(template());
    expect([status, body.code, body.faults]).toEqual([422, 'file-not-accepted', [fault]]);
  });

  it('is refused where it nests too deep or is too large', async () => {
    let showIf: object = { question: 'a', is: ['b'] };
    for (let n = 0; n < 30; n++) showIf = { not: showIf };
    const [first, ...others] = aQuestionnaire().sections;
    const deep = { ...aQuestionnaire(), sections: [{ ...first!, questions: first!.questions.map((question) => ({ ...question, showIf })) }, ...others] };
    expect((await takeIn(deep)).body.code).toBe('malformed-body');
    const long = { ...aQuestionnaire(), sections: Array.from({ length: 90 }, (_, at) => ({ ...first!, key: `s-${at}`, intro: 'x'.repeat(4000), questions: Array.from({ length: 2 }, (__, q) => ({ ...first!.questions[0]!, key: `q-${at}-${q}`, wording: 'x'.repeat(4000) })) })) };
    expect((await takeIn(long)).body.code).toMatch(/file-not-accepted|body-too-large/);
  });

  it('is for those who write templates, of their own partnership', async () => {
    const school = await aSchool(api);
    const lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id }));
    const draft = await aDraft(here.businessUnit, version.versionId);
    for (const path of [`drafts/${draft.id}`, `versions/${version.versionId}`]) {
      expect((await lead.get(`/api/templates/${path}/export.json`)).body.code).toBe('not-allowed');
      expect((await elsewhere.businessUnit.get(`/api/templates/${path}/export.json`)).body.code).toBe('not-found');
    }
    expect((await lead.post('/api/templates/drafts/from-json', { template: aQuestionnaire() })).body.code).toBe('not-allowed');
  });
});
