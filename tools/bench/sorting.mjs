// How long the table of organisations and standards takes to be in another order, 4,000 cells of it, in Chromium at full speed:
// from the press to the frame that shows it, with the server's answer in between.
import { openBrowser } from '../browser.mjs';
import { fill } from '../generate/fill.mjs';
import { large } from '../generate/sizes.mjs';
import { percentile } from './figures.mjs';
import { PASSWORD } from './scene.mjs';
import { sceneOf } from './view-list.mjs';

const ORDERS = ['Organisation', 'Group', 'Meet'];
const ROUNDS = 7;
const LIMIT = 200;

export async function sorting(scene, say) {
  if (!await sceneOf(scene.database, large.name)) await fill(scene.database, [large], say);
  const { round } = await sceneOf(scene.database, large.name);
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(`${scene.url}/sign-in`);
    await page.evaluate(({ email, password }) => fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) }),
      { email: `quality-${large.name}@generated.attest.example`, password: PASSWORD });
    await page.goto(`${scene.url}/compare/${round}`);
    await page.locator('table thead button').first().waitFor();
    await page.waitForLoadState('networkidle');
    const cells = await page.locator('tbody:not(.summary) td').count();
    const taken = [];
    for (let turn = 0; turn < ROUNDS; turn++) for (const order of ORDERS) taken.push(await page.evaluate(sort, order));
    const [p50, p95] = [0.5, 0.95].map((share) => Math.round(percentile(taken, share)));
    return [{ bench: 'sorting', name: `table of ${cells} cells in another order`, p50, p95, limit: LIMIT, ratio: Number((p95 / LIMIT).toFixed(2)) }];
  } finally {
    await browser.close();
  }
}

/** In the page. The order has changed when its head says so and the first frame after that is drawn. */
function sort(order) {
  const head = [...document.querySelectorAll('table thead th')].find((one) => one.querySelector('button')?.textContent.trim().startsWith(order));
  return new Promise((done) => {
    const first = () => document.querySelector('tbody:not(.summary) tr th')?.textContent;
    const [started, before] = [performance.now(), first()];
    const look = () => {
      if (head.getAttribute('aria-sort') && first() !== before) return requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)));
      return requestAnimationFrame(look);
    };
    head.querySelector('button').click();
    look();
  });
}
