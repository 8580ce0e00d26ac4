import { describe, expect, it } from '@jest/globals';
import { Database, Mail, SiteAddress, mailText, named, say } from '@attest/shared/api';
import { until } from '../../api/test/until';
import { expectNoViolations, heading, leave, scrollsSideways, stage, tabTo } from '../stage';

describe('the outbox of a demonstration', () => {
  const on = stage({ variables: { ROLE: 'all' } });

  it('is found from the sign-in page, and a message in it is opened and its link followed, without a mouse', async () => {
    const { app } = on.api;
    await app.get(Database).unattended(() => app.get(Mail).send({
      to: 'dsl@demo.attest.example', subject: say`Choose a new password`,
      text: mailText({ greets: named('Jamila Ahmed'), says: [], link: { says: say`Choose it here:`, to: app.get(SiteAddress).link('/help') }, from: named('Attest'), because: say`You asked for it.` }),
    }));
    await until(async () => (await on.api.client().get('/api/outbox')).body.length === 1);
    const page = await on.visitor({ width: 375 });
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'see the outbox' }).click();
    const message = page.getByRole('link', { name: 'Choose a new password' });
    await tabTo(page, message);
    await expectNoViolations(page);
    expect(await scrollsSideways(page)).toBe(false);
    await page.keyboard.press('Enter');
    await heading(page, 'Choose a new password').waitFor();
    await expectNoViolations(page);
    await page.getByRole('link', { name: /\/help$/ }).press('Enter');
    await page.waitForURL('**/help');
    await leave(page);
  });
});

describe('where mail leaves by SMTP', () => {
  // nobody listens there, so that what is sent fails
  const on = stage({ variables: { MAIL: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'attest@example.org' } });

  it('the business unit sees what failed and why, and sends it again; nobody else sees anything', async () => {
    const { rows: [partnership] } = await on.api.administrator.query('select id from app.partnership');
    await on.api.administrator.query(`insert into app.mail (id, partnership_id, address, subject, body, failed_at, reason, attempts)
      values (gen_random_uuid(), $1, 'typo@school.example', 'You are invited to Attest', 'Hello', now(), '550 No such user', 1)`, [partnership.id]);
    const page = await on.signedIn('unit');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('link', { name: 'Outbox' }).click();
    await page.getByText('550 No such user').waitFor();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Send again to typo@school.example' }).press('Enter');
    await page.getByText('On its way to typo@school.example.').waitFor({ state: 'attached' });
    await page.getByText('Waiting', { exact: true }).waitFor();
    const visitor = await on.visitor();
    await visitor.goto('/outbox');
    await visitor.getByText('This is for the business unit').waitFor();
    await expectNoViolations(visitor);
    await leave(visitor);
    await leave(page);
  });
});
