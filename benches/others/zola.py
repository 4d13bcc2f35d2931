"""The project for Zola. Tasks and notes are pages with all data in `extra`, since a join by `get_page`
would copy whole pages. `paginate_by` splits lists; the sitemap and the feed of all notes are built in,
and so is the index, as `fuse_json` (not inverted; `elasticlunr` does not support Vietnamese). Agencies,
places and priorities are pages too: as taxonomies, their lists would hold the full text of every note.
Zola cannot choose the name of other files, so feeds of scopes and exports are at `NAME/index.html`, and
every page has its own folder."""
import json
from . import look

SUFFIX = LISTS = "/"


class Dialect:
    END = END_OF_ELSE = "{% endif %}"
    ELSE = "{% else %}"
    PAGER = ('<nav class="pager"><p>Trang {{ paginator.current_index }} / {{ paginator.number_pagers }}</p>'
             '{% if paginator.previous %}<a rel="prev" href="{{ paginator.previous }}">Trước</a>{% endif %}'
             '{% if paginator.next %} <a rel="next" href="{{ paginator.next }}">Sau</a>{% endif %}</nav>')

    def __init__(self, kind="page"):
        self.kind = kind
        self.own = {"title": f"{kind}.title", "description": f"{kind}.description", "address": f"{kind}.permalink",
                    "content": f"{kind}.content"}

    def text(self, text):
        return text

    def path(self, path, local):
        return path if local else self.own.get(path, f"{self.kind}.extra.{path}")

    def loop(self, kind, name, of):
        return f"{{% for {name} in {of} %}}", "{% endfor %}"

    def listed(self, name):
        return f"{{% for p in paginator.pages %}}{{% set {name} = p.extra.row %}}", "{% endfor %}"

    def condition(self, path):
        return f"{{% if {path} %}}"

    def value(self, path):
        return f"{{{{ {path} }}}}"

    def raw(self, path):
        return f"{{{{ {path} | safe }}}}"

    def json(self, path):
        return f"{{{{ {path} | json_encode | safe }}}}"


