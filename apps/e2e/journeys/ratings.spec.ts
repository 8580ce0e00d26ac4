import { describe, expect, it } from '@jest/globals';
import { expectNoViolations, heading, leave, stage, tabTo } from '../stage';

describe('why is this level what it is', () => {
  const on = stage();

  it('the lead asks with the keyboard alone, from home to the answers that made it, and comes back to where they were', async () => {
    const page = await on.signedIn('dsl');
    const why = page.getByRole('button', { name: 'Why? Section 175 return 2025-26' });
    await tabTo(page, why);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Why this level: Section 175 return 2025-26' });
    await dialog.getByText(/^(Met|Partly met|Not met): \d[\d,]* of \d[\d,]* points/).waitFor();
    await dialog.getByText(/^Worked out by rule attest-1 on \d+ \w+ 20\d\d\.$/).waitFor();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await why.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('link', { name: '4 Online safety' }));
    await page.keyboard.press('Enter');
    await heading(page, 'Why this level: 4 Online safety').waitFor();
    await dialog.waitFor({ state: 'detached' });
    const counted = page.getByRole('table', { name: 'What counted' });
    expect(await counted.getByRole('row').count()).toBeGreaterThan(3);
    await page.getByText(/^The smallest change that would alter it/).waitFor();
    await page.getByText(/^Where levels start: Met from \d+%/).waitFor();
    await tabTo(page, counted.getByRole('link').first());
    await page.keyboard.press('Enter');
    await heading(page, /^4\.1 /).waitFor();
    await leave(page);
  });

  it('the lead sees what each section would be rated before anything is handed in', async () => {
    const page = await on.signedIn('dsl');
    await page.getByRole('link', { name: /^Continue Section 175/ }).click();
    await page.getByRole('link', { name: 'Check answers and submit' }).last().click();
    const section = page.getByRole('region', { name: '2 Leadership, governance and policies' });
    await section.getByText('As it stands:').waitFor();
    await section.getByRole('button', { name: /^Why\?/ }).click();
    await page.getByRole('dialog').getByText('Nothing has been handed in, and nobody else sees this.').waitFor();
    await expectNoViolations(page);
    await leave(page);
  });

  it('the Quality and Performance group asks why a whole return is rated as it is, and what a percentage is made of', async () => {
    const page = await on.signedIn('quality');
    await page.goto('/compare');
    await page.getByRole('link', { name: 'Section 11 audit 2025-26' }).click();
    await page.getByText('How the percentages come about').click();
    await page.getByText(/^\d+ of \d+ organisations rated meet it \(\d+(\.\d)?%\): .*Left out: \d+ not returned\.$/).first().waitFor();
    await page.getByRole('link', { name: /, why$/ }).first().click();
    await heading(page, 'Why this level: Whole return').waitFor();
    await page.getByRole('table', { name: 'What counted' }).getByRole('link').first().click();
    await heading(page, /^Why this level: 1 /).waitFor();
    await leave(page);
  });

  it('the executive, who reads figures alone, is led to no return', async () => {
    const page = await on.signedIn('executive');
    await page.goto('/compare');
    await page.getByRole('link', { name: 'Section 11 audit 2025-26' }).click();
    await page.getByRole('table').first().waitFor();
    await page.getByText('How the percentages come about').waitFor();
    expect(await page.getByRole('link', { name: /, why$/ }).count()).toBe(0);
    await leave(page);
  });
});
