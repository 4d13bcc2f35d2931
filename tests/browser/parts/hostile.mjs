// Hostile text in every field: builds the content folders that `cargo test` wrote to target/hostile and opens the pages over
// http with and without the policy, and by file://. Payloads must stay text: they must not run or load anything.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { join } from 'node:path';
import { open, spread } from '../lib/browser.mjs';
import { check } from '../lib/report.mjs';
import { ROOT, build, distinctive, isFragment, longestOfEachKind } from '../lib/site.mjs';
import { serve } from '../lib/server.mjs';
import { fileBase } from './links.mjs';
import { nu } from './nu.mjs';

const FOLDER = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'hostile');
// `TIENDO_HOSTILE=all` opens every page in every way and runs the Nu checker on each. Otherwise the browser opens only
// pages that differ in structure, since `cargo test` checks every file.
const ALL = process.env.TIENDO_HOSTILE === 'all';
// Remarks of the Nu checker that payloads cause.
const FOREIGN = [{ matches: /appears to be written in/, because: 'payloads are not Vietnamese' }];
const CANARY = 'canary.example';
// The `base_url` of these sites, where no server answers. Embeds and the 404 page load their style sheets from it.
const OWN = 'https://a.example/';
const BADGE = 'nhung/huy-hieu.svg';
// The number of parts of the search index depends on the text.
const SEARCH_PART = /^(assets\/search\/(?:words|rows)-)\d+\.js$/;

/** The names of the groups of payloads. */
function groupsOf() {
  if (!existsSync(FOLDER)) throw new Error(`no ${FOLDER}: cargo test --test suite hostile_text writes it`);
  return readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).sort((a, b) => a - b);
}

const payloadsOf = (group) => JSON.parse(readFileSync(join(FOLDER, `${group}.json`), 'utf8'));

/** All payloads. */
export const allPayloads = () => groupsOf().flatMap(payloadsOf);

export async function hostile(browser) {
  const groups = groupsOf();
  const twins = new Map();
  for (const group of groups) {
    const payloads = payloadsOf(group);
    // Twins of one size differ only in the bodies of notes, which are not compared.
    if (!twins.has(payloads.length)) twins.set(payloads.length, await twinOf(browser, group));
    const { twin, server, shapes, found } = twins.get(payloads.length);
    const site = await build(`hostile ${group}`, join(FOLDER, group));
    const listed = (files) => files.filter((file) => !SEARCH_PART.test(file));
    check('hostile: the same files as the twin', site.name, same(listed(site.files), listed(twin.files)));
    const bare = await serve(site.folder, '/bare/', 0, null);
    const strict = await serve(site.folder);
    const everything = [...site.pages, ...site.files.filter(isFragment), BADGE];
    const longest = [...longestOfEachKind(site), ...longestOfEachKind({ ...site, pages: site.files.filter(isFragment) }), BADGE];
    const ways = [
      ['without a policy', bare.base, [...new Set([...distinctive(twin), ...longest])]],
      ['with the policy', strict.base, longest],
      ['file', fileBase(site), longest],
    ];
    // The policy and file:// affect only what may load, so one group is enough.
    for (const [way, base, some] of ALL || group === groups[0] ? ways : ways.slice(0, 1)) {
      const pages = ALL ? everything : some;
      // Pages of the twin are opened once, for the first group that needs them.
      for (const [page, shape] of await shapesOf(browser, twin, server.base, pages.filter((page) => !shapes.has(page)))) shapes.set(page, shape);
      const workers = await Promise.all([0, 1].map(() => opened(browser, base)));
      const seen = await visit(workers, site, base, way, payloads, pages);
      for (const [page, shape] of seen) {
        // Markdown can produce elements that the twin lacks, so only forbidden elements count there.
        const free = page.startsWith('ghi-chep/body');
        const faults = shape.never.map((what) => `holds ${what}`);
        // The number of letters in the index depends on the text, and so does that of lines and paragraphs.
        const lines = (one) => one.filter((bone) => !/^(br|dd|p( class)?)\s*$/.test(bone));
        const bones = (one) => (page.startsWith('tra-cuu') ? [...new Set(lines(one))] : lines(one));
        if (!free) faults.push(...same(bones(shape.bones), bones(shapes.get(page)?.bones ?? [])));
        check('hostile: no element or attribute of its own', `${site.name} ${way} ${page}`, faults);
      }
      await search(workers, site, base, way, way === 'without a policy' || ALL ? payloads : payloads.slice(0, 2), found);
      if (base === bare.base) await feeds(workers[0], site, base);
      await Promise.all(workers.map((page) => page.context().close()));
    }
    for (const file of site.files.filter((file) => !/\.(html|png|pdf)$/.test(file))) data(site, twin, file);
    if (ALL) await nu(site, site.files.filter((file) => /\.(html|svg)$/.test(file)), FOREIGN);
    else if (group === groups[0]) await nu(site, longest, FOREIGN);
    [bare, strict].forEach((server) => server.close());
  }
  for (const { server } of twins.values()) server.close();
}

