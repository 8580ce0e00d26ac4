import { describe, expect, it } from '@jest/globals';
import { heading, leave, stage } from '../stage';

const [CLOSED, OPEN] = ['Section 175 return 2024-25', 'Section 11 audit 2026-27'];

describe('what came of a round', () => {
  const on = stage();

  it('the business unit looks at the figures and publishes them; a school finds its own level beside everybody’s', async () => {
    const unit = await on.signedIn('unit');
    await unit.getByRole('link', { name: 'Rounds' }).first().click();
    await heading(unit, 'Rounds').waitFor();
    await unit.getByRole('link', { name: CLOSED }).first().click();
    await unit.getByRole('link', { name: 'Publish figures' }).click();
    await heading(unit, 'Publish figures').waitFor();
    await unit.getByRole('link', { name: 'By peer group' }).click();
    const group = unit.getByRole('table', { name: '2 Leadership, governance and policies' });
    await group.getByRole('row', { name: /^Nursery and primary/ }).waitFor();
    // what is hidden says so to whoever hears it
    await unit.getByRole('cell', { name: 'hidden to protect a small group' }).first().waitFor();
    await unit.getByRole('button', { name: 'Publish figures' }).click();
    await unit.getByRole('dialog').getByRole('button', { name: 'Publish figures' }).click();
    await unit.getByText('Nothing has changed since figures were published.').waitFor();
    await leave(unit);

    const school = await on.signedIn('dsl');
    await school.getByRole('listitem').filter({ hasText: `${CLOSED} published` }).getByRole('link').click();
    await heading(school, 'How everyone did').waitFor();
    await school.getByRole('columnheader', { name: 'Your own' }).first().waitFor();
    expect(await school.getByRole('row', { name: /^2 Leadership/ }).getByRole('cell').last().innerText()).toMatch(/^(Met|Partly met|Not met)$/);
    await leave(school);
  });

  it('the group reads what matters, goes to who it is about, and writes down what it found', async () => {
    const page = await on.signedIn('quality');
    await page.getByRole('link', { name: 'Findings' }).click();
    await heading(page, 'Findings').waitFor();
    await page.getByRole('link', { name: OPEN }).click();
    const sentence = page.getByText(/^\d+ of 16 agencies rate .+ \(\d+%\); last round \d+ of 24 \(\d+%\)\.$/).first();
    await sentence.waitFor();
    await page.getByText('Write a finding').click();
    await page.getByLabel('What was found').fill('Supervision is what to ask about in spring.');
    await page.getByRole('button', { name: 'Add finding' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Supervision is what to ask about in spring.' }).getByText(/Marcus Bell/).waitFor();
    await page.getByLabel('Say also where there is nothing notable').check();
    await page.getByRole('heading', { name: 'Nothing notable' }).waitFor();
    await page.getByRole('link', { name: /^See who/ }).first().click();
    await page.getByRole('heading', { name: 'Who stands where' }).waitFor();
    await leave(page);
  });
});
