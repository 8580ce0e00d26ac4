import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerTheRest, openQuestion, seeItSaved } from '../answering';
import { signHere } from '../signing';
import { heading, leave, stage } from '../stage';

const RETURN = 'Section 11 audit 2026-27';
const [ABOUT, BOUGHT] = ['0 About your organisation', '0.8 Services bought or funded'];
const COMMISSIONED = /^14 Services you commission or contract/;

describe('an agency completes its Section 11 audit', () => {
  const on = stage();

  it('the lead of the police sees that it is overdue, and until when it is taken', async () => {
    const page = await on.signedIn('agency');
    const waiting = page.getByRole('article').filter({ has: page.getByRole('heading', { name: RETURN }) });
    await waiting.getByText('6 days past the due date').waitFor();
    await waiting.getByText(/^Returns are taken, as late, until \d+ \w+ \d{4}\.$/).waitFor();
    await leave(page);
  });

  it('is asked about commissioned services only while it says that it buys some', async () => {
    const page = await openQuestion(await on.signedIn('agency'), ABOUT, BOUGHT);
    await seeItSaved(page, () => page.getByRole('radio', { name: 'No', exact: true }).check());
    await page.getByText('2 questions are no longer asked because of your answer to 0.8.').filter({ visible: true }).first().waitFor();
    expect(await sectionIsListed(page)).toBe(false);

    await openQuestion(page, ABOUT, BOUGHT);
    await seeItSaved(page, () => page.getByRole('radio', { name: /^Yes, including services meant for children/ }).check());
    await page.getByText('2 questions were added because of your answer to 0.8.').filter({ visible: true }).first().waitFor();
    expect(await sectionIsListed(page)).toBe(true);
    await leave(page);
  });

  it('says that a standard does not apply to it, and why', async () => {
    const page = await openQuestion(await on.signedIn('agency'), '8 Safe recruitment and working practice', '8.4 Safe working practice');
    await page.getByRole('radio', { name: 'Not applicable', exact: true }).check();
    await seeItSaved(page, () => page.getByRole('textbox', { name: 'Why does this not apply to you?' }).fill('The county force does this for us.'));
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await heading(page, '9.1 Safeguarding training').waitFor();
    await leave(page);
  });

  it('answers what is left; the lead and the chief sign, late as it is, and it gets its receipt', async () => {
    const page = await on.signedIn('agency');
    await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await page.getByRole('link', { name: /^Continue: / }).click();
    await heading(page, /^4\.1 /).waitFor();
    await answerTheRest(page);
    await page.getByRole('region', { name: '14 Services you commission or contract' }).getByText('14.3 Checking on providers').first().waitFor();
    await page.getByRole('link', { name: 'Go on to sign' }).click();
    await signHere(page, 'Riverland Police', 'Sign');
    const chief = await on.signedIn('chief');
    await chief.getByRole('link', { name: `Check and sign ${RETURN}` }).click();
    await signHere(chief, 'Riverland Police', 'Sign and submit');
    await heading(chief, `${RETURN}: submitted`).waitFor();
    await leave(chief);

    await page.goto('/');
    await page.getByRole('row', { name: new RegExp(`^${RETURN}`) }).getByRole('link').click();
    await heading(page, `${RETURN}: submitted`).waitFor();
    await page.getByText(/^S11-2627-[0-9A-Z]{4}$/).waitFor();
    await page.getByText('by Owen Marsh, Chief officer, for Riverland Police').waitFor();
    const result = page.getByRole('region', { name: 'Your result' });
    await result.getByText(/^\d+(\.\d)?% of the points available\.$/).waitFor();
    await result.getByText('Section 11 audit 2025-26', { exact: true }).waitFor();
    await result.getByText(/^(Higher|Lower|In line|What is published) .* in Section 11 audit 2025-26/).waitFor();
    await page.getByRole('row', { name: COMMISSIONED }).waitFor();
    await leave(page);
  });

  it('another agency sees nothing of it', async () => {
    const police = await on.signedIn('agency');
    await police.getByRole('row', { name: new RegExp(`^${RETURN}`) }).getByRole('link').click();
    await heading(police, `${RETURN}: submitted`).waitFor();
    const housing = await on.signedIn('housing');
    await housing.goto(police.url());
    await heading(housing, 'There is nothing here').waitFor();
    expect(await housing.getByText('Riverland Police').count()).toBe(0);
    await leave(police);
    await leave(housing);
  });
});

async function sectionIsListed(page: Page): Promise<boolean> {
  await page.getByRole('link', { name: 'All tasks' }).click();
  await heading(page, RETURN).waitFor();
  return page.getByRole('link', { name: COMMISSIONED }).isVisible();
}
