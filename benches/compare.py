#!/usr/bin/env python3
"""Benchmarks tiendo against a lower bound and other generators on one content folder.

    TIENDO=target/release/tiendo [BASE=other/tiendo] [HUGO=hugo] [ZOLA=zola] [ELEVENTY="node …/eleventy"] \\
        python3 benches/compare.py [TASKS NOTES [ROUNDS]]
    TIENDO=target/release/tiendo python3 benches/compare.py --linear [ROUNDS]

Each program runs ROUNDS times (default 5), interleaved, so that other work on the machine affects all
of them; the minimum of each figure is reported. CPU is the user and system time of the process and of
the children that it waited for. Peak is the largest resident size of a single process, so HUGO must
name the program itself and not a script that starts it. Files are in /dev/shm if it exists, and every
build writes into an empty folder.

- content: written by `cargo bench --bench generate`, with reproducible bytes;
- floor: `cargo bench --bench floor` only writes the files of tiendo's site again;
- read and hash: reads and hashes every content file, the lower bound of a build after one change;
- Hugo, Zola, Eleventy: build similar pages from equal tasks and notes. The modules in `others/`
  describe each project and the simplifications in its favour. After each run the site is checked: the
  number of pages, the words and links of a note and of a task, feeds, lists, exports and the index. A
  site that lacks any of these is not measured.

`--linear` builds 1,000 tasks with 10,000 notes and 4,000 tasks with 50,000 notes, and reports how much
longer one file takes in the larger site.

The tools `generate` and `floor` are compiled without link-time optimisation, which takes minutes and
does not make writing, reading or hashing faster.
"""
import html, json, math, os, pathlib, re, shutil, subprocess, sys, tempfile, time
import xml.etree.ElementTree as xml

sys.dont_write_bytecode = True  # Do not create __pycache__.

from others import content as records, eleventy, hugo, look, zola

HERE = pathlib.Path(__file__).resolve().parent
LIGHT = ["--no-default-features", "--config", "profile.bench.lto=false", "--config", "profile.bench.codegen-units=16"]
OTHERS = {"Hugo": hugo, "Zola": zola, "Eleventy": eleventy}


# Runs a command and prints its CPU seconds, wall seconds and peak MiB. Runs in a small process, since
# the system includes the memory of the parent process in the peak of a command.
MEASURE = """
import json, os, subprocess, sys, time
start = time.monotonic()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, usage = os.wait4(process.pid, 0)
print(json.dumps([usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024]))
sys.exit(os.waitstatus_to_exitcode(status) != 0)
"""


def measured(command, **options):
    said = subprocess.run([sys.executable, "-S", "-E", "-c", MEASURE, *command], capture_output=True, text=True, **options)
    if said.returncode:
        sys.exit(f"{command[0]} failed: {said.stderr[-2000:]}")
    return tuple(json.loads(said.stdout))


def compiled(name):
    """Compiles one of the bench tools and returns its path."""
    command = ["cargo", "bench", "-q", "--no-run", "--message-format=json", "--bench", name, *LIGHT]
    said = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True)
    # cargo builds the program together with every bench.
    made = [json.loads(line) for line in said.stdout.splitlines()]
    found = [one["executable"] for one in made if one.get("executable") and one["target"]["name"] == name]
    if said.returncode or not found:
        sys.exit(said.stderr)
    return found[-1]


def run(tool, *arguments):
    said = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True)
    if said.returncode:
        sys.exit(said.stderr)
    return said.stdout


def size_of(site):
    """Returns the number of files and their size in MB."""
    files = [entry.stat().st_size for entry in site.rglob("*") if entry.is_file()]
    return len(files), sum(files) / 1e6


