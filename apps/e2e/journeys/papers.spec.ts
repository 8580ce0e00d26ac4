import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { readPdf } from '../../api/test/pdf-reader';
import { unzipped } from '../../api/test/unzipped';
import { heading, leave, stage } from '../stage';

describe('papers are taken away from the pages they belong to', () => {
  const on = stage();

  async function downloaded(page: Page, link: Locator): Promise<Buffer> {
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return readFile(await download.path());
  }
  /** The first of one's own with which that may be done. */
  const returnThat = async (page: Page, move: string): Promise<string> => {
    const returns: { id: string; moves: string[] }[] = await page.evaluate(async () => (await fetch('/api/submissions')).json());
    return returns.find(({ moves }) => moves.includes(move))!.id;
  };
  const wordsIn = (file: Buffer) => [...unzipped(file).get('word/document.xml')!.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join('\n');

  it('by a lead: the blank form of the return, and by its short address back to the section', async () => {
    const page = await on.signedIn('dsl');
    await page.goto(`/returns/${await returnThat(page, 'answer')}`);
    await page.getByRole('link', { name: 'Print a blank form' }).click();
    await heading(page, /survey 2026-27/).waitFor();
    const form = readPdf(await downloaded(page, page.getByRole('link', { name: 'PDF of the blank form' })));
    expect([form.language, form.title]).toEqual(['en-GB', 'Section 175/157 school safeguarding survey 2026-27']);
    expect(wordsIn(await downloaded(page, page.getByRole('link', { name: 'Word of the blank form' })))).toContain('Oakfield Primary School');

    const short = page.getByRole('link', { name: /\/r\/[0-9a-f]{8}\/2$/ });
    await page.goto(new URL((await short.getAttribute('href'))!).pathname);
    await page.waitForURL(/\/returns\/[^/]+\/questions\//);
    await page.goto('/r/00000000');
    await heading(page, 'Page not found').waitFor();
    await leave(page);
  });

  it('by a lead: two pages for governors and the whole return, from the receipt', async () => {
    const page = await on.signedIn('dsl');
    await page.goto(`/returns/${await returnThat(page, 'receipt')}/receipt`);
    const report = readPdf(await downloaded(page, page.getByRole('link', { name: 'PDF of the report to governors' })));
    expect([report.pages, report.title]).toEqual([2, 'Report to governors: Section 175 return 2025-26']);
    expect(wordsIn(await downloaded(page, page.getByRole('link', { name: 'Word of the copy of the return' })))).toContain('Proof (SHA-256)');
    await leave(page);
  });

  it('by the business unit: a form as an organisation is asked it, and a copy for comment', async () => {
    const page = await on.signedIn('unit');
    await page.goto('/templates');
    await page.getByRole('link', { name: /^Blank form of Section 175/ }).first().click();
    const questions = page.getByRole('heading', { level: 3 });
    await questions.first().waitFor();
    const all = await questions.count();
    await page.getByLabel('As asked of').selectOption({ label: 'A nursery school' });
    await page.getByText('As asked of a nursery school').waitFor();
    expect(await questions.count()).toBeLessThan(all);
    expect(wordsIn(await downloaded(page, page.getByRole('link', { name: 'Word of the blank form' })))).toContain('As asked of a nursery school');
    expect(wordsIn(await downloaded(page, page.getByRole('link', { name: /copy for comment/ })))).toContain('What each level means for');
    await leave(page);
  });
});
