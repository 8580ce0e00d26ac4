// The budget of the first load: everything the page fetches before the first route, as it travels (gzip).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './node24.mjs';

export const BUDGET = 180_000;

/** The scripts index.html names, and what they import at once. */
export function initialScripts() {
  const folder = join(root, 'dist/apps/web/browser');
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = new Set([...page.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, name]) => name));
  for (const name of scripts) {
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, found] of text.matchAll(/(?:^|;|\})\s*(?:import|export)\s*(?:[^"';()]*\bfrom\s*)?"\.\/([^"]+\.js)"/g)) scripts.add(found);
  }
  const compressed = [...scripts].reduce((total, name) => total + gzipSync(readFileSync(join(folder, name))).length, 0);
  return { scripts: [...scripts], compressed, budget: BUDGET };
}

export function checkBudget() {
  const { compressed } = initialScripts();
  if (compressed > BUDGET) throw new Error(`The first load is ${compressed} bytes of compressed JavaScript; the budget is ${BUDGET}. Load the new part with its route, or do without it.`);
}
