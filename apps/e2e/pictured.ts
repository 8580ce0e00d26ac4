import type { Browser, Page } from 'playwright-core';

const complaints = new WeakMap<Page, string[]>();

/** Remembers what the browser complains of on this page. */
export function listen(page: Page): void {
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on('pageerror', (error) => heard.push(error.stack ?? error.message));
  page.on('console', (message) => { if (message.type() === 'error') heard.push(message.text()); });
}

/** What somebody would see who looked over the shoulder: each page that is open, as a screen reader has it, where the focus is, and what the browser complains of. */
export async function pictured(browser: Browser, test: string): Promise<string> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const told = await Promise.all(pages.map(async (page) => {
    const focus = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 300)).catch(String);
    const seen = await page.locator('body').ariaSnapshot({ timeout: 5_000 }).catch(String);
    return [`— ${page.url()}`, `focus: ${focus}`, ...(complaints.get(page) ?? []), seen.slice(0, 6_000)].join('\n');
  }));
  return [`When “${test}” failed:`, ...told].join('\n');
}
