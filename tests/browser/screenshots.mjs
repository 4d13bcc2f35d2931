// Makes docs/screenshots/*.png from the real content: `node screenshots.mjs [DIR]`.
// `node screenshots.mjs DIR look`: the whole of the longest page of every kind, of both sites, both widths and themes,
// to be looked at by people.

import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch, open } from './lib/browser.mjs';
import { shrink } from './lib/png.mjs';
import { ROOT, build, longestOfEachKind } from './lib/site.mjs';
import { serve } from './lib/server.mjs';

const folder = resolve(process.argv[2] ?? join(ROOT, 'docs/screenshots'));
const look = process.argv[3] === 'look';
mkdirSync(folder, { recursive: true });

// Name, page, themes. A page that is not there is an error: the README shows these pictures.
const MAIN = [
  ['overview', 'index.html', ['light', 'dark']],
  ['priority', 'muc/1.html', ['light']],
  ['task', 'nhiem-vu/1.3.html', ['light']],
  ['tasks', 'nhiem-vu.html', ['light']],
  ['agency', 'co-quan/so-khdt.html', ['light']],
  ['deadlines', 'thoi-han.html', ['light']],
  ['note', 'ghi-chep/2021-07-24-kich-ban-tang-truong.html', ['light']],
  ['method', 'cach-doc.html', ['light']],
];

const browser = await launch();
async function take(site, pages, fullPage) {
  const server = await serve(site.folder);
  for (const [name, file, themes] of pages) {
    for (const colorScheme of themes) {
      for (const width of [360, 1280]) {
        const page = await open(browser, server.base, { colorScheme, viewport: { width, height: width === 360 ? 780 : 900 } });
        await page.goto(new URL(file, server.base).href);
        const picture = await page.screenshot({ fullPage, animations: 'disabled' });
        writeFileSync(join(folder, `${name}-${width}${colorScheme === 'dark' ? '-dark' : ''}.png`), shrink(picture));
        await page.context().close();
      }
    }
  }
  server.close();
}

if (look) {
  for (const [name, content] of [['real', 'content'], ['province', 'tests/province/content']]) {
    const site = build(name, join(ROOT, content));
    const longest = longestOfEachKind(site);
    await take(site, longest.map((file) => [`${name}-${file.replaceAll('/', '-').replace('.html', '')}`, file, ['light', 'dark']]), true);
  }
} else {
  await take(build('real', join(ROOT, 'content')), MAIN, false);
}
await browser.close();
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.log(`${readdirSync(folder).length} pictures, ${Math.round(bytes / 1000)} kB, in ${folder}`);
