import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { answerTheRest, answerThis, openQuestion, seeItSaved } from '../answering';
import { signHere } from '../signing';
import { expectNoViolations, heading, leave, stage, tabTo } from '../stage';

const RETURN = 'Section 175 return 2026-27';
const WORDS = 'Help is offered, but mostly in the summer term.';
const [MORE_HELP, TEAM] = ['7 Children who may need more help', '1 About your safeguarding team'];

// one story, told in order: what is done in a chapter stands in the next
describe('a school completes its Section 175 return', () => {
  const on = stage();

  it('the lead finds it waiting at home, with how much is left', async () => {
    const page = await on.signedIn('dsl');
    const waiting = page.getByRole('article').filter({ has: page.getByRole('heading', { name: RETURN }) });
    await waiting.getByRole('progressbar', { name: '30 of 59 answered, 29 left' }).waitFor();
    await waiting.getByText('19 days left').waitFor();
    await page.getByRole('row', { name: /^Section 175 return 2025-26 .* Met .*S175-2526-/ }).waitFor();
    await leave(page);
  });

  it('goes on where it stopped, rates and explains, with the keyboard alone', async () => {
    const page = await on.signedIn('dsl');
    await tabTo(page, page.getByRole('link', { name: `Continue ${RETURN}` }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'Continue: 7.1 Early help' }));
    await page.keyboard.press('Enter');
    await heading(page, '7.1 Early help').waitFor();

    await tabTo(page, page.getByRole('radio', { name: /^Met\b/ }));
    await seeItSaved(page, () => page.keyboard.press('Space'));
    await seeItSaved(page, () => page.keyboard.press('ArrowDown'));
    expect(await page.getByRole('radio', { name: /^Partly met\b/ }).isChecked()).toBe(true);
    await page.getByRole('group', { name: 'Last round' }).getByText('Down since last time').waitFor();

    await tabTo(page, page.getByRole('textbox', { name: 'What shows this?' }));
    await page.keyboard.type(WORDS);
    await seeItSaved(page, () => page.keyboard.press('Control+Enter'));
    await heading(page, '7.2 Mental health').waitFor();
    await leave(page);
  });

  it('sees last year’s answer, what evidence looks like and the law beside the question', async () => {
    const page = await openQuestion(await on.signedIn('dsl'), MORE_HELP, '7.1 Early help');
    await page.getByRole('group', { name: 'Last round' }).getByText('We sampled ten records in September').waitFor();
    await page.getByText('What evidence looks like').click();
    await page.getByText('Half-termly list, without names').waitFor();
    await page.getByText('The law and guidance behind it').click();
    await page.getByRole('link', { name: /^Keeping children safe in education/ }).waitFor();
    await leave(page);
  });

  it('is told which words a rating wants, and where', async () => {
    const page = await openQuestion(await on.signedIn('dsl'), MORE_HELP, '7.3 Children in care and kinship');
    await page.getByRole('radio', { name: /^Met\b/ }).check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await heading(page, '7.4 Special needs and disabilities').waitFor();

    await openQuestion(page, '8 Records, information sharing and teaching', '8.1 Records of concerns');
    await page.getByRole('radio', { name: /^Met\b/ }).check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('group', { name: 'There is a problem' }).getByRole('link', { name: /8\.1 Records of concerns/ }).click();
    await page.keyboard.type('Every concern is on the system within a day.');
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await heading(page, '8.2 Passing on files').waitFor();
    await leave(page);
  });

  it('marks a question as not applicable, and says why', async () => {
    const page = await openQuestion(await on.signedIn('dsl'), TEAM, '1.5 Senior mental health lead');
    await page.getByRole('checkbox', { name: 'Not applicable to us' }).check();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('group', { name: 'There is a problem' }).waitFor();
    await seeItSaved(page, () => page.getByRole('textbox', { name: 'Why does this not apply to you?' }).fill('The post is empty until Easter.'));
    await leave(page);
  });

  it('finds everything as it was left on another machine', async () => {
    const page = await openQuestion(await on.signedIn('dsl'), MORE_HELP, '7.1 Early help');
    expect(await page.getByRole('radio', { name: /^Partly met\b/ }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'What shows this?' }).inputValue()).toBe(WORDS);
    await openQuestion(page, TEAM, '1.5 Senior mental health lead');
    expect(await page.getByRole('checkbox', { name: 'Not applicable to us' }).isChecked()).toBe(true);
    expect(await page.getByRole('textbox', { name: 'Why does this not apply to you?' }).inputValue()).toBe('The post is empty until Easter.');
    await leave(page);
  });

  it('answers on a telephone', async () => {
    const page = await on.signedIn('dsl', { width: 320 });
    await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await page.getByRole('link', { name: /^Continue: / }).click();
    await heading(page, '7.2 Mental health').waitFor();
    await seeItSaved(page, () => answerThis(page));
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await heading(page, '7.3 Children in care and kinship').waitFor();
    await leave(page);
  });

  it('the deputy answers too, but cannot submit', async () => {
    const page = await openQuestion(await on.signedIn('deputy'), '9 Safer recruitment', '9.1 Single central record');
    await seeItSaved(page, () => answerThis(page));
    await toCheck(page);
    await page.getByRole('link', { name: 'Change 9.1 Single central record' }).waitFor();
    await expectNoWayToSubmit(page);
    await leave(page);
  });

  it('the governor reads it, and can change nothing', async () => {
    const page = await openQuestion(await on.signedIn('governor'), MORE_HELP, '7.1 Early help');
    await page.getByText(WORDS).waitFor();
    expect(await page.getByRole('radio').count() + (await page.getByRole('textbox').count())).toBe(0);
    expect(await page.getByRole('button', { name: /^Save/ }).count()).toBe(0);
    await toCheck(page);
    await page.getByRole('link', { name: 'View 7.1 Early help' }).waitFor();
    await expectNoWayToSubmit(page);
    await leave(page);
  });

  it('sees what still stands in the way of submitting, each with the way to it', async () => {
    const page = await on.signedIn('dsl');
    await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await toCheck(page);
    const left = page.getByRole('region', { name: /^There are \d+ things left before you can submit/ });
    await left.waitFor();
    const before = await left.getByRole('listitem').count();
    await expectNoWayToSubmit(page);
    await left.getByRole('link', { name: 'Rate 7.5 A trusted adult to talk to' }).click();
    await heading(page, '7.5 A trusted adult to talk to').waitFor();
    await seeItSaved(page, () => answerThis(page));
    await toCheck(page);
    await page.getByRole('heading', { name: `There are ${before - 1} things left before you can submit` }).waitFor();
    await leave(page);
  });

  it('answers what is left and signs; the head and the chair of governors sign, and all get the result at once', async () => {
    const lead = await on.signedIn('dsl');
    await lead.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await lead.getByRole('link', { name: /^Continue: / }).click();
    await heading(lead, '7.4 Special needs and disabilities').waitFor();
    await answerTheRest(lead);
    await lead.getByText('Nothing is left to answer.').waitFor();
    await lead.getByRole('link', { name: 'Go on to sign' }).click();

    const sign = lead.getByRole('button', { name: 'Sign', exact: true });
    await sign.click();
    await expectNoViolations(lead);
    await lead.getByRole('group', { name: /^There (is a|are) problem/ }).getByRole('link', { name: 'Tick the box to make the declaration.' }).click();
    await lead.keyboard.press('Space');
    expect(await lead.getByLabel('Your name').inputValue()).toBe('Jamila Ahmed');
    expect(await lead.getByLabel('Your role').inputValue()).toBe('Designated Safeguarding Lead');
    await sign.click();
    await lead.getByText(/^Signed by Jamila Ahmed/).waitFor();
    await leave(lead);

    const head = await on.signedIn('head');
    await head.getByRole('link', { name: `Check and sign ${RETURN}` }).click();
    await signHere(head, 'Oakfield Primary School', 'Sign');
    await leave(head);

    const page = await on.signedIn('chair');
    await page.getByRole('link', { name: `Check and sign ${RETURN}` }).click();
    await signHere(page, 'Oakfield Primary School', 'Sign and submit');

    await heading(page, `${RETURN}: submitted`).waitFor();
    const reference = page.getByRole('region', { name: 'Your reference' });
    await reference.getByText(/^S175-2627-[0-9A-Z]{4}$/).waitFor();
    await reference.getByText('by Grace Adeyemi, Chair of governors or another governor, for Oakfield Primary School').waitFor();
    await reference.getByText(/^Jamila Ahmed, Designated Safeguarding Lead, /).waitFor();
    const result = page.getByRole('region', { name: 'Your result' });
    await result.getByText(/^\d+(\.\d)?% of the points available\.$/).waitFor();
    await result.getByText(/^(Same as|Up since|Down since) last time|^(Up|Down) from/).waitFor();
    await result.getByText(/the \d+ nursery and primary schools in Section 175 return 2025-26/).waitFor();
    await page.getByRole('row', { name: /^7 Children who may need more help/ }).getByRole('button', { name: /^Why\?/ }).click();
    await page.getByText(/^(Met|Partly met|Not met): \d[\d,]* of \d[\d,]* points/).filter({ visible: true }).waitFor();
    await leave(page);
  });

  it('has its receipt at home from then on, and nobody changes an answer', async () => {
    const page = await on.signedIn('deputy');
    await page.getByText('No return is waiting for you').waitFor();
    await page.getByRole('row', { name: new RegExp(`^${RETURN} .* S175-2627-`) }).getByRole('link').click();
    await page.getByRole('link', { name: 'Read the answers you submitted' }).click();
    await page.getByRole('link', { name: 'View 7.1 Early help' }).click();
    await page.getByText(WORDS).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    await leave(page);
  });
});

async function toCheck(page: Page): Promise<void> {
  const tasks = page.getByRole('link', { name: 'All tasks' });
  if (await tasks.isVisible()) await tasks.click();
  await page.getByRole('link', { name: 'Check answers', exact: true }).last().click();
  await heading(page, 'Check answers').waitFor();
}

async function expectNoWayToSubmit(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Sign-off' }).waitFor();
  expect(await page.getByRole('link', { name: 'Go on to sign' }).count()).toBe(0);
}
