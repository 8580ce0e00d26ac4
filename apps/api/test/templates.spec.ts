import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuid } from 'uuid';
import { pointsFor, templateProblems, type Template } from '@attest/domain/questionnaire';
import { POINTS, levelOf } from '@attest/domain/scoring';
import { Database, type SignedInCaller } from '@attest/shared/api';
import { TemplatesService, libraryTemplates } from '@attest/templates/api';
import { aPartnership, aPerson, aSchool, anotherPartnership, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

describe('the library', () => {
  it.each(libraryTemplates.map((template) => [`${template.code} ${template.edition}`, template] as const))('has nothing that forbids publishing %s', (_, template) => {
    expect(templateProblems(template)).toEqual([]);
  });

  it.each(libraryTemplates.map((template) => [`${template.code} ${template.edition}`, template] as const))('rates who says the same to everything in %s as just that', (_, { scales, scoring }) => {
    const scale = scales.find(({ key }) => key === scoring.resultScale)!;
    const rated = scale.levels.map(({ key }) => levelOf({ won: pointsFor(scale, key)!, available: POINTS }, scoring.bands));
    expect(rated).toEqual(scale.levels.map(({ key }) => key));
  });
});

describe('published questionnaires', () => {
  let api: RunningApi;
  let here: Partnership;
  let elsewhere: Partnership;
  beforeAll(async () => {
    api = await startApi();
    here = await aPartnership(api);
    elsewhere = await anotherPartnership(api);
  });
  afterAll(() => api.stop());

  const [first] = libraryTemplates as [Template];
  const templates = () => api.app.get(TemplatesService, { strict: false });

  /** What the program does for somebody of that partnership's business unit. */
  async function within<T>({ id, businessUnit }: Partnership, work: () => Promise<T>): Promise<T> {
    const { person } = (await businessUnit.get('/api/session')).body;
    const caller: SignedInCaller = {
      partnershipId: id, personId: person.id, sessionId: uuid(), name: person.name, email: person.email,
      memberships: [{ partnershipId: id, organisationId: null, role: 'business-unit' }],
    };
    return api.app.get(Database).transaction(caller, 'write', work);
  }
  const publish = (partnership: Partnership, template: Template) => within(partnership, () => templates().publish(template));

  it('are the library, in a partnership that has just been founded', async () => {
    const { body } = await here.businessUnit.get('/api/templates');
    expect(body).toHaveLength(libraryTemplates.length);
    expect(body).toContainEqual({
      versionId: expect.any(String), code: first.code, title: first.title, edition: first.edition, audience: first.audience, purpose: first.purpose,
      sections: first.sections.length, questions: first.sections.flatMap(({ questions }) => questions).length, effectiveFrom: first.effectiveFrom,
    });
  });

  it('may be read by a school, and not by a partnership that has none', async () => {
    const school = await aSchool(api);
    const lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id }));
    expect((await lead.get('/api/templates')).body).toHaveLength(libraryTemplates.length);
    expect((await elsewhere.businessUnit.get('/api/templates')).body).toEqual([]);
  });

  it('stay as they are when the same content is published again', async () => {
    const [once, again] = [await publish(here, first), await publish(here, structuredClone(first))];
    expect(again).toBe(once);
    expect(once.template).toEqual(first);
    const keys = first.sections.flatMap(({ questions }) => questions.map(({ key }) => key));
    expect([...once.questionIds.keys()]).toEqual(keys);
    expect(keys.map((key) => once.questionKeys.get(once.questionIds.get(key)!))).toEqual(keys);
    expect((await here.businessUnit.get('/api/templates')).body).toHaveLength(libraryTemplates.length);
  });

  it('take other content only as another edition', async () => {
    await expect(publish(here, { ...first, purpose: 'Another purpose.' })).rejects.toMatchObject({ code: 'cannot-publish-yet' });
    const next = await publish(here, { ...first, edition: '2027-28', effectiveFrom: '2027-09-01' });
    expect((await here.businessUnit.get('/api/templates')).body[0]).toMatchObject({ versionId: next.id, edition: '2027-28' });
  });

  it('are refused with every fault, and leave nothing behind', async () => {
    const broken = { ...first, code: 'broken', sections: [{ ...first.sections[0]!, questions: [] }] };
    await expect(publish(here, broken)).rejects.toMatchObject({
      code: 'cannot-publish-yet', more: { faults: expect.arrayContaining([{ where: first.sections[0]!.ref, detail: expect.stringContaining('asks nothing') }]) },
    });
    expect((await api.administrator.query("select from app.template where code = 'broken'")).rowCount).toBe(0);
  });

  it.each([
    "update app.template_version set manifest = '{}'",
    "update app.template_version set edition = 'x'",
    "update app.template_version set state = 'draft'",
    'delete from app.template_version',
  ])('cannot be changed by anybody: %s', async (statement) => {
    await expect(api.administrator.query(statement)).rejects.toMatchObject({ code: 'AT001' });
  });

  it('are not handed to another partnership because they are in memory', async () => {
    const { id } = await publish(here, first);
    await expect(within(elsewhere, () => templates().version(id))).rejects.toMatchObject({ code: 'not-found' });
    const theirs = await publish(elsewhere, first);
    expect(theirs.id).not.toBe(id);
    expect(theirs.contentHash).toBe((await publish(here, first)).contentHash);
  });
});
