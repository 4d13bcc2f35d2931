#!/usr/bin/env python3
"""Reads the feeds, calendars and data files of a site with independent libraries.

    python tests/readers/readers.py target/debug/tiendo

Builds the sites of `content`, of the fictional province and of a random directive with parts,
targets and handovers, and checks every file with a library that is independent of tiendo. The last
line is "N passed, N failed". No network is used.
"""

import csv
import datetime
import io
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin, urlparse

import feedparser
import icalendar
import openpyxl
import rdflib
from frictionless import Package
from lxml import etree
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF

ROOT = Path(__file__).resolve().parents[2]
ATOM = "{http://www.w3.org/2005/Atom}"
TABLES = ["tasks", "updates", "priorities", "agencies", "places", "documents", "tallies",
          "history", "progress", "changes", "cycles", "corrections"]
# Those whose rows have an id of their own.
RECORDS = ["tasks", "priorities", "agencies", "places", "documents"]
# Tables that a site has only if public records use the key.
FURTHER = ["parts", "targets", "values", "handovers", "sections"]
MARK = b"\xef\xbb\xbf"

passed = failed = 0


def check(name, where, faults):
    """Records one check of one file, which passes if `faults` is empty."""
    global passed, failed
    faults = list(faults)
    if not faults:
        passed += 1
        return
    failed += 1
    print(f"FAILED  {name}: {where}")
    for fault in faults[:8]:
        print(f"          {fault}")
    if len(faults) > 8:
        print(f"          … and {len(faults) - 8} more")


# -- Atom ---------------------------------------------------------------------------------------

DATE = re.compile(r"^\d{4}-\d\d-\d\dT00:00:00\+07:00$")
# Minimum and maximum number of occurrences of an element in its parent (RFC 4287, section 4.1).
FEED = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "author": (1, None), "subtitle": (0, 1),
        "link": (0, None), "entry": (0, None), "generator": (0, 1), "rights": (0, 1),
        "category": (0, None), "icon": (0, 1), "logo": (0, 1), "contributor": (0, None)}
ENTRY = {"id": (1, 1), "title": (1, 1), "updated": (1, 1), "published": (0, 1), "author": (0, None),
         "link": (1, None), "summary": (0, 1), "content": (0, 1), "category": (0, None),
         "rights": (0, 1), "source": (0, 1), "contributor": (0, None)}


def count_children(element, rules):
    tags = [child.tag for child in element if isinstance(child.tag, str)]
    for tag in tags:
        if tag.removeprefix(ATOM) not in rules:
            yield f"{tag} has no place in {element.tag}"
    for name, (least, most) in rules.items():
        n = tags.count(ATOM + name)
        if n < least or (most is not None and n > most):
            yield f"{n} × {name} in {element.tag}"


def iri(text):
    parts = urlparse(text or "")
    return bool(parts.scheme) and not re.search(r"[\s<>\"{}|\\^`]", text)


