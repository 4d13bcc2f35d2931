// Uses the preview as a clerk would: edits a note and sees the change, breaks a record and sees the diagnostic, fixes it.

import { spawn } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { open } from '../lib/browser.mjs';
import { check } from '../lib/report.mjs';
import { ROOT, binary, temporary } from '../lib/site.mjs';
import * as probes from '../lib/probes.mjs';
import { violations } from './pages.mjs';

/** Starts `tiendo serve` on a free port; returns { base, stop }. */
async function start(content) {
  const child = spawn(binary(), ['serve', '--port', '0', '--content', content], { stdio: ['ignore', 'pipe', 'ignore'] });
  const base = await new Promise((done, failed) => {
    let said = '';
    child.stdout.on('data', (text) => {
      said += text;
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said);
      if (address) done(address[0]);
    });
    child.on('exit', () => failed(new Error(`tiendo serve ended: ${said}`)));
  });
  return { base, stop: () => child.kill('SIGINT') };
}

/** Waits until a condition holds in the page; returns a fault if it never does. */
const sees = (page, what, question, argument) => page.waitForFunction(question, argument, { timeout: 20_000 })
  .then(() => [], () => [`never seen: ${what}`]);

const BANNER = '#tiendo-preview';
const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? '';

export async function preview(browser, pictures) {
  const content = join(temporary('preview'), 'content');
  cpSync(join(ROOT, 'content'), content, { recursive: true });
  const { base, stop } = await start(content);
  const notes = join(content, 'notes');
  const note = readdirSync(notes).filter((name) => name.endsWith('.md')).sort().at(-1);
  const path = join(notes, note);
  const good = readFileSync(path, 'utf8');
  const address = new URL(`ghi-chep/${note.replace('.md', '.html')}`, base).href;

  const page = await open(browser, base);
  await page.goto(address);
  check('no diagnostics for valid content', address, (await page.textContent(BANNER)).trim() ? ['a banner'] : []);

  // The note must be long enough to scroll, to test that the scroll position is kept.
  const long = `${good.trimEnd()}\n\n${'Một đoạn dài.\n\n'.repeat(80)}`;
  writeFileSync(path, long);
  check('an edited note is seen by itself', address, await sees(page, 'the long text', () => document.body.textContent.includes('Một đoạn dài.')));
  await page.evaluate(() => scrollTo(0, 1500));
  writeFileSync(path, `${long}\nDòng vừa thêm.\n`);
  check('an edited note is seen by itself', address, await sees(page, 'the new line', () => document.body.textContent.includes('Dòng vừa thêm.')));
  const kept = await sees(page, 'the place', () => Math.abs(scrollY - 1500) < 40);
  check('the reader stays where he was', address, kept);

  const broken = long.replace(/^date: .*$/m, 'date: 7/25/2021');
  writeFileSync(path, broken);
  const seen = await sees(page, 'the diagnostic', () => document.querySelector('#tiendo-preview .tp-hit mark')?.textContent === '7/25/2021');
  const where = await page.evaluate(text, `${BANNER} .tp-place code`);
  check('a diagnostic is shown over the last valid page', address, [
    ...seen,
    ...(where.includes(`notes/${note}:`) ? [] : [`names another place: ${where}`]),
    ...((await page.textContent('main')).includes('Dòng vừa thêm.') ? [] : ['the last good text is gone']),
    ...((await page.evaluate(() => {
      const { top, bottom } = document.querySelector('#tiendo-preview').getBoundingClientRect();
      return top >= -1 && bottom <= innerHeight;
    })) ? [] : ['out of sight for a reader further down']),
  ]);
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 1280]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const at = `${width} px ${colorScheme}`;
      check('axe, up to WCAG 2.2 AA and best practice', at, await violations(page));
      check('contrast', at, await page.evaluate(probes.contrast));
      check('fits', at, await page.evaluate(probes.layout));
      if (pictures) await page.screenshot({ path: join(pictures, `preview-${width}-${colorScheme}.png`) });
    }
  }
  const missing = await open(browser, base);
  await missing.goto(new URL('khong/co.html', base).href);
  check('a diagnostic is shown on a missing page too', base, [
    ...(await missing.textContent(BANNER)).includes('7/25/2021') ? [] : ['no diagnostic'],
    ...(await missing.evaluate(() => document.styleSheets.length)) === 2 ? [] : ['without its style sheets'],
    ...missing.faults.filter((fault) => !fault.includes('404')),
  ]);
  if (pictures) await missing.screenshot({ path: join(pictures, 'preview-404.png') });
  await missing.context().close();

  writeFileSync(path, good);
  check('a fixed record clears the diagnostic', address, [
    ...await sees(page, 'no diagnostic', () => !document.querySelector('#tiendo-preview').textContent.trim()),
    ...await sees(page, 'the good text', () => !document.body.textContent.includes('Dòng vừa thêm.')),
  ]);

  renameSync(content, `${content}-away`);
  check('a missing content folder is reported', address, await sees(page, 'the trouble', () => document.querySelector('#tiendo-preview .tp')));
  renameSync(`${content}-away`, content);
  check('the report disappears when the folder is back', address, await sees(page, 'no trouble', () => !document.querySelector('#tiendo-preview .tp')));
  check('silent, and stays inside the site', address, [...page.faults]);

  page.faults.length = 0;
  stop();
  check('the end of the preview is reported', address, await sees(page, 'that the connection is lost', () => document.querySelector('#tiendo-preview .tp-lost')));
  await page.context().close();
}
