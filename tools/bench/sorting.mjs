// How long it takes from a click on a column's heading until a table of more than four thousand cells stands sorted, in Chromium: as
// it is, and for information with a processor four times as slow.
import { openBrowser } from '../browser.mjs';
import { fill } from '../generate/fill.mjs';
import { percentile } from './figures.mjs';
import { PASSWORD } from './scene.mjs';

const LIMIT = 200;
const TURNS = 8;
/** As many organisations as one page shows. */
const size = { name: 'sorting', schools: 300, years: 2 };
const columns = [['name', 'Organisation'], ['group', 'Group'], ['weakest', 'Meet']];

export async function sorting(scene, say) {
  await fill(scene.database, [size], say);
  const { rows: [{ id }] } = await scene.database.query("select id from app.round where reference = 'sorting Survey 2026'");
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await page.goto(`${scene.url}/sign-in`);
    await page.evaluate(({ email, password }) => fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) }),
      { email: `quality-${size.name}@generated.attest.example`, password: PASSWORD });
    await page.goto(`${scene.url}/compare/${id}`);
    await page.locator('tr.row').first().waitFor();
    const orders = {};
    for (const [sort] of columns) orders[sort] = await page.evaluate(async (path) => (await (await fetch(path)).json()).rows.map(({ name }) => name), `/api/rounds/${id}/heatmap?sort=${sort}`);
    const wire = await page.context().newCDPSession(page);
    return [await measured(page, wire, orders, 1), await measured(page, wire, orders, 4)];
  } finally {
    await browser.close();
  }
}

async function measured(page, wire, orders, slower) {
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const times = [];
  for (let turn = 0; turn <= TURNS; turn++) {
    for (const [sort, heading] of columns) {
      const sorted = page.evaluate(untilSorted, { heading, names: orders[sort] });
      await page.getByRole('columnheader', { name: heading }).getByRole('button').click();
      const time = await sorted;
      // the first round warms up
      if (turn > 0) times.push(time);
    }
  }
  const cells = await page.evaluate(() => document.querySelectorAll('tr.row > *').length);
  const [p50, p95] = [0.5, 0.95].map((share) => Math.round(percentile(times, share)));
  const name = `heatmap of ${cells.toLocaleString('en-GB')} cells${slower === 1 ? '' : `, processor ${slower} times as slow`}`;
  return { bench: 'sorting', name, cells, sorts: times.length, p50, p95, limit: LIMIT, ratio: Number((p95 / LIMIT).toFixed(2)) };
}

/**
 * In the page: milliseconds from the click to the frame after the one in which the heading says how it is sorted and every row is
 * where it belongs. Two orders may begin with the same row, so all of them are looked at.
 */
function untilSorted({ heading, names }) {
  return new Promise((done) => {
    let clicked = null;
    document.addEventListener('click', ({ timeStamp }) => { clicked = timeStamp; }, { capture: true, once: true });
    const isSorted = () => {
      const header = [...document.querySelectorAll('[role=columnheader]')].find(({ textContent }) => textContent.trim().startsWith(heading));
      const rows = document.querySelectorAll('tr.row > th > a');
      return header?.hasAttribute('aria-sort') && rows.length === names.length && names.every((name, at) => rows[at].textContent === name);
    };
    const look = () => {
      if (clicked !== null && isSorted()) requestAnimationFrame(() => done(performance.now() - clicked));
      else requestAnimationFrame(look);
    };
    look();
  });
}
