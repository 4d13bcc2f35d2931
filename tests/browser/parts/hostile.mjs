// Hostile text in every field: the contents that `cargo test` wrote to target/hostile, built by the real program and
// opened over http with the policy, without any policy, and by file://. Nothing of them may run, load or be more than text.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { join } from 'node:path';
import { open, spread } from '../lib/browser.mjs';
import { check } from '../lib/report.mjs';
import { ROOT, build } from '../lib/site.mjs';
import { serve } from '../lib/server.mjs';
import { fileBase } from './links.mjs';
import { nu } from './nu.mjs';

const FOLDER = process.env.TIENDO_HOSTILE ?? join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'hostile');
// Payloads are in no language at all.
const FOREIGN = [{ matches: /appears to be written in/, because: 'payloads are not Vietnamese' }];
const CANARY = 'canary.example';

export async function hostile(browser) {
  if (!existsSync(FOLDER)) throw new Error(`no ${FOLDER}: cargo test --test suite hostile_text writes it`);
  const groups = readdirSync(FOLDER).filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5)).sort((a, b) => a - b);
  const shapesOf = new Map();
  for (const group of groups) {
    const site = build(`hostile ${group}`, join(FOLDER, group));
    const twin = build(`twin ${group}`, join(FOLDER, `${group}-twin`));
    const payloads = JSON.parse(readFileSync(join(FOLDER, `${group}.json`), 'utf8'));
    check('hostile: the same files as the twin', site.name, same(site.files, twin.files));
    const bare = await serve(site.folder, '/bare/', 0, null);
    const strict = await serve(site.folder);
    const twins = await serve(twin.folder, '/twin/', 0, null);
    // Twins of one size differ in nothing but the bodies of notes, which are not compared.
    if (!shapesOf.has(payloads.length)) shapesOf.set(payloads.length, await visit(browser, twin, twins.base, 'twin', []));
    const shapes = shapesOf.get(payloads.length);
    for (const [way, base] of [['without a policy', bare.base], ['with the policy', strict.base], ['file', fileBase(site)]]) {
      const seen = await visit(browser, site, base, way, payloads);
      for (const [page, shape] of seen) {
        // What Markdown may become is more than its twin's paragraphs: there only what must never be is counted.
        const free = page.startsWith('ghi-chep/body');
        const faults = shape.never.map((what) => `holds ${what}`);
        if (!free) faults.push(...same(shape.bones, shapes.get(page)?.bones ?? []));
        check('hostile: no element or attribute of its own', `${site.name} ${way} ${page}`, faults);
      }
    }
    for (const file of site.files.filter((file) => !/\.(html|png|pdf)$/.test(file))) data(site, twin, file);
    nu(site, site.pages, FOREIGN);
    [bare, strict, twins].forEach((server) => server.close());
  }
}

async function visit(browser, site, base, way, payloads) {
  const seen = new Map();
  const workers = await Promise.all([0, 1].map(() => open(browser, base)));
  await Promise.all(workers.map((page) => page.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => { window.__pwned = name; };
  })));
  const pages = site.pages.filter((page) => way !== 'file' || page !== '404.html');
  await spread(pages, workers.length, async (file, worker) => {
    const page = workers[worker];
    page.faults.length = 0;
    await page.goto(new URL(file, base).href, { waitUntil: 'load' });
    const found = await page.evaluate(probe, CANARY);
    seen.set(file, found);
    if (way === 'twin') return;
    const where = `${site.name} ${way} ${file}`;
    // The page for missing addresses names its files at the site's own address, which is not here.
    const faults = [...found.faults, ...page.faults.filter((fault) => file !== '404.html' || !/a\.example|Failed to load resource/.test(fault))];
    check('hostile: nothing ran, opened or called out', where, faults);
    const record = /^(?:nhiem-vu\/t|ghi-chep\/n|co-quan\/a)(\d+)\.html$/.exec(file);
    if (record) {
      const wanted = plain(payloads[Number(record[1])]);
      const lost = [];
      if (!plain(found.text).includes(wanted)) lost.push(`does not show ${wanted.slice(0, 80)}`);
      if (!plain(found.title).includes(wanted)) lost.push(`its title is ${found.title.slice(0, 80)}`);
      if (file.startsWith('nhiem-vu/') && !plain(found.linked).includes(wanted)) lost.push('its JSON-LD does not hold it');
      check('hostile: shown as it was written', where, lost);
    }
  });
  await Promise.all(workers.map((page) => page.context().close()));
  return seen;
}

const plain = (text) => text.normalize('NFC').replace(/[\s\p{Z}]+/gu, ' ').trim();

// Runs in the page.
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
  return { faults, never, bones, linked, title: document.title, text: document.body.textContent };
}

function same(found, expected) {
  const at = found.findIndex((one, n) => one !== expected[n]);
  if (at < 0 && found.length === expected.length) return [];
  const from = at < 0 ? Math.min(found.length, expected.length) : at;
  return [`${found.slice(from, from + 3).join(' | ')} instead of ${expected.slice(from, from + 3).join(' | ')}`];
}

// Every other file by its kind. The Rust test asks more of most; only here are archives opened.
function data(site, twin, file) {
  const [mine, other] = [site, twin].map((one) => readFileSync(join(one.folder, file)));
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

// The members of a zip archive, from its central directory.
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
