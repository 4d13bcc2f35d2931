"""Builds the documentation as a site: one book in Vietnamese and one in English, by mdBook.

    python3 docs/book/make.py TIENDO MDBOOK FOLDER

TIENDO is the program, MDBOOK is mdBook, FOLDER is replaced by the site. `sh tests/docs.sh` finds both
and checks every link of the result.

mdBook and not tiendo: a site of tiendo is made of tasks and dated notes, each judged on a day. A
manual is chapters, read in an order or searched, without dates.

The guides and the rules are the files in `docs/`. Three chapters are made of what the program itself
says, so that they cannot differ from it: the keys of the records of its schemas for editors, the
data dictionary of the descriptor that every site publishes, and the method of the page that explains
a site.
"""

import collections
import html
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DOCS = ROOT / "docs"

WORDS = {
    "vi": {
        "title": "tiendo: tài liệu",
        "description": "Hướng dẫn, quy tắc và các trường dữ liệu của tiendo",
        "records": "Các trường của bản ghi",
        "data": "Từ điển dữ liệu mở",
        "method": "Cách đánh giá",
        "records-lead": "Mỗi bảng là một loại tệp hoặc một khối trong tệp. Trình soạn thảo gợi ý đúng "
        "những trường này sau khi chạy `tiendo schema`.",
        "data-lead": "Mỗi trang công bố các bảng dưới đây trong thư mục `du-lieu/`, ở dạng CSV, JSON và "
        "Excel; `datapackage.json` mô tả chúng cho chương trình khác.",
        "method-lead": "Trang này do tiendo viết cho mọi trang công bố (`cach-doc.html`). Các ngưỡng "
        "dưới đây là của dữ liệu mẫu.",
        "key": "Trường",
        "column": "Cột",
        "meaning": "Ý nghĩa",
        "required": "bắt buộc",
        "list": "danh sách",
        "or": "hoặc",
        "one-of": "một trong các từ này",
        "block": "Khối",
        "types": {"string": "chữ", "integer": "số nguyên", "number": "số", "boolean": "true, false"},
    },
    "en": {
        "title": "tiendo: documentation",
        "description": "Guide, rules and data keys of tiendo",
        "records": "Keys of the records",
        "data": "Dictionary of the open data",
        "method": "How progress is judged",
        "records-lead": "Each table is a kind of file or a block in one. Editors offer the same keys after "
        "`tiendo --lang en schema`.",
        "data-lead": "Every site publishes the tables below in its folder `du-lieu/`, as CSV, JSON and "
        "Excel; `datapackage.json` describes them to other programs.",
        "method-lead": "tiendo writes this page for every site (`cach-doc.html`). The thresholds below are "
        "those of the sample.",
        "key": "Key",
        "column": "Column",
        "meaning": "Meaning",
        "required": "required",
        "list": "list",
        "or": "or",
        "one-of": "one of these words",
        "block": "Block",
        "types": {"string": "text", "integer": "whole number", "number": "number", "boolean": "true, false"},
    },
}

# The chapters written by hand: the name in docs/, and its address in the book.
CHAPTERS = {
    "vi": ["huong-dan.md", "thoi-gian-va-nhung.md", "quy-tac.md"],
    "en": ["guide.md", "rules.md"],
}
# Where a kind of record is kept.
FILES = {
    "agencies": "agencies.yaml",
    "directive": "directive.yaml",
    "documents": "documents.yaml",
    "moved-list": "moved.yaml",
    "note": "notes/*.md",
    "places": "places.yaml",
    "publication-list": "publications.yaml",
    "site": "site.yaml",
    "task": "tasks/*.yaml",
}
# The order in which an office meets them.
ORDER = [
    "task", "note", "directive", "agencies", "documents", "places", "site", "moved-list", "publication-list",
]  # fmt: skip


def cell(text):
    """A text in a cell of a table. Signs of Markdown stand for themselves."""
    text = re.sub(r"([\\|*_`<>\[\]])", r"\\\1", " ".join(text.split()))
    return text.replace("{{", "{\u200b{")


def anchor(block):
    return f"block-{block.lower()}"


