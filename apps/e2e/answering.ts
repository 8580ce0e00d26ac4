import type { Locator, Page } from 'playwright-core';
import { heading } from './stage';

export const WORDS = 'We sampled ten records in October and found this working in nine of them.';

/** What a person who knows the answer does with each kind of question, by what the page shows of it. */
const answers: readonly (readonly [shown: (page: Page) => Locator, answer: (field: Locator) => Promise<unknown>])[] = [
  [(page) => page.getByRole('group', { name: 'How well do you meet this?' }), (levels) => levels.getByRole('radio').first().check()],
  [(page) => page.getByRole('group', { name: 'Choose one' }), (choices) => choices.getByRole('radio').first().check()],
  [(page) => page.getByRole('group', { name: 'Choose all that apply' }), (choices) => choices.getByRole('checkbox').first().check()],
  [(page) => page.getByRole('group', { name: 'Work contact details' }), nameSomebody],
  [(page) => page.getByRole('textbox', { name: 'Number', exact: true }), (field) => field.fill('2')],
  [(page) => page.getByRole('textbox', { name: 'Percentage', exact: true }), (field) => field.fill('96')],
  [(page) => page.getByRole('textbox', { name: 'Date', exact: true }), (field) => field.fill('14/10/2026')],
  [(page) => page.getByRole('textbox', { name: /^Your answer/ }), (field) => field.fill(WORDS)],
];

async function nameSomebody(person: Locator): Promise<void> {
  await person.getByLabel('Name', { exact: true }).fill('J Ahmed');
  await person.getByLabel('Role', { exact: true }).fill('Lead');
}

/** Opens a question from the task list of the return that waits. */
export async function openQuestion(page: Page, section: string, name: string): Promise<Page> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'My returns' }).click();
  await heading(page, 'My returns').waitFor();
  await page.getByRole('article').getByRole('link', { name: /^(Start|Continue|View|Check and submit)/ }).click();
  await page.getByRole('button', { name: `Questions of ${section}` }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await heading(page, name).waitFor();
  return page;
}

/** Answers the question that is open, and gives the words it wants beside the answer. */
export async function answerThis(page: Page): Promise<void> {
  for (const [shown, answer] of answers) {
    if (await shown(page).isVisible()) await answer(shown(page));
  }
  const words = page.getByRole('textbox', { name: /^(What shows this\?|Explain your answer)$/ });
  if (await words.isVisible()) await words.fill(WORDS);
}

/** From the question that is open to the last one: answers it, saves, goes on. */
export async function answerTheRest(page: Page): Promise<number> {
  const name = page.getByRole('heading', { level: 1 });
  for (let answered = 1; ; answered++) {
    await answerThis(page);
    await allIsSaved(page);
    const before = await name.innerText();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, before);
    if (/^Check answers/.test(await name.innerText())) return answered;
  }
}

/**
 * Lets what was typed go, and sees it arrive: an answer may bring the very next question, and going on waits for it only so long. What is
 * heard is told at most every ten seconds and would tell of an answer before, so this looks at what is seen.
 */
export async function allIsSaved(page: Page): Promise<void> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await seenSaved(page).waitFor();
}

const seenSaved = (page: Page): Locator => page.locator('att-save-status .text').first().filter({ hasText: /^(Saved at \d|Answers are saved as you go)/ });

/** Does something that changes an answer, and sees the page say that it is saved. */
export async function seeItSaved(page: Page, act: () => Promise<unknown>): Promise<void> {
  const stored = page.waitForResponse((response) => response.url().includes('/answers/') && response.request().method() === 'PUT' && response.ok());
  await act();
  await stored;
  await seenSaved(page).waitFor();
}
