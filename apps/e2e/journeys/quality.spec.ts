import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { until } from '../../api/test/until';
import { heading, leave, stage } from '../stage';

const [SURVEY, AUDIT, PAST_AUDIT] = ['Section 175 return 2026-27', 'Section 11 audit 2026-27', 'Section 11 audit 2025-26'];

describe('the Quality and Performance group compares', () => {
  const on = stage();

  it('sees who has returned, by area, phase and type, with the counts beside each rate', async () => {
    const page = await compare(await on.signedIn('quality'), SURVEY);
    await page.getByText('67 of 116 (57.8%)').first().waitFor();
    await page.getByText('By area, phase and type').click();
    const figure = page.getByRole('group', { name: 'Response rates' });
    await figure.getByRole('listitem').filter({ hasText: 'Primary' }).filter({ hasText: '52 of 83 (62.7%)' }).waitFor();
    await figure.getByRole('button', { name: 'Table' }).click();
    const table = figure.getByRole('table', { name: 'Response rates' });
    await table.getByRole('row', { name: 'All All organisations 67 116 57.8' }).waitFor();
    const areas = await table.getByRole('row', { name: /^Area / }).allInnerTexts();
    expect(areas.map((row) => Number(row.split('\t')[3])).reduce((sum, asked) => sum + asked)).toBe(116);
    await leave(page);
  });

  it('has the organisations by standards as a real table, weakest first', async () => {
    const page = await compare(await on.signedIn('quality'), AUDIT);
    const table = heatmap(page);
    await table.waitFor();
    // a caption and the scope of a heading are what makes it a table for those who do not see it; no role shows them
    expect(await table.locator('caption').innerText()).toContain(AUDIT);
    expect(await table.locator('th:not([scope])').count()).toBe(0);
    await page.getByRole('columnheader', { name: 'Meet', exact: true }).and(page.locator('[aria-sort=ascending]')).waitFor();

    const meet = (await organisations(table).getByRole('cell').filter({ hasText: /^(\d+(\.\d)?%|–)$/ }).allInnerTexts()).map((text) => Number.parseFloat(text));
    const [returned, waiting] = [meet.filter((share) => !Number.isNaN(share)), meet.filter(Number.isNaN)];
    expect([returned.length, waiting.length]).toEqual([16, 10]);
    expect(meet.slice(0, 16)).toEqual(returned.toSorted((a, b) => a - b));
    await page.getByRole('list').filter({ hasText: '5 Escalating concerns' }).getByRole('listitem').first().getByText(/% of 16 meet it/).waitFor();
    await leave(page);
  });

  it('goes from a cell to the standard, to the question, to what each organisation said, in three presses', async () => {
    const page = await compare(await on.signedIn('quality'), AUDIT);
    const [row] = await organisations(heatmap(page)).all();
    const name = await row!.getByRole('rowheader').innerText();
    await row!.getByRole('cell').getByRole('link').first().click();
    await heading(page, '1 Clear line of accountability').waitFor();
    await page.getByRole('region', { name }).getByRole('heading', { name: 'Why this level' }).waitFor();
    await page.getByRole('article').getByRole('link', { name: '1.4 Board oversight' }).click();
    await heading(page, '1.4 Board oversight').waitFor();
    const said = page.getByRole('list', { name: 'Organisations, worst first' }).getByRole('article');
    await said.nth(15).waitFor();
    expect(await said.count()).toBe(16);
    await said.filter({ has: page.getByRole('heading', { name, exact: true }) }).waitFor();
    await said.getByText(/\w+ \w+ \w+/).first().waitFor();

    await page.getByRole('button', { name: /^Not met and partly met/ }).click();
    await page.getByRole('button', { name: /^Not met and partly met/, pressed: true }).waitFor();
    const falling = said.filter({ has: page.getByText(/^(Not met|Partly met)$/) });
    // those of before stay until the others have come
    await said.filter({ hasNot: page.getByText(/^(Not met|Partly met)$/) }).first().waitFor({ state: 'detached' });
    expect([await falling.count() > 0, await said.count()]).toEqual([true, await falling.count()]);
    await leave(page);
  });

  it('filters by area and phase; the address holds it, and all figures follow', async () => {
    const page = await compare(await on.signedIn('quality'), SURVEY);
    await page.getByLabel('Area').selectOption('Seaholm');
    await page.getByText('38 of 57 (66.7%)').first().waitFor();
    await page.getByLabel('Phase').selectOption('Special');
    await page.getByText('3 of 3 (100%)').first().waitFor();
    await page.getByText('3 of 3 have returned').waitFor();
    expect(await organisations(heatmap(page)).getByRole('cell', { name: 'Special Seaholm' }).count()).toBe(3);
    expect(new Set(new URL(page.url()).searchParams.keys())).toEqual(new Set(['areaId', 'phase']));
    await page.reload();
    await page.getByText('3 of 3 have returned').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByText('67 of 116 (57.8%)').first().waitFor();
    await leave(page);
  });

  it('walks through the table with the arrow keys, and follows a cell with Enter', async () => {
    const page = await compare(await on.signedIn('quality'), AUDIT);
    await page.getByRole('button', { name: 'Explore with arrow keys' }).click();
    const grid = page.getByRole('grid', { name: new RegExp(AUDIT) });
    await grid.waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.closest('td, th')?.textContent?.trim() ?? '');
    await grid.locator(':focus').waitFor();
    expect(await focused()).toBe('Not met');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Home');
    expect(await focused()).toBe(await organisations(grid).last().getByRole('rowheader').innerText());
    await page.keyboard.press('Control+Home');
    for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    expect(await focused()).toContain('Clear line of accountability');

    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Explore with arrow keys', pressed: false }).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await grid.locator(':focus').waitFor();
    await page.keyboard.press('Control+Home');
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await heading(page, '1 Clear line of accountability').waitFor();
    await leave(page);
  });

  it('has patterns for those who cannot tell the colours apart, and keeps them', async () => {
    const page = await compare(await on.signedIn('quality'), AUDIT);
    const mark = organisations(heatmap(page)).first().getByRole('cell').getByRole('link').first();
    const drawn = () => mark.evaluate((element) => getComputedStyle(element).backgroundImage);
    const plain = await drawn();
    await page.getByRole('checkbox', { name: 'Patterns' }).check();
    await until(async () => (await drawn()) !== plain);
    const patterned = await drawn();
    await page.reload();
    await mark.waitFor();
    expect(await drawn()).toBe(patterned);
    await leave(page);
  });

  it('takes the round away as a workbook and as plain rows', async () => {
    const page = await compare(await on.signedIn('quality'), AUDIT);
    const workbook = await download(page, 'Download XLSX');
    expect(workbook.name).toMatch(/^S11-2627_\d{4}-\d\d-\d\d\.xlsx$/);
    expect(workbook.content.subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));

    const rows = await download(page, 'Download CSV');
    const [header, first] = rows.content.toString().split('\r\n');
    expect(header).toMatch(/^\uFEFFround_reference,round_name,provisional,organisation_id,organisation_name,area,/);
    expect(first).toMatch(/^S11-2627,Section 11 audit 2026-27,true,/);
    await leave(page);
  });

  it('sees where the panel saw it otherwise', async () => {
    const page = await compare(await on.signedIn('quality'), PAST_AUDIT);
    const row = organisations(heatmap(page)).filter({ has: page.getByRole('rowheader', { name: 'Harbourside Homes' }) });
    await row.getByRole('link', { name: /self (Embedded|Met|Partly met), moderated (Met|Partly met|Not met)/ }).first().waitFor();
    await leave(page);
  });
});

describe('an executive', () => {
  const on = stage();

  it('sees the figures, and no way to anybody’s words', async () => {
    const page = await compare(await on.signedIn('executive'), AUDIT);
    await heatmap(page).waitFor();
    expect(await heatmap(page).locator('td a, thead a').count()).toBe(0);
    expect(await page.getByRole('link', { name: /Escalating concerns/ }).count()).toBe(0);
    await page.goto(`${page.url()}/standards/escalation`);
    await heading(page, 'Page not found').waitFor();
    await leave(page);
  });
});

async function compare(page: Page, round: string): Promise<Page> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Compare' }).click();
  await heading(page, 'Compare').waitFor();
  await page.getByRole('heading', { level: 2 }).getByRole('link', { name: round, exact: true }).click();
  await heading(page, round).waitFor();
  await heatmap(page).waitFor();
  return page;
}

const heatmap = (page: Page): Locator => page.getByRole('table', { name: /rating by organisation and standard/ });

/** The rows of organisations, without the headings and the summary above them. */
const organisations = (table: Locator): Locator => table.getByRole('rowgroup').last().getByRole('row');

async function download(page: Page, link: string): Promise<{ readonly name: string; readonly content: Buffer }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: link }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}
