import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { expectNoViolations, heading, leave, stage, tabTo } from '../stage';

const SURVEY = /^New edition of Section 175/;
const saved = (page: Page) => page.getByText(/^Saved \d/).first().waitFor();
const line = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name });
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

/** Types over what stands in the field that has the focus. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: typeof name === 'string' }).first());
  await page.keyboard.press('Enter');
}

describe('a questionnaire is written without a mouse', () => {
  const on = stage();

  it('from a new edition to what changed this year', async () => {
    const page = await on.signedIn('unit');
    await page.goto('/templates');
    await heading(page, 'Templates').waitFor();
    await expectNoViolations(page);
    await press(page, SURVEY);
    await page.waitForURL(/\/templates\/drafts\//);

    // a question is reworded
    await tabTo(page, line(page, 'Settings'));
    for (const key of ['ArrowDown', 'End', 'Enter']) await page.keyboard.press(key);
    await tabTo(page, field(page, 'Question'));
    await page.keyboard.press('End');
    await type(page, 'Who leads safeguarding here, and can everybody reach them?');
    await saved(page);
    await line(page, /reworded/).waitFor();

    // one is added whose appearing hangs on another
    await page.getByRole('heading', { level: 1 }).focus();
    await press(page, 'Question');
    await field(page, 'Title').and(page.locator(':focus')).waitFor();
    await type(page, 'Cover');
    await page.keyboard.press('Tab');
    await type(page, 'Who covers when they are away?');
    await tabTo(page, field(page, 'Answered with'));
    await page.keyboard.type('Words');
    await tabTo(page, page.getByLabel('The same as a sentence (optional)'));
    await page.keyboard.type('9.9 is "No"');
    await page.getByText('At character 1: There is no question 9.9.').waitFor();
    await expectNoViolations(page);
    await type(page, await conditionOn(page));
    await page.getByText(/^Shown when \d/).waitFor();
    await saved(page);

    // what was done by mistake is taken back
    await page.keyboard.press('Escape');
    await page.locator('#main, main').first().evaluate((main) => (main as HTMLElement).focus());
    await tabTo(page, line(page, /Cover/));
    await page.keyboard.press('Delete');
    await line(page, /Cover/).waitFor({ state: 'detached' });
    await page.locator('[role=treeitem]:focus').waitFor();
    await page.keyboard.press('ControlOrMeta+z');
    await line(page, /Cover/).waitFor();

    await press(page, 'Publish…', 'link');
    await heading(page, 'Publish').waitFor();
    await page.getByText('Nothing is in the way.').waitFor();
    await expectNoViolations(page);
    await press(page, 'Publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).press('Enter');
    await heading(page, 'What changed').waitFor();
    await page.getByRole('heading', { name: 'Reworded (1)' }).waitFor();
    await page.getByRole('heading', { name: 'New (1)' }).waitFor();
    await page.getByText('Who covers when they are away?').waitFor();
    await expectNoViolations(page);
    await leave(page);
  });

  it('by two people at once, and neither loses a word', async () => {
    const [one, other] = [await on.signedIn('unit'), await on.signedIn('unit')];
    await one.goto('/templates/new');
    await field(one, 'Title').fill('Voluntary groups: a first look');
    await field(one, 'Edition').fill('2027-28');
    await one.getByRole('button', { name: 'Start a draft' }).click();
    await one.waitForURL(/\/templates\/drafts\//);
    await saved(one);
    await other.goto(one.url());
    await saved(other);
    const kept = one.waitForResponse(/\/edits$/);
    await field(one, 'Purpose').fill('So that every child is safe.');
    await field(one, 'Purpose').blur();
    await kept;
    const second = other.waitForResponse((response) => response.url().endsWith('/edits') && response.ok());
    await field(other, 'Who signs').fill('Chair of trustees');
    await field(other, 'Who signs').blur();
    await other.getByText(/changed this draft meanwhile\. Your change was made again on top of it\./).waitFor();
    await second;
    expect(await field(other, 'Purpose').inputValue()).toBe('So that every child is safe.');
    await saved(other);
    await one.reload();
    await saved(one);
    expect(await field(one, 'Who signs').inputValue()).toBe('Chair of trustees');
    await leave(one);
    await leave(other);
  });
});

/** A test of the first question that can decide: what the builder offers first. */
async function conditionOn(page: Page): Promise<string> {
  const offered = await page.getByLabel('Question of test 1').count();
  if (offered === 0) await page.getByRole('button', { name: 'Add a test' }).press('Enter');
  const label = await page.getByLabel('Question of test 1').locator('option').nth(1).innerText();
  await page.getByLabel('Question of test 1').selectOption({ index: 1 });
  const answer = await page.getByRole('group', { name: 'Answers of test 1' }).locator('label').first().innerText();
  await page.getByRole('button', { name: 'Remove test 1' }).press('Enter');
  await page.getByLabel('The same as a sentence (optional)').focus();
  return `${label.split(' ')[0]} is "${answer.trim()}"`;
}
