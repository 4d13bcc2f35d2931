// Uses the editor as a clerk would, with the mouse, with the keyboard alone and without script; then as hostile pages would.
// The numbers before the checks are those of the acceptance scenarios of the editor.

import { AsyncLocalStorage } from 'node:async_hooks';
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, open } from '../lib/browser.mjs';
import { check, note } from '../lib/report.mjs';
import { ROOT, binary, temporary } from '../lib/site.mjs';
import * as probes from '../lib/probes.mjs';
import { writePortal } from '../portal.mjs';
import { allPayloads } from './hostile.mjs';
import { nu } from './nu.mjs';
import { violations } from './pages.mjs';

/** The editors that a part has started. A check that fails in the middle leaves them running. */
const running = new AsyncLocalStorage();

/** Starts `tiendo edit` on free ports; returns the address with the key, and how to end it. */
export async function start(content) {
  const child = spawn(binary(), ['edit', '--port', '0', '--content', content], { stdio: ['ignore', 'pipe', 'ignore'] });
  running.getStore()?.add(child);
  let said = '';
  const entrance = await new Promise((done, failed) => {
    child.stdout.on('data', (text) => {
      said += text;
      const address = /http:\/\/127\.0\.0\.1:\d+\/vao\?k=\w+/.exec(said);
      if (address) done(address[0]);
    });
    child.on('exit', () => failed(new Error(`tiendo edit ended: ${said}`)));
  });
  const ended = new Promise((done) => child.on('exit', done));
  const stop = async (signal = 'SIGTERM') => { child.kill(signal); await ended; };
  return { entrance, base: new URL('/', entrance).href, stop, said: () => said };
}

/** A copy of the real content. */
export function copy(name) {
  const content = join(temporary(name), 'content');
  cpSync(join(ROOT, 'content'), content, { recursive: true });
  return content;
}

const sum = (path) => (existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'none');

/** The sums of all files but those of the journal. */
function sums(content, folder = '') {
  return readdirSync(join(content, folder), { withFileTypes: true })
    .filter(({ name }) => name !== '.tiendo')
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sums(content, path) : [`${path} ${sum(join(content, path))}`];
    });
}

export const same = (what, a, b) => (JSON.stringify(a) === JSON.stringify(b) ? [] : [`${what}: ${JSON.stringify(a).slice(0, 300)} is not ${JSON.stringify(b).slice(0, 300)}`]);
const TEXT = 'Sở Công Thương: đã gửi báo cáo "tuần" #52';

/** Opens the editor in a browser that was given the key. */
export async function enter(browser, editor, options = {}) {
  const page = await open(browser, editor.base, { viewport: { width: 1280, height: 900 }, ...options });
  await page.goto(editor.entrance);
  return page;
}

/** Fills in the report of scenario 1. */
async function report(page, base, { evidence = true, script = true } = {}) {
  await page.goto(new URL('viec/1.1', base).href);
  await page.check('input[name=ngay][value=khac]');
  await page.fill('#f-ngay-khac', '30/12/2021');
  await page.check('input[name=trang-thai][value=in_progress]');
  await page.fill('#f-noi-dung', TEXT);
  if (evidence) {
    await page.fill('#f-minh-chung', 'giai phap va kich ban');
    if (script) await page.waitForSelector('input[name=minh-chung][value=mh-01]');
    else await Promise.all([page.waitForNavigation(), page.click('.choose[data-name=minh-chung] button')]);
    await page.check('input[name=minh-chung][value=mh-01]');
  }
}

const save = (page) => Promise.all([page.waitForNavigation(), page.click('button.main')]);

/** What the command line writes for the report of scenario 1. */
async function byCommand() {
  const content = copy('edit-command');
  const child = spawn(binary(), ['update', '1.1', '--content', content, '--on', '30/12/2021', '--state', 'in_progress', '--text', TEXT, '--evidence', 'mh-01'], { stdio: 'ignore' });
  await new Promise((done) => child.on('exit', done));
  return sums(content);
}

