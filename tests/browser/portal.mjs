// Writes the content folder of a portal: `node portal.mjs DIR`. The letter of this repository as it is, and eleven
// generated directives (resolutions, plans, letters) that name the same agencies and places, some with parts, periodic
// reports and targets, one settled, one that hands a task over to another.

import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './lib/site.mjs';

const REAL = 'cv-3413-2021';
const KINDS = [['nq', 'NQ-HĐND', 'Nghị quyết'], ['kh', 'KH-UBND', 'Kế hoạch'], ['cv', 'UBND-TH', 'Công văn']];

export function writePortal(folder) {
  const real = join(ROOT, 'content');
  const directive = (id) => join(folder, 'directives', id);
  for (const name of ['agencies.yaml', 'places.yaml']) cpSync(join(real, name), join(folder, name), { recursive: true });
  for (const name of ['directive.yaml', 'documents.yaml', 'tasks', 'notes']) cpSync(join(real, name), join(directive(REAL), name), { recursive: true });
  const site = readFileSync(join(real, 'site.yaml'), 'utf8');
  writeFileSync(join(folder, 'site.yaml'), site.replace(/^title:.*$/m, 'title: Tiến độ thực hiện các văn bản chỉ đạo'));
  const ids = (name) => [...readFileSync(join(real, name), 'utf8').matchAll(/^\s*-?\s*id:\s*"?([a-z0-9.-]+)/gm)].map(([, id]) => id);
  const [agencies, places] = [ids('agencies.yaml').slice(0, 12), ids('places.yaml').slice(0, 6)];
  for (let n = 1; n <= 11; n += 1) {
    const [prefix, symbol, kind] = KINDS[n % 3];
    const id = `${prefix}-${n}-2021`;
    mkdirSync(join(directive(id), 'tasks'), { recursive: true });
    mkdirSync(join(directive(id), 'notes'), { recursive: true });
    const put = (path, text) => writeFileSync(join(directive(id), path), `${text}\n`);
    const end = n === 1 ? '2021-08-31' : '2022-12-31';
    put('directive.yaml', `number: ${n}/${symbol}\nkind: ${kind}\nissuer: Cơ quan thử\ndate: 2021-0${1 + n % 7}-15\nsubject: Nội dung thử số ${n} để kiểm tra cổng nhiều văn bản\nperiod: {from: 2021-01-15, to: ${end}}\nlabels:\n  priority: {one: nhóm, many: nhóm}\npriorities:\n  - {id: a, title: Nhóm việc thứ nhất}\n  - {id: b, title: Nhóm việc thứ hai}`);
    put('documents.yaml', `- {id: bc-${n}, symbol: ${n}/BC, title: Báo cáo kết quả số ${n}, date: 2021-08-20}`);
    const agency = (k) => agencies[(n + k) % agencies.length];
    const place = (k) => places[(n + k) % places.length];
    for (let k = 1; k <= 6; k += 1) {
      const due = `2021-${String(8 + (n + k) % 5).padStart(2, '0')}-${String(5 + 2 * k).padStart(2, '0')}`;
      const done = n === 1 || k % 3 === 0;
      const entry = done ? `{date: 2021-08-20, state: done, evidence: [bc-${n}], text: Đã xong.}` : `{date: 2021-08-1${k % 9}, state: in_progress, text: "Đang làm bước ${k}."}`;
      const more = k === 4 && places.length > 1 ? `places: [${place(0)}, ${place(1)}]\nparts: places\n` : '';
      const target = k === 5 ? 'targets:\n  - {title: Tỷ lệ, unit: "%", at_least: 90, values: [{date: 2021-08-19, value: 82.5}]}\n' : '';
      const related = k === 2 && n > 2 ? `related: [${REAL}/1.1]\n` : '';
      put(`tasks/${k}.yaml`, `title: Việc thử thứ ${k} của văn bản số ${n}\npriority: ${k < 4 ? 'a' : 'b'}\nkind: deliverable\nlead: ${agency(k)}\ndue: ${due}\n${more}${target}${related}updates:\n  - ${more && done ? `{date: 2021-08-20, part: all, state: done, evidence: [bc-${n}]}` : entry}`);
    }
    if (n !== 1) put('tasks/7.yaml', `title: Báo cáo định kỳ của văn bản số ${n}\npriority: b\nkind: ongoing\nlead: ${agency(7)}\nreports: {every: month, by: 25}\nupdates:\n  - {date: 2021-08-2${n % 5}, part: 2021-08, state: done}`);
    put(`notes/2021-08-20-ghi-chep.md`, `---\ntitle: Ghi chép của văn bản số ${n}\ndate: 2021-08-20\ntasks: ["1"]\n---\nXem thêm [việc của công văn](task:${REAL}/1.1).`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writePortal(process.argv[2]);
