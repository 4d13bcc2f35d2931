// Runs filters.test.mjs on a site and counts each of its tests as a check.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { check } from '../lib/report.mjs';
import { ROOT } from '../lib/site.mjs';

/** `where` is a folder (opened by file://) or an http address; this process serves it meanwhile. */
export async function filters(where) {
  const child = spawn(process.execPath, ['--test', '--test-reporter=tap', join(ROOT, 'tests/browser/filters.test.mjs')], {
    env: { ...process.env, SITE: where },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => { said += text; });
  const code = await new Promise((done) => { child.on('close', done); });
  // Leaves of the TAP tree: "ok 1 - name". The line of a suite has the name of its file or "in a browser".
  const lines = [...said.matchAll(/^ *(not )?ok \d+ - (.*)$/gm)].filter(([, , name]) => !/^in a browser|\.mjs$/.test(name));
  for (const [, not, name] of lines) check(name, where, not ? [said] : []);
  check('the tests of the filters ran to their end', where, code === 0 && lines.length > 5 ? [] : [`exit ${code}, ${lines.length} tests\n${said}`]);
}
