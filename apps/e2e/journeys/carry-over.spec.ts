import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Any } from '../../api/test/any';
import { openQuestion, seeItSaved } from '../answering';
import { expectNoViolations, heading, leave, stage } from '../stage';

const SECTION = '8 Records, information sharing and teaching';
const words = (page: Page) => page.getByRole('textbox', { name: 'What shows this?' });

describe('an open round goes over to a newer version', () => {
  const on = stage();

  it('is looked at, done, undone and done again; whoever is writing keeps every word and finds where it belongs', async () => {
    const [lead, unit] = [await on.signedIn('dsl'), await on.signedIn('unit')];
    await openQuestion(lead, SECTION, '8.1 Records of concerns');
    await lead.getByRole('radio', { name: /^Met\b/ }).check();
    await seeItSaved(lead, () => words(lead).fill('Every concern is on the system.'));
    await publishNext(unit);

    await unit.goto('/rounds');
    await unit.getByRole('link', { name: 'Section 175 return 2026-27' }).click();
    await unit.getByRole('link', { name: 'Take over a newer version' }).click();
    await unit.getByRole('heading', { name: 'Returns that go over' }).waitFor();
    await expectNoViolations(unit);
    expect(await unit.getByRole('row', { name: /8\.1 Records of concerns/ }).innerText()).toMatch(/Other words.*8\.1 Records of concerns.*to check/s);
    expect(await unit.locator('main').innerText()).not.toContain('Every concern is on the system');
    await takeOver(unit);
    await unit.getByRole('button', { name: 'Undo' }).click();
    await unit.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await unit.getByText(/everything is as it was\./).waitFor();
    await takeOver(unit);

    // in the other browser the page still shows the question as it was
    await words(lead).fill('Every concern is on the system within a day.');
    await lead.getByText(/The questions of this return have changed while this page was open/).waitFor();
    await lead.getByText('Every concern is on the system within a day.').waitFor();
    await expectNoViolations(lead);
    await seeItSaved(lead, () => lead.getByRole('button', { name: 'Answer 8.1 Records of concerns with it' }).click());
    await heading(lead, '8.1 Records of concerns').waitFor();
    expect(await words(lead).inputValue()).toBe('Every concern is on the system within a day.');

    await lead.getByRole('link', { name: 'All tasks' }).click();
    await lead.getByText(/The questions changed on/).waitFor();
    await lead.getByRole('link', { name: /See what changed/ }).click();
    await heading(lead, 'The questions have changed').waitFor();
    await expectNoViolations(lead);
    await lead.getByRole('listitem').filter({ hasText: '2.1' }).getByRole('link').first().click();
    await lead.getByText(/the answer does not count yet/).waitFor();
    await expectNoViolations(lead);
    await seeItSaved(lead, () => lead.getByRole('button', { name: 'Checked and still true today' }).click());
    await lead.getByText(/the answer does not count yet/).waitFor({ state: 'detached' });

    await unit.reload();
    await unit.getByText(/It cannot be undone: .* gone on with the new questions/).waitFor();
    await leave(lead);
    await leave(unit);
  });

  async function takeOver(page: Page): Promise<void> {
    await page.getByRole('button', { name: /^Take over \d+ returns$/ }).click();
    // what is said of the first time still stands when it is done again
    const done = page.waitForResponse((response) => response.request().method() === 'POST' && response.ok());
    await page.getByRole('dialog').getByRole('button', { name: 'Take over' }).click();
    await done;
    await page.getByText(/returns went over to/).waitFor();
  }

  /** The next edition, in which two questions have other words and one is new: written by the API, because how it is written is another journey. */
  async function publishNext(page: Page): Promise<void> {
    const ask = (path: string, body?: object): Promise<Any> => page.evaluate(async ([to, sent]) => {
      if (sent === undefined) return (await fetch(to)).json();
      const { csrfToken } = (await (await fetch('/api/session')).json()) as { csrfToken: string };
      const answer = await fetch(to, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken }, body: JSON.stringify(sent) });
      if (!answer.ok) throw new Error(await answer.text());
      return answer.json();
    }, [path, body] as const);
    const round = (await ask('/api/rounds')).find(({ name }: Any) => name === 'Section 175 return 2026-27');
    const draft = await ask('/api/templates/drafts/from-version', { versionId: round.template.versionId });
    const questions: Any[] = draft.template.sections.flatMap((section: Any) => section.questions);
    const reworded = ['2.1', '8.1'].map((ref) => questions.find((question) => question.ref === ref)).map((question) =>
      ({ edit: 'change-question', question: { ...question, wording: `${question.wording} Say how you know.`, lineage: { kind: 'reworded', from: [question.key], note: 'Asks how you know.' } } }));
    const { ref: _, citations: __, showIf: ___, ...like } = questions.find(({ ref }) => ref === '8.3');
    const added = { edit: 'add-question', section: draft.template.sections.at(-1).key, at: 99, question: { ...like, ref: '99.1', key: 'asked-for-the-first-time', basis: 'local', title: 'Learning from audits', wording: 'How well do you learn from your own audits?', lineage: { kind: 'new', from: [] } } };
    const { revision } = await ask(`/api/templates/drafts/${draft.id}/edits`, { revision: draft.revision, edits: [...reworded, added] });
    await ask(`/api/templates/drafts/${draft.id}/publish`, { revision });
  }
});
