import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { libraryTemplates } from '@attest/templates/api';
import type { Client } from './client';
import { aDraft, type Draft } from './draft-scenes';
import { readTaggedPdf, readWord } from './paper-reading';
import { allTagged } from './pdf-reader';
import { aQuestion, aQuestionnaire, aRound, published } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';

const everyType = aQuestionnaire({
  code: 'every-type',
  sections: [{
    key: 'all', ref: '1', title: 'Of every type', intro: 'Please read first.', weight: 1,
    questions: [
      aQuestion('1.1', 'rating', { naAllowed: true, critical: true, help: 'Think of last term.', evidence: ['Minutes'], citations: [{ title: 'KCSIE', where: 'Part 2', version: '1 September 2025' }] }),
      aQuestion('1.2', 'choice', { type: 'choice', choices: [{ key: 'yes', label: 'Yes, we do' }, { key: 'no', label: 'No, we do not' }] }),
      aQuestion('1.3', 'choices', { type: 'choices', choices: [{ key: 'web', label: 'Website' }, { key: 'post', label: 'Post' }] }),
      aQuestion('1.4', 'number', { type: 'number', minimum: 1, maximum: 9 }),
      aQuestion('1.5', 'percentage', { type: 'percentage' }), aQuestion('1.6', 'date', { type: 'date' }),
      aQuestion('1.7', 'text', { type: 'text', words: 100 }), aQuestion('1.8', 'person', { type: 'person' }),
      aQuestion('1.9', 'table', { type: 'table', table: { rows: [{ key: 'a', label: 'Teaching staff' }], columns: [{ key: 'b', label: 'Trained', type: 'number' }] } }),
      aQuestion('1.10', 'evidence', { type: 'evidence' }), aQuestion('1.11', 'declaration', { type: 'declaration' }),
      aQuestion('1.12', 'follow-up', { showIf: { question: 'choice', is: ['yes'] } }),
      aQuestion('1.13', 'boarders', { appliesTo: { features: ['boarding'] } }),
    ],
  }],
});

