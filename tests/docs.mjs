// Asks the search of the Vietnamese documentation, with its own scripts.
//
//   node tests/docs.mjs FOLDER
//
// The last line is the total.

import assert from "node:assert/strict";
import fs from "node:fs";
import vm from "node:vm";

const folder = process.argv[2];
const named = (name) => fs.readdirSync(folder).find((file) => new RegExp(`^${name}-?[0-9a-f]*(\\.min)?\\.js$`).test(file));
// The order of the page: the index comes when something is searched.
const scripts = ["elasticlunr", "searchindex"].map(named);
const context = vm.createContext({ self: {} });
context.window = context;
context.window.search = {};
for (const script of scripts) {
  vm.runInContext(fs.readFileSync(`${folder}/${script}`, "utf8"), context);
}
const { search, elasticlunr } = context.window;
const index = elasticlunr.Index.load(search.index);
const found = (query) => Array.from(index.search(query, search.search_options), (one) => one.ref);

let passed = 0;
let failed = 0;
const test = (name, run) => {
  try {
    run();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}: ${error.message}`);
  }
};
for (const query of ["tiến độ", "đôn đốc", "Cơ quan chủ trì", "site.yaml"]) {
  const bare = query.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  test(query, () => {
    const refs = found(query);
    assert(refs.length > 0, "nothing is found");
    const text = refs.map((ref) => search.index.documentStore.docs[ref].body).join("\n");
    assert(text.toLowerCase().includes(query.toLowerCase()), "what is found does not say it");
    for (const other of [bare, query.toUpperCase(), bare.toUpperCase(), `“${query}”?`]) {
      assert.deepEqual(found(other), refs, other);
    }
  });
}
test("what nobody wrote", () => assert.deepEqual(found("xylophon tiến độ"), []));
test("the words that are marked", () => assert.equal(elasticlunr.stemmer("(Độ,"), "do"));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
