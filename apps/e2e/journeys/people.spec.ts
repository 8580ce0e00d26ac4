import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { writeWorkbook } from '@attest/shared/api';
import { codeOf } from '../../api/test/authenticators';
import { until } from '../../api/test/until';
import { expectNoViolations, heading, leave, stage } from '../stage';

const SCHOOL = 'Harbour View Test School';
const NEW_PASSWORD = 'nine slow barges under the bridge';

describe('people come, hand over and go', () => {
  const on = stage({ variables: { ROLE: 'all' } });
  let school: { id: string; urn: string };
  let lead: Page;
  let deputy: Page;
  const secrets = new Map<string, string>();

  beforeAll(async () => {
    const { rows: [found] } = await on.api.administrator.query<{ id: string; urn: string }>(
      "update app.organisation set name = $1 where urn = '990110' returning id, urn", [SCHOOL]);
    school = found!;
  });

  /** The link in the last message to an address, as its reader finds it. */
  async function linkTo(address: string): Promise<string> {
    const last = async () => (await on.api.client().get('/api/outbox')).body.find((letter: { to: string }) => letter.to === address);
    await until(async () => (await last()) !== undefined);
    const { body } = await on.api.client().get(`/api/outbox/${(await last()).id}`);
    return new URL(/https?:\S+\/invitation\/\S+/.exec(JSON.stringify(body).replaceAll('\\n', ' '))![0]).pathname;
  }

  /** From the link to the home page: a name, a password, and an app for the second factor. */
  async function accept(address: string, name: string): Promise<Page> {
    const page = await on.visitor();
    await page.goto(await linkTo(address));
    await heading(page, 'You are invited').waitFor();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByRole('group', { name: /There (is a|are) problem/ }).waitFor();
    await page.getByLabel('Your name').fill(name);
    await page.getByLabel('Choose a password').fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    const key = page.getByText('Or type this key into the app:').locator('code');
    await key.waitFor();
    secrets.set(address, (await key.innerText()).replaceAll(' ', ''));
    await page.getByRole('textbox', { name: 'Code', exact: true }).fill(codeOf(on.api, secrets.get(address)!));
    await page.getByRole('button', { name: 'Use this app' }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: /^(Go on|Continue)/ }).click();
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    return page;
  }

  it('the business unit invites a school’s lead by workbook, after seeing what is wrong with the rest', async () => {
    const page = await on.signedIn('unit');
    for (const place of ['Organisations', 'People']) await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
    await heading(page, 'People').waitFor();
    await page.getByRole('link', { name: 'No lead yet' }).click();
    await page.getByRole('link', { name: SCHOOL, exact: true }).waitFor();
    await page.getByRole('link', { name: 'Invite many' }).click();
    const rows = [['Zoë Ní Bhriain', 'zoe+dsl@school.example', school.urn, 'lead'], ['Ben', 'ben at school', '123456', 'lead']];
    const workbook = await writeWorkbook('People', new Date(), [{ name: 'People', header: ['Name', 'E-mail address', 'Organisation or URN', 'Role'], widths: [20, 30, 30, 20], rows }]);
    await page.getByLabel('A workbook (XLSX) or a CSV file').setInputFiles({ name: 'people.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(workbook) });
    await page.getByText('1 person cannot be invited as written.').waitFor();
    await page.getByText('“ben at school” is not an e-mail address').waitFor();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Send 1 invitation, and leave out 1' }).click();
    await page.getByRole('heading', { name: '1 invitation sent' }).waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Invitations' }).first().click();
    await page.getByRole('rowheader', { name: /zoe\+dsl@school\.example/ }).waitFor();
    await expectNoViolations(page);
    await leave(page);
  });

  it('the lead accepts, and invites a deputy', async () => {
    lead = await accept('zoe+dsl@school.example', 'Zoë Ní Bhriain');
    await lead.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'People' }).click();
    await heading(lead, `Who can see ${SCHOOL}`).waitFor();
    await lead.getByText('Nobody has looked this list over yet.').waitFor();
    await expectNoViolations(lead);
    await lead.getByRole('link', { name: 'Invite a colleague' }).click();
    await lead.getByLabel('E-mail address').fill('tom@school.example');
    await lead.getByRole('radio', { name: /^Contributor/ }).check();
    await lead.getByRole('button', { name: 'Send the invitation' }).click();
    await lead.getByRole('rowheader', { name: 'tom@school.example' }).waitFor();
    deputy = await accept('tom@school.example', 'Tom Fenwick');
  });

  it('looks over who can see the school, and confirms that it is right', async () => {
    await lead.goto(`/organisations/${school.id}/people`);
    await lead.getByRole('button', { name: 'Confirm that this list is right' }).click();
    await lead.getByText(/^Last looked over on .* by Zoë Ní Bhriain\.$/).waitFor();
  });

  it('hands over to the deputy, who is here already, and is gone once they accept', async () => {
    await lead.getByRole('link', { name: 'Hand over the lead' }).click();
    await lead.getByLabel('E-mail address').fill('TOM@school.example');
    await lead.getByRole('radio', { name: /^I leave/ }).check();
    await expectNoViolations(lead);
    await lead.getByRole('button', { name: 'Invite the next lead' }).click();
    await lead.getByText(/takes over; Zoë Ní Bhriain leaves/).waitFor();

    await deputy.goto(await linkTo('TOM@school.example'));
    await deputy.getByText('Zoë Ní Bhriain, once you accept').waitFor();
    await expectNoViolations(deputy);
    await deputy.getByRole('button', { name: 'Accept the invitation' }).click();
    await deputy.waitForURL((url) => url.pathname === '/');
    await deputy.goto(`/organisations/${school.id}/people`);
    await deputy.getByRole('rowheader', { name: /Tom Fenwick/ }).waitFor();
    expect(await deputy.getByRole('rowheader', { name: /Zoë/ }).count()).toBe(0);
    // her page is still open
    await lead.getByRole('link', { name: 'Invite a colleague' }).click();
    await lead.getByText('Your role does not include this.').waitFor();
    await leave(lead);
    await leave(deputy);
  });

  it('sees where they have a role, and leaves', async () => {
    const page = await on.signedIn('governor');
    await page.goto('/account');
    await page.getByRole('heading', { name: 'Your memberships' }).waitFor();
    await page.getByRole('button', { name: 'Leave Oakfield Primary School' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('You will no longer be viewer there').waitFor();
    await expectNoViolations(page);
    await dialog.getByRole('button', { name: 'Leave Oakfield Primary School' }).click();
    await page.getByText('You have no role anywhere.').waitFor();
    await leave(page);
  });

  it('the business unit adds an agency by hand, puts it right and ends it', async () => {
    const page = await on.signedIn('unit');
    await page.goto('/organisations');
    await page.getByRole('link', { name: 'Add an agency' }).click();
    await page.getByRole('button', { name: 'Add the agency' }).click();
    await page.getByRole('group', { name: 'There are problems' }).getByRole('link', { name: 'Choose a sector.' }).waitFor();
    await page.getByLabel('Name of the agency').fill('Invented Fire Service');
    await page.getByLabel('Sector').selectOption({ label: 'Fire and rescue' });
    await page.getByRole('checkbox', { name: 'Has volunteers' }).check();
    await page.getByRole('button', { name: 'Add the agency' }).click();
    await heading(page, 'Invented Fire Service').waitFor();
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Area').selectOption({ label: 'Seaholm' });
    await page.getByRole('button', { name: 'Save' }).click();
    await heading(page, 'Invented Fire Service').waitFor();
    await page.getByRole('definition').filter({ hasText: /^Seaholm$/ }).waitFor();
    await page.getByRole('button', { name: 'End taking part' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End taking part' }).click();
    await page.getByText('Closed', { exact: true }).first().waitFor();
    await leave(page);
  });

  it('the business unit lets somebody in again who lost their second factor, once it is sure', async () => {
    const page = await on.signedIn('unit');
    await page.goto('/people?search=Bankole');
    await page.getByRole('button', { name: 'Lost second factor of Dr Ade Bankole' }).click();
    const sure = page.getByRole('dialog', { name: 'Let Dr Ade Bankole set up a new second factor?' });
    await sure.waitFor();
    await expectNoViolations(page);
    await sure.getByRole('button', { name: 'Let them set up a new one' }).click();
    await page.getByText('Dr Ade Bankole sets up a new second factor when they sign in next.').waitFor();
    await expectNoViolations(page);
    await page.goto('/people?search=Priya');
    await page.getByRole('row').filter({ hasText: 'Priya Shah' }).first().waitFor();
    expect(await page.getByRole('button', { name: 'Lost second factor of Priya Shah' }).count()).toBe(0);
    await leave(page);
  });
});
