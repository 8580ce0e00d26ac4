import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../../api/test/until';
import { createApp } from '../../api/src/create-app';
import { openQuestion, seeItSaved } from '../answering';
import { expectNoViolations, heading, leave, stage } from '../stage';

const RETURN = 'Section 175 return 2025-26';
const words = (page: Page) => page.getByRole('textbox', { name: 'What shows this?' });

describe('a return that was handed in', () => {
  const on = stage();
  let [id, question, other] = ['', { id: '', ref: '', title: '' }, { id: '', ref: '', title: '' }] as [string, Asked, Asked];
  let receipt = { reference: '', sha256: '' };

  interface Asked { readonly id: string; readonly ref: string; readonly title: string }
  const named = ({ ref, title }: Asked) => `${ref} ${title}`;

  it('is asked to be opened again for one answer alone, and why', async () => {
    const page = await on.signedIn('dsl');
    ({ id, question, other, receipt } = await page.evaluate(async (name) => {
      const read = async (path: string) => (await fetch(`/api/submissions${path}`)).json();
      const { id: found } = (await read('')).find(({ round }: { round: { name: string } }) => round.name === name);
      const rated = (await read(`/${found}`)).sections.flatMap(({ questions }: { questions: { type: string }[] }) => questions).filter(({ type }: { type: string }) => type === 'level');
      return { id: found as string, question: rated[0], other: rated[1], receipt: await read(`/${found}/receipt`) };
    }, RETURN));
    await page.goto(`/returns/${id}`);
    await page.getByRole('button', { name: 'Ask for it to be opened again…' }).click();
    await page.getByLabel('Why').fill('We counted the wrong year.');
    await page.getByRole('radio', { name: 'Some answers alone' }).check();
    await page.getByRole('checkbox', { name: named(question) }).check();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Ask for it', exact: true }).click();
    await page.getByText('Jamila Ahmed has asked for some answers of this return to be opened again').waitFor();
    await leave(page);
  });

  it('is opened by the business unit, answered where it is open and nowhere else, and submitted again', async () => {
    const unit = await on.signedIn('unit');
    await unit.goto('/reopenings');
    await unit.getByText('“We counted the wrong year.”').waitFor();
    await unit.getByRole('button', { name: /^Open again/ }).click();
    await unit.getByRole('heading', { name: 'Open again', exact: true }).waitFor();
    await leave(unit);

    const page = await on.signedIn('dsl');
    await page.goto(`/returns/${id}`);
    await page.getByText('Only one answer can be changed.').waitFor();
    await page.goto(`/returns/${id}/questions/${other.id}`);
    await page.getByText('This return was opened again for other answers').waitFor();
    await page.goto(`/returns/${id}/questions/${question.id}`);
    await heading(page, named(question)).waitFor();
    await seeItSaved(page, () => words(page).fill('We counted again: all but two.'));
    await page.goto(`/returns/${id}/check`);
    await page.getByRole('checkbox', { name: 'I make this declaration for Oakfield Primary School' }).check();
    await page.getByRole('button', { name: 'Submit return' }).click();
    await heading(page, `${RETURN}: submitted`).waitFor();
    await page.getByText('Proof of what was submitted').click();
    await page.getByRole('heading', { name: 'Signed more than once' }).waitFor();
    await page.getByText(', stands now').waitFor();
    await leave(page);
  });

  it('is opened whole by the business unit of its own accord', async () => {
    const page = await on.signedIn('unit');
    await page.goto(`/returns/${id}`);
    await page.getByRole('button', { name: 'Open it again…' }).click();
    await page.getByLabel('Why').fill('The figures of the whole county are looked at again.');
    await page.getByLabel('Open until').fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
    await page.getByRole('button', { name: 'Open again', exact: true }).click();
    await page.getByText('The return is open again').waitFor();
    await leave(page);
    const lead = await on.signedIn('dsl');
    await lead.goto(`/returns/${id}`);
    await lead.getByText('All answers can be changed.').waitFor();
    await leave(lead);
  });

  it('is checked by a stranger against its receipt, also once it no longer stands, and learns nothing else', async () => {
    const page = await on.visitor();
    await page.goto('/verify');
    const check = async (sha256: string) => {
      await page.getByLabel('Reference').fill(receipt.reference);
      await page.getByLabel('SHA-256', { exact: true }).fill(sha256);
      await page.getByRole('button', { name: 'Check', exact: true }).click();
    };
    await check(receipt.sha256);
    await page.getByText('It matches.').waitFor();
    await expectNoViolations(page);
    expect(await page.getByText('Oakfield').count()).toBe(0);
    await check(receipt.sha256.replace(/^./, (first) => (first === '0' ? '1' : '0')));
    await page.getByText('It does not match.').waitFor();
    await leave(page);
  });
});

describe('a server that stops and comes back while somebody types', () => {
  const on = stage();

  it('gets every word, and the page says meanwhile where they are', async () => {
    const page = await openQuestion(await on.signedIn('dsl'), '8 Records, information sharing and teaching', '8.3 Working with other services');
    await seeItSaved(page, () => words(page).fill('We meet'));
    const { port } = new URL(on.api.url);
    await on.api.app.close();
    await words(page).press('End');
    await words(page).pressSequentially(' the health visitors', { delay: 20 });
    // what is seen; what is heard comes at most every ten seconds
    const said = page.locator('att-save-status .text').first();
    await said.filter({ hasText: /^1 answer waiting, saved on this device \d/ }).waitFor();
    const typing = words(page).pressSequentially(' every month, and the police every term.', { delay: 50 });
    const again = await createApp(on.api.environment);
    await again.listen(Number(port), '127.0.0.1');
    await typing;
    const whole = 'We meet the health visitors every month, and the police every term.';
    await until(async () => (await on.api.administrator.query('select from app.answer where note = $1', [whole])).rowCount === 1);
    await said.filter({ hasText: /^Saved at \d/ }).waitFor();
    await page.reload();
    await heading(page, '8.3 Working with other services').waitFor();
    expect(await words(page).inputValue()).toBe(whole);
    await leave(page);
    await again.close();
  });
});