class Records:
    """The chapter on records, from the schemas for editors."""

    def __init__(self, language, folder):
        self.words = WORDS[language]
        schemas = {path.name.split(".")[0]: json.loads(path.read_text("utf-8")) for path in folder.iterdir()}
        assert sorted(schemas) == sorted(ORDER), f"kinds of records: {sorted(schemas)}"
        self.schemas = schemas
        # Blocks that several kinds of files share are described once.
        self.blocks, self.written = {}, set()
        for schema in schemas.values():
            self.blocks.update(schema.get("definitions", {}))

    def text(self):
        parts = [f"# {self.words['records']}", self.words["records-lead"]]
        for kind in ORDER:
            schema = self.schemas[kind]
            parts.append(f"## {FILES[kind]}\n\n{cell(schema['description'])}.")
            record = schema.get("items", schema)
            if "$ref" in record:
                record = self.block(record)
            waiting = self.table(record, parts)
            while waiting:
                name = waiting.pop(0)
                if name in self.written or "properties" not in self.blocks[name]:
                    continue
                self.written.add(name)
                block = self.blocks[name]
                meaning = cell(block.get("description", ""))
                heading = f"### {self.words['block']} {name.removesuffix('Record')} {{#{anchor(name)}}}"
                parts.append(f"{heading}\n\n{meaning}{'.' if meaning else ''}")
                waiting += self.table(block, parts)
        return "\n\n".join(parts) + "\n"

    def block(self, schema):
        return self.blocks[schema["$ref"].rsplit("/", 1)[1]]

    def table(self, record, parts):
        words, used = self.words, []
        lines = [f"| {words['key']} | {words['meaning']} |", "|---|---|"]
        for key, schema in sorted(record["properties"].items()):
            required = f" ({words['required']})" if key in record.get("required", []) else ""
            form = self.form(schema, used)
            meaning = f"{cell(schema.get('description', ''))} ({form})"
            values = dict(zip(schema.get("enum", []), schema.get("enumDescriptions", [])))
            if values:
                meaning += "".join(f"<br>`{value}`: {cell(text)}" for value, text in values.items() if value)
            lines.append(f"| `{key}`{required} | {meaning} |")
        parts.append("\n".join(lines))
        return used

    def form(self, schema, used):
        """What can stand at a key, in words, and the blocks that it names."""
        words = self.words
        if "$ref" in schema:
            name = schema["$ref"].rsplit("/", 1)[1]
            block = self.blocks[name]
            if "properties" not in block:
                return self.form(block, used)
            used.append(name)
            return f"[{name.removesuffix('Record')}](#{anchor(name)})"
        for many in ("anyOf", "oneOf", "allOf"):
            if many in schema:
                forms = [self.form(one, used) for one in schema[many]]
                forms = list(dict.fromkeys(form for form in forms if form))
                return f" {words['or']} ".join(forms)
        if schema.get("enum"):
            return words["one-of"]
        if "vi" in schema.get("properties", {}):
            return "`{vi: …, en: …}`"
        kinds = schema.get("type", [])
        kinds = [kinds] if isinstance(kinds, str) else kinds
        if "array" in kinds:
            return f"{words['list']}: {self.form(schema.get('items', {}), used)}".removesuffix(": ")
        named = [words["types"][kind] for kind in kinds if kind in words["types"]]
        return f" {words['or']} ".join(named)


