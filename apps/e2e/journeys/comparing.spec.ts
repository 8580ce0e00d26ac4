import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { counting, print } from '../actions';
import { heading, leave, stage } from '../stage';

const [SURVEY, AUDIT] = ['Section 175 return 2026-27', 'Section 11 audit 2025-26'];

describe('the Quality and Performance group asks its questions', () => {
  const on = stage();

  it('who is red on training, and what did they say: in three actions', async () => {
    const page = await comparing(await on.signedIn('quality'));
    const actions = await counting(page);
    await page.getByRole('link', { name: AUDIT, exact: true }).click();
    await page.getByRole('columnheader').getByRole('link', { name: /Training and supervision/ }).click();
    await heading(page, /Training and supervision/).waitFor();
    // who: at once, those who do not meet it first
    await page.getByRole('group').filter({ hasText: 'Do not meet it' }).getByRole('listitem').first().waitFor();
    await page.getByRole('article').getByRole('link').first().click();
    await page.getByRole('list', { name: 'Organisations, worst first' }).getByRole('article').first().getByText(/\w+ \w+ \w+/).first().waitFor();
    expect(await actions()).toBeLessThanOrEqual(3);
    print('Who is red on training, and what did they say', await actions(), 3);
    await leave(page);
  });

  it('compares with last year: in two actions; and sees what changed standard by standard', async () => {
    const page = await comparing(await on.signedIn('quality'));
    const actions = await counting(page);
    await page.getByRole('link', { name: SURVEY, exact: true }).click();
    await page.getByRole('navigation', { name: 'Views of this round' }).getByRole('link', { name: 'Beside last year' }).click();
    await heading(page, 'Everybody beside last year').waitFor();
    await page.getByRole('row', { name: /^4 Online safety .* up since then/ }).waitFor();
    expect(await actions()).toBeLessThanOrEqual(2);
    print('Compare with last year', await actions(), 2);

    await page.getByLabel('Compare', { exact: true }).selectOption('Seaholm');
    await heading(page, 'Seaholm beside last year').waitFor();
    await page.getByLabel('Add another').selectOption('Northbank');
    await heading(page, 'Seaholm beside last year and Northbank').waitFor();
    await page.reload();
    await heading(page, 'Seaholm beside last year and Northbank').waitFor();
    await leave(page);
  });

  it('sees a trend with its break, follows a point to its round, and takes the figure away', async () => {
    const page = await on.signedIn('quality');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Trends' }).click();
    // the page before has links of the same name
    await heading(page, 'Trends').waitFor();
    await page.getByRole('link', { name: SURVEY }).click();
    const figure = page.getByRole('group', { name: /standards that can be compared went up/ });
    await figure.getByText('2024-25 [b] not comparable: the scale changed').first().waitFor();

    const csv = (await taken(page, 'CSV')).toString();
    expect(csv).toMatch(/^\uFEFFStandard,2023-24,2024-25,2025-26,2026-27 \[p\]\r\n2 Leadership, governance and policies|"2 Leadership, governance and policies"/);
    expect((await taken(page, 'SVG')).toString()).toMatch(/^<svg [^>]*><title>Since 2025-26, /);
    expect((await taken(page, 'PNG')).subarray(1, 4).toString()).toBe('PNG');

    await figure.getByRole('link', { name: /^4 Online safety, 2025-26: / }).click();
    await heading(page, '4 Online safety').waitFor();
    await page.getByText('Section 175 return 2025-26').first().waitFor();
    await leave(page);
  });
});

async function comparing(page: Page): Promise<Page> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Compare' }).click();
  await heading(page, 'Compare').waitFor();
  return page;
}

async function taken(page: Page, kind: string): Promise<Buffer> {
  const coming = page.waitForEvent('download');
  await page.getByRole('group', { name: /^Take away/ }).getByRole('button', { name: kind }).click();
  return readFile(await (await coming).path());
}
