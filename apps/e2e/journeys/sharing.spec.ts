import { describe, expect, it } from '@jest/globals';
import { until } from '../../api/test/until';
import { counting, print } from '../actions';
import { answerThis, seeItSaved } from '../answering';
import { expectNoViolations, heading, leave, scrollsSideways, stage, tabTo } from '../stage';

const RETURN = 'Section 175 return 2026-27';
const SECTION = '7 Children who may need more help';
const BUDGET = 4;

// one story, told in order
describe('colleagues share the work of a return', () => {
  const on = stage({ variables: { ROLE: 'all' } });

  it('the lead gives a section to the deputy with a date, in four actions at most', async () => {
    const page = await on.signedIn('dsl');
    await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await heading(page, RETURN).waitFor();
    const actions = await counting(page);
    await page.getByRole('button', { name: `Assign ${SECTION}` }).click();
    const form = page.getByRole('form', { name: `Assign ${SECTION}` });
    await form.getByRole('radio', { name: 'Tom Fenwick' }).check();
    await form.getByRole('radio', { name: /^In two weeks,/ }).check();
    await form.getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByText(/^With T Fenwick, due \d+ \w+$/).waitFor();
    print('T7 Delegate a section to a colleague with a date', await actions(), BUDGET);
    expect(await actions()).toBeLessThanOrEqual(BUDGET);
    await expectNoViolations(page);
    await leave(page);
  });

  it('the deputy is told by e-mail, finds it at home, and it is gone once it is done', async () => {
    const page = await on.signedIn('deputy');
    const waiting = page.getByRole('region', { name: 'Waiting for you' });
    await waiting.getByText('Jamila Ahmed asked you to answer it').waitFor();
    await waiting.getByRole('link', { name: SECTION }).click();
    await heading(page, '7.1 Early help').waitFor();
    await until(async () => (await on.api.client().get('/api/outbox')).body.some(({ subject }: { subject: string }) => subject.startsWith('Assigned to you')));
    await page.goto('/outbox');
    await page.getByRole('link', { name: `Assigned to you: section ${SECTION}` }).first().click();
    await page.getByText(/Jamila Ahmed asks you to answer section 7/).waitFor();
    await leave(page);
  });

  it('gives one question by keyboard alone, on a telephone, and takes it back', async () => {
    const page = await on.signedIn('dsl', { width: 375 });
    await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await page.getByRole('link', { name: /^Continue: / }).click();
    await heading(page, '7.1 Early help').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Assign 7.1 Early help' }));
    await page.keyboard.press('Enter');
    const form = page.getByRole('form', { name: 'Assign 7.1 Early help' });
    await tabTo(page, form.getByRole('radio').first());
    await page.keyboard.press('Space');
    await tabTo(page, form.getByRole('button', { name: 'Assign', exact: true }));
    expect(await scrollsSideways(page)).toBe(false);
    await page.keyboard.press('Enter');
    await page.getByText(/^With \w \w+, due/).waitFor();
    await form.waitFor({ state: 'detached' });
    await page.locator('att-part-sharing button:focus').waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, form.getByRole('button', { name: 'Take it back' }));
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Assign 7.1 Early help' }).waitFor();
    await leave(page);
  });

  it('is refused in words when no colleague was chosen, and the answer is saved all the same', async () => {
    const page = await on.signedIn('dsl');
    await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
    await page.getByRole('link', { name: /^Continue: / }).click();
    await page.getByRole('button', { name: 'Assign 7.1 Early help' }).click();
    await page.getByRole('form', { name: 'Assign 7.1 Early help' }).getByRole('button', { name: 'Assign', exact: true }).click();
    await page.getByRole('group', { name: 'There is a problem' }).getByRole('link', { name: 'Choose who should answer it.' }).click();
    await page.keyboard.press('Escape');
    await seeItSaved(page, () => answerThis(page));
    await leave(page);
  });
});

describe('colleagues talk about a question', () => {
  const on = stage();

  it('the governor asks for changes and names the lead, by keyboard; the lead settles it', async () => {
    const governor = await on.signedIn('governor');
    await governor.getByRole('link', { name: /^View|^Continue/ }).first().click();
    await governor.getByRole('button', { name: 'Questions of 7 Children who may need more help' }).click();
    await governor.getByRole('link', { name: '7.1 Early help', exact: true }).click();
    await tabTo(governor, governor.getByRole('button', { name: 'Comment on 7.1 Early help' }));
    await governor.keyboard.press('Enter');
    await tabTo(governor, governor.getByRole('textbox', { name: 'Your comment' }));
    await governor.keyboard.type('Can we cite the audit, @jam');
    await tabTo(governor, governor.getByRole('button', { name: '@Jamila Ahmed' }));
    await governor.keyboard.press('Enter');
    await governor.getByRole('textbox', { name: 'Your comment' }).and(governor.locator(':focus')).waitFor();
    await governor.keyboard.type('please?');
    await tabTo(governor, governor.getByRole('button', { name: 'Ask for changes' }));
    await governor.keyboard.press('Enter');
    await governor.getByText('Can we cite the audit, @Jamila Ahmed please?').waitFor();
    await expectNoViolations(governor);
    await leave(governor);

    const lead = await on.signedIn('dsl', { width: 375 });
    await lead.getByRole('region', { name: 'Waiting for you' }).getByText('mentioned you in a comment').waitFor();
    await lead.getByRole('link', { name: '7.1 Early help' }).click();
    await lead.getByRole('button', { name: 'Comments (1) on 7.1 Early help' }).click();
    await lead.getByRole('button', { name: 'Resolve the comment of' }).click();
    await lead.getByText('Resolved by Jamila Ahmed.').waitFor();
    await lead.getByRole('button', { name: 'Come back to this 7.1 Early help' }).click();
    await lead.getByRole('button', { name: 'Come back to this 7.1 Early help', pressed: true }).waitFor();
    await lead.getByRole('link', { name: 'All tasks' }).click();
    await lead.getByText('Come back to: 1').click();
    await lead.getByRole('link', { name: '7.1 Early help', exact: true }).waitFor();
    expect(await scrollsSideways(lead)).toBe(false);
    await leave(lead);
  });
});

describe('who is here', () => {
  const on = stage();

  it('two people at one return see one another, and who is at which answer', async () => {
    const [lead, deputy] = [await on.signedIn('dsl'), await on.signedIn('deputy')];
    for (const page of [lead, deputy]) {
      await page.getByRole('link', { name: `Continue ${RETURN}` }).click();
      await page.getByRole('link', { name: /^Continue: / }).click();
      await heading(page, '7.1 Early help').waitFor();
    }
    const told = lead.waitForResponse((response) => response.url().endsWith('/presence') && response.request().postDataJSON().questionId !== null);
    await lead.getByRole('textbox').first().focus();
    await told;
    // whoever comes back to the page asks at once who is there; otherwise it takes some seconds
    await deputy.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await deputy.getByText('Jamila Ahmed is editing this answer').first().waitFor({ state: 'attached' });
    await deputy.getByRole('link', { name: 'All tasks' }).click();
    await deputy.getByText('Jamila Ahmed is here too').first().waitFor({ state: 'attached' });
    await leave(lead);
    await leave(deputy);
  });
});
