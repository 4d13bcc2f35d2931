// Makes docs/screenshots/*.png from the `content` folder: `node screenshots.mjs [DIR]`.
// `node screenshots.mjs DIR guide` makes the pictures of docs/huong-dan.md.
// `node screenshots.mjs DIR look` makes full-page pictures for review: the longest page of every kind, of both sites, in both
// widths and themes.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { launch, open } from './lib/browser.mjs';
import { shrink } from './lib/png.mjs';
import { part } from './lib/report.mjs';
import { chapter } from './parts/edit.mjs';
import { ROOT, binary, build, longestOfEachKind, temporary } from './lib/site.mjs';
import { serve } from './lib/server.mjs';

const folder = resolve(process.argv[2] ?? join(ROOT, 'docs/screenshots'));
const look = process.argv[3] === 'look';
mkdirSync(folder, { recursive: true });

// Name, page and themes. The README shows these pictures, so a missing page is an error.
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

// Takes the pictures of the guide: the editor, the starter's site, the preview with a diagnostic, the hand-over sheet.
async function guide() {
  // Its checks belong to the suite; here they only have to be recorded.
  await part('The first chapter', () => chapter(browser, async (name, page) => {
    writeFileSync(join(folder, `guide-edit-${name}.png`), shrink(await page.screenshot({ animations: 'disabled' })));
  }));
  const home = temporary('guide');
  const run = (...words) => execFileSync(binary(), words, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
  run('init', 'tien-do');
  const content = join(home, 'tien-do/content');
  run('build', '--content', content, '--output', join(home, 'site'));
  const take = async (name, base, file, viewport) => {
    const page = await open(browser, base, { colorScheme: 'light', viewport });
    await page.goto(new URL(file, base).href);
    writeFileSync(join(folder, `guide-${name}.png`), shrink(await page.screenshot({ animations: 'disabled' })));
    await page.context().close();
  };
  const site = await serve(join(home, 'site'));
  await take('overview-1280', site.base, 'index.html', { width: 1280, height: 900 });
  site.close();
  run('package', '--content', content, '--zip', join(home, 'gói.zip'));
  execFileSync('python3', ['-m', 'zipfile', '-e', join(home, 'gói.zip'), join(home, 'package')]);
  await take('handover', `file://${home}/`, 'package/phieu-ban-giao.html', { width: 820, height: 1160 });
  const task = join(content, 'tasks/1.1.yaml');
  const preview = spawn(binary(), ['serve', '--port', '0'], {
    cwd: join(home, 'tien-do'), stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const line of createInterface({ input: preview.stdout })) {
    const base = line.match(/http:\/\/[0-9.:]+\//)?.[0];
    if (!base) continue;
    const page = await open(browser, base, { colorScheme: 'light', viewport: { width: 1280, height: 900 } });
    await page.goto(new URL('nhiem-vu/1.1.html', base).href);
    writeFileSync(task, readFileSync(task, 'utf8').replace('{by: 2025-02-28}', '{before: 7/25/2025}'));
    await page.getByRole('alert').first().waitFor();
    writeFileSync(join(folder, 'guide-preview.png'), shrink(await page.screenshot({ animations: 'disabled' })));
    break;
  }
  preview.kill();
}

if (process.argv[3] === 'guide') {
  await guide();
} else if (look) {
  for (const [name, content] of [['real', 'content'], ['province', 'tests/province/content']]) {
    const site = await build(name, join(ROOT, content));
    const longest = longestOfEachKind(site);
    await take(site, longest.map((file) => [`${name}-${file.replaceAll('/', '-').replace('.html', '')}`, file, ['light', 'dark']]), true);
  }
} else {
  await take(await build('real', join(ROOT, 'content')), MAIN, false);
}
await browser.close();
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
console.log(`${readdirSync(folder).length} pictures, ${Math.round(bytes / 1000)} kB, in ${folder}`);
