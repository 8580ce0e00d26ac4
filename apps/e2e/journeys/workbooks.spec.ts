import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { libraryTemplates } from '@attest/templates/api';
import type { Cell } from '@attest/domain/workbook';
import { sheetsOf } from '@attest/domain/workbook';
import { bytesOf } from '../../api/test/workbook-files';
import { expectNoViolations, heading, leave, scrollsSideways, stage, tabTo } from '../stage';

const section11 = libraryTemplates.find(({ code }) => code === 'section-11')!;

/** The workbook of the next Section 11 audit, as somebody might give it back. */
function workbook(change: (questions: Cell[][], column: (name: string) => number) => void): Promise<Uint8Array> {
  const sheets = sheetsOf(section11);
  const questions = sheets.find(({ name }) => name === 'Questions')!.rows.map((row) => [...row]);
  const refs = questions.map(([ref]) => ref);
  change(questions, (name) => questions[0]!.indexOf(name));
  const gone = refs.filter((ref) => !questions.some(([left]) => left === ref));
  return bytesOf(sheets.map((sheet) => ({ ...sheet, rows: sheet.name === 'Questions' ? questions : sheet.rows.filter(([first]) => !gone.includes(first!)) })));
}

/** By the keyboard: the button of the field opens the dialog of the browser, in which the file is chosen. */
async function choose(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, page.getByLabel('An Excel workbook or an OpenDocument spreadsheet'));
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
}

async function press(page: Page, name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
  await tabTo(page, page.getByRole(role, { name, exact: typeof name === 'string' }).first());
  await page.keyboard.press('Enter');
}

describe('a workbook comes back without a mouse', () => {
  const on = stage();

  it('is told what is wrong, put right, compared and made a draft', async () => {
    const page = await on.signedIn('unit');
    await page.goto('/templates');
    await press(page, 'Import', 'link');
    await heading(page, 'Import a workbook').waitFor();
    await expectNoViolations(page);

    await choose(page, 'notes.xlsx', Buffer.from('This is a letter.'));
    await page.getByRole('link', { name: /^This is no workbook that can be read/ }).waitFor();
    await expectNoViolations(page);

    await choose(page, 'section-11.xlsx', await workbook((questions, column) => {
      questions[1]![column('full_wording')] = null;
      questions.push(['99.1', null, '99', 'text', 'Minutes', 'Agreed on Monday?']);
    }));
    await page.getByRole('heading', { name: '2 things to put right' }).waitFor();
    await expectNoViolations(page);
    await page.getByText('full_wording is empty.').waitFor();
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Download the checked workbook', 'link')]);
    expect(file.suggestedFilename()).toBe('section-11_checked.xlsx');
    await press(page, /^Leave row \d+ out of Questions/);
    await page.getByRole('heading', { name: 'Left out' }).waitFor();

    await press(page, 'Import again', 'link');
    await choose(page, 'section-11.xlsx', await workbook((questions, column) => {
      questions[1]![column('full_wording')] = 'Who answers for safeguarding at the top of your organisation?';
      questions.pop();
    }));
    await page.getByRole('heading', { name: /^Compared with/ }).waitFor();
    await page.getByRole('heading', { name: 'Reworded (1)' }).waitFor();
    await expectNoViolations(page);
    await press(page, 'Make a new draft');
    await page.getByRole('link', { name: /^Say why .* is asked no more\.$/ }).waitFor();
    await tabTo(page, page.getByLabel(/^Why .* is asked no more$/));
    await page.keyboard.type('It is asked in the case audit now.');
    await press(page, 'Make a new draft');
    await page.waitForURL(/\/templates\/drafts\//);
    await page.getByText(/^Against /).waitFor();
    await leave(page);
  });

  it.each([1280, 320].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme }))))('reads well at $width in $colorScheme', async (view) => {
    const page = await on.signedIn('unit', view);
    for (const [bytes, shown] of [[await workbook((questions) => { questions[1]![4] = null; questions[3]!.splice(2, 2, '99', 'rating'); }), /things to put right$/], [await workbook((questions) => { questions.pop(); questions[3]![5] = 'Is it so?'; }), /^Compared with/]] as const) {
      await page.goto('/templates/import');
      await page.getByLabel('An Excel workbook or an OpenDocument spreadsheet').setInputFiles({ name: 'a.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
      await page.getByRole('heading', { name: shown }).waitFor();
      await expectNoViolations(page);
      expect(await scrollsSideways(page)).toBe(false);
    }
    await leave(page);
  });

  it('takes four presses when nothing is wrong with it', async () => {
    const page = await on.signedIn('unit');
    await page.goto('/templates');
    await heading(page, 'Templates').waitFor();
    let presses = 0;
    const click = async (name: string, role: 'button' | 'link') => { presses += 1; await page.getByRole(role, { name, exact: true }).click(); };
    await click('Import', 'link');
    const chooser = page.waitForEvent('filechooser');
    presses += 1;
    await page.getByLabel('An Excel workbook or an OpenDocument spreadsheet').click();
    await (await chooser).setFiles({ name: 'clean.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(await workbook(() => {})) });
    await click('Make a new draft', 'button');
    await page.waitForURL(/\/templates\/drafts\//);
    expect(presses).toBeLessThanOrEqual(4);
    await leave(page);
  });
});
