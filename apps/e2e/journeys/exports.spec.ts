import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { wordIn } from '../../api/test/paper-reading';
import { counting, print } from '../actions';
import { expectNoViolations, heading, leave, stage } from '../stage';

const BUDGET = 4;

describe('the Q&P group takes it to the meeting', () => {
  const on = stage({ variables: { ROLE: 'all' } });

  async function taken(page: Page): Promise<Buffer> {
    const link = page.getByRole('link', { name: /^Download/ }).first();
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return readFile(await download.path());
  }

  it(`has a board pack in ${BUDGET} actions, and sees who has taken it`, async () => {
    const page = await on.signedIn('quality');
    await heading(page, /./).waitFor();
    const actions = await counting(page);
    await page.getByRole('navigation').getByRole('link', { name: 'Exports', exact: true }).click();
    await heading(page, 'Exports').waitFor();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    const { paragraphs } = wordIn(await taken(page));
    const made = await actions();
    print('A board pack', made, BUDGET);
    expect(made).toBeLessThanOrEqual(BUDGET);
    expect(paragraphs).toEqual(expect.arrayContaining(['Findings', 'Organisations and standards', 'How to read this']));
    await page.getByText(/^Downloaded by\s+Marcus Bell/).waitFor();
    await expectNoViolations(page);

    // whom it is for decides what may be in it
    await page.getByRole('radio', { name: 'Everybody' }).check();
    await page.getByRole('radio', { name: /^Public summary/, checked: true }).waitFor();
    await page.getByRole('radio', { name: /^Board pack/, disabled: true }).waitFor();
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await page.getByText(/have not been published yet/).waitFor();
    await page.getByRole('button', { name: /^Try again/ }).waitFor();
    await leave(page);
  });

  it('lets Excel read figures by itself with a token that can be taken away', async () => {
    const page = await on.signedIn('quality');
    await page.goto('/exports');
    await page.getByRole('link', { name: 'make an access token' }).click();
    await heading(page, 'Access tokens').waitFor();
    await page.getByLabel('What will use it?').fill('Excel of the group');
    await page.getByRole('button', { name: 'Make a token' }).click();
    const token = (await page.locator('.shown code').innerText()).trim();
    await expectNoViolations(page);
    const read = async () => {
      const answer = await fetch(`${on.api.url}/api/analysis/rounds.csv`, { headers: { authorization: `Basic ${Buffer.from(`me:${token}`).toString('base64')}` } });
      return `${answer.status} ${await answer.text()}`;
    };
    expect(await read()).toMatch(/^200 .*Section 11 audit 2025-26/s);
    await page.getByRole('button', { name: 'Take away Excel of the group' }).click();
    await page.getByText('You have no token').waitFor();
    expect(await read()).toMatch(/^401 /);
    await leave(page);
  });
});
