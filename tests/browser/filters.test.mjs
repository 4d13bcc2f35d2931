// Tests the filters of the task list in a browser: `SITE=<folder or address> node --test filters.test.mjs`.
//
// SITE is a built site: a folder (opened by file://) or an http address that ends in a slash.
// Without SITE, only the folding is tested, against src/vietnamese.rs.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import vm from 'node:vm';

const root = new URL('../../', import.meta.url);
const source = readFileSync(new URL('templates/assets/site.js', root), 'utf8');

/** Loads the functions of the script without a page. */
function script() {
  const world = { document: { getElementById: () => null } };
  world.self = world;
  vm.runInNewContext(source, world);
  return world.tiendo;
}

test('the script folds as src/vietnamese.rs does', () => {
  const { fold } = script();
  const lines = readFileSync(new URL('tests/golden/folding.tsv', root), 'utf8').trimEnd().split('\n');
  assert.ok(lines.length > 350);
  for (const line of lines) {
    const [text, folded] = line.split('\t');
    assert.equal(fold(text), folded, text);
  }
});

test('a query is folded into words in a row', () => {
  const { terms } = script();
  const of = (query) => Array.from(terms(query));
  assert.deepEqual(of('  Vắc-xin   10.1. '), [' vac xin', ' 10.1']);
  assert.deepEqual(of('“…” — .'), []);
});

const site = process.env.SITE;
const base = site && (/^https?:/.test(site) ? site : `${pathToFileURL(resolve(site)).href}/`);

