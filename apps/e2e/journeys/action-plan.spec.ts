import { describe, expect, it } from '@jest/globals';
import { expectNoViolations, heading, stage, tabTo } from '../stage';

describe('an action plan', () => {
  const on = stage();

  it('is made from what is not met, by keyboard alone, and answered by the business unit', async () => {
    const lead = await on.signedIn('dsl');
    await lead.getByRole('row').getByRole('link').first().press('Enter');
    await tabTo(lead, lead.getByRole('link', { name: 'Make your action plan' }));
    await lead.keyboard.press('Enter');
    await heading(lead, 'Action plan').waitFor();
    await expectNoViolations(lead);
    await tabTo(lead, lead.getByRole('button', { name: /^Plan an action for/ }).first());
    await lead.keyboard.press('Enter');
    await expectNoViolations(lead);
    await lead.getByLabel('What will you do?').focus();
    await lead.keyboard.type('Train the new governors');
    await lead.keyboard.press('Tab');
    await lead.keyboard.type('Head teacher');
    await tabTo(lead, lead.getByRole('button', { name: 'In 3 months' }));
    await lead.keyboard.press('Enter');
    await tabTo(lead, lead.getByRole('button', { name: 'Add to the plan' }));
    await lead.keyboard.press('Enter');
    await lead.getByText('Added to the plan.').waitFor();
    await tabTo(lead, lead.getByRole('link', { name: 'Train the new governors' }));
    await lead.keyboard.press('Enter');
    await heading(lead, 'Train the new governors').waitFor();
    await expectNoViolations(lead);
    await lead.getByRole('button', { name: 'Say it is done' }).press('Enter');
    await lead.getByRole('link', { name: 'Say what shows that it was done.' }).waitFor();
    await lead.getByLabel(/What shows that it was done/).fill('Register of 3 March');
    await lead.getByRole('button', { name: 'Save' }).press('Enter');
    await lead.getByText('Saved.', { exact: true }).waitFor();
    await lead.getByRole('button', { name: 'Say it is done' }).press('Enter');
    await lead.getByText('Done, not verified').first().waitFor();
    const address = lead.url();

    const unit = await on.signedIn('unit');
    await unit.goto(address);
    await unit.getByRole('button', { name: 'Send back' }).press('Enter');
    await unit.getByLabel('What is missing?').fill('The register names nobody.');
    await expectNoViolations(unit);
    await unit.getByRole('button', { name: 'Send back' }).press('Enter');
    await unit.getByText('Sent back.').waitFor();
    await lead.reload();
    await lead.getByText('The register names nobody.').waitFor();
    await lead.getByRole('button', { name: 'Say it is done' }).press('Enter');
    await lead.getByText('Done. The partnership looks').waitFor();
    await unit.reload();
    await unit.getByRole('button', { name: 'Verify' }).press('Enter');
    await unit.getByText('Verified.').waitFor();
    await unit.goto('/actions?standing=verified');
    await unit.getByRole('link', { name: 'Train the new governors' }).waitFor();
    await expectNoViolations(unit);
    expect(await unit.getByRole('columnheader', { name: 'Organisation' }).count()).toBe(1);

    await unit.getByRole('link', { name: 'What has been done' }).press('Enter');
    await heading(unit, 'What has been done').waitFor();
    await expectNoViolations(unit);
    await unit.getByRole('button', { name: 'Table' }).first().press('Enter');
    await expectNoViolations(unit);
    await unit.getByRole('link', { name: /^\d+ Verified: All actions/ }).first().press('Enter');
    await unit.getByRole('link', { name: 'Train the new governors' }).waitFor();
    await unit.getByText('Of submitted returns').waitFor();
  });

  it('keeps what is typed when a colleague was quicker, shows theirs, and saves over it only when told to', async () => {
    const [lead, colleague] = [await on.signedIn('dsl'), await on.signedIn('deputy')];
    await lead.goto('/actions');
    const address = await lead.evaluate(async () => {
      const { csrfToken } = await (await fetch('/api/session')).json();
      const past = (await (await fetch('/api/submissions')).json()).find(({ moves }: { moves: string[] }) => moves.includes('receipt'));
      const body = JSON.stringify({ questionId: null, title: 'Review the policy', owner: '', dueOn: null });
      const made = await fetch(`/api/submissions/${past.id}/actions`, { method: 'POST', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken }, body });
      return `/actions/${(await made.json()).id}`;
    });
    for (const page of [lead, colleague]) {
      await page.goto(address);
      await heading(page, 'Review the policy').waitFor();
    }
    const save = (page: typeof lead) => page.getByRole('button', { name: 'Save' }).press('Enter');
    await colleague.getByLabel(/Who sees to it/).fill('Deputy head');
    await save(colleague);
    await colleague.getByText('Saved.', { exact: true }).waitFor();
    await lead.getByLabel(/Who sees to it/).fill('Chair of governors');
    await save(lead);
    await lead.getByText(/Somebody else changed this action meanwhile/).first().waitFor();
    await lead.getByRole('definition').filter({ hasText: 'Deputy head' }).waitFor();
    expect(await lead.getByLabel(/Who sees to it/).inputValue()).toBe('Chair of governors');
    await save(lead);
    await lead.getByRole('definition').filter({ hasText: 'Chair of governors' }).waitFor();
  });
});
