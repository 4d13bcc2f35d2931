// Builds a site with the program into a temporary folder and lists its pages.

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Returns the program under test: $TIENDO or a program built by cargo. */
export function binary() {
  const candidates = process.env.TIENDO
    ? [resolve(process.env.TIENDO)]
    : [join(ROOT, 'target/release/tiendo'), join(ROOT, 'target/debug/tiendo')];
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new Error(`no tiendo at ${candidates.join(' or ')}: run cargo build --release, or set TIENDO`);
  return found;
}

export function temporary(name) {
  return mkdtempSync(join(tmpdir(), `tiendo-${name}-`));
}

/** Builds `content` into `folder` and returns { name, folder, files, pages }; paths are relative, with slashes. */
export async function build(name, content, folder = join(temporary(name), 'out')) {
  await promisify(execFile)(binary(), ['build', '--content', content, '--output', folder]);
  const files = walk(folder);
  return { name, folder, files, pages: files.filter((file) => file.endsWith('.html') && !isFragment(file) && !isShort(file)) };
}

/** Copies a content folder and sets its `base_url` to the test server, since 404.html uses absolute addresses. */
export function copyWithBase(content, base) {
  const copy = join(temporary('content'), 'content');
  cpSync(content, copy, { recursive: true });
  const settings = join(copy, 'site.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^base_url:.*$/m, `base_url: ${base}`));
  return copy;
}

/** Whether a file is an embed without `<html>`; `nu` checks it inside a page, and nhung.html shows one. */
export function isFragment(file) {
  return file.startsWith('nhung/') && file.endsWith('.html') && file !== 'nhung/khung.html';
}

/** Whether a file is the page at a short address. It leads on at once, so no page of its own opens; `short` checks it. */
export function isShort(file) {
  return file.startsWith('n/') && file.endsWith('/index.html');
}

function walk(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below ? `${below}/${entry.name}` : entry.name;
      return entry.isDirectory() ? walk(folder, path) : [path];
    });
}

export function read(site, page) {
  return readFileSync(join(site.folder, page), 'utf8');
}

/** Returns the kind of a page: its folder, or its file name at the top level (without the page number of a list). */
export function kindOf(page) {
  const slash = page.lastIndexOf('/');
  return slash < 0 ? page.replace(/-\d+\.html$/, '.html') : `${page.slice(0, slash)}/`;
}

export function longestOfEachKind(site) {
  const longest = new Map();
  for (const page of site.pages) {
    const { length } = read(site, page);
    if (length > (longest.get(kindOf(page))?.[0] ?? 0)) longest.set(kindOf(page), [length, page]);
  }
  return [...longest.values()].map(([, page]) => page);
}

// The features that make a page look different: its elements and classes, their direct nesting, and empty cells or rows.
// Text is ignored, except for very long words.
function features(html) {
  const main = html.slice(html.indexOf('<main'));
  const found = new Set();
  const open = [];
  for (const [, close, tag, attributes] of main.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g)) {
    if (close) {
      while (open.length && open.pop().tag !== tag);
      continue;
    }
    const classes = /\bclass="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const own = classes ? classes.split(/\s+/).map((one) => `${tag}.${one}`) : [tag];
    const parent = open.at(-1)?.own[0] ?? '';
    for (const one of own) found.add(one).add(`${parent}>${one}`);
    if (!attributes.endsWith('/') && !['br', 'hr', 'img', 'input', 'meta', 'link'].includes(tag)) open.push({ tag, own });
  }
  if (/[^\s<>"=/]{35,}/.test(main.replace(/<[^>]*>/g, ' '))) found.add('long word');
  return found;
}

/**
 * Returns pages that together cover all features of the site: the longest page of each kind,
 * then every page with an element, class or nesting that no page before it has.
 */
export function distinctive(site) {
  const kinds = new Map();
  for (const page of site.pages) {
    const html = read(site, page);
    const kind = kindOf(page);
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push({ page, size: html.length, features: features(html) });
  }
  const chosen = [];
  for (const pages of kinds.values()) {
    const seen = new Set();
    pages.sort((a, b) => b.size - a.size || (a.page < b.page ? -1 : 1));
    for (const entry of pages) {
      const fresh = [...entry.features].some((feature) => !seen.has(feature));
      if (!fresh && seen.size) continue;
      entry.features.forEach((feature) => seen.add(feature));
      chosen.push(entry.page);
    }
  }
  return chosen.sort();
}
