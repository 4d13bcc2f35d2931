"""Packs a release. The same files give the same bytes.

    python3 tests/release/pack.py VERSION FOLDER NAME=PROGRAM …

NAME is the system, such as `windows-x86_64`; its `NAME/LICENCES.txt` and `NAME/tiendo.cdx.json` are
already in the folder, and so are `docs` and `sample`. Writes a zip for Windows, a tar.gz for others,
the lists of parts, and SHA256SUMS.
"""

import gzip
import hashlib
import io
import pathlib
import sys
import tarfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# The first day that a zip can hold; the time of a file says nothing here.
TIME = (1980, 1, 1, 0, 0, 0)


def contents(folder, system, program):
    """The files of a package: path, bytes, and whether it is a program."""
    windows = system.startswith("windows")
    yield ("tiendo.exe" if windows else "tiendo"), pathlib.Path(program).read_bytes(), True
    readme = (ROOT / "docs/doc-truoc.txt").read_text("utf-8")
    # Notepad of older Windows needs both, the mark and these line ends.
    text = "\ufeff" + readme.replace("\n", "\r\n") if windows else readme
    yield "DOC-TRUOC.txt", text.encode("utf-8"), False
    for name in ("LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"):
        yield name, (ROOT / name).read_bytes(), False
    yield "LICENCES.txt", (folder / system / "LICENCES.txt").read_bytes(), False
    for source, target in (("docs", "huong-dan"), ("sample", "mau")):
        for path in sorted(path for path in (folder / source).rglob("*") if path.is_file()):
            yield f"{target}/{path.relative_to(folder / source).as_posix()}", path.read_bytes(), False


def zipped(top, files):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for path, data, executable in files:
            entry = zipfile.ZipInfo(f"{top}/{path}", TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = (0o100755 if executable else 0o100644) << 16
            package.writestr(entry, data)
    return buffer.getvalue()


def tarred(top, files):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as package:
        for path, data, executable in files:
            entry = tarfile.TarInfo(f"{top}/{path}")
            entry.size, entry.mode = len(data), 0o755 if executable else 0o644
            package.addfile(entry, io.BytesIO(data))
    # Without a name and a time in the header.
    return gzip.compress(buffer.getvalue(), compresslevel=9, mtime=0)


def main(version, folder, *programs):
    folder = pathlib.Path(folder)
    made = {}
    for given in programs:
        system, program = given.split("=", 1)
        top = f"tiendo-{version}"
        files = list(contents(folder, system, program))
        if system.startswith("windows"):
            made[f"{top}-{system}.zip"] = zipped(top, files)
        else:
            made[f"{top}-{system}.tar.gz"] = tarred(top, files)
        made[f"{top}-{system}.cdx.json"] = (folder / system / "tiendo.cdx.json").read_bytes()
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(made.items()))
    made["SHA256SUMS"] = sums.encode()
    release = folder / "release"
    release.mkdir(exist_ok=True)
    for name, data in made.items():
        (release / name).write_bytes(data)
        print(f"{len(data):>11} {name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