CONFIG = """base_url = "https://thu.example"
title = "{title}"
default_language = "vi"
generate_feeds = true
feed_filenames = ["index.xml"]
feed_limit = 100
build_search_index = true
[search]
index_format = "fuse_json"
[slugify]
paths = "safe"
taxonomies = "safe"
"""
FEED_OF_ALL = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
<title>{{ config.title }}</title>
<updated>{{ last_updated | date(format="%+") }}</updated>
{% for p in pages %}<entry><title>{{ p.title }}</title><id>urn:thu:note:{{ p.slug }}</id><updated>{{ p.extra.iso }}T00:00:00+07:00</updated>
<link href="{{ p.permalink }}" rel="alternate"/><summary>{{ p.description }}</summary></entry>
{% endfor %}</feed>
"""
# Sections of pages, with their order and pagination.
SECTIONS = {"viec": ("Việc", "Tất cả việc.", 'sort_by = "weight"\npaginate_by = 100', "tasks"),
            "ghi-chep": ("Ghi chép tiến độ", "Tất cả ghi chép, mới nhất ở trên.", 'sort_by = "date"\npaginate_by = 50', "notes")}


def toml(value):
    """Formats a TOML value on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(found)}" for key, found in value.items() if found is not None) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def project(to, site):
    def write(path, text):
        path = to / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def joined(view):
        """Replaces ids by rows, since the templates cannot look them up."""
        shown = {"id", "href", "title", "lead", "due", "label", "tag"}
        row = lambda number: {key: found for key, found in site.task_rows[number].items() if key in shown}
        view = dict(view)
        for key in ["tasks", "supports"]:
            if key in view:
                view[key] = [row(number) for number in view[key]]
        for key in ["notes", "feed"]:
            if key in view:
                view[key] = [site.note_rows[name] for name in view[key]]
        if "months" in view:
            view["months"] = [{**month, "tasks": [row(number) for number in month["tasks"]]} for month in view["months"]]
        return view

    def content(path, kind, view, front="", body=""):
        own = f'title = {toml(view["title"])}\ndescription = {toml(view["description"])}\n'
        extra = "\n".join(f"{key} = {toml(found)}" for key, found in joined(view).items()
                          if key not in ["title", "description", "body"] and found is not None)
        write(f"content/{path}.md", f'+++\n{own}template = "{kind}"\n{front}\n[extra]\n{extra}\n+++\n{body}')

    write("config.toml", CONFIG.format(title=site.settings["title"]))
    for kind in look.KINDS:
        section = kind in ["home", "tasks", "notes"] or kind.startswith("table-")
        write(f"templates/{kind}.html", look.compiled(look.page(kind, site), Dialect("section" if section else "page")))
    write("templates/scope-feed.xml", look.compiled(look.FEED, Dialect()))
    write("templates/index.xml", FEED_OF_ALL)
    for name, rows, columns in [("tasks", site.task_rows, look.TASK_COLUMNS), ("notes", site.note_rows, look.NOTE_COLUMNS)]:
        write(f"{name}.json", json.dumps(list(rows.values()), ensure_ascii=False))
        load = f'{{% set rows = load_data(path="{name}.json") %}}'
        write(f"templates/{name}.json", load + "{{ rows | json_encode | safe }}\n")
        cells = ",".join(f'"{{{{ r.{column} }}}}"' for column in columns)
        write(f"templates/{name}.txt", f"{load}{','.join(columns)}\n{{% for r in rows %}}{cells}\n{{% endfor %}}")
        for form, template in [("json", f"{name}.json"), ("csv", f"{name}.txt")]:
            content(f"{name}-{form}", template, {"title": f"{name}.{form}", "description": ""},
                    f'path = "{name}.{form}"\nin_search_index = false')
    for weight, (number, view) in enumerate(site.tasks.items()):
        content(f"viec/{number}", "task.html", {**view, "row": {k: v for k, v in site.task_rows[number].items()}},
                f'weight = {weight + 1}\npath = "viec/{number}"')
    for name, view in site.notes.items():
        content(f"ghi-chep/{name}", "note.html", {**view, "row": site.note_rows[name]},
                f'date = {view["iso"]}\npath = "ghi-chep/{name}"', view["body"])
    for folder, scopes in site.scopes.items():
        for ident, view in scopes.items():
            content(f"{folder}/{ident}", f"{folder}.html", {**view, "feed": []})
            if view["feed"]:
                feed = {key: view[key] for key in ["title", "newest", "feed"]}
                content(f"tin/{folder}-{ident}", "scope-feed.xml", {**feed, "description": ""},
                        f'path = "{folder}/{ident}.xml"\nin_search_index = false')
    for folder, view in site.tables.items():
        content(f"{folder}/_index", f"table-{folder}.html", view)
    for folder, (title, description, order, kind) in SECTIONS.items():
        content(f"{folder}/_index", f"{kind}.html", {"title": title, "description": description}, order)
    write("content/tin/_index.md", "+++\nrender = false\n+++\n")
    content("thoi-han", "deadlines.html", site.deadlines)
    content("tim-kiem", "search.html", {"title": "Tìm kiếm", "description": "Tìm trên trang."})
    content("_index", "home.html", {**site.home, "feed": []})


def command(binary, project, to):
    return [*binary, "--root", str(project), "build", "--output-dir", str(to)]


# Paths of the feeds, index and exports.
FILES = {"feeds": ["index.xml", "muc/1.xml/index.html", "co-quan/cq-1.xml/index.html"], "words": "search_index.vi.json",
         "tasks": "tasks.json/index.html", "notes": "notes.json/index.html", "tables": ["tasks.csv/index.html", "notes.csv/index.html"]}
