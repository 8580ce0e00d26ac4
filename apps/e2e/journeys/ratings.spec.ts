import { describe, expect, it } from '@jest/globals';
import { expectNoViolations, heading, leave, stage, tabTo } from '../stage';

describe('why is this level what it is', () => {
  const on = stage();

  it('the lead asks with the keyboard alone, from home to the answers that made it, and comes back to where they were', async () => {
    const page = await on.signedIn('dsl');
    const why = page.getByRole('button', { name: 'Why? Section 175 return 2025-26' });
    await tabTo(page, why);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Why this level: Section 175 return 2025-26' });
    await dialog.getByText(/^(Met|Partly met|Not met): \d[\d,]* of \d[\d,]* points/).waitFor();
    await dialog.getByText(/^Worked out by rule attest-1 on \d+ \w+ 20\d\d\.$/).waitFor();
    await expectNoViolations(page);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await why.and(page.locator(':focus')).waitFor();

    await page.keyboard.press('Enter');
    await tabTo(page, dialog.getByRole('link', { name: '4 Online safety' }));
    await page.keyboard.press('Enter');
    await heading(page, 'Why this level: 4 Online safety').waitFor();
    await dialog.waitFor({ state: 'detached' });
    const counted = page.getByRole('table', { name: 'What counted' });
    await counted.getByRole('row').nth(3).waitFor();
    await page.getByText(/^The smallest change that would alter it/).waitFor();
    await page.getByText(/^Where levels start: Met from \d+%/).waitFor();
    await tabTo(page, counted.getByRole('link').first());
    await page.keyboard.press('Enter');
    await heading(page, /^4\.1 /).waitFor();
    await leave(page);
  });

  it('the lead sees what each section would be rated before anything is handed in', async () => {
    const page = await on.signedIn('dsl');
    await page.getByRole('link', { name: /^Continue Section 175/ }).click();
    await page.getByRole('link', { name: /^Check answers/ }).last().click();
    const section = page.getByRole('region', { name: '2 Leadership, governance and policies' });
    await section.getByText('As it stands:').waitFor();
    await section.getByRole('button', { name: /^Why\?/ }).click();
    await page.getByRole('dialog').getByText('Nothing has been handed in, and nobody else sees this.').waitFor();
    await expectNoViolations(page);
    await leave(page);
  });

  it('the Quality and Performance group asks why a whole return is rated as it is, and what a percentage is made of', async () => {
    const page = await on.signedIn('quality');
    await page.goto('/compare');
    await page.getByRole('link', { name: 'Section 11 audit 2025-26' }).click();
    await page.getByText('How the percentages come about').click();
    await page.getByText(/^\d+ of \d+ organisations rated meet it \(\d+(\.\d)?%\): .*Left out: \d+ not returned\.$/).first().waitFor();
    await page.getByRole('link', { name: /, why$/ }).first().click();
    await heading(page, 'Why this level: Whole return').waitFor();
    await page.getByRole('table', { name: 'What counted' }).getByRole('link').first().click();
    await heading(page, /^Why this level: 1 /).waitFor();
    await leave(page);
  });

  it('the business unit recalculates with the keyboard alone: sees what differs, says why, finds it marked, and puts it back', async () => {
    // somebody with the key to the database has been at it
    const { rows: [spoilt] } = await on.api.administrator.query(`
      select r.submission_id as id, r.section_key as section, g.name, r.level from app.rating r
      join app.round o on o.id = r.round_id and o.name = 'Section 175 return 2025-26' join app.organisation g on g.id = r.organisation_id
      where r.layer = 'self' and r.section_key <> '' and r.level = 'green'
        and not exists (select from app.rating m where m.submission_id = r.submission_id and m.section_key = r.section_key and m.layer = 'moderated')
      order by g.name, r.section_key limit 1`);
    await on.api.administrator.query("update app.rating set level = 'red' where submission_id = $1 and section_key = $2 and layer = 'self'", [spoilt.id, spoilt.section]);
    const page = await on.signedIn('unit');
    await page.goto('/rounds');
    await page.getByRole('link', { name: 'Section 175 return 2025-26' }).click();
    await tabTo(page, page.getByRole('link', { name: 'Recalculate ratings' }));
    await page.keyboard.press('Enter');
    await heading(page, 'Recalculate ratings').waitFor();
    const differs = page.getByRole('table', { name: 'Ratings that differ, levels first' }).getByRole('row', { name: new RegExp(`^${spoilt.name} .* Not met .* Met .* Level$`) });
    await differs.waitFor();
    await expectNoViolations(page);

    await tabTo(page, page.getByRole('button', { name: 'Recalculate 1 rating' }));
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'There is a problem' }).getByRole('link', { name: 'Say why.' }).waitFor();
    await tabTo(page, page.getByLabel('Why are they recalculated?'));
    await page.keyboard.type('The table was changed by hand.');
    await tabTo(page, page.getByRole('button', { name: 'Recalculate 1 rating' }));
    await page.keyboard.press('Enter');
    await page.getByText('Done: 1 rating with another level.').waitFor();
    await page.getByText('Nothing differs').waitFor();
    await page.getByRole('article').getByText(/: The table was changed by hand\.$/).waitFor();

    await page.goto('/compare');
    await page.getByRole('link', { name: 'Section 175 return 2025-26' }).click();
    await page.getByRole('row', { name: new RegExp(`^${spoilt.name} `) }).getByRole('link', { name: /, revised/ }).first().click();
    await page.getByText('Recalculated by the business unit: The table was changed by hand.').waitFor();

    await page.goBack();
    await page.getByText('revised: another level was shown before it was recalculated').waitFor();
    await page.goto('/rounds');
    await page.getByRole('link', { name: 'Section 175 return 2025-26' }).click();
    await page.getByRole('link', { name: 'Recalculate ratings' }).click();
    await tabTo(page, page.getByText('Undo this recalculation'));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByLabel('Why is it undone?'));
    await page.keyboard.type('To see that it comes back.');
    await tabTo(page, page.getByRole('button', { name: 'Put the ratings back' }));
    await page.keyboard.press('Enter');
    await page.getByText('The ratings are back as they were before.').waitFor();
    await differs.waitFor();
    await leave(page);
  });

  it('the executive, who reads figures alone, is led to no return', async () => {
    const page = await on.signedIn('executive');
    await page.goto('/compare');
    await page.getByRole('link', { name: 'Section 11 audit 2025-26' }).click();
    await page.getByRole('table').first().waitFor();
    await page.getByText('How the percentages come about').waitFor();
    expect(await page.getByRole('link', { name: /, why$/ }).count()).toBe(0);
    await leave(page);
  });
});
