// Closer checks of the distinctive pages: axe at two widths in two themes, large text, spaced text, forced colours, reduced
// motion, no script, and print.

import { createRequire } from 'node:module';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { open, spread } from '../lib/browser.mjs';
import { check } from '../lib/report.mjs';
import * as probes from '../lib/probes.mjs';
import { ROOT, binary, temporary } from '../lib/site.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
// Best-practice rules that do not apply here, with reasons.
const ALLOWED = {};
// Rules that axe cannot decide here and other checks cover.
const TOLD = {
  'color-contrast': 'our own probe measures it, also on rows whose link covers them',
  'label-content-name-mismatch': 'the way back from a footnote shows an arrow, which is no text (WCAG 2.5.3) and has its name in words',
};

/** Applies a style sheet to a page through `adoptedStyleSheets`, which the policy does not restrict. */
const style = (page, css) => page.evaluate((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}, css);

// The values of WCAG 1.4.12.
const SPACED = '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }';

/** Runs axe on the current state of a page; with `onlyColours`, only its colour rules. */
export async function violations(page, onlyColours = false) {
  // Loading axe takes longer than most of its runs.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const { found, unknown } = await page.evaluate(async ({ tags, allowed, told, onlyColours }) => {
    const colours = () => window.axe.getRules(['cat.color']).filter((rule) => rule.tags.some((tag) => tags.includes(tag)) && !allowed.includes(rule.ruleId)).map((rule) => rule.ruleId);
    const results = await window.axe.run(document, {
      preload: false, // would fetch the style sheet again, which the policy forbids
      runOnly: onlyColours ? { type: 'rule', values: colours() } : { type: 'tag', values: tags },
      rules: onlyColours ? {} : { 'target-size': { enabled: true }, ...Object.fromEntries(allowed.map((id) => [id, { enabled: false }])) },
      resultTypes: ['violations', 'incomplete'],
    });
    const lines = (list) => list.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 110)} ${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ''}`));
    return { found: lines(results.violations), unknown: lines(results.incomplete.filter(({ id }) => !told.includes(id))) };
  }, { tags: TAGS, allowed: Object.keys(ALLOWED), told: Object.keys(TOLD), onlyColours });
  return [...found, ...unknown.map((line) => `axe cannot tell: ${line}`)];
}

/**
 * Runs axe and the contrast check at two widths in two themes. Another check proves that the themes differ only in colours,
 * so the dark theme needs only the colour rules.
 */
export async function accessible(browser, site, base, pages, way) {
  const asking = site.files.filter((file) => file.endsWith('.js') && !file.startsWith('assets/search/')
    && /prefers-color-scheme|matchMedia|inner(Width|Height)/.test(readFileSync(join(site.folder, file), 'utf8')));
  check('no script asks for the theme or the width', site.name, asking);
  const workers = await Promise.all([open(browser, base), open(browser, base)]);
  await spread(pages, workers.length, async (file, worker) => {
    const page = workers[worker];
    page.faults.length = 0;
    const at = `${site.name} ${way} ${file}`;
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(new URL(file, base).href);
    // A search page is checked after its results have loaded.
    await page.waitForFunction(() => document.getElementById('hits')?.ariaBusy !== 'true');
    check('the themes differ in colours alone', at, await page.evaluate(probes.themes));
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const where = `${site.name} ${way} ${width} px ${colorScheme} ${file}`;
        check('axe, up to WCAG 2.2 AA and best practice', where, await violations(page, colorScheme === 'dark'));
        if (width === 360) check('contrast', where, await page.evaluate(probes.contrast));
      }
    }
    check('silent, and stays inside the site', at, [...page.faults]);
  });
  await Promise.all(workers.map((page) => page.context().close()));
}

/** Checks zoom, text size and spacing, forced colours, reduced motion, print, and no script. */
export async function robust(browser, site, base, pages) {
  const page = await open(browser, base);
  const zoomed = await open(browser, base, { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
  // As wide as the page with scripts, since a phone leaves out columns that other pages have.
  const scriptless = await open(browser, base, { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  for (const file of pages) {
    const where = `${site.name} ${file}`;
    const url = new URL(file, base).href;

    await zoomed.goto(url);
    check('fits at 200 % zoom', where, await zoomed.evaluate(probes.layout));

    await page.emulateMedia({ media: 'screen', forcedColors: 'none', reducedMotion: 'no-preference' });
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url);
      await style(page, SPACED);
      check('fits with text spaced (WCAG 1.4.12)', `${where} ${width} px`, await page.evaluate(probes.layout));
    }
    await style(page, 'html { font-size: 200% }');
    check('fits with text twice as large', where, await page.evaluate(probes.layout));
    await style(page, '');

    const withScript = await page.evaluate(probes.content);
    await page.emulateMedia({ forcedColors: 'active' });
    check('words of tags seen in forced colours', where, [...(await page.evaluate(probes.tags)), ...(await page.evaluate(probes.contrast))]);
    await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
    check('nothing moves with reduced motion', where, await page.evaluate(() => [
      ...document.getAnimations().map((animation) => `moves: ${animation.effect?.target?.className}`),
      ...(getComputedStyle(document.documentElement).scrollBehavior === 'smooth' ? ['scrolls smoothly'] : []),
    ]));

    await page.setViewportSize({ width: 624, height: 900 }); // A4 without its margins
    await page.emulateMedia({ reducedMotion: 'no-preference', media: 'print', colorScheme: 'dark' });
    check('prints', where, [...(await page.evaluate(probes.printed)), ...(await page.evaluate(probes.layout)), ...(await page.evaluate(probes.contrast))]);
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });

    await scriptless.goto(url);
    const without = await scriptless.evaluate(probes.content);
    const lost = withScript.links.filter((link) => !without.links.includes(link));
    check('reads the same without a script', where, [
      ...[...new Set(lost)].map((link) => `a link only with a script: ${link}`),
      ...withScript.headings.filter((heading) => !without.headings.includes(heading)).map((heading) => `a heading only with a script: ${heading}`),
      ...(without.words < withScript.words * 0.9 ? [`${without.words} words instead of ${withScript.words}`] : []),
      ...without.dead.map((control) => `a control that does nothing: ${control}`),
    ]);
  }
  for (const [name, one] of [['screen and print', page], ['zoom', zoomed], ['no script', scriptless]]) {
    check('silent, and stays inside the site', `${site.name} ${name}`, [...one.faults]);
    await one.context().close();
  }
}

/** Prints the hand-over sheet of a package on paper, with its usual lists and with long ones. */
export async function sheet(browser) {
  const home = temporary('sheet');
  const run = (...more) => execFileSync(binary(), ['package', '--content', join(ROOT, 'content'), ...more], { cwd: home, stdio: 'ignore' });
  run('--zip', 'old.zip', '--as-of', '2021-08-15');
  run('--zip', 'new.zip', '--since', 'old.zip');
  execFileSync('python3', ['-m', 'zipfile', '-e', join(home, 'new.zip'), join(home, 'new')]);
  const page = await open(browser, `file://${home}/`);
  await page.goto(`file://${home}/new/phieu-ban-giao.html`);
  const printed = async () => {
    const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g).length;
    return pages === 1 ? [] : [`${pages} pages`];
  };
  check('the hand-over sheet prints on one page', 'a package with --since', await printed());
  // Every kind of change, each with as many tasks as are named.
  await page.evaluate(() => {
    const numbers = Array.from({ length: 10 }, (_, n) => `XIII.${n + 10}`).join(', ');
    const line = document.createElement('p');
    line.textContent = `Mới dừng hoặc được thay thế (37): ${numbers} và 27 nhiệm vụ khác`;
    const last = [...document.querySelectorAll('p')].find((one) => one.textContent.includes('da-xoa.txt'));
    for (let n = 0; n < 6; n += 1) last.before(line.cloneNode(true));
  });
  check('the hand-over sheet prints on one page', 'a package with --since and long lists', await printed());
  await page.context().close();
}
