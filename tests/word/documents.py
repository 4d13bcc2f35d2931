"""Reads the documents of `tiendo report` and `tiendo remind --format docx` with python-docx: the form
of Decree 30/2020/NĐ-CP, real tables with repeated headers, texts as written. Then prints them with
LibreOffice and counts the pages.

    python documents.py TIENDO

TIENDO_SKIP_LIBREOFFICE=1 skips LibreOffice.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import docx
import pypdf
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

HERE = pathlib.Path(__file__).resolve().parent
CONTENTS = {
    "directive": HERE.parent.parent / "content",
    "province": HERE.parent / "province" / "content",
    "ledger": HERE.parent / "ledger" / "content",
}
passed = failed = 0


def expect(what, is_so, story=""):
    global passed, failed
    if is_so:
        passed += 1
    else:
        failed += 1
        print(f"FAILED  {what}\n{story}")


class Office:
    def __init__(self, tiendo):
        self.tiendo = tiendo
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="tiendo-word-"))

    def write(self, name, content, *arguments):
        command = [self.tiendo, *arguments, "--content", str(content), "--output", name, "--replace"]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, timeout=120)
        if done.returncode != 0:
            raise RuntimeError(f"{command}: {(done.stdout + done.stderr)[:1500]}")
        return self.folder / name

    def pages(self, *files):
        """The texts of the pages of each file, as LibreOffice prints them."""
        profile = f"-env:UserInstallation=file://{self.folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(self.folder)]
        subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=300)
        readers = [pypdf.PdfReader(file.with_suffix(".pdf")) for file in files]
        return [[page.extract_text() for page in reader.pages] for reader in readers]


def spans(document):
    """Every run of the body, in tables too."""
    paragraphs = list(document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                paragraphs.extend(cell.paragraphs)
    return [run for paragraph in paragraphs for run in paragraph.runs if run.text.strip()]


def is_ruled(table):
    borders = table._tbl.tblPr.find(qn("w:tblBorders"))
    inside = None if borders is None else borders.find(qn("w:insideH"))
    return inside is not None and inside.get(qn("w:val")) == "single"


def form(name, document):
    """What every document has in common."""
    section = document.sections[0]
    expect(f"{name}: A4", abs(section.page_width - Mm(210)) < Mm(0.2) and abs(section.page_height - Mm(297)) < Mm(0.2))
    for side, least, most in [("top", 20, 25), ("bottom", 20, 25), ("left", 30, 35), ("right", 15, 20)]:
        margin = getattr(section, f"{side}_margin")
        expect(f"{name}: margin {side}", Mm(least - 0.1) <= margin <= Mm(most + 0.1), str(margin.mm))
    expect(f"{name}: the first page has a header of its own", section.different_first_page_header_footer)
    expect(f"{name}: the first page has no number", section.first_page_header.paragraphs[0].text == "")
    number = section.header.paragraphs[0]
    expect(f"{name}: the number is centred", number.alignment == WD_ALIGN_PARAGRAPH.CENTER)
    expect(f"{name}: the number is a field", "PAGE" in number._p.xml)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    fonts = defaults.find(".//" + qn("w:rFonts"))
    for script in ["ascii", "hAnsi", "cs", "eastAsia"]:
        expect(f"{name}: Times New Roman ({script})", fonts.get(qn(f"w:{script}")) == "Times New Roman")
    runs = spans(document)
    sizes = {run.font.size for run in runs}
    expect(f"{name}: 11 to 14 points", sizes <= {Pt(11), Pt(12), Pt(13), Pt(14)}, str(sizes))
    expect(f"{name}: no other font", all(run.font.name is None for run in runs))
    for paragraph in document.paragraphs:
        if paragraph.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY:
            first = paragraph.paragraph_format
            expect(f"{name}: first line", Mm(9.5) < first.first_line_indent < Mm(13), paragraph.text)
            expect(f"{name}: space above", first.space_before >= Pt(6), paragraph.text)
    head, *_, foot = [table for table in document.tables if not is_ruled(table)]
    left, right = head.rows[0].cells
    expect(f"{name}: the state", right.paragraphs[0].text == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    expect(f"{name}: the motto", right.paragraphs[1].text == "Độc lập - Tự do - Hạnh phúc")
    expect(f"{name}: both are bold", all(run.bold for line in right.paragraphs for run in line.runs))
    expect(f"{name}: the office", left.paragraphs[0].text.isupper() and left.paragraphs[0].runs[0].bold)
    left, right = head.rows[1].cells
    expect(f"{name}: a number to fill in", left.paragraphs[0].text.startswith("Số: ……/"), left.text)
    expect(f"{name}: a day to fill in", right.text.endswith("ngày …… tháng …… năm ……") and right.paragraphs[0].runs[0].italic, right.text)
    left, right = foot.rows[-1].cells
    copies = left.paragraphs[0].runs[0]
    expect(f"{name}: copies", copies.text == "Nơi nhận:" and copies.bold and copies.italic and copies.font.size == Pt(12))
    expect(f"{name}: their list", left.paragraphs[1].runs[0].font.size == Pt(11))
    expect(f"{name}: signer", right.paragraphs[0].runs[0].bold and right.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER)
    for table in filter(is_ruled, document.tables):
        first, *rest = [row._tr.trPr for row in table.rows]
        expect(f"{name}: repeated header", first.find(qn("w:tblHeader")) is not None)
        expect(f"{name}: one header only", all(row.find(qn("w:tblHeader")) is None for row in rest))
        expect(f"{name}: no row is split", all(row.find(qn("w:cantSplit")) is not None for row in [first, *rest]))
        widths = {len(row.cells) for row in table.rows}
        expect(f"{name}: a table is a table", widths == {len(table.columns)} and len(table.rows) > 1)
    whole = "\n".join(run.text for run in runs)
    expect(f"{name}: the notice stays", "Dữ liệu tiến độ minh họa" in whole or name.startswith("ledger"), whole[:600])
    properties = document.core_properties
    expect(f"{name}: properties", bool(properties.title) and properties.author != "unknown", str(properties.title))


def documents(office, is_printed):
    files = {}
    for name, content in CONTENTS.items():
        files[name, "page"] = office.write(f"{name}-page.docx", content, "report")
        files[name, "full"] = office.write(f"{name}-full.docx", content, "report", "--full")
    province = CONTENTS["province"]
    files["province", "english"] = office.write("english.docx", province, "report", "--lang", "en")
    files["province", "agency"] = office.write("agency.docx", province, "report", "--agency", "so-nguon-luc")
    files["province", "letter"] = office.write(
        "letter.docx", province, "remind", "--agency", "ubnd-dong-vong", "--format", "docx")
    files["crowded", "page"] = office.write("crowded.docx", crowded(office), "report")
    for (name, kind), file in files.items():
        if kind != "english" and name != "crowded":
            form(f"{name} {kind}", docx.Document(file))
    for name in CONTENTS:
        paragraphs = docx.Document(files[name, "full"]).paragraphs
        [annex] = [paragraph for paragraph in paragraphs if paragraph.text == "PHỤ LỤC"]
        expect(f"{name} full: the annex begins a page", annex.paragraph_format.page_break_before)
    letter = docx.Document(files["province", "letter"])
    lines = [paragraph.text for paragraph in letter.paragraphs]
    expect("letter: to whom", "Kính gửi: Ủy ban nhân dân huyện Đồng Vọng" in lines, str(lines))
    if not is_printed:
        return
    printed = dict(zip(files, office.pages(*files.values())))
    for (name, kind), pages in printed.items():
        if kind in ("page", "english", "agency"):
            expect(f"{name} {kind}: one page", len(pages) == 1, f"{len(pages)} pages:\n" + "\n---\n".join(pages))
        if kind == "full":
            expect(f"{name} full: pages after the first are numbered",
                   len(pages) > 1 and all(page.lstrip().startswith(str(n)) for n, page in enumerate(pages[1:], 2)))
    # An edited and saved document is still one: LibreOffice keeps the header rows.
    again = office.folder / "again"
    command = ["soffice", f"-env:UserInstallation=file://{office.folder}/profile", "--headless",
               "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(again), str(files["province", "full"])]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    saved = docx.Document(again / "province-full.docx")
    heads = [table for table in saved.tables if table.rows[0]._tr.find(".//" + qn("w:tblHeader")) is not None]
    expect("LibreOffice saves the header rows", len(heads) >= 6, str(len(heads)))


def crowded(office):
    """Content with more than a page holds: many tasks, long names, every kind of change."""
    content = office.folder / "crowded"
    (content / "tasks").mkdir(parents=True)
    long = "Rà soát, hoàn thiện, trình cấp có thẩm quyền ban hành quy định về phân công, phân cấp, ủy quyền " * 3
    name = "Ban Quản lý các dự án đầu tư xây dựng công trình giao thông, nông nghiệp và phát triển nông thôn"

    def write(path, record):
        # JSON is YAML.
        (content / path).write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")

    write("site.yaml", {"title": "T", "publisher": f"Văn phòng {name}", "contact": "a", "notice": long, "periods": ["2024-05-31"]})
    write("directive.yaml", {
        "number": "999/QĐ-UBND-" + "X" * 40, "kind": "Quyết định", "date": "2024-03-01", "place": name,
        "issuer": f"Ủy ban nhân dân {name}", "subject": long,
        "priorities": [{"id": "1", "title": "Một"}],
    })
    write("agencies.yaml", [{"id": f"a{n}", "name": f"{name} {n}"} for n in range(30)])
    write("places.yaml", [])
    write("documents.yaml", [])
    ledgers = [
        {"due": "2024-05-01", "updates": [{"date": "2024-04-01", "state": "blocked", "text": long}]},
        {"due": "2024-06-10", "updates": [{"date": "2024-06-01", "state": "in_progress", "text": "Tốt"}]},
        {"due": "2024-06-15"},
        {"due": "2024-07-01", "updates": [{"date": "2024-06-03", "state": "done", "text": "Xong"}]},
        {"due": "2024-06-01", "updates": [{"date": "2024-04-01", "text": "Tốt"}]},
    ]
    for n in range(150):
        task = {"priority": "1", "title": f"{long}{n}", "kind": "deliverable", "lead": [f"a{n % 30}", f"a{(n + 7) % 30}"]}
        write(f"tasks/1.{n + 1}.yaml", task | ledgers[n % 5])
    return content


def main():
    office = Office(str(pathlib.Path(sys.argv[1]).resolve()))
    is_printed = os.environ.get("TIENDO_SKIP_LIBREOFFICE") != "1"
    if not is_printed:
        print("SKIPPED (TIENDO_SKIP_LIBREOFFICE=1): the documents were not printed.")
    try:
        documents(office, is_printed)
    except Exception as error:  # a part that raises is a failure
        expect("documents", False, repr(error))
    finally:
        shutil.rmtree(office.folder, ignore_errors=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
