// Chromium from an npm package, for journeys, figures and pictures.
import { spawn } from 'node:child_process';
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** One with a profile that outlives it, as a process of its own, so that it can be killed. Answers its process too. */
export async function openMortalBrowser(profile) {
  const program = spawn(await chromium.executablePath(), ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run', '--window-size=1280,1000', ...FLAGS, 'about:blank'], { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const address = await new Promise((done, failed) => {
    let said = '';
    program.stderr.on('data', (chunk) => {
      said += chunk;
      const found = /DevTools listening on (ws:\S+)/.exec(said);
      if (found) done(found[1]);
    });
    program.on('exit', () => failed(new Error(`Chromium ended before it began: ${said}`)));
  });
  return { program, browser: await playwright.connectOverCDP(address) };
}

export async function openBrowser() {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: FLAGS,
  });
}
