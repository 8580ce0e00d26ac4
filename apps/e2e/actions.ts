import type { Page } from 'playwright-core';

interface Counting { readonly count: () => number }

/**
 * What somebody does with hand or keyboard from here on: each press of the pointer, and each key that does something by itself.
 * Typing words is not counted: it is what they came for. Holds as long as the page is not loaded anew.
 */
export async function counting(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    let actions = 0;
    const acts = (event: KeyboardEvent) => event.key.length > 1 && !['Shift', 'Control', 'Alt', 'Meta', 'Backspace', 'Delete'].includes(event.key);
    const types = (event: KeyboardEvent) => event.key.length === 1 && (event.ctrlKey || event.altKey || event.metaKey || !(event.target as Element).matches('textarea, input:not([type=radio], [type=checkbox])'));
    document.addEventListener('pointerdown', () => { actions++; }, true);
    document.addEventListener('keydown', (event) => { if (!event.repeat && (acts(event) || types(event))) actions++; }, true);
    (window as unknown as { attestActions: Counting }).attestActions = { count: () => actions };
  });
  return () => page.evaluate(() => (window as unknown as { attestActions: Counting }).attestActions.count());
}

/** As it is printed for `docs` and for whoever looks after the figures. */
export function print(task: string, actions: number, budget: number): void {
  process.stdout.write(`\n${task}: ${actions} actions of ${budget}\n`);
}
