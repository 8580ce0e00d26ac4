import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CDPSession, Page } from 'playwright-core';
import { PASSWORD, aPartnership, aPerson, type Person } from '../../api/test/scenes';
import { expectNoViolations, heading, leave, signOut, stage } from '../stage';

const on = stage({ demo: false });
let marcus: Person;
beforeAll(async () => {
  await aPartnership(on.api);
  marcus = await aPerson(on.api, { role: 'qp-member', name: 'Marcus Bell' });
}, 120_000);

/** A device that keeps passkeys, and opens them for whoever is in front of it. */
class Device {
  private constructor(private readonly cdp: CDPSession, private readonly authenticatorId: string) {}

  static async of(page: Page): Promise<Device> {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    });
    return new Device(cdp, authenticatorId);
  }

  /** Whether the finger on it is the right one. */
  async recognises(isUserVerified: boolean): Promise<void> {
    await this.cdp.send('WebAuthn.setUserVerified', { authenticatorId: this.authenticatorId, isUserVerified });
  }

  async forget(): Promise<void> {
    await this.cdp.send('WebAuthn.clearCredentials', { authenticatorId: this.authenticatorId });
  }
}

/** Passkeys belong to names of hosts, which 127.0.0.1 is not. */
const at = (path: string) => new URL(path, on.api.url.replace('127.0.0.1', 'localhost')).href;

async function enterPassword(page: Page): Promise<void> {
  await page.goto(at('/sign-in'));
  await page.getByLabel('E-mail address').fill(marcus.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('somebody with a passkey', () => {
  let page: Page;
  let device: Device;
  beforeAll(async () => {
    page = await on.visitor();
    device = await Device.of(page);
  }, 60_000);

  it('makes it when they sign in for the first time, and keeps the recovery codes', async () => {
    await enterPassword(page);
    await heading(page, 'Set up your second factor').waitFor();
    await expectNoViolations(page);
    await press(page, 'Set up a passkey');
    await heading(page, 'Keep your recovery codes').waitFor();
    expect(await page.getByRole('listitem').locator('code').count()).toBe(10);
    await page.getByLabel('I have kept these codes').check();
    await press(page, 'Continue');
    await heading(page, 'Home').waitFor();
  });

  it('signs in with it alone', async () => {
    await signOut(page, 'Marcus Bell');
    await expectNoViolations(page);
    await press(page, 'Sign in with a passkey');
    await heading(page, 'Home').waitFor();
  });

  it('or after the password', async () => {
    await signOut(page, 'Marcus Bell');
    await enterPassword(page);
    await heading(page, 'Use your passkey').waitFor();
    await expectNoViolations(page);
    await press(page, 'Use your passkey');
    await heading(page, 'Home').waitFor();
  });

  it('sees it on their account, names it, and cannot remove the only one', async () => {
    await page.goto(at('/account'));
    await heading(page, 'Your account').waitFor();
    const passkey = page.getByRole('listitem').filter({ hasText: 'Chrome on Linux' }).filter({ hasText: 'Added' });
    await passkey.getByRole('button', { name: 'Rename' }).click();
    await page.getByLabel('Name of this passkey').fill('Office laptop');
    await expectNoViolations(page);
    await press(page, 'Rename passkey');
    await page.getByText('Office laptop').first().waitFor();
    expect(await page.getByRole('button', { name: 'Remove Office laptop' }).count()).toBe(0);
    await press(page, 'Add another passkey');
    await page.getByText('This device has a passkey for Attest already.').waitFor();
    await expectNoViolations(page);
  });

  it('proves with it who they are, where that was long ago', async () => {
    await on.api.administrator.query("update app.session set proved_at = now() - interval '1 hour'");
    await press(page, 'Make new recovery codes');
    const dialog = page.getByRole('dialog', { name: 'Confirm that it is you' });
    await dialog.getByRole('button', { name: 'Use your passkey' }).waitFor();
    await expectNoViolations(page);
    await dialog.getByRole('button', { name: 'Use your passkey' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByLabel('I have kept these codes').check();
    await press(page, 'Continue');
    await page.getByText('10 recovery codes are left.').waitFor();
    await signOut(page, 'Marcus Bell');
  });

  it('is not signed in by somebody else’s finger', async () => {
    await device.recognises(false);
    await press(page, 'Sign in with a passkey');
    await page.getByText('No passkey was used').waitFor();
    await expectNoViolations(page);
    await device.recognises(true);
  });

  it('is told when it was removed here, or from the device', async () => {
    await on.api.administrator.query("update app.passkey set credential_id = 'removed'");
    await press(page, 'Sign in with a passkey');
    await page.getByText('This passkey is not known here.').waitFor();
    await device.forget();
    await press(page, 'Sign in with a passkey');
    await page.getByText('No passkey was used').waitFor();
    await leave(page);
  });

  it('is told that passkeys do not work at another address', async () => {
    const elsewhere = await on.visitor();
    await Device.of(elsewhere);
    await elsewhere.goto('/sign-in');
    await press(elsewhere, 'Sign in with a passkey');
    await elsewhere.getByText('Passkeys work at the address Attest was set up with').waitFor();
    await leave(elsewhere);
  });
});
