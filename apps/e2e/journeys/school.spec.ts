import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { answerTheRest, seeItSaved } from '../answering';
import { PASSWORD, stage } from '../stage';

const RETURN = 'Section 175 return 2026-27';

describe('a school completes its Section 175 return', () => {
  const on = stage();

  it('the lead finds it waiting at home, with how much is left', async () => {
    const page = await on.signedIn('dsl');
    const waiting = page.getByRole('article').filter({ has: page.getByRole('heading', { name: RETURN }) });
    await waiting.getByText('30 of 59 answered, 29 left').waitFor();
    await waiting.getByText('19 days left').waitFor();
    await page.getByRole('row', { name: /Section 175 return 2025-26 .* Met S175-2526-/ }).waitFor();
    await close(page);
  });

  it('goes on where it stopped, rates and explains, with the keyboard alone', async () => {
    const page = await on.signedIn('dsl');
    await tabTo(page, page.getByRole('link', { name: /^Continue/ }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'Continue: 7.1 Early help' }));
    await page.keyboard.press('Enter');
    await heading(page, '7.1 Early help').waitFor();

    await tabTo(page, page.getByRole('radio', { name: /^Met Pupils who may need help/ }));
    await seeItSaved(page, () => page.keyboard.press('Space'));
    await seeItSaved(page, () => page.keyboard.press('ArrowDown'));
    expect(await page.getByRole('radio', { name: /^Partly met/ }).isChecked()).toBe(true);
    await page.getByText('Down from Met').waitFor();

    await tabTo(page, page.getByRole('textbox', { name: 'What shows this?' }));
    await page.keyboard.type('Help is offered, but mostly in the summer term.');
    await seeItSaved(page, () => page.keyboard.press('Control+Enter'));
    await heading(page, '7.2 Mental health').waitFor();
    await close(page);
  });

  it('is told when words are wanted beside a rating, and may still leave', async () => {
    const page = await question(await on.signedIn('dsl'), '7 Children who may need more help', '7.1 Early help');
    await page.getByRole('textbox', { name: 'What shows this?' }).fill('');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    const problem = page.getByRole('group', { name: 'There is a problem' });
    await problem.getByRole('link', { name: /7\.1 Early help/ }).click();
    await page.keyboard.type('Help is offered, but mostly in the summer term.');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await heading(page, '7.2 Mental health').waitFor();
    await close(page);
  });

  it('marks a question as not applicable, and says why', async () => {
    const page = await question(await on.signedIn('dsl'), '1 About your safeguarding team', '1.5 Senior mental health lead');
    await page.getByRole('checkbox', { name: 'Not applicable to us' }).check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('group', { name: 'There is a problem' }).waitFor();
    await seeItSaved(page, async () => {
      await page.getByRole('textbox', { name: 'Why does this not apply to you?' }).fill('The post is empty until Easter.');
      await page.getByRole('button', { name: 'Save and continue' }).click();
    });
    await heading(page, '1.6 Designated teacher').waitFor();
    await close(page);
  });

  it('finds everything as it was left on another machine', async () => {
    const page = await question(await on.signedIn('dsl'), '7 Children who may need more help', '7.1 Early help');
    expect(await page.getByRole('radio', { name: /^Partly met/ }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'What shows this?' }).inputValue()).toBe('Help is offered, but mostly in the summer term.');
    await question(page, '1 About your safeguarding team', '1.5 Senior mental health lead');
    expect(await page.getByRole('checkbox', { name: 'Not applicable to us' }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Why does this not apply to you?' }).inputValue()).toBe('The post is empty until Easter.');
    await close(page);
  });

  it('sees the answer of last year, the law and what evidence looks like beside the question', async () => {
    const page = await question(await on.signedIn('dsl'), '7 Children who may need more help', '7.1 Early help');
    await page.getByRole('region', { name: 'Last round' }).getByText('We sampled ten records in September').waitFor();
    await page.getByText('Keeping children safe in education').first().waitFor({ state: 'attached' });
    await page.getByText('Half-termly list, without names').waitFor({ state: 'attached' });
    await close(page);
  });
});

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { level: 1, name });

/** The page of a question, by the task list. */
async function question(page: Page, section: string, name: string): Promise<Page> {
  await page.getByRole('link', { name: 'My returns' }).first().click();
  await page.getByRole('link', { name: new RegExp(`^(Start|Continue|Check and submit|View).*${RETURN}`) }).click();
  await page.getByRole('button', { name: `Questions of ${section}` }).click();
  await page.getByRole('link', { name, exact: true }).click();
  await heading(page, name).waitFor();
  return page;
}

async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}.`);
}

const close = (page: Page): Promise<void> => page.context().close();
