"""The project for Hugo. Tasks and notes are pages, joined by id through two data files (`hugo.Data`),
the fastest way that was found. Its paginator splits lists; feeds, index and exports are output
formats; the sitemap is built in. Front matter is JSON, which it reads faster than YAML. `uglyURLs` is
set, so that no page needs a folder. In plain-text formats only `html` escapes."""
import json
from . import look

SUFFIX, LISTS = ".html", "/"


class Dialect:
    END = END_OF_ELSE = "{{ end }}"
    ELSE = "{{ else }}"
    PAGER = ('{{ with $.Paginator }}<nav class="pager"><p>Trang {{ .PageNumber }} / {{ .TotalPages }}</p>'
             '{{ with .Prev }}<a rel="prev" href="{{ .URL }}">Trước</a>{{ end }}{{ with .Next }} <a rel="next" href="{{ .URL }}">Sau</a>{{ end }}</nav>{{ end }}')
    OWN = {"title": "$.Title", "description": "$.Description", "address": "$.Permalink", "content": "$.Content"}

    def __init__(self, rows="", size=0, plain=False):
        self.rows, self.size, self.plain = rows, size, plain

    def text(self, text):
        return text

    def path(self, path, local):
        return f"${path}" if local else self.OWN.get(path, f"$.Params.{path}")

    def loop(self, kind, name, of):
        if kind == "for":
            return f"{{{{ range ${name} := {of} }}}}", "{{ end }}"
        return f"{{{{ range {of} }}}}{{{{ ${name} := index ${kind}Rows . }}}}", "{{ end }}"

    def listed(self, name):
        return (f"{{{{ range ($.Paginate $.RegularPages {self.size}).Pages }}}}{{{{ ${name} := index ${self.rows}Rows .Params.id }}}}",
                "{{ end }}")

    def condition(self, path):
        return f"{{{{ if {path} }}}}"

    def value(self, path):
        return f"{{{{ {path} | html }}}}" if self.plain else f"{{{{ {path} }}}}"

    def raw(self, path):
        return f"{{{{ {path} }}}}"

    def json(self, path):
        # Inside a script, the template engine escapes values as JSON.
        return f"{{{{ {path} }}}}"


ROWS = "{{ $tasksRows := hugo.Data.tasks }}{{ $notesRows := hugo.Data.notes }}"
CONFIG = """
baseURL = "https://thu.example/"
title = "{title}"
locale = "vi"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS"]
[outputs]
home = ["html", "feed", "tasksjson", "notesjson", "taskscsv", "notescsv"]
section = ["html"]
[markup.goldmark.extensions]
linkify = false
[markup.goldmark.extensions.typographer]
disable = true
[mediaTypes."text/csv"]
suffixes = ["csv"]
[outputFormats]
feed = {{ mediaType = "application/rss+xml", baseName = "index", isPlainText = true }}
tasksjson = {{ mediaType = "application/json", baseName = "tasks", isPlainText = true }}
notesjson = {{ mediaType = "application/json", baseName = "notes", isPlainText = true }}
taskscsv = {{ mediaType = "text/csv", baseName = "tasks", isPlainText = true }}
notescsv = {{ mediaType = "text/csv", baseName = "notes", isPlainText = true }}
"""
# A separate page and not an output format, which would render every note again.
WORDS = """[{{ range $n, $p := where site.RegularPages "Layout" "ne" "words" }}{{ if $n }},
{{ end }}{{ printf `{"u":%s,"t":%s,"w":%s}` (jsonify .RelPermalink) (jsonify .Title) (jsonify .Plain) | safeHTML }}{{ end }}]
"""


def csv(rows, columns):
    cells = ",".join(f'"{{{{ .{name} }}}}"' for name in columns)
    return f"{','.join(columns)}\n{{{{ range hugo.Data.{rows} }}}}{cells}\n{{{{ end }}}}"


def project(to, site):
    def write(path, text):
        path = to / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def content(path, kind, view, **more):
        front = {key: value for key, value in view.items() if key != "body"}
        write(f"content/{path}.md", json.dumps({**front, "layout": kind, **more}, ensure_ascii=False) + "\n" + view.get("body", ""))

    write("hugo.toml", CONFIG.format(title=site.settings["title"]))
    for kind in look.KINDS:
        rows, size = {"tasks": ("tasks", 100), "notes": ("notes", 50)}.get(kind, ("", 0))
        write(f"layouts/{kind}.html", ROWS + look.compiled(look.page(kind, site), Dialect(rows, size)))
    for name in ["muc", "co-quan", "home"]:
        write(f"layouts/{name}.feed.xml", ROWS + look.compiled(look.FEED, Dialect(plain=True)))
    write("layouts/words.html", WORDS)
    for name, columns in [("tasks", look.TASK_COLUMNS), ("notes", look.NOTE_COLUMNS)]:
        write(f"layouts/home.{name}json.json", f"{{{{ hugo.Data.{name} | jsonify }}}}\n")
        write(f"layouts/home.{name}csv.csv", csv(name, columns))
    write("data/tasks.json", json.dumps(site.task_rows, ensure_ascii=False))
    write("data/notes.json", json.dumps(site.note_rows, ensure_ascii=False))
    for weight, (number, view) in enumerate(site.tasks.items()):
        content(f"viec/{number}", "task", view, id=number, weight=weight + 1)
    for name, view in site.notes.items():
        content(f"ghi-chep/{name}", "note", view, id=name, date=view["iso"])
    for folder, scopes in site.scopes.items():
        for ident, view in scopes.items():
            content(f"{folder}/{ident}", folder, view, outputs=["html", "feed"] if view["feed"] else ["html"])
    for folder, view in site.tables.items():
        content(f"{folder}/_index", f"table-{folder}", view)
    content("viec/_index", "tasks", {"title": "Việc", "description": "Tất cả việc."})
    content("ghi-chep/_index", "notes", {"title": "Ghi chép tiến độ", "description": "Tất cả ghi chép, mới nhất ở trên."})
    content("thoi-han/_index", "deadlines", site.deadlines)
    content("tim-kiem/_index", "search", {"title": "Tìm kiếm", "description": "Tìm trên trang."})
    content("words", "words", {"title": "words"}, url="/words.json", sitemap={"disable": True})
    content("_index", "home", site.home)


def command(binary, project, to):
    return [*binary, "--source", str(project), "--destination", str(to), "--quiet"]


# Paths of the feeds, index and exports.
FILES = {"feeds": ["index.xml", "muc/1.xml", "co-quan/cq-1.xml"], "words": "words.json", "tasks": "tasks.json", "notes": "notes.json",
         "tables": ["tasks.csv", "notes.csv"]}
