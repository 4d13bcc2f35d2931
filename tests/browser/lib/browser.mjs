// Starts Debian's Chromium and opens pages that tell of every message, error and request.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export async function launch() {
  // The shell draws no windows around the pages and takes a good third less time.
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    .find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('no Chromium in /usr/bin: apt-get install chromium-headless-shell, or set CHROMIUM');
  return chromium.launch({
    executablePath,
    // A browser that itself calls nobody: what leaves the machine would be the page's doing.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--force-color-profile=srgb'],
  });
}

/** Opens a page in a context of its own; `page.faults` gathers what a silent page must not have. */
export async function open(browser, base, options = {}) {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on('console', (message) => page.faults.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => page.faults.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(base) && !url.startsWith('data:')) page.faults.push(`request outside the site: ${url}`);
  });
  page.on('requestfailed', (request) => {
    // Going on to the next page stops an icon that was still on its way.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') page.faults.push(`request failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) page.faults.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on('dialog', (dialog) => { page.faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  return page;
}

/** Runs `work(item, worker)` over the items with a few workers side by side. */
export async function spread(items, workers, work) {
  const queue = [...items];
  await Promise.all(Array.from({ length: workers }, async (_, worker) => {
    while (queue.length) await work(queue.shift(), worker);
  }));
}