/** Builds the harmless site of one size and records the elements of its search results. */
async function twinOf(browser, group) {
  const twin = await build(`twin ${group}`, join(FOLDER, `${group}-twin`));
  const server = await serve(twin.folder, '/twin/', 0, null);
  const page = await opened(browser, server.base);
  await page.goto(new URL('tim-kiem.html', server.base).href);
  const found = new Set((await ask(page, 'lời lành')).kinds);
  check('hostile: the twin is found by its words', twin.name, found.size > 3 ? [] : ['nothing is found']);
  await page.context().close();
  return { twin, server, shapes: new Map(), found };
}

/** Returns the elements and attributes of some pages of a harmless site. */
async function shapesOf(browser, twin, base, pages) {
  if (!pages.length) return new Map();
  const workers = await Promise.all([0, 1].map(() => opened(browser, base)));
  const shapes = await visit(workers, twin, base, 'twin', [], pages);
  await Promise.all(workers.map((page) => page.context().close()));
  return shapes;
}

/** Opens a page that records whether a script of a payload ran. */
async function opened(browser, base) {
  const page = await open(browser, base);
  await page.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.__pwned = name; };
  });
  return page;
}

/** Opens pages of a site and returns the structure of each. */
async function visit(workers, site, base, way, payloads, files) {
  const seen = new Map();
  // Pages that load files from `base_url` come last: the request for their icon may arrive on the next page.
  const elsewhere = (file) => file === '404.html' || isFragment(file);
  const pages = files.filter((page) => way !== 'file' || page !== '404.html').sort((a, b) => elsewhere(a) - elsewhere(b));
  // Routing sends every request of a page through this process, which takes half as long as the page itself, so only these
  // pages are routed.
  const routed = new Set();
  await spread(pages, workers.length, async (file, worker) => {
    const page = workers[worker];
    if (elsewhere(file) && !routed.has(page)) {
      routed.add(page);
      await page.context().route(`${OWN}**`, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
    }
    page.faults.length = 0;
    await page.goto(new URL(file, base).href, { waitUntil: 'load' });
    const found = await page.evaluate(probe, CANARY);
    seen.set(file, found);
    if (way === 'twin') return;
    const where = `${site.name} ${way} ${file}`;
    const faults = [...found.faults, ...page.faults.filter((fault) => !elsewhere(file) || !/a\.example|Failed to load resource/.test(fault))];
    check('hostile: nothing ran, opened or called out', where, faults);
    const record = /^(?:nhiem-vu\/t|ghi-chep\/n|co-quan\/a|nhung\/muc\/p|nhung\/co-quan\/a)(\d+)\.html$/.exec(file);
    if (record) {
      const wanted = plain(payloads[Number(record[1])]);
      const lost = [];
      if (!plain(found.text).includes(wanted)) lost.push(`does not show ${wanted.slice(0, 80)}`);
      // Long titles are truncated.
      const [title, cut] = found.title.split('…');
      if (!isFragment(file) && !plain(found.title).includes(wanted) && !(cut !== undefined && title && wanted.startsWith(plain(title)))) lost.push(`its title is ${found.title.slice(0, 80)}`);
      if (file.startsWith('nhiem-vu/') && !plain(found.linked).includes(wanted)) lost.push('its JSON-LD does not hold it');
      check('hostile: shown as it was written', where, lost);
    }
  });
  for (const page of routed) {
    // Leave the page first, so that none of its requests is still pending without the route.
    await page.goto('about:blank');
    await page.context().unroute(`${OWN}**`);
  }
  return seen;
}

/** Types a query into the search page and returns the results and their elements. */
async function ask(page, query) {
  await page.fill('#s-q', query);
  await page.press('#s-q', 'Enter');
  return answer(page);
}

async function answer(page) {
  await page.waitForFunction(() => document.getElementById('hits').ariaBusy !== 'true'
    && (document.getElementById('hits-count').textContent || !self.tiendo.words(document.getElementById('s-q').value).length));
  return page.evaluate(() => ({
    asked: document.getElementById('s-q').value,
    words: self.tiendo.words(document.getElementById('s-q').value).length,
    rows: document.querySelectorAll('#hits-rows > li').length,
    kinds: [...document.querySelectorAll('#hits *')].map((one) => `${one.namespaceURI === 'http://www.w3.org/1999/xhtml' ? '' : 'x:'}${one.localName} ${one.getAttributeNames().filter((name) => name !== 'hidden').sort().join(' ')}`),
  }));
}

/**
 * Searches for every payload on two parallel pages: the first query of a page is in its address (with
 * `TIENDO_HOSTILE=all`, every query), the others are typed.
 */
async function search(workers, site, base, way, payloads, usual) {
  const queries = payloads
    .map((payload) => ({ payload, query: [...payload].slice(0, 90).join('').replace(/[\ud800-\udfff]/g, '').trim() }))
    .filter(({ query }) => query);
  // Pages that have not been opened yet.
  const fresh = new Set(workers);
  await spread(queries, workers.length, async ({ payload, query }, worker) => {
    const page = workers[worker];
    page.faults.length = 0;
    let shown;
    if (fresh.delete(page) || ALL) {
      await page.goto(new URL(`tim-kiem.html?q=${encodeURIComponent(query)}`, base).href);
      shown = await answer(page);
    } else shown = await ask(page, query);
    const found = await page.evaluate(probe, CANARY);
    const strange = shown.kinds.filter((kind) => !usual.has(kind));
    const scripts = await page.evaluate(() => [...document.scripts].filter((one) => one.type !== 'application/ld+json' && !one.src.includes('/assets/')).length);
    check('hostile: a query stays text', `${site.name} ${way} “${query}”`, [
      ...found.faults, ...page.faults, ...found.never,
      ...strange.map((kind) => `shows <${kind}>`),
      ...(scripts ? ['a script of its own'] : []),
      // A truncated query may end in a word that the site does not contain.
      ...(shown.words && !shown.rows && query === payload.trim() ? ['finds nothing'] : []),
    ]);
  });
}

/** Opens feeds in the browser and parses them as XML. */
async function feeds(page, site, base) {
  const all = site.files.filter((file) => file.startsWith('tin/'));
  for (const file of ALL ? all : ['tin/tat-ca.xml', 'tin/muc-p0.xml', 'tin/co-quan-a0.xml']) {
    page.faults.length = 0;
    await page.goto(new URL(file, base).href);
    const ran = await page.evaluate(() => window.__pwned ?? '');
    check('hostile: nothing ran, opened or called out', `${site.name} ${file}`, [...page.faults, ...(ran ? [`a script ran: ${ran}`] : [])]);
  }
  await page.goto(new URL('index.html', base).href);
  const files = [...all, 'sitemap.xml', BADGE];
  const faults = await page.evaluate((texts) => texts.map((text) => {
    const read = new DOMParser().parseFromString(text, 'application/xml');
    const spaces = ['http://www.w3.org/2005/Atom', 'http://www.sitemaps.org/schemas/sitemap/0.9', 'http://www.w3.org/2000/svg'];
    const names = [...read.querySelectorAll('*')].filter((one) => !spaces.includes(one.namespaceURI) || /^(script|foreignObject|animate|set|a|use|image)$/.test(one.localName));
    return [...names.slice(0, 5).map((one) => `<${one.nodeName}>`), ...(read.querySelector('parsererror') ? ['no XML'] : [])];
  }), files.map((file) => readFileSync(join(site.folder, file), 'utf8')));
  files.forEach((file, at) => check('hostile: feeds and drawings are XML', `${site.name} ${file}`, faults[at]));
}

const plain = (text) => text.normalize('NFC').replace(/[\s\p{Z}]+/gu, ' ').trim();

// Runs inside the page.
function probe(canary) {
  const faults = [];
  if (window.__pwned) faults.push(`a script ran: ${window.__pwned}`);
  const never = [];
  const bones = [];
  for (const element of document.querySelectorAll('*')) {
    const names = element.getAttributeNames().sort();
    bones.push(`${element.namespaceURI === 'http://www.w3.org/1999/xhtml' ? '' : 'x:'}${element.localName} ${names.join(' ')}`);
    if (/^(iframe|frame|object|embed|applet|base|style|math|foreignobject|animate|form-x|portal|template|marquee)$/i.test(element.localName)) never.push(`<${element.localName}>`);
    for (const name of names) {
      const value = element.getAttribute(name);
      if (/^on|^style$|^srcdoc$|^ping$/i.test(name)) never.push(`<${element.localName} ${name}>`);
      if (/^(href|src|action|formaction|data|xlink:href|poster|srcset)$/i.test(name)) {
        const address = new URL(value, document.baseURI);
        if (!/^(https?|mailto|file|webcal):$/.test(address.protocol)) never.push(`<${element.localName} ${name}=${value.slice(0, 60)}>`);
        if (address.host === canary && !(element.localName === 'a' && element.rel.includes('external'))) never.push(`<${element.localName} ${name}> to the canary`);
      }
    }
  }
  if (document.querySelector('meta[http-equiv]')) never.push('meta http-equiv');
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
  if (walker.nextNode()) never.push('a comment');
  let linked = '';
  for (const script of document.querySelectorAll('script:not([src])')) {
    try {
      linked += Object.values(JSON.parse(script.textContent)).filter((value) => typeof value === 'string').join('\n');
    } catch (error) {
      faults.push(`JSON-LD: ${error.message}`);
    }
  }
  bones.sort();
  return { faults, never, bones, linked, title: document.title, text: document.documentElement.textContent };
}

function same(found, expected) {
  const at = found.findIndex((one, n) => one !== expected[n]);
  if (at < 0 && found.length === expected.length) return [];
  const from = at < 0 ? Math.min(found.length, expected.length) : at;
  return [`${found.slice(from, from + 3).join(' | ')} instead of ${expected.slice(from, from + 3).join(' | ')}`];
}

// Checks every other file by its type. The Rust test checks most of them more closely, but does not open archives.
function data(site, twin, file) {
  const [mine, other] = [[site, file], [twin, file.replace(SEARCH_PART, (_, part) => `${part}1.js`)]].map(([one, path]) => readFileSync(join(one.folder, path)));
  if (mine.equals(other)) return;
  const faults = [];
  if (file.endsWith('.js')) {
    const [text, usual] = [mine, other].map((bytes) => bytes.toString('utf8'));
    const head = text.slice(0, text.search(/[[{]/));
    if (!/^[\w.$ =(]*$/.test(head) || !usual.startsWith(head)) faults.push(`begins with ${head}`);
    try { JSON.parse(text.slice(head.length).trim().replace(/[);]+$/, '')); } catch (error) { faults.push(error.message); }
    if (/[\u2028\u2029]/.test(text)) faults.push('holds U+2028 or U+2029');
  } else if (file.endsWith('.json')) {
    try { JSON.parse(mine.toString('utf8')); } catch (error) { faults.push(error.message); }
  } else if (file.endsWith('.xlsx')) {
    const sheets = unzipped(mine);
    const usual = unzipped(other);
    faults.push(...same([...sheets.keys()], [...usual.keys()]));
    for (const [name, xml] of sheets) {
      if (/<f[ >]/.test(xml)) faults.push(`${name} holds a formula`);
      if (/<hyperlink/.test(xml) && !/<hyperlink/.test(usual.get(name) ?? '')) faults.push(`${name} holds a hyperlink`);
      const tags = (text) => [...text.matchAll(/<\/?([\w:]+)/g)].map(([tag]) => tag);
      if (name.includes('worksheets/')) faults.push(...same(tags(xml), tags(usual.get(name) ?? '')).map((fault) => `${name}: ${fault}`));
    }
  }
  check('hostile: data files are data', `${site.name} ${file}`, faults);
}

// Lists the members of a zip archive from its central directory.
function unzipped(bytes) {
  const members = new Map();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, size, names, extra, comment, offset] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const raw = bytes.subarray(start, start + size);
    members.set(bytes.toString('utf8', at + 46, at + 46 + names), (method ? inflateRawSync(raw) : raw).toString('utf8'));
    at += 46 + names + extra + comment;
  }
  return members;
}