def atom_rules(site, path, root):
    """Checks the rules of the W3C feed validator that go beyond well-formed XML."""
    if root.tag != ATOM + "feed":
        yield f"not a feed: {root.tag}"
        return
    yield from count_children(root, FEED)
    entries = root.findall(ATOM + "entry")
    if len(entries) > 100:
        yield f"{len(entries)} entries"
    for element in [root, *entries]:
        if element is not root:
            yield from count_children(element, ENTRY)
        if not iri(element.findtext(ATOM + "id")):
            yield f"id is no IRI: {element.findtext(ATOM + 'id')}"
        for tag in ("updated", "published"):
            for date in element.findall(ATOM + tag):
                if not DATE.match(date.text or ""):
                    yield f"{tag} {date.text}"
        for person in element.findall(ATOM + "author"):
            if not (person.findtext(ATOM + "name") or "").strip():
                yield "an author without a name"
        alternates = Counter()
        for link in element.findall(ATOM + "link"):
            rel, href = link.get("rel", "alternate"), link.get("href")
            if not href or not link.get("type"):
                yield "a link without address or type"
                continue
            if rel == "alternate":
                alternates[link.get("type"), link.get("hreflang")] += 1
            base = site.base or f"file:///site/{path}"
            full = urljoin(base if site.base else f"file:///site/{path}", href)
            inside = full.removeprefix(site.base or "file:///site/")
            if inside == full:
                yield f"leads out of the site: {href}"
            elif not (site.folder / (inside or "index.html")).is_file():
                yield f"leads nowhere: {href}"
        if any(n > 1 for n in alternates.values()):
            yield "two alternate links of one type and language"
        for tag in ("title", "summary", "subtitle"):
            for text in element.findall(ATOM + tag):
                if text.get("type", "text") != "text" or len(text) or not (text.text or "").strip():
                    yield f"{tag} is not plain text"
    ids = Counter(entry.findtext(ATOM + "id") for entry in entries)
    yield from (f"{n} entries are called {name}" for name, n in ids.items() if n > 1)
    dates = [entry.findtext(ATOM + "updated") for entry in entries]
    if dates != sorted(dates, reverse=True):
        yield "not newest first"
    newest = dates[0] if dates else None
    if newest and root.findtext(ATOM + "updated") != newest:
        yield "the feed is not dated by its newest entry"
    has_self = any(link.get("rel") == "self" for link in root.findall(ATOM + "link"))
    if bool(site.base) != has_self:
        yield "a self link is there exactly if the site has an address"
    if (root.get("{http://www.w3.org/XML/1998/namespace}base") or "") != (site.base or ""):
        yield "xml:base is not the site's address"


def feeds(site):
    seen = {}
    for path in site.files("tin", ".xml"):
        name = path.relative_to(site.folder).as_posix()
        bytes_ = path.read_bytes()
        try:
            root = etree.fromstring(bytes_)
        except etree.XMLSyntaxError as error:
            check("XML is well-formed", name, [str(error)])
            continue
        check("XML is well-formed", name, [])
        check("Atom follows RFC 4287 and the W3C rules", name, atom_rules(site, name, root))
        read = feedparser.parse(bytes_)
        faults = [] if not read.bozo else [repr(read.bozo_exception)]
        if read.version != "atom10":
            faults.append(f"taken for {read.version}")
        if len(read.entries) != len(root.findall(ATOM + "entry")):
            faults.append(f"{len(read.entries)} entries read")
        check("feedparser reads it without warnings", name, faults)
        faults = []
        for entry in root.findall(ATOM + "entry"):
            key = entry.findtext(ATOM + "id")
            text = etree.tostring(entry, method="c14n")
            if seen.setdefault(key, text) != text:
                faults.append(key)
            for restricted in site.restricted:
                if f":task:{restricted}:" in key:
                    faults.append(f"tells of the restricted task {restricted}")
        check("an id is the same entry in every feed, never of a restricted task", name, faults)
    for name in ("sitemap.xml",):
        if (site.folder / name).exists():
            etree.parse(str(site.folder / name))
            check("XML is well-formed", name, [])


# -- iCalendar ----------------------------------------------------------------------------------

def ics_text(bytes_):
    text = bytes_.decode("utf-8")
    if re.search(r"(?<!\r)\n|\r(?!\n)", text):
        yield "a line does not end with CRLF"
    long = [line for line in bytes_.split(b"\r\n") if len(line) > 75]
    yield from (f"{len(line)} octets: {line[:30]!r}" for line in long)