def faults(site, to, module):
    """Yields what a site of another generator lacks."""
    read = lambda href: html.unescape(at(href).read_text(encoding="utf-8"))
    at = lambda href: to / (href.lstrip("/") + "index.html" if href.endswith("/") else href.lstrip("/"))
    pages = sum(1 for _ in to.rglob("*.html"))
    wanted = (len(site.tasks) + len(site.notes) + sum(map(len, site.scopes.values())) + len(site.tables) + 3
              + math.ceil(len(site.tasks) / 100) + math.ceil(len(site.notes) / 50))
    if pages < wanted:
        yield f"{pages} pages of {wanted}"
    words = lambda text: re.findall(r"\w+", re.sub(r"<[^>]*>|\]\([^)]*\)", " ", text))
    row = list(site.note_rows.values())[len(site.note_rows) // 2]
    body = site.notes[row["id"]]["body"]
    page = read(row["href"])
    if not " ".join(words(page)).count(" ".join(words(body.split("\n## ")[0]))):
        yield f"words of {row['id']}"
    if f'href="{site.task_rows[site.notes[row["id"]]["tasks"][0]]["href"]}"' not in page.split('<div class="prose">')[1].split("</div>")[0]:
        yield f"links in the words of {row['id']}"
    of_note = site.notes[row["id"]]["tasks"]
    for number in of_note:
        shown = read(site.task_rows[number]["href"])
        view = site.tasks[number]
        if site.task_rows[number]["href"] not in page or view["label"] not in page:
            yield f"task {number} on {row['id']}"
        listed = [site.note_rows[name] for name in view["notes"]]
        said = [text for entry in view["ledger"] for text in [entry["text"], entry["day"]]]
        for text in [view["title"], *said, *(note["title"] for note in listed), *(note["excerpt"] for note in listed)]:
            if text not in shown:
                yield f"on task {number}: {text[:60]}"
        for href in set(re.findall(r'<a[^>]* href="(/[^"#]*)', page + shown)):
            if not at(href).is_file() and href != "/":
                yield f"dead link {href}"
    for folder, scopes in site.scopes.items():
        for ident, view in scopes.items():
            shown = read(f"/{folder}/{ident}{site.suffix}")
            if any(site.task_rows[number]["title"] not in shown for number in view["tasks"]):
                yield f"tasks of {folder}/{ident}"
    deadlines = read(f"/thoi-han{site.lists}")
    for month in site.deadlines["months"]:
        if month["title"] not in deadlines or any(site.task_rows[n]["title"] not in deadlines for n in month["tasks"]):
            yield f"deadlines of {month['title']}"
    for name in module.FILES["feeds"]:
        if not len(xml.parse(to / name).getroot().findall("{*}entry")):
            yield f"entries of {name}"
    if len(xml.parse(to / "sitemap.xml").getroot()) < len(site.tasks) + len(site.notes):
        yield "sitemap"
    index = (to / module.FILES["words"]).read_text(encoding="utf-8")
    if len(json.loads(index)) < len(site.tasks) + len(site.notes) or body.split("**")[1] not in index:
        yield "index of words"
    for kind, rows in [("tasks", site.task_rows), ("notes", site.note_rows)]:
        if len(json.loads((to / module.FILES[kind]).read_text(encoding="utf-8"))) != len(rows):
            yield module.FILES[kind]
    for name, rows in zip(module.FILES["tables"], [site.task_rows, site.note_rows]):
        if len((to / name).read_text(encoding="utf-8").strip().splitlines()) != len(rows) + 1:
            yield name


def compare(tasks, notes, rounds, root):
    tiendo = os.environ.get("TIENDO", "target/release/tiendo")
    floor_tool = compiled("floor")
    content = root / "content"
    run(compiled("generate"), content, tasks, notes)
    builds = {"tiendo": tiendo}
    if "BASE" in os.environ:
        builds["tiendo before"] = os.environ["BASE"]

    def build(binary, to):
        return measured([binary, "build", "--content", str(content), "--output", str(to)])

    site = root / "site"
    build(tiendo, site)
    runs = {name: lambda to, binary=binary: build(binary, to) for name, binary in builds.items()}

    def floor(*arguments):
        said = json.loads(run(floor_tool, *arguments))
        return said["cpu"], said["wall"], 0

    runs["floor"] = lambda to: floor("write", site, to)
    runs["read and hash"] = lambda _: floor("read", content)
    for name, module in OTHERS.items():
        if name.upper() not in os.environ:
            continue
        source, model = root / name.lower(), records.read(content, module.SUFFIX, module.LISTS)
        module.project(source, model)
        binary = os.environ[name.upper()].split()

        def run_other(to, name=name, module=module, source=source, model=model, binary=binary):
            found = measured(module.command(binary, source, to), cwd=source)
            lacking = list(faults(model, to, module))
            if lacking:
                sys.exit(f"{name} did not do the same job: {'; '.join(lacking[:5])}")
            return found

        runs[name] = run_other
    # This benchmark changes the content, so it comes last.
    note = sorted((content / "notes").iterdir())[notes // 2]
    text, times = note.read_text(encoding="utf-8"), [0]

    def rebuild(_):
        times[0] += 1
        note.write_text(f"{text}\nSửa lần {times[0]}.\n", encoding="utf-8")
        return build(tiendo, site)

    runs["tiendo, one note changed"] = rebuild
    best, sizes = {}, {}
    for _ in range(rounds):
        for name, once in runs.items():
            to = root / "out"
            shutil.rmtree(to, ignore_errors=True)
            found = once(to)
            best[name] = [min(pair) for pair in zip(best.get(name, found), found)]
            if to.exists() and name not in sizes:
                sizes[name] = size_of(to)
            print(f"{name}: CPU {found[0]:.2f} s, wall {found[1]:.2f} s", file=sys.stderr)
    print(f"{tasks} tasks, {notes} notes, best of {rounds}; × is how many times as much CPU time\n")
    print("| | CPU s | wall s | peak MiB | files | MB | × tiendo | wall × tiendo | × floor | × reading |")
    print("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    own, bottom, reading = best["tiendo"], max(best["floor"][0], 1e-3), max(best["read and hash"][0], 1e-3)
    for name, (cpu, wall, peak) in best.items():
        files, size = sizes.get(name, ("", 0))
        print(f"| {name} | {cpu:.2f} | {wall:.2f} | {f'{peak:.0f}' if peak else ''} | {files} | {f'{size:.1f}' if size else ''} "
              f"| {cpu / own[0]:.2f} | {wall / own[1]:.2f} | {cpu / bottom:.1f} | {cpu / reading:.1f} |")
    others = {name: best[name] for name in OTHERS if name in best}
    if others:
        cpu, wall, peak = (min(others, key=lambda name: others[name][at]) for at in range(3))
        print(f"\nOf the least of the others tiendo takes {own[0] / others[cpu][0]:.2f} of the CPU time ({cpu}), "
              f"{own[1] / others[wall][1]:.2f} of the wall time ({wall}) and {own[2] / others[peak][2]:.2f} of the memory ({peak}); "
              "the aims are 0.2, 0.2 and 0.5.")


def linear(rounds, root):
    tiendo, generate = os.environ.get("TIENDO", "target/release/tiendo"), compiled("generate")
    best, files = {}, {}
    sizes = [(1000, 10000), (4000, 50000)]
    for size in sizes:
        run(generate, root / f"content-{size[0]}", *size)
    for _ in range(rounds):
        for size in sizes:
            to = root / "out"
            shutil.rmtree(to, ignore_errors=True)
            found = measured([tiendo, "build", "--content", str(root / f"content-{size[0]}"), "--output", str(to)])
            best[size] = [min(pair) for pair in zip(best.get(size, found), found)]
            files[size] = size_of(to)
    print(f"best of {rounds}\n")
    print("| tasks | notes | files | MB | CPU s | wall s | peak MiB | CPU ms a file | wall ms a file |")
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    each = {}
    for size in sizes:
        (cpu, wall, peak), (count, volume) = best[size], files[size]
        each[size] = 1000 * cpu / count, 1000 * wall / count
        print(f"| {size[0]} | {size[1]} | {count} | {volume:.1f} | {cpu:.2f} | {wall:.2f} | {peak:.0f} | {each[size][0]:.3f} | {each[size][1]:.3f} |")
    small, large = (each[size] for size in sizes)
    print(f"\nA file takes {large[0] / small[0]:.2f} times the CPU time and {large[1] / small[1]:.2f} times the wall time; the aim is 1.2.")


def main():
    arguments = sys.argv[1:]
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        root = pathlib.Path(folder)
        if arguments[:1] == ["--linear"]:
            return linear(int((arguments[1:] or ["3"])[0]), root)
        tasks, notes, rounds = (list(map(int, arguments)) + [1000, 10000, 5][len(arguments):])[:3]
        compare(tasks, notes, rounds, root)


if __name__ == "__main__":
    main()
