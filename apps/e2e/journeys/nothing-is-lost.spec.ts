import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../../api/test/until';
import { openQuestion, seeItSaved } from '../answering';
import { expectNoViolations, heading, leave, PASSWORD, stage } from '../stage';

const SECTION = '8 Records, information sharing and teaching';
const QUESTIONS = { expiry: '8.1 Records of concerns', cut: '8.3 Working with other services', two: '8.4 Teaching pupils about safety', closing: '8.2 Passing on files' } as const;

describe('what somebody typed is never lost', () => {
  const on = stage();

  it('when the session ends in mid-sentence: signs in over the page, and it is saved', async () => {
    const page = await openQuestion(await on.signedIn('dsl'), SECTION, QUESTIONS.expiry);
    await words(page).fill('Every concern is on the system');
    await on.api.administrator.query("delete from app.session where person_id = (select id from app.person where email = 'dsl@demo.attest.example')");
    await words(page).pressSequentially(' within a day.');

    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    await page.getByText('Saved on this device: sign in again to send').first().waitFor();
    await expectNoViolations(page);
    expect(await page.getByRole('textbox', { name: 'What shows this?', includeHidden: true }).inputValue()).toBe('Every concern is on the system within a day.');
    await dialog.getByLabel('Password').fill('not my password');
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await dialog.getByRole('group', { name: 'There is a problem' }).waitFor();
    await dialog.getByLabel('Password').fill(PASSWORD);
    await seeItSaved(page, () => dialog.getByRole('button', { name: 'Sign in', exact: true }).click());
    await dialog.waitFor({ state: 'detached' });
    await words(page).and(page.locator(':focus')).waitFor();
    await seeItSaved(page, () => page.keyboard.type(' We check each week.'));

    await page.reload();
    await heading(page, QUESTIONS.expiry).waitFor();
    expect(await words(page).inputValue()).toBe('Every concern is on the system within a day. We check each week.');
    await leave(page);
  });

  it('when the connection is cut: says that it waits on this device, and saves once it is back', async () => {
    const page = await openQuestion(await on.signedIn('dsl'), SECTION, QUESTIONS.cut);
    await page.context().setOffline(true);
    await words(page).fill('We meet the health visitors every month.');
    await page.getByText(/^1 answer waiting, saved on this device \d/).first().waitFor();
    await page.getByRole('radio', { name: /^Met\b/ }).check();
    await seeItSaved(page, () => page.context().setOffline(false));

    await page.reload();
    await heading(page, QUESTIONS.cut).waitFor();
    expect(await words(page).inputValue()).toBe('We meet the health visitors every month.');
    expect(await page.getByRole('radio', { name: /^Met\b/ }).isChecked()).toBe(true);
    await leave(page);
  });

  it('when two people change one answer: both see both, and choose', async () => {
    const [lead, deputy] = [await on.signedIn('dsl'), await on.signedIn('deputy')];
    await openQuestion(lead, SECTION, QUESTIONS.two);
    await openQuestion(deputy, SECTION, QUESTIONS.two);

    await seeItSaved(deputy, () => words(deputy).fill('The deputy: taught in every year group.'));
    await words(lead).fill('The lead: taught in years five and six.');
    await expectBoth(lead);
    await expectNoViolations(lead);
    await seeItSaved(lead, () => lead.getByRole('button', { name: 'Keep mine' }).click());

    await words(deputy).fill('The deputy: and in reception.');
    await deputy.getByRole('heading', { name: 'Someone else changed this answer while you were working on it' }).waitFor();
    await deputy.getByRole('button', { name: 'Keep theirs' }).click();
    await deputy.getByRole('button', { name: 'Keep theirs' }).waitFor({ state: 'detached' });
    expect(await words(deputy).inputValue()).toBe('The lead: taught in years five and six.');
    await seeItSaved(deputy, () => words(deputy).fill('The lead: taught in years five and six, and in reception.'));

    const { rows } = await on.api.administrator.query<{ note: string }>(
      `select e.note from app.answer_event e join app.person p on p.id = e.by_person where p.email = 'deputy@demo.attest.example' order by e.at`);
    expect(rows.map(({ note }) => note)).toEqual([
      'The deputy: taught in every year group.', 'The deputy: and in reception.', 'The lead: taught in years five and six, and in reception.',
    ]);
    await leave(lead);
    await leave(deputy);
  });

  it('when the page is left before typing has rested', async () => {
    const page = await openQuestion(await on.signedIn('dsl'), SECTION, QUESTIONS.closing);
    await words(page).fill('Files follow the child within five days.');
    await page.getByRole('link', { name: 'Home' }).click();
    await page.getByRole('heading', { name: 'To do' }).waitFor();
    await openQuestion(page, SECTION, QUESTIONS.closing);
    await page.reload();
    await heading(page, QUESTIONS.closing).waitFor();
    // from this device when the page was quicker than the network
    await until(async () => (await words(page).inputValue()) === 'Files follow the child within five days.');
    await leave(page);
  });
});

const words = (page: Page) => page.getByRole('textbox', { name: /^What shows this\?/ });

async function expectBoth(page: Page): Promise<void> {
  const conflict = page.getByRole('region', { name: 'Someone else changed this answer while you were working on it' });
  await conflict.waitFor();
  // as it is seen: what only one of them has is marked, and said to be so for those who hear it
  const words = await conflict.evaluate((region) => {
    const seen = region.cloneNode(true) as Element;
    for (const hidden of seen.querySelectorAll('.att-visually-hidden')) hidden.remove();
    return seen.textContent;
  });
  expect(words).toContain('The lead: taught in years five and six.');
  expect(words).toContain('The deputy: taught in every year group.');
  await conflict.getByText(/^Tom Fenwick, /).waitFor();
}