def calendars(site):
    tasks = {row["id"]: row for row in site.rows("tasks")}
    parts = {(row["task"], row["part"]): row for row in site.rows("parts")} if "parts" in site.tables else {}
    for path in site.files("lich", ".ics"):
        name = path.relative_to(site.folder).as_posix()
        bytes_ = path.read_bytes()
        check("lines follow RFC 5545", name, ics_text(bytes_))
        calendar = icalendar.Calendar.from_ical(bytes_)
        faults = [str(error) for error in calendar.errors]
        for key in ("VERSION", "PRODID", "CALSCALE", "METHOD"):
            if key not in calendar:
                faults.append(f"no {key}")
        uids = Counter()
        for event in calendar.walk("VEVENT"):
            faults += [str(error) for error in event.errors]
            uid = str(event["UID"])
            uids[uid] += 1
            start, end = event.decoded("DTSTART"), event.decoded("DTEND")
            if isinstance(start, datetime.datetime) or end - start != datetime.timedelta(days=1):
                faults.append(f"{uid}: {start} to {end} is not one whole day")
            stamp = event.decoded("DTSTAMP")
            if stamp.utcoffset() != datetime.timedelta(0):
                faults.append(f"{uid}: DTSTAMP is not in UTC")
            of, _, part = uid.split(":task:")[1].removesuffix(":deadline").partition(":part:")
            task = parts[of, part] if part else tasks[of]
            if task["last_good_day"] != start.isoformat():
                faults.append(f"{uid}: {start}, in the data {task['last_good_day']}")
            if task["deadline"] not in str(event["SUMMARY"]):
                faults.append(f"{uid}: {event['SUMMARY']} does not say {task['deadline']}")
            if part and f" – {task['title']} (" not in str(event["SUMMARY"]):
                faults.append(f"{uid}: {event['SUMMARY']} does not name {task['title']}")
            stopped = task["standing"] in ("cancelled", "superseded")
            if str(event["STATUS"]) != ("CANCELLED" if stopped else "CONFIRMED"):
                faults.append(f"{uid}: {event['STATUS']}")
            if ("URL" in event) != bool(site.base):
                faults.append(f"{uid}: an address is there exactly if the site has one")
            match = re.search(r"trước ngày (\d+)/(\d+)/(\d+)", str(event["SUMMARY"]))
            if match:
                day, month, year = map(int, match.groups())
                if end != datetime.date(year, month, day):
                    faults.append(f"{uid}: before {end} is {start}")
        faults += [f"{n} × {uid}" for uid, n in uids.items() if n > 1]
        check("icalendar reads it, all days whole and right", name, faults)
    whole = icalendar.Calendar.from_ical((site.folder / "lich/tat-ca.ics").read_bytes())
    dated = sum(1 for row in tasks.values() if row["last_good_day"])
    # A part due with its task stands where the task stands.
    dated += sum(1 for row in parts.values()
                 if row["last_good_day"] not in (None, tasks[row["task"]]["last_good_day"]))
    check("every deadline with a day is in the calendar", site.name,
          [] if len(whole.walk("VEVENT")) == dated else [f"{len(whole.walk('VEVENT'))} of {dated}"])


# -- Tables -------------------------------------------------------------------------------------

def unguarded(cell):
    return cell[1:] if cell.startswith("'") else cell


