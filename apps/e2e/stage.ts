import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, BrowserContext, Locator, Page, Request } from 'playwright-core';
import { startApi, type Options, type RunningApi } from '../api/test/start-api';
import { openBrowser } from '../../tools/browser.mjs';
import { listen, pictured } from './pictured';

export const PASSWORD = 'keep-children-safer';

export interface Stage {
  readonly api: RunningApi;
  readonly browser: Browser;
  /** What the content security policy has stopped since it was last looked at: a journey that leaves something here fails. */
  readonly violations: string[];
  /** A browser of somebody's own, in which they have signed in by the form. */
  signedIn(account: string, options?: View): Promise<Page>;
  /** A browser in which nobody has. */
  visitor(options?: View): Promise<Page>;
}

export interface View {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

/** The built program, with the demonstration unless told otherwise, and a real Chromium; one of each for a spec file. */
export function stage({ demo = true, variables, prepare }: { readonly demo?: boolean; readonly variables?: Readonly<Record<string, string>>; readonly prepare?: () => Promise<Options> } = {}): Stage {
  jest.setTimeout(300_000);
  const built = {} as { api: RunningApi; browser: Browser };
  const violations: string[] = [];
  beforeAll(async () => {
    built.api = await startApi({ demo, variables, ...await prepare?.(), webRoot: join(import.meta.dirname, '../../dist/apps/web/browser') });
    built.browser = await openBrowser();
  });
  afterAll(async () => {
    await built.browser?.close();
    await built.api?.stop();
  });
  afterEach(async () => {
    const { failedTest } = globalThis as { failedTest?: string | null };
    if (failedTest) process.stderr.write(`${await pictured(built.browser, failedTest)}\n`);
  });
  afterEach(() => expect(violations.splice(0)).toEqual([]));
  const visitor = async ({ width = 1280, colorScheme = 'light' }: View = {}) => {
    const context: BrowserContext = await built.browser.newContext({ baseURL: built.api.url, viewport: { width, height: 900 }, colorScheme, acceptDownloads: true, reducedMotion: 'reduce' });
    await context.exposeBinding('attestStopped', ({ page }, what: string) => { violations.push(`${page.url()} ${what}`); });
    await context.addInitScript(tellViolations);
    const page = await context.newPage();
    page.setDefaultTimeout(45_000);
    watch(page);
    listen(page);
    // from the start: somebody who waits for one and presses the key at once would be too quick for the browser
    page.on('filechooser', () => {});
    return page;
  };
  return {
    get api() { return built.api; },
    get browser() { return built.browser; },
    violations,
    visitor,
    signedIn: async (account, view) => {
      const page = await visitor(view);
      await signIn(page, account);
      return page;
    },
  };
}

/** Runs in every page before anything else does. */
function tellViolations(): void {
  const { attestStopped } = window as unknown as { attestStopped: (what: string) => void };
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => attestStopped(`${violatedDirective}: ${blockedURI} ${sample}`));
}

export async function signIn(page: Page, account: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(`${account}@demo.attest.example`);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** The page whose name this is has been drawn. */
export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name, ...(typeof name === 'string' && { exact: true }) });

const onTheirWay = new WeakMap<Page, Set<Request>>();

function watch(page: Page): void {
  const requests = new Set<Request>();
  onTheirWay.set(page, requests);
  page.on('request', (request) => requests.add(request));
  page.on('requestfinished', (request) => requests.delete(request));
  page.on('requestfailed', (request) => requests.delete(request));
}

/** Nothing has been on its way to the server or back for a moment, in milliseconds, which is long for a page that goes on asking. */
const MOMENT = 150;

/** Whatever the page asked for has come. */
export async function settled(page: Page): Promise<void> {
  for (let since = Date.now(); Date.now() - since < MOMENT;) {
    await new Promise((done) => setTimeout(done, 15));
    if (onTheirWay.get(page)!.size > 0) since = Date.now();
  }
}

/** Presses Tab until it is there, as somebody without a mouse would. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 80; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

export async function signOut(page: Page, name: string): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await heading(page, 'Sign in').waitFor();
}

/** This person goes home; what they did stays. */
export const leave = (page: Page): Promise<void> => page.context().close();

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, by the rules of WCAG 2.2 AA and its best practices. */
export async function violationsOn(page: Page): Promise<string[]> {
  // half a megabyte to read: once for each page that is loaded
  if (!await page.evaluate(() => 'axe' in window)) await page.evaluate(axe.source);
  await page.evaluate(drawEverything);
  return page.evaluate(async (tags) => {
    const { axe: inPage } = window as unknown as { axe: typeof axe };
    // without what passed: ten times as quick on a table of thousands of cells
    const { violations } = await inPage.run({ resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } });
    return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' · ')})`);
  }, rules);
}

/** What the browser has not drawn yet, because it is far below, has no colours to look at, or still those of the other theme. */
function drawEverything(): Promise<unknown> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets = [sheet];
  // what turns for ever is never still
  const still = () => document.getAnimations().every(({ effect }) => effect?.getComputedTiming().endTime === Infinity);
  return new Promise<void>((drawn) => {
    const look = (frames: number) => requestAnimationFrame(() => (frames > 3 && still() ? drawn() : look(frames + 1)));
    look(1);
  });
}

export async function expectNoViolations(page: Page): Promise<void> {
  expect([page.url(), await violationsOn(page)]).toEqual([page.url(), []]);
}

/** The page itself never scrolls sideways; only marked regions may. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