/** Scenarios 1, 2, 4, 5, 7 and 13, with script or without. */
async function clerk(browser, way, wanted) {
  const content = copy(`edit-${way}`);
  const before = sums(content);
  const editor = await start(content);
  const { base } = editor;
  const options = way === 'no script' ? { javaScriptEnabled: false } : {};
  const page = await enter(browser, editor, options);
  const quiet = (name) => {
    check(`${name}: silent`, way, page.faults.filter((fault) => !/(status|status of) (409|422)|favicon|Autofocus processing was blocked/.test(fault)));
    page.faults.length = 0;
  };
  await report(page, base, { script: way === 'script' });
  await save(page);
  check('1: a report is written as the command line writes it', way, same('sums', sums(content), wanted));
  check('1: and told', way, (await page.textContent('.b-done')).includes('Ghi tiến độ 1.1') ? [] : ['not told']);
  await Promise.all([page.waitForNavigation(), page.click('.b-done button')]);
  check('2: undone to the byte', way, same('sums', sums(content), before));
  quiet('1, 2');

  await page.goto(new URL('viec/1.1', base).href);
  await page.check('input[name=ngay][value=khac]');
  await page.fill('#f-ngay-khac', '7/25/2021');
  await page.fill('#f-phan-tram', '140');
  await page.fill('#f-noi-dung', '  Giữ nguyên\n\n  cả dòng trống ');
  await page.evaluate(() => document.querySelectorAll('details.section').forEach((one) => { one.open = true; }));
  await page.setInputFiles('#f-tep', { name: 'quét.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 x') });
  await page.fill('#f-vb-so', '77/BC-X');
  await save(page);
  const links = await page.$$eval('.faults a', (all) => all.map((one) => one.getAttribute('href')));
  check('4: faults are links to their fields', way, same('links', links, ['#f-ngay-khac', '#f-phan-tram']));
  const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.className);
  check('4: the summary has the focus', way, same('focus', await focused(), 'faults'));
  await page.click('.faults a');
  check('4: a link focuses its field', way, same('focus', await focused(), 'f-ngay-khac'));
  check('4: what was typed and the file are kept', way, [
    ...same('text', await page.inputValue('#f-noi-dung'), '  Giữ nguyên\n\n  cả dòng trống '),
    ...same('file', await page.inputValue('input[name=tep-ten]'), 'quét.pdf'),
    ...((await page.title()).startsWith('Lỗi:') ? [] : ['the title does not say so']),
  ]);
  check('4: nothing is written', way, same('sums', sums(content), before));
  await page.fill('#f-ngay-khac', '30/12/2021');
  await page.fill('#f-phan-tram', '40');
  await save(page);
  check('5: the file that was kept becomes evidence', way, [
    ...same('file', readFileSync(join(content, 'attachments/bc-77.pdf'), 'utf8'), '%PDF-1.4 x'),
    ...(readFileSync(join(content, 'tasks/1.1.yaml'), 'utf8').includes('evidence: [bc-77]') ? [] : ['not cited']),
  ]);
  await Promise.all([page.waitForNavigation(), page.click('.b-done button')]);
  check('5: one undo takes all of it back', way, same('sums', sums(content), before));
  quiet('4, 5');

  const other = await page.context().newPage();
  await report(page, base, { evidence: false });
  await report(other, base, { evidence: false });
  await other.fill('#f-noi-dung', 'Từ cửa sổ kia');
  await save(page);
  if (way === 'script') {
    const told = await other.waitForSelector('#moved:not([hidden])', { timeout: 9_000 }).then(() => [], () => ['never told']);
    check('an open form is told that its file has changed', way, told);
  }
  await save(other);
  check('7: the other window is told', way, [
    ...((await other.textContent('.b-problem')).includes('#52') ? [] : ['the new entry is not shown']),
    ...same('text', await other.inputValue('#f-noi-dung'), 'Từ cửa sổ kia'),
  ]);
  await save(other);
  const both = readFileSync(join(content, 'tasks/1.1.yaml'), 'utf8');
  check('7: both entries are kept', way, [TEXT.slice(0, 20), 'Từ cửa sổ kia'].filter((one) => !both.includes(one)));
  await other.close();

  await report(page, base, { evidence: false });
  await page.fill('#f-noi-dung', 'Bấm hai lần');
  await page.dblclick('button.main', { noWaitAfter: true }).catch(() => {});
  await page.waitForSelector('.b-done');
  await page.waitForTimeout(500);
  const twice = readFileSync(join(content, 'tasks/1.1.yaml'), 'utf8').split('Bấm hai lần').length - 1;
  check('13: a double click writes one entry', way, same('entries', twice, 1));
  quiet('7, 13');
  await page.context().close();
  await editor.stop();
}

/** Scenarios 12 and 15. */
async function keyboard(browser, wanted) {
  const content = copy('edit-keys');
  const before = sums(content);
  let editor = await start(content);
  let page = await enter(browser, editor);
  await page.goto(new URL('viec/1.1', editor.base).href);
  const lost = [];
  const press = async (...keys) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      if (await page.evaluate(() => document.activeElement === document.body)) lost.push(`after ${key}`);
    }
  };
  const reach = async (selector) => {
    for (let n = 0; n < 80; n += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
      await press('Tab');
    }
    lost.push(`${selector} cannot be reached`);
  };
  await reach('input[name=ngay]');
  await press('ArrowDown', 'ArrowDown');
  await page.keyboard.type('30/12/2021');
  await reach('input[name=trang-thai]');
  await press('ArrowDown');
  await reach('#f-noi-dung');
  await page.keyboard.type(TEXT);
  await reach('#f-minh-chung');
  await page.keyboard.type('giai phap va kich ban');
  await page.waitForSelector('input[name=minh-chung][value=mh-01]').catch(() => lost.push('mh-01 is not found'));
  await page.waitForTimeout(400);
  for (let n = 0; n < 12; n += 1) {
    await press('ArrowDown');
    if (await page.evaluate(() => document.activeElement?.value === 'mh-01')) break;
  }
  await press('Space');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+Enter')]);
  check('15: a report by the keyboard alone', 'keyboard', [...lost.splice(0), ...same('sums', sums(content), wanted)]);
  await page.keyboard.press('Tab');
  await reach('.b-done button');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  check('15: and its undo', 'keyboard', [...lost, ...same('sums', sums(content), before)]);

  await page.goto(new URL('viec/1.3', editor.base).href);
  await page.fill('#f-noi-dung', 'Gõ dở khi máy tắt');
  await page.close({ runBeforeUnload: false });
  await new Promise((done) => setTimeout(done, 300));
  await editor.stop('SIGKILL');
  editor = await start(content);
  page = await enter(browser, editor);
  await page.goto(new URL('viec/1.3', editor.base).href);
  check('12: a draft survives the tab and the program', 'draft', same('text', await page.inputValue('#f-noi-dung'), 'Gõ dở khi máy tắt'));

  // An input method composes letters: keys are pressed while nothing is committed yet.
  const client = await page.context().newCDPSession(page);
  await page.fill('#f-noi-dung', '');
  await page.focus('#f-noi-dung');
  for (const text of ['đ', 'đa', 'đang']) await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  await client.send('Input.insertText', { text: 'đang' });
  await page.waitForTimeout(1300);
  check('20: composed letters stay as they were typed', 'ime', same('text', await page.inputValue('#f-noi-dung'), 'đang'));
  await page.context().close();
  await editor.stop();
}

