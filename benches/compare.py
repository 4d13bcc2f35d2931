#!/usr/bin/env python3
"""Compares tiendo with the floor and with other generators, in one run, on one content folder.

    TIENDO=target/release/tiendo [BASE=other/tiendo] [HUGO=hugo] [ZOLA=zola] [ELEVENTY=eleventy] \\
        python3 benches/compare.py [TASKS NOTES [ROUNDS]]

Each is run ROUNDS times (5), in turn, so that other work on the machine hits all alike; the least
CPU time counts. CPU is user and system time of the process and its children, peak the largest
resident size of one process. Output goes to /dev/shm where there is one.

- content: `cargo bench --bench generate`, the same bytes each time;
- floor: `cargo bench --bench floor` writes tiendo's own files again and does nothing else;
- read and hash: every content file read whole and hashed, what a build after one change cannot
  go below;
- Hugo, Zola, Eleventy: every page of tiendo's site, its words as Markdown with a title, a date and
  links, through one template with a header, a list of ten links and a footer. That is less work
  than tiendo's: they derive nothing, check nothing and write no search index.
"""
import html, json, os, pathlib, re, shutil, subprocess, sys, tempfile, time

HERE = pathlib.Path(__file__).resolve().parent


def measured(command, **options):
    """CPU seconds, wall seconds and peak MiB of a command."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} failed: {said.decode(errors='replace')[-2000:]}")
    wall = time.monotonic() - start
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def bench(name, *arguments):
    """Runs one of the small tools beside this script."""
    command = ["cargo", "bench", "-q", "--bench", name, "--", *map(str, arguments)]
    said = subprocess.run(command, cwd=HERE.parent, capture_output=True, text=True)
    if said.returncode:
        sys.exit(said.stderr)
    return said.stdout


def words_of(page):
    """Title and words of a page as Markdown."""
    text = page.read_text(encoding="utf-8")
    title = re.search(r"<title>(.*?)</title>", text, re.S)
    main = re.search(r"<main.*?</main>", text, re.S)
    body = main.group(0) if main else ""
    paragraphs = re.findall(r"<(?:p|li|h[1-6]|td|dd)\b[^>]*>(.*?)</", body, re.S)
    plain = [re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", part))).strip() for part in paragraphs]
    plain = [re.sub(r"([\\`*_{}\[\]<>#|])", r"\\\1", part) for part in plain if part]
    return html.unescape(title.group(1)).strip() if title else page.stem, "\n\n".join(plain)


def pages_of(site):
    """Every page of a site with its words."""
    for page in sorted(site.rglob("*.html")):
        # A page named index would be a folder's own, and the others its attachments.
        name = "p-" + "-".join(page.relative_to(site).with_suffix("").parts)
        yield (name, *words_of(page))


LINKS = "".join(f'<li><a href="/x{n}/">Liên kết {n}</a></li>' for n in range(10))


def hugo_project(to, pages):
    layout = to / "layouts" / "_default"
    layout.mkdir(parents=True)
    (to / "content").mkdir()
    (to / "hugo.toml").write_text('baseURL = "https://x.example/"\ntitle = "x"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n')
    page = f'<!doctype html><html lang="vi"><head><title>{{{{ .Title }}}}</title></head><body><ul>{LINKS}</ul><main><h1>{{{{ .Title }}}}</h1>{{{{ .Content }}}}</main><footer>x</footer></body></html>'
    for name in ["single.html", "list.html"]:
        (layout / name).write_text(page)
    for name, title, text in pages:
        (to / "content" / f"{name}.md").write_text(f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{text}\n", encoding="utf-8")


def zola_project(to, pages):
    (to / "content").mkdir(parents=True)
    (to / "templates").mkdir()
    (to / "config.toml").write_text('base_url = "https://x.example"\ngenerate_feeds = false\n')
    for kind, name in [("page", "page.html"), ("section", "index.html")]:
        (to / "templates" / name).write_text(f'<!doctype html><html lang="vi"><head><title>{{{{ {kind}.title }}}}</title></head><body><ul>{LINKS}</ul><main><h1>{{{{ {kind}.title }}}}</h1>{{{{ {kind}.content | safe }}}}</main><footer>x</footer></body></html>')
    (to / "content" / "_index.md").write_text("+++\ntitle = \"x\"\n+++\n")
    for name, title, text in pages:
        (to / "content" / f"{name}.md").write_text(f"+++\ntitle = {json.dumps(title, ensure_ascii=False)}\n+++\n{text}\n", encoding="utf-8")


def eleventy_project(to, pages):
    (to / "_includes").mkdir(parents=True)
    (to / "_includes" / "page.njk").write_text(f'<!doctype html><html lang="vi"><head><title>{{{{ title }}}}</title></head><body><ul>{LINKS}</ul><main><h1>{{{{ title }}}}</h1>{{{{ content | safe }}}}</main><footer>x</footer></body></html>')
    for name, title, text in pages:
        (to / f"{name}.md").write_text(f"---\nlayout: page.njk\ntemplateEngineOverride: md\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n{text}\n", encoding="utf-8")


def main():
    tasks, notes, rounds = (list(map(int, sys.argv[1:])) + [1000, 10000, 5][len(sys.argv) - 1:])[:3]
    tiendo = os.environ.get("TIENDO", "target/release/tiendo")
    memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
    with tempfile.TemporaryDirectory(dir=memory) as folder:
        root = pathlib.Path(folder)
        content = root / "content"
        bench("generate", content, tasks, notes)
        builds = {"tiendo": [tiendo]}
        if "BASE" in os.environ:
            builds["tiendo before"] = [os.environ["BASE"]]

        def build(binary, to):
            return measured([*binary, "build", "--content", str(content), "--output", str(to)])

        site = root / "site"
        build(builds["tiendo"], site)
        runs = {name: lambda to, binary=binary: build(binary, to) for name, binary in builds.items()}
        floor = {}

        def run_floor(to):
            floor.update(json.loads(bench("floor", "write", site, to)))
            return floor["cpu"], floor["wall"], 0

        def run_reading(_):
            said = json.loads(bench("floor", "read", content))
            return said["cpu"], said["wall"], 0

        runs["floor"] = run_floor
        runs["read and hash"] = run_reading
        note = sorted((content / "notes").iterdir())[notes // 2]
        text, times = note.read_text(encoding="utf-8"), [0]

        def rebuild(to):
            times[0] += 1
            note.write_text(f"{text}\nSửa lần {times[0]}.\n", encoding="utf-8")
            return build(builds["tiendo"], site)

        runs["tiendo, one note changed"] = rebuild
        others = [("HUGO", hugo_project, lambda p, to: ["--source", p, "--destination", to, "--quiet"]),
                  ("ZOLA", zola_project, lambda p, to: ["--root", p, "build", "--output-dir", to]),
                  ("ELEVENTY", eleventy_project, lambda p, to: [f"--input={p}", f"--output={to}", "--quiet"])]
        pages = list(pages_of(site)) if any(name in os.environ for name, *_ in others) else []
        for name, project, arguments in others:
            if name not in os.environ:
                continue
            source = root / name.lower()
            project(source, pages)
            command = os.environ[name].split()

            def run_other(to, c=command, s=source, a=arguments):
                found = measured([*c, *a(str(s), str(to))], cwd=s)
                made = sum(1 for _ in to.rglob("*.html"))
                if made < len(pages):
                    sys.exit(f"{c[0]} made {made} pages of {len(pages)}: that is not the same job")
                return found

            runs[name.lower()] = run_other
        best = {}
        for _ in range(rounds):
            for name, run in runs.items():
                to = root / "out"
                shutil.rmtree(to, ignore_errors=True)
                found = run(to)
                best[name] = [min(pair) for pair in zip(best.get(name, found), found)]
        shutil.rmtree(root / "out", ignore_errors=True)
        print(f"{tasks} tasks, {notes} notes; {floor['files']} files, {floor['bytes'] / 1e6:.1f} MB; best of {rounds}\n")
        print("| | CPU s | wall s | peak MiB | CPU against the floor | CPU against reading |")
        print("|---|--:|--:|--:|--:|--:|")
        for name, (cpu, wall, peak) in best.items():
            floors, reads = cpu / max(best["floor"][0], 1e-3), cpu / max(best["read and hash"][0], 1e-3)
            print(f"| {name} | {cpu:.2f} | {wall:.2f} | {f'{peak:.0f}' if peak else ''} | {floors:.1f} | {reads:.1f} |")


if __name__ == "__main__":
    main()