describe('in a browser', { skip: !site }, () => {
  let browser;
  let page;
  let faults;
  let rows;

  before(async () => {
    const { launch } = await import('./lib/browser.mjs');
    browser = await launch();
  });
  after(() => browser?.close());

  async function open(path, options = {}) {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 }, ...options });
    page = await context.newPage();
    faults = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(base + path);
    return page;
  }
  const shown = () => page.locator('#rows > li:visible').count();
  const settled = () => page.waitForTimeout(450);
  /** Returns the rows of the data, to compare them with the visible ones. */
  const data = async () => {
    rows ??= await page.evaluate(async () => {
      const parts = [];
      const own = self.tiendo.tasks;
      self.tiendo.tasks = (part) => parts.push(part);
      for (const source of document.getElementById('filter').dataset.sources.split(' ')) {
        const script = document.createElement('script');
        script.src = source;
        await new Promise((done) => { script.onload = done; document.head.append(script); });
      }
      self.tiendo.tasks = own;
      return parts.flatMap((part) => part.rows.map((row) => ({ number: row[1], standing: part.standings[row[4]][0], kind: row[7], due: row[12] })));
    });
    return rows;
  };
  const total = (wanted) => Math.min(50, wanted.length);

  test('without JavaScript nothing dead is visible', async () => {
    await open('nhiem-vu.html', { javaScriptEnabled: false });
    // The search form in the header works without a script, so it alone stays visible.
    assert.equal(await page.locator('header.top form.find[action$="tim-kiem.html"]').count(), 1);
    const controls = page.locator('form:visible, button:visible, input:visible, select:visible');
    assert.equal(await controls.count(), await page.locator('header.top form.find:visible, header.top form.find :is(button, input):visible').count());
    assert.equal(await page.locator('main').locator(controls).count(), 0);
    assert.ok(await page.locator('#standings a:visible').count() > 0);
    await page.locator('#standings a').first().click();
    assert.match(page.url(), /tinh-trang\/[a-z-]+\.html$/);
    assert.ok(await page.locator('.rows > li').count() > 0);
  });

  test('a status is chosen by keyboard, kept in the address, and survives a reload', async () => {
    await open('nhiem-vu.html');
    const all = await data();
    await page.locator('#f-q').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await settled();
    const standing = await page.locator('[name=tinh-trang]:checked').getAttribute('value');
    const wanted = all.filter((row) => row.standing === standing);
    assert.equal(await shown(), total(wanted));
    assert.ok(page.url().includes(`tinh-trang=${standing}`), page.url());
    assert.equal(await page.locator('#all').isVisible(), false);
    const said = await page.locator('#count').textContent();
    assert.match(said, new RegExp(`\\b${wanted.length}\\b`));
    await page.reload();
    await page.locator('#rows > li').first().waitFor();
    assert.equal(await shown(), total(wanted));
    assert.equal(await page.locator('[name=tinh-trang]:checked').count(), 1);
    assert.deepEqual(faults, []);
  });

  test('a group of standings holds what its count says, overdue first', async () => {
    await open('nhiem-vu.html');
    const groups = await page.locator('[name=nhom]').evaluateAll((all) => all.map((one) => ({ value: one.value, count: Number(one.closest('label').querySelector('.aside').textContent.replace(/\D/g, '')) })));
    assert.equal(groups.length, 4);
    assert.equal(groups[0].value, 'qua-han');
    const all = await data();
    assert.equal(groups.reduce((sum, group) => sum + group.count, 0), all.length);
    for (const { value, count } of groups) {
      await open(`nhiem-vu.html?nhom=${value}`);
      await page.waitForFunction(() => document.getElementById('count').textContent);
      assert.equal(await shown(), Math.min(50, count), value);
      assert.ok((await page.locator('#chosen').textContent()).length > 3);
    }
    const top = await page.locator('#rows > li').first().evaluate((row) => row.getBoundingClientRect().bottom);
    assert.ok(top <= 780, `the first result ends at ${top} px`);
    assert.deepEqual(faults, []);
  });

  test('words are found with and without accents', async () => {
    await open('nhiem-vu.html');
    const title = await page.locator('#all .what a').first().textContent();
    const word = title.split(' ').slice(0, 3).join(' ');
    await page.fill('#f-q', word);
    await page.locator('#rows > li').first().waitFor();
    const exact = await shown();
    await page.fill('#f-q', await page.evaluate((text) => self.tiendo.fold(text).toUpperCase(), word));
    await settled();
    assert.ok(exact > 0);
    assert.equal(await shown(), exact);
    assert.ok((await page.locator('#rows').textContent()).includes(title));
  });

  test('where nothing matches, a sentence and a way back', async () => {
    await open('nhiem-vu.html?q=khong-co-chu-nay-zzz');
    await page.locator('#none').waitFor();
    assert.equal(await page.locator('#f-q').inputValue(), 'khong-co-chu-nay-zzz');
    assert.equal(await shown(), 0);
    await page.locator('#clear').focus();
    await page.keyboard.press('Enter');
    await settled();
    assert.ok(await page.locator('#all').isVisible());
    assert.ok(!page.url().includes('zzz'));
    assert.equal(await page.evaluate(() => document.activeElement.id), 'f-q');
    assert.deepEqual(faults, []);
  });

  test('sorting presses one button', async () => {
    await open('nhiem-vu.html?xep=han');
    await page.locator('#rows > li').first().waitFor();
    assert.equal(await page.locator('[aria-pressed=true]').getAttribute('data-sort'), 'han');
    const key = (row) => row.due || '~';
    const all = (await data()).slice().sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
    const numbers = await page.locator('#rows .no').allTextContents();
    assert.deepEqual(numbers, all.slice(0, numbers.length).map((row) => row.number));
    await page.locator('.filter summary').click();
    await page.locator('[data-sort=""]').click();
    await settled();
    assert.equal(await page.locator('[aria-pressed=true]').count(), 1);
    assert.ok(!page.url().includes('xep'));
  });

  test('the rest of a long result comes on demand, with the focus on its first row', async () => {
    await open('nhiem-vu.html?xep=moi');
    await page.locator('#rows > li').first().waitFor();
    const all = await data();
    if (all.length <= 50) return;
    await page.locator('#more').focus();
    await page.keyboard.press('Enter');
    assert.equal(await shown(), Math.min(100, all.length));
    const place = await page.evaluate(() => Array.from(document.querySelectorAll('#rows > li')).indexOf(document.activeElement.closest('li')));
    assert.equal(place, 50);
  });

  test('targets are large enough and nothing is wider than the phone', async () => {
    await open('nhiem-vu.html?tinh-trang=no-report&co-quan=x');
    await page.locator('#count:not(:empty)').waitFor();
    await page.locator('.filter details').evaluate((details) => { details.open = true; });
    const small = await page.locator('.filter :is(button, select, label:has(input), [type=search]), #clear, .share button, .browse a')
      .evaluateAll((all) => all.filter((one) => one.offsetParent && one.getBoundingClientRect().height < 24).map((one) => one.outerHTML));
    assert.deepEqual(small, []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });

  test('the link that is copied is that of the page, and success is said', async () => {
    await open('index.html#h-notes', /^http/.test(base) ? { permissions: ['clipboard-read', 'clipboard-write'] } : {});
    await page.evaluate(() => {
      // A headless browser has no clipboard.
      const catcher = { writeText: async (text) => { self.copied = text; } };
      Object.defineProperty(navigator, 'clipboard', { value: catcher });
    });
    await page.locator('#share button').first().click();
    await page.locator('#share [role=status]:not(:empty)').waitFor();
    assert.equal(await page.evaluate(() => self.copied), page.url().split('#')[0]);
    assert.deepEqual(faults, []);
  });
});
