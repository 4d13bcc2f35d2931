"""What is in the program: the licences of its crates, and a list of its parts.

    python3 tests/release/crates.py TARGET FOLDER [NAME=LICENCE=FILE …]

NAME is a part that the linker adds, with the file of its licence. Reads `cargo metadata` and `Cargo.lock` and writes into the folder

- `LICENCES.txt`: every crate that is compiled into the program for this target, its licence, and
  the text of each licence once;
- `tiendo.cdx.json`: the same crates as a CycloneDX 1.5 document, with sums and dependencies.

Fails if a crate has a licence that `deny.toml` does not allow, or comes without the text of its
licence. The same crates give the same bytes.
"""

import json
import pathlib
import re
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TEXTS = re.compile(r"^(un)?licen[sc]e|^copying|^copyright|^notice", re.IGNORECASE)

# Crates whose package holds no text of its licence, and what stands in its place: the holder named in
# their repository or package, for the text of MIT, or None for that of Apache-2.0, which has none.
WITHOUT_TEXT = {
    "awaitable-error": "Jiahao XU",
    "docx-rs": "2020 bokuweb",
    "fluent-langneg": None,
    "intl_pluralrules": None,
    "openssh-sftp-protocol-error": "the authors of openssh-sftp-client",
}


def metadata(target):
    """The crates that are compiled into the program, by id, and their dependencies."""
    command = ["cargo", "metadata", "--format-version", "1", "--locked", "--features", "remote"]
    given = json.loads(
        subprocess.run(
            [*command, "--filter-platform", target], cwd=ROOT, check=True, stdout=subprocess.PIPE
        ).stdout
    )
    packages = {package["id"]: package for package in given["packages"]}
    nodes = {node["id"]: node for node in given["resolve"]["nodes"]}
    root = given["resolve"]["root"]
    found, waiting = {}, [root]
    while waiting:
        this = waiting.pop()
        if this in found:
            continue
        # Tests need more crates, which are not part of the program.
        below = [
            dep["pkg"]
            for dep in nodes[this]["deps"]
            if any(kind["kind"] in (None, "build") for kind in dep["dep_kinds"])
        ]
        found[this] = sorted(set(below))
        waiting.extend(below)
    order = sorted(found, key=lambda one: (packages[one]["name"], packages[one]["version"]))
    return root, [(packages[one], found[one]) for one in order], packages


def allowed():
    with open(ROOT / "deny.toml", "rb") as file:
        return set(tomllib.load(file)["licenses"]["allow"])


def is_allowed(expression, known):
    """Whether an SPDX expression can be met by the known licences."""
    words = re.findall(r"\(|\)|[^\s()]+(?: WITH [^\s()]+)?", expression.replace("/", " OR "))

    def either():
        result = both()
        while words and words[0] == "OR":
            words.pop(0)
            # Both sides are read to their end.
            result = both() or result
        return result

    def both():
        result = one()
        while words and words[0] == "AND":
            words.pop(0)
            result = one() and result
        return result

    def one():
        word = words.pop(0)
        if word != "(":
            return word in known
        result = either()
        words.pop(0)
        return result

    return either() and not words


def texts(package):
    """The licence texts that come with a crate."""
    folder = pathlib.Path(package["manifest_path"]).parent
    files = {file for file in folder.iterdir() if file.is_file() and TEXTS.match(file.name)}
    if package["license_file"]:
        files.add((folder / package["license_file"]).resolve())
    found = [file.read_text(encoding="utf-8", errors="replace") for file in sorted(files)]
    if not found and package["name"] in WITHOUT_TEXT:
        holder = WITHOUT_TEXT[package["name"]]
        if holder is None:
            found = [(ROOT / "LICENSE-APACHE").read_text(encoding="utf-8")]
        else:
            ours = (ROOT / "LICENSE-MIT").read_text(encoding="utf-8")
            found = [re.sub(r"^Copyright.*$", f"Copyright (c) {holder}", ours, count=1, flags=re.M)]
    return ["\n".join(line.rstrip() for line in text.strip().splitlines()) for text in found]


def licences(root, crates, added):
    """The text of LICENCES.txt, and what is wrong."""
    known, faults, users, lines = allowed(), [], {}, []
    for package, _ in crates:
        name = f"{package['name']} {package['version']}"
        expression = package["license"] or ""
        if not is_allowed(expression, known):
            faults.append(f"{name}: deny.toml does not allow {expression!r}")
        found = texts(package)
        if not found:
            faults.append(f"{name}: comes without the text of its licence ({expression})")
        lines.append(f"{name}  ({expression})  {package['repository'] or ''}".rstrip())
        for text in found:
            users.setdefault(text, []).append(name)
    # Beside the crates: Rust's own library, and the font of the pictures for sharing.
    lines.append("Rust standard library  (MIT OR Apache-2.0)  https://github.com/rust-lang/rust")
    lines.append("Noto Sans  (OFL-1.1)  https://fonts.google.com/noto")
    font = (ROOT / "fonts/OFL.txt").read_text(encoding="utf-8").strip()
    users.setdefault(font, []).append("Noto Sans")
    for name, licence, file in added:
        lines.append(f"{name}  ({licence})")
        users.setdefault(pathlib.Path(file).read_text(encoding="utf-8").strip(), []).append(name)
    rule = "=" * 78
    parts = ["What tiendo is made of, and under which licences.\n\n" + "\n".join(lines)]
    parts += [f"{rule}\n{', '.join(names)}\n{rule}\n\n{text}" for text, names in users.items()]
    return "\n\n".join(parts) + "\n", faults


def parts_list(root, crates, packages, added):
    """The CycloneDX document."""
    with open(ROOT / "Cargo.lock", "rb") as file:
        lock = tomllib.load(file)["package"]
    sums = {(one["name"], one["version"]): one.get("checksum") for one in lock}

    def ref(one):
        return f"pkg:cargo/{packages[one]['name']}@{packages[one]['version']}"

    def component(package):
        own = package["id"] == root
        described = {
            "type": "application" if own else "library",
            "bom-ref": ref(package["id"]),
            "name": package["name"],
            "version": package["version"],
            "description": package["description"],
            "licenses": [{"expression": (package["license"] or "").replace("/", " OR ")}],
            "purl": ref(package["id"]),
        }
        checksum = sums.get((package["name"], package["version"]))
        if checksum:
            described["hashes"] = [{"alg": "SHA-256", "content": checksum}]
        return {key: value for key, value in described.items() if value}

    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": component(packages[root])},
        "components": [component(package) for package, _ in crates if package["id"] != root]
        + [
            {"type": "library", "name": name, "licenses": [{"license": {"name": licence}}]}
            for name, licence, _ in added
        ],
        "dependencies": [
            {"ref": ref(package["id"]), "dependsOn": [ref(one) for one in below]}
            for package, below in crates
        ],
    }


def main(target, folder, *added):
    added = [part.split("=", 2) for part in added]
    root, crates, packages = metadata(target)
    text, faults = licences(root, crates, added)
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "LICENCES.txt").write_text(text, encoding="utf-8", newline="\n")
    document = json.dumps(parts_list(root, crates, packages, added), ensure_ascii=False, indent=1)
    (folder / "tiendo.cdx.json").write_text(document + "\n", encoding="utf-8", newline="\n")
    for fault in faults:
        print(fault)
    print(f"{len(crates)} crates for {target}, {len(faults)} without a licence that can be handed on")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
