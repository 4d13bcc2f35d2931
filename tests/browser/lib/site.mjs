// Builds a site with the real binary into a temporary folder and says which pages it has.

import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** The program under test: $TIENDO, else the newest habit of cargo. */
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
  return { name, folder, files, pages: files.filter((file) => file.endsWith('.html') && !isFragment(file)) };
}

/** A copy of a content folder whose `base_url` is where our server will serve it, since 404.html names it in full. */
export function copyWithBase(content, base) {
  const copy = join(temporary('content'), 'content');
  cpSync(content, copy, { recursive: true });
  const settings = join(copy, 'site.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^base_url:.*$/m, `base_url: ${base}`));
  return copy;
}

/** Pieces for other websites have no `<html>` of their own: `nu` puts them into a page, and nhung.html shows one. */
export function isFragment(file) {
  return file.startsWith('nhung/') && file.endsWith('.html') && file !== 'nhung/khung.html';
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

/** Pages of one folder are of one kind; a page at the top is a kind of its own (page 2 of a list is not). */
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

// What makes a page look different: the elements and classes in its source, which of them lie directly in which,
// and whether a cell or row is empty. Text is not looked at, but for very long words.
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
 * The pages that together show everything the site can show: of each kind the longest,
 * and then any page that has an element, class or nesting which no page chosen before it has.
 * A new kind of page is chosen by itself.
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
