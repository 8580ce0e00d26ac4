import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { codeOf } from '../../api/test/authenticators';
import { expectNoViolations, heading, leave, PASSWORD, signIn, signOut, stage } from '../stage';

const people = [
  ['Business unit', 'Priya Shah', 'Home'], ['Quality and performance group', 'Marcus Bell', 'Home'], ['Executive', 'Helen Carr', 'Home'],
  ['Independent scrutineer', 'Dr Ade Bankole', 'Home'], ['Safeguarding lead', 'Jamila Ahmed', 'Oakfield Primary School'],
  ['Contributor', 'Tom Fenwick', 'Oakfield Primary School'], ['Approver', 'Ruth Wilkins', 'Oakfield Primary School'],
  ['Viewer', 'Colin Lamb', 'Oakfield Primary School'], ['Safeguarding lead', 'Sgt Nadia Farrow', 'Riverland Police'],
  ['Safeguarding lead', 'Karl Dodds', 'Harbourside Homes'],
] as const;

describe('somebody signs in', () => {
  const on = stage();

  it('as anybody of the demonstration, with one press, and out again', async () => {
    const page = await on.visitor();
    await page.goto('/');
    for (const [role, name, home] of people) {
      await page.getByRole('row', { name: new RegExp(`^${role} .*${name}`) }).getByRole('button', { name: `Use this account of ${name}` }).click();
      await heading(page, home).waitFor();
      await signOut(page, name);
    }
    await leave(page);
  });

  it('and is told, without a hint, when the address or the password is wrong', async () => {
    const page = await on.visitor();
    const said: string[] = [];
    for (const email of ['dsl@demo.attest.example', 'nobody@demo.attest.example']) {
      await page.goto('/sign-in');
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password', { exact: true }).fill('not the password at all');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      said.push(await page.getByRole('group', { name: 'There is a problem' }).getByRole('listitem').innerText());
    }
    expect(said[0]).toBe(said[1]);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await leave(page);
  });

  it('and comes to the page that was asked for', async () => {
    const page = await on.visitor();
    await page.goto('/compare');
    await page.getByText('Sign in to open the page you asked for.').waitFor();
    await page.getByLabel('E-mail address').fill('quality@demo.attest.example');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await heading(page, 'Compare').waitFor();
    await leave(page);
  });

  it('and leaves nothing behind for the next person', async () => {
    const page = await on.visitor();
    await signIn(page, 'dsl');
    await page.getByRole('link', { name: /^Continue/ }).click();
    await heading(page, 'Section 175 return 2026-27').waitFor();
    await signOut(page, 'Jamila Ahmed');
    await page.goBack();
    await heading(page, 'Sign in').waitFor();
    expect([await page.getByRole('progressbar').count(), await page.getByRole('banner').getByRole('button', { name: 'Jamila Ahmed' }).count()]).toEqual([0, 0]);
    await leave(page);
  });
});

