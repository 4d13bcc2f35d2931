// Tests the search in a browser: the queries of tests/search/queries.tsv, use by keyboard, size and time.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { open } from '../lib/browser.mjs';
import { check, note } from '../lib/report.mjs';
import { ROOT } from '../lib/site.mjs';
import { accessible } from './pages.mjs';

const QUERIES = readFileSync(join(ROOT, 'tests/search/queries.tsv'), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t'))
  .map(([site, query, how, ...first]) => ({ site, query, how, first: first.filter(Boolean) }));

/** Submits a query on the open search page and waits for the results. */
async function ask(page, query) {
  await page.fill('#s-q', query);
  await page.press('#s-q', 'Enter');
  await page.waitForFunction(() => document.getElementById('hits').ariaBusy !== 'true');
  return page.evaluate(() => {
    const { dataset } = document.getElementById('hits');
    const said = document.getElementById('hits-count').textContent;
    const rows = [...document.querySelectorAll('#hits-rows > li')];
    const like = (pattern) => new RegExp(`^${pattern.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace('%', '[^]*').replace('#', '[\\d.,]+')}$`).test(said);
    return {
      said,
      how: !said || like(dataset.none) ? 'none' : like(dataset.nearest) ? 'nearest' : like(dataset.many) || like(dataset.one) ? 'all' : 'failed',
      hrefs: rows.map((row) => row.querySelector('a').getAttribute('href')),
      texts: rows.map((row) => row.innerText),
    };
  });
}

const fits = (href, wanted) => wanted.split('|').some((one) => href?.startsWith(one.trim()));

/** Runs every query of the table at the width of a phone. */
export async function queries(browser, site, base) {
  const page = await open(browser, base);
  await page.goto(new URL('tim-kiem.html', base).href);
  const elements = await page.evaluate(() => document.querySelectorAll('script, img, iframe').length);
  for (const { query, how, first } of QUERIES.filter((one) => one.site === site.name)) {
    const answer = await ask(page, query);
    const faults = answer.how === how ? [] : [`${answer.how}, not ${how}: ${answer.said}`];
    if (how === 'none' && answer.hrefs.length) faults.push(`finds ${answer.hrefs[0]}`);
    first.filter((one) => !one.startsWith('!')).forEach((wanted, at) => {
      if (!fits(answer.hrefs[at], wanted)) faults.push(`${answer.hrefs[at]} instead of ${wanted} at ${at + 1}`);
    });
    for (const word of first.filter((one) => one.startsWith('!'))) {
      if (answer.texts.some((text) => text.includes(word.slice(1)))) faults.push(`shows “${word.slice(1)}”`);
    }
    if (answer.texts.some((text) => !text.includes('khớp: ') || /khớp: *$/m.test(text))) faults.push('does not say why');
    check('a query finds what it should', `${site.name} “${query}”`, faults);
  }
  // Loading the index may only add scripts to the head.
  const strange = await page.evaluate(() => [...document.querySelectorAll('script, img, iframe')].filter((one) => !one.src.includes('/assets/')).map((one) => one.outerHTML));
  check('a query stays text', site.name, elements ? strange : []);
  check('silent, and stays inside the site', `${site.name} searching`, page.faults);
  await page.context().close();
}

/** Checks that the script splits text into words as src/vietnamese.rs does; `cargo test` checks the table. */
export async function words(browser) {
  const table = readFileSync(join(ROOT, 'tests/golden/words.tsv'), 'utf8').trimEnd().split('\n').map((line) => line.split('\t'));
  const source = readFileSync(join(ROOT, 'templates/assets/search.js'), 'utf8');
  const world = { document: { getElementById: () => null } };
  world.self = world;
  vm.runInNewContext(source, world);
  const page = await browser.newPage();
  await page.evaluate(source);
  const inBrowser = await page.evaluate((texts) => texts.map((text) => self.tiendo.words(text)), table.map(([text]) => text));
  await page.close();
  const line = (found) => Array.from(found, ({ folded, exact }) => `${folded}/${exact}`).join(' ');
  const differ = (name, read) => table.flatMap(([text, expected = ''], at) => (line(read(text, at)) === expected ? [] : [`${name}, “${text}”: ${line(read(text, at))} instead of ${expected}`]));
  check('the script reads words as the program does', `${table.length} texts`, [
    ...(table.length > 1500 ? [] : ['too few texts']),
    ...differ('Node', (text) => world.tiendo.words(text)),
    ...differ('browser', (_, at) => inBrowser[at]),
  ]);
}

/** Reaches a result from any page by keyboard; the address can be shared, and the index loads only on use. */
export async function keyboard(browser, site, base) {
  const page = await open(browser, base);
  const loaded = [];
  page.on('request', (request) => { if (request.url().includes('assets/search')) loaded.push(request.url()); });
  await page.goto(new URL('nhiem-vu/1.1.html', base).href);
  const faults = [];
  // A phone's header has the button alone, which opens the search page with the field ready.
  const inForm = () => page.evaluate(() => document.activeElement.closest('form.find') !== null);
  let presses = 0;
  while (!await inForm() && presses < 12) {
    await page.keyboard.press('Tab');
    presses += 1;
  }
  if (presses > 4) faults.push(`${presses} presses of Tab to the search`);
  if (await page.evaluate(() => document.activeElement.localName === 'button')) {
    await page.keyboard.press('Enter');
    await page.waitForURL(/tim-kiem\.html/);
    if (await page.evaluate(() => document.activeElement.name) !== 'q') faults.push('the field is not ready');
    loaded.length = 0;
  }
  if (loaded.length) faults.push(`loads ${loaded} before anybody searches`);
  await page.keyboard.type('bao cao');
  await page.keyboard.press('Enter');
  await page.waitForURL(/tim-kiem\.html\?q=/);
  await page.waitForFunction(() => document.querySelectorAll('#hits-rows > li').length);
  const shown = () => page.evaluate(() => [...document.querySelectorAll('#hits-rows a')].map((a) => a.textContent));
  const first = await shown();
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('#hits-rows > li').length);
  if ((await shown()).join() !== first.join()) faults.push('the address gives another answer');
  if (await page.evaluate(() => document.querySelectorAll('#hits-rows mark').length) === 0) faults.push('marks nothing');
  await page.focus('#hits-more');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelectorAll('#hits-rows > li').length > 8);
  if (await page.evaluate(() => [...document.querySelectorAll('#hits-rows a')].indexOf(document.activeElement)) !== 8) faults.push('“more” does not lead to the ninth result');
  const title = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('tim-kiem.html'));
  if (!(await page.evaluate(() => document.body.innerText)).includes(title)) faults.push(`“${title}” leads elsewhere`);
  check('from any page to a result by keyboard', `${site.name} ${base}`, faults);

  // Opened from a folder, by file://.
  await page.goto(new URL('tim-kiem.html?q=1.1', pathToFileURL(`${site.folder}/`)).href);
  await page.waitForFunction(() => document.querySelectorAll('#hits-rows > li').length).catch(() => {});
  const found = await page.evaluate(() => document.querySelector('#hits-rows a')?.getAttribute('href'));
  check('searches a folder', site.name, found === 'nhiem-vu/1.1.html' ? [] : [`finds ${found}`]);
  await page.context().close();
}