def tables(site):
    package = json.loads((site.folder / "du-lieu/datapackage.json").read_bytes())
    schemas = {resource["name"]: resource["schema"]["fields"] for resource in package["resources"]}
    for table in site.tables:
        bytes_ = (site.folder / f"du-lieu/{table}.csv").read_bytes()
        faults = [] if bytes_.startswith(MARK) else ["no byte order mark"]
        if re.search(rb"(?<!\r)\n", re.sub(rb'"[^"]*"', b"", bytes_)):
            faults.append("a line does not end with CRLF")
        rows = list(csv.DictReader(io.StringIO(bytes_.decode("utf-8-sig"), newline="")))
        for row in rows:
            for column, cell in row.items():
                if cell and cell[0] in "=+-@\t\r\n" and not re.fullmatch(r"-\d+(\.\d+)?", cell):
                    faults.append(f"{column} begins like a formula: {cell[:20]!r}")
        check("CSV: mark, line ends, no formula", f"{site.name} {table}", faults)

        whole = json.loads((site.folder / f"du-lieu/{table}.json").read_bytes())
        faults = [key for key in ("version", "as_of", "licence", "notice", "rows") if key not in whole]
        if whole.get("version") != 1 or len(whole["rows"]) != len(rows):
            faults.append(f"version {whole.get('version')}, {len(whole['rows'])} rows, CSV {len(rows)}")
        # The last column of every CSV file is the date that JSON files state at the top.
        fields = {field["name"]: field for field in schemas[table]}
        if list(fields)[-1] != "as_of" or any(row["as_of"] != whole["as_of"] for row in rows):
            faults.append("a row does not end with the as-of date")
        fields.pop("as_of", None)
        for n, (in_json, in_csv) in enumerate(zip(whole["rows"], rows)):
            for column, field in fields.items():
                value, cell = in_json[column], in_csv[column]
                if isinstance(value, list):
                    same = ";".join(value) == cell
                elif value is None:
                    same = cell == ""
                elif isinstance(value, (int, float)):
                    same = float(cell) == value
                else:
                    # Only free text is guarded against formulas, never dates, ids or enum values.
                    same = value == unguarded(cell)
                if not same:
                    faults.append(f"row {n} {column}: {value!r} in JSON, {cell!r} in CSV")
        check("JSON and CSV agree", f"{site.name} {table}", faults)

    for field in (field for fields in schemas.values() for field in fields):
        other = field.get("translations", {}).get("en", {})
        if not all([field.get("title"), field.get("description"), field.get("type"),
                    other.get("title"), other.get("description")]):
            check("every column is explained in both languages", f"{site.name} {field['name']}", ["is not"])
    check("every column is explained in both languages", site.name, [])

    # Without an explicit type, frictionless does not validate the rows of JSON files.
    for resource in package["resources"]:
        if resource["format"] == "json":
            resource["type"] = "table"
    # It cannot read a JSON file without rows at all.
    package["resources"] = [resource for resource in package["resources"]
                            if resource["format"] != "json" or site.rows(resource["name"].split("-")[0])]
    report = Package(package, basepath=str(site.folder / "du-lieu")).validate()
    faults = [str(error) for error in report.errors]
    for task in report.tasks:
        faults += [f"{task.name}: {error.message}" for error in task.errors]
        faults += [f"{task.name}: {warning}" for warning in task.warnings]
        rows = len(site.rows(task.name.split("-")[0]))
        if (task.stats.get("rows") or 0) != rows:
            faults.append(f"{task.name}: {task.stats.get('rows')} rows were looked at, of {rows}")
    files = {resource["path"] for resource in package["resources"]}
    check("frictionless: the package and every table in three forms", f"{site.name}, {len(report.tasks)} tables in {len(files)} files", faults)

    ids = {table: {row["id"] for row in site.rows(table)} for table in RECORDS + ["sections"]
           if table in site.tables}
    faults = []
    for table in site.tables:
        for field in schemas[f"{table}-json"]:
            target = field.get("references", {}).get("table")
            if target:
                for row in site.rows(table):
                    faults += [f"{table}.{field['name']}: {one}" for one in row[field["name"]] if one not in ids[target]]
    for row in site.rows("tallies"):
        target = {"priority": "priorities", "section": "sections", "agency": "agencies", "place": "places"}.get(row["group_type"])
        if target and row["group"] not in ids[target]:
            faults.append(f"tallies: {row['group_type']} {row['group']}")
    check("every id in a list exists", site.name, faults)


def workbook(site):
    path = site.folder / "du-lieu/tiendo.xlsx"
    book = openpyxl.load_workbook(path)
    faults = []
    if len(book.sheetnames) != len(site.tables) + 1:
        faults.append(f"sheets {book.sheetnames}")
    explained = Counter(row[0].value for row in book.worksheets[0].iter_rows() if row[2].value)
    for table, sheet in zip(site.tables, book.worksheets[1:]):
        rows = site.rows(table)
        if sheet.max_row != len(rows) + 1:
            faults.append(f"{sheet.title}: {sheet.max_row - 1} rows of {len(rows)}")
        if not sheet.freeze_panes or not sheet.auto_filter.ref:
            faults.append(f"{sheet.title}: not frozen, or no filter")
        if explained[sheet.title] != sheet.max_column:
            faults.append(f"{sheet.title}: {explained[sheet.title]} columns explained of {sheet.max_column}")
        for row, (cells, record) in enumerate(zip(sheet.iter_rows(min_row=2), rows)):
            for cell, value in zip(cells, record.values()):
                if cell.data_type == "f":
                    faults.append(f"{sheet.title} {cell.coordinate} is a formula")
                found = cell.value
                if isinstance(found, datetime.datetime):
                    found = found.date().isoformat()
                if isinstance(value, list):
                    value = ";".join(value) or None
                if found != value and (found or value):
                    faults.append(f"{sheet.title} {cell.coordinate}: {found!r}, in JSON {value!r}")
    created = book.properties.created.date().isoformat()
    if created != site.as_of:
        faults.append(f"created {created}, not on {site.as_of}")
    check("openpyxl reads the workbook, which agrees with JSON", site.name, faults)