describe('on an empty platform', () => {
  const on = stage({ demo: false });
  let secret: string;
  let recoveryCodes: string[];

  it('the first administrator names the partnership and makes the first account', async () => {
    const page = await on.visitor();
    await page.goto('/');
    expect(await page.getByText('Look around the demonstration').count()).toBe(0);
    await page.getByRole('link', { name: 'Set up Attest' }).click();
    await heading(page, 'Set up Attest').waitFor();
    await page.getByRole('button', { name: 'Set up Attest' }).click();
    await page.getByRole('group', { name: 'There are problems' }).getByRole('link', { name: 'Enter the code of area 1, such as 806.' }).waitFor();
    await expectNoViolations(page);

    await page.getByLabel('Name of the partnership').fill('South Riverside Safeguarding Children Partnership');
    await page.getByLabel('Name of area 1').fill('Middlesbrough');
    await page.getByLabel('Local authority code').fill('806');
    await page.getByRole('button', { name: 'Add another area' }).click();
    await page.getByLabel('Name of area 2').fill('Redcar and Cleveland');
    await page.getByLabel('Local authority code').nth(1).fill('807');
    await page.getByLabel('Your name').fill('Ada Brown');
    await page.getByLabel('E-mail address').fill('ada@example.org');
    await page.getByLabel('Password', { exact: true }).fill(ADAS);
    await page.getByRole('button', { name: 'Set up Attest' }).click();

    await heading(page, 'Set up your second factor').waitFor();
    secret = (await page.getByText('Or type this key into the app:').locator('code').innerText()).replaceAll(' ', '');
    await expectNoViolations(page);
    await typed(page, 'Code').fill('000000');
    await page.getByRole('button', { name: 'Use this app' }).click();
    await page.getByRole('group', { name: 'There is a problem' }).getByText('That code is not right').waitFor();
    await typed(page, 'Code').fill(codeOf(on.api, secret));
    await page.getByRole('button', { name: 'Use this app' }).click();
    await heading(page, 'Keep your recovery codes').waitFor();
    recoveryCodes = await page.getByRole('listitem').locator('code').allInnerTexts();
    expect(recoveryCodes).toHaveLength(10);
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Tick the box once you have kept the codes.').waitFor();
    await page.getByLabel('I have kept these codes').check();
    await page.getByRole('button', { name: 'Continue' }).click();

    await page.getByRole('heading', { name: 'What comes next' }).waitFor();
    await page.getByRole('banner').getByText('South Riverside Safeguarding Children Partnership').waitFor();
    await page.getByRole('link', { name: 'Upload the register' }).click();
    await heading(page, 'Import from the school register').waitFor();
    await leave(page);
  });

  it('and signs in with the app, or with a recovery code when the telephone is lost', async () => {
    const page = await on.visitor({ width: 320 });
    for (const [way, code] of [['Code', () => codeOf(on.api, secret, 30)], ['Recovery code', () => recoveryCodes[0]!]] as const) {
      await enterPassword(page);
      await heading(page, 'Enter your code').waitFor();
      await expectNoViolations(page);
      if (way === 'Recovery code') await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
      await typed(page, way).fill('123456');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByRole('group', { name: 'There is a problem' }).waitFor();
      await typed(page, way).fill(code());
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'What comes next' }).waitFor();
      await signOut(page, 'Ada Brown');
    }
    await leave(page);
  });

  it('and has an account: where they are signed in, another password, another telephone', async () => {
    const [page, elsewhere] = [await on.visitor(), await on.visitor()];
    for (const [index, each] of [page, elsewhere].entries()) {
      await enterPassword(each);
      await each.getByRole('button', { name: 'Use a recovery code instead' }).click();
      await typed(each, 'Recovery code').fill(recoveryCodes[index + 1]!);
      await each.keyboard.press('Enter');
      await each.getByRole('heading', { name: 'What comes next' }).waitFor();
    }
    await page.getByRole('banner').getByRole('button', { name: 'Ada Brown' }).click();
    await page.getByRole('link', { name: 'Your account' }).click();
    await heading(page, 'Your account').waitFor();
    await page.getByText('7 recovery codes are left.').waitFor();
    await expectNoViolations(page);

    await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
    await page.getByRole('button', { name: 'Sign out everywhere else' }).waitFor({ state: 'detached' });
    await elsewhere.reload();
    await heading(elsewhere, 'Sign in').waitFor();

    await on.api.administrator.query("update app.session set proved_at = now() - interval '1 hour'");
    await on.api.administrator.query('update app.authenticator set last_step = 0');
    await page.getByRole('button', { name: 'Make new recovery codes' }).click();
    const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await dialog.getByLabel('Password').fill(ADAS);
    await dialog.getByRole('textbox', { name: 'Code', exact: true }).fill(codeOf(on.api, secret));
    await expectNoViolations(page);
    await dialog.getByRole('button', { name: 'Confirm' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByLabel('I have kept these codes').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('10 recovery codes are left.').waitFor();

    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByLabel('Password now').fill(ADAS);
    await page.getByLabel('New password').fill('five calm otters under the bridge');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your password is changed.').waitFor();
    await page.reload();
    await heading(page, 'Your account').waitFor();
    await Promise.all([page, elsewhere].map(leave));
  });

  it('which can be done only once', async () => {
    const page = await on.visitor();
    await page.goto('/set-up');
    await page.getByText('This Attest has been set up already.').waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').waitFor();
    expect(await page.getByText('This Attest is new.').count()).toBe(0);
    await leave(page);
  });
});

const typed = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

const ADAS = 'four quiet herons by the weir';

async function enterPassword(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.getByLabel('Password', { exact: true }).fill(ADAS);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
