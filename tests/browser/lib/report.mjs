// Counts checks and records failures. A check examines one property of one page in one setting.

import { AsyncLocalStorage } from 'node:async_hooks';

const SHOWN_PER_GROUP = 25;
// Parts run in parallel, so each has its own results.
const running = new AsyncLocalStorage();
let passed = 0;
let failed = 0;

function groupOf(name) {
  const { groups } = running.getStore();
  if (!groups.has(name)) groups.set(name, { passed: 0, failures: [] });
  return groups.get(name);
}

/** Records one check, which passes if the list of sentences `faults` is empty. */
export function check(name, where, faults) {
  const group = groupOf(name);
  if (faults.length === 0) {
    group.passed += 1;
    passed += 1;
  } else {
    group.failures.push({ where, faults });
    failed += 1;
  }
}

/** Adds a line about a measurement to the part's results. */
export function note(line) {
  running.getStore().notes.push(line);
}

/** Runs one part of the suite and prints its results; an exception counts as a failure. */
export async function part(title, work) {
  const start = Date.now();
  const [groups, notes] = [new Map(), []];
  await running.run({ groups, notes }, async () => {
    try {
      await work();
    } catch (error) {
      check(title, 'the check itself', [String(error.stack ?? error)]);
    }
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`\n${title} (${seconds} s)`);
  notes.forEach((line) => console.log(`  ${line}`));
  for (const [name, group] of groups) {
    console.log(`  ${group.failures.length ? 'FAILED' : 'ok    '} ${name}: ${group.passed} of ${group.passed + group.failures.length}`);
    for (const { where, faults } of group.failures.slice(0, SHOWN_PER_GROUP)) {
      console.log(`         ${where}`);
      for (const fault of faults.slice(0, 6)) console.log(`           ${fault}`);
      if (faults.length > 6) console.log(`           … and ${faults.length - 6} more`);
    }
    const hidden = group.failures.length - SHOWN_PER_GROUP;
    if (hidden > 0) console.log(`         … and on ${hidden} more`);
  }
}

/** Prints the last line and returns the exit code. */
export function finish() {
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}
