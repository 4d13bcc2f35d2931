// Checks the size limits of DESIGN.md §4 on compressed bytes.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { check, note } from '../lib/report.mjs';

const KB = 1000;
const size = (site, file) => readFileSync(join(site.folder, file)).length;
const packed = (site, file) => gzipSync(readFileSync(join(site.folder, file)), { level: 9 }).length;
const within = (name, where, bytes, limit) => check(name, where, bytes <= limit ? [] : [`${bytes} bytes, at most ${limit}`]);

export function budgets(site) {
  const ending = (suffix) => site.files.filter((file) => file.endsWith(suffix));
  const sum = (files) => files.reduce((total, file) => total + packed(site, file), 0);
  const css = sum(ending('.css'));
  // The 404 page uses absolute addresses.
  // The search index is loaded on first use and does not count towards a page.
  const scripts = [...new Set(site.pages.flatMap((page) => [...readFileSync(join(site.folder, page), 'utf8').matchAll(/<script[^>]*\bsrc="(?:\.\.\/)*([^"]+)"/g)].map((match) => match[1])))].filter((src) => !/^https?:/.test(src));
  within('all style sheets ≤ 8 kB', site.name, css, 8 * KB);
  // Only the search page loads the search script.
  const common = scripts.filter((file) => file !== 'assets/search.js');
  within('scripts of one site ≤ 6 kB', `${site.name} ${common}`, sum(common), 6 * KB);
  within('the script that searches ≤ 6 kB', site.name, packed(site, 'assets/search.js'), 6 * KB);
  within('home with its style sheet ≤ 14 kB', site.name, packed(site, 'index.html') + css, 14 * KB);
  const task = (page) => page.startsWith('nhiem-vu/');
  const over = (pages, measure, limit) => pages.map((page) => [page, measure(site, page)]).filter(([, bytes]) => bytes > limit).map(([page, bytes]) => `${page}: ${bytes} bytes`);
  check('every task ≤ 10 kB', `${site.name}, all ${site.pages.filter(task).length}`, over(site.pages.filter(task), packed, 10 * KB));
  check('every page ≤ 20 kB', `${site.name}, all ${site.pages.length}`, over(site.pages, packed, 20 * KB));
  check('every page ≤ 150 kB before compression', `${site.name}, all ${site.pages.length}`, over(site.pages, size, 150 * KB));
  const heaviest = site.pages.map((page) => [packed(site, page), size(site, page), page]).sort((a, b) => b[0] - a[0]);
  note(`${site.name}: home and style ${packed(site, 'index.html') + css} B, style ${css} B, scripts ${sum(scripts)} B; heaviest ${heaviest.slice(0, 4).map(([zip, raw, page]) => `${page} ${zip} B (${raw} raw)`).join(', ')}`);
}
