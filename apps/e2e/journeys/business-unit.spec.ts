import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aRegister, sample } from '../../api/test/register-files';
import { expectNoViolations, heading, leave, stage } from '../stage';

const OPEN_ROUND = 'Section 175 return 2026-27';
const NEW_ROUND = 'Autumn check of primary schools in Northbank';
const nextYear = new Date().getFullYear() + 1;

describe('the business unit keeps the register', () => {
  const on = stage();

  it('finds organisations by phase, by area and by name', async () => {
    const page = await on.signedIn('unit');
    await open(page, 'Organisations');
    await page.getByLabel('Phase').selectOption('Special');
    await page.getByText('6 organisations match').waitFor();
    await page.getByLabel('Area').selectOption('Seaholm');
    await page.getByText('3 organisations match').waitFor();
    expect(new URL(page.url()).searchParams.get('phase')).toBe('special');
    await page.reload();
    await page.getByText('3 organisations match').waitFor();

    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.waitForURL((url) => url.search === '');
    await page.getByRole('searchbox', { name: 'Name or URN' }).fill('oakfield prim');
    await page.keyboard.press('Enter');
    await page.getByText('1 organisation matches').waitFor();
    await page.getByRole('link', { name: 'Oakfield Primary School' }).click();
    await page.getByText('Maintained by the local authority').waitFor();
    await leave(page);
  });

  it('sees what a file of the national register would change, then applies it', async () => {
    const page = await on.signedIn('unit');
    await choose(page, 'edubasealldata20261122.csv', sample());
    await heading(page, 'Import from the school register').waitFor();
    const opened = page.getByRole('table', { name: 'Opened (3)' });
    await opened.getByRole('row', { name: 'St Éxample\'s C of E Primary, School 990001 Joins the register: Voluntary aided school, phase Primary.' }).waitFor();
    await opened.getByRole('row', { name: /^Invented House School 990004 .* phase Special/ }).waitFor();
    await expectNoViolations(page);
    expect(await inRegister(page, '990004')).toBe(0);

    await choose(page, 'edubasealldata20261122.csv', sample());
    await page.getByRole('button', { name: 'Apply these 3 changes' }).click();
    await page.getByText(/^3 changes were applied on /).waitFor();
    expect(await inRegister(page, '990004')).toBe(1);
    await leave(page);
  });

  it('finds nothing to do when the same file comes again', async () => {
    const page = await on.signedIn('unit');
    await choose(page, 'edubasealldata20261122.csv', sample());
    await page.getByText('The register says the same as this file: there is nothing to apply.').waitFor();
    expect(await page.getByRole('button', { name: /^Apply/ }).count()).toBe(0);
    await leave(page);
  });

  it('is told the row and the column of what is wrong in a file, and nothing changes', async () => {
    const page = await on.signedIn('unit');
    await choose(page, 'twice.csv', Buffer.from(aRegister([{ 'URN': '990010', 'OpenDate': '31-02-2026' }, { URN: '990011' }, { URN: '990011' }])));
    await page.getByRole('group', { name: /^There (is a|are) problem/ }).getByText('Nothing was changed').waitFor();
    const faults = page.getByRole('table', { name: 'What to put right in the file' });
    await faults.getByRole('row', { name: /^2 OpenDate / }).waitFor();
    await faults.getByRole('row', { name: /^4 URN / }).waitFor();
    await expectNoViolations(page);
    expect(await page.getByRole('button', { name: /^Apply/ }).count()).toBe(0);

    await choose(page, 'holiday.csv', Buffer.from('Where,When\r\nWhitby,August\r\n'));
    await page.getByRole('group', { name: /^There (is a|are) problem/ }).waitFor();
    await page.getByText(/URN/).first().waitFor();
    expect([await inRegister(page, '990010'), await inRegister(page, '990011')]).toEqual([0, 0]);
    await leave(page);
  });
});

