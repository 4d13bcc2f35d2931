"""Eleventy: tasks and notes are Markdown files, not gone through a template language first; layouts
are JavaScript functions, the quickest kind it knows; rows are joined by id over two maps. Lists are
split by its pagination, feeds and exports are templates of their own, the index reads each page's
rendered words. Plain names of files, so that no page costs a folder."""
import json, os, pathlib
from . import look

SUFFIX = LISTS = ".html"


class Dialect:
    END, END_OF_ELSE, ELSE = "` : ``}", "`}", "` : `"
    PAGER = ('<nav class="pager"><p>Trang ${d.pagination.pageNumber + 1} / ${d.pagination.pages.length}</p>'
             '${d.pagination.href.previous ? `<a rel="prev" href="${d.pagination.href.previous}">Trước</a>` : ``}'
             '${d.pagination.href.next ? ` <a rel="next" href="${d.pagination.href.next}">Sau</a>` : ``}</nav>')
    OWN = {"address": "address"}

    def __init__(self, rows=""):
        self.rows = rows

    def text(self, text):
        return text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")

    def path(self, path, local):
        return path if local else self.OWN.get(path, f"d.{path}")

    def loop(self, kind, name, of):
        row = f"const {name} = rows.{kind}[id];" if kind != "for" else ""
        return f"${{each({of}, ({'id' if row else name}) => {{{row} return `", "`})}"

    def listed(self, name):
        return f"${{each(d.pagination.items, (id) => {{const {name} = rows.{self.rows}[id]; return `", "`})}"

    def condition(self, path):
        return f"${{has({path}) ? `"

    def value(self, path):
        return f"${{esc({path})}}"

    def raw(self, path):
        return f"${{{path}}}"

    def json(self, path):
        return f"${{JSON.stringify({path})}}"


CONFIG = """
const footnote = require("markdown-it-footnote");
module.exports = function (config) {
  config.setQuietMode(true);
  config.amendLibrary("md", (md) => md.use(footnote));
  return { dir: { input: "content", output: "out", includes: "../layouts", data: "../data" },
    templateFormats: ["md", "11ty.js"], markdownTemplateEngine: false, htmlTemplateEngine: false };
};
"""
HELP = """
const rows = require("./rows.js");
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const special = /[&<>"']/, specials = /[&<>"']/g;
module.exports = {
  rows,
  esc: (value) => { const text = String(value); return special.test(text) ? text.replace(specials, (c) => ENTITIES[c]) : text; },
  has: (value) => value !== undefined && value !== null && value !== "" && value !== 0 && value.length !== 0,
  each: (list, show) => { let out = ""; for (const item of list) out += show(item); return out; },
};
"""
LAYOUT = """
const {{ rows, esc, has, each }} = require("../help.js");
exports.render = (d) => {{ const address = "https://thu.example" + d.page.url; return `{0}`; }};
"""
# A feed for each scope that has one, by the same pagination as lists.
FEED = """
const {{ rows, esc, has, each }} = require("../help.js");
const feeds = require("../feeds.js");
exports.data = {{ feeds, pagination: {{ data: "feeds", size: 1, alias: "f" }}, permalink: (d) => d.f.path, eleventyExcludeFromCollections: true }};
exports.render = ({{ f: d }}) => {{ const address = "https://thu.example" + d.at; return `{0}`; }};
"""
LIST = """
const {{ rows }} = require("../help.js");
exports.data = {{ title: {title}, description: {description}, layout: "{kind}.11ty.js", ids: {ids}, pagination: {{ data: "ids", size: {size} }},
  permalink: (d) => d.pagination.pageNumber ? `{at}/${{d.pagination.pageNumber + 1}}.html` : `{at}.html` }};
exports.render = () => "";
"""
SITEMAP = """
exports.data = { permalink: "sitemap.xml", eleventyExcludeFromCollections: true };
exports.render = (d) => `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${d.collections.all.map((page) => `<url><loc>https://thu.example${page.url}</loc></url>`).join("\\n")}
</urlset>
`;
"""
WORDS = """
exports.data = { permalink: "words.json", eleventyExcludeFromCollections: true };
exports.render = (d) => JSON.stringify(d.collections.all.map((page) => ({ u: page.url, t: page.data.title,
  w: page.content.replace(/<[^>]*>/g, " ") })));
"""
EXPORT = """
const {{ rows }} = require("../help.js");
exports.data = {{ permalink: "{name}", eleventyExcludeFromCollections: true }};
exports.render = () => {{ const found = rows.{rows}; return {made}; }};
"""
CSV = '["{head}", ...Object.values(found).map((r) => {columns}.map((c) => `"${{r[c]}}"`).join(","))].join("\\n")'