/** Scenario 8, and the preview of a note. */
async function notes(browser) {
  const content = copy('edit-notes');
  const editor = await start(content);
  const page = await enter(browser, editor);
  const name = '2021-07-24-kich-ban-tang-truong';
  const path = join(content, `notes/${name}.md`);
  const old = readFileSync(path, 'utf8').replaceAll('\n', '\r\n');
  writeFileSync(path, old);
  await page.waitForTimeout(600);
  await page.goto(new URL(`ghi-chep/${name}`, editor.base).href);
  const body = await page.inputValue('#f-chu');
  await page.fill('#f-chu', body.replace('## Thời hạn', '## Thời hạn mới'));
  const seen = await page.waitForFunction(() => document.getElementById('preview').textContent.includes('Thời hạn mới'), undefined, { timeout: 5_000 }).then(() => [], () => ['never seen']);
  check('a note is shown as readers will see it', name, seen);
  writeFileSync(path, old.replace('## Nội dung báo cáo', '## Nội dung khác'));
  await page.waitForTimeout(600);
  await save(page);
  check('8: a note changed elsewhere is told', name, [
    ...((await page.textContent('.b-problem')).includes('Nội dung khác') ? [] : ['the version on disk is not shown']),
    ...((await page.inputValue('#f-chu')).includes('Thời hạn mới') ? [] : ['the typed text is gone']),
  ]);
  await save(page);
  check('8: my version overwrites it when asked, and lines keep their ends', name, same('text', readFileSync(path, 'utf8'), old.replace('## Thời hạn', '## Thời hạn mới')));
  await page.context().close();
  await editor.stop();
}

/** Scenario 16: pages of other origins on this machine, in the same browser. */
async function hostile(browser) {
  const content = copy('edit-hostile');
  const before = sums(content);
  const editor = await start(content);
  const page = await enter(browser, editor);
  await page.goto(new URL('viec/1.1', editor.base).href);
  const token = await page.evaluate(() => document.body.dataset.token);
  const target = new URL('viec/1.1', editor.base).href;
  const html = `<!doctype html><meta charset="utf-8"><title>x</title>
    <form id="f" method="post" action="${target}"><input name="phien" value="${token}"><input name="ngay" value="hom-nay"><input name="noi-dung" value="Xấu"><input name="nut" value="ghi"></form>
    <form id="u" method="post" action="${target}" enctype="multipart/form-data"><input name="phien" value="${token}"><input name="noi-dung" value="Xấu"><input name="ngay" value="hom-nay"><input name="nut" value="ghi"></form>
    <iframe id="i" src="${target}"></iframe><img src="${new URL('edit.css', editor.base).href}"><script src="${new URL('edit.js', editor.base).href}"></script>`;
  const server = createServer((_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html));
  await new Promise((done) => server.listen(0, done));
  const { port } = server.address();
  for (const host of ['localhost', '127.0.0.1']) {
    const evil = await page.context().newPage();
    await evil.goto(`http://${host}:${port}/`);
    const read = await evil.evaluate(async ([url, token]) => {
      const said = [];
      for (const [name, options] of [
        ['get', { credentials: 'include' }],
        ['post', { method: 'POST', credentials: 'include', body: new URLSearchParams({ 'noi-dung': 'Xấu', nut: 'ghi' }) }],
        ['no-cors', { method: 'POST', mode: 'no-cors', credentials: 'include', body: 'x' }],
        ['no-cors form', { method: 'POST', mode: 'no-cors', credentials: 'include', body: new URLSearchParams({ phien: token, ngay: 'hom-nay', 'noi-dung': 'Xấu', nut: 'ghi' }) }],
        ['no-cors get', { mode: 'no-cors', credentials: 'include' }],
        ['put', { method: 'PUT', credentials: 'include', body: 'x' }],
        ['json', { method: 'POST', credentials: 'include', headers: { 'content-type': 'application/json' }, body: '{}' }],
        ['keepalive', { method: 'POST', mode: 'no-cors', credentials: 'include', keepalive: true, body: new URLSearchParams({ phien: token, o: 'viec/1.1', 'noi-dung': 'Xấu' }) }],
      ]) said.push(`${name}: ${await fetch(url, options).then((answer) => answer.type === 'opaque' ? 'opaque' : answer.text(), () => 'failed')}`);
      navigator.sendBeacon(new URL('/nhap', url), new URLSearchParams({ phien: token, o: 'viec/1.1', 'noi-dung': 'Xấu' }));
      const popup = window.open(url);
      await new Promise((done) => setTimeout(done, 400));
      let seen = 'blocked';
      try { seen = popup?.document?.body?.textContent || 'blocked'; } catch { /* another origin */ }
      said.push(`popup: ${seen === 'blocked' ? 'failed' : seen}`);
      popup?.close();
      return said;
    }, [target, token]);
    const images = await evil.evaluate(() => [...document.images].filter((one) => one.naturalWidth > 0).length + (document.title === 'x' ? 0 : 1));
    check('16: another page loads nothing of it', host, same('loaded', images, 0));
    check('16: another page reads nothing', host, read.filter((one) => !/: (failed|opaque)$/.test(one)));
    const framed = await evil.evaluate(() => { try { return document.getElementById('i').contentDocument?.body?.textContent ?? 'blocked'; } catch { return 'blocked'; } });
    check('16: another page frames nothing', host, framed === 'blocked' || framed === '' ? [] : [framed]);
    for (const form of ['f', 'u']) {
      await evil.goto(`http://${host}:${port}/`);
      const [answer] = await Promise.all([evil.waitForNavigation(), evil.evaluate((id) => document.getElementById(id).submit(), form)]);
      check('16: a form of another page is refused, even with the token', `${host} ${form}`, same('status', answer.status(), 403));
    }
    await evil.close();
  }
  server.close();
  check('16: nothing was written, not even a draft', 'hostile pages', [
    ...same('sums', sums(content), before),
    ...same('drafts', existsSync(join(content, '.tiendo/drafts')) ? readdirSync(join(content, '.tiendo/drafts')) : [], []),
  ]);
  await page.context().close();

  // A name that leads here after it led elsewhere (DNS rebinding): the host is another one, and the browser has no cookie for it.
  const rebound = await launch(['--host-resolver-rules=MAP evil.example 127.0.0.1']);
  const stranger = await open(rebound, 'http://evil.example');
  const { port: own } = new URL(editor.base);
  const answer = await stranger.goto(`http://evil.example:${own}/viec/1.1`);
  check('16: a name that leads here reads nothing', 'rebinding', [
    ...same('status', answer.status(), 421),
    ...((await stranger.textContent('body')).includes('Chống dịch') ? ['the record is shown'] : []),
  ]);
  const posted = await stranger.evaluate((token) => fetch('/viec/1.1', { method: 'POST', body: new URLSearchParams({ phien: token, ngay: 'hom-nay', 'noi-dung': 'Xấu', nut: 'ghi' }) }).then((one) => one.status), token);
  check('16: and writes nothing', 'rebinding', [...same('status', posted, 421), ...same('sums', sums(content), before)]);
  await rebound.close();

  // 17: what no page of ours sends, through the browser's own address bar and without a key.
  const fresh = await open(browser, editor.base);
  for (const [path, status] of [['', 403], ['viec/1.1', 403], ['vao?k=0', 403], ['viec/..%2fsite', 400], ['viec/con', 403], ['viec/a%00', 400]]) {
    const got = await fresh.goto(`${editor.base}${path}`);
    check('17: without the key nothing is shown', path, [
      ...same('status', got.status(), status),
      ...((await fresh.textContent('body')).includes('Chống dịch') ? ['the record is shown'] : []),
    ]);
  }
  await fresh.context().close();
  await editor.stop();
}

