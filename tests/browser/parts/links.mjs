// Opens every page over http and by file:// and checks messages, requests, metadata, links, and the layout at four widths.

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { open, spread } from '../lib/browser.mjs';
import { check } from '../lib/report.mjs';
import { isShort } from '../lib/site.mjs';
import * as probes from '../lib/probes.mjs';

const WIDTHS = [320, 360, 768, 1280];
// Pages that no other page links to.
const UNLINKED = { '404.html': 'shown by the server for an address that does not exist' };
// Addresses that only work over http.
const SCHEMES = ['mailto:', 'tel:'];

// Without these headers, the other checks would pass without testing the policy.
function policy(headers) {
  const wanted = { 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'content-type': 'text/html; charset=utf-8' };
  return Object.entries(wanted).filter(([name, value]) => !headers[name]?.startsWith(value)).map(([name]) => `${name}: ${headers[name]}`);
}

/** Follows every short address in the browser. Their pages lead on at once, so `crawl` cannot examine them. */
export async function short(browser, site, base) {
  const pages = site.files.filter(isShort);
  const page = await open(browser, base);
  for (const file of pages) {
    const text = readFileSync(join(site.folder, file), 'utf8');
    const to = text.match(/http-equiv="refresh" content="0; url=([^"]+)"/)?.[1] ?? '';
    const faults = [];
    const target = `nhiem-vu/${file.split('/')[1]}.html`;
    if (to !== `../../${target}`) faults.push(`leads to ${to}`);
    if (!text.includes(`<a href="${to}">`)) faults.push('no link for readers whose browser does not lead on');
    if (!/<link rel="canonical" href="[^"]*\/nhiem-vu\//.test(text) && site.files.includes('sitemap.xml')) faults.push('no canonical address');
    if (!site.files.includes(target)) faults.push(`no ${target}`);
    check('a short address names its page', `${site.name} ${file}`, faults);
  }
  const [file] = pages;
  await page.goto(base + file);
  await page.waitForURL((url) => url.pathname.endsWith(`/nhiem-vu/${file.split('/')[1]}.html`), { timeout: 10_000 });
  check('a short address leads on', `${site.name} ${base}`, page.faults);
  await page.context().close();
}

export async function crawl(browser, site, base, way) {
  const visited = new Map();
  const workers = await Promise.all([open(browser, base), open(browser, base)]);
  // With a base_url, the 404 page loads its style sheet by absolute address, which fails by file://.
  const pages = site.pages.filter((file) => way === 'http' || file !== '404.html');
  await spread(pages, workers.length, async (file, worker) => {
    const page = workers[worker];
    page.faults.length = 0;
    const where = `${site.name} ${way} ${file}`;
    const answer = await page.goto(new URL(file, base).href);
    if (way === 'http') check('sent under the policy', where, policy(answer.headers()));
    const { faults, title } = await page.evaluate(probes.identity);
    visited.set(file, { title, ...(await page.evaluate(probes.links)) });
    check('says what it is', where, faults);
    if (way === 'http') {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        check(`fits ${width} px`, where, await page.evaluate(probes.layout));
      }
    }
    check('silent, and stays inside the site', where, [...page.faults]);
  });
  await Promise.all(workers.map((page) => page.context().close()));

  if (way === 'http' && readFileSync(join(site.folder, '404.html'), 'utf8').includes(`href="${base}`)) {
    const page = await open(browser, base);
    const missing = new URL('khong/co/trang.html', base).href;
    await page.goto(missing);
    const faults = page.faults.filter((fault) => !fault.includes('404'));
    if (await page.evaluate(() => document.styleSheets.length) !== 1) faults.push('without its style sheet');
    check('a missing address shows the site\'s own page', `${site.name} ${missing}`, faults);
    await page.context().close();
  }

  const files = new Set(site.files);
  const reached = new Set(['index.html']);
  for (const [file, { targets, empty }] of visited) {
    const faults = empty.map((link) => `a link without an address: ${link}`);
    for (const { written, to, opens } of targets) {
      if (SCHEMES.some((scheme) => to.startsWith(scheme))) continue;
      if (!to.startsWith(base)) {
        if (!opens || !/^https?:/.test(written)) faults.push(`leaves the site: ${written}`);
        continue;
      }
      const { pathname, hash } = new URL(to);
      const target = decodeURIComponent(pathname.slice(new URL(base).pathname.length));
      if (/^[a-z]+:|^\//i.test(written) && file !== '404.html') faults.push(`not relative: ${written}`);
      if (!files.has(target)) faults.push(`leads nowhere: ${written}`);
      else if (hash && visited.has(target) && !visited.get(target).ids.includes(decodeURIComponent(hash.slice(1)))) faults.push(`no such place in the page: ${written}`);
      if (target !== file) reached.add(target);
    }
    check('every link and anchor leads somewhere', `${site.name} ${way} ${file}`, faults);
  }
  const titles = new Map();
  for (const [file, { title }] of visited) titles.set(title, [...(titles.get(title) ?? []), file]);
  check('no two pages have one title', `${site.name} ${way}`, [...titles].filter(([, of]) => of.length > 1).map(([title, of]) => `${title}: ${of.join(', ')}`));
  check('every page is linked from another', `${site.name} ${way}`, site.pages.filter((page) => !reached.has(page) && !UNLINKED[page]));
}

export const fileBase = (site) => `${pathToFileURL(join(site.folder, '/')).href.replace(/\/?$/, '/')}`;