describe('the business unit runs a round', () => {
  const on = stage();

  it('drafts one for some schools, looks at who they are, and opens it', async () => {
    const page = await on.signedIn('unit');
    await open(page, 'Rounds');
    await page.getByRole('link', { name: 'New round' }).click();
    await page.getByRole('radio', { name: /^Section 175\/157 school safeguarding survey 2026-27/ }).check();
    await page.getByText('116 schools would be asked.').waitFor();
    await limit(page, 'Phases', 'Primary');
    await limit(page, 'Areas', 'Northbank');
    await page.getByText('42 schools would be asked.').waitFor();
    await page.getByText('See them by name').click();
    await page.getByRole('row', { name: 'Oakfield Primary School Primary Northbank' }).waitFor();

    await page.getByLabel('Name of the round').fill(NEW_ROUND);
    await page.getByLabel('Due').fill(`31/02/${nextYear}`);
    await page.getByRole('button', { name: 'Save draft' }).click();
    await page.getByRole('group', { name: 'There is a problem' }).getByRole('link', { name: /day returns are due/ }).click();
    await page.getByLabel('Due').fill(`11/02/${nextYear}`);
    await page.getByLabel('Taken until').fill(`11/03/${nextYear}`);
    await page.getByRole('button', { name: 'Save draft' }).click();

    await heading(page, NEW_ROUND).waitFor();
    await page.getByRole('button', { name: 'Open round' }).click();
    const sure = page.getByRole('dialog', { name: `Open ${NEW_ROUND}?` });
    await sure.getByText('42 schools will be asked').waitFor();
    await expectNoViolations(page);
    await sure.getByRole('button', { name: 'Open round' }).click();
    await page.getByText('The round is open: 42 schools can answer now.').waitFor();
    const rate = page.getByRole('region', { name: 'Response rate' });
    await rate.getByText('0 of 42 (0%)').waitFor();
    await rate.getByText(/Out of those on the list of \d/).waitFor();
    await page.getByRole('link', { name: '42 Not started' }).waitFor();
    await leave(page);
  });

  it('and the school finds it at home', async () => {
    const page = await on.signedIn('dsl');
    await page.getByRole('link', { name: `Start ${NEW_ROUND}` }).waitFor();
    await leave(page);
  });

  it('sees who has returned, with the rate and its counts, and whom to chase', async () => {
    const page = await on.signedIn('unit');
    await open(page, 'Rounds');
    await page.getByRole('table').getByRole('link', { name: OPEN_ROUND, exact: true }).click();
    await page.getByRole('region', { name: 'Response rate' }).getByText('67 of 116 (57.8%)').waitFor();
    const counts = page.getByRole('list', { name: 'How many stand where' }).getByRole('listitem');
    await counts.first().waitFor();
    const standing = (await counts.allInnerTexts()).map((text) => Number.parseInt(text, 10));
    expect(standing.reduce((sum, count) => sum + count, 0)).toBe(116);

    await page.getByRole('link', { name: '67 Submitted', exact: true }).click();
    await page.getByText('67 of 116 organisations').waitFor();
    await page.getByLabel('Phase').selectOption('Special');
    await page.getByText('4 of 116 organisations').waitFor();
    await expectRows(page, 4, ['Special', 'Submitted']);
    // a choice is made of what the address holds
    await page.getByRole('link', { name: /^67 Submitted/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('state'));
    await page.getByLabel('Phase').selectOption('All phases');
    await page.waitForURL((url) => !url.searchParams.has('group'));
    await page.getByRole('searchbox', { name: 'Name of the organisation' }).fill('oakfield primary');
    await page.keyboard.press('Enter');
    await page.getByText('1 of 116 organisations').waitFor();
    await expectRows(page, 1, ['Primary', 'Northbank', 'In progress', '30 of 59']);
    await leave(page);
  });

  it('closes it, and nobody can answer any more', async () => {
    const page = await on.signedIn('unit');
    await open(page, 'Rounds');
    await page.getByRole('table').getByRole('link', { name: NEW_ROUND, exact: true }).click();
    await page.getByRole('button', { name: 'Close round' }).click();
    await page.getByRole('dialog', { name: `Close ${NEW_ROUND}?` }).getByRole('button', { name: 'Close round' }).click();
    await page.getByText('The round is closed. Nothing more can be answered.').waitFor();
    const school = await on.signedIn('dsl');
    await school.getByRole('link', { name: `Continue ${OPEN_ROUND}` }).waitFor();
    expect(await school.getByRole('link', { name: `Start ${NEW_ROUND}` }).count()).toBe(0);
    await leave(page);
    await leave(school);
  });
});

async function open(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
  await heading(page, place).waitFor();
}

async function choose(page: Page, name: string, buffer: Buffer): Promise<void> {
  await open(page, 'Organisations');
  await page.getByRole('link', { name: /^Import from the school register/ }).click();
  await page.getByLabel('The register as a CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** How many of the register have this number. */
async function inRegister(page: Page, urn: string): Promise<number> {
  // by its address: a list on its way back to everything empties the search box, and what was typed meanwhile with it
  await page.goto(`/organisations?search=${urn}`);
  const [some, none] = [page.getByText('1 organisation matches'), page.getByText('No organisation matches')];
  await some.or(none).waitFor();
  return some.count();
}

async function limit(page: Page, list: string, option: string): Promise<void> {
  await page.getByText(new RegExp(`^${list}:`)).click();
  await page.getByRole('checkbox', { name: option, exact: true }).check();
}

/** So many organisations are listed, and each has these cells. */
async function expectRows(page: Page, count: number, cells: readonly string[]): Promise<void> {
  const rows = page.getByRole('table').getByRole('row').filter({ has: page.getByRole('rowheader') });
  const withCell = (name: string) => rows.filter({ has: page.getByRole('cell', { name, exact: true }) });
  expect(await rows.count()).toBe(count);
  for (const cell of cells) expect([cell, await withCell(cell).count()]).toEqual([cell, count]);
}
