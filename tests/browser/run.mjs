// The browser proof: `node run.mjs [part …]`. See README.md.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './lib/browser.mjs';
import { finish, part } from './lib/report.mjs';
import { ROOT, build, copyWithBase, distinctive, kindOf, longestOfEachKind, temporary } from './lib/site.mjs';
import { nginx, serve } from './lib/server.mjs';
import { crawl, fileBase } from './parts/links.mjs';
import { accessible, robust } from './parts/pages.mjs';
import { nu } from './parts/nu.mjs';
import { budgets } from './parts/budgets.mjs';
import { filters } from './parts/filters.mjs';
import { keyboard, queries, reachable, weight, words } from './parts/search.mjs';
import { hostile } from './parts/hostile.mjs';
import { preview } from './parts/preview.mjs';
import { writeBig } from './big.mjs';

const asked = process.argv.slice(2);
const wanted = (name) => asked.length === 0 || asked.includes(name);

// TIENDO_BROWSER_NGINX=province: that site is served by nginx with the sample of the package, the other
// by a server of our own under a stricter policy; =all: both by nginx.
const byNginx = process.env.TIENDO_BROWSER_NGINX ?? '';
const servers = new Map();
const sites = [];
for (const [name, content] of [['real', 'content'], ['province', 'tests/province/content']]) {
  const folder = join(temporary(name), 'out');
  const server = await (['all', '1', name].includes(byNginx) ? nginx : serve)(folder);
  const site = build(name, copyWithBase(join(ROOT, content), server.base), folder);
  sites.push(site);
  servers.set(site, server);
}
const browser = await launch();
for (const site of sites) {
  console.log(`${site.name}: ${site.pages.length} pages of ${new Set(site.pages.map(kindOf)).size} kinds, ${distinctive(site).length} looked at closely`);
}

if (wanted('nu')) await part('Nu HTML checker', () => sites.forEach((site) => nu(site)));
if (wanted('budgets')) {
  await part('Budgets', () => {
    sites.forEach((site) => budgets(site));
    const content = temporary('big');
    writeBig(content);
    const big = build('1,000 tasks, 10,000 notes', content);
    budgets(big);
    nu(big, longestOfEachKind(big));
    rmSync(content, { recursive: true });
    rmSync(big.folder, { recursive: true });
  });
}
if (wanted('hostile')) await part('Hostile text in every field', () => hostile(browser));
if (wanted('preview')) await part('Preview', () => preview(browser, process.env.TIENDO_PICTURES));
for (const site of sites) {
  const { base } = servers.get(site);
  const chosen = distinctive(site);
  if (wanted('links')) {
    await part(`Every page over http: ${site.name}`, () => crawl(browser, site, base, 'http'));
    await part(`Every page by file://: ${site.name}`, () => crawl(browser, site, fileBase(site), 'file'));
  }
  if (wanted('axe')) await part(`Accessible: ${site.name}`, () => accessible(browser, site, base, chosen, 'http'));
  if (wanted('filters')) {
    await part(`Filters over http: ${site.name}`, () => filters(base));
    await part(`Filters by file://: ${site.name}`, () => filters(site.folder));
  }
  if (wanted('search')) {
    await part(`Search: ${site.name}`, async () => {
      await queries(browser, site, base);
      await keyboard(browser, site, base);
      await reachable(browser, site, base);
    });
  }
  if (wanted('robust')) await part(`Robust: ${site.name}`, () => robust(browser, site, base, chosen));
}

if (wanted('search')) {
  await part('Search: words', () => words(browser));
  await part('Search: 1,000 tasks, 10,000 notes', async () => {
    const content = temporary('big');
    writeBig(content);
    const big = build('big', content);
    await weight(browser, big);
    rmSync(content, { recursive: true });
    rmSync(big.folder, { recursive: true });
  });
}

await browser.close();
servers.forEach((server) => server.close());
process.exitCode = finish();
