import type { Page } from 'playwright-core';
import { heading } from './stage';

/** Reads, ticks and signs, as whoever's turn it is; answers once the page says so. */
export async function signHere(page: Page, organisation: string, action: 'Sign' | 'Sign and submit'): Promise<void> {
  await heading(page, 'Check before you sign').waitFor();
  await page.getByRole('checkbox', { name: `I make this declaration for ${organisation}` }).check();
  await page.getByRole('button', { name: action, exact: true }).click();
  if (action === 'Sign') await page.getByText(/^You have signed/).waitFor();
}

/** Every press of a person from now on, of the pointer or of a key that does something. */
export async function countedActions(page: Page): Promise<() => number> {
  let actions = 0;
  await page.exposeBinding('attestActed', () => { actions++; });
  const listen = () => {
    const { attestActed } = window as unknown as { attestActed: () => void };
    addEventListener('pointerdown', (event) => { if (event.isTrusted) attestActed(); }, { capture: true });
    addEventListener('keydown', (event) => { if (event.isTrusted) attestActed(); }, { capture: true });
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return () => actions;
}

/** Answers all that is asked and not answered yet, by requests of that person's own page: for journeys that begin where answering ends. */
export async function answerByRequest(page: Page, id: string): Promise<void> {
  for (;;) {
    const left = await page.evaluate(async (submission) => {
      const { csrfToken } = await (await fetch('/api/session')).json();
      const { sections, blockers } = await (await fetch(`/api/submissions/${submission}`)).json();
      const wanted = new Set(blockers.map(({ questionId }: { questionId: string }) => questionId));
      const questions = sections.flatMap((section: { questions: unknown[] }) => section.questions);
      for (const question of questions.filter(({ id: own }: { id: string }) => wanted.has(own))) {
        const { type, levels, choices, answer } = question;
        const value = { choice: choices[0]?.key, choices: choices.slice(0, 1).map(({ key }: { key: string }) => key), number: 3, percentage: 90, date: '2026-09-01', text: 'As asked.', person: { name: 'J Ahmed', role: 'Lead' }, declaration: true, evidence: [{ title: 'Log', where: 'Shared drive' }] }[type as 'number'] ?? null;
        const said = { operationId: crypto.randomUUID(), level: type === 'level' ? levels[0].key : null, value, note: type === 'text' ? '' : 'We looked at it in September.', naReason: null };
        await fetch(`/api/submissions/${submission}/answers/${question.id}`, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken, 'If-Match': String(answer?.version ?? 0) }, body: JSON.stringify(said) });
      }
      return blockers.length;
    }, id);
    if (left === 0) return;
  }
}
