import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CLIENT, aProvider, type RunningProvider } from '../../api/test/a-provider';
import { codeOf } from '../../api/test/authenticators';
import { PASSWORD, aPartnership, aPerson, type Person } from '../../api/test/scenes';
import { expectNoViolations, heading, leave, signOut, stage } from '../stage';

let council: RunningProvider;
const on = stage({ demo: false, prepare: async () => {
  const port = await aFreePort();
  const publicUrl = `http://localhost:${port}`;
  council = await aProvider(`${publicUrl}/api/sign-in/council/callback`, `${publicUrl}/api/sign-in/health/callback`);
  const provider = (key: string, name: string, more: object) => ({ key, name, issuer: council.issuer, ...CLIENT, ...more });
  return { port, publicUrl, variables: { OIDC_PROVIDERS: JSON.stringify([provider('council', 'Council account', { secondFactor: true }), provider('health', 'NHS account', { secondFactor: false })]) } };
} });
let marcus: Person;
beforeAll(async () => {
  await aPartnership(on.api);
  marcus = await aPerson(on.api, { role: 'qp-member', name: 'Marcus Bell' });
}, 120_000);
afterAll(() => council.stop());

const at = (path: string) => new URL(path, on.api.url.replace('127.0.0.1', 'localhost')).href;
const somebody = { sub: 'marcus', name: 'Marcus Bell', email: 'marcus.bell@council.example' };

describe('somebody with an account at the council', () => {
  let secret: string;

  it('is told that nobody invited it, and how to get on', async () => {
    const page = await on.visitor();
    council.is(somebody);
    await page.goto(at('/sign-in'));
    await expectNoViolations(page);
    await page.getByRole('link', { name: 'Continue with Council account' }).click();
    await heading(page, 'Nobody has invited this account yet').waitFor();
    await page.getByText('link Council account on the page').waitFor();
    await expectNoViolations(page);
    await leave(page);
  });

  it('links it on the page of their account', async () => {
    const page = await on.visitor();
    await page.goto(at('/sign-in'));
    await page.getByLabel('E-mail address').fill(marcus.email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    secret = (await page.getByText('Or type this key into the app:').locator('code').innerText()).replaceAll(' ', '');
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill(codeOf(on.api, secret));
    await page.getByRole('button', { name: 'Use this app' }).click();
    await page.getByLabel('I have kept these codes').check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await heading(page, 'Home').waitFor();
    await page.goto(at('/account'));
    await page.getByRole('button', { name: 'Link your Council account' }).click();
    await page.getByText('Linked. From now on it signs you in here.').waitFor();
    await page.getByText('marcus.bell@council.example, linked').waitFor();
    await expectNoViolations(page);
    await signOut(page, 'Marcus Bell');
    await leave(page);
  });

  it('comes to the page they asked for, signed in', async () => {
    const page = await on.visitor();
    await page.goto(at('/compare'));
    await page.getByRole('link', { name: 'Continue with Council account' }).click();
    await heading(page, 'Compare').waitFor();
    await leave(page);
  });

  it('enters our code where the provider asks for no second factor', async () => {
    const page = await on.visitor();
    await page.goto(at('/compare'));
    await page.getByRole('link', { name: 'Continue with NHS account' }).click();
    await heading(page, 'Enter your code').waitFor();
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill(codeOf(on.api, secret, 30));
    await page.keyboard.press('Enter');
    await heading(page, 'Compare').waitFor();
    await leave(page);
  });

  it('may cancel there, and finds a way back', async () => {
    const page = await on.visitor();
    council.is(null);
    await page.goto(at('/sign-in'));
    await page.getByRole('link', { name: 'Continue with Council account' }).click();
    await page.getByText('You cancelled at Council account.').waitFor();
    await page.getByRole('link', { name: 'Sign in', exact: true }).first().click();
    await heading(page, 'Sign in').waitFor();
    await leave(page);
  });

  it('is told when it does not answer', async () => {
    const page = await on.visitor();
    council.is(somebody);
    council.intercept((path) => (path.startsWith('/token') ? { status: 503, body: '{"error":"temporarily_unavailable"}' } : null));
    await page.goto(at('/sign-in'));
    await page.getByRole('link', { name: 'Continue with Council account' }).click();
    await heading(page, 'The sign-in service does not answer').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in/problem');
    await leave(page);
  });
});

async function aFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
