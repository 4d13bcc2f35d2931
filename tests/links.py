"""Checks every link inside a folder of pages: the file exists, and so does the part that is named.

    python3 tests/links.py FOLDER

One test a page. Links to other websites are not followed.
"""

import pathlib
import sys
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit


class Page(HTMLParser):
    """The ids and the links of a page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.links = set(), []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids |= {given[key] for key in ("id", "name") if given.get(key)}
        self.links += [given[key] for key in ("href", "src") if given.get(key)]


def faults(path, page, pages):
    for link in page.links:
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        target = target / "index.html" if target.is_dir() else target
        if not target.is_file():
            yield f"{link}: no such file"
        elif parts.fragment and target in pages and unquote(parts.fragment) not in pages[target].ids:
            yield f"{link}: no such part"


def main(folder):
    found = sorted(pathlib.Path(folder).resolve().rglob("*.html"))
    pages = {path: Page(path.read_text("utf-8")) for path in found}
    failed, links = 0, 0
    for path, page in pages.items():
        wrong = list(faults(path, page, pages))
        links += len(page.links)
        if wrong:
            failed += 1
            print(f"FAILED  {path.relative_to(pathlib.Path(folder).resolve())}", *wrong[:20], sep="\n  ")
    print(f"{links} links on {len(pages)} pages")
    print(f"{len(pages) - failed} passed, {failed} failed")
    return 1 if failed or not links else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
