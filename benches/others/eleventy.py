"""The project for Eleventy. Every kind of page is one JavaScript template that is paginated over ids,
the fastest way that was found: one file per page takes about twice as long, in part quadratically.
Notes are Markdown files, read and rendered by its library (`markdown-it`) at the start; all other data
is JSON, joined by id. Feeds and exports are separate templates; the index holds the rendered words of
each note. Pages have plain file names, so that no page needs a folder."""
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
module.exports = function (config) {
  config.setQuietMode(true);
  return { dir: { input: "content", output: "out" }, templateFormats: ["11ty.js"] };
};
"""
HELP = """
const fs = require("fs");
const md = require("markdown-it")({ html: true }).use(require("markdown-it-footnote"));
const read = (name) => JSON.parse(fs.readFileSync(`${__dirname}/${name}.json`, "utf8"));
const rows = read("rows"), views = read("views");
views.note = {};
for (const name of Object.keys(rows.notes)) {
  const [, front, body] = fs.readFileSync(`${__dirname}/notes/${name}.md`, "utf8").split("---\\n", 3);
  const view = views.note[name] = JSON.parse(front);
  view.content = md.render(body, {});
}
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const special = /[&<>"']/, specials = /[&<>"']/g;
module.exports = {
  rows, views,
  esc: (value) => { const text = String(value); return special.test(text) ? text.replace(specials, (c) => ENTITIES[c]) : text; },
  has: (value) => value !== undefined && value !== null && value !== "" && value !== 0 && value.length !== 0,
  each: (list, show) => { let out = ""; for (const item of list) out += show(item); return out; },
};
"""
USES = 'const { rows, views, esc, has, each } = require("../help.js");\n'
# A page for each record of a kind.
PAGES = USES + """exports.data = { ids: Object.keys(views["%(kind)s"]), pagination: { data: "ids", size: 1, alias: "id" },
  permalink: (data) => `%(folder)s/${data.id}.%(form)s`, eleventyExcludeFromCollections: true };
exports.render = (data) => { const d = views["%(kind)s"][data.id], address = `https://thu.example/%(folder)s/${data.id}.html`; return `%(page)s`; };
"""
# One page.
PAGE = USES + """exports.data = { permalink: "%(at)s.%(form)s", eleventyExcludeFromCollections: true };
exports.render = () => { const d = views.lists["%(kind)s"], address = "https://thu.example/%(at)s.html"; return `%(page)s`; };
"""
# The pages of a long list.
LIST = USES + """exports.data = { ids: Object.values(rows["%(kind)s"]).map((r) => r.id), pagination: { data: "ids", size: %(size)d },
  permalink: (data) => data.pagination.pageNumber ? `%(at)s/${data.pagination.pageNumber + 1}.html` : "%(at)s.html", eleventyExcludeFromCollections: true };
exports.render = (data) => { const d = { ...views.lists["%(kind)s"], pagination: data.pagination }, address = "https://thu.example" + data.page.url; return `%(page)s`; };
"""
FILE = USES.replace("{", "{{").replace("}", "}}") + """exports.data = {{ permalink: "{name}", eleventyExcludeFromCollections: true }};
exports.render = () => {made};
"""
SITEMAP = """`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${each(views.addresses, (at) => `<url><loc>https://thu.example${at}</loc></url>\\n`)}</urlset>
`"""
WORDS = """JSON.stringify([...Object.entries(views.task), ...Object.entries(views.note)].map(([id, v]) => (
  { u: (rows.notes[id] || rows.tasks[id]).href, t: v.title, w: (v.content || "").replace(/<[^>]*>/g, " ") })))"""
CSV = '["{head}", ...Object.values(rows.{rows}).map((r) => {columns}.map((c) => `"${{r[c]}}"`).join(","))].join("\\n")'


def project(to, site):
    def write(path, text):
        path = to / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def template(name, made):
        write(f"content/{name}.11ty.js", made)

    def page(kind):
        return look.compiled(look.page(kind, site), Dialect(kind))

    lists = {"home": site.home, "deadlines": site.deadlines, "search": {"title": "Tìm kiếm", "description": "Tìm trên trang."},
             "tasks": {"title": "Việc", "description": "Tất cả việc."},
             "notes": {"title": "Ghi chép tiến độ", "description": "Tất cả ghi chép, mới nhất ở trên."},
             **{f"table-{name}": view for name, view in site.tables.items()}}
    places = {"home": "index", "deadlines": "thoi-han", "search": "tim-kiem", **{f"table-{name}": name for name in site.tables}}
    addresses = [row["href"] for rows in [site.task_rows, site.note_rows] for row in rows.values()]
    addresses += [f"/{folder}/{ident}.html" for folder, scopes in site.scopes.items() for ident in scopes]
    addresses += [f"/{at}.html" for at in [*places.values(), "viec", "ghi-chep"]]
    feed = look.compiled(look.FEED, Dialect())
    write("package.json", '{"type": "commonjs"}')
    write("eleventy.config.js", CONFIG)
    write("help.js", HELP)
    write("rows.json", json.dumps({"tasks": site.task_rows, "notes": site.note_rows}, ensure_ascii=False))
    write("views.json", json.dumps({"task": site.tasks, **site.scopes, "lists": lists, "addresses": addresses}, ensure_ascii=False))
    for name, view in site.notes.items():
        front = json.dumps({key: value for key, value in view.items() if key != "body"}, ensure_ascii=False)
        write(f"notes/{name}.md", f"---\n{front}\n---\n{view['body']}")
    for kind, folder in [("task", "viec"), ("note", "ghi-chep"), *((folder, folder) for folder in site.scopes)]:
        template(kind, PAGES % {"kind": kind, "folder": folder, "form": "html", "page": page(kind)})
        if folder in ["muc", "co-quan"]:
            template(f"{kind}-feed", PAGES % {"kind": kind, "folder": folder, "form": "xml", "page": feed})
    for kind, at in places.items():
        template(kind, PAGE % {"kind": kind, "at": at, "form": "html", "page": page(kind)})
    template("feed", PAGE % {"kind": "home", "at": "index", "form": "xml", "page": feed})
    for kind, at, size in [("tasks", "viec", 100), ("notes", "ghi-chep", 50)]:
        template(kind, LIST % {"kind": kind, "at": at, "size": size, "page": page(kind)})
    template("sitemap", FILE.format(name="sitemap.xml", made=SITEMAP))
    template("words", FILE.format(name="words.json", made=WORDS))
    for name, columns in [("tasks", look.TASK_COLUMNS), ("notes", look.NOTE_COLUMNS)]:
        template(f"{name}-json", FILE.format(name=f"{name}.json", made=f"JSON.stringify(rows.{name})"))
        template(f"{name}-csv", FILE.format(name=f"{name}.csv", made=CSV.format(head=",".join(columns), rows=name, columns=json.dumps(columns))))


def command(binary, project, to):
    # Load modules from the program's folder, since `markdown-it-footnote` is not part of Eleventy.
    modules = next((folder for folder in pathlib.Path(binary[-1]).resolve().parents if folder.name == "node_modules"), None)
    link = project / "node_modules"
    if modules and not link.exists():
        os.symlink(modules, link)
    return [*binary, f"--output={to}", "--quiet"]


# Paths of the feeds, index and exports.
FILES = {"feeds": ["index.xml", "muc/1.xml", "co-quan/cq-1.xml"], "words": "words.json", "tasks": "tasks.json", "notes": "notes.json",
         "tables": ["tasks.csv", "notes.csv"]}