/** Makes a tracker with one entry for task 1.1. */
const TRACKER = `import sys, zipfile
rows = [['Mã', 'Nhiệm vụ', 'Ngày', 'Kết quả thực hiện'], ['1.1', 'Chống dịch quyết liệt nhưng không để đình trệ sản xuất', '29/12/2021', 'Nhập từ bảng của Sở']]
cell = lambda text: f'<c t="inlineStr"><is><t>{text}</t></is></c>'
main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
package = 'http://schemas.openxmlformats.org/package/2006'
kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
files = {
    '[Content_Types].xml': f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
    '_rels/.rels': f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{rel}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="TH" sheetId="1" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': f'<Relationships xmlns="{package}/relationships"><Relationship Id="a" Type="{rel}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': f'<worksheet xmlns="{main}"><sheetData>{"".join("<row>" + "".join(map(cell, row)) + "</row>" for row in rows)}</sheetData></worksheet>',
}
with zipfile.ZipFile(sys.argv[1], 'w') as out:
    for name, text in files.items():
        out.writestr(name, text)
`;

/** Scenarios 3, 6, 9 and 10: files of other styles, files that are not what they say, and what others do meanwhile. */
async function meanwhile(browser) {
  const content = copy('edit-meanwhile');
  const path = join(content, 'tasks/1.1.yaml');
  const odd = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`# ghi chú\r\n${readFileSync(path, 'utf8').replaceAll('\n', '\r\n')}# cuối\r\n`)]);
  writeFileSync(path, odd);
  const editor = await start(content);
  const page = await enter(browser, editor);
  const before = sums(content);
  await report(page, editor.base);
  await save(page);
  const written = readFileSync(path);
  const entry = written.indexOf('  - date: 2021-12-30');
  check('3: old bytes stay around the new lines, which end as theirs do', '1.1', [
    ...(entry > 0 && written.subarray(0, entry).equals(odd.subarray(0, entry)) ? [] : ['the bytes before changed']),
    ...(written.subarray(-(odd.length - entry)).equals(odd.subarray(entry)) ? [] : ['the bytes behind changed']),
    ...(/[^\r]\n/.test(written.toString('latin1')) ? ['a line ends otherwise'] : []),
  ]);
  await Promise.all([page.waitForNavigation(), page.click('.b-done button')]);
  check('3: and its undo', '1.1', same('sums', sums(content), before));

  const upload = async (name, buffer) => {
    await page.goto(new URL('viec/1.1', editor.base).href);
    await page.evaluate(() => document.querySelectorAll('details.section').forEach((one) => { one.open = true; }));
    await page.fill('#f-noi-dung', 'Kèm tệp');
    await page.fill('#f-vb-so', '53/BC-SCT');
    await page.setInputFiles('#f-tep', { name, mimeType: 'application/pdf', buffer });
    await save(page);
    const errors = await page.$$eval('.faults a', (all) => all.map((one) => one.getAttribute('href')));
    await Promise.all([page.waitForNavigation(), page.click('button[value=bo-nhap]')]).catch(() => {});
    return errors;
  };
  check('6: a page that calls itself PDF is refused', 'html', same('errors', await upload('a.pdf', Buffer.from('<!doctype html><script>alert(1)</script>')), ['#f-tep']));
  check('6: a file above the limit is refused', '20 MiB + 1', same('errors', await upload('b.pdf', Buffer.concat([Buffer.from('%PDF-1.4'), Buffer.alloc(20 * 1024 * 1024 - 7)])), ['#f-tep']));
  await page.goto(new URL('viec/1.1', editor.base).href);
  await page.evaluate(() => {
    const form = document.querySelector('form[data-screen]');
    for (let n = 0; n < 201; n += 1) form.append(Object.assign(document.createElement('input'), { name: `x${n}`, value: '1' }));
  });
  const [many] = await Promise.all([page.waitForNavigation(), page.click('button.main')]);
  check('6: a form of 201 more fields is refused', 'fields', same('status', many.status(), 413));
  check('6: nothing was written', 'uploads', same('sums', sums(content), before));

  // An import of a tracker between opening and saving.
  await report(page, editor.base, { evidence: false });
  const home = join(content, '..');
  execFileSync('python3', ['-c', TRACKER, join(home, 'so.xlsx')]);
  execFileSync(binary(), ['import', join(home, 'so.xlsx'), '--write', '--content', content], { stdio: 'ignore' });
  await save(page);
  check('9: what an import wrote meanwhile is told', 'import', (await page.textContent('.b-problem')).includes('Nhập từ bảng của Sở') ? [] : ['not shown']);
  await save(page);
  const both = readFileSync(path, 'utf8');
  check('9: both are kept', 'import', ['Nhập từ bảng của Sở', 'Sở Công Thương'].filter((one) => !both.includes(one)));
  await page.goto(new URL('viec/1.1', editor.base).href);
  await page.fill('#f-noi-dung', 'Trong lúc nhập');
  const lock = spawn('flock', [join(content, '.tiendo/lock'), 'sleep', '60'], { stdio: 'ignore', detached: true });
  await new Promise((done) => setTimeout(done, 400));
  const [held] = await Promise.all([page.waitForNavigation(), page.click('button.main')]);
  check('9: while another program writes, the text waits', 'lock', [...same('status', held.status(), 423), ...same('text', await page.inputValue('#f-noi-dung'), 'Trong lúc nhập')]);
  process.kill(-lock.pid);
  await new Promise((done) => setTimeout(done, 300));
  await save(page);
  check('9: and is written afterwards', 'lock', readFileSync(path, 'utf8').includes('Trong lúc nhập') ? [] : ['not written']);

  // A pull that stops at a conflict, and its repair in the browser.
  const whole = readFileSync(path, 'utf8');
  const title = /^title:.*$/m.exec(whole)[0];
  writeFileSync(path, whole.replace(title, `<<<<<<< HEAD\r\n${title}\r\n=======\r\ntitle: Của người khác\r\n>>>>>>> kia`));
  await page.waitForTimeout(700);
  await page.goto(new URL('viec/1.1', editor.base).href);
  check('10: a record between the marks of a merge is not written', 'merge', await page.$('form[data-screen]') ? ['its form is shown'] : []);
  await Promise.all([page.waitForNavigation(), page.click('.b-problem a')]);
  const text = await page.inputValue('#f-chu');
  await page.fill('#f-chu', text.split('\n').filter((line) => !/^(<<<<<<<|=======|>>>>>>>|title: Của)/.test(line)).join('\n'));
  await save(page);
  check('10: and repaired to the byte as text', 'merge', same('text', readFileSync(path, 'utf8'), whole));

  check('meanwhile: silent', 'faults', page.faults.filter((fault) => !/(status|status of) (409|413|422|423)|favicon|Autofocus processing was blocked/.test(fault)));
  await page.context().close();
  await editor.stop();
}

