// Chromium from an npm package, for journeys, figures and pictures.
import chromium from '@sparticuz/chromium';
import { chromium as playwright } from 'playwright-core';

export async function openBrowser() {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}