def project(to, site):
    def write(path, text):
        path = to / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def content(path, kind, view):
        front = {key: value for key, value in view.items() if key != "body"}
        front.update(layout=f"{kind}.11ty.js", permalink=f"{path}.html")
        write(f"content/{path}.md", "---json\n" + json.dumps(front, ensure_ascii=False) + "\n---\n" + view.get("body", ""))

    def script(path, text):
        write(f"content/{path}.11ty.js", text)

    write("package.json", '{"type": "commonjs"}')
    write("eleventy.config.js", CONFIG)
    write("help.js", HELP)
    write("rows.js", "module.exports = JSON.parse(require('fs').readFileSync(__dirname + '/rows.json', 'utf8'));")
    write("rows.json", json.dumps({"tasks": site.task_rows, "notes": site.note_rows}, ensure_ascii=False))
    feeds = [{**site.home, "path": "index.xml", "at": "/"}] + [
        {**view, "path": f"{folder}/{ident}.xml", "at": f"/{folder}/{ident}.html"}
        for folder, scopes in site.scopes.items() for ident, view in scopes.items() if view["feed"]]
    keys = ["title", "newest", "feed", "path", "at"]
    write("feeds.json", json.dumps([{key: feed[key] for key in keys} for feed in feeds], ensure_ascii=False))
    write("feeds.js", "module.exports = JSON.parse(require('fs').readFileSync(__dirname + '/feeds.json', 'utf8'));")
    for kind in look.KINDS:
        rows = {"tasks": "tasks", "notes": "notes"}.get(kind, "")
        write(f"layouts/{kind}.11ty.js", LAYOUT.format(look.compiled(look.page(kind, site), Dialect(rows))))
    script("feeds", FEED.format(look.compiled(look.FEED, Dialect())))
    script("sitemap", SITEMAP)
    script("words", WORDS)
    for name, columns in [("tasks", look.TASK_COLUMNS), ("notes", look.NOTE_COLUMNS)]:
        script(f"{name}-json", EXPORT.format(name=f"{name}.json", rows=name, made="JSON.stringify(found)"))
        script(f"{name}-csv", EXPORT.format(name=f"{name}.csv", rows=name,
                                            made=CSV.format(head=",".join(columns), columns=json.dumps(columns))))
    for number, view in site.tasks.items():
        content(f"viec/{number}", "task", view)
    for name, view in site.notes.items():
        content(f"ghi-chep/{name}", "note", view)
    for folder, scopes in site.scopes.items():
        for ident, view in scopes.items():
            content(f"{folder}/{ident}", folder, {**view, "feed": []})
    for folder, view in site.tables.items():
        content(folder, f"table-{folder}", view)
    for at, kind, title, description, ids, size in [
            ("viec", "tasks", "Việc", "Tất cả việc.", "Object.values(rows.tasks).map((r) => r.id)", 100),
            ("ghi-chep", "notes", "Ghi chép tiến độ", "Tất cả ghi chép, mới nhất ở trên.", "Object.values(rows.notes).map((r) => r.id)", 50)]:
        script(at, LIST.format(at=at, kind=kind, title=json.dumps(title), description=json.dumps(description), ids=ids, size=size))
    content("thoi-han", "deadlines", site.deadlines)
    content("tim-kiem", "search", {"title": "Tìm kiếm", "description": "Tìm trên trang."})
    content("index", "home", {**site.home, "feed": []})


def command(binary, project, to):
    # What the project loads stands beside the program: `markdown-it-footnote` is no part of it.
    modules = next((folder for folder in pathlib.Path(binary[-1]).resolve().parents if folder.name == "node_modules"), None)
    link = project / "node_modules"
    if modules and not link.exists():
        os.symlink(modules, link)
    return [*binary, f"--output={to}", "--quiet"]


# Where a site's feeds, index and exports lie.
FILES = {"feeds": ["index.xml", "muc/1.xml", "co-quan/cq-1.xml"], "words": "words.json", "tasks": "tasks.json", "notes": "notes.json",
         "tables": ["tasks.csv", "notes.csv"]}
