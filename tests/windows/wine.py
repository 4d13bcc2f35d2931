"""Runs tiendo.exe under Wine, beside the program for this system, on the same folders.

    python3 tests/windows/wine.py TIENDO TIENDO.EXE FOLDER

FOLDER is for Wine's prefix and is used again. The last line is the total. `tests/windows.sh` builds
the program and calls this.

What the two programs write must be the same bytes. What Windows alone does (other programs that have
a file open, read-only files, long paths, reserved names) is tried on the program for Windows.
"""

import contextlib
import filecmp
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.error
import urllib.request
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
WINE = shutil.which("wine64") or "/usr/lib/wine/wine64"
WINESERVER = shutil.which("wineserver") or "/usr/lib/wine/wineserver64"
# Libraries that every Windows 10 has.
OF_WINDOWS = {
    "advapi32", "bcrypt", "bcryptprimitives", "combase", "crypt32", "gdi32", "iphlpapi", "kernel32", "msvcrt", "ncrypt",
    "netapi32", "ntdll", "ole32", "oleaut32", "pdh", "powrprof", "psapi", "rpcrt4", "secur32", "shell32",
    "shlwapi", "user32", "userenv", "ucrtbase", "version", "winmm", "winspool.drv", "ws2_32",
}  # fmt: skip

tests = []


def test(function):
    tests.append(function)
    return function


class Answer:
    """What a command printed, and how it ended."""

    def __init__(self, code, out, err):
        self.code = code
        self.out = out.decode("utf-8", "replace").replace("\r\n", "\n")
        self.err = err.decode("utf-8", "replace").replace("\r\n", "\n")

    @property
    def text(self):
        return self.out + self.err

    def __repr__(self):
        return f"code {self.code}\n{self.text}"