/** Checks axe, contrast and layout with results, without results, and on the index by letter. */
export async function reachable(browser, site, base) {
  const pages = ['tim-kiem.html?q=bao%20cao', 'tim-kiem.html?q=xyzzy', 'tim-kiem.html?q=ki%E1%BB%83m%20tra%20xyzzy', 'tra-cuu.html'];
  await accessible(browser, site, base, pages, 'http');
}

// The most expensive queries: words that occur almost everywhere, alone and in long sentences.
const HEAVY = ['báo cáo', 'rà soát tổng hợp báo cáo thẩm định trình phê duyệt dự án', 'ra soat tong hop bao cao tham dinh trinh phe duyet du an quy hoach dau tu cong',
  'xã thứ 1', 'cơ quan thứ 12', '1.25', 't', 'tình hình t'];

/** Measures the size and time of queries on a large site. */
export async function weight(browser, site) {
  const base = pathToFileURL(`${site.folder}/`).href;
  for (const query of HEAVY) {
    const page = await open(browser, base);
    const files = new Set();
    page.on('request', (request) => { if (/assets\/search/.test(request.url())) files.add(request.url()); });
    await page.goto(new URL(`tim-kiem.html?q=${encodeURIComponent(query)}`, base).href);
    await page.waitForFunction(() => document.getElementById('hits').ariaBusy === 'false', null, { timeout: 60000 });
    const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file)), { level: 9 }).length, 0);
    check('a query loads ≤ 60 kB', `${site.name} “${query}”, ${files.size} files`, bytes <= 60000 ? [] : [`${bytes} bytes`]);

    const session = await page.context().newCDPSession(page);
    // CPU time, so that other work on the machine does not count. A phone is four times slower.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const work = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name) => metrics.find((metric) => metric.name === name).value;
      return 1000 * (of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration'));
    };
    const before = await work();
    // The index is loaded, so this measures the search, rendering and layout.
    const TURNS = 10;
    await page.evaluate(async (turns) => {
      const form = document.getElementById('search');
      const hits = document.getElementById('hits');
      for (let turn = 0; turn < turns; turn += 1) {
        form.requestSubmit();
        while (hits.ariaBusy === 'true') await null;
        document.body.getBoundingClientRect();
        await new Promise((done) => { setTimeout(done, 20); });
      }
    }, TURNS);
    const time = 4 * (await work() - before) / TURNS;
    note(`“${query}”: ${files.size} files, ${bytes} B; ${time.toFixed(1)} ms on a phone`);
    // About three frames of 16 ms, which leaves room for busy machines.
    check('a query answers in a moment on a slow phone', `${site.name} “${query}”`, time <= 50 ? [] : [`${time.toFixed(1)} ms`]);
    check('silent, and stays inside the site', `${site.name} “${query}”`, page.faults);
    await page.context().close();
  }
}
