import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { counting, print } from '../actions';
import { WORDS, allIsSaved } from '../answering';
import { signHere } from '../signing';
import { expectNoViolations, heading, leave, scrollsSideways, settled, stage } from '../stage';

const RETURN = 'Section 175 return 2026-27';
/** Of the model of a return that the budget is for: words beside so many of the answers, the others without. */
const NARRATIVES = 28;

describe('how many actions it takes to complete a return', () => {
  const on = stage();

  /** As it stood when the round opened. */
  const emptied = () => on.api.administrator.query(`
    with gone as (select s.id from app.submission s join app.organisation o on o.id = s.organisation_id join app.round r on r.id = s.round_id
      where o.name = 'Oakfield Primary School' and r.name = '${RETURN}'),
    answers as (delete from app.answer a using gone where a.submission_id = gone.id),
    signatures as (update app.signature g set voided_at = now(), voided_by = g.person_id from gone where g.submission_id = gone.id and g.voided_at is null)
    update app.submission s set state = 'not-started', answered = 0, standing = null, last_saved_at = null from gone where s.id = gone.id`);

  it('section by section: at most 115', async () => {
    await emptied();
    const page = await opened('section');
    const actions = await counting(page);
    const words = { left: await wordsToSpare(page) };
    await page.getByRole('link', { name: /^Start: / }).click();
    for (;;) {
      await page.locator('att-section-question').first().waitFor();
      await answerSection(page, words);
      if (await goOn(page)) break;
    }
    await submit(page);
    await told('T1 Complete a return, one section a page', await actions(), 115);
    await leave(page);
  });

  it('question by question: at most 165', async () => {
    await on.api.administrator.query("delete from app.submission_snapshot n using app.organisation o where o.id = n.organisation_id and o.name = 'Oakfield Primary School' and n.at > now() - interval '1 hour'");
    await emptied();
    const page = await opened('question');
    const actions = await counting(page);
    const words = { left: await wordsToSpare(page) };
    await page.getByRole('link', { name: /^Start: / }).click();
    for (;;) {
      await page.locator('.answer form').waitFor();
      await answerIn(page.locator('.answer'), words);
      if (await goOn(page)) break;
    }
    await submit(page);
    await told('T1 Complete a return, one question a page', await actions(), 165);
    await leave(page);
  });

  async function opened(view: 'section' | 'question'): Promise<Page> {
    const page = await on.signedIn('dsl');
    await page.getByRole('link', { name: `Start ${RETURN}` }).click();
    await heading(page, RETURN).waitFor();
    // chosen once, and remembered from then on
    await page.getByRole('button', { name: view === 'section' ? 'One section a page' : 'One question a page' }).click();
    return page;
  }
});

/** How many words are given where none are required, so that there are as many as in the model. */
function wordsToSpare(page: Page): Promise<number> {
  return page.evaluate(async ([address, narratives]) => {
    const { sections } = await (await fetch(address)).json();
    const asked = sections.flatMap(({ questions }: { questions: { type: string; explanation: string; required: boolean }[] }) => questions);
    return Math.max(0, narratives - asked.filter(({ type, explanation, required }: { type: string; explanation: string; required: boolean }) => required && (type === 'text' || explanation === 'required')).length);
  }, [page.url().replace('/returns/', '/api/submissions/'), NARRATIVES] as const);
}

async function told(task: string, actions: number, budget: number): Promise<void> {
  print(task, actions, budget);
  expect([task, actions <= budget]).toEqual([task, true]);
}

/** An answer may bring further questions of the same section: until there are no more. */
async function answerSection(page: Page, words: { left: number }): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const ids = await page.locator('att-section-question').evaluateAll((all) => all.map((each) => each.getAttribute('data-question')!));
    const fresh = ids.filter((id) => !done.has(id));
    if (fresh.length === 0) return;
    for (const id of fresh) await answerIn(page.locator(`[data-question="${id}"]`), words);
    for (const id of fresh) done.add(id);
    await allIsSaved(page);
    // those that the answers bring come with the next reading
    await settled(page);
  }
}

