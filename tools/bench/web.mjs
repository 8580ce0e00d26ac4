// What a browser on a fresh machine fetches to show the first question: bytes over the wire and requests.
import { initialScripts } from '../budget.mjs';
import { openBrowser } from '../browser.mjs';

export async function web(scene) {
  const { scripts, compressed, budget } = initialScripts();
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext()).newPage();
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    const seen = { requests: 0, bytes: 0 };
    await page.goto(`${scene.url}/sign-in`);
    await page.evaluate(({ email, password }) => fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password }) }),
      { email: 'dsl@demo.attest.example', password: 'keep-children-safer' });
    const returns = await page.evaluate(async () => (await fetch('/api/submissions')).json());
    const open = returns.find((one) => one.moves.includes('answer'));
    const whole = await page.evaluate(async (id) => (await fetch(`/api/submissions/${id}`)).json(), open.id);
    await wire.send('Network.clearBrowserCache');
    wire.on('Network.loadingFinished', ({ encodedDataLength }) => { seen.requests++; seen.bytes += encodedDataLength; });
    await page.goto(`${scene.url}/returns/${open.id}/questions/${whole.sections[0].questions[0].id}`, { waitUntil: 'networkidle' });
    return [
      { bench: 'web', name: 'first question page', bytes: Math.round(seen.bytes), requests: seen.requests },
      { bench: 'web', name: 'initial JavaScript, compressed', bytes: compressed, limit: budget, ratio: Number((compressed / budget).toFixed(2)), files: scripts.length },
    ];
  } finally {
    await browser.close();
  }
}
