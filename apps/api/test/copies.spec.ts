import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from './client';
import { readTaggedPdf, readWord } from './paper-reading';
import { allTagged } from './pdf-reader';
import { answerAll, aQuestion, aQuestionnaire, aRound, declaration, published, rated, save, valued } from './return-scenes';
import { aPartnership, aPerson, aSchool, signedIn, type Partnership } from './scenes';
import { startApi, type RunningApi } from './start-api';
import { trailOf } from './trail-scenes';

const questionnaire = aQuestionnaire();
const withMore = {
  ...questionnaire,
  sections: [...questionnaire.sections, {
    key: 'more', ref: '4', title: 'More', intro: '', weight: 1,
    questions: [
      aQuestion('4.1', 'trained', { type: 'table', required: false, table: { rows: [{ key: 'staff', label: 'Teaching staff' }], columns: [{ key: 'all', label: 'All', type: 'number' }] } }),
      aQuestion('4.2', 'shown', { type: 'evidence', required: false }), aQuestion('4.3', 'when', { type: 'date', required: false }), aQuestion('4.4', 'silent', { type: 'text', required: false }),
    ],
  }],
};

describe('a submitted return on paper', () => {
  let api: RunningApi;
  let here: Partnership;
  let school: { id: string };
  let lead: Client;
  let [before, returnId, open]: string[] = [];
  beforeAll(async () => {
    api = await startApi();
    api.today('2026-11-22');
    here = await aPartnership(api);
    school = await aSchool(api, { name: 'Oakfield Primary School' });
    lead = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: school.id, name: 'J Ahmed' }));
    const version = await published(api, here.id, withMore);
    const last = await aRound(api, version, [school.id], { name: 'Autumn 2025' });
    before = last.returnOf(school);
    await answerAll(lead, version, before, 'amber');
    expect((await lead.post(`/api/submissions/${before}/submit`, declaration)).status).toBe(200);
    const round = await aRound(api, version, [school.id], { name: 'Autumn 2026', previousRoundId: last.id });
    returnId = round.returnOf(school);
    await answerAll(lead, version, returnId);
    await save(lead, returnId, version.id('policy'), rated('red', 'Two lines\nof #text and $more$.'), 1);
    await save(lead, returnId, version.id('trained'), valued({ cells: { staff: { all: 14 } } }));
    await save(lead, returnId, version.id('shown'), valued([{ title: 'Minutes', where: 'Shared drive' }]));
    await save(lead, returnId, version.id('when'), valued('2026-10-01'));
    expect((await lead.post(`/api/submissions/${returnId}/submit`, declaration)).status).toBe(200);
    open = (await aRound(api, version, [school.id], { name: 'Spring' })).returnOf(school);
  });
  afterAll(() => api.stop());

  const files = ['copy.pdf', 'copy.docx', 'governors-report.pdf', 'governors-report.docx'] as const;

  it('holds everything that was said, and how to see that it is unchanged', async () => {
    const { body: receipt } = await lead.get(`/api/submissions/${returnId}/receipt`);
    const { paragraphs } = await readWord(lead, `/api/submissions/${returnId}/copy.docx`);
    expect(paragraphs).toEqual(expect.arrayContaining([
      'Oakfield Primary School', 'Autumn 2026: copy of the return', receipt.reference, 'Wording of policy?', ' R Not met  Poor', 'Two linesof #text and $more$.', 'J Ahmed, Deputy head', 'No', 'Teaching staff', '14',
      'Minutes: Shared drive', '1 October 2026', 'Not answered', 'This is true.', 'J Ahmed, Designated Safeguarding Lead, 22 November 2026 at 12:00',
    ]));
    expect(paragraphs.join('\n')).toContain(receipt.sha256);
    expect(paragraphs.join('\n')).toMatch(/Answered by J Ahmed, .* Last time: {2}A Partly met/);
  });

  it('is a tagged PDF, whose bookmarks are the sections and questions', async () => {
    const read = await readTaggedPdf(lead, `/api/submissions/${returnId}/copy.pdf`);
    expect(read).toMatchObject({ title: 'Autumn 2026: copy of the return', language: 'en-GB' });
    expect(read.bookmarks).toEqual(expect.arrayContaining(['Result', '2. Section 2', '2.1 Title of policy', 'Declaration']));
    expect(allTagged(read.tree, 'BlockQuote').length).toBeGreaterThan(0);
  });

  it('tells governors in two pages what moved, what is red, and what to ask', async () => {
    const { paragraphs } = await readWord(lead, `/api/submissions/${returnId}/governors-report.docx`);
    expect(paragraphs).toEqual(expect.arrayContaining([
      'Report to governors: Autumn 2026', 'Questions rated on the same scale as in Autumn 2025. 1 went up: 2.2 Title of training. 1 went down: 2.1 Title of policy.',
      ' R Not met  2.1 Title of policy (down). Two lines of #text and $more$.', 'What will be different about 2.1 Title of policy, by when, and who will see to it?', 'Result of each section, beside Autumn 2025',
    ]));
    const read = await readTaggedPdf(lead, `/api/submissions/${returnId}/governors-report.pdf`);
    expect(read.pages).toBe(2);
    expect(allTagged(read.tree, 'Figure').map(({ alt }) => alt)).toEqual(['Of 2 rated questions 1 Met, 1 Not met.']);
  });

  it.each(files)('is not there before it is submitted, nor for others: %s', async (file) => {
    expect(await lead.get(`/api/submissions/${open}/${file}`)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    const other = await signedIn(api, await aPerson(api, { role: 'lead', organisationId: (await aSchool(api, { name: 'Elmhurst' })).id }));
    expect((await other.get(`/api/submissions/${returnId}/${file}`)).status).toBe(404);
  });

  it('is told where somebody reads what is another’s', async () => {
    for (const file of files) {
      expect((await here.businessUnit.get(`/api/submissions/${returnId}/${file}`)).status).toBe(200);
      expect((await trailOf(api, here.id)).at(-1)).toMatchObject({ route: `GET /submissions/:id/${file}`, outcome: 'done' });
    }
    const told = (await trailOf(api, here.id)).length;
    expect((await lead.get(`/api/submissions/${returnId}/copy.docx`)).status).toBe(200);
    expect((await trailOf(api, here.id)).length).toBe(told);
  });
});
