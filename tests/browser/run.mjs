// Runs the browser tests: `node run.mjs [part …]`. See README.md.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { launch, spread } from './lib/browser.mjs';
import { finish, part } from './lib/report.mjs';
import { ROOT, build, copyWithBase, distinctive, kindOf, longestOfEachKind, temporary } from './lib/site.mjs';
import { nginx, serve } from './lib/server.mjs';
import { crawl, fileBase, short } from './parts/links.mjs';
import { accessible, robust, sheet } from './parts/pages.mjs';
import { nu } from './parts/nu.mjs';
import { budgets } from './parts/budgets.mjs';
import { filters } from './parts/filters.mjs';
import { keyboard, queries, reachable, weight, words } from './parts/search.mjs';
import { hostile } from './parts/hostile.mjs';
import { preview } from './parts/preview.mjs';
import { edit, editShared } from './parts/edit.mjs';
import { month } from './parts/month.mjs';
import { writeBig } from './big.mjs';
import { writePortal } from './portal.mjs';

const asked = process.argv.slice(2);
const wanted = (name) => asked.length === 0 || asked.includes(name);
// Number of parts that run in parallel.
const LANES = 3;

// TIENDO_BROWSER_NGINX=province serves that site with nginx and the sample configuration, and the other with lib/server.mjs
// under a stricter policy; =all serves both with nginx.
const byNginx = process.env.TIENDO_BROWSER_NGINX ?? '';
const sites = [];
for (const [name, content] of [['real', 'content'], ['province', 'tests/province/content']]) {
  const folder = join(temporary(name), 'out');
  const server = await (['all', '1', name].includes(byNginx) ? nginx : serve)(folder);
  const site = await build(name, copyWithBase(join(ROOT, content), server.base), folder);
  sites.push({ site, server });
}
const browser = await launch();
for (const { site } of sites) {
  console.log(`${site.name}: ${site.pages.length} pages of ${new Set(site.pages.map(kindOf)).size} kinds, ${distinctive(site).length} distinctive`);
}

// Parts mostly wait for the browser, so several run in parallel. The longest come first, which shortens the whole run.
const parts = [];
const later = (name, title, work) => { if (wanted(name)) parts.push([title, work]); };
later('hostile', 'Hostile text in every field', () => hostile(browser));
for (const { site, server: { base } } of [...sites].reverse()) {
  const chosen = distinctive(site);
  later('axe', `Accessible: ${site.name}`, () => accessible(browser, site, base, chosen, 'http'));
  later('robust', `Robust: ${site.name}`, () => robust(browser, site, base, chosen));
  later('links', `Every page over http: ${site.name}`, () => crawl(browser, site, base, 'http'));
  later('links', `Every page by file://: ${site.name}`, () => crawl(browser, site, fileBase(site), 'file'));
  later('links', `Short addresses: ${site.name}`, async () => {
    await short(browser, site, base);
    await short(browser, site, fileBase(site));
  });
  later('search', `Search: ${site.name}`, async () => {
    await queries(browser, site, base);
    await keyboard(browser, site, base);
    await reachable(browser, site, base);
  });
  later('filters', `Filters over http: ${site.name}`, () => filters(base));
  later('filters', `Filters by file://: ${site.name}`, () => filters(site.folder));
}
later('sheet', 'Hand-over sheet', () => sheet(browser));
later('nu', 'Nu HTML checker', async () => { for (const { site } of sites) await nu(site); });
later('preview', 'Preview', () => preview(browser, process.env.TIENDO_PICTURES));
later('month', 'Editor: the month of a clerk', () => month(browser));
later('edit', 'Editor', () => edit(browser, process.env.TIENDO_PICTURES));
later('search', 'Search: words', () => words(browser));
await spread(parts, LANES, ([title, work]) => part(title, work));

if (wanted('portal')) {
  const [content, folder] = [temporary('content'), join(temporary('portal'), 'out')];
  writePortal(content);
  const server = await serve(folder);
  const portal = await build('portal', copyWithBase(content, server.base), folder);
  // The pages that directives share, and some that lead to them. The rest are those of a single site.
  const lies = (page) => !page.startsWith('chi-dao/');
  const below = ['index.html', 'cach-doc.html', 'nhiem-vu/1.html'].map((page) => `chi-dao/kh-4-2021/${page}`);
  const chosen = portal.pages.filter((page) => lies(page) || below.includes(page));
  const files = portal.files.filter((file) => lies(file) || below.includes(file));
  const shared = { ...portal, pages: chosen, files };
  await part('Accessible: portal', () => accessible(browser, shared, server.base, chosen, 'http'));
  await part('Robust: portal', () => robust(browser, shared, server.base, chosen));
  await part('Nu HTML checker: portal', () => nu(shared));
  await part('Budgets: portal', () => budgets({ ...shared, pages: chosen.filter(lies) }));
  await part('Search: portal', () => weight(browser, portal));
  await part('Editor: portal', () => editShared(browser, process.env.TIENDO_PICTURES));
  server.close();
}

// Measurements run alone, so that other parts do not disturb them.
if (wanted('budgets') || wanted('search')) {
  const content = temporary('big');
  writeBig(content);
  const big = await build('1,000 tasks, 10,000 notes', content);
  if (wanted('budgets')) {
    await part('Budgets', async () => {
      [...sites.map(({ site }) => site), big].forEach(budgets);
      await nu(big, longestOfEachKind(big));
    });
  }
  if (wanted('search')) await part(`Search: ${big.name}`, () => weight(browser, big));
  [content, big.folder].forEach((folder) => rmSync(folder, { recursive: true }));
}

await browser.close();
sites.forEach(({ server }) => server.close());
process.exitCode = finish();
