// Whether the schemas that `tiendo schema` writes say what `tiendo check` says, judged by libraries
// that know neither: `node validate.mjs`, with TIENDO=/path/of/the/program.
//
// What is right must be accepted: the real records, the province, what `init` lays down, every good
// twin of tests/rules. Which bad twins a schema can refuse by itself stands in refused.txt; the
// others need a second file, a date or the text behind the YAML. TIENDO_BLESS=1 writes that list.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { parseAllDocuments } from 'yaml';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const TIENDO = resolve(ROOT, process.env.TIENDO ?? 'target/release/tiendo');
let passed = 0;
let failed = 0;
const verdict = (fine, story) => {
  if (fine) passed += 1;
  else { failed += 1; console.log(`FAILED  ${story}`); }
};

const work = mkdtempSync(join(tmpdir(), 'tiendo-schema-'));
const tiendo = (...words) => execFileSync(TIENDO, words, { cwd: work, encoding: 'utf8' });
const schemas = {};
for (const lang of ['vi', 'en']) {
  tiendo('schema', lang, '--lang', lang);
  // Strict: an unknown keyword, or one that does nothing where it stands, is a fault of ours.
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, allowMatchingProperties: true, strictTypes: false });
  ajv.addVocabulary(['markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions', 'patternErrorMessage', 'errorMessage']);
  const names = readdirSync(join(work, lang));
  verdict(names.length === 8, `${lang}: eight schemas, not ${names}`);
  for (const name of names) {
    try {
      schemas[`${lang}/${name}`] = ajv.compile(JSON.parse(readFileSync(join(work, lang, name), 'utf8')));
      passed += 1;
    } catch (error) {
      verdict(false, `${lang}/${name}: ${error.message}`);
    }
  }
}

const KINDS = [
  [/^site\.yaml$/, 'site'], [/^directive\.yaml$/, 'directive'], [/^agencies\.yaml$/, 'agencies'],
  [/^places\.yaml$/, 'places'], [/^documents\.yaml$/, 'documents'], [/^tasks\/[^/]+\.yaml$/, 'task'],
  [/^notes\/[^/]+\.md$/, 'note'],
];
// A lock that Word or Excel left behind is no record.
const kindOf = (path) => path.includes("~$") ? undefined : KINDS.find(([pattern]) => pattern.test(path))?.[1];

function* files(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield path;
  }
}

// What the schema of its kind says about a file: [] if it is accepted, 'unreadable' if a reader of
// YAML stops before.
function judge(path, kind, lang = 'vi') {
  let text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  if (kind === 'note') {
    const front = text.match(/^---\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/);
    if (!front) return 'unreadable';
    text = front[1];
  }
  const documents = parseAllDocuments(text, { version: '1.2' });
  if (documents.length !== 1 || documents[0].errors.length > 0) return 'unreadable';
  let value;
  try { value = documents[0].toJS(); } catch { return 'unreadable'; }
  const validate = schemas[`${lang}/${kind}.schema.json`];
  return validate(value) ? [] : validate.errors.map((e) => `${e.instancePath} ${e.message}`);
}

// Everything right is accepted, under the words of either language.
tiendo('init', 'starter');
const counts = {};
for (const [name, folder] of [['real', join(ROOT, 'content')], ['province', join(ROOT, 'tests/province/content')], ['starter', join(work, 'starter/content')]]) {
  counts[name] = 0;
  for (const path of files(folder)) {
    const kind = kindOf(relative(folder, path));
    if (!kind) continue;
    counts[name] += 1;
    for (const lang of ['vi', 'en']) {
      const said = judge(path, kind, lang);
      verdict(said.length === 0, `${relative(ROOT, path)} is refused: ${said}`);
    }
  }
}
console.log(`records: ${Object.entries(counts).map(([name, n]) => `${n} ${name}`).join(', ')}`);

// What an editor is told to use is there.
const settings = JSON.parse(readFileSync(join(work, 'starter/.vscode/settings.json'), 'utf8'));
for (const [schema, glob] of Object.entries(settings['yaml.schemas'])) {
  verdict(existsSync(join(work, 'starter', schema)), `${schema} is not there`);
  verdict(existsSync(join(work, 'starter', dirname(glob))), `${glob} leads nowhere`);
}

// The twins of the rules.
const refused = [];
let good = 0;
let unreadable = 0;
for (const code of readdirSync(join(ROOT, 'tests/rules')).sort()) {
  const rule = join(ROOT, 'tests/rules', code);
  if (!statSync(rule).isDirectory()) continue;
  for (const twin of readdirSync(rule).sort()) {
    const folder = join(rule, twin);
    if (!statSync(folder).isDirectory()) continue;
    for (const path of files(folder)) {
      const kind = kindOf(relative(folder, path));
      if (!kind) continue;
      const said = judge(path, kind);
      if (said === 'unreadable') unreadable += 1;
      else if (twin.startsWith('good')) {
        good += 1;
        verdict(said.length === 0, `${relative(ROOT, path)} is refused: ${said}`);
      } else if (said.length > 0) {
        refused.push(`${code}/${twin}`);
      }
    }
  }
}
const list = [...new Set(refused)].map((line) => `${line}\n`).join('');
const known = join(HERE, 'refused.txt');
if (process.env.TIENDO_BLESS === '1') writeFileSync(known, list);
const expected = existsSync(known) ? readFileSync(known, 'utf8') : '';
const lines = (text) => text.split('\n').filter(Boolean);
for (const line of new Set([...lines(expected), ...lines(list)])) {
  verdict(lines(list).includes(line), `${line} is no longer refused`);
  verdict(lines(expected).includes(line), `${line} is refused and does not stand in refused.txt`);
}
console.log(`twins: ${good} good files accepted, ${new Set(refused).size} bad twins refused, ${unreadable} files that a reader of YAML itself refuses`);

rmSync(work, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