/** Scenario 18: hostile text typed into every field runs nowhere, neither here nor in the preview, and is shown as it was typed. */
async function payloads(browser) {
  const content = copy('edit-payloads');
  const editor = await start(content);
  const page = await enter(browser, editor);
  const ran = [];
  page.on('dialog', (dialog) => ran.push(dialog.message()));
  await page.exposeFunction('__ran', (what) => ran.push(what));
  const hostile = allPayloads();
  let next = 0;
  const another = () => hostile[next++ % hostile.length];
  const fill = async () => {
    for (const field of await page.$$('form[data-screen] input[type=text], form[data-screen] input[type=search], form[data-screen] textarea')) await field.fill(another());
  };
  const shown = [];
  // The text of a report holds many at a time, each on a line of its own.
  for (let from = 0; from < hostile.length; from += 48) {
    const text = hostile.slice(from, from + 48).join('\n');
    await page.goto(new URL('viec/1.2', editor.base).href);
    await page.evaluate(() => document.querySelectorAll('details.section').forEach((one) => { one.open = true; }));
    await fill();
    await page.fill('#f-noi-dung', text);
    await save(page);
    const kept = await page.inputValue('#f-noi-dung').catch(() => null);
    if (kept !== null && kept.replaceAll('\r', '') !== text.replaceAll('\r', '')) shown.push(`${JSON.stringify(kept.slice(0, 80))} is not ${JSON.stringify(text.slice(0, 80))}`);
    for (const path of ['viec/moi', 'van-ban/moi', 'ghi-chep/moi', 'trang', 'don-vi/moi']) {
      await page.goto(new URL(path, editor.base).href);
      await fill();
      await page.click('form[data-screen] button.main');
      await page.waitForLoadState();
    }
    await page.goto(new URL(`?viec=${encodeURIComponent(hostile[from])}&co-quan=${encodeURIComponent(hostile[from])}`, editor.base).href);
  }
  check('18: text is shown as it was typed', 'report', shown);
  check('18: nothing runs', 'editor', ran);
  const foreign = await page.evaluate(() => document.querySelectorAll('main script, main iframe, main object, main embed, main [onerror], main [onload]').length);
  check('18: nothing becomes markup', 'editor', same('elements', foreign, 0));
  const preview = await page.getAttribute('nav a[target]', 'href');
  for (const path of ['', 'nhiem-vu/1.2.html', 'tat-ca-nhiem-vu.html', 'van-ban.html']) await page.goto(new URL(path, preview).href).catch(() => {});
  check('18: nothing runs in the preview', 'preview', ran);
  await page.context().close();
  await editor.stop();
}

