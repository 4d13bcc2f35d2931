// Writes a large content folder: `node big.mjs DIR [tasks] [notes]`. The output depends only on the arguments.
// The content is uneven, so that some pages grow large: one task has 400 entries and thousands of notes, one agency leads
// a third of the tasks, one priority holds a quarter, and hundreds of deadlines fall on one day.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORDS = ('rà soát tổng hợp báo cáo thẩm định trình phê duyệt dự án quy hoạch đầu tư công giải ngân vốn hạ tầng giao thông cấp nước '
  + 'nông thôn mới tiêm chủng giáo dục chuyển đổi số thủ tục hành chính khu công nghiệp môi trường lao động an sinh xã hội '
  + 'ngân sách thu chi kiểm tra giám sát hướng dẫn tập huấn công khai đối thoại doanh nghiệp đất đai đền bù tái định cư').split(' ');

export function writeBig(folder, taskCount = 1000, noteCount = 10000) {
  let seed = 3413;
  const below = (limit) => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  // Picks 0 a third of the time.
  const skewed = (limit) => (below(3) ? below(limit) : 0);
  const phrase = (length) => {
    const text = Array.from({ length }, () => WORDS[below(WORDS.length)]).join(' ');
    return text[0].toUpperCase() + text.slice(1);
  };
  const two = (number) => String(number).padStart(2, '0');
  const day = (from, span) => new Date(Date.UTC(2024, 0, 10 + from + below(span))).toISOString().slice(0, 10);
  const put = (path, text) => writeFileSync(join(folder, path), `${text}\n`);
  for (const below of ['tasks', 'notes', 'attachments']) mkdirSync(join(folder, below), { recursive: true });

  put('site.yaml', `title: Tiến độ Chương trình hành động 01/CTr-UBND
publisher: Văn phòng Ủy ban nhân dân tỉnh thử nghiệm
contact: Tổ theo dõi tiến độ
language: vi
notice: Dữ liệu sinh ra bằng máy để đo độ nặng của trang.
as_of: 2025-06-30
periods: [2024-06-30, 2024-12-31, 2025-06-30]`);
  const priorities = 20;
  put('directive.yaml', `number: 01/CTr-UBND
date: 2024-01-10
place: Nơi thử
subject: Chương trình hành động với một nghìn nhiệm vụ
kind: Chương trình
issuer: Ủy ban nhân dân tỉnh thử nghiệm
signer: {title: Chủ tịch, name: Người Ký}
period: {from: 2024-01-10, to: 2025-12-31}
labels:
  priority: {one: nhóm, many: nhóm}
  task: {one: việc, many: việc}
priorities:
${Array.from({ length: priorities }, (_, index) => `  - {id: "${index + 1}", title: ${phrase(7)}, summary: ${phrase(20)}}`).join('\n')}`);
  const agencies = 60;
  put('agencies.yaml', Array.from({ length: agencies }, (_, index) => `- {id: cq-${index}, name: Cơ quan thứ ${index} ${phrase(3)}, short: CQ ${index}, kind: sở}`).join('\n'));
  const places = 200;
  put('places.yaml', Array.from({ length: places }, (_, index) => `- {id: xa-${index}, name: Xã thứ ${index}, kind: xã}`).join('\n'));
  const documents = 1500;
  put('documents.yaml', Array.from({ length: documents }, (_, index) => `- {id: vb-${index}, symbol: ${index + 1}/BC-UBND, title: ${phrase(9)}, date: ${day(0, 500)}, issuer: Cơ quan thứ ${below(agencies)}, kind: Báo cáo}`).join('\n'));

  const ids = [];
  const perPriority = new Array(priorities + 1).fill(0);
  for (let index = 0; index < taskCount; index += 1) {
    const priority = 1 + (below(4) ? below(priorities) : 0);
    perPriority[priority] += 1;
    const id = `${priority}.${perPriority[priority]}`;
    ids.push(id);
    const ongoing = below(4) === 0;
    const entries = index === 0 ? 400 : below(6);
    const dates = Array.from({ length: entries }, () => day(0, 530)).sort();
    const lines = dates.map((date, at) => {
      const state = ongoing || at < dates.length - 1 ? ['in_progress', 'blocked', 'in_progress'][below(3)] : ['in_progress', 'done', 'done', 'blocked'][below(4)];
      return `  - {date: ${date}, state: ${state}, text: ${phrase(14)}${below(2) ? `, evidence: [vb-${below(documents)}]` : ''}}`;
    });
    put(`tasks/${id}.yaml`, [
      `priority: "${priority}"`,
      `title: ${phrase(6 + below(18))}`,
      `kind: ${ongoing ? 'ongoing' : 'deliverable'}`,
      `lead: cq-${skewed(agencies)}`,
      `support: [cq-${1 + below(agencies - 1)}]`,
      `places: [xa-${skewed(places)}]`,
      ongoing ? '' : `due: ${below(3) ? day(30, 680) : '2025-07-15'}`,
      `documents: [vb-${below(documents)}]`,
      lines.length ? `updates:\n${lines.join('\n')}` : '',
    ].filter(Boolean).join('\n'));
  }
  for (let index = 0; index < noteCount; index += 1) {
    const date = day(0, 530);
    put(`notes/${date}-ghi-chep-${two(index)}.md`, `---
date: ${date}
title: ${phrase(5 + below(8))}
author: cq-${skewed(agencies)}
tasks: ["${ids[skewed(ids.length)]}"]
places: [xa-${skewed(places)}]
---
${phrase(30)}.

- ${phrase(12)}
- ${phrase(9)}, xem [việc](task:${ids[below(ids.length)]}).`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, tasks = 1000, notes = 10000] = process.argv.slice(2);
  if (!folder) throw new Error('usage: node big.mjs DIR [tasks] [notes]');
  writeBig(folder, Number(tasks), Number(notes));
}
