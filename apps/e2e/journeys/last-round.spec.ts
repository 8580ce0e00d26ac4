import { describe, expect, it } from '@jest/globals';
import { seeItSaved } from '../answering';
import { expectNoViolations, stage, tabTo } from '../stage';

describe('the words of last round', () => {
  const on = stage();

  it('are started from by keyboard, count only once they are checked, and never bring a rating', async () => {
    const page = await on.signedIn('dsl');
    const { returnId, question } = await page.evaluate(async () => {
      const [open] = (await (await fetch('/api/submissions')).json()).filter(({ moves }: { moves: string[] }) => moves.includes('answer'));
      const { sections } = await (await fetch(`/api/submissions/${open.id}`)).json();
      const asked = sections.flatMap(({ questions }: { questions: unknown[] }) => questions) as { id: string; type: string; lastRounds: { mayStart: boolean; note: string }[] }[];
      return { returnId: open.id, question: asked.find(({ type, lastRounds }) => type === 'level' && lastRounds.some(({ mayStart }) => mayStart))! };
    });
    await page.goto(`/returns/${returnId}/questions/${question.id}`);
    const begin = page.getByRole('button', { name: 'Use these words as a starting point' });
    await tabTo(page, begin);
    await expectNoViolations(page);
    await page.keyboard.press('Enter');
    await page.getByText('Carried forward, not yet checked.').waitFor();
    expect(await page.getByLabel('What shows this?').inputValue()).toBe(question.lastRounds[0]!.note);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
    await expectNoViolations(page);

    await seeItSaved(page, () => page.getByRole('radio').first().check());
    await page.getByText('Carried forward, not yet checked.').waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Checked and still true today' }));
    await seeItSaved(page, () => page.keyboard.press('Enter'));
    await page.getByText('Carried forward, not yet checked.').waitFor({ state: 'detached' });
    const answer = await page.evaluate(async ([id, asked]) => {
      const { sections } = await (await fetch(`/api/submissions/${id}`)).json();
      return sections.flatMap(({ questions }: { questions: unknown[] }) => questions).find(({ id: one }: { id: string }) => one === asked).answer;
    }, [returnId, question.id]);
    expect(answer).toMatchObject({ toCheck: false, carried: 'unchanged', note: question.lastRounds[0]!.note });
  });
});
