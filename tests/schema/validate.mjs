// Checks with independent libraries that the schemas of `tiendo schema` agree with `tiendo check`:
// `node validate.mjs`, with TIENDO=/path/of/the/program.
//
// The schemas must accept all valid records: the `content` folder, the province, the starter that
// `init` writes, and every good twin of tests/rules. refused.txt lists the bad twins that a schema
// rejects; the others need a second file, a date or the text after the YAML. TIENDO_BLESS=1 writes
// that list.

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
  // Strict mode reports unknown keywords and keywords without effect.
  const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, allowMatchingProperties: true, strictTypes: false });
  ajv.addVocabulary(['markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions', 'patternErrorMessage', 'errorMessage']);
  const names = readdirSync(join(work, lang));
  verdict(names.length === 9, `${lang}: nine schemas, not ${names}`);
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
// Lock files of Word and Excel are not records.
const kindOf = (path) => path.includes("~$") ? undefined : KINDS.find(([pattern]) => pattern.test(path))?.[1];

function* files(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else yield path;
  }
}

// Validates a file against the schema of its kind. Returns the errors, or 'unreadable' if the file
// is not valid YAML.
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

// The schemas of both languages accept all valid records.
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

// The schemas and content folders that the editor settings name exist.
const settings = JSON.parse(readFileSync(join(work, 'starter/.vscode/settings.json'), 'utf8'));
for (const [schema, glob] of Object.entries(settings['yaml.schemas'])) {
  verdict(existsSync(join(work, 'starter', schema)), `${schema} does not exist`);
  verdict(existsSync(join(work, 'starter', dirname(glob))), `the folder of ${glob} does not exist`);
}

// Good and bad twins of the rules.
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
  verdict(lines(expected).includes(line), `${line} is refused but not listed in refused.txt`);
}
console.log(`twins: ${good} good files accepted, ${new Set(refused).size} bad twins refused, ${unreadable} files are not valid YAML`);

rmSync(work, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