class Machine:
    """Both programs, and a folder for one test."""

    def __init__(self, linux, windows, home, work):
        self.linux, self.windows, self.home, self.work = linux, windows, home, work
        self.hold = home / "hold.exe"
        self.environment = {
            **os.environ,
            "WINEPREFIX": str(home / "prefix"),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
            "LC_ALL": "C.UTF-8",
        }
        for name in ("TIENDO_LANG", "RUST_BACKTRACE"):
            self.environment.pop(name, None)

    def prepare(self):
        """Makes the prefix, with the library that Wine 8 lacks."""
        if not (self.home / "ready").exists():
            shutil.rmtree(self.home / "prefix", ignore_errors=True)
            subprocess.run([WINE, "wineboot", "--init"], env=self.environment, check=True, timeout=300)
            (self.home / "ready").touch()
        library = self.home / "prefix/drive_c/windows/system32/bcryptprimitives.dll"
        library.unlink(missing_ok=True)
        here = pathlib.Path(__file__).parent
        gcc = "x86_64-w64-mingw32-gcc"
        # Wine's own services print into whatever started them first, so they are started here, and stay.
        quiet = {"env": self.environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run([WINESERVER, "--persistent"], **quiet)
        bare = ["-shared", "-nostdlib", "-Wl,-e,DllMain"]
        subprocess.run([gcc, *bare, "-o", library, here / "bcryptprimitives.c", "-ladvapi32"], check=True)
        subprocess.run([gcc, "-o", self.hold, here / "hold.c", "-lshell32"], check=True)
        # On Windows, a dot hides nothing.
        dots = ["reg", "add", "HKCU\\Software\\Wine", "/v", "ShowDotFiles", "/d", "Y", "/f"]
        subprocess.run([WINE, *dots], **quiet, timeout=300)

    def end(self):
        """Ends all that runs in the prefix."""
        subprocess.run([WINESERVER, "--kill"], env=self.environment)

    def folder(self, name):
        folder = self.work / name
        folder.mkdir(parents=True)
        return folder

    def wine(self, *arguments, cwd, typed=b"", timeout=120):
        return self.run([WINE, self.windows, *arguments], cwd, typed, timeout)

    def native(self, *arguments, cwd, typed=b"", timeout=120):
        return self.run([self.linux, *arguments], cwd, typed, timeout)

    def run(self, command, cwd, typed, timeout):
        command = [str(part) for part in command]
        done = subprocess.run(
            command, cwd=cwd, input=typed, env=self.environment, capture_output=True, timeout=timeout
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    @contextlib.contextmanager
    def started(self, *arguments, cwd):
        """A running tiendo.exe with its lines."""
        command = [WINE, str(self.windows), *map(str, arguments)]
        child = subprocess.Popen(
            command, cwd=cwd, env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, start_new_session=True,
        )  # fmt: skip
        try:
            yield child
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()

    @contextlib.contextmanager
    def held(self, path, milliseconds, *how):
        """A file that another program has open."""
        child = subprocess.Popen(
            [WINE, str(self.hold), str(path), str(milliseconds), *how],
            env=self.environment, stdout=subprocess.PIPE,
        )  # fmt: skip
        try:
            assert child.stdout.readline().strip() == b"held", path
            yield
        finally:
            child.wait()

    def both(self, name, *arguments, content, typed=b"", code=0):
        """Runs a command with both programs, each on its own copy of a folder. Returns the copies."""
        answers, folders = [], []
        for which, run in (("linux", self.native), ("windows", self.wine)):
            folder = self.work / f"{name}-{which}"
            if not folder.exists():
                shutil.copytree(content, folder / "content")
            folders.append(folder)
            answers.append(run(*arguments, cwd=folder, typed=typed))
        assert answers[0].code == code, answers[0]
        assert answers[1].code == code, answers[1]
        one, other = (plain(answer.text) for answer in answers)
        assert one == other, f"printed otherwise:\n{one}\n--- Windows\n{other}"
        assert_same(*folders)
        return folders


def plain(text):
    """What is printed, with one kind of slash: paths may be printed as the system writes them. Times
    differ."""
    return re.sub(r"\d+[.,]\d+ (giây|s\b)", "TIME", text.replace("\\", "/"))


def files(folder, hidden=False):
    found = (path for path in folder.rglob("*") if path.is_file())
    names = {str(path.relative_to(folder)) for path in found}
    return {name for name in names if hidden or not any(part.startswith(".") for part in name.split("/"))}


def assert_same(one, other):
    """Two folders hold the same files with the same bytes, hidden ones aside."""
    assert files(one) == files(other), files(one) ^ files(other)
    different = [name for name in sorted(files(one)) if not filecmp.cmp(one / name, other / name, False)]
    assert not different, f"{len(different)} files differ: {different[:5]}"


PROVINCE = ROOT / "tests/province/content"
ENGLISH = ROOT / "tests/english/content"
REAL = ROOT / "content"


@test
def the_program_needs_only_what_windows_has(m):
    shown = subprocess.run(["x86_64-w64-mingw32-objdump", "-p", m.windows], capture_output=True, text=True)
    needed = {name.lower().removesuffix(".dll") for name in re.findall(r"DLL Name: (\S+)", shown.stdout)}
    needed = {name for name in needed if not name.startswith("api-ms-win-")}
    assert needed and needed <= OF_WINDOWS, needed - OF_WINDOWS


@test
def the_program_carries_icon_manifest_and_version(m):
    program = m.windows.read_bytes()
    for part in (b"longPathAware", b"activeCodePage", "FileDescription".encode("utf-16le")):
        assert part in program, part
    icon = (ROOT / "windows/tiendo.ico").read_bytes()
    # The first picture begins where the directory says.
    at = int.from_bytes(icon[18:22], "little")
    assert icon[at : at + 200] in program, "the icon"


@test
def version_help_and_wrong_use(m):
    folder = m.folder("help")
    for arguments in (["--version"], ["--help"], ["--lang", "en", "build", "--help"], ["buidl"], ["explain", "--rule"]):
        one, other = m.native(*arguments, cwd=folder), m.wine(*arguments, cwd=folder)
        assert one.code == other.code, (arguments, one, other)
        assert plain(one.text).replace("tiendo.exe", "tiendo") == plain(other.text).replace("tiendo.exe", "tiendo")


@test
def records_are_checked_alike(m):
    m.both("check", "check", content=REAL)
    m.both("check-json", "check", "--format", "json", content=PROVINCE)
    m.both("status", "status", content=REAL)
    m.both("explain", "explain", "1.3", content=REAL)


@test
def the_site_is_the_same_to_the_byte(m):
    for name, content in (("real", REAL), ("province", PROVINCE), ("english", ENGLISH)):
        one, other = m.both(f"build-{name}", "build", content=content)
        manifest = (one / "output/manifest.txt").read_bytes()
        assert manifest == (other / "output/manifest.txt").read_bytes() and manifest
        again = m.wine("build", cwd=other)
        assert again.code == 0 and (other / "output/manifest.txt").read_bytes() == manifest, again


@test
def a_first_folder(m):
    for language in ("vi", "en"):
        one, other = m.folder(f"init-{language}-linux"), m.folder(f"init-{language}-windows")
        for folder, run in ((one, m.native), (other, m.wine)):
            assert run("--lang", language, "init", "tien-do", cwd=folder).code == 0
        assert_same(one, other)
        for folder, run in ((one, m.native), (other, m.wine)):
            content = folder / "tien-do"
            content = content / "content" if (content / "content").is_dir() else content
            answer = run("build", "--content", content.relative_to(folder), cwd=folder)
            assert answer.code == 0, answer
        assert_same(one, other)


@test
def a_letter_becomes_a_draft(m):
    for letter in sorted((ROOT / "tests/draft").glob("*.txt")):
        folders = []
        for which, run in (("linux", m.native), ("windows", m.wine)):
            folder = m.folder(f"draft-{letter.stem}-{which}")
            shutil.copy(letter, folder / "văn bản.txt")
            answer = run("draft", "văn bản.txt", cwd=folder)
            folders.append((folder, answer))
        (one, first), (other, second) = folders
        assert first.code == second.code and plain(first.text) == plain(second.text), (first, second)
        assert_same(one, other)


@test
def records_are_continued_alike(m):
    steps = [
        ["new", "task", "1.99", "--title", "Việc thử có dấu", "--priority", "1", "--due", "30/11/2021"],
        ["update", "1.3", "--on", "2021-12-20", "--text", "Đã gửi báo cáo lần hai.", "--recorded", "2021-12-21"],
        ["extend", "1.99", "--decided", "2021-12-01", "--due", "31/12/2021", "--document", "cv-3413"],
        ["update", "1.99", "--on", "2021-12-22", "--state", "đang làm", "--dry-run"],
        ["undo"],
        ["undo", "--list"],
        ["check", "--fix"],
    ]
    for step in steps:
        one = None
        for which, run in (("linux", m.native), ("windows", m.wine)):
            folder = m.work / f"continue-{which}"
            if not folder.exists():
                shutil.copytree(REAL, folder / "content")
            answer = run(*step, cwd=folder)
            # The list of changes names the time of each.
            text = re.sub(r"\d\d?:\d\d(:\d\d)?", "TIME", plain(answer.text))
            one = one or (answer.code, text)
        assert one == (answer.code, text), (step, one, answer)
        assert_same(m.work / "continue-linux", m.work / "continue-windows")
    changed = files(m.work / "continue-windows/content") - files(REAL)
    assert changed == {"tasks/1.99.yaml"}, changed


@test
def trackers_reports_and_letters(m):
    one, other = m.both("papers", "export", "sổ theo dõi.xlsx", content=REAL)
    for arguments in (
        ["import", "sổ theo dõi.xlsx"],
        ["report", "--output", "báo cáo.docx"],
        ["report", "--full", "--output", "đầy đủ.docx"],
        ["remind", "--agency", "so-khdt"],
        ["export", "sổ theo dõi.xlsx", "--replace"],
        ["diff", "--from", "2021-09-30"],
        ["forecast", "--as-of", "2022-01-31"],
        ["schema", "luoc-do"],
        ["man", "man"],
    ):
        m.both("papers", *arguments, content=REAL)
    assert {"báo cáo.docx", "đầy đủ.docx"} <= files(other)
    letter = ["remind", "--agency", "so-nguon-luc", "--format", "docx", "--output", "đôn đốc.docx"]
    _, other = m.both("letter", *letter, content=PROVINCE)
    assert "đôn đốc.docx" in files(other)


@test
def a_tracker_adds_tasks(m):
    # The tracker of the province, read into records that have none of its tasks.
    source = m.folder("tracker")
    assert m.native("export", "so.xlsx", "--content", PROVINCE, cwd=source).code == 0
    for which, run in (("linux", m.native), ("windows", m.wine)):
        folder = m.folder(f"tracker-{which}")
        shutil.copytree(REAL, folder / "content")
        shutil.copy(source / "so.xlsx", folder)
        answer = run("import", "so.xlsx", "--new", "--write", "--skip-faulty", "--on", "2021-12-20", cwd=folder)
        answers = (answer.code, plain(answer.text)) if which == "linux" else answers
    assert answers == (answer.code, plain(answer.text)), (answers, answer)
    assert_same(m.work / "tracker-linux", m.work / "tracker-windows")


@test
def packages_are_the_same_to_the_byte(m):
    one, other = m.both("package", "package", "--zip", "bàn giao.zip", content=REAL)
    for folder, run in ((one, m.native), (other, m.wine)):
        assert run("verify", "bàn giao.zip", cwd=folder).code == 0
    assert zipfile.ZipFile(other / "bàn giao.zip").testzip() is None


@test
def packages_at_once_wait_for_each_other(m):
    folder = m.folder("at-once")
    shutil.copytree(REAL, folder / "content")
    for round in range(4):
        command = [WINE, str(m.windows), "package", "--zip", "goi.zip"]
        started = [
            subprocess.Popen(command, cwd=folder, env=m.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            for _ in range(5)
        ]
        for child in started:
            said, _ = child.communicate(timeout=300)
            assert child.returncode == 0, (round, said.decode("utf-8", "replace"))
        assert m.native("verify", "goi.zip", cwd=folder).code == 0
    assert files(folder, True) == files(folder), files(folder, True) - files(folder)


@test
def a_folder_is_published_and_rolled_back(m):
    for which, run in (("linux", m.native), ("windows", m.wine)):
        folder = m.folder(f"publish-{which}")
        shutil.copytree(REAL, folder / "content")
        (folder / "máy chủ").mkdir()
        settings = folder / "content/site.yaml"
        settings.write_text(settings.read_text("utf-8") + '\ntargets:\n  - {name: o, kind: folder, path: "máy chủ"}\n', "utf-8")
        for arguments in (["build"], ["publish", "--yes"]):
            assert (answer := run(*arguments, cwd=folder)).code == 0, answer
        first = (folder / "máy chủ/manifest.txt").read_bytes()
        answer = run("update", "1.3", "--on", "2021-12-20", "--text", "Thêm một lần.", cwd=folder)
        assert answer.code == 0, answer
        for arguments in (["build"], ["publish", "--yes"]):
            assert (answer := run(*arguments, cwd=folder)).code == 0, answer
        assert (folder / "máy chủ/manifest.txt").read_bytes() != first
        assert run("verify", "máy chủ", cwd=folder).code == 0
        assert (answer := run("rollback", "--yes", cwd=folder)).code == 0, answer
        assert (folder / "máy chủ/manifest.txt").read_bytes() == first
        assert run("verify", "máy chủ", cwd=folder).code == 0
    assert_same(m.work / "publish-linux/máy chủ", m.work / "publish-windows/máy chủ")


@test
def what_begins_with_a_dot_is_hidden(m):
    folder = m.folder("hidden")
    shutil.copytree(REAL, folder / "content")
    (folder / "noi-dang").mkdir()
    settings = folder / "content/site.yaml"
    settings.write_text(settings.read_text("utf-8") + "\ntargets:\n  - {name: o, kind: folder, path: noi-dang}\n", "utf-8")
    for _ in range(2):
        update = ["update", "1.3", "--on", "2021-12-20", "--text", "Thêm một lần."]
        for arguments in (update, ["build"], ["publish", "--yes"], ["undo"]):
            assert (answer := m.wine(*arguments, cwd=folder)).code == 0, answer
    dotted = {path for path in folder.rglob(".*") if path.name != ".gitignore"}
    assert len(dotted) >= 3, dotted
    for path in [*dotted, settings]:
        shown = m.run([WINE, "attrib", path.relative_to(folder)], folder, b"", 60).out
        attributes, found, _ = shown.partition(path.name)
        assert found and ("H" in attributes.split("Z:")[0]) == (path in dotted), (path, shown)


def lines_until(child, mark):
    said = ""
    while mark not in said:
        line = child.stdout.readline().decode("utf-8", "replace")
        assert line, said
        said += line
    return said


def fetched(address, headers=None, data=None):
    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_):
            return None

    opener = urllib.request.build_opener(Stay)
    try:
        answer = opener.open(urllib.request.Request(address, headers=headers or {}, data=data), timeout=30)
    except urllib.error.HTTPError as refused:
        answer = refused
    return answer.status if hasattr(answer, "status") else answer.code, answer.headers, answer.read()


@test
def the_preview_answers_and_follows(m):
    folder = m.folder("serve")
    shutil.copytree(REAL, folder / "content")
    with m.started("serve", "--port", "0", cwd=folder) as child:
        said = lines_until(child, "http://127.0.0.1:")
        port = re.search(r"http://127\.0\.0\.1:(\d+)", said).group(1)
        address = f"http://127.0.0.1:{port}/nhiem-vu/1.3.html"
        status, _, page = fetched(address)
        assert status == 200 and "kích thích tăng trưởng" in page.decode()
        assert fetched(address, {"Host": "example.org"})[0] != 200
        path = folder / "content/tasks/1.3.yaml"
        path.write_text(path.read_text("utf-8").replace("kích thích", "thúc đẩy"), "utf-8")
        for _ in range(100):
            if "thúc đẩy tăng trưởng" in fetched(address)[2].decode():
                break
            time.sleep(0.1)
        else:
            raise AssertionError("a saved record is not followed")


@test
def the_editor_answers_and_writes(m):
    folder = m.folder("edit")
    shutil.copytree(REAL, folder / "content")
    with m.started("edit", "--port", "0", cwd=folder) as child:
        said = lines_until(child, "/vao?k=")
        entrance = re.search(r"http://127\.0\.0\.1:\d+/vao\?k=\S+", said).group(0)
        origin = entrance.split("/vao")[0]
        assert fetched(origin + "/")[0] != 200, "nobody enters without the key"
        status, headers, _ = fetched(entrance)
        assert status == 303, status
        cookie = {"Cookie": headers["set-cookie"].split(";")[0]}
        status, _, page = fetched(origin + "/", cookie)
        assert status == 200 and b"<form" in page or b"href" in page
        for link in ("/kiem-tra", "/thay-doi", "/ban-giao"):
            status = fetched(origin + link, cookie)[0]
            assert status in (200, 404), (link, status)


@test
def the_menu_of_a_double_click(m):
    folder = m.folder("menu")
    shutil.copytree(REAL, folder / "content")
    program = f"'{WINE}' '{m.windows}'"
    command = ["script", "-q", "-e", "-E", "never", "-c", program, "/dev/null"]
    child = subprocess.Popen(
        command, cwd=folder, env={**m.environment, "TERM": "xterm"}, stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    try:
        time.sleep(4)
        # The third item builds; an empty line ends.
        child.stdin.write(b"3\r")
        child.stdin.flush()
        for _ in range(300):
            if (folder / "output/manifest.txt").exists():
                break
            time.sleep(0.1)
        else:
            os.killpg(child.pid, signal.SIGKILL)
            raise AssertionError(child.stdout.read().decode("utf-8", "replace")[-2000:])
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


@test
def vietnamese_names_and_blanks(m):
    folder = m.folder("Thư mục có dấu cách")
    shutil.copytree(REAL, folder / "nội dung năm 2021")
    arguments = ["build", "--content", "nội dung năm 2021", "--output", "trang đã dựng"]
    answer = m.wine(*arguments, cwd=folder)
    assert answer.code == 0 and (folder / "trang đã dựng/index.html").is_file(), answer
    one = m.native("build", "--content", "nội dung năm 2021", "--output", "khác", cwd=folder)
    assert one.code == 0
    assert_same(folder / "trang đã dựng", folder / "khác")


@test
def paths_over_260_characters(m):
    folder = m.folder("long")
    deep = folder / "/".join(["thu-muc-rat-sau-ben-trong-o-mang-cua-van-phong"] * 6)
    deep.mkdir(parents=True)
    assert len(str(deep)) > 280
    shutil.copytree(REAL, deep / "content")
    inside = deep.relative_to(folder)
    content = ["--content", inside / "content"]
    for arguments in (
        ["check", *content],
        ["build", *content, "--output", inside / "output"],
        ["build", *content, "--output", inside / "output"],
        ["update", "1.3", "--on", "2021-12-20", "--text", "Đường dẫn dài.", *content],
        ["new", "task", "1.99", "--title", "Việc", "--priority", "1", *content],
        ["undo", *content],
        ["export", inside / "so.xlsx", *content],
        ["export", inside / "so.xlsx", "--replace", *content],
        ["package", "--zip", inside / "goi.zip", *content],
        ["report", "--output", inside / "bao-cao.docx", *content],
    ):
        answer = m.wine(*arguments, cwd=folder)
        assert answer.code == 0, (arguments, answer)
    assert "Đường dẫn dài." in (deep / "content/tasks/1.3.yaml").read_text("utf-8")
    assert m.native("verify", deep / "output", cwd=folder).code == 0


@test
def reserved_names_are_refused(m):
    folder = m.folder("reserved")
    shutil.copytree(REAL, folder / "content")
    for arguments, code in (
        (["new", "task", "con", "--title", "Việc", "--priority", "1"], 2),
        (["new", "task", "aux.1", "--title", "Việc", "--priority", "1"], 2),
    ):
        one, other = m.native(*arguments, cwd=folder), m.wine(*arguments, cwd=folder)
        assert (one.code, plain(one.text)) == (other.code, plain(other.text)) and one.code != 0, (one, other)
    for name in ("chấm.", "cách "):
        answer = m.wine("build", "--output", name, cwd=folder)
        assert answer.code != 0 and "dấu chấm" in answer.text, answer
    assert not (folder / "chấm").exists()
    answer = m.wine("build", "--output", "C:\\", cwd=folder)
    assert answer.code != 0 and "name a folder" not in answer.text, answer
    assert files(folder / "content") == files(REAL)


@test
def lines_that_end_as_on_windows(m):
    source = m.folder("crlf-source")
    shutil.copytree(REAL, source / "content")
    for path in (source / "content").rglob("*"):
        if path.suffix in (".yaml", ".md"):
            path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    one, other = m.both("crlf", "build", content=source / "content")
    m.both("crlf", "update", "1.3", "--on", "2021-12-20", "--text", "Thêm.", content=source / "content")
    text = (other / "content/tasks/1.3.yaml").read_bytes()
    assert text.count(b"\n") == text.count(b"\r\n") and b"Th" in text


@test
def read_only_files(m):
    folder = m.folder("read-only")
    shutil.copytree(REAL, folder / "content")
    record = folder / "content/tasks/1.3.yaml"
    record.chmod(0o444)
    before = record.read_bytes()
    answer = m.wine("update", "1.3", "--on", "2021-12-20", "--text", "Thêm.", cwd=folder)
    assert answer.code == 3 and "1.3.yaml" in answer.text and record.read_bytes() == before, answer
    assert m.wine("build", cwd=folder).code == 0
    # Pages of the old site that somebody has protected.
    (folder / "output/index.html").chmod(0o444)
    (folder / "output/nhiem-vu/1.3.html").chmod(0o444)
    record.chmod(0o644)
    assert m.wine("update", "1.3", "--on", "2021-12-20", "--text", "Thêm.", cwd=folder).code == 0
    for _ in range(2):
        answer = m.wine("build", cwd=folder)
        assert answer.code == 0, answer
    left = {path.name for path in folder.iterdir()} - {"content", "output", ".output.tiendo-lock"}
    assert not left, left


@test
def files_that_another_program_has_open(m):
    folder = m.folder("open")
    shutil.copytree(REAL, folder / "content")
    record = folder / "content/tasks/1.3.yaml"
    update = ["update", "1.3", "--on", "2021-12-20", "--text", "Thêm."]
    # A virus scanner lets go after a moment.
    with m.held(record, 1000, "read"):
        answer = m.wine(*update, cwd=folder)
    assert answer.code == 0, answer
    assert m.wine("undo", cwd=folder).code == 0
    # A viewer does not.
    before = record.read_bytes()
    with m.held(record, 9000, "read"):
        answer = m.wine(*update, cwd=folder)
        assert answer.code == 3 and "1.3.yaml" in answer.text, answer
        assert "mở trong chương trình khác" in answer.text, answer
    assert record.read_bytes() == before
    # An editor that locks the file keeps it from being read.
    with m.held(record, 4000):
        answer = m.wine("check", cwd=folder)
        assert answer.code != 0 and "1.3.yaml" in answer.text and "chương trình khác" in answer.text, answer
    # A tracker that is open in a spreadsheet program.
    assert m.wine("export", "so.xlsx", cwd=folder).code == 0
    with m.held(folder / "so.xlsx", 9000, "read"):
        answer = m.wine("export", "so.xlsx", "--replace", cwd=folder)
        assert answer.code == 3 and "so.xlsx" in answer.text and "chương trình khác" in answer.text, answer
    hidden = {name for name in files(folder, True) - files(folder) if "/.tiendo/" not in f"/{name}"}
    assert not hidden, hidden


@test
def a_killed_build_leaves_a_whole_site(m):
    folder = m.folder("kills")
    shutil.copytree(PROVINCE, folder / "content")
    assert m.wine("build", cwd=folder).code == 0
    begun = time.monotonic()
    assert m.wine("build", cwd=folder).code == 0
    whole = time.monotonic() - begun
    chance = random.Random(3413)
    for number in range(12):
        path = folder / "content/site.yaml"
        text = re.sub(r"(?m)^# lần .*\n", "", path.read_text("utf-8"))
        path.write_text(f"# lần {number}\n{text}", "utf-8")
        with m.started("build", cwd=folder):
            time.sleep(whole * chance.uniform(0.1, 1.1))
        if not (folder / "output").exists():
            # Between two moves; the next build puts it back.
            assert (folder / ".output.tiendo-aside/manifest.txt").is_file()
            continue
        answer = m.native("verify", "output", cwd=folder)
        assert answer.code == 0, (number, answer)
    answer = m.wine("build", cwd=folder)
    assert answer.code == 0, answer
    left = {path.name for path in folder.iterdir()} - {"content", "output", ".output.tiendo-lock"}
    assert not left, left


def workbook(path, rows):
    """A small workbook, as another program would write it."""
    cells = "".join(
        "<row>" + "".join(f'<c t="inlineStr"><is><t>{text}</t></is></c>' for text in row) + "</row>" for row in rows
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{sheet}" xmlns:r="{office}">'
        '<sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{sheet}"><sheetData>{cells}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text)


def words(command):
    """The words of a command line. Quotation marks keep blanks together."""
    found = []
    for number, part in enumerate(command.split('"')):
        found += [part] if number % 2 else part.split()
    return found


def follow(m, guide, folder):
    """Does what a guide says, as tests/suite/guide.rs does on other systems."""
    workbook(
        folder / "danh-sach.xlsx",
        [
            ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"],
            ["I", "Hạ tầng nông thôn", "", ""],
            ["1", "Sửa cầu treo bản Lau", "Phòng Kinh tế và Hạ tầng", "30/6/2025"],
            ["2", "Bê tông hóa 4 km đường bản", "UBND các xã, thị trấn", "Quý IV/2025"],
        ],
    )
    said, ran, lines = "", 0, iter(guide.splitlines())

    def run(command, code=0):
        nonlocal said, ran, folder
        if command.startswith("cd "):
            folder = folder / command[3:]
        elif command.startswith("mkdir "):
            (folder / command[6:]).mkdir()
        else:
            first, *arguments = words(command)
            assert first == "tiendo", command
            answer = m.wine(*arguments, cwd=folder)
            assert answer.code == code, (command, answer)
            said, ran = said + plain(answer.text), ran + 1

    for line in lines:
        if not line.startswith("```"):
            for command in line.split("`")[1::2]:
                if command.startswith("tiendo "):
                    run(command)
            continue
        block = []
        for inner in lines:
            if inner == "```":
                break
            block.append(inner)
        kind, _, how = line[3:].partition(" ")
        if kind == "sh" and how.startswith("until="):
            with m.started(*words(block[0])[1:], cwd=folder) as child:
                said = plain(lines_until(child, how.removeprefix("until=")))
        elif kind == "sh":
            said = ""
            for number, command in enumerate(block):
                last = number + 1 == len(block)
                run(command, int(how.removeprefix("exit=") or 0) if last else 0)
        elif kind == "text":
            at = 0
            for expected in block:
                found = said.find(plain(expected), at)
                assert found >= 0, f"not said: {expected}\n{said}"
                at = found + len(expected)
        else:
            (folder / how).write_text("\n".join(block) + "\n", "utf-8")
    return ran


@test
def the_guides_are_followed_from_the_zip_alone(m):
    """The release, unpacked on drive C: in a folder with a Vietnamese name."""
    home = m.home / "prefix/drive_c/Tải về"
    shutil.rmtree(home, ignore_errors=True)
    if release := os.environ.get("TIENDO_ZIP"):
        zipfile.ZipFile(release).extractall(home)
        m.windows = next(home.rglob("tiendo.exe"))
    for name in ("huong-dan.md", "guide.md"):
        folder = home / f"việc của {name[:2]}"
        folder.mkdir(parents=True)
        ran = follow(m, (ROOT / "docs" / name).read_text("utf-8"), folder)
        assert ran > 20, ran
    shutil.rmtree(home)


def main(linux, windows, home):
    home = pathlib.Path(home).resolve()
    home.mkdir(parents=True, exist_ok=True)
    passed = failed = 0
    wanted = sys.argv[4:]
    with tempfile.TemporaryDirectory() as work:
        paths = (pathlib.Path(linux).resolve(), pathlib.Path(windows).resolve(), home)
        machine = Machine(*paths, pathlib.Path(work))
        machine.prepare()
        for function in tests:
            name = function.__name__.replace("_", " ")
            if wanted and not any(word in function.__name__ for word in wanted):
                continue
            begun = time.monotonic()
            try:
                own = pathlib.Path(work) / function.__name__
                own.mkdir()
                function(Machine(*paths, own))
                passed += 1
                print(f"ok      {name} ({time.monotonic() - begun:.0f} s)", flush=True)
            except Exception:
                failed += 1
                print(traceback.format_exc()[-2500:])
                print(f"FAILED  {name}", flush=True)
        machine.end()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
