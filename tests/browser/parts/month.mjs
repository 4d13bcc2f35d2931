// A clerk's month in the browser alone: from the draft of a letter to the package, with 38 tasks, 60 reports with scans, three
// mistakes, a split and a merger. Every click and keystroke is counted, and the time that the machine takes.

import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check, note } from '../lib/report.mjs';
import { binary, temporary } from '../lib/site.mjs';
import { alone, enter, same, start } from './edit.mjs';

const LETTER = `ỦY BAN NHÂN DÂN TỈNH KHE SẬY
Số: 12/KH-UBND

Khe Sậy, ngày 10 tháng 01 năm 2025

KẾ HOẠCH
Phát triển kinh tế - xã hội năm 2025

Chủ tịch Ủy ban nhân dân tỉnh yêu cầu:

1. Sở Tài chính xây dựng phương án điều hành ngân sách, báo cáo Ủy ban nhân dân tỉnh trước ngày 31/3/2025.
2. Sở Xây dựng hoàn thành cầu Khe Sậy trong quý IV/2025. Sở Nông nghiệp và Môi trường lập phương án phòng, chống thiên tai trước ngày 15/5/2025.
3. Sở Y tế, Sở Giáo dục và Đào tạo rà soát nhu cầu thiết bị, hoàn thành trước ngày 30/6/2025.

Nơi nhận:
- Các sở, ngành;
- Lưu: VT.

CHỦ TỊCH

Vàng Thị Lam Giang
`;

const TASKS = 38;
const REPORTS = 60;
const AGENCIES = [['so tai chinh', 'so-tai-chinh'], ['xay dung', 'so-xay-dung'], ['nong nghiep', 'so-nong-nghiep-va-moi-truong'], ['y te', 'so-y-te'], ['giao duc', 'so-giao-duc-va-dao-tao'], ['thanh tra', 'thanh-tra-tinh']];
const WORK = ['Rà soát quỹ đất công', 'Sửa chữa đường liên xã', 'Lập danh mục công trình cấp bách', 'Mua sắm thiết bị trạm y tế', 'Tập huấn cán bộ xã', 'Kiểm tra hồ chứa trước mùa mưa'];

/** The hand of a clerk: what it does to a page is counted. */
class Hand {
  constructor(page) {
    Object.assign(this, { page, clicks: 0, keys: 0, files: 0, pages: 0, waited: 0, slowest: 0 });
  }

  async click(selector) {
    this.clicks += 1;
    await this.page.click(selector);
  }

  /** Clicks a box and types into it. */
  async type(selector, text) {
    this.clicks += 1;
    this.keys += text.length;
    await this.page.fill(selector, text);
  }

  /** Types into a search box and takes the record that is found. */
  async choose(field, text, id) {
    await this.type(`#f-${field}`, text);
    const option = `input[name=${field}][value="${id}"]`;
    await this.waits(() => this.page.waitForSelector(option));
    await this.click(option);
  }

  /** Clicks what leads to another page, and waits for it. */
  async go(selector) {
    this.clicks += 1;
    this.pages += 1;
    await this.waits(() => Promise.all([this.page.waitForNavigation(), this.page.click(selector)]));
  }

