import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { until } from '../../api/test/until';
import { answerByRequest, countedActions, signHere } from '../signing';
import { expectNoViolations, heading, leave, scrollsSideways, stage } from '../stage';

const RETURN = 'Section 175 return 2026-27';
const SCHOOL = 'Oakfield Primary School';
/** What the same takes elsewhere cannot be counted: the budget is our own. */
const MOST_ACTIONS = 3;

describe('three people sign one return', () => {
  const on = stage({ variables: { ROLE: 'all' } });
  let sign: string;

  /** The newest message to this person, opened where a demonstration keeps them. */
  async function newestLetter(page: Page, account: string, subject: RegExp): Promise<void> {
    const wanted = `${account}@demo.attest.example`;
    const found = async () => (await on.api.client().get('/api/outbox')).body.find(({ to, subject: about }: { to: string; subject: string }) => to === wanted && subject.test(about));
    await until(async () => (await found()) !== undefined);
    await page.goto(`/outbox/${(await found()).id}`);
    await heading(page, subject).waitFor();
  }

  it('the lead signs, and the task list says with whom it is', async () => {
    const page = await on.signedIn('dsl');
    const returns = await page.evaluate(async () => (await fetch('/api/submissions')).json());
    const { id } = returns.find(({ moves }: { moves: string[] }) => moves.includes('answer'));
    sign = `/returns/${id}/sign`;
    await page.goto(`/returns/${id}`);
    await page.getByRole('heading', { name: 'Finish' }).waitFor();
    expect(await page.getByText('Cannot start yet').count()).toBe(3);
    await answerByRequest(page, id);
    await page.goto(sign);
    await expectNoViolations(page);
    await signHere(page, SCHOOL, 'Sign');
    await page.getByRole('link', { name: 'All tasks' }).click();
    await page.getByText('Signed by Jamila Ahmed').waitFor();
    await page.getByText('With the head teacher').waitFor();
    await leave(page);
  });

  it('the chair sends it back from a phone, with a note that only the page shows', async () => {
    const page = await on.signedIn('chair', { width: 375 });
    await page.goto(sign);
    await page.getByRole('button', { name: 'Send back with a note' }).click();
    await page.getByRole('button', { name: 'Send back', exact: true }).click();
    await page.getByRole('link', { name: 'Say what should be changed.' }).waitFor();
    await expectNoViolations(page);
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByLabel('What should be changed?').fill('Please read 7.1 once more.');
    await page.getByRole('button', { name: 'Send back', exact: true }).click();
    await page.getByText('Sent back by Grace Adeyemi').waitFor();
    await leave(page);

    const lead = await on.signedIn('dsl');
    await newestLetter(lead, 'dsl', /^Sent back/);
    expect(await lead.getByText('7.1').count()).toBe(0);
    await lead.goto(sign);
    await lead.getByText('“Please read 7.1 once more.”').waitFor();
    await expectNoViolations(lead);
    await signHere(lead, SCHOOL, 'Sign');
    await leave(lead);
  });

  it('the head signs off from the e-mail, on a phone, in three actions', async () => {
    const page = await on.signedIn('head', { width: 375 });
    await newestLetter(page, 'head', /^Your signature is needed/);
    const actions = await countedActions(page);
    await page.getByRole('link', { name: new RegExp(`${sign}$`) }).click();
    await page.getByRole('checkbox', { name: `I make this declaration for ${SCHOOL}` }).click();
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByText(/^Signed by Ruth Wilkins/).waitFor();
    process.stdout.write(`signing off from the e-mail: ${actions()} actions (budget ${MOST_ACTIONS})\n`);
    expect(actions()).toBeGreaterThan(1);
    expect(actions()).toBeLessThanOrEqual(MOST_ACTIONS);
    expect(await scrollsSideways(page)).toBe(false);
    await expectNoViolations(page);
    await leave(page);
  });

  it('the business unit sees that it is being signed, and not a word of it', async () => {
    const page = await on.signedIn('unit');
    await page.goto('/rounds');
    await page.getByRole('link', { name: RETURN }).first().click();
    await page.getByRole('link', { name: '1 Being signed' }).click();
    await page.getByRole('rowheader', { name: SCHOOL }).waitFor();
    await page.goto(sign);
    await heading(page, 'There is nothing here').waitFor();
    await leave(page);
  });

  it('the chair signs last, which submits, and the lead is told', async () => {
    const page = await on.signedIn('chair', { width: 375 });
    await page.goto(sign);
    await signHere(page, SCHOOL, 'Sign and submit');
    await heading(page, `${RETURN}: submitted`).waitFor();
    await page.getByText(/^Ruth Wilkins, Head teacher, /).waitFor();
    await expectNoViolations(page);
    await leave(page);
    const lead = await on.signedIn('dsl');
    await newestLetter(lead, 'dsl', /^Submitted/);
    await leave(lead);
  });
});