/** The page as it was sent: of a form that was refused, what the browser holds. */
const source = async (page) => (await page.content()).replace('<html', '<!DOCTYPE html><html').replace(/^<!DOCTYPE html>(?=<!DOCTYPE)/, '');

/** The browser's own button for files shortens the name itself. */
const fits = (faults) => faults.filter((fault) => !fault.includes('<input> “”') || !fault.includes('may end'));

/** The screens that are looked at, and how they come about. */
async function looks(browser, pictures) {
  const content = copy('edit-looks');
  const editor = await start(content);
  const page = await enter(browser, editor);
  const to = (path) => page.goto(new URL(path, editor.base).href);
  const screens = [
    ['week', () => to('')],
    ['report', () => to('viec/1.3')],
    ['faults', async () => {
      await to('viec/1.3');
      await page.check('input[name=ngay][value=khac]');
      await page.fill('#f-ngay-khac', '7/25/2021');
      await page.fill('#f-phan-tram', '140');
      await page.fill('#f-noi-dung', 'Đã trình dự thảo.');
      await save(page);
    }],
    ['review', async () => {
      await to('viec/4.2');
      if (!(await page.$('input[value=done]'))) await to('viec/1.4');
      await page.check('input[name=trang-thai][value=done]');
      await page.fill('#f-noi-dung', 'Đã trình Ủy ban nhân dân tỉnh.');
      await page.check('input[name=ngay][value=khac]');
      await page.fill('#f-ngay-khac', '30/12/2021');
      await save(page);
    }],
    ['saved', async () => { await report(page, editor.base, { evidence: false }); await save(page); }],
    ['extend', () => to('viec/1.3/gia-han')],
    ['correct', () => to('viec/1.3/dinh-chinh')],
    ['edit', () => to('viec/1.3/sua')],
    ['new', () => to('viec/moi')],
    ['notes', () => to('ghi-chep')],
    ['note', () => to('ghi-chep/2021-07-24-kich-ban-tang-truong')],
    ['documents', () => to('van-ban')],
    ['document', () => to('van-ban/moi')],
    ['dates', () => to('chot-so-lieu')],
    ['check', () => to('kiem-tra')],
    ['changes', () => to('thay-doi')],
    ['status', () => to('tinh-hinh')],
    ['site', () => to('trang')],
    ['agency', () => to('don-vi/moi')],
    ['lines', async () => {
      await to('viec/1.3');
      await page.fill('#f-noi-dung', 'Đã trình dự thảo.');
      await Promise.all([page.waitForNavigation(), page.click('button[value=dong]')]);
    }],
    ['menu', async () => {
      await to('viec/1.3');
      await page.evaluate(() => { document.querySelector('.narrow').open = true; });
    }],
    ['handover', () => to('ban-giao')],
    ['file', () => to('tep/viec/1.1')],
  ];
  await seen(page, 'editor', screens, pictures);
  await page.context().close();
  await editor.stop();
}

