import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aJpeg, aPdf, exif } from '../../api/test/evidence-files';
import { expectNoViolations, heading, leave, scrollsSideways, stage, tabTo } from '../stage';

const pdf = { name: 'Safeguarding policy.pdf', mimeType: 'application/pdf', buffer: aPdf() };

/** A rated question of the return that waits, by its place in the second section. */
async function openRated(page: Page, at: number): Promise<void> {
  await page.goto('/returns');
  await page.getByRole('article').getByRole('link', { name: /^(Continue|Start)/ }).click();
  await page.getByRole('button', { name: /^Questions of/ }).nth(1).click();
  await page.locator('att-section-task a[href*="/questions/"]').nth(at).click();
  await section(page).waitFor();
  // the heading takes the focus once the page has been said, and would take it from whoever was quicker
  await page.locator('h1:focus').waitFor();
}

const section = (page: Page) => page.getByRole('group', { name: /^Evidence/ });

describe('showing evidence', () => {
  const on = stage();

  it('by keyboard: a file, the question about children, and away again', async () => {
    const page = await on.signedIn('dsl');
    await openRated(page, 1);
    const add = section(page).getByRole('button', { name: 'Add files' });
    await tabTo(page, add);
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles([pdf, { name: 'notes.html', mimeType: 'text/html', buffer: Buffer.from('<html></html>') }]);
    const dialog = page.getByRole('dialog', { name: 'Can a child be known from it?' });
    await dialog.waitFor();
    await expectNoViolations(page);
    await tabTo(page, dialog.getByRole('button', { name: /^No child can be known/ }));
    await page.keyboard.press('Enter');
    const piece = section(page).getByRole('link', { name: 'Safeguarding policy' });
    await piece.waitFor();
    await section(page).getByText('The selected file is a web page').waitFor();
    await expectNoViolations(page);
    const download = page.waitForEvent('download');
    await piece.click();
    expect((await download).suggestedFilename()).toBe('Safeguarding policy.pdf');
    await tabTo(page, section(page).getByRole('button', { name: /^Remove Safeguarding policy/ }));
    await page.keyboard.press('Enter');
    await piece.waitFor({ state: 'detached' });
    await leave(page);
  });

  it('by dropping and pasting, from the library, and as a link, on a telephone too', async () => {
    const page = await on.signedIn('dsl', { width: 375 });
    await openRated(page, 2);
    for (const kind of ['drop', 'paste']) {
      await page.evaluate(([how, bytes]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(bytes as number[])], how === 'drop' ? 'display.jpg' : 'image.jpg', { type: 'image/jpeg' }));
        const event = how === 'drop' ? new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }) : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
        document.querySelector('#evidence')!.dispatchEvent(event);
      }, [kind, [...aJpeg({ more: [exif(6)] })]] as const);
      await page.getByRole('button', { name: 'No child can be known: add it' }).click();
      await section(page).getByRole('link', { name: kind === 'drop' ? 'display' : 'image' }).waitFor();
    }
    await section(page).getByRole('button', { name: 'From the library' }).click();
    await section(page).getByRole('button', { name: 'Use Safeguarding policy' }).click();
    await section(page).getByRole('link', { name: 'Safeguarding policy' }).waitFor();
    await section(page).getByRole('button', { name: 'Add a link' }).click();
    await section(page).getByLabel('What it is').fill('Our policies');
    await section(page).getByLabel('Link, or where it is kept').fill('https://school.example/policies');
    await section(page).getByLabel(/^Review by/).fill('2026-01-31');
    expect(await scrollsSideways(page)).toBe(false);
    await expectNoViolations(page);
    await section(page).getByRole('button', { name: 'Add this' }).click();
    await section(page).getByText('The review date of this piece has passed.').waitFor();
    await leave(page);
  });

  it('in the library: narrowed, kept up to date, and where each piece is used', async () => {
    const page = await on.signedIn('dsl');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Evidence' }).click();
    await heading(page, 'Evidence').waitFor();
    await page.getByText('4 pieces of evidence').waitFor();
    await page.getByLabel('Review date').selectOption({ label: 'Passed' });
    await page.getByText('1 piece of evidence').waitFor();
    await expectNoViolations(page);
    await page.getByRole('link', { name: 'Our policies' }).click();
    await heading(page, 'Our policies').waitFor();
    await page.getByLabel(/^Review by/).fill('2030-01-31');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved.', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Evidence', exact: true }).last().click();
    await page.getByRole('link', { name: 'Safeguarding policy' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Bring a new revision' }).click();
    await (await chooser).setFiles([{ ...pdf, name: 'Safeguarding policy 2027.pdf' }]);
    await page.getByRole('button', { name: 'No child can be known: add it' }).click();
    await page.getByRole('link', { name: 'Safeguarding policy 2027.pdf' }).waitFor();
    expect(await page.getByRole('link', { name: /^Safeguarding policy( 2027)?\.pdf$/ }).count()).toBe(2);
    expect(await page.getByRole('button', { name: 'Delete from the library' }).count()).toBe(0);
    await expectNoViolations(page);
    await leave(page);
  });
});