/** As somebody would who knows the answer: presses what is to be pressed, and types where words are wanted. */
async function answerIn(question: Locator, words: { left: number }): Promise<void> {
  if (await optional(question)) return;
  for (const group of await question.getByRole('group', { name: /^(How well do you meet this\?|Choose one|Choose all that apply)$/ }).all()) await group.locator('input').first().click();
  for (const [label, text] of [['Number', '2'], ['Percentage', '96'], ['Date', '14/10/2026'], ['Name', 'J Ahmed'], ['Role', 'Lead']] as const) {
    for (const field of await question.getByRole('textbox', { name: label, exact: true }).all()) await typeIn(field, text);
  }
  for (const field of await question.getByRole('textbox', { name: /^(Your answer|What shows this\?|Explain your answer)$/ }).all()) {
    await typeIn(field, WORDS);
  }
  for (const field of await question.getByRole('textbox', { name: /^(What shows this\?|Explain your answer) \(optional\)$/ }).all()) {
    if (words.left-- > 0) await typeIn(field, WORDS);
  }
}

/** Whether this question, or the one the page is about, says so itself. */
async function optional(question: Locator): Promise<boolean> {
  const around = (await question.locator('att-question-tags').count()) > 0 ? question : question.page().locator('.under');
  return (await around.locator('att-tag').getByText('Optional', { exact: true }).count()) > 0;
}

async function typeIn(field: Locator, text: string): Promise<void> {
  await field.click();
  await field.fill(text);
}

/** True once the last page has been left behind. */
async function goOn(page: Page): Promise<boolean> {
  const name = page.getByRole('heading', { level: 1 });
  await allIsSaved(page);
  const before = await name.innerText();
  await page.getByRole('button', { name: 'Save and continue' }).click();
  await page.waitForFunction((was) => document.querySelector('h1')?.textContent !== was, before);
  return /^Check answers/.test(await name.innerText());
}

/** The part of whoever fills it in: the head and the governor sign by themselves. */
async function submit(page: Page): Promise<void> {
  await page.getByText(/^Nothing is left to answer\./).waitFor();
  await page.getByRole('link', { name: 'Go on to sign' }).click();
  await signHere(page, 'Oakfield Primary School', 'Sign');
}

describe('a section on one page', () => {
  const on = stage();

  it('is worked by keyboard alone: next and previous question, on with Ctrl and Enter, single keys once they are switched on', async () => {
    const page = await on.signedIn('dsl');
    await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await page.getByRole('button', { name: 'One section a page' }).click();
    await page.getByRole('link', { name: '7 Children who may need more help' }).click();
    await heading(page, '7 Children who may need more help').waitFor();
    const has = (name: string) => page.waitForFunction((title) => document.activeElement?.textContent?.trim() === title, name);
    await page.keyboard.press('Alt+Shift+N');
    await has('7.1 Early help');
    await page.keyboard.press('Alt+Shift+N');
    await has('7.2 Mental health');
    await page.keyboard.press('Alt+Shift+P');
    await has('7.1 Early help');
    await page.keyboard.press('1');
    const first = page.getByRole('article', { name: '7.1 Early help' });
    expect(await first.getByRole('radio', { name: /^Met\b/ }).isChecked()).toBe(false);
    await first.getByRole('textbox').first().focus();
    await page.keyboard.type('Words 12');
    await page.keyboard.press('Control+Enter');
    await has('7.2 Mental health');
    await expectNoViolations(page);

    await page.goto('/account');
    const kept = page.waitForResponse((response) => response.url().endsWith('/preferences') && response.request().method() === 'PUT');
    await page.getByRole('checkbox', { name: 'Use single keys as shortcuts' }).check();
    await kept;
    await page.goBack();
    await first.getByRole('radio').first().waitFor();
    await page.keyboard.press('Alt+Shift+N');
    await page.keyboard.press('2');
    await page.waitForFunction(() => document.activeElement?.getAttribute('value') === 'amber');
    await page.keyboard.press('?');
    await page.getByRole('heading', { name: 'Keyboard' }).waitFor();
    await leave(page);
  });

  it('is remembered on another machine, and fits a telephone', async () => {
    const page = await on.signedIn('dsl', { width: 375 });
    await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await page.getByRole('link', { name: /^Continue: / }).click();
    await heading(page, '7 Children who may need more help').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    const jump = page.getByLabel('Go to a question');
    await jump.selectOption(await jump.locator('option').filter({ hasText: /^9\.2 / }).getAttribute('value'));
    await page.getByRole('button', { name: 'Go', exact: true }).click();
    await page.waitForURL(/sections\/.*#/);
    await page.waitForFunction(() => document.activeElement?.tagName === 'H2');
    await page.getByRole('button', { name: 'One question a page' }).click();
    await page.waitForURL(/questions\//);
    await leave(page);
  });
});
