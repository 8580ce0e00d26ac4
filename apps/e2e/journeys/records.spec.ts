import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { unzipped } from '../../api/test/unzipped';
import { expectNoViolations, heading, leave, stage, tabTo } from '../stage';

describe('the business unit keeps the law', () => {
  const on = stage({ variables: { ROLE: 'all' } });

  it('chooses how long things are kept, and is told what cannot be chosen', async () => {
    const page = await on.signedIn('unit');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Records and privacy' }).click();
    await heading(page, 'Records and privacy').waitFor();
    await page.getByRole('link', { name: 'How long things are kept' }).click();
    const messages = page.getByRole('region', { name: 'Messages' });
    await messages.getByLabel('Months').fill('99');
    await messages.getByRole('button', { name: /^Save/ }).click();
    await messages.getByText('Choose a whole number of months from 1 to 24.').waitFor();
    await expectNoViolations(page);
    await messages.getByLabel('Months').fill('9');
    await messages.getByRole('button', { name: /^Save/ }).click();
    await messages.getByText('Saved.').waitFor();
    await messages.getByText(/Chosen by/).waitFor();
    await leave(page);
  });

  it('holds an organisation, sees what is due, and disposes of it by typing how much it is', async () => {
    const page = await on.signedIn('unit');
    await page.goto('/records/holds');
    await page.getByLabel('Find an organisation').fill('Oakfield Prim');
    await page.getByRole('combobox', { name: 'Organisation' }).selectOption('Oakfield Primary School');
    await page.getByLabel('Reason').fill('A local review');
    await page.getByRole('button', { name: 'Place the hold' }).click();
    await page.getByRole('heading', { name: /Oakfield Primary School, every round/ }).waitFor();
    await expectNoViolations(page);

    await on.api.administrator.query("insert into app.mail (id, partnership_id, address, subject, body, created_at) select gen_random_uuid(), id, 'old@example.org', 'Old', '', '2015-05-05' from app.partnership");
    on.api.today('2033-10-01');
    await on.api.administrator.query("update app.session set proved_at = '2100-01-01', expires_at = '2100-01-01'");
    await page.goto('/records/disposal');
    await page.getByText('1 held back').first().waitFor();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Dispose of them' }).click();
    await page.getByRole('link', { name: 'Type the number of records to confirm.' }).waitFor();
    const asked = page.getByLabel(/^Type \d+ to confirm$/);
    const total = /Type (\d+) to/.exec((await page.getByText(/^Type \d+ to confirm$/).textContent())!)![1]!;
    await asked.fill(total);
    await page.getByRole('button', { name: 'Dispose of them' }).click();
    await page.getByRole('article').filter({ hasText: 'Done' }).getByText(/messages: 1/).waitFor({ timeout: 60_000 });
    await page.getByText('Nothing is due').waitFor();
    await leave(page);
  });

  it('takes everything away: asks with a reason, watches, downloads, and sees who took it', async () => {
    on.api.today();
    const page = await on.signedIn('unit');
    await page.goto('/records/exports');
    await page.getByText('No copy has been made').waitFor();
    await tabTo(page, page.getByLabel('Why do you need it?'));
    await page.keyboard.type('We try whether leaving is easy');
    await page.keyboard.press('Enter');
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.getByRole('link', { name: /^Download \(/ }).click({ timeout: 60_000 })]);
    const parts = unzipped(readFileSync(await download.path()));
    expect(parts.get('organisation.csv')).toContain('Oakfield Primary School');
    expect(parts.get('README.md')).toContain('## Files and columns');
    await page.getByText(/^Downloaded by/).waitFor();
    await expectNoViolations(page);
    await leave(page);
  });
});

describe('somebody asks what is held about them', () => {
  const on = stage();

  it('reads it in plain words before signing in, and downloads all of it from their account', async () => {
    const page = await on.signedIn('dsl');
    await page.goto('/help');
    await page.getByRole('link', { name: /What is kept about you/ }).click();
    await heading(page, 'Privacy').waitFor();
    await page.getByRole('link', { name: 'Your account' }).first().click();
    await heading(page, 'Your account').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download what Attest holds about me' }).click()]);
    const parts = unzipped(readFileSync(await download.path()));
    expect(parts.get('records.html')).toContain('<h1>What Attest holds about you</h1>');
    expect(JSON.parse(parts.get('records.json')!).account).toHaveLength(1);
    await leave(page);
  });
});
