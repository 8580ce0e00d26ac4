import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openMortalBrowser } from '../../../tools/browser.mjs';
import { openQuestion, seeItSaved } from '../answering';
import { PASSWORD, heading, leave, signIn, signOut, stage } from '../stage';

const SECTION = '8 Records, information sharing and teaching';
const QUESTIONS = { hour: '8.1 Records of concerns', tabs: '8.2 Passing on files', left: '8.3 Working with other services', killed: '8.4 Teaching pupils about safety' } as const;
const WAITING = /^1 answer waiting, saved on this device \d/;

describe('what waits on this device', () => {
  const on = stage();
  const words = (page: Page) => page.getByRole('textbox', { name: /^What shows this\?/ });
  const written = async (note: string) => (await on.api.administrator.query<{ outcome: string }>('select outcome from app.answer_event where note = $1', [note])).rows.map(({ outcome }) => outcome);

  it('outlasts an hour without a network and the end of the session', async () => {
    const page = await on.signedIn('dsl');
    await page.clock.install();
    await page.reload();
    await openQuestion(page, SECTION, QUESTIONS.hour);
    await page.context().setOffline(true);
    await words(page).fill('Typed in the train.');
    await page.clock.runFor(3_000);
    await page.getByText(WAITING).first().waitFor();
    await page.clock.fastForward('01:00:00');
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await dialog.waitFor();
    await page.getByText('Saved on this device: sign in again to send').first().waitFor();
    await on.api.administrator.query("delete from app.session where person_id = (select id from app.person where email = 'dsl@demo.attest.example')");
    await page.context().setOffline(false);
    await dialog.getByLabel('Password').fill(PASSWORD);
    await seeItSaved(page, async () => {
      await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.clock.runFor(40_000);
    });
    expect(await written('Typed in the train.')).toEqual(['saved']);
    await leave(page);
  });

  it('is told to the other window of the same person, so that neither is in the way of the other', async () => {
    const one = await openQuestion(await on.signedIn('dsl'), SECTION, QUESTIONS.tabs);
    const other = await one.context().newPage();
    await other.goto(one.url());
    await heading(other, QUESTIONS.tabs).waitFor();
    // each holds a lock from when it hears of the other
    await other.waitForFunction(async () => (await navigator.locks.query()).held!.filter(({ name }) => name!.startsWith('attest-page-')).length === 2);
    await seeItSaved(one, () => words(one).fill('In the first window.'));
    await other.waitForFunction(() => [...document.querySelectorAll('textarea')].some(({ value }) => value === 'In the first window.'));
    await seeItSaved(other, () => words(other).fill('In the first window. And in the second.'));
    expect(await written('In the first window. And in the second.')).toEqual(['saved']);
    await leave(one);
  });

  it('is sent by another window when its own was closed without a network, once', async () => {
    const one = await openQuestion(await on.signedIn('dsl'), SECTION, QUESTIONS.left);
    const other = await one.context().newPage();
    await other.goto('/returns');
    await openQuestion(other, SECTION, QUESTIONS.hour);
    await one.context().setOffline(true);
    await words(one).fill('Left behind by a closed window.');
    await one.getByText(WAITING).first().waitFor();
    await one.close();
    await other.context().setOffline(false);
    await expect(eventually(() => written('Left behind by a closed window.'))).resolves.toEqual(['saved']);
    await leave(other);
  });

  it('is locked for somebody else at the same computer, and sent when its writer is back', async () => {
    const page = await openQuestion(await on.signedIn('dsl'), SECTION, QUESTIONS.left);
    // the API cannot be reached for answers, and for the rest it can
    await page.context().route('**/answers/**', (route) => route.abort());
    await words(page).fill('Kept until I am back.');
    await page.getByText(WAITING).first().waitFor();
    await page.getByRole('banner').getByRole('button', { name: 'Jamila Ahmed' }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign out before everything is sent?' });
    await dialog.getByText('locked so that nobody else can read it').waitFor();
    await dialog.getByRole('button', { name: 'Sign out' }).click();
    await heading(page, 'Sign in').waitFor();
    await page.context().unroute('**/answers/**');

    await signIn(page, 'deputy');
    await openQuestion(page, SECTION, QUESTIONS.left);
    expect(await words(page).inputValue()).not.toContain('Kept until I am back.');
    expect(await written('Kept until I am back.')).toEqual([]);
    await signOut(page, 'Tom Fenwick');
    // whichever page they come to first
    await signIn(page, 'dsl');
    await expect(eventually(() => written('Kept until I am back.'))).resolves.toEqual(['saved']);
    await leave(page);
  });

  it('outlasts a browser that is killed, and lies on the disk in no form that anybody could read', async () => {
    const [profile, canary] = [mkdtempSync(join(tmpdir(), 'attest-profile-')), 'Canary: the sentence nobody may find.'];
    const first = await openMortalBrowser(profile);
    const page = await pageIn(first.browser, on.api.url);
    await signIn(page, 'dsl');
    await openQuestion(page, SECTION, QUESTIONS.killed);
    await page.context().setOffline(true);
    await words(page).fill(canary);
    await page.getByText(/saved on this device \d/i).first().waitFor();
    await ended(first.program, 'SIGKILL');
    expect(filesWith(profile, canary)).toEqual([]);

    const second = await openMortalBrowser(profile);
    const again = await pageIn(second.browser, on.api.url);
    await again.goto('/');
    await again.getByRole('navigation', { name: 'Main' }).or(heading(again, 'Sign in')).first().waitFor();
    if (await heading(again, 'Sign in').isVisible()) await signIn(again, 'dsl');
    await expect(eventually(() => written(canary))).resolves.toEqual(['saved']);
    await ended(second.program, 'SIGTERM');
    rmSync(profile, { recursive: true, force: true });
  });
});

async function pageIn(browser: Awaited<ReturnType<typeof openMortalBrowser>>['browser'], url: string): Promise<Page> {
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(45_000);
  const go = page.goto.bind(page);
  page.goto = (path, options) => go(new URL(path, url).href, options);
  return page;
}

/** The whole family of processes, as when the power goes. */
function ended(program: Awaited<ReturnType<typeof openMortalBrowser>>['program'], signal: NodeJS.Signals): Promise<void> {
  return new Promise((done) => {
    program.on('exit', () => done());
    process.kill(-program.pid!, signal);
  });
}

async function eventually(found: () => Promise<string[]>): Promise<string[]> {
  for (let tries = 0; tries < 200; tries++) {
    const it = await found();
    if (it.length > 0) return it;
    await new Promise((done) => setTimeout(done, 200));
  }
  return [];
}

/** Files in which the sentence stands in either of the forms a browser writes text in. */
function filesWith(folder: string, sentence: string): string[] {
  const forms = [Buffer.from(sentence, 'utf8'), Buffer.from(sentence, 'utf16le')];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile() && forms.some((form) => readFileSync(file).includes(form)));
}