def dictionary(language, descriptor):
    """The chapter on open data, from the descriptor of a site."""
    words = WORDS[language]
    parts = [f"# {words['data']}", words["data-lead"]]

    def said(described, key):
        own = described.get("translations", {}).get(language, {})
        return cell(own.get(key) or described.get(key, ""))

    for table in descriptor["resources"]:
        if "fields" not in table.get("schema", {}):
            continue
        parts.append(f"## {table['name']}")
        lines = [f"| {words['column']} | {words['meaning']} |", "|---|---|"]
        for field in table["schema"]["fields"]:
            values = field.get("constraints", {}).get("enum", [])
            meaning = f"**{said(field, 'title')}** ({field['type']}): {said(field, 'description')}"
            meaning += f"<br>{', '.join(f'`{value}`' for value in values)}" if values else ""
            lines.append(f"| `{field['name']}` | {meaning} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def method(language, page):
    """The chapter on the method, from the page of a site."""
    words = WORDS[language]
    main = re.search(r"<main id=\"main\">\s*<h1>.*?</h1>(.*?)</main>", page, re.DOTALL).group(1)
    # Links lead to other pages of that site, and colours are its own.
    main = re.sub(r"</?a\b[^>]*>", "", main)
    main = re.sub(r" (class|id|aria-[a-z]+)=\"[^\"]*\"", "", main)
    # A blank line would end a block of HTML.
    main = re.sub(r"\n\s*\n", "\n", main.strip())
    return f"# {words['method']}\n\n{words['method-lead']}\n\n<div>\n{main}\n</div>\n"


def fold(token):
    """A word without accents and marks around it, as search.js makes it."""
    bare = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFD", token)).replace("đ", "d")
    return re.sub("^[^a-z0-9]+|[^a-z0-9]+$", "", bare)


def fold_search(folder):
    """Replaces the words of the search index, which mdBook takes for English, by folded ones."""
    (path,) = folder.glob("searchindex-*.js")
    before, text, after = re.fullmatch(r"(.*JSON\.parse\(')(.*)('\)\);?\s*)", path.read_text("utf-8"), re.DOTALL).groups()
    search = json.loads(re.sub(r"\\(.)", r"\1", text))
    index = search["index"]
    store = index["documentStore"]
    index["pipeline"] = ["fold"]
    for field in index["fields"]:
        root = {"docs": {}, "df": 0}
        for ref, document in store["docs"].items():
            words = [fold(word) for word in re.split(r"[\s-]+", document[field].lower())]
            counts = collections.Counter(filter(None, words))
            store["docInfo"][ref][field] = counts.total()
            for word, count in counts.items():
                node = root
                for letter in word:
                    node = node.setdefault(letter, {"docs": {}, "df": 0})
                node["docs"][ref] = {"tf": math.sqrt(count)}
                node["df"] += 1
        index["index"][field] = {"root": root}
    text = json.dumps(search, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    text = text.replace("\\", "\\\\").replace("'", "\\'")
    # Both in one file: the page loads the index as soon as something is searched.
    path.write_text((DOCS / "book/search.js").read_text("utf-8") + before + text + after, "utf-8")


def book(language, tiendo, mdbook, work, output):
    words = WORDS[language]
    other = "en" if language == "vi" else "vi"
    source = work / language / "src"
    source.mkdir(parents=True)

    def run(*command):
        subprocess.run([str(part) for part in command], cwd=work, check=True, stdout=subprocess.DEVNULL)

    content = ROOT / ("tests/province/content" if language == "vi" else "tests/english/content")
    run(tiendo, "--lang", language, "schema", work / language / "schema")
    run(tiendo, "build", "--content", content, "--output", work / language / "site")
    site = work / language / "site"
    descriptor = json.loads((site / "du-lieu/datapackage.json").read_text("utf-8"))
    made = {
        "records.md": Records(language, work / language / "schema").text(),
        "data.md": dictionary(language, descriptor),
        "method.md": method(language, (site / "cach-doc.html").read_text("utf-8")),
    }
    for name, text in made.items():
        (source / name).write_text(text, "utf-8")

    summary = [f"# {words['title']}", ""]
    titles = {}
    for name in CHAPTERS[language]:
        text = (DOCS / name).read_text("utf-8")
        titles[name] = re.search(r"^# (.*)$", text, re.MULTILINE).group(1)
        # A chapter of the other book.
        for elsewhere in CHAPTERS[other]:
            if elsewhere not in CHAPTERS[language]:
                page = f"../{other}/{elsewhere.replace('.md', '.html')}"
                text = text.replace(f"]({elsewhere})", f"]({page})")
        (source / name).write_text(text, "utf-8")
    begin, *further = CHAPTERS[language]
    order = [(begin, titles[begin])]
    order += [("records.md", words["records"]), ("method.md", words["method"])]
    order += [(name, titles[name]) for name in further] + [("data.md", words["data"])]
    summary += [f"- [{title}]({name})" for name, title in order]
    (source / "SUMMARY.md").write_text("\n".join(summary) + "\n", "utf-8")
    texts = [(DOCS / name).read_text("utf-8") for name in CHAPTERS[language]]
    pictures = {found for text in texts for found in re.findall(r"\]\((screenshots/[^)]+)\)", text)}
    for picture in sorted(pictures):
        (source / picture).parent.mkdir(exist_ok=True)
        shutil.copyfile(DOCS / picture, source / picture)
    (work / language / "book.toml").write_text(
        "[book]\n"
        f"title = {json.dumps(words['title'], ensure_ascii=False)}\n"
        f"description = {json.dumps(words['description'], ensure_ascii=False)}\n"
        f"language = \"{language}\"\n"
        "[output.html]\n"
        "no-section-label = true\n"
        # It would look for its files at the root of a server.
        'input-404 = ""\n'
        "[output.html.search]\n"
        "use-boolean-and = true\n"
        "[output.html.print]\n"
        "enable = false\n"
        "[output.html.fold]\n"
        "enable = true\n",
        "utf-8",
    )
    (work / language / "theme").mkdir()
    shutil.copyfile(ROOT / "templates/assets/icon.svg", work / language / "theme/favicon.svg")
    run(mdbook, "build", work / language, "--dest-dir", output / language)
    if language == "vi":
        fold_search(output / language)


def main(tiendo, mdbook, folder):
    output = pathlib.Path(folder).resolve()
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as work:
        for language in WORDS:
            book(language, pathlib.Path(tiendo).resolve(), mdbook, pathlib.Path(work), output)
    links = "".join(
        f'<li><a href="{language}/index.html" lang="{language}">{html.escape(words["title"])}</a></li>'
        for language, words in WORDS.items()
    )
    (output / "index.html").write_text(
        "<!doctype html>\n<html lang=vi>\n<meta charset=utf-8>\n"
        '<meta name=viewport content="width=device-width">\n<title>tiendo</title>\n'
        f"<h1>tiendo</h1>\n<ul>{links}</ul>\n",
        "utf-8",
    )


if __name__ == "__main__":
    os.environ.pop("TIENDO_LANG", None)
    main(*sys.argv[1:])