/** Looks at screens, each with how it is opened, in both themes, narrow and wide, with large letters and forced colours. */
async function seen(page, editor, screens, pictures) {
  if (pictures) mkdirSync(pictures, { recursive: true });
  const pages = [];
  for (const [name, show] of screens) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await show();
    for (const colorScheme of ['light', 'dark']) {
      for (const width of [320, 360, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        const at = `${name}, ${width} px ${colorScheme}`;
        check('20: axe, up to WCAG 2.2 AA and best practice', at, await violations(page));
        check('20: contrast', at, await page.evaluate(probes.contrast));
        check('20: fits', at, fits(await page.evaluate(probes.layout)));
        if (pictures && width !== 320) await page.screenshot({ path: join(pictures, `edit-${name}-${width}-${colorScheme}.png`), fullPage: true });
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
    check('20: letters of 200 % fit', name, fits(await page.evaluate(probes.layout)));
    if (pictures) await page.screenshot({ path: join(pictures, `edit-${name}-200.png`), fullPage: true });
    await page.evaluate(() => { document.documentElement.style.fontSize = ''; });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    check('20: forced colours', name, fits(await page.evaluate(probes.layout)));
    await page.emulateMedia({ forcedColors: 'none' });
    pages.push([`${name}.html`, await source(page)]);
    const small = await page.$$eval('a, button, input:not([type=hidden]), summary, textarea', (all) => all
      .filter((one) => one.getClientRects().length && !one.closest('p, li, .banner, .skip') && !one.closest('label'))
      .map((one) => ({ one: one.outerHTML.slice(0, 80), height: one.getBoundingClientRect().height }))
      .filter(({ height }) => height < 43.5).map(({ one, height }) => `${height} px: ${one}`));
    check('targets are 44 px high', name, small);
  }
  const folder = temporary(`${editor}-pages`);
  for (const [name, html] of pages) writeFileSync(join(folder, name), html);
  await nu({ name: editor, folder }, pages.map(([name]) => name));
  // Chromium remarks that something is focused already where the page before was left by a click.
  check('20: silent', 'screens', page.faults.filter((fault) => !/(status|status of) 422|favicon|Autofocus processing was blocked/.test(fault)));
}

/** At the top of a portal: the data date of all directives, an agency, and what a directive refuses. */
async function shared(browser, pictures) {
  const content = temporary('edit-shared');
  writePortal(content);
  const before = sums(content);
  const editor = await start(content);
  const page = await enter(browser, editor);
  const to = (path) => page.goto(new URL(path, editor.base).href);
  const dates = async (day) => { await to('chot-so-lieu'); await page.fill('#f-chot', day); await save(page); };
  await seen(page, 'editor-shared', [
    ['shared', () => to('')],
    ['shared-dates', () => to('chot-so-lieu')],
    ['shared-review', () => dates('31/8/2021')],
    ['shared-faults', () => dates('1/3/2011')],
    ['shared-check', () => to('kiem-tra')],
    ['shared-agencies', () => to('tep/co-quan')],
  ], pictures);

  await dates('1/3/2011');
  check('portal: a date before all directives is refused at its field', 'shared', (await page.textContent('.field .error')).includes('sớm hơn ngày') ? [] : ['not told']);
  check('portal: nothing is written', 'shared', same('sums', sums(content), before));
  await dates('31/8/2021');
  const rows = await page.$$eval('tbody th', (all) => all.map((one) => one.textContent));
  check('portal: what changes in each directive is shown', 'shared', rows[0] === 'Cả cổng' && rows.includes('Kế hoạch 4/KH-UBND') ? [] : rows);
  await save(page);
  check('portal: the date is written', 'shared', readFileSync(join(content, 'site.yaml'), 'utf8').includes('as_of: 2021-08-31') ? [] : ['not written']);
  // The preview of the portal follows.
  const preview = await page.getAttribute('nav.wide a[target=_blank]', 'href');
  const site = await open(browser, preview);
  await site.goto(preview);
  await site.waitForFunction(() => document.body.textContent.includes('31/8/2021'));
  await site.context().close();
  await Promise.all([page.waitForNavigation(), page.click('.b-done button')]);
  check('portal: undone to the byte', 'shared', same('sums', sums(content), before));

  await to('don-vi/moi');
  await page.keyboard.press('Tab');
  await page.fill('#f-ten', 'Ban quản lý thử');
  await page.focus('#f-ten');
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  check('portal: an agency is added', 'shared', readFileSync(join(content, 'agencies.yaml'), 'utf8').includes('name: Ban quản lý thử') ? [] : ['not written']);
  await page.context().close();
  await editor.stop();
}

/**
 * The first chapter of the guide, from a double click to the published site; `take(name, page)` takes its pictures. The menu runs on a
 * terminal that `script` makes.
 */
export async function chapter(browser, take = async () => {}) {
  const home = temporary('edit-guide');
  const menu = spawn('script', ['-q', '-e', '-E', 'never', '-c', `'${binary()}' --lang vi`, '/dev/null'], {
    cwd: home, env: { ...process.env, TERM: 'dumb', PATH: '/usr/bin:/bin', BROWSER: 'true' }, stdio: ['pipe', 'pipe', 'ignore'],
  });
  let said = '';
  menu.stdout.on('data', (text) => { said += text; });
  const until = async (wanted) => {
    for (let n = 0; n < 300 && !wanted.test(said); n += 1) await new Promise((done) => setTimeout(done, 100));
    const found = wanted.exec(said);
    if (!found) throw new Error(`${wanted} never appeared: ${said}`);
    return found[0];
  };
  await until(/Kéo thư mục/);
  menu.stdin.write('tien-do\n');
  await until(/1 {2}Nhập liệu/);
  menu.stdin.write('1\n');
  const entrance = await until(/http:\/\/127\.0\.0\.1:\d+\/vao\?k=\w+/);
  const content = join(home, 'tien-do/content');
  const page = await enter(browser, { base: new URL('/', entrance).href, entrance }, { colorScheme: 'light', acceptDownloads: true });
  await take('week', page);

  await page.click('text=Thông tin trang');
  await page.fill('#f-don-vi', 'Ủy ban nhân dân huyện Khe Sậy');
  await page.fill('#f-lien-he', 'Phòng Tổng hợp, 0200 123 4567');
  await page.fill('#f-luu-y', '');
  await save(page);
  const site = readFileSync(join(content, 'site.yaml'), 'utf8');
  check('guide: the office is named', 'chapter 1', [
    ...(site.includes('publisher: Ủy ban nhân dân huyện Khe Sậy\n') ? [] : [site]),
    ...(site.includes('notice:') ? ['the notice of the sample is there'] : []),
  ]);

  await page.click('text=Thêm nhiệm vụ');
  await page.fill('#f-ten', 'Rà soát quỹ đất công chưa sử dụng');
  await page.check('input[name=muc][value="1"]');
  await page.fill('#f-han', '30/6/2025');
  await page.fill('#f-chu-tri', 'tai chinh');
  await page.check('input[name=chu-tri][value=so-tc]');
  await save(page);
  await save(page);
  const record = readFileSync(join(content, 'tasks/1.2.yaml'), 'utf8');
  check('guide: a task is added', 'chapter 1', same('record', record,
    'priority: "1"\ntitle: Rà soát quỹ đất công chưa sử dụng\nkind: deliverable\nlead: so-tc\nlead_source: office\ndue: 2025-06-30\n'));

  await page.click('a.button[href="/viec/1.2"]');
  await page.check('input[name=ngay][value=khac]');
  await page.fill('#f-ngay-khac', '28/3/2025');
  await page.check('input[name=trang-thai][value=in_progress]');
  await page.fill('#f-noi-dung', 'Đã rà soát 12/20 khu đất.');
  await page.click('text=Thêm văn bản mới làm minh chứng');
  await page.fill('#f-vb-so', '21/BC-STC');
  await page.fill('#f-vb-ngay', '28/3/2025');
  await page.setInputFiles('#f-tep', { name: 'Báo cáo quét.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 quét') });
  await page.evaluate(() => { document.activeElement.blur(); scrollTo(0, 0); });
  await take('report', page);
  await page.fill('#f-ngay-khac', '3/28/2025');
  await save(page);
  await take('faults', page);
  await page.fill('#f-ngay-khac', '28/3/2025');
  await save(page);
  const told = await page.textContent('.b-done');
  check('guide: a report with a scan is written', 'chapter 1', [
    ...(told.includes('Ghi tiến độ 1.2') ? [] : [told]),
    ...same('file', readFileSync(join(content, 'attachments/bc-21.pdf'), 'utf8'), '%PDF-1.4 quét'),
  ]);

  await page.click('text=Chốt số liệu');
  await page.fill('#f-chot', '30/4/2025');
  await page.fill('#f-ky-toi', '31/5/2025');
  await save(page);
  check('guide: the data date is set', 'chapter 1', (await page.textContent('main')).includes('30/4/2025') ? [] : ['not shown']);

  await page.click('text=Bàn giao');
  await take('handover', page);
  const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Tải gói bàn giao')]);
  const zip = join(home, 'goi.zip');
  await download.saveAs(zip);
  const listed = execFileSync('python3', ['-c', `import sys, zipfile
zip = zipfile.ZipFile(sys.argv[1])
print(zip.read('trang/nhiem-vu/1.2.html').decode())
print(*zip.namelist(), sep='\\n')`, zip], { encoding: 'utf8' });
  check('guide: the package holds the site with the report', 'chapter 1', [
    'Đã rà soát 12/20 khu đất.', 'trang/attachments/bc-21.pdf', 'phieu-ban-giao.html',
  ].filter((one) => !listed.includes(one)));
  check('guide: silent', 'chapter 1', page.faults.filter((fault) => !/(status|status of) 422|favicon|Autofocus/.test(fault)));
  await page.context().close();

  // The editor ends, the menu comes back, and the site is published to a folder.
  const type = (line) => { said = ''; menu.stdin.write(line); };
  type('\u0003');
  await until(/6 {2}Đăng trang/);
  type('6\n');
  await until(/Kéo thư mục chứa trang/);
  mkdirSync(join(home, 'web'));
  type(`${join(home, 'web')}/\n`);
  await until(/\(c\/k\)|c\/K|\[c/i);
  type('c\n');
  await until(/1 {2}Nhập liệu/);
  const published = join(home, 'web/nhiem-vu/1.2.html');
  check('guide: the site is published to a folder', 'chapter 1', existsSync(published) && readFileSync(published, 'utf8').includes('Đã rà soát 12/20 khu đất.') ? [] : [said]);
  menu.stdin.end('\n');
  await new Promise((done) => menu.on('exit', done));
}

/** Times from the click to the page that says so. */
async function speed(browser) {
  const content = copy('edit-speed');
  const editor = await start(content);
  const page = await enter(browser, editor);
  const times = [];
  for (let n = 0; n < 12; n += 1) {
    await report(page, editor.base, { evidence: false });
    await page.fill('#f-noi-dung', `Lần ${n}`);
    const begun = Date.now();
    await page.click('button.main', { noWaitAfter: true });
    await page.waitForSelector('.b-done');
    times.push(Date.now() - begun);
  }
  times.sort((a, b) => a - b);
  note(`save to seen: median ${times[5]} ms, slowest of ${times.length} ${times.at(-1)} ms`);
  await page.context().close();
  await editor.stop();
}

/** The editor of what the directives of a portal share. */
export const editShared = (browser, pictures) => alone(() => shared(browser, pictures));

/** Runs a part, and ends the editors that it left. */
export async function alone(work) {
  const children = new Set();
  try {
    await running.run(children, work);
  } finally {
    children.forEach((child) => child.kill('SIGKILL'));
  }
}

export const edit = (browser, pictures) => alone(async () => {
  const wanted = await byCommand();
  await clerk(browser, 'script', wanted);
  await clerk(browser, 'no script', wanted);
  await keyboard(browser, wanted);
  await notes(browser);
  await hostile(browser);
  await meanwhile(browser);
  await payloads(browser);
  await looks(browser, pictures);
  await chapter(browser);
  await speed(browser);
});