# -- DCAT ---------------------------------------------------------------------------------------

def catalogue(site):
    path = site.folder / "du-lieu/dcat.json"
    here = (site.base or "file:///site/") + "du-lieu/dcat.json"
    graph = rdflib.Graph().parse(data=path.read_bytes(), format="json-ld", publicID=here)
    faults = []

    def one(subject, *properties):
        for wanted in properties:
            if graph.value(subject, wanted) is None:
                faults.append(f"{subject} has no {wanted}")

    catalogs = list(graph.subjects(RDF.type, DCAT.Catalog))
    datasets = list(graph.subjects(RDF.type, DCAT.Dataset))
    distributions = list(graph.subjects(RDF.type, DCAT.Distribution))
    if (len(catalogs), len(datasets)) != (1, 1) or len(distributions) != 2 * len(site.tables) + 1:
        faults.append(f"{len(catalogs)} catalogues, {len(datasets)} datasets, {len(distributions)} distributions")
    for catalog in catalogs:
        one(catalog, DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.dataset)
    for dataset in datasets:
        one(dataset, DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.distribution, DCTERMS.modified)
        one(graph.value(dataset, DCTERMS.publisher), FOAF.name)
    for distribution in distributions:
        one(distribution, DCAT.accessURL, DCAT.downloadURL, DCAT.mediaType, DCTERMS.format, DCAT.byteSize)
        address = str(graph.value(distribution, DCAT.downloadURL))
        file = site.folder / address.removeprefix(site.base or "file:///site/")
        size = int(graph.value(distribution, DCAT.byteSize))
        if not file.is_file() or file.stat().st_size != size:
            faults.append(f"{address}: {size} bytes")
    check("rdflib reads the catalogue; DCAT-AP's mandatory properties are there", site.name, faults)


class Site:
    def __init__(self, name, program, content, folder):
        self.name, self.folder = name, Path(folder) / name
        subprocess.run([program, "build", "--content", ROOT / content, "--output", self.folder],
                       check=True, capture_output=True)
        whole = json.loads((self.folder / "du-lieu/tasks.json").read_bytes())
        self.base, self.as_of = whole["base_url"], whole["as_of"]
        self.tables = TABLES + [name for name in FURTHER if (self.folder / f"du-lieu/{name}.json").exists()]
        self.restricted = [row["id"] for row in whole["rows"] if row["visibility"] == "status_only"]
        self.known = {}

    def rows(self, table):
        if table not in self.known:
            self.known[table] = json.loads((self.folder / f"du-lieu/{table}.json").read_bytes())["rows"]
        return self.known[table]

    def files(self, below, suffix):
        found = sorted((self.folder / below).glob(f"*{suffix}"))
        check(f"there are files in {below}/", self.name, [] if found else ["none"])
        return found


def main():
    program = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        for name, content in (("real", "content"), ("province", "tests/province/content"),
                              ("divided", "tests/records/random/content")):
            site = Site(name, program, content, folder)
            before = passed, failed
            for read in (feeds, calendars, tables, workbook, catalogue):
                try:
                    read(site)
                except Exception as error:  # a reader that raises is a failed check
                    check(f"{read.__name__} can be read", name, [repr(error)])
            print(f"{name}: {passed - before[0]} checks passed, {failed - before[1]} failed")
    print(f"\n{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
