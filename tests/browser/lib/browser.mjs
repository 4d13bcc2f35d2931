// Starts Debian's Chromium and opens pages that record every message, error and request.

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

/** `flags` are more flags of the command line. */
export async function launch(flags = []) {
  // The headless shell draws no windows and takes about a third less time.
  const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
    .find((path) => path && existsSync(path));
  if (!executablePath) throw new Error('no Chromium in /usr/bin: apt-get install chromium-headless-shell, or set CHROMIUM');
  return chromium.launch({
    executablePath,
    // Turns off the browser's own requests, so that any request comes from the page.
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync', '--force-color-profile=srgb', ...flags],
  });
}

/** Opens a page in its own context; `page.faults` collects messages, errors and unexpected requests. */
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
    // Navigation aborts an icon that is still loading.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') page.faults.push(`request failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) page.faults.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on('dialog', (dialog) => { page.faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  return page;
}

/** Runs `work(item, worker)` over the items with several parallel workers. */
export async function spread(items, workers, work) {
  const queue = [...items];
  await Promise.all(Array.from({ length: workers }, async (_, worker) => {
    while (queue.length) await work(queue.shift(), worker);
  }));
}
