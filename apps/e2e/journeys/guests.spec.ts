import { describe, expect, it } from '@jest/globals';
import { until } from '../../api/test/until';
import { expectNoViolations, heading, leave, scrollsSideways, stage, tabTo } from '../stage';

const RETURN = 'Section 175 return 2026-27';
const SECTION = '7 Children who may need more help';

// one story, told in order
describe('somebody without an account answers what they were given', () => {
  const on = stage({ variables: { ROLE: 'all' } });
  let link: string;

  it('the lead asks a guest, from the page of the return', async () => {
    const page = await on.signedIn('dsl');
    await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await page.getByRole('link', { name: 'Ask a guest' }).click();
    await heading(page, 'Guests').waitFor();
    const form = page.getByRole('form', { name: 'Ask a guest' });
    await form.locator('summary', { hasText: SECTION }).click();
    for (const name of [/^7\.1 /, /^7\.2 /]) await form.getByRole('checkbox', { name }).check();
    await form.getByRole('textbox', { name: 'Name' }).fill('Sam Price');
    await form.getByRole('textbox', { name: 'E-mail address' }).fill('sam.price@governors.example');
    await form.getByRole('textbox', { name: 'Note for them' }).fill('You know this better than I do.');
    await form.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { name: 'The link is on its way to Sam Price' }).waitFor();
    link = await page.locator('code').innerText();
    await page.getByText(/not opened yet/).waitFor();
    await expectNoViolations(page);
    await leave(page);
  });

  it('the guest opens the link of the message in a browser of their own, and answers by keyboard', async () => {
    await until(async () => (await on.api.client().get('/api/outbox')).body.some(({ subject }: { subject: string }) => subject === 'Jamila Ahmed asks you to answer 2 questions'));
    const page = await on.visitor({ width: 375 });
    await page.goto('/outbox');
    await page.getByRole('link', { name: 'Jamila Ahmed asks you to answer 2 questions' }).click();
    await page.getByText('The link opens these questions and nothing else').waitFor();
    await page.getByRole('link', { name: link }).click();
    await heading(page, '2 questions for you').waitFor();
    expect(page.url()).toMatch(/\/guest$/);
    await page.getByText('You know this better than I do.').waitFor();

    const first = page.getByRole('article').first();
    await tabTo(page, first.getByRole('radio').first());
    await page.keyboard.press('Space');
    await tabTo(page, first.getByRole('textbox').first());
    await page.keyboard.type('Reviewed with the families in May.');
    await page.getByText(/^Saved at \d/).first().waitFor();
    await tabTo(page, page.getByRole('button', { name: 'I am done' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Everything is saved. Thank you.' }).waitFor();
    await page.getByText('You have answered 1 of 2.').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    await expectNoViolations(page);

    // as often as they like, also from the message
    await page.reload();
    const words = page.getByRole('article').first().getByRole('textbox').first();
    await words.waitFor();
    expect(await words.inputValue()).toBe('Reviewed with the families in May.');
    await leave(page);
  });

  it('the lead sees it marked, checks it, and takes the link back: the guest reads why it opens nothing', async () => {
    const page = await on.signedIn('dsl');
    await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await page.getByRole('link', { name: 'Ask a guest' }).click();
    await page.getByText('1 of 2 answered').waitFor();
    await page.getByRole('link', { name: /^7\.1/ }).click();
    await page.getByText('Answered by a guest: check it.').waitFor();
    await page.getByText('Sam Price, a guest of Jamila Ahmed, wrote this.').waitFor();
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Checked and right' }).click();
    await page.getByText('Answered by a guest: check it.').waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByRole('button', { name: 'Take back the link of Sam Price' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
    await page.getByText('Taken back by Jamila Ahmed').waitFor();

    const guest = await on.visitor();
    await guest.goto(new URL(link).pathname + new URL(link).hash);
    await heading(guest, 'This link opens nothing').waitFor();
    await guest.getByText('This link has been taken back. Ask Jamila Ahmed if you still need it.').waitFor();
    await expectNoViolations(guest);
    await leave(guest);
    await leave(page);
  });
});