describe('a blank form', () => {
  let api: RunningApi;
  let here: Partnership;
  let lead: Client;
  let versionId: string;
  let draft: Draft;
  let returnId: string;
  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    const school = await aSchool(api, { name: 'Oakfield Primary School' });
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id }));
    const version = await published(api, here.id, everyType);
    versionId = version.versionId;
    draft = await aDraft(here.businessUnit, versionId);
    returnId = (await aRound(api, version, [school.id], { name: 'Autumn' })).returnOf(school);
  });
  afterAll(() => api.stop());

  it('asks every type of question so that it can be answered by hand', async () => {
    const { paragraphs, document } = await readWord(lead, `/api/templates/versions/${versionId}/form.docx`);
    expect(paragraphs).toEqual(expect.arrayContaining([
      'Wording of rating?', ' G Met  Good', ' R Not met  Poor', 'Not applicable to us (say why below)', 'What shows this? Optional. Do not name children.',
      'Good practice. Limits the section’s result.Think of last term.What shows it: Minutes.See KCSIE, Part 2 (1 September 2025).',
      'Yes, we do', 'Tick all that apply.', 'Website', 'A number, from 1 to 9', 'Per cent', 'Day, month, year', 'Your answer, up to 100 words', 'Name', 'Role',
      'Teaching staff', 'Trained', 'What there is, and where', 'I confirm this.', 'Signature and date',
    ]));
    expect(document.match(/<w14:checkbox>/g)!.length).toBe(4 + 2 + 2 + 1 + 3 + 3);
  });

  it('says when a question is asked at all, because paper cannot hide it', async () => {
    const { paragraphs } = await readWord(lead, `/api/templates/versions/${versionId}/form.docx`);
    expect(paragraphs.join('\n')).toContain('Answer this only if 1.2 is "Yes, we do".');
  });

  it('holds what is asked of the organisation it is looked at as, and all of it where none is named', async () => {
    const refs = async (query: string) => (await readWord(here.businessUnit, `/api/templates/drafts/${draft.id}/form.docx${query}`)).headings.map((heading) => heading.split(' ')[0]);
    const all = everyType.sections[0]!.questions.map(({ ref }) => ref);
    expect(await refs('')).toEqual(all);
    expect(await refs('?as=boarding')).toEqual(all);
    expect(await refs('?as=primary')).toEqual(all.slice(0, -1));
    expect((await lead.get(`/api/templates/versions/${versionId}/form.pdf?as=castle`)).status).toBe(400);
  });

  it('is a tagged PDF with a bookmark for every section and question', async () => {
    const read = await readTaggedPdf(here.businessUnit, `/api/templates/drafts/${draft.id}/form.pdf?as=primary`);
    expect(read.bookmarks.slice(0, 4)).toEqual(['Sample return', '1. Of every type', '1.1 Title of rating', '1.2 Title of choice']);
    expect(allTagged(read.tree, 'TH').length).toBeGreaterThan(0);
  });

  it('of a return is for that organisation, says when it is due, and where each section is answered online', async () => {
    const { paragraphs, headings } = await readWord(lead, `/api/submissions/${returnId}/form.docx`);
    expect(paragraphs[0]).toBe('Oakfield Primary School');
    expect(paragraphs).toContain('Autumn: due 11 December 2026, and taken as late until 29 January 2027.');
    expect(paragraphs.join('\n')).toContain(`/r/${returnId.slice(-8)}/1`);
    expect(headings).toHaveLength(12);
    expect((await readTaggedPdf(lead, `/api/submissions/${returnId}/form.pdf`)).title).toBe('Sample return');
  });

  it('can be read as it is printed from a page, the same as in the files', async () => {
    const { body: { audience, paper } } = await lead.get(`/api/templates/versions/${versionId}/form?as=primary`);
    expect([audience, paper.title, paper.caption]).toEqual(['school', 'Sample return', 'As asked of a maintained primary school']);
    expect((await here.businessUnit.get(`/api/templates/drafts/${draft.id}/form`)).body.paper.blocks.length).toBeGreaterThan(paper.blocks.length);
    const { body } = await lead.get(`/api/submissions/${returnId}/form`);
    const titles = (blocks: { kind: string; text?: string; depth?: number }[]) => blocks.filter(({ kind, depth }) => kind === 'heading' && depth === 2).map(({ text }) => text);
    expect(titles(body.paper.blocks)).toEqual((await readWord(lead, `/api/submissions/${returnId}/form.docx`)).headings);
  });

  it('of a return that is another’s is not there', async () => {
    const other = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: (await aSchool(api, { name: 'Elmhurst' })).id }));
    for (const file of ['form', 'form.pdf', 'form.docx']) expect((await other.get(`/api/submissions/${returnId}/${file}`)).status).toBe(404);
    expect((await lead.get(`/api/templates/drafts/${draft.id}/form.pdf`)).status).toBe(403);
    expect((await here.businessUnit.get(`/api/templates/drafts/${versionId}/form.pdf`)).status).toBe(404);
  });

  it('for comment has a margin to write in, and what every level means in a table', async () => {
    const { document, paragraphs } = await readWord(here.businessUnit, `/api/templates/drafts/${draft.id}/consultation.docx`);
    expect(Number(/<w:pgMar[^>]*w:right="(\d+)/.exec(document)?.[1] ?? /w:right="70mm"/.test(document))).toBeTruthy();
    expect(paragraphs).toEqual(expect.arrayContaining(['Sample return: for comment', 'What each level means for 1.1', 'It is so when']));
    expect(document).not.toContain('<w14:checkbox>');
  });

  it.each(libraryTemplates.map((template) => [template.title, template] as const))('can be made of %s', async (_, template) => {
    const { body: all } = await here.businessUnit.get<{ code: string; versionId: string }[]>('/api/templates');
    const read = await readTaggedPdf(here.businessUnit, `/api/templates/versions/${all.find(({ code }) => code === template.code)!.versionId}/form.pdf`);
    expect(allTagged(read.tree, 'H3')).toHaveLength(template.sections.reduce((sum, { questions }) => sum + questions.length, 0));
  });
});
