// Runs the Nu HTML checker on every page, style sheet and drawing; errors, warnings and remarks all fail.

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { check } from '../lib/report.mjs';
import { isFragment } from '../lib/site.mjs';

const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// Remarks that do not apply here, with reasons: { matches, because }.
const ALLOWED = [];

export async function nu(site, files = site.files, allowed = ALLOWED) {
  const wanted = files.filter((file) => /\.(html|css|svg)$/.test(file));
  // An embed is checked as part of a page.
  const wrapped = mkdtempSync(join(tmpdir(), 'tiendo-nu-'));
  const place = (file) => {
    if (!isFragment(file)) return join(site.folder, file);
    const page = join(wrapped, file);
    mkdirSync(dirname(page), { recursive: true });
    writeFileSync(page, `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>${file}</title></head><body>${readFileSync(join(site.folder, file), 'utf8')}</body></html>`);
    return page;
  };
  const options = ['-Xss2m', '-jar', jar, '--format', 'json', '--also-check-css', '--also-check-svg'];
  const said = await new Promise((done, failed) => {
    // The exit code is 1 if there are findings.
    execFile('java', [...options, ...wanted.map(place)], { maxBuffer: 1 << 28 }, (error, _, stderr) => {
      if (error?.code === 'ENOENT') failed(new Error(`no Java (${error.message}): apt-get install default-jre-headless`));
      else done(stderr);
    });
  });
  if (!said.startsWith('{')) throw new Error(`the checker did not run: ${said.slice(0, 400)}`);
  const { messages } = JSON.parse(said);
  const faults = new Map(wanted.map((file) => [file, []]));
  for (const { url, type, subType, lastLine, message, extract = '' } of messages) {
    if (allowed.some(({ matches }) => matches.test(message))) continue;
    const path = decodeURIComponent(new URL(url).pathname);
    const file = relative(path.startsWith(wrapped) ? wrapped : site.folder, path);
    faults.get(file).push(`${subType ?? type}, line ${lastLine}: ${message} ${extract.trim().slice(0, 100)}`);
  }
  for (const [file, list] of faults) check('Nu HTML checker', `${site.name} ${file}`, list);
}