  /** A document of the computer is picked: the window of the system takes two clicks. */
  async file(selector, name) {
    this.clicks += 2;
    this.files += 1;
    await this.page.setInputFiles(selector, { name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name} ${'x'.repeat(20_000)}`) });
  }

  async waits(act) {
    const begun = performance.now();
    await act();
    const took = performance.now() - begun;
    this.waited += took;
    this.slowest = Math.max(this.slowest, took);
  }

  /** Opens a task by its number from the first screen. */
  async task(number) {
    if (!await this.page.$('#f-viec')) await this.go('nav a[href="/"]');
    await this.type('#f-viec', number);
    await this.go('.filter button');
  }
}

async function newTask(hand, n, added) {
  const [said, agency] = AGENCIES[n % AGENCIES.length];
  const priority = (n % 3) + 1;
  await hand.go('a[href="/viec/moi"]');
  await hand.type('#f-ten', `${WORK[n % WORK.length]}, đợt ${Math.floor(n / WORK.length) + 1}`);
  await hand.click(`input[name=muc][value="${priority}"]`);
  if (n % 4 === 3) await hand.click('input[name=loai][value=ongoing]');
  else await hand.type('#f-han', n % 2 ? 'quý II/2025' : `${(n % 27) + 1}/5/2025`);
  await hand.choose('chu-tri', said, agency);
  await hand.go('button.main');
  await hand.go('button.main');
  added.push(/Thêm (\d+(?:\.\d+)*)/.exec(await hand.page.textContent('.b-done'))[1]);
}

async function report(hand, task, n, { state = 'in_progress', text = `Đã thực hiện ${n} phần việc theo kế hoạch.` } = {}) {
  await hand.task(task);
  await hand.type('#f-ngay-khac', `${(n % 28) + 1}/3/2025`);
  if (state) await hand.click(`input[name=trang-thai][value=${state}]`);
  await hand.type('#f-noi-dung', text);
  await hand.click('summary:has-text("Thêm văn bản mới")');
  await hand.type('#f-vb-so', `${100 + n}/BC-S${n % 5}`);
  await hand.type('#f-vb-ngay', `${(n % 28) + 1}/3/2025`);
  await hand.file('#f-tep', `quét ${n}.pdf`);
  await hand.go('button.main');
  if (state === 'done') await hand.go('button.main');
}

export const month = (browser) => alone(async () => {
  const home = temporary('month');
  const content = join(home, 'content');
  writeFileSync(join(home, 'thu.txt'), LETTER);
  execFileSync(binary(), ['draft', 'thu.txt', '--output', 'content'], { cwd: home, stdio: 'ignore' });
  const drafted = new Map(['tasks', '.'].flatMap((folder) => readdirSync(join(content, folder), { withFileTypes: true })
    .filter((one) => one.isFile()).map((one) => join(folder, one.name))).map((path) => [path, readFileSync(join(content, path), 'utf8')]));
  const editor = await start(content);
  const page = await enter(browser, editor);
  const hand = new Hand(page);
  const read = (path) => readFileSync(join(content, path), 'utf8');
  const begun = performance.now();
  const part = (what) => {
    note(`${what}: ${hand.clicks} clicks, ${hand.keys} keys, ${hand.files} files, ${hand.pages} pages, waited ${(hand.waited / 1000).toFixed(1)} s, longest ${Math.round(hand.slowest)} ms`);
    for (const name of ['clicks', 'keys', 'files', 'pages', 'waited', 'slowest']) hand[name] = 0;
  };

  // What the letter does not say: who publishes, and an agency that it does not name.
  await hand.go('a[href="/trang"]');
  await hand.type('#f-don-vi', 'Văn phòng Ủy ban nhân dân tỉnh Khe Sậy');
  await hand.type('#f-lien-he', 'Phòng Tổng hợp, 0200 123 4567');
  await hand.go('button.main');
  await hand.go('a[href="/don-vi/moi"]');
  await hand.type('#f-ten', 'Thanh tra tỉnh');
  await hand.go('button.main');
  check('month: the site and a new agency', 'office', [
    ...(read('site.yaml').includes('publisher: Văn phòng Ủy ban nhân dân tỉnh Khe Sậy\n') ? [] : [read('site.yaml')]),
    ...(read('agencies.yaml').endsWith('- id: thanh-tra-tinh\n  name: Thanh tra tỉnh\n') ? [] : [read('agencies.yaml')]),
  ]);
  part('the site and an agency');

  const added = [];
  for (let n = 0; n < TASKS; n += 1) await newTask(hand, n, added);
  check('month: every new task has a number of its own', 'tasks', same('tasks', new Set(added).size, TASKS));
  part(`${TASKS} tasks`);

  const deliverables = added.filter((_, n) => n % 4 !== 3);
  const done = new Set();
  for (let n = 0; n < REPORTS; n += 1) {
    const task = n < TASKS ? added[n] : deliverables[n - TASKS];
    const state = n < TASKS ? 'in_progress' : 'done';
    if (state === 'done') done.add(task);
    await report(hand, task, n, { state });
    const told = await page.textContent('.b-done').catch(() => page.textContent('main'));
    if (!told.includes(`Ghi tiến độ ${task}`)) { check('month: a report is written', task, [told.slice(0, 300)]); return; }
  }
  check('month: every report has its scan', 'reports', same('scans', readdirSync(join(content, 'attachments')).length, REPORTS));
  part(`${REPORTS} reports with scans`);

  // A report that went to another task is taken back at once.
  const [one, two, three] = deliverables;
  const before = read(`tasks/${two}.yaml`);
  await report(hand, two, 80, { text: 'Ghi nhầm sang việc khác' });
  await hand.go('.b-done button');
  check('month: a report to the wrong task is taken back', two, same('record', read(`tasks/${two}.yaml`), before));
  // One that is noticed later is taken back from the list, although the files went on.
  await report(hand, three, 81, { text: 'Số liệu của kỳ trước' });
  await report(hand, one, 82, { text: 'Ghi sau lần nhầm' });
  await hand.go('nav a[href="/thay-doi"]');
  await hand.go('.rows li:nth-child(2) button');
  check('month: an older mistake is taken back, and what followed stays', three, [
    ...(read(`tasks/${three}.yaml`).includes('Số liệu của kỳ trước') ? ['still there'] : []),
    ...(read(`tasks/${one}.yaml`).includes('Ghi sau lần nhầm') ? [] : ['the later report is gone']),
  ]);
  part('two mistakes taken back');

  // A published fact that was wrong is corrected with its reason, in one form.
  await hand.task(one);
  await hand.go('a[href$="/dinh-chinh"]');
  await hand.click('input[name=dieu][value^=text]');
  await hand.type('#f-ly-do', 'Ghi sai số đợt.');
  await hand.type('#f-dung', 'Rà soát quỹ đất công, đợt 1A');
  await hand.go('button.main');
  await hand.go('button.main');
  check('month: a published fact is corrected in one form', one, [
    ...(read(`tasks/${one}.yaml`).includes('title: Rà soát quỹ đất công, đợt 1A\n') ? [] : [read(`tasks/${one}.yaml`)]),
    ...(read(`tasks/${one}.yaml`).includes('reason: Ghi sai số đợt.') ? [] : ['no reason']),
  ]);
  part('a correction');

  // Two tasks become one, and one becomes two.
  await hand.go('nav a[href="/"]');
  const merged = [];
  await newTask(hand, 0, merged);
  const into = async (task, numbers) => {
    await hand.task(task);
    await hand.type('#f-ngay-khac', '29/3/2025');
    await hand.click('input[name=trang-thai][value=superseded]');
    await hand.type('#f-noi-dung', 'Sắp xếp lại theo chỉ đạo.');
    await hand.choose('can-cu', '100/BC-S0', 'bc-100');
    for (const number of numbers) await hand.choose('thay-boi', number, number);
    await hand.go('button.main');
    await hand.go('button.main');
  };
  const old = deliverables.filter((task) => !done.has(task)).slice(0, 3);
  for (const task of old.slice(0, 2)) await into(task, merged);
  const halves = [];
  await newTask(hand, 4, halves);
  await newTask(hand, 8, halves);
  await into(old[2], halves);
  check('month: two tasks become one, and one becomes two', 'merger and split', [
    ...old.slice(0, 2).flatMap((task) => (read(`tasks/${task}.yaml`).includes(`superseded_by: "${merged[0]}"`) || read(`tasks/${task}.yaml`).includes(`superseded_by: ["${merged[0]}"]`) ? [] : [read(`tasks/${task}.yaml`)])),
    ...(halves.every((half) => read(`tasks/${old[2]}.yaml`).includes(half)) ? [] : [read(`tasks/${old[2]}.yaml`)]),
  ]);
  part('a merger and a split');

  await hand.go('a[href="/chot-so-lieu"]');
  await hand.type('#f-chot', '31/3/2025');
  await hand.type('#f-ky-toi', '30/4/2025');
  await hand.go('button.main');
  await hand.go('nav a[href="/ban-giao"]');
  hand.clicks += 1;
  let download;
  await hand.waits(async () => { [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Tải gói bàn giao')]); });
  const zip = join(home, 'goi.zip');
  await download.saveAs(zip);
  part('the data date and the package');

  // What was handed over is compared with; a title that changed needs a reason.
  await hand.task(two);
  await hand.go('a[href$="/sua"]');
  await hand.type('#f-ten', 'Sửa chữa đường liên xã, đợt 7');
  await hand.go('button.main');
  await hand.go('nav a[href="/thay-doi"]');
  await hand.go('text=gói tải về gần nhất');
  check('month: what was published and changed is held', two, (await page.textContent('main')).includes('Phải nêu lý do (1)') ? [] : [await page.textContent('main')]);
  await hand.go('a.button[href*="/ly-do/"]');
  await hand.type('#f-ly-do', 'Đánh số đợt lại theo kế hoạch.');
  await hand.go('button.main');
  await hand.go('button.main');
  check('month: and released by its reason', two, [
    ...((await page.textContent('main')).includes('Phải nêu lý do (0)') ? [] : [await page.textContent('main')]),
    ...(read(`tasks/${two}.yaml`).includes('reason: Đánh số đợt lại theo kế hoạch.') ? [] : [read(`tasks/${two}.yaml`)]),
  ]);
  part('the reason for a change of what was handed over');
  const seconds = (performance.now() - begun) / 1000;
  note(`machine time for the whole month: ${seconds.toFixed(1)} s`);

  const unchanged = [...drafted].filter(([path, text]) => path.startsWith('tasks/') && read(path) !== text).map(([path]) => path);
  check('month: drafted records keep their bytes', 'tasks', unchanged);
    const errors = JSON.parse(execFileSync(binary(), ['check', '--format', 'json', '--content', content], { encoding: 'utf8' }));
  check('month: the records have no error', 'check', same('errors', errors.errors ?? errors.counts?.error ?? 0, 0));
  const listed = execFileSync('python3', ['-c', `import sys, zipfile
names = zipfile.ZipFile(sys.argv[1]).namelist()
print(sum(1 for name in names if name.startswith('trang/attachments/')), 'trang/nhiem-vu/${one}.html' in names)`, zip], { encoding: 'utf8' });
  check('month: the package holds the site and all scans', 'package', same('scans', listed.trim(), `${REPORTS + 1} True`));
  check('month: silent', 'month', page.faults.filter((fault) => !/favicon|Autofocus/.test(fault)));
  await page.context().close();
  await editor.stop();
});
